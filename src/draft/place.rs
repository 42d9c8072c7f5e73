//! Where a form's draft is: on the server, and in the browser's own copies.

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::paths;

/// A draft: the form, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftPlace {
    form: DraftForm,
    employee: Option<CaseId>,
}

impl DraftPlace {
    /// A form of the signed-in citizen's.
    pub fn citizen(form: DraftForm) -> Self {
        Self { form, employee: None }
    }

    /// The retention plan that an employer writes for an employee.
    pub fn employer(employee: CaseId) -> Self {
        Self { form: DraftForm::RetentionPlan, employee: Some(employee) }
    }

    /// Which form.
    pub(super) fn form(self) -> DraftForm {
        self.form
    }

    /// Where the server has it.
    pub(super) fn path(self) -> String {
        match self.employee {
            Some(case) => paths::employer_draft(case),
            None => paths::citizen_draft(self.form),
        }
    }

    /// Where the server has the key to the browser's copies.
    pub(super) fn key_path(self) -> &'static str {
        match self.employee {
            Some(_) => paths::EMPLOYER_DRAFT_KEY,
            None => paths::CITIZEN_DRAFT_KEY,
        }
    }

    /// What the browser's copies are called.
    pub(super) fn name(self) -> String {
        match self.employee {
            Some(case) => format!("{}-{case}", self.form.as_str()),
            None => self.form.as_str().to_owned(),
        }
    }
}
