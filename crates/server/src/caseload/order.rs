//! The order of the list: who will miss a deadline first. Looks at nothing but the rows.

use chrono::NaiveDate;
use contract::caseload::{Attention, CaseRow};
use rules::ContactDuty;

/// How pressing a case is; the first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// No rule set governs it: nobody knows how late it is.
    Unknown,
    /// The conversation is late; of two on the same day the one that is not booked comes first.
    Late { hold_by: NaiveDate, booked: bool },
    /// Only the contact with the employer is.
    LateContact { by: NaiveDate },
    /// A day will be missed unless something is done.
    Unmet { by: NaiveDate, what: Unmet },
    /// A time is booked that meets the deadline.
    Booked { hold_by: NaiveDate },
    /// Nothing is due.
    NothingDue,
}

/// Whose day it is; of two on the same day the first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unmet {
    /// The conversation's, and no time is booked that will do.
    Open,
    /// That of the contact with the employer.
    EmployerContact,
}

/// The rows in order. Equals stay as they came.
pub fn in_order(mut rows: Vec<CaseRow>) -> Vec<CaseRow> {
    rows.sort_by_key(urgency);
    rows
}

fn urgency(row: &CaseRow) -> Urgency {
    let (mut open, mut late, mut contact, mut contact_late) = (false, false, None, false);
    for one in &row.attention {
        match one {
            Attention::NoRuleSet => return Urgency::Unknown,
            Attention::Late { .. } => late = true,
            Attention::NoBooking { .. } => open = true,
            Attention::NoEmployerContact { by, late } => (contact, contact_late) = (*by, *late),
            _ => {}
        }
    }
    let hold_by = match &row.duty {
        Some(ContactDuty::Due(deadline)) => Some(deadline.hold_by),
        Some(ContactDuty::Exempt(_) | ContactDuty::Closed { .. }) | None => None,
    };
    if let Some(hold_by) = hold_by.filter(|_| late) {
        return Urgency::Late { hold_by, booked: !open };
    }
    if let Some(by) = contact.filter(|_| contact_late) {
        return Urgency::LateContact { by };
    }
    let conversation = hold_by.filter(|_| open).map(|by| (by, Unmet::Open));
    let contact = contact.map(|by| (by, Unmet::EmployerContact));
    let unmet = conversation.into_iter().chain(contact).min();
    match (unmet, hold_by) {
        (Some((by, what)), _) => Urgency::Unmet { by, what },
        (None, Some(hold_by)) => Urgency::Booked { hold_by },
        (None, None) => Urgency::NothingDue,
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
            duty: Some(hold_by.map_or(ContactDuty::Exempt(Exemption::ByAgreement), due)),
            next_booking_at: None,
            attention: attention.to_vec(),
        }
    }

    const OPEN: Attention = Attention::NoBooking { self_booking_over: false };

    const fn late(days: u32) -> Attention {
        Attention::Late { days }
    }

    fn contact(by: &str) -> Attention {
        Attention::NoEmployerContact { by: Some(by.parse().unwrap()), late: false }
    }

    fn late_contact(by: &str) -> Attention {
        Attention::NoEmployerContact { by: Some(by.parse().unwrap()), late: true }
    }

    fn order(rows: Vec<CaseRow>) -> Vec<String> {
        in_order(rows).into_iter().map(|row| row.case_number).collect()
    }

    #[test]
    fn who_will_miss_a_deadline_first_comes_first() {
        let no_rules = CaseRow { duty: None, ..row("no rules", None, &[Attention::NoRuleSet]) };
        let rows = vec![
            row("exempt", None, &[]),
            row("booked, early", Some("2026-12-03"), &[]),
            row("open, later", Some("2026-12-10"), &[OPEN]),
            row("late, booked", Some("2026-11-28"), &[late(3)]),
            row("late, open", Some("2026-11-28"), &[late(3), OPEN]),
            row("open, soon", Some("2026-12-04"), &[Attention::ThisWeek, OPEN]),
            row("very late", Some("2026-11-01"), &[late(30)]),
            row("on standby", None, &[]),
            row("open, soon, again", Some("2026-12-04"), &[OPEN]),
            no_rules,
        ];
        let expected = [
            "no rules",
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
        assert_eq!(order(rows), expected);
    }

    #[test]
    fn late_conversations_come_before_late_contacts_and_both_before_what_will_be_late() {
        let expected = [
            (
                "conversation and contact",
                Some("2026-11-10"),
                vec![late(20), late_contact("2026-11-10")],
            ),
            ("conversation", Some("2026-11-28"), vec![late(2), OPEN]),
            ("contact, a month ago", None, vec![late_contact("2026-11-02")]),
            (
                "contact, with a time to book",
                Some("2026-12-01"),
                vec![OPEN, late_contact("2026-11-20")],
            ),
            ("conversation today", Some("2026-11-30"), vec![Attention::ThisWeek, OPEN]),
        ];
        let mut rows: Vec<CaseRow> = expected
            .iter()
            .map(|(name, hold_by, attention)| row(name, *hold_by, attention))
            .collect();
        rows.reverse();
        assert_eq!(order(rows), expected.map(|(name, ..)| name));
    }

    #[test]
    fn the_earliest_day_that_is_not_met_decides() {
        let unknown = Attention::NoEmployerContact { by: None, late: false };
        let expected = [
            // What will be.
            ("contact before it", Some("2026-12-20"), vec![contact("2026-12-02")]),
            ("contact after it", Some("2026-12-03"), vec![OPEN, contact("2026-12-09")]),
            ("conversation", Some("2026-12-04"), vec![OPEN]),
            ("contact on the same day", Some("2026-12-30"), vec![contact("2026-12-04")]),
            ("contact alone", Some("2026-12-01"), vec![contact("2026-12-05")]),
            // What is met, or has no day.
            ("booked", Some("2026-12-01"), vec![]),
            ("booked, contact some day", Some("2026-12-02"), vec![unknown]),
            ("contact some day", None, vec![unknown]),
        ];
        let mut rows: Vec<CaseRow> = expected
            .iter()
            .map(|(name, hold_by, attention)| row(name, *hold_by, attention))
            .collect();
        rows.reverse();
        assert_eq!(order(rows), expected.map(|(name, ..)| name));
    }
}
