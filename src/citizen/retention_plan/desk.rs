//! What one person types to the retention plan.

use contract::draft::DraftForm;
use contract::paths;
use contract::retention_plan::CitizenRetentionPage;

use super::sending::Sent;
use crate::citizen::form_desk::FormDesk;

/// The desk of one person: comments, remark, answer and report.
pub type RetentionDesk = FormDesk<CitizenRetentionPage>;

/// The desk, with the plan on its way. Call it inside a component.
pub fn use_retention() -> RetentionDesk {
    RetentionDesk::open()
}

impl RetentionDesk {
    /// Sets the desk up for the whole visit.
    pub fn start() {
        let sent = Sent::start();
        let path = paths::CITIZEN_RETENTION_PLAN;
        Self::set_up(DraftForm::RetentionAnswer, path, |page| &page.draft, move || sent.forget());
    }
}
