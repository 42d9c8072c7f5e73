//! The course of a retention plan: its way, and what can never happen.

use proptest::prelude::*;
use rules::{
    CitizenMove, Course, CourseMove, EmployerMove, IllegalMove, NextMove, Revised, StaffMove,
};

use CourseMove::{Citizen, Employer, Staff};

fn after(moves: &[CourseMove]) -> Result<Option<Course>, IllegalMove> {
    moves.iter().try_fold(None, |course, one| Course::after(course, *one).map(Some))
}

fn every_move() -> Vec<CourseMove> {
    let citizen = CitizenMove::ALL.into_iter().map(Citizen);
    let employer = EmployerMove::ALL.into_iter().map(Employer);
    citizen.chain(employer).chain(StaffMove::ALL.into_iter().map(Staff)).collect()
}

const AGREED: [CourseMove; 4] = [
    Employer(EmployerMove::Begin),
    Employer(EmployerMove::Send),
    Citizen(CitizenMove::Approve),
    Citizen(CitizenMove::Submit),
];

#[test]
fn a_plan_travels_from_the_request_to_the_acknowledgement() {
    let moves = [
        Citizen(CitizenMove::Request),
        Employer(EmployerMove::Begin),
        Employer(EmployerMove::Send),
        Citizen(CitizenMove::AskChanges),
        Employer(EmployerMove::Send),
        Citizen(CitizenMove::Approve),
        Employer(EmployerMove::Submit),
        Staff(StaffMove::Acknowledge),
    ];
    assert_eq!(after(&moves), Ok(Some(Course::Acknowledged { version: 2 })));
}

#[test]
fn a_revision_is_a_new_version_that_goes_the_same_way() {
    let mut moves = AGREED.to_vec();
    moves.extend([Staff(StaffMove::Acknowledge), Employer(EmployerMove::Revise)]);
    let revises = Some(Revised::Acknowledged);
    assert_eq!(after(&moves), Ok(Some(Course::Drafting { last: 1, revises })));
    moves.push(Employer(EmployerMove::Send));
    assert_eq!(after(&moves), Ok(Some(Course::Sent { version: 2 })));
}

#[test]
fn what_waits_to_be_read_is_not_revised() {
    for at in 2..=AGREED.len() {
        let now = after(&AGREED[..at]).unwrap();
        let revise = Employer(EmployerMove::Revise);
        assert_eq!(Course::after(now, revise), Err(IllegalMove), "{now:?}");
    }
}

#[test]
fn a_new_version_that_was_sent_is_not_dropped() {
    let mut moves = AGREED.to_vec();
    moves.extend([Staff(StaffMove::Acknowledge), Employer(EmployerMove::Revise)]);
    for by in [Employer(EmployerMove::Send), Employer(EmployerMove::TakeBack)] {
        moves.push(by);
        let drop = Employer(EmployerMove::DropRevision);
        assert_eq!(Course::after(after(&moves).unwrap(), drop), Err(IllegalMove));
    }
    assert_eq!(after(&moves), Ok(Some(Course::Drafting { last: 2, revises: None })));
}

#[test]
fn a_question_is_answered_or_the_plan_is_acknowledged_without() {
    let mut moves = AGREED.to_vec();
    moves.push(Staff(StaffMove::Ask));
    let asked = after(&moves).unwrap();
    assert_eq!(asked.map(Course::next_move), Some(NextMove::Either));
    for answer in [Citizen(CitizenMove::Answer), Employer(EmployerMove::Answer)] {
        assert_eq!(Course::after(asked, answer), Ok(Course::Submitted { version: 1 }));
    }
    assert!(Course::after(asked, Staff(StaffMove::Acknowledge)).is_ok());
}

#[test]
fn the_employer_may_decline_until_the_employee_has_something_to_answer() {
    let decline = Employer(EmployerMove::Decline);
    let requested = after(&[Citizen(CitizenMove::Request)]).unwrap();
    assert_eq!(Course::after(requested, decline), Ok(Course::Declined { last: 0 }));
    assert_eq!(Course::after(after(&AGREED[..2]).unwrap(), decline), Err(IllegalMove));
    assert_eq!(Course::after(after(&AGREED).unwrap(), decline), Err(IllegalMove));
}

#[test]
fn the_caseworker_may_close_whatever_is_not_over() {
    let close = Staff(StaffMove::Close);
    let (mut now, mut closed) = (None, 0);
    for by in [Citizen(CitizenMove::Request)].iter().chain(&AGREED) {
        now = Course::after(now, *by).ok();
        let last = now.map_or(0, Course::last_version);
        assert_eq!(Course::after(now, close), Ok(Course::Closed { last }), "{now:?}");
        closed += 1;
    }
    assert_eq!(closed, 5);
    assert_eq!(Course::after(Some(Course::Closed { last: 1 }), close), Err(IllegalMove));
    assert_eq!(Course::after(None, close), Err(IllegalMove));
}

#[test]
fn after_a_no_anybody_may_begin_again_and_versions_count_on() {
    let no = Some(Course::Declined { last: 3 });
    for (by, then) in [
        (Citizen(CitizenMove::Request), Course::Requested { last: 3 }),
        (Staff(StaffMove::Suggest), Course::Requested { last: 3 }),
        (Employer(EmployerMove::Begin), Course::Drafting { last: 3, revises: None }),
    ] {
        assert_eq!(Course::after(no, by), Ok(then));
    }
}

proptest! {
    #[test]
    fn nothing_reaches_the_municipality_without_the_employee_having_approved_it(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..40),
    ) {
        let moves = every_move();
        let mut course: Option<Course> = None;
        let mut approved = None;
        for pick in picks {
            let by = *pick.get(&moves);
            let Ok(next) = Course::after(course, by) else { continue };
            if let Course::Approved { version } = next {
                prop_assert_eq!(by, Citizen(CitizenMove::Approve));
                approved = Some(version);
            }
            if let Course::Submitted { version }
            | Course::Questioned { version }
            | Course::Acknowledged { version } = next
            {
                prop_assert_eq!(approved, Some(version));
            }
            prop_assert!(next.last_version() >= course.map_or(0, Course::last_version));
            if by == Employer(EmployerMove::Revise) {
                let dropped = Course::after(Some(next), Employer(EmployerMove::DropRevision));
                prop_assert_eq!(dropped.ok(), course, "as if it had never been begun");
            }
            course = Some(next);
        }
    }

    #[test]
    fn the_moves_shown_are_those_that_are_legal(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
    ) {
        let moves = every_move();
        let mut course: Option<Course> = None;
        for pick in picks {
            let shown: Vec<CourseMove> = Course::citizen_moves(course).into_iter().map(Citizen)
                .chain(Course::employer_moves(course).into_iter().map(Employer))
                .chain(Course::staff_moves(course).into_iter().map(Staff))
                .collect();
            for by in &moves {
                prop_assert_eq!(shown.contains(by), Course::after(course, *by).is_ok());
            }
            prop_assert!(!shown.is_empty(), "no dead end: {:?}", course);
            if let Some(by) = (!shown.is_empty()).then(|| *pick.get(&shown)) {
                course = Course::after(course, by).ok();
            }
        }
    }
}
