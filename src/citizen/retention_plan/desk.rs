//! The retention plan of one person: what the server knows of it, and what is typed to it.
//! Lives above the pages, and asks for nothing until one of them is shown.

use std::rc::Rc;

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::paths;
use contract::retention_plan::CitizenRetentionPage;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sending::{Asked, Done};
use crate::api::attempt::Attempt;
use crate::api::{IdempotencyKey, Load, Loaded, load};
use crate::draft::DraftPlace;
use crate::form::Form;
use crate::session::use_session;

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct RetentionDesk {
    /// Comments, remark, answer and report.
    pub form: Form,
    /// Has everything typed before been brought here? Until then nobody can type.
    pub ready: RwSignal<bool>,
    /// What was done last, to be said on the page it leads to.
    pub done: RwSignal<Option<Done>>,
    /// The call whose answer is not known yet.
    pub unanswered: StoredValue<Option<Attempt<IdempotencyKey, Asked>>>,
    /// Where the focus goes once what an answer brought is drawn.
    pub focus_next: StoredValue<Option<&'static str>>,
    page: StoredValue<Option<Loaded<CitizenRetentionPage>>>,
    above_pages: StoredValue<Owner>,
    whose: StoredValue<Option<Option<CaseId>>>,
}

/// The desk, with the plan on its way. Call it inside a component.
pub fn use_retention() -> RetentionDesk {
    let desk: RetentionDesk = expect_context();
    desk.begin();
    desk
}

/// The same, asked for anew: the others may have moved since.
pub fn use_retention_anew() -> RetentionDesk {
    let desk: RetentionDesk = expect_context();
    if desk.page.with_value(Option::is_some) {
        desk.reload();
    } else {
        desk.begin();
    }
    desk
}

impl RetentionDesk {
    /// Sets the desk up for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let place = DraftPlace::citizen(DraftForm::RetentionAnswer);
        let desk = Self {
            form: Form::start(place, session.language),
            ready: RwSignal::new(false),
            done: RwSignal::new(None),
            unanswered: StoredValue::new(None),
            focus_next: StoredValue::new(None),
            page: StoredValue::new(None),
            above_pages: StoredValue::new(Owner::current().unwrap_or_default()),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        session.before_sign_out(Rc::new(move || Box::pin(desk.form.draft.settle())));
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
            let page = load(|| paths::CITIZEN_RETENTION_PLAN.to_owned());
            self.page.set_value(Some(page));
            Effect::new(move || {
                if let Load::Ready(page) = page.state.get() {
                    self.take_over(page);
                }
            });
        });
    }

    /// What the server knows of the plan; tracks it.
    pub fn state(self) -> Load<CitizenRetentionPage> {
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

    /// The plan as a move has left it.
    pub fn show(self, page: CitizenRetentionPage) {
        if let Some(loaded) = self.page.get_value() {
            loaded.state.set(Load::Ready(page));
        }
    }

    fn take_over(self, page: CitizenRetentionPage) {
        spawn_local(async move {
            if self.form.draft.adopt(page.draft).await {
                self.ready.set(true);
            }
        });
    }

    fn belongs_to(self, case: Option<CaseId>) {
        let before = self.whose.get_value();
        self.whose.set_value(Some(case));
        if before.is_some_and(|before| before != case) {
            self.form.draft.clear();
            self.ready.set(false);
            self.done.set(None);
            self.unanswered.set_value(None);
            if let Some(page) = self.page.get_value() {
                page.state.set(Load::Loading);
            }
        }
    }
}
