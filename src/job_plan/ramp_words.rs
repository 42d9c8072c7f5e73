//! What there is to say about a way up that is no error, in words. Decides nothing: `rules`
//! found it.

use chrono::NaiveDate;
use contract::rules::{RampFinding, RampFindingKind, RampUpStep, WeeklyHours};
use rules::ramp;

use super::words::Reader;
use crate::text::{Texts, dates, fill, numbers};

/// A sentence for each thing worth saying about the steps.
pub fn ramp_remarks(
    t: &Texts,
    steps: &[RampUpStep],
    normal: Option<WeeklyHours>,
    reader: Reader,
) -> Vec<String> {
    let texts = t.job_plan();
    let sentence = |kind| match (kind, reader) {
        (RampFindingKind::CountsAsRecovered, Reader::Citizen) => Some(texts.recovered),
        (RampFindingKind::CountsAsRecovered, Reader::Caseworker) => Some(texts.recovered_staff),
        (RampFindingKind::Decreases, Reader::Citizen) => Some(texts.decreases),
        (RampFindingKind::Decreases, Reader::Caseworker) => Some(texts.decreases_staff),
        _ => None,
    };
    let remark = |(from, kind)| {
        Some(fill(sentence(kind)?, &[&dates::date_without_weekday(t.language, from)]))
    };
    worth_saying(steps, normal).into_iter().filter_map(remark).collect()
}

/// What was found of the steps, each with its first day. What holds on for several steps stands
/// with the first.
pub fn worth_saying(
    steps: &[RampUpStep],
    normal: Option<WeeklyHours>,
) -> Vec<(NaiveDate, RampFindingKind)> {
    let steps = ramp::in_order(steps);
    let mut recovered = None;
    let mut found = ramp::findings(&steps, normal);
    found.retain(|finding| {
        if finding.kind != RampFindingKind::CountsAsRecovered {
            return true;
        }
        !follows(recovered.replace(finding.step), finding.step)
    });
    let dated = |finding: RampFinding| Some((steps.get(finding.step)?.from, finding.kind));
    found.into_iter().filter_map(dated).collect()
}

/// Is it the step right after?
fn follows(last: Option<usize>, step: usize) -> bool {
    last.is_some_and(|last| last + 1 == step)
}

/// "I alt 264 timer arbejde i perioden."
pub fn total(t: &Texts, steps: &[RampUpStep]) -> String {
    // To the hour: a day is a seventh of its week, and nobody means the minutes of that.
    let hours = (ramp::total_minutes(steps) + 30) / 60;
    let hours = numbers::hours(t.language, hours * 60);
    fill(t.job_plan().ramp_total, &[&hours])
}

/// The picture in words.
pub fn description(t: &Texts, first: &RampUpStep, last: &RampUpStep) -> String {
    let day = |date: NaiveDate| dates::date_with_year(t.language, date);
    let hours = |step: &RampUpStep| numbers::hours_a_week(t.language, step.hours);
    fill(t.job_plan().ramp_desc, &[&day(first.from), &day(last.to), &hours(first), &hours(last)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_plan::samples::{hours, step};
    use crate::text::Language;

    #[test]
    fn from_four_hours_of_absence_one_counts_as_recovered_and_that_is_said_once() {
        let t = Language::Da.texts();
        let steps = [
            step("2026-12-01", "2027-01-03", "20"),
            step("2027-01-04", "2027-01-31", "34"),
            step("2027-02-01", "2027-02-28", "37"),
        ];
        assert_eq!(
            ramp_remarks(t, &steps, hours("37"), Reader::Citizen),
            ["Fra den 4. januar er fraværet under 4 timer om ugen. Så regnes du som fuldt \
              raskmeldt."]
        );
        assert!(
            ramp_remarks(t, &steps, hours("37"), Reader::Caseworker)[0].contains("regnes borgeren")
        );
        assert_eq!(ramp_remarks(t, &steps, None, Reader::Citizen), [""; 0]);
    }

    #[test]
    fn fewer_hours_than_before_are_pointed_out_whatever_the_order_of_the_rows() {
        let t = Language::En.texts();
        let steps =
            [step("2026-12-15", "2026-12-28", "10"), step("2026-12-01", "2026-12-14", "20")];
        let remarks = ramp_remarks(t, &steps, None, Reader::Caseworker);
        assert_eq!(remarks, ["From 15 December there are fewer hours than before."]);
    }

    #[test]
    fn the_sum_counts_every_day_as_a_seventh_of_its_week() {
        let t = Language::Da.texts();
        let steps =
            [step("2026-12-01", "2026-12-14", "10"), step("2026-12-15", "2026-12-21", "15")];
        assert_eq!(total(t, &steps), "I alt 35 timer arbejde i perioden.");
    }
}
