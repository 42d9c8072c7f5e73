//! What a booking says wherever it is shown: what happens then, the calendar file, printing.

use contract::booking::{Booking, BookingState, ChangedBy, Moved};
use contract::ids::BookingId;
use contract::paths;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use crate::session::use_session;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Alert, Button, ButtonKind};

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

/// That a caseworker has moved it, and from where.
pub fn moved_by_caseworker(booking: &Booking) -> Option<AnyView> {
    let moved = told_move(booking)?.clone();
    let same_time = (moved.from, moved.channel) == (booking.starts_at, booking.channel);
    let caseworker = booking.caseworker.name.clone();
    let words = text_of(move |t| {
        let words = &t.citizen.booked;
        if same_time {
            return fill(words.given_by_caseworker, &[&caseworker]);
        }
        let from = dates::date_time(t.language, &moved.from);
        fill(words.moved_by_caseworker, &[&from, t.common.channel(moved.channel)])
    });
    Some(view! { <Alert><p>{words}</p></Alert> }.into_any())
}

/// The move the citizen is to be told of: a caseworker's, unless they have moved it since.
fn told_move(booking: &Booking) -> Option<&Moved> {
    let open = booking.state == BookingState::Booked;
    booking.moved.as_ref().filter(|moved| open && moved.by == ChangedBy::Caseworker)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn a_caseworkers_move_is_told_and_the_citizens_own_is_not() {
        let mut booking = samples::booking();
        assert_eq!(told_move(&booking), None);
        let (from, channel) = (booking.starts_at, ContactChannel::Phone);
        let mut moved = Moved { by: ChangedBy::Caseworker, from, channel, at: from };
        booking.moved = Some(moved.clone());
        assert_eq!(told_move(&booking), Some(&moved));
        booking.state = BookingState::Cancelled;
        assert_eq!(told_move(&booking), None);
        booking.state = BookingState::Booked;
        moved.by = ChangedBy::Citizen;
        booking.moved = Some(moved);
        assert_eq!(told_move(&booking), None);
    }
}
