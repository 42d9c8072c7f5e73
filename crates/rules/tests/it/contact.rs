//! By when a case must have its next conversation.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use rules::contact::{booking_meets, change_cutoff, contact_duty, half_year_end, is_overdue};
use rules::rule_set::ExemptionCountedFrom;
use rules::{Because, CaseFacts, ContactDuty, ContactRuleSet, Deadline, Exemption};

use crate::support::{any_day_at_all, case, case_with_held, day, moment, slagelse, statute_only};

fn deadline(rules: &ContactRuleSet, case: &CaseFacts, today: &str) -> Deadline {
    match contact_duty(rules, case, day(today)) {
        ContactDuty::Due(deadline) => deadline,
        other => panic!("a conversation should be due, not {other:?}"),
    }
}

fn exemption(rules: &ContactRuleSet, case: &CaseFacts, today: &str) -> Option<Exemption> {
    match contact_duty(rules, case, day(today)) {
        ContactDuty::Exempt(exemption) => Some(exemption),
        ContactDuty::Due(_) | ContactDuty::Closed { .. } => None,
    }
}

#[test]
fn the_dates_of_a_case_count_the_first_absence_day_as_day_one() {
    let first_absence = day("2026-01-14");
    assert_eq!(deadline(&slagelse(), &case(), "2026-02-02").hold_by, day("2026-03-10"));
    assert_eq!(half_year_end(first_absence), day("2026-07-14"));
}

#[test]
fn first_conversation_is_due_by_the_end_of_week_eight() {
    let first = deadline(&slagelse(), &case(), "2026-02-02");
    let because = Because::FirstWithinWeeks { weeks: 8, from: day("2026-01-14") };
    assert_eq!(first.because, because);
}

#[test]
fn the_municipality_talks_with_everyone_at_its_own_interval() {
    let next = deadline(&slagelse(), &case_with_held(&["2026-03-03"]), "2026-03-04");
    assert_eq!(next.hold_by, day("2026-03-31"));
    let because = Because::IntervalAfterConversation { weeks: 4, held_on: day("2026-03-03") };
    assert_eq!(next.because, because);
}

#[test]
fn the_interval_goes_on_after_the_half_year() {
    let next = deadline(&slagelse(), &case_with_held(&["2026-09-01"]), "2026-09-10");
    assert_eq!(next.hold_by, day("2026-09-29"));
}

#[test]
fn the_statutory_minimum_is_planned_over_the_half_year_and_late_only_after_it() {
    let examples: [(&[&str], &str, u16); 3] = [
        // 126 days left for three: every 42, booked eight days before.
        (&["2026-03-10"], "2026-04-13", 1),
        (&["2026-03-10", "2026-04-21"], "2026-05-25", 2),
        (&["2026-03-10", "2026-04-21", "2026-06-02"], "2026-07-06", 3),
    ];
    for (held_on, book_by, held) in examples {
        let next = deadline(&statute_only(), &case_with_held(held_on), "2026-06-03");
        assert_eq!(next.book_by, day(book_by), "{held_on:?}");
        assert_eq!(next.hold_by, day("2026-07-14"), "the law names no day before");
        let until = day("2026-07-14");
        assert_eq!(next.because, Because::MinimumInFirstHalfYear { required: 4, held, until });
    }
}

#[test]
fn the_earlier_of_interval_and_minimum_counts() {
    let rules = ContactRuleSet { local_interval_weeks: Some(20), ..slagelse() };
    let next = deadline(&rules, &case_with_held(&["2026-03-10"]), "2026-03-11");
    assert_eq!(next.hold_by, day("2026-07-14"), "the half year, not twenty weeks");
    assert!(matches!(next.because, Because::MinimumInFirstHalfYear { .. }));
}

#[test]
fn on_a_tie_the_municipality_s_interval_is_the_reason() {
    let rules = ContactRuleSet { local_interval_weeks: Some(18), ..slagelse() };
    let next = deadline(&rules, &case_with_held(&["2026-03-10"]), "2026-03-11");
    assert_eq!(next.hold_by, day("2026-07-14"));
    assert!(matches!(next.because, Because::IntervalAfterConversation { .. }));
}

#[test]
fn after_the_minimum_it_is_by_agreement() {
    let four = case_with_held(&["2026-02-10", "2026-03-10", "2026-04-21", "2026-06-02"]);
    for today in ["2026-06-03", "2026-07-14", "2026-07-15", "2027-01-15"] {
        assert_eq!(exemption(&statute_only(), &four, today), Some(Exemption::ByAgreement));
    }
}

