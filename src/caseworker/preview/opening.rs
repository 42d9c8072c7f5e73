//! Opening a view of a citizen's pages: at once, or with a reason where the server asks for one.

use contract::booking::check_reason;
use contract::ids::CaseId;
use contract::limits;
use contract::preview::{OpenPreview, Preview, PreviewOf};
use contract::problem::{ErrorCode, FieldError};
use leptos::prelude::*;

use super::back;
use crate::api::{ApiError, IdempotencyKey, preview};
use crate::caseworker::desk::{Note, StaffDesk, use_desk};
use crate::caseworker::dialogs::{Asked, SendText, TextDialog, Typed};
use crate::caseworker::notice::Notice;
use crate::router::use_go;
use crate::routes::Route;
use crate::text::{Text, text};
use crate::ui::{Button, Sending, live_if};

/// Opens views, and asks why where a case is not one's own.
#[derive(Clone, Copy)]
pub struct Opening {
    desk: StaffDesk,
    sending: Sending,
    asking: RwSignal<Option<OpenPreview>>,
    typed: Typed,
    on_open: Callback<Preview>,
    on_refusal: Callback<ApiError>,
}

impl Opening {
    /// Nothing opened yet. Call it in a component.
    pub fn new(on_open: Callback<Preview>, on_refusal: Callback<ApiError>) -> Self {
        let (desk, sending) = (use_desk(), Sending::new());
        let asking = RwSignal::new(None::<OpenPreview>);
        let typed = Typed::new(String::new());
        Effect::new(move || {
            if let Some(case) = asking.with(|asking| asking.as_ref().and_then(case_of)) {
                desk.keep_note(case, Note::Look, typed.words());
            }
        });
        Self { desk, sending, asking, typed, on_open, on_refusal }
    }

    /// Is something on its way?
    pub fn busy(self) -> Signal<bool> {
        self.sending.busy()
    }

    /// Opens the pages of a colleague's case: the reason is asked for before anything is sent.
    pub fn open_of_colleague(self, what: OpenPreview) {
        self.begin_to_ask(what);
    }

    /// Opens it, with the reason given for the view that is open; asks for one if there has to be
    /// one.
    pub fn open(self, mut what: OpenPreview) {
        if let Some(case) = case_of(&what) {
            what.reason = self.desk.reason_to_look(case);
        }
        self.sending.run(async move {
            match preview::open(&IdempotencyKey::new(), &what).await {
                Ok(preview) => {
                    self.on_open.try_run(preview);
                }
                Err(error) if asks_reason(&error) => {
                    self.begin_to_ask(what);
                }
                Err(error) => {
                    self.on_refusal.try_run(error);
                }
            }
        });
    }

    /// The dialog that asks for the reason, while it does. Put it into the view.
    pub fn dialog(self) -> AnyView {
        live_if(move || self.asking.get().map(|what| self.ask(what)))
    }

    /// What was typed before and not sent stands there.
    fn begin_to_ask(self, what: OpenPreview) {
        // The page may be gone by now.
        if self.asking.try_get_untracked().is_some() {
            if let Some(case) = case_of(&what) {
                self.typed.write(self.desk.unsent_note(case, Note::Look));
            }
            self.asking.set(Some(what));
        }
    }

    fn ask(self, what: OpenPreview) -> AnyView {
        let opened = StoredValue::new(None::<Preview>);
        let send: SendText = Callback::new(move |(key, reason): (IdempotencyKey, String)| {
            let what = OpenPreview { reason: reason.clone(), ..what.clone() };
            let answer = async move {
                let preview = preview::open(&key, &what).await?;
                if let PreviewOf::Case { case_id } = preview.of {
                    self.desk.keep_reason(case_id, reason);
                    self.desk.keep_note(case_id, Note::Look, String::new());
                }
                opened.try_set_value(Some(preview));
                Ok(())
            };
            Box::pin(answer) as crate::caseworker::dialogs::Answer
        });
        let on_done = Callback::new(move |()| {
            let preview = opened.get_value();
            self.asking.set(None);
            self.typed.clear();
            if let Some(preview) = preview {
                self.on_open.run(preview);
            }
        });
        let asked = Asked {
            name: "reason",
            label: text(|t| t.staff().cases.reason),
            hint: text(|t| t.staff().preview.reason_hint),
            limit: limits::REASON_CHARS,
            check: check_reason,
            typed: self.typed,
        };
        view! {
            <TextDialog
                heading=text(|t| t.staff().preview.reason_heading)
                lead=text(|t| t.staff().preview.reason_lead)
                confirm=text(|t| t.staff().preview.see)
                asked=asked
                send=send
                on_done=on_done
                on_close=Callback::new(move |()| self.asking.set(None))
            />
        }
        .into_any()
    }
}

/// The case whose citizen's pages are to be seen; a sample is nobody's.
fn case_of(what: &OpenPreview) -> Option<CaseId> {
    match what.of {
        PreviewOf::Case { case_id } => Some(case_id),
        PreviewOf::Sample { .. } => None,
    }
}

/// Does the server ask why?
fn asks_reason(error: &ApiError) -> bool {
    let is_reason = |error: &FieldError| error.field == "reason";
    matches!(error, ApiError::Problem(problem)
        if problem.code == ErrorCode::InvalidFields && problem.errors.iter().any(is_reason))
}

/// The button that leads to a citizen's pages.
#[component]
pub fn SeeAsCitizen(
    /// Its words.
    words: Text,
    /// What to see; nothing when something has to be mended first.
    what: Callback<(), Option<OpenPreview>>,
    /// Is the case known to be a colleague's? Where it is not known the server says so.
    #[prop(optional, into)]
    of_colleague: Signal<bool>,
    /// Where a refusal is told.
    notice: Notice,
) -> impl IntoView {
    let (go, desk) = (use_go(), use_desk());
    let on_open = Callback::new(move |preview: Preview| {
        back::note();
        go(Route::StaffPreview(preview.id));
    });
    let opening = Opening::new(on_open, Callback::new(move |error| notice.refused(error)));
    let press = move |()| {
        notice.clear();
        desk.end_look();
        match what.run(()) {
            Some(what) if of_colleague.get_untracked() => opening.open_of_colleague(what),
            Some(what) => opening.open(what),
            None => {}
        }
    };
    view! {
        <Button text=words busy=opening.busy() on_click=press/>
        {opening.dialog()}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use contract::problem::{FieldCode, Problem};

    use super::*;
    use crate::api::samples::problem;

    #[test]
    fn a_reason_is_asked_for_where_the_server_misses_one() {
        let refused = |code, field: &str| {
            let errors = vec![FieldError::new(field, FieldCode::Missing)];
            ApiError::Problem(Box::new(Problem { errors, ..problem(code) }))
        };
        assert!(asks_reason(&refused(ErrorCode::InvalidFields, "reason")));
        assert!(!asks_reason(&refused(ErrorCode::InvalidFields, "on")));
        assert!(!asks_reason(&refused(ErrorCode::NotFound, "reason")));
        assert!(!asks_reason(&ApiError::Offline));
    }
}
