//! What is typed in answer to the questions.

use contract::draft::DraftForm;
use contract::paths;
use contract::satisfaction::SatisfactionPage;

use crate::citizen::form_desk::FormDesk;

/// The desk of one person.
pub type SatisfactionDesk = FormDesk<SatisfactionPage>;

impl SatisfactionDesk {
    /// Sets the desk up for the whole visit.
    pub fn start() {
        let path = paths::CITIZEN_SATISFACTION;
        Self::set_up(DraftForm::Satisfaction, path, |page| &page.draft, || {});
    }
}
