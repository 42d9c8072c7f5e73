//! Moving or cancelling: until when, or why not and whom to ring.

use contract::booking::{Booking, ChangeRight};
use leptos::prelude::*;

use crate::routes::Route;
use crate::session::use_session;
use crate::text::{dates, fill, text, text_of};
use crate::ui::LinkButton;

/// The sentence, and the buttons while it is allowed.
#[component]
pub(super) fn Change(
    /// Which booking.
    booking: Booking,
) -> impl IntoView {
    let session = use_session();
    let (id, change) = (booking.id, booking.change);
    let allowed = matches!(change, ChangeRight::Until { .. });
    if change == ChangeRight::Over {
        return ().into_any();
    }
    let sentence = text_of(move |t| {
        let words = &t.citizen.booked;
        match &change {
            ChangeRight::Until { until } => {
                fill(words.change_until, &[&dates::date_time(t.language, until)])
            }
            ChangeRight::TooLate { until } => {
                let until = dates::date_time(t.language, until);
                fill(words.change_too_late, &[&until, &session.phone()])
            }
            ChangeRight::Withdrawn | ChangeRight::CaseClosed => {
                fill(words.change_withdrawn, &[&session.phone()])
            }
            ChangeRight::Over => String::new(),
        }
    });
    let buttons = allowed.then(|| {
        view! {
            <div class="actions">
                <LinkButton to=Route::Move(id) text=text(|t| t.citizen.booked.move_to)/>
                <LinkButton to=Route::Cancel(id) text=text(|t| t.citizen.booked.cancel)/>
            </div>
        }
    });
    view! { <p>{sentence}</p> {buttons} }.into_any()
}
