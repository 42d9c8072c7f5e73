//! What there is to say to the employer about the hours, in words. Decides nothing: `rules`
//! found it.

use contract::rules::{RampFindingKind, RampUpStep, WeeklyHours};

use crate::job_plan::worth_saying;
use crate::text::{Texts, dates, fill};

/// A sentence for each thing worth saying about the steps.
pub(super) fn remarks(t: &Texts, steps: &[RampUpStep], normal: Option<WeeklyHours>) -> Vec<String> {
    let plan = t.employer_plan();
    let sentence = |kind| match kind {
        RampFindingKind::CountsAsRecovered => Some(plan.recovered),
        RampFindingKind::Decreases => Some(plan.decreases),
        RampFindingKind::OverNormalHours => Some(plan.over),
        RampFindingKind::Gap => Some(plan.gap),
        RampFindingKind::Overlaps => Some(plan.overlap),
        RampFindingKind::EndsBeforeItBegins => None,
    };
    let remark = |(from, kind)| {
        Some(fill(sentence(kind)?, &[&dates::date_without_weekday(t.language, from)]))
    };
    worth_saying(steps, normal).into_iter().filter_map(remark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_plan::samples::{hours, step};
    use crate::text::Language;

    #[test]
    fn fewer_hours_ask_for_a_reason_and_four_hours_of_absence_count_as_recovered() {
        let t = Language::Da.texts();
        let steps = [
            step("2026-12-01", "2026-12-14", "20"),
            step("2026-12-15", "2026-12-31", "10"),
            step("2027-01-01", "2027-01-31", "34"),
        ];
        let said = remarks(t, &steps, hours("37"));
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("15. december") && said[0].contains("Skriv hvorfor"));
        assert!(said[1].contains("regnes medarbejderen som fuldt raskmeldt"));
    }
}
