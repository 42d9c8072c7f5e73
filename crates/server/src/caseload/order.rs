//! The order of the list: who will miss a deadline first. Looks at nothing but the rows.

use std::cmp::Reverse;

use chrono::NaiveDate;
use contract::caseload::{Attention, AttentionKind, CaseRow};
use rules::ContactDuty;

/// How pressing a case is; the first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// The most days late first; of those one that has no time yet.
    Late { days: Reverse<u32>, booked: bool },
    /// The deadline will be missed unless a time is booked.
    Open { hold_by: NaiveDate },
    /// A time is booked that meets the deadline.
    Booked { hold_by: NaiveDate },
    /// Nothing is due.
    NothingDue,
}

/// The rows in order. Equals stay as they came.
pub fn in_order(mut rows: Vec<CaseRow>) -> Vec<CaseRow> {
    rows.sort_by_key(urgency);
    rows
}

fn urgency(row: &CaseRow) -> Urgency {
    let waits_for = |kind| row.attention.iter().find(|one| one.kind() == kind);
    let not_booked = waits_for(AttentionKind::NoBooking).is_some();
    match (waits_for(AttentionKind::Late), &row.duty) {
        (Some(Attention::Late { days }), _) => {
            Urgency::Late { days: Reverse(*days), booked: !not_booked }
        }
        (_, ContactDuty::Due(deadline)) if not_booked => {
            Urgency::Open { hold_by: deadline.hold_by }
        }
        (_, ContactDuty::Due(deadline)) => Urgency::Booked { hold_by: deadline.hold_by },
        (_, ContactDuty::Exempt(_) | ContactDuty::Closed { .. }) => Urgency::NothingDue,
    }
}

#[cfg(test)]
mod tests {
    use contract::ids::{CaseId, CaseworkerId};
    use rules::{Because, Deadline, Exemption};
    use uuid::Uuid;

    use super::*;

    fn row(number: &str, hold_by: Option<&str>, attention: &[Attention]) -> CaseRow {
        let due = |day: &str| {
            let hold_by = day.parse().unwrap();
            let because = Because::FirstWithinWeeks { weeks: 8, from: hold_by };
            ContactDuty::Due(Deadline { book_by: hold_by, hold_by, because })
        };
        CaseRow {
            id: CaseId(Uuid::nil()),
            case_number: number.to_owned(),
            citizen: String::new(),
            caseworker_id: CaseworkerId(Uuid::nil()),
            caseworker: String::new(),
            duty: hold_by.map_or(ContactDuty::Exempt(Exemption::ByAgreement), due),
            next_booking_at: None,
            attention: attention.to_vec(),
        }
    }

    #[test]
    fn who_will_miss_a_deadline_first_comes_first() {
        let late = |days| Attention::Late { days };
        let open = Attention::NoBooking { self_booking_over: false };
        let rows = vec![
            row("exempt", None, &[]),
            row("booked, early", Some("2026-12-03"), &[]),
            row("open, later", Some("2026-12-10"), &[open]),
            row("late, booked", Some("2026-11-28"), &[late(3)]),
            row("late, open", Some("2026-11-28"), &[late(3), open]),
            row("open, soon", Some("2026-12-04"), &[Attention::ThisWeek, open]),
            row("very late", Some("2026-11-01"), &[late(30)]),
            row("on standby", None, &[]),
            row("open, soon, again", Some("2026-12-04"), &[open]),
        ];
        let order: Vec<String> = in_order(rows).into_iter().map(|row| row.case_number).collect();
        let expected = [
            "very late",
            "late, open",
            "late, booked",
            "open, soon",
            "open, soon, again",
            "open, later",
            "booked, early",
            "exempt",
            "on standby",
        ];
        assert_eq!(order, expected);
    }
}
