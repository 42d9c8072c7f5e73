//! The next change of the agreed hours, as a reminder. Plain functions.

use chrono::NaiveDate;
use contract::rules::RampUpStep;

use crate::text::{Texts, dates, fill, numbers};

/// A step that is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepAhead {
    /// Which.
    pub step: RampUpStep,
    /// Does it have more hours than what is now?
    pub up: bool,
}

/// The next step after today that changes the hours.
pub fn next_change(steps: &[RampUpStep], today: NaiveDate) -> Option<StepAhead> {
    let now = steps.iter().rev().find(|step| step.from <= today).map(|step| step.hours);
    let step = steps.iter().find(|step| step.from > today && Some(step.hours) != now)?;
    Some(StepAhead { step: *step, up: now.is_some_and(|now| step.hours > now) })
}

/// "Mandag den 7. december går du op til 18,5 timer om ugen."
pub fn step_sentence(t: &Texts, ahead: StepAhead) -> String {
    let texts = &t.citizen.overview;
    let sentence = if ahead.up { texts.step_up } else { texts.step_change };
    let day = dates::date(t.language, ahead.step.from);
    fill(sentence, &[&day, &numbers::hours_a_week(t.language, ahead.step.hours)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::day;
    use crate::job_plan::samples::step;
    use crate::text::Language;

    #[test]
    fn the_next_change_is_told_with_its_day_and_hours() {
        let t = Language::Da.texts();
        let steps = [
            step("2026-11-23", "2026-12-06", "10"),
            step("2026-12-07", "2026-12-20", "18,5"),
            step("2026-12-21", "2027-01-03", "18,5"),
            step("2027-01-04", "2027-01-31", "15"),
        ];
        let said = |today| next_change(&steps, day(today)).map(|ahead| step_sentence(t, ahead));
        assert_eq!(
            said("2026-11-25").as_deref(),
            Some("Fra mandag den 7. december går du op til 18,5 timer om ugen.")
        );
        // A step with the same hours is no change.
        assert_eq!(
            said("2026-12-10").as_deref(),
            Some("Fra mandag den 4. januar er din aftale 15 timer om ugen.")
        );
        assert!(said("2026-11-01").unwrap().contains("er din aftale 10 timer"));
        assert_eq!(said("2027-01-04"), None);
    }
}
