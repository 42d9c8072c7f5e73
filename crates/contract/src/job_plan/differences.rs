//! What changed from one version of a plan to the next, as data: the sentences are the app's.

use rules::{RampUpStep, WeeklyHours};

use super::{JobPlan, LegPlan, LegQuestion, PlanLeg, PlanStep};

/// Something that differs between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The goal.
    Goal {
        /// Before.
        before: String,
        /// Now.
        now: String,
    },
    /// The answer to a question about a leg; how sure one is, as a number.
    Answer {
        /// Of which leg.
        leg: PlanLeg,
        /// To which question.
        question: LegQuestion,
        /// Before.
        before: String,
        /// Now.
        now: String,
    },
    /// A step that was not there.
    StepAdded(PlanLeg, PlanStep),
    /// A step that is there no longer.
    StepRemoved(PlanLeg, PlanStep),
    /// A step that says something else.
    StepChanged {
        /// Of which leg.
        leg: PlanLeg,
        /// Before.
        before: PlanStep,
        /// Now.
        now: PlanStep,
    },
    /// Hours a week now.
    HoursNow(Option<WeeklyHours>, Option<WeeklyHours>),
    /// Hours a week before the sick leave.
    NormalHours(Option<WeeklyHours>, Option<WeeklyHours>),
    /// The way up.
    Ramp {
        /// Before.
        before: Vec<RampUpStep>,
        /// Now.
        now: Vec<RampUpStep>,
    },
}

/// What changed from `before` to `now`, in the plan's order.
pub fn differences(before: &JobPlan, now: &JobPlan) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.goal != now.goal {
        found.push(Difference::Goal { before: before.goal.clone(), now: now.goal.clone() });
    }
    for (before, now) in before.legs.iter().zip(&now.legs) {
        answers(before, now, &mut found);
        steps(before, now, &mut found);
    }
    let (was, is) = (&before.partial_return, &now.partial_return);
    if was.hours_now != is.hours_now {
        found.push(Difference::HoursNow(was.hours_now, is.hours_now));
    }
    if was.normal_hours != is.normal_hours {
        found.push(Difference::NormalHours(was.normal_hours, is.normal_hours));
    }
    if was.ramp != is.ramp {
        found.push(Difference::Ramp { before: was.ramp.clone(), now: is.ramp.clone() });
    }
    found
}

impl LegPlan {
    /// The answer to a question; how sure one is, as a number.
    pub fn answer(&self, question: LegQuestion) -> String {
        match question {
            LegQuestion::Job => self.job.clone(),
            LegQuestion::Why => self.why.clone(),
            LegQuestion::Can => self.can.clone(),
            LegQuestion::Obstacles => self.obstacles.clone(),
            LegQuestion::Support => self.support.clone(),
            LegQuestion::Sure => self.sure.map(|sure| sure.to_string()).unwrap_or_default(),
        }
    }
}

fn answers(before: &LegPlan, now: &LegPlan, found: &mut Vec<Difference>) {
    let leg = now.leg;
    for question in LegQuestion::ALL {
        let (before, now) = (before.answer(question), now.answer(question));
        if before != now {
            found.push(Difference::Answer { leg, question, before, now });
        }
    }
}

fn steps(before: &LegPlan, now: &LegPlan, found: &mut Vec<Difference>) {
    let leg = now.leg;
    for step in &now.steps {
        match before.steps.iter().find(|known| known.id == step.id) {
            None => found.push(Difference::StepAdded(leg, step.clone())),
            Some(known) if known != step => found.push(Difference::StepChanged {
                leg,
                before: known.clone(),
                now: step.clone(),
            }),
            Some(_) => {}
        }
    }
    let gone = before.steps.iter().filter(|step| now.steps.iter().all(|one| one.id != step.id));
    found.extend(gone.map(|step| Difference::StepRemoved(leg, step.clone())));
}
