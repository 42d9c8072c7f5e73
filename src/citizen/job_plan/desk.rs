//! The plan of one person: what the server knows of it, and what is typed. Lives above the
//! pages, so that going from one to the next asks for nothing and loses nothing.

use std::rc::Rc;

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::job_plan::{JobPlan, JobPlanPage};
use contract::paths;
use contract::session::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Load, Loaded, load};
use crate::draft::FormDraft;
use crate::session::use_session;
use crate::text::use_texts;

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct PlanDesk {
    /// What the server knows of the plan.
    pub page: Loaded<JobPlanPage>,
    /// What is typed.
    pub draft: FormDraft,
    /// Has everything typed before been brought here? Until then nobody can type.
    pub ready: RwSignal<bool>,
    whose: StoredValue<Option<Option<CaseId>>>,
}

/// The desk. Call it inside a component.
pub fn use_plan() -> PlanDesk {
    expect_context()
}

impl PlanDesk {
    /// Sets the desk up for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let desk = Self {
            page: load(|| paths::CITIZEN_JOB_PLAN.to_owned()),
            draft: FormDraft::start(DraftForm::JobPlan, session.language),
            ready: RwSignal::new(false),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        let texts = use_texts();
        session.before_sign_out(Rc::new(move || {
            Box::pin(async move {
                let all_stored = desk.draft.settle().await;
                all_stored || confirmed(untrack(texts).plan().leave_unsaved)
            })
        }));
        Effect::new(move || {
            let person = session.session.with(|session| {
                Some(session.as_ref()?.signed_in.as_ref().map(|person| person.role.clone()))
            });
            if let Some(role) = person {
                desk.belongs_to(role.and_then(case_of));
            }
        });
        Effect::new(move || {
            if let Load::Ready(page) = desk.page.state.get() {
                desk.take_over(page);
            }
        });
    }

    /// The plan as it is on screen.
    pub fn plan(self) -> JobPlan {
        JobPlan::read(&self.draft.with(crate::draft::Fields::draft)).0
    }

    fn take_over(self, page: JobPlanPage) {
        spawn_local(async move {
            if self.draft.adopt(page.draft).await {
                self.ready.set(true);
            }
        });
    }

    fn belongs_to(self, case: Option<CaseId>) {
        let before = self.whose.get_value();
        self.whose.set_value(Some(case));
        if before.is_some_and(|before| before != case) {
            self.draft.clear();
            self.ready.set(false);
            self.page.state.set(Load::Loading);
        }
    }
}

/// Does the person want it all the same? A browser that does not ask means no.
fn confirmed(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Whose plan it is.
fn case_of(role: Role) -> Option<CaseId> {
    match role {
        Role::Citizen { case_id } => case_id,
        Role::Preview { case_id, .. } => Some(case_id),
        Role::Employer { .. } | Role::Caseworker { .. } => None,
    }
}
