//! What a booking says wherever it is shown: what happens then, the calendar file, printing.

use contract::booking::Booking;
use contract::ids::BookingId;
use contract::paths;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use crate::session::use_session;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Button, ButtonKind};

/// What happens when the time has come.
pub fn arrival(booking: &Booking) -> Text {
    let session = use_session();
    let booking = booking.clone();
    text_of(move |t| {
        let words = &t.citizen.booked;
        let at = dates::date_time(t.language, &booking.starts_at);
        let caseworker = &booking.caseworker;
        match (booking.channel, &booking.place) {
            (ContactChannel::Phone, _) => fill(words.then_phone, &[&caseworker.name, &at]),
            (ContactChannel::Video, _) => {
                fill(words.then_video, &[&at, &caseworker.name, &caseworker.phone])
            }
            (ContactChannel::InPerson, Some(place)) => {
                fill(words.then_in_person, &[&place.name, &place.address, &at])
            }
            (ContactChannel::InPerson, None) => {
                fill(words.then_in_person_unknown, &[&at, &session.phone()])
            }
        }
    })
}

/// The calendar file.
#[component]
pub fn CalendarLink(
    /// Of which booking.
    booking: BookingId,
) -> impl IntoView {
    // A plain link that the router leaves alone: the browser hands the file to the calendar.
    view! {
        <a
            class="button button-secondary"
            href=paths::citizen_booking_calendar(booking)
            rel="external"
            download=""
        >
            {text(|t| t.citizen.booked.add_to_calendar)}
        </a>
    }
}

/// Printing the page.
#[component]
pub(super) fn PrintButton(
    /// What the button says.
    #[prop(into)]
    words: Text,
) -> impl IntoView {
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    view! { <Button kind=ButtonKind::Secondary text=words on_click=print/> }
}
