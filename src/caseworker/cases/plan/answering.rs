//! What the parts of a plan's page share while the plan is answered: one thing is on its way
//! at a time, and nothing is shown as done before the server has said so.

use contract::ids::CaseId;
use contract::job_plan::{PlanLeg, PlanSection, RowId, StaffJobPlan};
use leptos::prelude::*;

use crate::api::Loaded;
use crate::caseworker::dialogs::Typed;
use crate::caseworker::notice::Notice;
use crate::ui::Sending;

/// A plan being answered.
#[derive(Clone, Copy)]
pub struct Answering {
    /// Of which case.
    pub case: CaseId,
    /// Where to tell what was done.
    pub notice: Notice,
    /// What is on its way.
    pub sending: Sending,
    /// The step whose agreement is on its way, until the plan has been asked for anew.
    pub waiting: RwSignal<Option<(PlanLeg, RowId)>>,
    data: Loaded<StaffJobPlan>,
    comments: StoredValue<Vec<(PlanSection, Typed)>>,
}

impl Answering {
    /// Nothing answered yet. Call it in the page: what is typed lives as long as the page.
    pub fn new(case: CaseId, data: Loaded<StaffJobPlan>, notice: Notice) -> Self {
        let comments = PlanSection::ALL.map(|section| (section, Typed::new()));
        let waiting = RwSignal::new(None);
        Effect::new(move || {
            data.state.track();
            waiting.set(None);
        });
        Self {
            case,
            notice,
            sending: Sending::new(),
            waiting,
            data,
            comments: StoredValue::new(comments.to_vec()),
        }
    }

    /// Asks for the plan anew; what is shown stays until it is here.
    pub fn reload(self) {
        self.data.reload();
    }

    /// The comment typed to a section and not sent.
    pub fn comment(self, section: PlanSection) -> Typed {
        let known = self.comments.with_value(|comments| {
            comments.iter().find(|(of, _)| *of == section).map(|(_, typed)| *typed)
        });
        known.unwrap_or_else(Typed::new)
    }
}
