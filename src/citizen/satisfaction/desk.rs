//! What the server knows of the questions, and what is typed in answer. Lives above the page, and asks
//! for nothing until it is shown.

use std::rc::Rc;

use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::paths;
use contract::satisfaction::SatisfactionPage;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Load, Loaded, load};
use crate::draft::DraftPlace;
use crate::form::Form;
use crate::session::use_session;

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct SatisfactionDesk {
    /// What is typed.
    pub form: Form,
    /// Has everything typed before been brought here? Until then nobody can type.
    pub ready: RwSignal<bool>,
    page: StoredValue<Option<Loaded<SatisfactionPage>>>,
    above_pages: StoredValue<Owner>,
    whose: StoredValue<Option<Option<CaseId>>>,
}

/// The desk, with the questions on their way. Call it inside a component.
pub(super) fn use_satisfaction() -> SatisfactionDesk {
    let desk: SatisfactionDesk = expect_context();
    desk.begin();
    desk
}

impl SatisfactionDesk {
    /// Sets the desk up for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let desk = Self {
            form: Form::start(DraftPlace::citizen(DraftForm::Satisfaction), session.language),
            ready: RwSignal::new(false),
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

    fn begin(self) {
        if self.page.with_value(Option::is_some) {
            return;
        }
        self.above_pages.get_value().with(|| {
            let page = load(|| paths::CITIZEN_SATISFACTION.to_owned());
            self.page.set_value(Some(page));
            Effect::new(move || {
                if let Load::Ready(page) = page.state.get() {
                    spawn_local(async move {
                        if self.form.draft.adopt(page.draft).await {
                            self.ready.set(true);
                        }
                    });
                }
            });
        });
    }

    /// What the server knows; tracks it.
    pub(super) fn state(self) -> Load<SatisfactionPage> {
        self.page.get_value().map_or(Load::Loading, |page| page.state.get())
    }

    /// For the retry button of a failed page.
    pub(super) fn retry(self) -> Callback<()> {
        match self.page.get_value() {
            Some(page) => page.retry(),
            None => Callback::new(|()| {}),
        }
    }

    /// Asks anew.
    pub(super) fn reload(self) {
        if let Some(page) = self.page.get_value() {
            page.reload();
        }
    }

    fn belongs_to(self, case: Option<CaseId>) {
        let before = self.whose.get_value();
        self.whose.set_value(Some(case));
        if before.is_some_and(|before| before != case) {
            self.form.draft.clear();
            self.ready.set(false);
            if let Some(page) = self.page.get_value() {
                page.state.set(Load::Loading);
            }
        }
    }
}
