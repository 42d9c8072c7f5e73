//! What the parts of a plan's page share while the plan is answered: one thing is on its way
//! at a time, and nothing is shown as done before the server has said so.

use contract::ids::CaseId;
use contract::job_plan::{PlanLeg, PlanSection, RowId, StaffJobPlan};
use leptos::prelude::*;

use crate::api::{Load, Loaded};
use crate::caseworker::desk::Note;
use crate::caseworker::dialogs::{Typed, kept_note};
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
    /// The step whose agreement is on its way, until the plan is here with it.
    pub waiting: RwSignal<Option<(PlanLeg, RowId)>>,
    data: Loaded<StaffJobPlan>,
    comments: StoredValue<Vec<(PlanSection, Typed)>>,
}

impl Answering {
    /// Nothing answered yet. Call it in the page.
    pub fn new(case: CaseId, data: Loaded<StaffJobPlan>, notice: Notice) -> Self {
        let comments =
            PlanSection::ALL.map(|section| (section, kept_note(case, Note::Comment(section))));
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

    /// Shows the plan as it came back with an answer to it; another version than the one on
    /// screen is asked for anew. The page may be gone by now.
    pub fn show(self, page: StaffJobPlan) {
        let same = self.data.state.try_with_untracked(|load| match load {
            Load::Ready(shown) => number(shown) == number(&page),
            Load::Loading | Load::Failed(_) => false,
        });
        match same {
            Some(true) => self.data.state.set(Load::Ready(page)),
            Some(false) => self.reload(),
            None => {}
        }
    }

    /// Asks for the plan anew; what is shown stays until it is here.
    pub fn reload(self) {
        self.waiting.try_set(None);
        if self.data.state.try_get_untracked().is_some() {
            self.data.reload();
        }
    }

    /// The comment typed to a section and not sent.
    pub fn comment(self, section: PlanSection) -> Typed {
        let known = self.comments.with_value(|comments| {
            comments.iter().find(|(of, _)| *of == section).map(|(_, typed)| *typed)
        });
        known.unwrap_or_else(|| Typed::new(String::new()))
    }
}

fn number(page: &StaffJobPlan) -> Option<u32> {
    page.shown.as_ref().map(|shown| shown.version.number)
}
