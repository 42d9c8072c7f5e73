//! Waiting for an earlier time, on Min side: the time that is kept, on top, and a line with the
//! way to the list. Taking it and the list itself are in another part of the app.

use contract::booking::{CaseOverview, ChangeRight, SelfBooking};
use contract::rules::ContactDuty;
use leptos::prelude::*;

use crate::citizen::kept::facts;
use crate::routes::Route;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{ButtonKind, Card, LinkButton};

/// The time that is kept for the citizen: the next thing to do, before all others.
#[component]
pub(super) fn Kept(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let offer = overview.with_value(|overview| overview.waiting.clone()?.offer);
    let Some(offer) = offer else { return ().into_any() };
    view! {
        <div class="next-step">
            <Card heading=text(|t| t.citizen.overview.kept)>
                {facts(offer)}
                <LinkButton
                    kind=ButtonKind::Primary
                    to=Route::Waiting
                    text=text(|t| t.citizen.overview.kept_see)
                />
            </Card>
        </div>
    }
    .into_any()
}

/// That the citizen waits, or the way to begin.
#[component]
pub(super) fn Waits(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let (before, can) = overview
        .with_value(|overview| (overview.waiting.as_ref().map(|line| line.before), can(overview)));
    match before {
        Some(before) => {
            let words = text_of(move |t| {
                fill(t.citizen.overview.waits, &[&dates::date(t.language, before)])
            });
            view! { <p>{words} " " {link(|t| t.citizen.overview.waits_link)}</p> }.into_any()
        }
        None if can => view! { <p>{link(|t| t.citizen.overview.wait)}</p> }.into_any(),
        None => ().into_any(),
    }
}

/// The way to the list.
fn link(words: fn(&'static crate::text::Texts) -> &'static str) -> AnyView {
    view! { <a href=Route::Waiting.path()>{text(words)}</a> }.into_any()
}

/// Is there something to wait for: an earlier time than the one booked, or any?
fn can(overview: &CaseOverview) -> bool {
    let closed = matches!(overview.duty, ContactDuty::Closed { .. });
    let earlier = match &overview.next_booking {
        Some(booking) => matches!(booking.change, ChangeRight::Until { .. }),
        None => overview.first_free.as_ref().is_none_or(|time| match &overview.duty {
            ContactDuty::Due(deadline) => deadline.hold_by < time.starts_at.date_naive(),
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => false,
        }),
    };
    earlier && !closed && overview.self_booking == SelfBooking::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn one_waits_for_an_earlier_time_or_for_any() {
        let mut overview = samples::overview();
        assert!(!can(&overview), "there are free times to book");
        overview.first_free = None;
        assert!(can(&overview));
        overview.next_booking = Some(samples::booking());
        assert!(can(&overview));
        overview.self_booking = samples::withdrawn();
        assert!(!can(&overview));
    }
}
