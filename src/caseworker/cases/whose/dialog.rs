//! The dialog in which a case is given to a colleague: to whom, and why. After a refusal both are
//! still there.

use contract::booking::check_reason;
use contract::ids::{CaseId, CaseworkerId};
use contract::limits;
use contract::staff::{CaseworkerOfCase, ChangeCaseworker};
use leptos::prelude::*;

use super::Stays;
use crate::api::{ApiError, IdempotencyKey, staff};
use crate::caseworker::dialogs::{refused, unless_busy};
use crate::caseworker::refusal::field_message;
use crate::text::{fill, text, text_of, use_texts};
use crate::ui::{Button, ButtonKind, Choice, Modal, RadioGroup, Sending, TextArea, focus_element};

/// Ids of the fields.
const TO: &str = "change-to";
const REASON: &str = "change-reason";

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// Which case.
    case: CaseId,
    /// Whose it is, and who may get it.
    whose: CaseworkerOfCase,
    /// The conversation that stays where it is.
    stays: Option<Stays>,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let (to, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let checked = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let key = StoredValue::new((IdempotencyKey::new(), None));
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
    let submit = move |()| {
        checked.set(true);
        let chosen: Option<CaseworkerId> = to.with_untracked(|id| id.parse().ok());
        let Some(to) = chosen else { return focus_element(TO) };
        if reason_error.get_untracked().is_some() {
            return focus_element(REASON);
        }
        failed.set(None);
        let change = ChangeCaseworker { from, to, reason: reason.get_untracked() };
        // Another change is another thing to be made, and gets a key of its own.
        if key.with_value(|(_, sent)| sent.as_ref() != Some(&change)) {
            key.set_value((IdempotencyKey::new(), Some(change.clone())));
        }
        let (key, _) = key.get_value();
        sending.run(async move {
            match staff::change_caseworker(case, &key, &change).await {
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
        <Button
            kind=ButtonKind::Primary
            text=text(|t| t.staff().case_page.change_save)
            busy=sending.busy()
            on_click=submit
        />
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    let present = whose.present.name;
    let stays = stays.map(|stays| {
        let words = text_of(move |t| stays.says(t, t.staff().case_page.change_booking));
        view! { <p>{words}</p> }
    });
    view! {
        <Modal
            id="change-caseworker"
            heading=text(|t| t.staff().case_page.change_heading)
            on_close=on_close
            footer=footer.into_any()
        >
            <p>{text_of(move |t| fill(t.staff().case_page.change_lead, &[&present]))}</p>
            {stays}
            {refused(failed)}
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
        </Modal>
    }
    .into_any()
}
