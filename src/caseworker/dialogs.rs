//! The dialog in which a caseworker writes something that the citizen reads: the reason of a
//! decision, or a comment; and what it has in common with others.

mod fields;

use std::pin::Pin;

use contract::booking::check_reason;
use contract::ids::CaseId;
use contract::limits;
use contract::problem::FieldCode;
use leptos::prelude::*;

pub use self::fields::FieldsDialog;
use super::desk::{Note, use_desk};
use super::problems::show_problems;
use super::refusal::{field_message, refusal};
use crate::api::{ApiError, IdempotencyKey};
use crate::session::use_session;
use crate::text::{Text, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, ErrorSummary, FieldProblem, Modal, Sending, TextArea,
    live_if,
};

/// The id of the reason's field.
const REASON: &str = "reason";

/// The summary of a dialog; the page below has its own.
pub const DIALOG_SUMMARY: &str = "dialog-summary";

/// A call on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// Sends a text with the key of this attempt.
pub type SendText = Callback<(IdempotencyKey, String), Answer>;

/// What a dialog asks for.
pub struct Asked {
    /// Name and id of the field.
    pub name: &'static str,
    /// What to write.
    pub label: Text,
    /// Help.
    pub hint: Text,
    /// Most characters.
    pub limit: usize,
    /// What is wrong with a text.
    pub check: fn(&str) -> Option<FieldCode>,
    /// What is written.
    pub typed: Typed,
}

/// A text that is not sent yet, and the key of the attempt to send it. Whoever keeps it has it
/// still after the dialog is closed.
#[derive(Clone, Copy)]
pub struct Typed {
    words: RwSignal<String>,
    key: StoredValue<(IdempotencyKey, String)>,
}

impl Typed {
    /// Nothing written, or what was written before.
    pub fn new(words: String) -> Self {
        let key = StoredValue::new((IdempotencyKey::new(), String::new()));
        Self { words: RwSignal::new(words), key }
    }

    /// The words; tracks them.
    pub fn words(self) -> String {
        self.words.get()
    }

    /// These words instead.
    pub fn write(self, words: String) {
        if self.words.with_untracked(|before| *before != words) {
            self.words.set(words);
        }
    }

    /// It has been sent.
    pub fn clear(self) {
        self.words.set(String::new());
        self.key.set_value((IdempotencyKey::new(), String::new()));
    }

    /// The words, with their key: other words are another thing to be made, and get another.
    fn attempt(self) -> (IdempotencyKey, String) {
        let words = self.words.get_untracked();
        if self.key.with_value(|(_, sent)| *sent != words) {
            self.key.set_value((IdempotencyKey::new(), words));
        }
        self.key.get_value()
    }
}

/// What was typed before and not sent, kept on the desk while it is typed on. Call it in the
/// page.
pub fn kept_note(case: CaseId, note: Note) -> Typed {
    let desk = use_desk();
    let typed = Typed::new(desk.unsent_note(case, note));
    Effect::new(move || desk.keep_note(case, note, typed.words()));
    typed
}

/// Asks for a reason and sends it. After a refusal the text is still there, and `typed` has it
/// after the dialog is closed.
#[component]
pub fn ReasonDialog(
    /// The heading.
    heading: Text,
    /// What it means.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// The reason.
    typed: Typed,
    /// Doing it.
    send: SendText,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let asked = asked_reason(typed);
    view! { <TextDialog heading lead confirm asked send on_done on_close/> }
}

/// Asking for a reason.
pub fn asked_reason(typed: Typed) -> Asked {
    Asked {
        name: REASON,
        label: text(|t| t.staff().cases.reason),
        hint: text(|t| t.staff().cases.reason_hint),
        limit: limits::REASON_CHARS,
        check: check_reason,
        typed,
    }
}

