//! The order of the wizard's screens, which screen a field is on, and what comes next. Plain
//! functions.

use std::collections::BTreeSet;

use contract::ids::CaseId;
use contract::retention_plan::{RetentionField, RetentionSection};
use contract::rules::{Course, EmployerMove};

use crate::routes::EmployerPage;

/// Where a screen stands: from 1, of how many.
pub fn place(section: RetentionSection) -> (u32, u32) {
    let before = RetentionSection::ALL.iter().take_while(|other| **other != section).count();
    let number = |count: usize| u32::try_from(count).unwrap_or_default();
    (number(before + 1), number(RetentionSection::ALL.len()))
}

/// The page after a screen; after the last one the check.
pub fn next(case: CaseId, section: RetentionSection) -> EmployerPage {
    beside(case, section, 1).unwrap_or(EmployerPage::Check(case))
}

/// The page before a screen; before the first one the plan.
pub fn previous(case: CaseId, section: RetentionSection) -> EmployerPage {
    beside(case, section, -1).unwrap_or(EmployerPage::Plan(case))
}

fn beside(case: CaseId, section: RetentionSection, by: isize) -> Option<EmployerPage> {
    let index = RetentionSection::ALL.iter().position(|other| *other == section)?;
    let there = RetentionSection::ALL.get(index.checked_add_signed(by)?)?;
    Some(EmployerPage::Section(case, *there))
}

/// The page a field is on.
pub fn page_of(case: CaseId, field: &RetentionField) -> EmployerPage {
    match (field.section(), field) {
        (Some(section), _) => EmployerPage::Section(case, section),
        (None, RetentionField::Answer) => EmployerPage::Answer(case),
        (None, _) => EmployerPage::Decline(case),
    }
}

/// The sections that say something, from the names of the fields that do.
pub fn said_sections<'a>(said: impl Iterator<Item = &'a str>) -> BTreeSet<RetentionSection> {
    said.filter_map(|name| RetentionField::parse(name)?.section()).collect()
}

/// Where to go on: the first section that says nothing, and the check when all say something.
pub fn go_on(case: CaseId, said: &BTreeSet<RetentionSection>) -> EmployerPage {
    let open = RetentionSection::ALL.into_iter().find(|section| !said.contains(section));
    open.map_or(EmployerPage::Check(case), |section| EmployerPage::Section(case, section))
}

/// The one next thing to do, of what can be done; none when the employer only waits. A new
/// version can be made at most times and is never the next thing.
pub fn next_move(moves: &[EmployerMove]) -> Option<EmployerMove> {
    let order =
        [EmployerMove::Answer, EmployerMove::Submit, EmployerMove::Send, EmployerMove::Begin];
    order.into_iter().find(|one| moves.contains(one))
}

/// What a receipt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptKind {
    /// The employee was sent a version.
    Sent,
    /// The municipality was sent one.
    Submitted,
    /// The municipality was answered.
    Answered,
    /// Something else has happened since.
    Other,
}

/// What the receipt of a plan that is there is about.
pub fn receipt_kind(course: Option<Course>, answered: bool) -> ReceiptKind {
    match course {
        Some(Course::Sent { .. }) => ReceiptKind::Sent,
        Some(Course::Submitted { .. }) if answered => ReceiptKind::Answered,
        Some(Course::Submitted { .. }) => ReceiptKind::Submitted,
        _ => ReceiptKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> CaseId {
        "0192f0c4-7b6a-7c3e-9d55-3f1a2b4c5d6e".parse().unwrap()
    }

    #[test]
    fn next_and_back_lead_through_every_section_to_the_check() {
        let mut page = EmployerPage::Section(case(), RetentionSection::Parties);
        let mut seen = Vec::new();
        while let EmployerPage::Section(_, section) = page {
            seen.push(section);
            let then = next(case(), section);
            if let EmployerPage::Section(_, after) = then {
                assert_eq!(previous(case(), after), page);
            }
            page = then;
        }
        assert_eq!(seen, RetentionSection::ALL);
        assert_eq!(page, EmployerPage::Check(case()));
        assert_eq!(previous(case(), RetentionSection::Parties), EmployerPage::Plan(case()));
        assert_eq!(place(RetentionSection::Absence), (2, 7));
    }

    #[test]
    fn one_goes_on_where_nothing_is_said_yet() {
        let said = said_sections(["party.contact.name", "goal", "decline-reason"].into_iter());
        assert_eq!(go_on(case(), &said), EmployerPage::Section(case(), RetentionSection::Tasks));
        let all = RetentionSection::ALL.into_iter().collect();
        assert_eq!(go_on(case(), &all), EmployerPage::Check(case()));
    }

    #[test]
    fn what_is_written_beside_the_plan_has_pages_of_its_own() {
        assert_eq!(page_of(case(), &RetentionField::Answer), EmployerPage::Answer(case()));
        assert_eq!(page_of(case(), &RetentionField::DeclineReason), EmployerPage::Decline(case()));
    }

    #[test]
    fn of_what_can_be_done_one_thing_comes_first() {
        let next = |course| next_move(&Course::employer_moves(course));
        assert_eq!(next(None), Some(EmployerMove::Begin));
        assert_eq!(next(Some(Course::Requested { last: 0 })), Some(EmployerMove::Begin));
        assert_eq!(
            next(Some(Course::Drafting { last: 0, revises: None })),
            Some(EmployerMove::Send)
        );
        assert_eq!(next(Some(Course::Sent { version: 1 })), None);
        assert_eq!(next(Some(Course::Approved { version: 1 })), Some(EmployerMove::Submit));
        assert_eq!(next(Some(Course::Submitted { version: 1 })), None);
        assert_eq!(next(Some(Course::Questioned { version: 1 })), Some(EmployerMove::Answer));
        assert_eq!(next(Some(Course::Acknowledged { version: 1 })), None);
        assert_eq!(next(Some(Course::Closed { last: 1 })), Some(EmployerMove::Begin));
    }

    #[test]
    fn a_receipt_says_what_was_sent_last() {
        let submitted = Some(Course::Submitted { version: 2 });
        assert_eq!(receipt_kind(Some(Course::Sent { version: 2 }), true), ReceiptKind::Sent);
        assert_eq!(receipt_kind(submitted, false), ReceiptKind::Submitted);
        assert_eq!(receipt_kind(submitted, true), ReceiptKind::Answered);
        assert_eq!(receipt_kind(None, false), ReceiptKind::Other);
    }
}
