//! Conversations that have been, and those that were cancelled and shall not be.

use contract::booking::{BookingState, CaseOverview};
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::{Texts, dates, text, use_texts};
use crate::ui::live;

/// Past and cancelled conversations, newest first.
#[component]
pub(super) fn Past(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let texts = use_texts();
    let rows = live(move || {
        overview.with_value(|overview| {
            let rows = rows(texts(), overview);
            if rows.is_empty() {
                return view! { <p>{texts().citizen.overview.past_none}</p> }.into_any();
            }
            view! { <ul class="past nobullet-list">{rows}</ul> }.into_any()
        })
    });
    view! {
        <section aria-labelledby="past-heading">
            <h2 id="past-heading">{text(|t| t.citizen.overview.past)}</h2>
            {rows}
        </section>
    }
    .into_any()
}

/// Held conversations are known by their day; the others by their booking.
fn rows(t: &'static Texts, overview: &CaseOverview) -> Vec<AnyView> {
    let held = overview.held.iter().map(|day| (*day, t.citizen.overview.held, None));
    let others = overview.past.iter().filter(|past| past.state != BookingState::Held).map(|past| {
        let what = match past.state {
            BookingState::Cancelled => t.citizen.overview.cancelled,
            BookingState::AwaitingOutcome => t.citizen.overview.awaiting,
            _ => t.citizen.overview.missed,
        };
        (past.starts_at.date_naive(), what, Some(past.id))
    });
    let mut all: Vec<_> = held.chain(others).collect();
    all.sort_unstable_by_key(|(day, _, booking)| std::cmp::Reverse((*day, *booking)));
    all.into_iter()
        .map(|(day, what, booking)| {
            let day = dates::date_with_year(t.language, day);
            match booking {
                Some(id) => {
                    let path = Route::Booking(id).path();
                    view! { <li><a href=path>{day}</a> ": " {what}</li> }.into_any()
                }
                None => view! { <li>{day} ": " {what}</li> }.into_any(),
            }
        })
        .collect()
}