/// Asks for a text and sends it. After a refusal the text is still there.
#[component]
pub fn TextDialog(
    /// The heading.
    heading: Text,
    /// What it means.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// What to write.
    asked: Asked,
    /// What stands below the text.
    #[prop(optional)]
    below: Option<AnyView>,
    /// Doing it.
    send: SendText,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let Asked { name, label, hint, limit, check, typed } = asked;
    let value = typed.words;
    let checked = RwSignal::new(false);
    let error = Signal::derive(move || {
        let code = checked.get().then(|| value.with(|words| check(words))).flatten()?;
        Some(field_message(t(), name, code).to_owned())
    });
    let problems = RwSignal::new(Vec::new());
    // A message goes away as soon as its field is mended.
    Effect::new(move || {
        let now = error.get();
        let old = |one: &FieldProblem| Some(&one.message) != now.as_ref();
        if problems.with_untracked(|all: &Vec<FieldProblem>| all.iter().any(old)) {
            problems.set(Vec::new());
        }
    });
    let send = Callback::new(move |()| {
        checked.set(true);
        if let Some(message) = error.get_untracked() {
            show_problems(problems, vec![FieldProblem::new(name, message)]);
            return None;
        }
        Some(send.run(typed.attempt()))
    });
    view! {
        <SendingDialog id="text-dialog" heading lead confirm problems send on_done on_close>
            <TextArea id=name label=label hint=hint value=value limit=limit error=error/>
            {below}
        </SendingDialog>
    }
    .into_any()
}

/// Asks whether to do something that needs no words.
#[component]
pub fn ConfirmDialog(
    /// The heading.
    heading: Text,
    /// What it means.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// Doing it.
    send: Callback<(), Answer>,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let send = Callback::new(move |()| Some(send.run(())));
    view! {
        <SendingDialog id="confirm-dialog" heading lead confirm send on_done on_close/>
    }
    .into_any()
}

/// A dialog that sends something: what was refused is told in it, and while something is on its
/// way it stays.
#[component]
pub fn SendingDialog(
    /// Its id.
    id: &'static str,
    /// The heading.
    heading: Text,
    /// What it means.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// What is wrong with what it asks for.
    #[prop(optional)]
    problems: Option<RwSignal<Vec<FieldProblem>>>,
    /// What to send; nothing when something has to be mended first.
    send: Callback<(), Option<Answer>>,
    /// What else is on its way from the page.
    #[prop(default = Sending::new())]
    sending: Sending,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
    /// What it asks for.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let failed = RwSignal::new(None::<ApiError>);
    let submit = move |()| {
        failed.set(None);
        let Some(answer) = send.run(()) else { return };
        sending.run(async move {
            match answer.await {
                Ok(()) => {
                    on_done.try_run(());
                }
                // The dialog may be gone by now.
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let on_close = unless_busy(sending, on_close);
    let footer = view! {
        <Button kind=ButtonKind::Primary text=confirm busy=sending.busy() on_click=submit/>
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    view! {
        <Modal id=id heading=heading on_close=on_close footer=footer.into_any()>
            {problems.map(|problems| view! { <ErrorSummary problems=problems id=DIALOG_SUMMARY/> })}
            <p>{lead}</p>
            {refused(failed)}
            {children.map(|asks| asks())}
        </Modal>
    }
    .into_any()
}

/// Why the server said no, in the dialog that asked.
pub fn refused(failed: RwSignal<Option<ApiError>>) -> AnyView {
    let session = use_session();
    live_if(move || {
        failed.get().map(|error| {
            let words = text_of(move |t| refusal(t, &error, &session.phone()));
            view! { <Alert kind=AlertKind::Error live=true><p>{words}</p></Alert> }.into_any()
        })
    })
}

/// Closes a dialog only while nothing is on its way: what happened must be told.
pub fn unless_busy(sending: Sending, on_close: Callback<()>) -> Callback<()> {
    let busy = sending.busy();
    Callback::new(move |()| {
        if !busy.get_untracked() {
            on_close.run(());
        }
    })
}
