//! The desk of one person at an employer: for each employee what the server knows of the plan,
//! and what is typed. Lives above the pages, so that going from one to the next asks for
//! nothing and loses nothing.

use std::collections::BTreeSet;
use std::rc::Rc;

use contract::ids::CaseId;
use contract::job_plan::RowId;
use contract::paths;
use contract::retention_plan::{EmployerRetentionPage, RetentionField, RetentionPlan};
use contract::session::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::moving::Moving;
use crate::api::{self, ApiError, Load};
use crate::draft::{DraftPlace, Fields};
use crate::form::{Form, element_id};
use crate::session::use_session;
use crate::text::{Text, fill, text_of};
use crate::ui::{Failed, Loading, focus_element, live};

/// What lives above the employer's pages.
#[derive(Clone, Copy)]
pub struct EmployerDesk {
    cases: StoredValue<Vec<CaseDesk>>,
    /// What is made for an employee lives as long as the visit.
    visit: StoredValue<Option<Owner>>,
}

/// The desk. Call it inside a component.
pub fn use_desk() -> EmployerDesk {
    expect_context()
}

impl EmployerDesk {
    /// Sets it up for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let desk =
            Self { cases: StoredValue::new(Vec::new()), visit: StoredValue::new(Owner::current()) };
        provide_context(desk);
        session.before_sign_out(Rc::new(move || {
            Box::pin(async move {
                let mut all_stored = true;
                for case in desk.cases.get_value() {
                    all_stored &= case.form.draft.settle().await;
                }
                all_stored
            })
        }));
        let whose = |role: &Role| match role {
            Role::Employer { user_id, .. } => Some(*user_id),
            _ => None,
        };
        let clear = move || desk.cases.with_value(|all| all.iter().for_each(|case| case.clear()));
        session.on_another_person(whose, Box::new(clear));
    }

    /// What there is of an employee's case.
    pub fn case(self, case: CaseId) -> CaseDesk {
        let known = self.cases.with_value(|all| all.iter().find(|one| one.case == case).copied());
        known.unwrap_or_else(|| {
            let start = || CaseDesk::start(case);
            let made = match self.visit.get_value() {
                Some(visit) => visit.with(start),
                None => start(),
            };
            self.cases.update_value(|all| all.push(made));
            made
        })
    }
}

/// An employee's case.
#[derive(Clone, Copy)]
pub struct CaseDesk {
    /// Which.
    pub case: CaseId,
    /// What the server knows of the plan.
    pub page: RwSignal<Load<EmployerRetentionPage>>,
    /// What is typed.
    pub form: Form,
    /// Has everything typed before been brought here? Until then nobody can type.
    pub ready: RwSignal<bool>,
    /// The employer's moves.
    pub moving: Moving,
    /// Where the focus goes once what an answer brought is drawn.
    pub focus_next: StoredValue<Option<String>>,
    /// Is somebody on the way from the check to a field at fault?
    pub mending: StoredValue<bool>,
    /// The rows of times to offer that whoever is signed in has begun in this visit.
    pub own_offers: StoredValue<BTreeSet<RowId>>,
    /// Counts the questions to the server, and the people: late answers say nothing.
    newest: StoredValue<u32>,
}

impl CaseDesk {
    fn start(case: CaseId) -> Self {
        let desk = Self {
            case,
            page: RwSignal::new(Load::Loading),
            form: Form::start(DraftPlace::employer(case)),
            ready: RwSignal::new(false),
            moving: Moving::new(),
            focus_next: StoredValue::new(None),
            mending: StoredValue::new(false),
            own_offers: StoredValue::new(BTreeSet::new()),
            newest: StoredValue::new(0),
        };
        Effect::new(move || {
            if let Load::Ready(page) = desk.page.get() {
                desk.take_over(page);
            }
        });
        desk
    }

    /// A page about the case is in view: asks for it unless it is here, or may be out of date
    /// (`afresh`), and again when somebody has signed in. Call it in a component.
    pub fn open(self, afresh: bool) {
        self.moving.clear();
        let sign_ins = use_session().sign_ins;
        Effect::new(move |before: Option<u32>| {
            let now = sign_ins.get();
            let here = matches!(self.page.get_untracked(), Load::Ready(_));
            if !here || afresh || before.is_some_and(|before| before != now) {
                self.reload();
            }
            now
        });
    }

