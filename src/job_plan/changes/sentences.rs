//! From a difference to a sentence. Long texts stand below it, before and now. Draws nothing.

use contract::job_plan::{Difference, LegQuestion, PlanLeg, PlanStep};
use contract::rules::{RampUpStep, WeeklyHours};

use crate::job_plan::words::{letter, question, short_name};
use crate::text::{Texts, dates, fill, numbers};

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub sentence: String,
    /// The text before; empty when there is none to show.
    pub before: String,
    /// The text now; empty when there is none to show.
    pub now: String,
}

impl From<String> for Change {
    fn from(sentence: String) -> Self {
        Self { sentence, before: String::new(), now: String::new() }
    }
}

/// What a difference is in words. A step that changed says each thing by itself.
pub fn sentence(t: &Texts, difference: &Difference) -> Vec<Change> {
    let texts = t.job_plan();
    let about_step = |sentence, leg: &PlanLeg, step: &PlanStep| {
        vec![Change::from(fill(sentence, &[letter(*leg), &step.what]))]
    };
    match difference {
        Difference::Goal { before, now } => vec![written(t, texts.goal, before, now)],
        Difference::Answer { leg, question: LegQuestion::Sure, before, now } => {
            let name = name(t, *leg, LegQuestion::Sure);
            vec![value(t, &name, before, now)]
        }
        Difference::Answer { leg, question, before, now } => {
            vec![written(t, &name(t, *leg, *question), before, now)]
        }
        Difference::StepAdded(leg, step) => about_step(texts.step_added, leg, step),
        Difference::StepRemoved(leg, step) => about_step(texts.step_removed, leg, step),
        Difference::StepChanged { leg, before, now } => step_changed(t, *leg, before, now),
        Difference::HoursNow(before, now) => vec![weekly(t, texts.hours_now, *before, *now)],
        Difference::NormalHours(before, now) => {
            vec![weekly(t, texts.normal_hours, *before, *now)]
        }
        Difference::Ramp { before, now } => {
            vec![written(t, texts.ramp, &ramp(t, before), &ramp(t, now))]
        }
    }
}

/// "Plan A, Hvad står i vejen?".
fn name(t: &Texts, leg: PlanLeg, asked: LegQuestion) -> String {
    format!("{}, {}", short_name(t, leg), question(t, asked))
}

/// A text that was written, changed or deleted, with what it said and says.
fn written(t: &Texts, name: &str, before: &str, now: &str) -> Change {
    let texts = t.job_plan();
    let sentence = match (before, now) {
        ("", _) => texts.added,
        (_, "") => texts.removed,
        _ => texts.changed,
    };
    // "Hvad står i vejen?: ændret" would have two marks.
    let name = name.trim_end_matches('?');
    Change { sentence: fill(sentence, &[name]), before: before.to_owned(), now: now.to_owned() }
}

/// A short value that was set, changed or deleted.
fn value(t: &Texts, name: &str, before: &str, now: &str) -> Change {
    let texts = t.job_plan();
    let name = name.trim_end_matches('?');
    Change::from(match (before, now) {
        ("", now) => fill(texts.set_to, &[name, now]),
        (_, "") => fill(texts.removed, &[name]),
        (before, now) => fill(texts.changed_from_to, &[name, before, now]),
    })
}

fn weekly(t: &Texts, name: &str, before: Option<WeeklyHours>, now: Option<WeeklyHours>) -> Change {
    let words = |hours: Option<WeeklyHours>| {
        let minutes = hours.map(|hours| u64::from(hours.minutes));
        minutes.map(|minutes| numbers::decimal_hours(t.language, minutes)).unwrap_or_default()
    };
    value(t, name, &words(before), &words(now))
}

fn step_changed(t: &Texts, leg: PlanLeg, before: &PlanStep, now: &PlanStep) -> Vec<Change> {
    let texts = t.job_plan();
    let leg = letter(leg);
    let mut sentences = Vec::new();
    if before.what != now.what {
        sentences.push(fill(texts.step_renamed, &[leg, &before.what, &now.what]));
    }
    let left_open = |words: String| {
        if words.is_empty() { texts.nobody.to_lowercase() } else { words }
    };
    if before.who != now.who {
        let who = left_open(now.who.clone());
        sentences.push(fill(texts.step_who_now, &[leg, &now.what, &who]));
    }
    if before.when != now.when {
        let when = now.when.map(|day| dates::date_with_year(t.language, day));
        let when = left_open(when.unwrap_or_default());
        sentences.push(fill(texts.step_when_now, &[leg, &now.what, &when]));
    }
    if before.done != now.done {
        let sentence = if now.done { texts.step_done_now } else { texts.step_undone };
        sentences.push(fill(sentence, &[leg, &now.what]));
    }
    sentences.into_iter().map(Change::from).collect()
}

