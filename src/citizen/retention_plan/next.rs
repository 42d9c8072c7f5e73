//! Which one thing the overview puts on top. Plain data in, plain data out; draws nothing.

use contract::retention_plan::{CitizenRetentionPage, CourseEvent, CourseEventKind};
use contract::rules::{CitizenMove, Course};

/// The one next thing.
#[derive(Debug, PartialEq)]
pub(super) enum Next<'a> {
    /// Nobody to make a plan with.
    NoEmployer,
    /// The case is closed.
    Closed,
    /// A plan is to be read and answered.
    Read {
        /// Which version.
        version: u32,
    },
    /// It is approved and can be sent.
    Submit {
        /// Which version.
        version: u32,
    },
    /// The municipality has asked.
    Answer(Option<&'a CourseEvent>),
    /// The employer has said no; perhaps a plan can be asked for again.
    Declined {
        /// By whom, when and why.
        event: Option<&'a CourseEvent>,
        /// Can it be?
        can_ask: bool,
    },
    /// A plan can be asked for.
    Ask {
        /// Has there been one?
        again: bool,
    },
    /// Somebody else's turn; perhaps the wish can be taken back.
    Wait {
        /// Can it be?
        can_withdraw: bool,
    },
}

/// Picks it. What can be done, the server says.
pub(super) fn next(page: &CitizenRetentionPage) -> Next<'_> {
    if page.employer.is_none() {
        return Next::NoEmployer;
    }
    if page.case_closed {
        return Next::Closed;
    }
    let can = |one| page.moves.contains(&one);
    let course = page.course.as_ref().map(|view| view.course);
    match course {
        Some(Course::Sent { version }) if can(CitizenMove::Approve) => Next::Read { version },
        Some(Course::Approved { version }) if can(CitizenMove::Submit) => Next::Submit { version },
        Some(Course::Questioned { .. }) if can(CitizenMove::Answer) => {
            Next::Answer(newest(page, CourseEventKind::Questioned))
        }
        Some(Course::Declined { .. }) => Next::Declined {
            event: newest(page, CourseEventKind::Declined),
            can_ask: can(CitizenMove::Request),
        },
        course if can(CitizenMove::Request) => Next::Ask { again: course.is_some() },
        _ => Next::Wait { can_withdraw: is_own_wish(page) && can(CitizenMove::WithdrawRequest) },
    }
}

/// Was it the citizen who asked, rather than the caseworker who suggested it? Only one's own wish
/// is taken back.
fn is_own_wish(page: &CitizenRetentionPage) -> bool {
    let events = page.course.as_ref().map(|view| view.events.as_slice()).unwrap_or_default();
    let wish = events
        .iter()
        .map(|event| event.kind)
        .find(|kind| matches!(kind, CourseEventKind::Requested | CourseEventKind::Suggested));
    wish != Some(CourseEventKind::Suggested)
}

/// The newest event of a kind.
pub(super) fn newest(page: &CitizenRetentionPage, kind: CourseEventKind) -> Option<&CourseEvent> {
    page.course.as_ref()?.events.iter().find(|event| event.kind == kind)
}

#[cfg(test)]
pub(super) mod tests {
    use contract::draft::Draft;
    use contract::retention_plan::CourseView;

    use super::*;
    use crate::citizen::samples::day;

    pub(in super::super) fn page(course: Option<Course>) -> CitizenRetentionPage {
        CitizenRetentionPage {
            today: day("2026-12-10"),
            employee: "Mads".into(),
            first_absence: day("2026-10-14"),
            eight_weeks_on: day("2026-12-09"),
            employer: Some("Solsikken".into()),
            case_closed: false,
            course: course.map(|course| CourseView {
                course,
                next: course.next_move(),
                since: "2026-12-01T09:00:00+01:00".parse().unwrap(),
                events: Vec::new(),
            }),
            moves: Course::citizen_moves(course),
            versions: Vec::new(),
            latest: None,
            agreed: None,
            reports: Vec::new(),
            draft: Draft::default(),
            answer_days: 7,
            round_table_offered: false,
            round_table: None,
        }
    }

    #[test]
    fn each_state_has_its_one_next_thing() {
        let table = [
            (None, Next::Ask { again: false }),
            (Some(Course::Requested { last: 0 }), Next::Wait { can_withdraw: true }),
            (Some(Course::Drafting { last: 0, revises: None }), Next::Wait { can_withdraw: false }),
            (Some(Course::Sent { version: 2 }), Next::Read { version: 2 }),
            (Some(Course::ChangesAsked { version: 2 }), Next::Wait { can_withdraw: false }),
            (Some(Course::Approved { version: 2 }), Next::Submit { version: 2 }),
            (Some(Course::Submitted { version: 2 }), Next::Wait { can_withdraw: false }),
            (Some(Course::Questioned { version: 2 }), Next::Answer(None)),
            (Some(Course::Acknowledged { version: 2 }), Next::Wait { can_withdraw: false }),
            (Some(Course::Declined { last: 0 }), Next::Declined { event: None, can_ask: true }),
            (Some(Course::Closed { last: 2 }), Next::Ask { again: true }),
        ];
        for (course, expected) in table {
            assert_eq!(next(&page(course)), expected, "{course:?}");
        }
    }

    #[test]
    fn only_ones_own_wish_is_taken_back() {
        let mut page = page(Some(Course::Requested { last: 0 }));
        let event = |kind| CourseEvent {
            kind,
            by: None,
            name: String::new(),
            at: "2026-12-01T09:00:00+01:00".parse().unwrap(),
            version: None,
            text: String::new(),
        };
        let events = |page: &mut CitizenRetentionPage, kinds: &[CourseEventKind]| {
            if let Some(course) = &mut page.course {
                course.events = kinds.iter().map(|kind| event(*kind)).collect();
            }
        };
        events(&mut page, &[CourseEventKind::Suggested, CourseEventKind::Requested]);
        assert_eq!(next(&page), Next::Wait { can_withdraw: false });
        events(&mut page, &[CourseEventKind::Requested, CourseEventKind::Suggested]);
        assert_eq!(next(&page), Next::Wait { can_withdraw: true });
    }

    #[test]
    fn without_an_employer_or_with_a_closed_case_there_is_nothing_to_do() {
        let mut page = page(Some(Course::Sent { version: 1 }));
        page.case_closed = true;
        assert_eq!(next(&page), Next::Closed);
        page.employer = None;
        assert_eq!(next(&page), Next::NoEmployer);
    }

    #[test]
    fn who_can_do_nothing_is_offered_nothing() {
        for course in
            [None, Some(Course::Sent { version: 1 }), Some(Course::Approved { version: 1 })]
        {
            let page = CitizenRetentionPage { moves: Vec::new(), ..page(course) };
            assert_eq!(next(&page), Next::Wait { can_withdraw: false });
        }
    }
}