#[test]
fn a_minimum_that_was_missed_is_late_until_the_next_conversation() {
    let until = day("2026-07-14");
    let examples: [(&[&str], u16); 2] = [(&["2026-03-10"], 1), (&["2026-03-10", "2026-04-21"], 2)];
    for (held_on, held) in examples {
        let missed = case_with_held(held_on);
        for (today, overdue) in [("2026-07-14", false), ("2026-07-15", true), ("2027-01-15", true)]
        {
            let next = deadline(&statute_only(), &missed, today);
            assert_eq!(next.hold_by, until, "{today}");
            assert_eq!(next.because, Because::MinimumInFirstHalfYear { required: 4, held, until });
            assert_eq!(is_overdue(&ContactDuty::Due(next), day(today), None), overdue, "{today}");
        }
    }
    // The half year cannot be made good: the law asks for no more than agreement after it.
    let talked = case_with_held(&["2026-03-10", "2026-07-20"]);
    assert_eq!(exemption(&statute_only(), &talked, "2026-07-20"), Some(Exemption::ByAgreement));
    let with_interval = deadline(&slagelse(), &talked, "2026-07-20");
    assert_eq!(with_interval.hold_by, day("2026-08-17"), "the municipality's own goes on");
}

#[test]
fn a_late_first_conversation_leaves_the_rest_within_the_half_year() {
    let next = deadline(&statute_only(), &case_with_held(&["2026-07-13"]), "2026-07-13");
    assert_eq!(next.hold_by, day("2026-07-14"));
}

#[test]
fn employed_and_expected_back_within_26_weeks_is_exempt() {
    let employed = |expected_back: &str| CaseFacts {
        employed: true,
        expected_back: Some(day(expected_back)),
        ..case()
    };
    let because = |expected_back: &str| {
        Some(Exemption::EmployedAndExpectedBack { weeks: 26, expected_back: day(expected_back) })
    };
    let examples = [("2026-05-01", true), ("2026-07-14", true), ("2026-07-15", false)];
    for (expected_back, exempt) in examples {
        assert_eq!(
            exemption(&slagelse(), &employed(expected_back), "2026-02-02"),
            because(expected_back).filter(|_| exempt),
            "{expected_back}"
        );
    }
    let without_job = CaseFacts { employed: false, ..employed("2026-05-01") };
    assert_eq!(exemption(&slagelse(), &without_job, "2026-02-02"), None);
    let without_rule = ContactRuleSet { exempt_if_employed_and_expected_weeks: None, ..slagelse() };
    assert_eq!(exemption(&without_rule, &employed("2026-05-01"), "2026-02-02"), None);
}

#[test]
fn the_exemption_ends_when_the_day_to_be_back_has_passed() {
    let expected = CaseFacts { employed: true, expected_back: Some(day("2026-03-02")), ..case() };
    assert!(exemption(&slagelse(), &expected, "2026-03-02").is_some());
    assert_eq!(deadline(&slagelse(), &expected, "2026-03-03").hold_by, day("2026-03-10"));
}

#[test]
fn the_13_week_exemption_counts_from_the_first_conversation() {
    let rules = ContactRuleSet {
        exempt_if_employed_and_expected_weeks: Some(13),
        exempt_counted_from: ExemptionCountedFrom::FirstConversation,
        ..slagelse()
    };
    let facts = |held: &[&str], back: &str| CaseFacts {
        employed: true,
        expected_back: Some(day(back)),
        ..case_with_held(held)
    };
    let not_yet = facts(&[], "2026-04-01");
    assert_eq!(exemption(&rules, &not_yet, "2026-02-02"), None, "the first is always held");
    // Thirteen weeks from the first of the two conversations.
    let held = ["2026-03-03", "2026-03-31"];
    assert!(exemption(&rules, &facts(&held, "2026-06-02"), "2026-04-01").is_some());
    assert_eq!(exemption(&rules, &facts(&held, "2026-06-03"), "2026-04-01"), None);
}

#[test]
fn closed_comes_before_standby_before_exempt_before_a_deadline() {
    let mut facts = CaseFacts {
        employed: true,
        expected_back: Some(day("2026-05-01")),
        standby_since: Some(day("2026-02-20")),
        closed_on: Some(day("2026-03-01")),
        ..case()
    };
    let duty = |facts: &CaseFacts, today| contact_duty(&slagelse(), facts, day(today));
    assert_eq!(duty(&facts, "2026-03-01"), ContactDuty::Closed { on: day("2026-03-01") });
    let standby = ContactDuty::Exempt(Exemption::Standby { since: day("2026-02-20") });
    assert_eq!(duty(&facts, "2026-02-28"), standby);
    assert!(matches!(
        duty(&facts, "2026-02-19"),
        ContactDuty::Exempt(Exemption::EmployedAndExpectedBack { .. })
    ));
    facts.expected_back = None;
    assert!(matches!(duty(&facts, "2026-02-19"), ContactDuty::Due(_)));
}

#[test]
fn the_citizen_has_days_to_book_and_need_not_book_months_ahead() {
    let examples = [
        // Opened early: until eight days before the conversation must be held.
        ("2026-02-02", "2026-03-02"),
        // Opened late: eight days from then.
        ("2026-02-25", "2026-03-05"),
        // Opened too late for eight days: the last day to hold it.
        ("2026-03-06", "2026-03-10"),
        ("2026-04-01", "2026-03-10"),
    ];
    for (opened_on, book_by) in examples {
        let facts = CaseFacts { opened_on: day(opened_on), ..case() };
        assert_eq!(deadline(&slagelse(), &facts, opened_on).book_by, day(book_by), "{opened_on}");
    }
    let after_first = deadline(&slagelse(), &case_with_held(&["2026-03-03"]), "2026-03-03");
    assert_eq!(after_first.book_by, day("2026-03-23"));
}

