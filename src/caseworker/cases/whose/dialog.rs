//! The dialog in which a case is given to a colleague: to whom, and why. After a refusal both are
//! still there, and after it was closed.

use contract::booking::check_reason;
use contract::ids::{CaseId, CaseworkerId};
use contract::limits;
use contract::staff::{CaseworkerOfCase, ChangeCaseworker};
use leptos::prelude::*;

use super::Stays;
use crate::api::{IdempotencyKey, staff};
use crate::caseworker::desk::{Note, use_desk};
use crate::caseworker::dialogs::{Answer, SendingDialog};
use crate::caseworker::refusal::field_message;
use crate::text::{fill, text, text_of, use_texts};
use crate::ui::{Choice, RadioGroup, TextArea, focus_element};

/// Ids of the fields.
const TO: &str = "change-to";
const REASON: &str = "change-reason";

/// What is typed and not sent, and the key of the attempt to send it.
#[derive(Clone, Copy)]
pub struct Typed {
    to: RwSignal<String>,
    reason: RwSignal<String>,
    key: StoredValue<(IdempotencyKey, Option<ChangeCaseworker>)>,
}

impl Typed {
    /// With the reason that was typed before; it is kept on the desk while it is typed on. Call it
    /// in the page.
    pub fn kept(case: CaseId) -> Self {
        let desk = use_desk();
        let reason = RwSignal::new(desk.unsent_note(case, Note::ChangeReason));
        Effect::new(move || desk.keep_note(case, Note::ChangeReason, reason.get()));
        let key = StoredValue::new((IdempotencyKey::new(), None));
        Self { to: RwSignal::new(String::new()), reason, key }
    }

    /// It has been sent.
    pub fn clear(self) {
        self.to.set(String::new());
        self.reason.set(String::new());
    }
}

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// Which case.
    case: CaseId,
    /// Whose it is, and who may get it.
    whose: CaseworkerOfCase,
    /// What is typed.
    typed: Typed,
    /// The conversation that stays where it is.
    stays: Option<Stays>,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let (t, desk) = (use_texts(), use_desk());
    let Typed { to, reason, key } = typed;
    let checked = RwSignal::new(false);
    let from = whose.present.id;
    let to_error = Signal::derive(move || {
        let missing = checked.get() && to.with(String::is_empty);
        missing.then(|| t().staff().case_page.change_to_missing.to_owned())
    });
    let reason_error = Signal::derive(move || {
        let code = checked.get().then(|| reason.with(|words| check_reason(words))).flatten()?;
        Some(field_message(t(), "reason", code).to_owned())
    });
    let choices: Vec<Choice> = whose
        .may_get
        .into_iter()
        .map(|row| Choice::new(row.id.to_string(), text_of(move |_| row.name.clone())))
        .collect();
    // The first radio button bears the group's id.
    let send = Callback::new(move |()| {
        checked.set(true);
        let chosen: Option<CaseworkerId> = to.with_untracked(|id| id.parse().ok());
        let Some(to) = chosen else {
            focus_element(TO);
            return None;
        };
        if reason_error.get_untracked().is_some() {
            focus_element(REASON);
            return None;
        }
        let change = ChangeCaseworker { from, to, reason: reason.get_untracked() };
        // Another change is another thing to be made, and gets a key of its own.
        if key.with_value(|(_, sent)| sent.as_ref() != Some(&change)) {
            key.set_value((IdempotencyKey::new(), Some(change.clone())));
        }
        let (key, _) = key.get_value();
        Some(Box::pin(async move {
            staff::change_caseworker(case, &key, &change).await?;
            // The page may be gone by now.
            desk.keep_note(case, Note::ChangeReason, String::new());
            Ok(())
        }) as Answer)
    });
    let present = whose.present.name;
    let stays = stays.map(|stays| {
        let words = text_of(move |t| stays.says(t, t.staff().case_page.change_booking));
        view! { <p>{words}</p> }
    });
    view! {
        <SendingDialog
            id="change-caseworker"
            heading=text(|t| t.staff().case_page.change_heading)
            lead=text_of(move |t| fill(t.staff().case_page.change_lead, &[&present]))
            confirm=text(|t| t.staff().case_page.change_save)
            send=send
            on_done=on_done
            on_close=on_close
        >
            {stays}
            <RadioGroup
                id=TO
                legend=text(|t| t.staff().case_page.change_to)
                choices=choices
                value=to
                error=to_error
            />
            <TextArea
                id=REASON
                label=text(|t| t.staff().cases.reason)
                hint=text(|t| t.staff().cases.reason_hint)
                value=reason
                limit=limits::REASON_CHARS
                error=reason_error
            />
        </SendingDialog>
    }
    .into_any()
}
