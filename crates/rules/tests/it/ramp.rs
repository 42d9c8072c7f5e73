//! The stepwise way back: hours as people write them, the order of steps, and what there is to
//! say about them.

use proptest::collection::vec;
use proptest::prelude::*;
use rules::ramp::{findings, in_order, total_minutes, typical};
use rules::{Pace, RampFindingKind, RampUpStep, WeeklyHours};

use crate::support::{any_day, day};

fn hours(minutes: u16) -> WeeklyHours {
    WeeklyHours { minutes }
}

fn step(from: &str, to: &str, minutes: u16) -> RampUpStep {
    RampUpStep { from: day(from), to: day(to), hours: hours(minutes) }
}

fn said(steps: &[RampUpStep], normal: Option<u16>) -> Vec<(usize, RampFindingKind)> {
    let found = findings(&in_order(steps), normal.map(hours));
    found.into_iter().map(|finding| (finding.step, finding.kind)).collect()
}

#[test]
fn hours_are_read_as_people_write_them() {
    for (text, minutes) in [
        ("37", 37 * 60),
        (" 37 ", 37 * 60),
        ("18,5", 18 * 60 + 30),
        ("18.5", 18 * 60 + 30),
        ("7,25", 7 * 60 + 15),
        ("0", 0),
        ("0,1", 6),
        ("0,01", 1),
        ("37,33", 37 * 60 + 20),
        ("168", 168 * 60),
        ("168,0", 168 * 60),
        ("007", 7 * 60),
    ] {
        assert_eq!(WeeklyHours::parse(text), Some(hours(minutes)), "{text}");
    }
}

#[test]
fn what_are_no_hours_is_not_read() {
    for text in [
        "",
        " ",
        "mange",
        "-1",
        "+1",
        "37 timer",
        "1,2,3",
        "1.2,3",
        ",5",
        "5,",
        "5,555",
        "168,01",
        "169",
        "65536",
        "99999999999",
        "1e3",
        "٣٧",
        "½",
        "1 000",
        "NaN",
    ] {
        assert_eq!(WeeklyHours::parse(text), None, "{text}");
    }
}

#[test]
fn each_finding_has_its_example() {
    use RampFindingKind::{
        CountsAsRecovered, Decreases, EndsBeforeItBegins, Gap, OverNormalHours, Overlaps,
    };
    let first = step("2026-03-02", "2026-03-15", 600);
    for (name, second, normal, expected) in [
        ("well", step("2026-03-16", "2026-03-29", 900), Some(2220), vec![]),
        ("a day missing", step("2026-03-17", "2026-03-29", 900), Some(2220), vec![(1, Gap)]),
        ("a day twice", step("2026-03-15", "2026-03-29", 900), Some(2220), vec![(1, Overlaps)]),
        ("fewer", step("2026-03-16", "2026-03-29", 599), Some(2220), vec![(1, Decreases)]),
        ("as many", step("2026-03-16", "2026-03-29", 600), Some(2220), vec![]),
        (
            "backwards",
            step("2026-03-16", "2026-03-15", 900),
            Some(2220),
            vec![(1, EndsBeforeItBegins)],
        ),
        (
            "too many",
            step("2026-03-16", "2026-03-29", 2221),
            Some(2220),
            vec![(1, OverNormalHours)],
        ),
        ("four hours away", step("2026-03-16", "2026-03-29", 1980), Some(2220), vec![]),
        (
            "under four hours away",
            step("2026-03-16", "2026-03-29", 1981),
            Some(2220),
            vec![(1, CountsAsRecovered)],
        ),
        ("nothing known of normal", step("2026-03-16", "2026-03-29", 9000), None, vec![]),
    ] {
        assert_eq!(said(&[first, second], normal), expected, "{name}");
        assert_eq!(said(&[second, first], normal).len(), expected.len(), "{name}, out of order");
    }
}

