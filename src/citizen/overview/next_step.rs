//! Which one thing Min side puts on top. Plain data in, plain data out; draws nothing.

use chrono::NaiveDate;
use contract::booking::{Booking, CaseOverview, ChangedBy, OfferedTime, PastBooking, SelfBooking};
use contract::rules::{ContactDuty, Deadline, Exemption};

/// The one next thing to do.
#[derive(Debug, PartialEq)]
pub enum NextStep<'a> {
    /// A conversation is booked.
    Booked(&'a Booking),
    /// A conversation is due and can be booked in time.
    Book {
        /// By when, and why.
        deadline: &'a Deadline,
        /// The first free time.
        first_free: &'a OfferedTime,
    },
    /// A conversation is due, and the first free time lies after the last day to hold it.
    BookLate {
        /// By when, and why.
        deadline: &'a Deadline,
        /// The first free time.
        first_free: &'a OfferedTime,
    },
    /// The last day has passed with nothing booked.
    Overdue {
        /// By when it was, and why.
        deadline: &'a Deadline,
        /// The first free time, if there is one.
        first_free: Option<&'a OfferedTime>,
    },
    /// A conversation is due, and there is nothing to book.
    NoTimes(&'a Deadline),
    /// Nothing is required; the right to a conversation remains.
    Exempt {
        /// Why.
        because: &'a Exemption,
        /// The first free time, if there is one.
        first_free: Option<&'a OfferedTime>,
    },
    /// The citizen cannot book without a caseworker.
    Withdrawn {
        /// In the caseworker's words.
        reason: &'a str,
        /// The day it was decided.
        on: NaiveDate,
        /// By when a conversation is due, if one is.
        deadline: Option<&'a Deadline>,
    },
    /// The case is closed, since when if known.
    Closed(Option<NaiveDate>),
}

/// Picks the one next thing. What is agreed comes before what is owed, and what stops the
/// citizen from booking before a button that would not work.
pub fn next_step(overview: &CaseOverview) -> NextStep<'_> {
    if let ContactDuty::Closed { on } = &overview.duty {
        return NextStep::Closed(Some(*on));
    }
    if let Some(booking) = &overview.next_booking {
        return NextStep::Booked(booking);
    }
    let first_free = overview.first_free.as_ref();
    match (&overview.self_booking, &overview.duty) {
        (SelfBooking::CaseClosed, _) | (_, ContactDuty::Closed { .. }) => NextStep::Closed(None),
        (SelfBooking::Withdrawn { reason, on }, duty) => {
            NextStep::Withdrawn { reason, on: *on, deadline: due(duty) }
        }
        (SelfBooking::Open, ContactDuty::Exempt(because)) => {
            NextStep::Exempt { because, first_free }
        }
        (SelfBooking::Open, ContactDuty::Due(deadline)) => {
            due_step(deadline, overview.overdue, first_free)
        }
    }
}

/// The conversation that a caseworker cancelled though its day has not passed, unless the
/// citizen has booked since.
pub fn cancelled_ahead(overview: &CaseOverview) -> Option<&PastBooking> {
    if overview.next_booking.is_some() {
        return None;
    }
    let cancelled_at = |past: &&PastBooking| past.cancelled.as_ref().map(|how| how.at);
    let last = overview.past.iter().max_by_key(cancelled_at)?;
    let by_caseworker = last.cancelled.as_ref()?.by == ChangedBy::Caseworker;
    (by_caseworker && last.starts_at.date_naive() >= overview.today).then_some(last)
}

fn due(duty: &ContactDuty) -> Option<&Deadline> {
    match duty {
        ContactDuty::Due(deadline) => Some(deadline),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    }
}

fn due_step<'a>(
    deadline: &'a Deadline,
    overdue: bool,
    first_free: Option<&'a OfferedTime>,
) -> NextStep<'a> {
    match first_free {
        first_free if overdue => NextStep::Overdue { deadline, first_free },
        None => NextStep::NoTimes(deadline),
        Some(first_free) if first_free.starts_at.date_naive() > deadline.hold_by => {
            NextStep::BookLate { deadline, first_free }
        }
        Some(first_free) => NextStep::Book { deadline, first_free },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn a_due_conversation_with_a_time_in_time_is_booked() {
        let overview = samples::overview();
        assert!(matches!(next_step(&overview), NextStep::Book { .. }));
    }

    #[test]
    fn a_time_after_the_deadline_is_said_to_be_late() {
        let mut overview = samples::overview();
        overview.first_free = Some(samples::time("2026-12-30T10:15:00+01:00"));
        assert!(matches!(next_step(&overview), NextStep::BookLate { .. }));
    }

    #[test]
    fn without_times_there_is_a_phone_number() {
        let mut overview = samples::overview();
        overview.first_free = None;
        assert!(matches!(next_step(&overview), NextStep::NoTimes(_)));
    }

    #[test]
    fn overdue_offers_a_time_or_a_phone_number() {
        let mut overview = samples::overview();
        overview.overdue = true;
        assert!(matches!(next_step(&overview), NextStep::Overdue { first_free: Some(_), .. }));
        overview.first_free = None;
        assert!(matches!(next_step(&overview), NextStep::Overdue { first_free: None, .. }));
    }

    #[test]
    fn what_is_booked_comes_before_what_is_owed() {
        let mut overview = samples::overview();
        overview.overdue = true;
        overview.next_booking = Some(samples::booking());
        overview.self_booking = samples::withdrawn();
        assert!(matches!(next_step(&overview), NextStep::Booked(_)));
    }

    #[test]
    fn what_a_caseworker_cancelled_is_said_until_its_day_has_passed() {
        let mut overview = samples::overview();
        assert_eq!(cancelled_ahead(&overview), None);
        let cancelled = samples::cancelled(ChangedBy::Caseworker, "2026-11-20T09:00:00+01:00");
        overview.past = vec![cancelled.clone()];
        assert_eq!(cancelled_ahead(&overview), Some(&cancelled));
        overview.today = samples::day("2026-12-02");
        assert_eq!(cancelled_ahead(&overview), None);
    }

    #[test]
    fn what_was_booked_or_cancelled_since_silences_an_older_cancellation() {
        let mut overview = samples::overview();
        overview.past = vec![
            samples::cancelled(ChangedBy::Caseworker, "2026-11-20T09:00:00+01:00"),
            samples::cancelled(ChangedBy::Citizen, "2026-11-21T09:00:00+01:00"),
        ];
        assert_eq!(cancelled_ahead(&overview), None);
        overview.past.pop();
        overview.next_booking = Some(samples::booking());
        assert_eq!(cancelled_ahead(&overview), None);
    }

    #[test]
    fn withdrawn_self_booking_comes_before_a_button_that_would_not_work() {
        let mut overview = samples::overview();
        overview.self_booking = samples::withdrawn();
        assert!(matches!(next_step(&overview), NextStep::Withdrawn { deadline: Some(_), .. }));
    }

    #[test]
    fn standby_keeps_the_right_to_ask() {
        let mut overview = samples::overview();
        overview.duty =
            ContactDuty::Exempt(Exemption::Standby { since: samples::day("2026-10-01") });
        assert!(matches!(next_step(&overview), NextStep::Exempt { first_free: Some(_), .. }));
    }

    #[test]
    fn a_closed_case_asks_for_nothing() {
        let mut overview = samples::overview();
        overview.duty = ContactDuty::Closed { on: samples::day("2026-11-01") };
        overview.self_booking = SelfBooking::CaseClosed;
        assert_eq!(next_step(&overview), NextStep::Closed(Some(samples::day("2026-11-01"))));
    }
}
