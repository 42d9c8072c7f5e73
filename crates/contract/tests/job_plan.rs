//! From what is typed to a plan: names of fields, reading, and what changed.

use contract::draft::{Draft, DraftField};
use contract::job_plan::{
    Difference, FieldKey, JobPlan, LegQuestion, PlanLeg, RampPart, RowId, StepPart, differences,
};
use contract::problem::FieldCode;
use contract::rules::WeeklyHours;
use proptest::collection::vec;
use proptest::prelude::*;

fn draft(fields: &[(&str, &str)]) -> Draft {
    let field = |(field, value): &(&str, &str)| DraftField {
        field: (*field).to_owned(),
        value: (*value).to_owned(),
        version: 1,
    };
    Draft { version: 1, fields: fields.iter().map(field).collect() }
}

fn read(fields: &[(&str, &str)]) -> (JobPlan, Vec<(String, FieldCode)>) {
    let (plan, errors) = JobPlan::read(&draft(fields));
    (plan, errors.into_iter().map(|error| (error.field, error.code)).collect())
}

fn row() -> impl Strategy<Value = RowId> {
    "[a-z0-9]{1,24}".prop_filter_map("no id", |text| RowId::parse(&text))
}

fn key() -> impl Strategy<Value = FieldKey> {
    let leg = || proptest::sample::select(PlanLeg::ALL.to_vec());
    prop_oneof![
        Just(FieldKey::Goal),
        Just(FieldKey::Talk),
        Just(FieldKey::HoursNow),
        Just(FieldKey::NormalHours),
        (leg(), proptest::sample::select(LegQuestion::ALL.to_vec()))
            .prop_map(|(leg, question)| FieldKey::Leg(leg, question)),
        (leg(), row(), proptest::sample::select(StepPart::ALL.to_vec()))
            .prop_map(|(leg, row, part)| FieldKey::Step(leg, row, part)),
        (row(), proptest::sample::select(RampPart::ALL.to_vec()))
            .prop_map(|(row, part)| FieldKey::Ramp(row, part)),
    ]
}

/// Texts as they are typed: some that can be read, some that cannot.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("yes".to_owned()),
        "[0-9]{1,2}",
        "2026-0[1-9]-[0-3][0-9]",
        "\\PC{0,12}",
    ]
}

fn typed() -> impl Strategy<Value = Draft> {
    vec((key(), text()), 0..40).prop_map(|fields| {
        let mut seen = std::collections::BTreeMap::new();
        seen.extend(fields);
        let field = |(key, value): (FieldKey, String)| DraftField {
            field: key.to_string(),
            value,
            version: 1,
        };
        Draft { version: 1, fields: seen.into_iter().map(field).collect() }
    })
}

proptest! {
    #[test]
    fn the_name_of_a_field_is_read_back(key in key()) {
        prop_assert_eq!(FieldKey::parse(&key.to_string()), Some(key));
    }

    #[test]
    fn a_name_that_is_read_is_the_fields_own(name in "[a-c.]{0,4}(steps|ramp|goal|return)?[a-z0-9.]{0,12}") {
        if let Some(key) = FieldKey::parse(&name) {
            prop_assert_eq!(key.to_string(), name);
        }
    }

    #[test]
    fn whatever_is_typed_can_be_read_as_far_as_it_goes(draft in typed()) {
        let (plan, errors) = JobPlan::read(&draft);
        let text = serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(serde_json::from_str::<JobPlan>(&text).unwrap(), plan.clone());
        prop_assert_eq!(plan.legs.len(), 3);
        prop_assert_eq!(differences(&plan, &plan), vec![]);
        for error in errors {
            prop_assert!(FieldKey::parse(&error.field).is_some(), "{} names a field", error.field);
        }
    }

    #[test]
    fn what_differs_is_found(before in typed(), now in typed()) {
        let (before, _) = JobPlan::read(&before);
        let (now, _) = JobPlan::read(&now);
        let found = differences(&before, &now);
        prop_assert_eq!(found.is_empty(), before == now);
        prop_assert_eq!(found.len(), differences(&now, &before).len(), "both ways as much");
    }

    #[test]
    fn a_step_keeps_who_it_is(row in row(), what in "[a-z]{1,8}", then in "[a-z]{1,8}") {
        let named = |what: &str| {
            let name = format!("a.steps.{row}.what");
            JobPlan::read(&draft(&[(&name, what)])).0
        };
        let found = differences(&named(&what), &named(&then));
        if what == then {
            prop_assert_eq!(found, vec![]);
        } else {
            let changed = matches!(found.as_slice(), [Difference::StepChanged { .. }]);
            prop_assert!(changed, "{:?}", found);
        }
    }
}

