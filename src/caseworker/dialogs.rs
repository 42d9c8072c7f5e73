//! The dialog in which a caseworker gives a reason that the citizen reads.

use std::pin::Pin;

use contract::booking::check_reason;
use contract::limits;
use leptos::prelude::*;

use super::refusal::{field_message, refusal};
use crate::api::{ApiError, IdempotencyKey};
use crate::session::use_session;
use crate::text::{Text, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Modal, Sending, TextArea, focus_element, live_if,
};

/// The id of the reason's field.
const REASON: &str = "reason";

/// A call on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// Sends a reason with the key of this attempt.
pub type SendReason = Callback<(IdempotencyKey, String), Answer>;

/// Asks for a reason and sends it. After a refusal the text is still there.
#[component]
pub fn ReasonDialog(
    /// The heading.
    heading: Text,
    /// What it means.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// Doing it.
    send: SendReason,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let reason = RwSignal::new(String::new());
    let checked = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let error = Signal::derive(move || {
        let code = checked.get().then(|| reason.with(|reason| check_reason(reason))).flatten()?;
        Some(field_message(t(), REASON, code).to_owned())
    });
    let key = StoredValue::new((IdempotencyKey::new(), String::new()));
    let submit = move |()| {
        checked.set(true);
        if error.get_untracked().is_some() {
            focus_element(REASON);
            return;
        }
        let words = reason.get_untracked();
        // Other words are another thing to be made, and get a key of their own.
        if key.with_value(|(_, sent)| *sent != words) {
            key.set_value((IdempotencyKey::new(), words.clone()));
        }
        let answer = send.run((key.with_value(|(key, _)| key.clone()), words));
        sending.run(async move {
            match answer.await {
                Ok(()) => {
                    on_done.try_run(());
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let on_close = unless_busy(sending, on_close);
    let footer = view! {
        <Button kind=ButtonKind::Primary text=confirm busy=sending.busy() on_click=submit/>
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    view! {
        <Modal id="reason-dialog" heading=heading on_close=on_close footer=footer.into_any()>
            <p>{lead}</p>
            {refused(failed)}
            <TextArea
                id=REASON
                label=text(|t| t.staff().cases.reason)
                hint=text(|t| t.staff().cases.reason_hint)
                value=reason
                limit=limits::REASON_CHARS
                error=error
            />
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
