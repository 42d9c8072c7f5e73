//! Rows for the tests of the list.

use contract::caseload::{Attention, CaseRow};
use contract::ids::{CaseId, CaseworkerId};
use contract::rules::{Because, ContactDuty, Deadline};
use uuid::Uuid;

/// A caseworker.
pub const HANNE: CaseworkerId = CaseworkerId(Uuid::from_u128(1));
/// Another.
pub const THOMAS: CaseworkerId = CaseworkerId(Uuid::from_u128(2));

/// A case whose first conversation is due by 4 December, and can be booked until 20 November.
pub fn row(citizen: &str, caseworker: CaseworkerId, attention: &[Attention]) -> CaseRow {
    let day = |text: &str| text.parse().unwrap();
    let because = Because::FirstWithinWeeks { weeks: 8, from: day("2026-10-10") };
    let deadline = Deadline { book_by: day("2026-11-20"), hold_by: day("2026-12-04"), because };
    CaseRow {
        id: CaseId(Uuid::nil()),
        case_number: format!("2026-{citizen}"),
        citizen: citizen.to_owned(),
        caseworker_id: caseworker,
        caseworker: if caseworker == HANNE { "Hanne" } else { "Thomas" }.to_owned(),
        duty: Some(ContactDuty::Due(deadline)),
        next_booking_at: None,
        attention: attention.to_vec(),
    }
}