/// The way up, a line for each step.
fn ramp(t: &Texts, steps: &[RampUpStep]) -> String {
    let day = |date| dates::date_with_year(t.language, date);
    let line = |step: &RampUpStep| {
        let hours = numbers::hours_a_week(t.language, step.hours);
        fill(t.job_plan().ramp_line, &[&day(step.from), &day(step.to), &hours])
    };
    steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use contract::job_plan::{JobPlan, differences};

    use super::*;
    use crate::job_plan::samples::{day, hours, plan, plan_step, step};
    use crate::text::Language;

    fn said(before: &JobPlan, now: &JobPlan) -> Vec<String> {
        let t = Language::Da.texts();
        let found = differences(before, now);
        let changes = found.iter().flat_map(|difference| sentence(t, difference));
        changes.map(|change| change.sentence).collect()
    }

    #[test]
    fn a_long_text_stands_before_and_now() {
        let t = Language::Da.texts();
        let (before, now) = (plan("pædagog"), plan("pædagogmedhjælper 20 timer"));
        let changes = sentence(t, &differences(&before, &now)[0]);
        let expected = Change {
            sentence: "Mit jobmål: ændret".into(),
            before: "pædagog".into(),
            now: "pædagogmedhjælper 20 timer".into(),
        };
        assert_eq!(changes, [expected]);
        assert_eq!(said(&plan(""), &now), ["Mit jobmål: skrevet"]);
        assert_eq!(said(&now, &plan("")), ["Mit jobmål: slettet"]);
    }

    #[test]
    fn an_answer_names_its_plan_and_question() {
        let (before, mut now) = (plan("x"), plan("x"));
        now.legs[1].obstacles = "Smerter".into();
        now.legs[1].sure = Some(7);
        assert_eq!(
            said(&before, &now),
            ["Plan B, Hvad står i vejen: skrevet", "Plan B, Hvor sikker er jeg: 7"]
        );
        let mut later = now.clone();
        later.legs[1].sure = Some(9);
        assert_eq!(said(&now, &later), ["Plan B, Hvor sikker er jeg: ændret fra 7 til 9"]);
    }

    #[test]
    fn a_step_says_each_thing_that_changed() {
        let (mut before, mut now) = (plan("x"), plan("x"));
        before.legs[0].steps = vec![plan_step("a1", "Ring til chefen"), plan_step("a2", "CV")];
        now.legs[0].steps = vec![
            PlanStep {
                who: "mig".into(),
                when: Some(day("2027-01-04")),
                done: true,
                ..plan_step("a1", "Ring til chefen")
            },
            plan_step("a3", "Mød kollegerne"),
        ];
        assert_eq!(
            said(&before, &now),
            [
                "Plan A: skridtet “Ring til chefen”, hvem: mig",
                "Plan A: skridtet “Ring til chefen”, hvornår: 4. januar 2027",
                "Plan A: skridtet “Ring til chefen” er gjort",
                "Plan A: nyt skridt “Mød kollegerne”",
                "Plan A: skridtet “CV” er taget ud",
            ]
        );
    }

    #[test]
    fn hours_and_the_way_up_are_said_in_hours() {
        let (before, mut now) = (plan("x"), plan("x"));
        now.partial_return.hours_now = hours("10,5");
        now.partial_return.ramp = vec![step("2026-12-01", "2026-12-14", "12")];
        assert_eq!(
            said(&before, &now),
            ["Timer om ugen nu: 10,5", "Timer om ugen, trin for trin: skrevet"]
        );
        let t = Language::Da.texts();
        let ramp = ramp(t, &now.partial_return.ramp);
        assert_eq!(ramp, "1. december 2026 – 14. december 2026: 12 timer om ugen");
    }
}
