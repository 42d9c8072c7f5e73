//! A form of one person: what the server knows of what it is about, and what is typed in it. Lives
//! above the pages, so that going from one to the next asks for nothing and loses nothing (I9); asks
//! for nothing either until one of them is shown. Knows neither the form's fields nor its pages.

use std::rc::Rc;

use contract::draft::{Draft, DraftForm};
use contract::session::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::read::Read;
use crate::api::{Load, Loaded, load};
use crate::draft::DraftPlace;
use crate::form::Form;
use crate::session::use_session;
use crate::ui::{Failed, Loading, focus_element, live};

/// The desk of one person.
pub struct FormDesk<P: Send + Sync + 'static> {
    /// What is typed.
    pub form: Form,
    /// Where the focus goes once what an answer brought is drawn.
    pub focus_next: StoredValue<Option<&'static str>>,
    /// Has everything typed before been brought here? Until then nobody can type.
    ready: RwSignal<bool>,
    path: &'static str,
    draft: fn(&P) -> &Draft,
    page: StoredValue<Option<Loaded<P>>>,
    above_pages: StoredValue<Owner>,
}

impl<P: Send + Sync + 'static> Clone for FormDesk<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Send + Sync + 'static> Copy for FormDesk<P> {}

impl<P: Read + Clone + Send + Sync + 'static> FormDesk<P> {
    /// Sets the desk up for the whole visit, cleared whenever another person signs in. `path` is
    /// where the server tells what it knows, `draft` what of it is typed, and `forget` sees to what
    /// else there is of the person before.
    pub fn set_up(
        form: DraftForm,
        path: &'static str,
        draft: fn(&P) -> &Draft,
        forget: impl Fn() + 'static,
    ) {
        let session = use_session();
        let form = Form::start(DraftPlace::citizen(form));
        let desk = Self {
            form,
            focus_next: StoredValue::new(None),
            ready: RwSignal::new(false),
            path,
            draft,
            page: StoredValue::new(None),
            above_pages: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(desk);
        session.before_sign_out(Rc::new(move || Box::pin(form.draft.settle())));
        let clear = move || {
            form.draft.clear();
            desk.ready.set(false);
            forget();
            if let Some(page) = desk.page.get_value() {
                page.state.set(Load::Loading);
            }
        };
        session.on_another_person(Role::case, Box::new(clear));
    }

    /// The desk, with what the server knows on its way. Call it inside a component.
    pub fn open() -> Self {
        let desk: Self = expect_context();
        desk.begin();
        desk
    }

    /// The same, asked for anew: others may have changed it since.
    pub fn open_anew() -> Self {
        let desk: Self = expect_context();
        if !desk.begin() {
            desk.reload();
        }
        desk
    }

    /// Asks the first time a page needs it; tells whether it was.
    fn begin(self) -> bool {
        let is_first = self.page.with_value(Option::is_none);
        if is_first {
            self.above_pages.get_value().with(|| {
                let page = load(move || self.path.to_owned());
                self.page.set_value(Some(page));
                Effect::new(move || {
                    let draft = page.state.with(|page| match page {
                        Load::Ready(page) => Some((self.draft)(page).clone()),
                        Load::Loading | Load::Failed(_) => None,
                    });
                    if let Some(draft) = draft {
                        take_over(self.form, draft, self.ready);
                    }
                });
            });
        }
        is_first
    }

    /// What the server knows; tracks it.
    pub fn state(self) -> Load<P> {
        self.page.get_value().map_or(Load::Loading, |page| page.state.get())
    }

    /// Asks anew.
    pub fn reload(self) {
        if let Some(page) = self.page.get_value() {
            page.reload();
        }
    }

    /// Asks anew, and puts the focus there once the answer is drawn.
    pub fn reload_and_focus(self, id: &'static str) {
        self.focus_next.set_value(Some(id));
        self.reload();
    }

    /// What the server knows, as a call has left it.
    pub fn show(self, page: P) {
        if let Some(loaded) = self.page.get_value() {
            loaded.state.set(Load::Ready(page));
        }
    }

    /// Draws what needs what the server knows and what was typed before.
    pub fn draw(self, draw: impl Fn(&P) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.draw_boxed(Box::new(draw))
    }

    fn draw_boxed(self, draw: Box<dyn Fn(&P) -> AnyView + Send + Sync>) -> AnyView {
        let retry = Callback::new(move |()| {
            if let Some(page) = self.page.get_value() {
                page.state.set(Load::Loading);
                page.reload();
            }
        });
        live(move || match self.state() {
            Load::Failed(error) => view! { <Failed error retry/> }.into_any(),
            Load::Ready(page) if self.ready.get() => {
                if let Some(id) = self.focus_next.try_update_value(Option::take).flatten() {
                    // It is drawn first.
                    request_animation_frame(move || focus_element(id));
                }
                draw(&page)
            }
            Load::Ready(_) | Load::Loading => view! { <Loading/> }.into_any(),
        })
    }
}

/// From here on one can type, unless it is another person's desk by then.
fn take_over(form: Form, draft: Draft, ready: RwSignal<bool>) {
    spawn_local(async move {
        if form.draft.adopt(draft).await {
            ready.set(true);
        }
    });
}