#[test]
fn the_sum_is_over_the_days() {
    let weeks = [step("2026-03-02", "2026-03-15", 600), step("2026-03-16", "2026-03-22", 1200)];
    assert_eq!(total_minutes(&weeks), 2 * 600 + 1200);
    assert_eq!(total_minutes(&[step("2026-03-02", "2026-03-02", 700)]), 100, "a day is a seventh");
    assert_eq!(total_minutes(&[step("2026-03-02", "2026-03-01", 700)]), 0);
    assert_eq!(total_minutes(&[]), 0);
}

fn any_step() -> impl Strategy<Value = RampUpStep> {
    (any_day(), -3_i64..60, 0_u16..=2400).prop_map(|(from, days, minutes)| RampUpStep {
        from,
        to: from + chrono::TimeDelta::days(days),
        hours: hours(minutes),
    })
}

/// Steps that follow each other without a gap, with hours that never fall.
fn a_way_up() -> impl Strategy<Value = Vec<RampUpStep>> {
    (any_day(), vec((1_i64..60, 0_u16..300), 1..12)).prop_map(|(mut from, parts)| {
        let mut minutes = 0;
        let mut steps = Vec::new();
        for (days, more) in parts {
            minutes += more;
            let to = from + chrono::TimeDelta::days(days - 1);
            steps.push(RampUpStep { from, to, hours: hours(minutes) });
            from = to + chrono::TimeDelta::days(1);
        }
        steps
    })
}

proptest! {
    #[test]
    fn hours_written_out_are_read_back(minutes in 0_u16..=168 * 60) {
        let (whole, rest) = (minutes / 60, u32::from(minutes % 60));
        let hundredths = (rest * 100 + 30) / 60;
        for separator in [',', '.'] {
            let text = format!("{whole}{separator}{hundredths:02}");
            prop_assert_eq!(WeeklyHours::parse(&text), Some(hours(minutes)), "{}", text);
        }
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,20}") {
        let read = WeeklyHours::parse(&text);
        prop_assert!(read.is_none_or(|hours| hours.minutes <= 168 * 60));
    }

    #[test]
    fn the_order_they_were_typed_in_does_not_matter(
        steps in vec(any_step(), 0..8), normal in proptest::option::of(0_u16..2400),
    ) {
        let mut backwards = steps.clone();
        backwards.reverse();
        let sorted = in_order(&steps);
        prop_assert_eq!(sorted.len(), steps.len());
        prop_assert!(sorted.is_sorted_by_key(|step| (step.from, step.to)));
        prop_assert_eq!(total_minutes(&sorted), total_minutes(&backwards));
        let starts = |steps: &[RampUpStep]| -> Vec<_> {
            in_order(steps).iter().map(|step| (step.from, step.to)).collect()
        };
        prop_assert_eq!(starts(&steps), starts(&backwards));
        let places = findings(&sorted, normal.map(hours));
        prop_assert!(places.iter().all(|finding| finding.step < sorted.len()));
    }

    #[test]
    fn a_way_up_without_gaps_is_right(steps in a_way_up()) {
        prop_assert_eq!(said(&steps, None), vec![]);
        let most = steps.last().map_or(0, |step| step.hours.minutes);
        prop_assert_eq!(said(&steps, Some(most + 240)), vec![]);
        let days: u32 = steps.iter().map(RampUpStep::days).sum();
        let span = (steps[steps.len() - 1].to - steps[0].from).num_days() + 1;
        prop_assert_eq!(i64::from(days), span, "each day once");
        let most_there_can_be = u64::from(days) * u64::from(most);
        prop_assert!(total_minutes(&steps) * 7 <= most_there_can_be + 3);
    }

    #[test]
    fn a_gap_and_an_overlap_are_told_apart(steps in a_way_up(), shift in -5_i64..=5) {
        prop_assume!(shift != 0);
        let mut steps = steps;
        let last = steps[steps.len() - 1];
        let from = last.to + chrono::TimeDelta::days(1 + shift);
        // Only a step that still comes last tells of the one above.
        prop_assume!(from > last.from);
        let to = from + chrono::TimeDelta::days(20);
        steps.push(RampUpStep { from, to, hours: last.hours });
        let expected = if shift > 0 { RampFindingKind::Gap } else { RampFindingKind::Overlaps };
        prop_assert_eq!(said(&steps, None), vec![(steps.len() - 1, expected)]);
    }

    #[test]
    fn one_more_day_is_a_seventh_of_its_week(from in any_day(), minutes in 0_u16..2400) {
        let one = RampUpStep { from, to: from, hours: hours(minutes) };
        let week = RampUpStep { to: from + chrono::TimeDelta::days(6), ..one };
        prop_assert_eq!(total_minutes(&[week]), u64::from(minutes));
        prop_assert!(total_minutes(&[one]).abs_diff(u64::from(minutes) / 7) <= 1);
    }
}

