//! Why there is nothing to choose: one message each, with the next step. Decides nothing the
//! server has not decided.

use contract::booking::{Booking, BookingOptions, ChangeRight, SelfBooking};
use contract::rules::ContactDuty;
use leptos::prelude::*;

use super::Purpose;
use crate::citizen::booked::change_sentence;
use crate::citizen::reasons::why_withdrawn;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, ButtonKind, LinkButton};

/// Why a citizen cannot go on choosing.
#[derive(Debug, PartialEq)]
pub(super) enum Blocked<'a> {
    /// The case is closed.
    Closed,
    /// A caseworker has withdrawn self-booking.
    Withdrawn(&'a str, chrono::NaiveDate),
    /// There is a conversation already.
    AlreadyBooked(&'a Booking),
    /// The booking to move can no longer be moved.
    CannotMove {
        /// Because it is over or cancelled, not because it is too late.
        over: bool,
    },
}

/// What stands in the way, if anything.
pub(super) fn blocked(options: &BookingOptions, purpose: Purpose) -> Option<Blocked<'_>> {
    if matches!(options.duty, ContactDuty::Closed { .. }) {
        return Some(Blocked::Closed);
    }
    match &options.self_booking {
        SelfBooking::CaseClosed => return Some(Blocked::Closed),
        SelfBooking::Withdrawn { reason, on } => return Some(Blocked::Withdrawn(reason, *on)),
        SelfBooking::Open => {}
    }
    match (purpose, &options.next_booking) {
        (Purpose::Book, None) => None,
        (Purpose::Book, Some(booking)) => Some(Blocked::AlreadyBooked(booking)),
        (Purpose::Move(id), Some(booking))
            if booking.id == id && matches!(booking.change, ChangeRight::Until { .. }) =>
        {
            None
        }
        (Purpose::Move(id), booking) => {
            let over = booking.as_ref().is_none_or(|booking| booking.id != id);
            Some(Blocked::CannotMove { over })
        }
    }
}

/// The message and where to go.
pub(super) fn blocked_message(blocked: Blocked<'_>) -> AnyView {
    let session = use_session();
    match blocked {
        Blocked::Closed => {
            let message =
                text_of(move |t| fill(t.citizen.booking.refused_closed, &[&session.phone()]));
            alert(AlertKind::Info, message, overview_link())
        }
        Blocked::Withdrawn(reason, on) => {
            let reason = reason.to_owned();
            let message = text_of(move |t| {
                let phone = fill(t.citizen.booking.refused_withdrawn, &[&session.phone()]);
                format!("{phone} {}", why_withdrawn(t, &reason, on))
            });
            alert(AlertKind::Warning, message, overview_link())
        }
        Blocked::AlreadyBooked(booking) => {
            let (at, channel, id) = (booking.starts_at, booking.channel, booking.id);
            let message = text_of(move |t| {
                let at = dates::date_time(t.language, &at);
                fill(t.citizen.booking.already, &[&at, t.common.channel(channel)])
            });
            let until = change_sentence(booking);
            let change = matches!(booking.change, ChangeRight::Until { .. }).then(|| {
                view! {
                    <LinkButton to=Route::Move(id) text=text(|t| t.citizen.booking.move_booking)/>
                }
            });
            view! {
                <Alert>
                    <p>{message}</p>
                    <p>{until}</p>
                    <div class="actions">
                        <LinkButton
                            kind=ButtonKind::Primary
                            to=Route::Booking(id)
                            text=text(|t| t.citizen.booking.see_booking)
                        />
                        {change}
                    </div>
                </Alert>
            }
            .into_any()
        }
        Blocked::CannotMove { over } => {
            let message = text_of(move |t| match over {
                true => t.citizen.booking.refused_over.to_owned(),
                false => fill(t.citizen.booking.refused_late, &[&session.phone()]),
            });
            alert(AlertKind::Warning, message, overview_link())
        }
    }
}

fn alert(kind: AlertKind, message: Text, links: AnyView) -> AnyView {
    view! {
        <Alert kind>
            <p>{message}</p>
            <div class="actions">{links}</div>
        </Alert>
    }
    .into_any()
}

fn overview_link() -> AnyView {
    view! {
        <LinkButton
            kind=ButtonKind::Primary
            to=Route::My
            text=text(|t| t.citizen.booking.see_mine)
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn an_open_case_with_nothing_booked_may_book() {
        assert_eq!(blocked(&samples::options(), Purpose::Book), None);
    }

    #[test]
    fn what_is_booked_is_moved_not_booked_again() {
        let mut options = samples::options();
        let booking = samples::booking();
        options.next_booking = Some(booking.clone());
        assert_eq!(blocked(&options, Purpose::Book), Some(Blocked::AlreadyBooked(&booking)));
        assert_eq!(blocked(&options, Purpose::Move(booking.id)), None);
    }

    #[test]
    fn a_booking_past_its_cut_off_cannot_be_moved() {
        let mut options = samples::options();
        let mut booking = samples::booking();
        booking.change = ChangeRight::TooLate { until: booking.starts_at };
        options.next_booking = Some(booking.clone());
        assert_eq!(
            blocked(&options, Purpose::Move(booking.id)),
            Some(Blocked::CannotMove { over: false })
        );
        options.next_booking = None;
        assert_eq!(
            blocked(&options, Purpose::Move(booking.id)),
            Some(Blocked::CannotMove { over: true })
        );
    }

    #[test]
    fn withdrawn_and_closed_come_first() {
        let mut options = samples::options();
        options.next_booking = Some(samples::booking());
        options.self_booking = samples::withdrawn();
        assert!(matches!(blocked(&options, Purpose::Book), Some(Blocked::Withdrawn(..))));
        options.self_booking = SelfBooking::CaseClosed;
        assert_eq!(blocked(&options, Purpose::Book), Some(Blocked::Closed));
    }
}