    /// Asks anew; what is shown stays until the answer is here.
    pub fn reload(self) {
        let mine = self.next();
        spawn_local(async move {
            let answer = api::get(&paths::employer_retention_plan(self.case)).await;
            if self.newest.get_value() != mine {
                return;
            }
            let here = matches!(self.page.get_untracked(), Load::Ready(_));
            if here && answer == Err(ApiError::Offline) {
                return;
            }
            let now = answer.map_or_else(Load::Failed, Load::Ready);
            let is_new = self.page.with_untracked(|before| *before != now);
            // What is the same is not drawn again, unless the focus is to go there.
            if is_new || self.focus_next.with_value(Option::is_some) {
                self.page.set(now);
            } else {
                // Nothing is taken over, so what is unsent goes off now that somebody is back.
                self.form.draft.flush();
            }
        });
    }

    /// Takes the page that a call brought. Where something else was asked since, or another
    /// person is here by now, only a new answer is true.
    pub fn take(self, page: EmployerRetentionPage, asked: u32) {
        if self.newest.get_value() == asked {
            self.next();
            self.page.set(Load::Ready(page));
        } else {
            self.reload();
        }
    }

    /// The next question to the server.
    pub fn next(self) -> u32 {
        self.newest.update_value(|number| *number += 1);
        self.newest.get_value()
    }

    /// Asks anew, and puts the focus there once it is drawn.
    pub fn reload_and_focus(self, id: &str) {
        self.focus_next.set_value(Some(id.to_owned()));
        self.reload();
    }

    /// The plan as it is on screen; follows what is typed.
    pub fn plan(self) -> RetentionPlan {
        self.form.draft.edited.track();
        self.form.draft.replaced.track();
        RetentionPlan::read(&self.form.draft.with(Fields::draft)).0
    }

    /// Has the person to pick between two texts of a field? Then the focus goes there.
    pub fn picks(self, key: &RetentionField) -> bool {
        let name = key.to_string();
        let open = self
            .form
            .draft
            .conflicts
            .with_untracked(|all| all.iter().any(|other| other.field == name));
        if open {
            focus_element(&element_id(&name));
        }
        open
    }

    fn take_over(self, page: EmployerRetentionPage) {
        spawn_local(async move {
            self.form.draft.sensitive.set(page.sensitive.into_iter().collect());
            if self.form.draft.adopt(page.draft).await {
                self.ready.set(true);
            }
        });
    }

    fn clear(self) {
        self.next();
        self.form.draft.clear();
        self.ready.set(false);
        self.moving.forget();
        self.own_offers.set_value(BTreeSet::new());
        self.page.set(Load::Loading);
    }
}

/// Draws what needs the page and what was typed before.
pub fn with_page(
    desk: CaseDesk,
    draw: impl Fn(&EmployerRetentionPage) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let retry = Callback::new(move |()| {
        desk.page.set(Load::Loading);
        desk.reload();
    });
    live(move || match desk.page.get() {
        Load::Failed(error) => view! { <Failed error retry/> }.into_any(),
        Load::Ready(page) if desk.ready.get() => {
            if let Some(id) = desk.focus_next.try_update_value(Option::take).flatten() {
                // It is drawn first, and the page's heading takes the focus before it.
                request_animation_frame(move || {
                    request_animation_frame(move || focus_element(&id));
                });
            }
            draw(&page)
        }
        Load::Ready(_) | Load::Loading => view! { <Loading/> }.into_any(),
    })
}

/// A text with the employee's name in it, as soon as that is known.
pub fn about_employee(
    desk: CaseDesk,
    words: fn(&'static crate::text::Texts) -> &'static str,
) -> Text {
    let name = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Load::Ready(page) => page.employee.clone(),
            Load::Loading | Load::Failed(_) => "…".to_owned(),
        })
    });
    text_of(move |t| fill(words(t), &[&name.get()]))
}
