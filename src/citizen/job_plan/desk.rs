//! The plan of one person: what the server knows of it, and what is typed. Lives above the
//! pages, so that going from one to the next asks for nothing and loses nothing.

use std::collections::BTreeSet;
use std::rc::Rc;

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::job_plan::{FieldKey, JobPlan, JobPlanPage};
use contract::paths;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Load, Loaded, load};
use crate::draft::FormDraft;
use crate::session::{confirmed, use_session};
use crate::text::use_texts;

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct PlanDesk {
    /// What the server knows of the plan.
    pub page: Loaded<JobPlanPage>,
    /// What is typed.
    pub draft: FormDraft,
    /// Days on screen that are typed and are none: the browser keeps them, the draft cannot.
    pub unreadable: RwSignal<BTreeSet<FieldKey>>,
    /// Where the focus goes once what an answer brought is drawn.
    pub focus_next: StoredValue<Option<&'static str>>,
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
            unreadable: RwSignal::new(BTreeSet::new()),
            focus_next: StoredValue::new(None),
            ready: RwSignal::new(false),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        let texts = use_texts();
        session.before_sign_out(Rc::new(move || {
            Box::pin(async move {
                let all_stored = desk.draft.settle().await;
                all_stored || confirmed(untrack(texts).common.leave_unsaved)
            })
        }));
        Effect::new(move || {
            let person = session.session.with(|session| {
                Some(session.as_ref()?.signed_in.as_ref().map(|person| person.role.clone()))
            });
            if let Some(role) = person {
                desk.belongs_to(role.and_then(|role| role.case()));
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

    /// Notes that what is typed in a field is no day, or is one again.
    pub fn set_unreadable(self, key: &FieldKey, is_none: bool) {
        let known = self.unreadable.with_untracked(|keys| keys.contains(key));
        if known != is_none {
            self.unreadable.update(|keys| {
                if is_none {
                    keys.insert(key.clone());
                } else {
                    keys.remove(key);
                }
            });
        }
    }

    /// Asks anew what the server knows, and puts the focus there once it is drawn.
    pub fn reload_and_focus(self, id: &'static str) {
        self.focus_next.set_value(Some(id));
        self.page.reload();
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