#[test]
fn overdue_is_past_the_last_day_with_nothing_booked() {
    let duty = contact_duty(&slagelse(), &case(), day("2026-03-11"));
    assert!(!is_overdue(&duty, day("2026-03-10"), None), "the last day itself");
    assert!(is_overdue(&duty, day("2026-03-11"), None));
    assert!(!is_overdue(&duty, day("2026-03-11"), Some(day("2026-03-13"))));
    let closed = ContactDuty::Closed { on: day("2026-03-01") };
    assert!(!is_overdue(&closed, day("2027-01-01"), None));
}

#[test]
fn a_booking_meets_the_deadline_until_its_last_day() {
    let duty = contact_duty(&slagelse(), &case(), day("2026-02-02"));
    assert_eq!(booking_meets(&duty, day("2026-03-10")), Some(true));
    assert_eq!(booking_meets(&duty, day("2026-03-11")), Some(false));
    assert_eq!(
        booking_meets(&ContactDuty::Exempt(Exemption::ByAgreement), day("2026-03-11")),
        None
    );
}

#[test]
fn a_conversation_can_be_moved_until_the_cut_off() {
    let starts_at = moment("2026-03-10T09:00:00Z");
    assert_eq!(change_cutoff(&slagelse(), starts_at), moment("2026-03-09T09:00:00Z"));
    let never = ContactRuleSet { rebook_cutoff_hours: u16::MAX, ..slagelse() };
    assert_eq!(change_cutoff(&never, DateTime::<Utc>::MIN_UTC), DateTime::<Utc>::MIN_UTC);
}

#[test]
fn a_duty_says_its_reason_on_the_wire() {
    let duty = contact_duty(&slagelse(), &case(), day("2026-02-02"));
    let wire = serde_json::json!({
        "kind": "due",
        "book_by": "2026-03-02",
        "hold_by": "2026-03-10",
        "because": { "rule": "first_within_weeks", "weeks": 8, "from": "2026-01-14" },
    });
    assert_eq!(serde_json::to_value(&duty).unwrap(), wire);
}

fn any_rules() -> impl Strategy<Value = ContactRuleSet> {
    let weeks = proptest::option::of(any::<u16>());
    (any::<u16>(), any::<u16>(), weeks.clone(), weeks, any::<bool>(), any::<u16>()).prop_map(
        |(first, minimum, interval, exempt, from_absence, days)| ContactRuleSet {
            first_followup_deadline_weeks: first,
            min_followups_first_halfyear: minimum,
            local_interval_weeks: interval,
            exempt_if_employed_and_expected_weeks: exempt,
            exempt_counted_from: if from_absence {
                ExemptionCountedFrom::FirstAbsence
            } else {
                ExemptionCountedFrom::FirstConversation
            },
            selfbook_deadline_days: days,
            ..slagelse()
        },
    )
}

fn any_case(
    any_date: impl Strategy<Value = NaiveDate> + Clone + 'static,
) -> impl Strategy<Value = CaseFacts> {
    let maybe = proptest::option::of(any_date.clone());
    let held = proptest::collection::vec(any_date.clone(), 0..6);
    (any_date.clone(), any_date, any::<bool>(), maybe, held).prop_map(
        |(first_absence, opened_on, employed, expected_back, mut held)| {
            held.sort();
            CaseFacts { first_absence, opened_on, employed, expected_back, held, ..case() }
        },
    )
}

proptest! {
    #[test]
    fn deadlines_never_panic_and_booking_never_ends_after_holding(
        rules in any_rules(),
        case in any_case(any_day_at_all().boxed()),
        today in any_day_at_all(),
    ) {
        let duty = contact_duty(&rules, &case, today);
        if let ContactDuty::Due(deadline) = &duty {
            prop_assert!(deadline.book_by <= deadline.hold_by);
        }
        prop_assert!(!is_overdue(&duty, today, Some(today)));
    }

    #[test]
    fn the_next_conversation_is_due_after_the_last(
        held in proptest::collection::vec(0_i64..400, 1..8),
        today in 0_i64..500,
    ) {
        let first = case().first_absence;
        let mut days: Vec<_> = held.iter().map(|n| first + chrono::TimeDelta::days(*n)).collect();
        days.sort();
        let last = *days.last().unwrap();
        let facts = CaseFacts { held: days, ..case() };
        for rules in [slagelse(), statute_only()] {
            let today = first + chrono::TimeDelta::days(today);
            if let ContactDuty::Due(deadline) = contact_duty(&rules, &facts, today) {
                prop_assert!(deadline.hold_by > last);
            }
        }
    }
}
