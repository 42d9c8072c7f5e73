//! Invented plans for the tests of what is shown of them.

use chrono::NaiveDate;
use contract::job_plan::{JobPlan, LegPlan, PlanLeg, PlanStep, ReturnWish, RowId};
use contract::rules::{RampUpStep, WeeklyHours};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn hours(text: &str) -> Option<WeeklyHours> {
    WeeklyHours::parse(text)
}

pub(crate) fn step(from: &str, to: &str, weekly: &str) -> RampUpStep {
    RampUpStep { from: day(from), to: day(to), hours: hours(weekly).expect("hours") }
}

pub(crate) fn plan_step(id: &str, what: &str) -> PlanStep {
    let id = RowId::parse(id).expect("a row id");
    PlanStep { id, what: what.into(), who: String::new(), when: None, done: false }
}

/// A plan that says nothing but its goal.
pub(crate) fn plan(goal: &str) -> JobPlan {
    let leg = |leg| LegPlan {
        leg,
        job: String::new(),
        why: String::new(),
        can: String::new(),
        obstacles: String::new(),
        support: String::new(),
        sure: None,
        steps: Vec::new(),
    };
    JobPlan {
        goal: goal.into(),
        legs: PlanLeg::ALL.map(leg).to_vec(),
        partial_return: ReturnWish::default(),
    }
}
