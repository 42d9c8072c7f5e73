//! What a refused booking, move or cancellation says, and where to go next. Decides nothing
//! the server has not decided.

use contract::booking::OfferedTime;
use contract::problem::ErrorCode;

use crate::api::ApiError;
use crate::text::{Texts, fill};

/// Where a person can go after a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextWay {
    /// To another time, the nearest ones right here.
    OtherTime,
    /// To the choice of channel.
    OtherChannel,
    /// To Min side: there is something agreed, or nothing to do.
    Overview,
    /// To the details, to mend them.
    Details,
    /// Press again: the same attempt is sent.
    SameAgain,
}

/// A refusal, as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why the server said no, or that it did not answer.
    pub error: ApiError,
    /// Where to go next.
    pub way: NextWay,
}

impl Refusal {
    /// Of what went wrong.
    pub fn of(error: ApiError) -> Self {
        let way = match error.code() {
            Some(code) => way(code),
            None => NextWay::SameAgain,
        };
        Self { error, way }
    }

    /// Is there any sense in asking for the same again?
    pub fn may_repeat(&self) -> bool {
        matches!(self.way, NextWay::SameAgain | NextWay::Details)
    }

    /// May the same request have been carried out all the same? Then its key is kept.
    pub fn leaves_open(&self) -> bool {
        leaves_open(&self.error)
    }

    /// The nearest free times the server names.
    pub fn nearest(&self) -> &[OfferedTime] {
        match &self.error {
            ApiError::Problem(problem) => &problem.nearest,
            ApiError::Offline | ApiError::Unexpected => &[],
        }
    }

    /// The sentence to show.
    pub fn message(&self, t: &Texts, phone: &str) -> String {
        match self.error.code() {
            Some(code) => fill(sentence(t, code), &[phone]),
            None if self.error == ApiError::Offline => t.citizen.booking.no_answer.to_owned(),
            None => fill(t.citizen.booking.refused_other, &[phone]),
        }
    }
}

/// May a request have been carried out all the same?
pub fn leaves_open(error: &ApiError) -> bool {
    match error.code() {
        None => true,
        Some(code) => matches!(
            code,
            ErrorCode::Internal
                | ErrorCode::Busy
                | ErrorCode::TooManyRequests
                | ErrorCode::NotSignedIn
        ),
    }
}

fn way(code: ErrorCode) -> NextWay {
    use ErrorCode as E;
    match code {
        E::SlotTaken | E::SlotTooSoon | E::NoRoomFree | E::NotFound => NextWay::OtherTime,
        E::ChannelNotOffered | E::ChannelLocked => NextWay::OtherChannel,
        E::InvalidFields => NextWay::Details,
        E::AlreadyBooked
        | E::TooLateToChange
        | E::BookingNotOpen
        | E::SelfBookingWithdrawn
        | E::CaseClosed
        | E::NotAllowed => NextWay::Overview,
        _ => NextWay::SameAgain,
    }
}

fn sentence(t: &Texts, code: ErrorCode) -> &str {
    use ErrorCode as E;
    let booking = &t.citizen.booking;
    match code {
        E::SlotTaken => booking.taken,
        E::SlotTooSoon => booking.too_soon,
        E::NoRoomFree => booking.no_room,
        E::NotFound => booking.not_found_time,
        E::ChannelNotOffered | E::ChannelLocked => booking.refused_channel,
        E::AlreadyBooked => booking.refused_already,
        E::TooLateToChange => booking.refused_late,
        E::BookingNotOpen => booking.refused_over,
        E::SelfBookingWithdrawn => booking.refused_withdrawn,
        E::CaseClosed => booking.refused_closed,
        E::InvalidFields => booking.refused_fields,
        E::PreviewIsReadOnly | E::NotAllowed => t.common.looks_on,
        E::Busy | E::TooManyRequests => booking.refused_busy,
        E::NotSignedIn => booking.signed_out,
        _ => booking.refused_other,
    }
}

#[cfg(test)]
mod tests {
    use contract::problem::Problem;

    use super::*;
    use crate::api::samples::problem;
    use crate::citizen::samples;
    use crate::text::Language;

    fn refusal(code: ErrorCode) -> Refusal {
        let nearest = vec![samples::time("2026-12-01T10:15:00+01:00")];
        Refusal::of(ApiError::Problem(Box::new(Problem { nearest, ..problem(code) })))
    }

    #[test]
    fn a_taken_time_offers_the_nearest() {
        let taken = refusal(ErrorCode::SlotTaken);
        assert_eq!((taken.way, taken.nearest().len()), (NextWay::OtherTime, 1));
        let message = taken.message(Language::Da.texts(), "70 10 20 30");
        assert!(message.starts_with("Tiden er lige blevet taget."), "{message}");
        assert!(!taken.leaves_open());
    }

    #[test]
    fn no_answer_keeps_the_attempt_open() {
        let offline = Refusal::of(ApiError::Offline);
        assert_eq!(offline.way, NextWay::SameAgain);
        assert!(offline.leaves_open());
        assert!(refusal(ErrorCode::NotSignedIn).leaves_open());
        assert!(!refusal(ErrorCode::AlreadyBooked).leaves_open());
    }

    #[test]
    fn in_a_preview_every_button_stays() {
        assert!(refusal(ErrorCode::PreviewIsReadOnly).may_repeat());
        assert!(!refusal(ErrorCode::PreviewIsReadOnly).leaves_open());
    }

    #[test]
    fn refusals_that_need_a_person_name_the_phone() {
        for code in [
            ErrorCode::SelfBookingWithdrawn,
            ErrorCode::CaseClosed,
            ErrorCode::TooLateToChange,
            ErrorCode::Internal,
        ] {
            let message = refusal(code).message(Language::Da.texts(), "70 10 20 30");
            assert!(message.contains("70 10 20 30"), "{message}");
        }
    }
}
