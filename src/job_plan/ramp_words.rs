//! What there is to say about a way up that is no error, in words. Decides nothing: `rules`
//! found it.

use chrono::NaiveDate;
use contract::rules::{RampFindingKind, RampUpStep, WeeklyHours};
use rules::ramp;

use super::words::Reader;
use crate::text::{Texts, dates, fill, numbers};

/// A sentence for each thing worth saying about the steps. What holds on for several steps is
/// said of the first.
pub fn ramp_remarks(
    t: &Texts,
    steps: &[RampUpStep],
    normal: Option<WeeklyHours>,
    reader: Reader,
) -> Vec<String> {
    let texts = t.job_plan();
    let steps = ramp::in_order(steps);
    let mut remarks = Vec::new();
    let mut recovered = None;
    for finding in ramp::findings(&steps, normal) {
        let sentence = match (finding.kind, reader) {
            (RampFindingKind::CountsAsRecovered, _) if follows(recovered, finding.step) => {
                recovered = Some(finding.step);
                continue;
            }
            (RampFindingKind::CountsAsRecovered, reader) => {
                recovered = Some(finding.step);
                match reader {
                    Reader::Citizen => texts.recovered,
                    Reader::Caseworker => texts.recovered_staff,
                }
            }
            (RampFindingKind::Decreases, Reader::Citizen) => texts.decreases,
            (RampFindingKind::Decreases, Reader::Caseworker) => texts.decreases_staff,
            _ => continue,
        };
        if let Some(step) = steps.get(finding.step) {
            remarks.push(fill(sentence, &[&dates::date_without_weekday(t.language, step.from)]));
        }
    }
    remarks
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
