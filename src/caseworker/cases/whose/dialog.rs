//! The dialog in which a case is given to a colleague: to whom, and why. After a refusal both are
//! still there, and after it was closed; when somebody else was faster, the dialog says whose it is now,
//! and the next attempt is about that.

use contract::booking::check_reason;
use contract::ids::{CaseId, CaseworkerId};
use contract::limits;
use contract::problem::ErrorCode;
use contract::staff::{CaseworkerOfCase, ChangeCaseworker};
use leptos::prelude::*;

use super::Stays;
use crate::api::{ApiError, IdempotencyKey, staff};
use crate::caseworker::desk::{Note, use_desk};
use crate::caseworker::dialogs::{refused, unless_busy};
use crate::caseworker::refusal::field_message;
use crate::text::{Texts, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Choice, Modal, RadioGroup, Sending, TextArea,
    focus_element, live, live_if,
};

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
    /// Whose it is, and who may get it; known anew here when somebody else was faster.
    whose: RwSignal<CaseworkerOfCase>,
    /// Was somebody else faster?
    is_stale: RwSignal<bool>,
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
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let to_error = Signal::derive(move || {
        let missing = checked.get() && to.with(String::is_empty);
        missing.then(|| t().staff().case_page.change_to_missing.to_owned())
    });
    let reason_error = Signal::derive(move || {
        let code = checked.get().then(|| reason.with(|words| check_reason(words))).flatten()?;
        Some(field_message(t(), "reason", code).to_owned())
    });
    let may_give = Memo::new(move |_| whose.with(|whose| !whose.may_get.is_empty()));
    // The first radio button bears the group's id.
    let submit = move |()| {
        checked.set(true);
        let chosen: Option<CaseworkerId> = to.with_untracked(|id| id.parse().ok());
        let Some(to) = chosen else { return focus_element(TO) };
        if reason_error.get_untracked().is_some() {
            return focus_element(REASON);
        }
        failed.set(None);
        let from = whose.with_untracked(|whose| whose.present.id);
        let change = ChangeCaseworker { from, to, reason: reason.get_untracked() };
        // Another change is another thing to be made, and gets a key of its own.
        if key.with_value(|(_, sent)| sent.as_ref() != Some(&change)) {
            key.set_value((IdempotencyKey::new(), Some(change.clone())));
        }
        let (key, _) = key.get_value();
        sending.run(async move {
            match staff::change_caseworker(case, &key, &change).await {
                Ok(()) => {
                    // The page may be gone by now, and the desk is not.
                    desk.keep_note(case, Note::ChangeReason, String::new());
                    on_done.try_run(());
                }
                Err(error) => {
                    if error.code() == Some(ErrorCode::StaleVersion)
                        && let Ok(now) = staff::case(case).await
                    {
                        is_stale.try_set(true);
                        whose.try_set(now.caseworker);
                    }
                    // The dialog may be gone by now.
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let on_close = unless_busy(sending, on_close);
    let save = live_if(move || {
        may_give.get().then(|| {
            view! {
                <Button
                    kind=ButtonKind::Primary
                    text=text(|t| t.staff().case_page.change_save)
                    busy=sending.busy()
                    on_click=submit
                />
            }
            .into_any()
        })
    });
    let footer = view! {
        {save}
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    let present = move || whose.with(|whose| whose.present.name.clone());
    let refusal = live_if(move || match failed.with(|failed| failed.as_ref()?.code()) {
        Some(ErrorCode::StaleVersion) if is_stale.get() => Some(
            view! {
                <Alert kind=AlertKind::Error live=true>
                    <p>{text_of(move |t| now_words(t, &present(), may_give.get()))}</p>
                </Alert>
            }
            .into_any(),
        ),
        _ => Some(refused(failed)),
    });
    let colleagues = live(move || {
        view! {
            <RadioGroup
                id=TO
                legend=text(|t| t.staff().case_page.change_to)
                choices=whose.with(|whose| choices(whose, to))
                value=to
                error=to_error
            />
        }
        .into_any()
    });
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
            <p>{text_of(move |t| fill(t.staff().case_page.change_lead, &[&present()]))}</p>
            {stays}
            {refusal}
            {colleagues}
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

/// Who may get it. Nobody is chosen any more who has it already, or may not get it now.
fn choices(whose: &CaseworkerOfCase, to: RwSignal<String>) -> Vec<Choice> {
    let ids: Vec<_> = whose.may_get.iter().map(|row| row.id.to_string()).collect();
    if to.with_untracked(|to| !to.is_empty() && !ids.contains(to)) {
        to.set(String::new());
    }
    let names = whose.may_get.iter().map(|row| row.name.clone());
    let choice = |(id, name): (String, String)| Choice::new(id, text_of(move |_| name.clone()));
    ids.into_iter().zip(names).map(choice).collect()
}

/// Whose it is now, and whether it is still theirs to give.
fn now_words(t: &Texts, present: &str, may_give: bool) -> String {
    let texts = &t.staff().case_page;
    fill(if may_give { texts.change_stale } else { texts.change_too_late }, &[present])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn whoever_was_slower_reads_whose_it_is_now_and_what_they_can_do() {
        let t = Language::Da.texts();
        let words = now_words(t, "Gitte Fjord", true);
        assert!(words.contains("Gitte Fjord har sagen nu") && words.contains("igen"), "{words}");
        let words = now_words(Language::En.texts(), "Gitte Fjord", false);
        assert!(words.contains("Gitte Fjord has the case now"), "{words}");
    }
}
