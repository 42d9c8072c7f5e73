//! The employer's dates, and the municipality's task to contact the employer.

use chrono::NaiveDate;
use rules::employer::{contact_task, duties, eight_weeks_on};
use rules::{EmployerContactFacts, EmployerContactTask, EmployerDutyKind};

use crate::support::{day, slagelse};

#[test]
fn the_employers_dates_are_those_of_the_example() {
    let duties = duties(day("2026-01-14"), &slagelse(), day("2026-02-02"));
    let by: Vec<_> = duties.iter().map(|duty| (duty.kind, duty.by, duty.late)).collect();
    let talk = (EmployerDutyKind::Talk, day("2026-02-10"), false);
    assert_eq!(by, [talk, (EmployerDutyKind::FastTrack, day("2026-02-17"), false)]);
}

#[test]
fn a_talk_is_owed_also_after_its_day_and_fast_track_is_asked_for_until_then() {
    use EmployerDutyKind::{FastTrack, Talk};
    for (today, left) in [
        ("2026-02-10", vec![(Talk, false), (FastTrack, false)]),
        ("2026-02-11", vec![(Talk, true), (FastTrack, false)]),
        ("2026-02-17", vec![(Talk, true), (FastTrack, false)]),
        ("2026-02-18", vec![(Talk, true)]),
        ("2027-02-18", vec![(Talk, true)]),
    ] {
        let duties = duties(day("2026-01-14"), &slagelse(), day(today));
        let now: Vec<_> = duties.iter().map(|duty| (duty.kind, duty.late)).collect();
        assert_eq!(now, left, "{today}");
    }
}

#[test]
fn eight_weeks_after_the_first_sick_day_gives_a_right_to_ask_for_a_plan() {
    assert_eq!(eight_weeks_on(day("2026-01-14")), day("2026-03-11"));
    assert_eq!(eight_weeks_on(day("2026-11-10")), day("2027-01-05"), "across new year");
    assert_eq!(eight_weeks_on(NaiveDate::MAX), NaiveDate::MAX, "a day from people never fails");
}

#[test]
fn the_employer_is_contacted_before_or_with_the_first_conversation() {
    use EmployerContactTask::{Done, Due, NotRequired};
    let maybe = |text: &str| (!text.is_empty()).then(|| day(text));
    let table: [(bool, &str, &str, &str, EmployerContactTask); 7] = [
        (false, "2026-03-10", "", "2026-03-01", NotRequired),
        (true, "2026-03-10", "", "2026-03-01", Due { by: maybe("2026-03-10"), late: false }),
        (true, "2026-03-10", "", "2026-03-10", Due { by: maybe("2026-03-10"), late: false }),
        (true, "2026-03-10", "", "2026-03-11", Due { by: maybe("2026-03-10"), late: true }),
        (true, "", "", "2026-03-11", Due { by: None, late: false }),
        (true, "2026-03-10", "2026-03-10", "2026-04-01", done("2026-03-10", false)),
        (true, "2026-03-10", "2026-03-12", "2026-04-01", done("2026-03-12", true)),
    ];
    for (required, conversation, contact, today, expected) in table {
        let facts = EmployerContactFacts {
            required,
            first_conversation: maybe(conversation),
            first_contact: maybe(contact),
            today: day(today),
        };
        assert_eq!(contact_task(facts), expected, "{facts:?}");
    }

    fn done(on: &str, late: bool) -> EmployerContactTask {
        Done { on: on.parse::<NaiveDate>().unwrap(), late }
    }
}