#[test]
fn a_whole_plan_is_read() {
    let (plan, errors) = read(&[
        ("goal", " Bager på daghold "),
        ("a.job", "Bager"),
        ("a.sure", "10"),
        ("a.steps.s2.what", "Møde"),
        ("a.steps.s1.what", "Ringe"),
        ("a.steps.s1.who", "Mig"),
        ("a.steps.s1.when", "2026-12-10"),
        ("a.steps.s1.done", "yes"),
        ("b.steps.s3.what", ""),
        ("return.now", "6,5"),
        ("return.normal", "37"),
        ("ramp.r2.from", "2026-12-14"),
        ("ramp.r2.to", "2026-12-20"),
        ("ramp.r2.hours", "12"),
        ("ramp.r1.from", "2026-12-07"),
        ("ramp.r1.to", "2026-12-13"),
        ("ramp.r1.hours", "8"),
        ("talk", "Timer"),
    ]);
    assert_eq!(errors, []);
    assert_eq!(plan.goal, "Bager på daghold");
    let steps: Vec<&str> = plan.legs[0].steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(steps, ["Ringe", "Møde"], "in the order they were made");
    assert_eq!((plan.legs[0].sure, plan.legs[0].steps[0].done), (Some(10), true));
    assert_eq!(plan.legs[1].steps, []);
    assert_eq!(plan.partial_return.hours_now, Some(WeeklyHours { minutes: 390 }));
    let hours: Vec<u16> = plan.partial_return.ramp.iter().map(|row| row.hours.minutes).collect();
    assert_eq!(hours, [480, 720], "in the order of the days");
    assert!(!serde_json::to_string(&plan).unwrap().contains("Timer"), "talk is not of the plan");
}

#[test]
fn each_thing_to_mend_has_its_example() {
    use FieldCode::{EndNotAfterStart, Gap, Missing, OutOfRange, Overlaps, TooMany, Unknown};
    let ramp = |from: &'static str, to: &'static str, hours: &'static str| {
        vec![("ramp.r2.from", from), ("ramp.r2.to", to), ("ramp.r2.hours", hours)]
    };
    let first = [
        ("return.normal", "37"),
        ("ramp.r1.from", "2026-12-07"),
        ("ramp.r1.to", "2026-12-13"),
        ("ramp.r1.hours", "8"),
    ];
    let with = |rest: Vec<(&'static str, &'static str)>| [first.to_vec(), rest].concat();
    for (fields, field, code) in [
        (vec![], "goal", Missing),
        (vec![("goal", "  "), ("talk", "Timer")], "goal", Missing),
        (vec![("a.steps.s1.who", "Mig")], "a.steps.s1.what", Missing),
        (
            vec![("a.steps.s1.what", "x"), ("a.steps.s1.when", "2026-02-30")],
            "a.steps.s1.when",
            Unknown,
        ),
        (
            vec![("a.steps.s1.what", "x"), ("a.steps.s1.when", "i morgen")],
            "a.steps.s1.when",
            Unknown,
        ),
        (
            vec![("a.steps.s1.what", "x"), ("a.steps.s1.when", "9999-01-01")],
            "a.steps.s1.when",
            Unknown,
        ),
        (vec![("c.sure", "11")], "c.sure", Unknown),
        (vec![("c.sure", "-1")], "c.sure", Unknown),
        (vec![("return.now", "38"), ("return.normal", "37")], "return.now", OutOfRange),
        (vec![("return.now", "169")], "return.now", Unknown),
        (
            with(vec![("ramp.r2.from", "2026-12-14"), ("ramp.r2.to", "2026-12-20")]),
            "ramp.r2.hours",
            Missing,
        ),
        (with(ramp("2026-12-15", "2026-12-20", "12")), "ramp.r2.from", Gap),
        (with(ramp("2026-12-13", "2026-12-20", "12")), "ramp.r2.from", Overlaps),
        (with(ramp("2026-12-14", "2026-12-13", "12")), "ramp.r2.to", EndNotAfterStart),
        (with(ramp("2026-12-14", "2026-12-20", "38")), "ramp.r2.hours", OutOfRange),
    ] {
        assert_eq!(read(&fields).1, [(field.to_owned(), code)], "{fields:?}");
    }
    let names: Vec<String> = (0..31).map(|row| format!("b.steps.s{row:02}.what")).collect();
    let steps: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    assert_eq!(read(&steps).1, [("b.job".to_owned(), TooMany)]);
}

#[test]
fn fewer_hours_and_recovery_stop_nobody() {
    let (_, errors) = read(&[
        ("return.normal", "37"),
        ("ramp.r1.from", "2026-12-07"),
        ("ramp.r1.to", "2026-12-13"),
        ("ramp.r1.hours", "36"),
        ("ramp.r2.from", "2026-12-14"),
        ("ramp.r2.to", "2026-12-20"),
        ("ramp.r2.hours", "12"),
    ]);
    assert_eq!(errors, []);
}

#[test]
fn names_that_are_no_fields_are_not_read() {
    for name in [
        "",
        ".",
        "goal.",
        ".goal",
        "goal.x",
        "talk.x",
        "d.job",
        "a",
        "a.",
        "a.what",
        "a.steps",
        "a.steps.s1",
        "a.steps..what",
        "a.steps.s1.what.x",
        "a.steps.S1.what",
        "a.steps.s 1.what",
        "a.job.x",
        "return",
        "return.x",
        "return.now.x",
        "ramp",
        "ramp.r1",
        "ramp.r1.x",
        "ramp.r1.from.x",
        "GOAL",
        " goal",
        "goal ",
        "a.steps.aaaaaaaaaaaaaaaaaaaaaaaaa.what",
    ] {
        assert_eq!(FieldKey::parse(name), None, "{name:?}");
    }
}