#[test]
fn a_typical_even_way_up_rises_alike_with_each_step() {
    let steps = typical(Pace::Even, hours(37 * 60), day("2026-12-07"), day("2027-01-17"));
    let drawn: Vec<(String, u16)> =
        steps.iter().map(|step| (step.from.to_string(), step.hours.minutes)).collect();
    let expected = [
        ("2026-12-07", 330),
        ("2026-12-14", 660),
        ("2026-12-21", 990),
        ("2026-12-28", 1320),
        ("2027-01-04", 1650),
        ("2027-01-11", 1980),
    ];
    assert_eq!(drawn, expected.map(|(from, minutes)| (from.to_owned(), minutes)));
    assert_eq!(steps.last().map(|step| step.to), Some(day("2027-01-17")));
}

#[test]
fn a_slow_way_up_begins_with_hours_one_goes_to_work_for() {
    let steps = typical(Pace::Slow, hours(37 * 60), day("2026-12-07"), day("2027-03-07"));
    let drawn: Vec<u16> = steps.iter().map(|step| step.hours.minutes).collect();
    assert_eq!(drawn, [120, 210, 480, 870, 1350, 1980]);
    let few = typical(Pace::Slow, hours(5 * 60), day("2026-12-07"), day("2027-03-07"));
    assert!(few.iter().all(|step| step.hours.minutes == 60));
}

#[test]
fn there_is_no_typical_way_up_where_there_is_nothing_to_rise_through() {
    for (normal, start, end) in [
        (4 * 60, "2026-12-07", "2027-01-17"),
        (0, "2026-12-07", "2027-01-17"),
        (37 * 60, "2026-12-07", "2026-12-06"),
    ] {
        assert_eq!(typical(Pace::Slow, hours(normal), day(start), day(end)), []);
    }
}

proptest! {
    #[test]
    fn typical_ways_up_need_no_mending(
        start in any_day(),
        days in 0_u64..500,
        normal in 270_u16..=60 * 48,
    ) {
        let end = start + chrono::Days::new(days);
        let [slow, even, fast] =
            Pace::ALL.map(|pace| typical(pace, hours(normal), start, end));
        for steps in [&slow, &even, &fast] {
            prop_assert_eq!(findings(steps, Some(hours(normal))), []);
            prop_assert_eq!(steps.first().map(|step| step.from), Some(start));
            prop_assert_eq!(steps.last().map(|step| step.to), Some(end));
            prop_assert!(steps.iter().all(|step| step.hours.minutes % 30 == 0));
        }
        for ((slow, even), fast) in slow.iter().zip(&even).zip(&fast) {
            prop_assert!(slow.hours <= even.hours && even.hours <= fast.hours);
        }
    }
}

proptest! {
    #[test]
    fn hours_that_are_typed_again_are_the_same(minutes in 0_u16..=7 * 24 * 60) {
        prop_assert_eq!(WeeklyHours::parse(&hours(minutes).typed()), Some(hours(minutes)));
    }
}
