//! Which steps the caseworker has agreed to as they stand now: an agreement is about what,
//! who and when, as on the server.

use contract::job_plan::{AgreedStep, JobPlan, PlanLeg, PlanStep, RowId, SharedPlan};

/// The agreements of the version shared last that hold for the plan as it is on screen.
pub fn still_agreed(latest: &SharedPlan, now: &JobPlan) -> Vec<AgreedStep> {
    let holds = |agreed: &&AgreedStep| {
        let then = step(&latest.plan, agreed.leg, &agreed.step);
        let now = step(now, agreed.leg, &agreed.step);
        then.zip(now).is_some_and(|(then, now)| {
            (&then.what, &then.who, then.when) == (&now.what, &now.who, now.when)
        })
    };
    latest.agreed.iter().filter(holds).cloned().collect()
}

fn step<'a>(plan: &'a JobPlan, leg: PlanLeg, id: &RowId) -> Option<&'a PlanStep> {
    let leg = plan.legs.iter().find(|written| written.leg == leg)?;
    leg.steps.iter().find(|step| step.id == *id)
}
