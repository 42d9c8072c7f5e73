//! The plan of one person: what the server knows of it, and what is typed. Lives above the
//! pages, so that going from one to the next asks for nothing and loses nothing; asks for
//! nothing either until one of them is shown.

use std::rc::Rc;

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::job_plan::{JobPlan, JobPlanPage};
use contract::paths;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Load, Loaded, load};
use crate::draft::{DraftPlace, FormDraft};
use crate::form::Form;
use crate::session::use_session;

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct PlanDesk {
    /// The form.
    pub form: Form,
    /// What is typed in it.
    pub draft: FormDraft,
    /// Where the focus goes once what an answer brought is drawn.
    pub focus_next: StoredValue<Option<&'static str>>,
    /// Has everything typed before been brought here? Until then nobody can type.
    pub ready: RwSignal<bool>,
    page: StoredValue<Option<Loaded<JobPlanPage>>>,
    above_pages: StoredValue<Owner>,
    whose: StoredValue<Option<Option<CaseId>>>,
}

/// The desk, with the plan on its way. Call it inside a component.
pub fn use_plan() -> PlanDesk {
    let desk: PlanDesk = expect_context();
    desk.begin();
    desk
}

impl PlanDesk {
    /// Sets the desk up for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let form = Form::start(DraftPlace::citizen(DraftForm::JobPlan), session.language);
        let desk = Self {
            form,
            draft: form.draft,
            focus_next: StoredValue::new(None),
            ready: RwSignal::new(false),
            page: StoredValue::new(None),
            above_pages: StoredValue::new(Owner::current().unwrap_or_default()),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        session.before_sign_out(Rc::new(move || Box::pin(desk.draft.settle())));
        Effect::new(move || {
            let person = session.session.with(|session| {
                Some(session.as_ref()?.signed_in.as_ref().map(|person| person.role.clone()))
            });
            if let Some(role) = person {
                desk.belongs_to(role.and_then(|role| role.case()));
            }
        });
    }

    /// Asks for the plan the first time a page needs it.
    fn begin(self) {
        if self.page.with_value(Option::is_some) {
            return;
        }
        self.above_pages.get_value().with(|| {
            let page = load(|| paths::CITIZEN_JOB_PLAN.to_owned());
            self.page.set_value(Some(page));
            Effect::new(move || {
                if let Load::Ready(page) = page.state.get() {
                    self.take_over(page);
                }
            });
        });
    }

    /// What the server knows of the plan; tracks it.
    pub fn state(self) -> Load<JobPlanPage> {
        self.page.get_value().map_or(Load::Loading, |page| page.state.get())
    }

    /// For the retry button of a failed page.
    pub fn retry(self) -> Callback<()> {
        match self.page.get_value() {
            Some(page) => page.retry(),
            None => Callback::new(|()| {}),
        }
    }

    /// Asks anew.
    pub fn reload(self) {
        if let Some(page) = self.page.get_value() {
            page.reload();
        }
    }

    /// The plan as it is on screen.
    pub fn plan(self) -> JobPlan {
        JobPlan::read(&self.draft.with(crate::draft::Fields::draft)).0
    }

    /// Asks anew what the server knows, and puts the focus there once it is drawn.
    pub fn reload_and_focus(self, id: &'static str) {
        self.focus_next.set_value(Some(id));
        self.reload();
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
            if let Some(page) = self.page.get_value() {
                page.state.set(Load::Loading);
            }
        }
    }
}
