//! The first step: phone, video or a visit, each with its first free time one tap away.

use chrono::NaiveDate;
use contract::booking::BookingOptions;
use contract::paths;
use contract::rules::{ContactDuty, Deadline};
use leptos::prelude::*;

use super::blocked::{blocked, blocked_message};
use super::channel_block::ChannelBlock;
use super::{Purpose, above};
use crate::api::load;
use crate::citizen::desk::use_desk;
use crate::citizen::reasons::{why_deadline, why_exempt};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Language, Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, Details, Page, show};

/// Choosing a channel.
#[component]
pub fn ChannelPage(
    /// To book, or to move.
    purpose: Purpose,
) -> impl IntoView {
    let options = load::<BookingOptions>(|| paths::CITIZEN_BOOKING_OPTIONS.to_owned());
    let title = match purpose {
        Purpose::Book => text(|t| t.citizen.booking.title),
        Purpose::Move(_) => text(|t| t.citizen.booked.move_title),
    };
    view! {
        <Page title above=above(purpose.start(), 1)>
            {show(options, move |options| channels(options, purpose))}
        </Page>
    }
}

fn channels(options: BookingOptions, purpose: Purpose) -> AnyView {
    let desk = use_desk();
    desk.remember(&options);
    if let Some(blocked) = blocked(&options, purpose) {
        return blocked_message(blocked);
    }
    let pick = purpose.pick(false);
    let hold_by = match &options.duty {
        ContactDuty::Due(deadline) => Some(deadline.hold_by),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    };
    let no_times = options.channels.iter().all(|channel| channel.first_free.is_none());
    let lead = lead(&options, purpose);
    let (open, locked): (Vec<_>, Vec<_>) =
        options.channels.into_iter().partition(|channel| channel.choice.allowed);
    let blocks = open
        .into_iter()
        .chain(locked)
        .map(|option| view! { <ChannelBlock option purpose hold_by pick/> })
        .collect_view();
    view! {
        {lead}
        {no_times.then(no_times_at_all)}
        <h2 class="h3">{text(|t| t.citizen.booking.how)}</h2>
        {blocks}
    }
    .into_any()
}

fn lead(options: &BookingOptions, purpose: Purpose) -> AnyView {
    match (purpose, &options.next_booking) {
        (Purpose::Move(_), Some(booking)) => {
            let at = booking.starts_at;
            let lead = text_of(move |t| {
                fill(t.citizen.booked.move_lead, &[&dates::date_time(t.language, &at)])
            });
            view! { <p class="font-lead">{lead}</p> }.into_any()
        }
        _ => {
            let lead = text(|t| t.citizen.booking.lead);
            view! { <p class="font-lead">{lead}</p> {duty(&options.duty, options.today)} }
                .into_any()
        }
    }
}

fn duty(duty: &ContactDuty, today: NaiveDate) -> AnyView {
    match duty {
        ContactDuty::Due(deadline) => {
            let (shown, deadline) = (deadline.clone(), deadline.clone());
            let by = text_of(move |t| by_when(t, &shown, today));
            view! {
                <p class="deadline">{by}</p>
                <p class="jobnet">{text(|t| t.citizen.overview.jobnet)}</p>
                <Details summary=text(|t| t.citizen.overview.why)>
                    <p>{text_of(move |t| why_deadline(t, &deadline))}</p>
                </Details>
            }
            .into_any()
        }
        ContactDuty::Exempt(exemption) => {
            let exemption = exemption.clone();
            view! {
                <p>
                    {text_of(move |t| why_exempt(t, &exemption))} " "
                    {text(|t| t.citizen.overview.exempt_right)}
                </p>
            }
            .into_any()
        }
        ContactDuty::Closed { .. } => ().into_any(),
    }
}

/// By when, in words that are true today.
fn by_when(t: &Texts, deadline: &Deadline, today: NaiveDate) -> String {
    let words = &t.citizen.booking;
    let [book_by, hold_by] =
        [deadline.book_by, deadline.hold_by].map(|day| dates::date(t.language, day));
    if deadline.hold_by < today {
        fill(words.deadline_past, &[&hold_by])
    } else if deadline.book_by < today {
        fill(words.deadline_soon, &[&hold_by])
    } else {
        fill(words.deadline, &[&book_by, &hold_by])
    }
}

fn no_times_at_all() -> AnyView {
    let session = use_session();
    let message = text_of(move |t| {
        let municipality = session.municipality();
        let hours = municipality.as_ref().map(|municipality| match t.language {
            Language::Da => municipality.phone_hours.as_str(),
            Language::En => municipality.phone_hours_en.as_str(),
        });
        fill(t.citizen.booking.none_at_all, &[&session.phone(), hours.unwrap_or_default()])
    });
    view! {
        <Alert kind=AlertKind::Warning>
            <p>{message}</p>
            <p><a href=Route::Waiting.path()>{text(|t| t.citizen.overview.wait)}</a></p>
        </Alert>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn a_day_that_has_passed_is_no_longer_a_day_to_book_by() {
        let said = |today| by_when(Language::Da.texts(), &samples::deadline(), samples::day(today));
        assert!(said("2026-12-01").starts_with("Book senest tirsdag den 1. december."));
        assert_eq!(said("2026-12-02"), "Samtalen skal holdes senest tirsdag den 8. december.");
        assert!(said("2026-12-09").starts_with("Samtalen skulle være holdt senest"));
    }
}
