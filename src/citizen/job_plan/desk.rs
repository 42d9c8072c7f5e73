//! The plan of one person, as it is typed.

use contract::draft::DraftForm;
use contract::job_plan::{JobPlan, JobPlanPage};
use contract::paths;

use crate::citizen::form_desk::FormDesk;
use crate::draft::Fields;

/// The desk of one person.
pub type PlanDesk = FormDesk<JobPlanPage>;

/// The desk, with the plan on its way. Call it inside a component.
pub fn use_plan() -> PlanDesk {
    PlanDesk::open()
}

impl PlanDesk {
    /// Sets the desk up for the whole visit.
    pub fn start() {
        Self::set_up(DraftForm::JobPlan, paths::CITIZEN_JOB_PLAN, |page| &page.draft, || {});
    }

    /// The plan as it is on screen.
    pub fn plan(self) -> JobPlan {
        JobPlan::read(&self.form.draft.with(Fields::draft)).0
    }
}
