//! Moving or cancelling: until when, or why not and whom to ring.

use contract::booking::{Booking, ChangeRight};
use leptos::prelude::*;

use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::LinkButton;

/// The sentence, and the buttons while it is allowed.
#[component]
pub(super) fn Change(
    /// Which booking.
    booking: Booking,
) -> impl IntoView {
    if booking.change == ChangeRight::Over {
        return ().into_any();
    }
    let id = booking.id;
    let buttons = matches!(booking.change, ChangeRight::Until { .. }).then(|| {
        view! {
            <div class="actions">
                <LinkButton to=Route::Move(id) text=text(|t| t.citizen.booked.move_to)/>
                <LinkButton to=Route::Cancel(id) text=text(|t| t.citizen.booked.cancel)/>
            </div>
            <p><a href=Route::Waiting.path()>{text(|t| t.citizen.overview.wait)}</a></p>
        }
    });
    view! { <p>{change_sentence(&booking)}</p> {buttons} }.into_any()
}

/// Until when the citizen may move or cancel; when they may not, whom to ring. A last moment
/// that has passed is not named: the booking may have been made after it.
pub fn change_sentence(booking: &Booking) -> Text {
    let session = use_session();
    let change = booking.change.clone();
    text_of(move |t| {
        let words = &t.citizen.booked;
        match &change {
            ChangeRight::Until { until } => {
                fill(words.change_until, &[&dates::date_time(t.language, until)])
            }
            ChangeRight::TooLate { .. } => fill(words.change_too_late, &[&session.phone()]),
            ChangeRight::Withdrawn | ChangeRight::CaseClosed => {
                fill(words.change_withdrawn, &[&session.phone()])
            }
            ChangeRight::Over => String::new(),
        }
    })
}
