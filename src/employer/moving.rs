//! A move of the employer on its way to the server: sent once, told what came of it, and what
//! is typed stays whatever that is.

use contract::draft::DraftChange;
use contract::problem::ErrorCode;
use contract::retention_plan::{EmployerRetentionMove, RetentionField};
use leptos::prelude::*;

use super::desk::CaseDesk;
use crate::api::attempt::{Attempt, attempt};
use crate::api::{ApiError, IdempotencyKey, employer};
use crate::text::{Texts, text_of};
use crate::ui::{Alert, AlertKind, Sending, failure, live_if};

/// Why a move was not made, when trying the same again is not the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// Somebody else was faster.
    Late,
    /// A colleague has written in the plan meanwhile.
    Stale,
    /// What is typed is not on the server yet.
    Unsaved,
    /// Something must be mended first.
    Invalid,
    /// The case is closed.
    Closed,
}

/// The moves of an employee's case.
#[derive(Clone, Copy)]
pub struct Moving {
    sending: Sending,
    failed: RwSignal<Option<ApiError>>,
    refused: RwSignal<Option<NotMoved>>,
    unanswered: StoredValue<Option<Attempt<IdempotencyKey, EmployerRetentionMove>>>,
}

impl Moving {
    /// Nothing on its way.
    pub fn new() -> Self {
        Self {
            sending: Sending::new(),
            failed: RwSignal::new(None),
            refused: RwSignal::new(None),
            unanswered: StoredValue::new(None),
        }
    }

    /// Is something on its way?
    pub fn busy(self) -> Signal<bool> {
        self.sending.busy()
    }

    /// Nothing to tell any more.
    pub fn clear(self) {
        self.failed.set(None);
        self.refused.set(None);
    }

    /// Another person is here.
    pub fn forget(self) {
        self.clear();
        self.unanswered.set_value(None);
    }

    /// Makes a move, and what follows it.
    pub fn make(self, desk: CaseDesk, body: EmployerRetentionMove, then: impl FnOnce() + 'static) {
        self.sending.run(async move {
            if self.send(desk, body).await {
                then();
            }
        });
    }

    /// Sends the plan that is on screen, once the server has all of it.
    pub fn send_plan(self, desk: CaseDesk, then: impl FnOnce() + 'static) {
        let draft = desk.form.draft;
        self.sending.run(async move {
            self.clear();
            if !draft.settle().await && draft.with(|fields| lacks_plan(&fields.unsent())) {
                self.refused.set(Some(NotMoved::Unsaved));
                return;
            }
            let draft_version = draft.with(|fields| fields.draft().version);
            if self.send(desk, EmployerRetentionMove::Send { draft_version }).await {
                then();
            }
        });
    }

    /// Makes a move that carries the text of a field with it. The draft need not have it: what
    /// else is unsent may have to wait until the plan can be written again.
    pub fn make_with_note(
        self,
        desk: CaseDesk,
        field: RetentionField,
        body: impl FnOnce(String) -> EmployerRetentionMove + 'static,
        then: impl FnOnce() + 'static,
    ) {
        let (draft, field) = (desk.form.draft, field.to_string());
        self.sending.run(async move {
            self.clear();
            draft.settle().await;
            let sent = draft.text(&field).trim().to_owned();
            if self.send(desk, body(sent.clone())).await {
                // It is sent, and the server has emptied it. What was typed meanwhile was not.
                if draft.text(&field).trim() == sent {
                    draft.write(&field, String::new());
                }
                then();
            }
        });
    }

    async fn send(self, desk: CaseDesk, body: EmployerRetentionMove) -> bool {
        self.clear();
        let asked = desk.next();
        let is_send = matches!(body, EmployerRetentionMove::Send { .. });
        let attempt = attempt(self.unanswered.get_value(), body, IdempotencyKey::new);
        self.unanswered.set_value(Some(attempt.clone()));
        match employer::make_move(desk.case, &attempt.key, &attempt.body).await {
            Ok(page) => {
                self.unanswered.set_value(None);
                desk.take(page, asked);
                true
            }
            Err(error) => {
                match error.code().and_then(|code| not_moved(code, is_send)) {
                    Some(why) => {
                        self.unanswered.set_value(None);
                        self.refused.set(Some(why));
                        desk.reload();
                    }
                    None => self.failed.set(Some(error)),
                }
                false
            }
        }
    }

    /// Why the move was not made, if it was not.
    pub fn outcome(self) -> AnyView {
        view! {
            {failure(self.failed)}
            {live_if(move || self.refused.get().map(|why| {
                let words = text_of(move |t| words(t, why).to_owned());
                view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
            }))}
        }
        .into_any()
    }
}

/// Is anything of the plan itself among what the server does not have?
fn lacks_plan(unsent: &[DraftChange]) -> bool {
    let in_plan =
        |name: &str| RetentionField::parse(name).is_some_and(|key| key.section().is_some());
    unsent.iter().any(|change| in_plan(&change.field))
}

fn not_moved(code: ErrorCode, is_send: bool) -> Option<NotMoved> {
    match code {
        ErrorCode::MoveNotPossible => Some(NotMoved::Late),
        ErrorCode::StaleVersion if is_send => Some(NotMoved::Stale),
        ErrorCode::StaleVersion => Some(NotMoved::Late),
        ErrorCode::InvalidFields => Some(NotMoved::Invalid),
        ErrorCode::CaseClosed => Some(NotMoved::Closed),
        _ => None,
    }
}

fn words(t: &'static Texts, why: NotMoved) -> &'static str {
    let t = t.employer();
    match why {
        NotMoved::Late => t.late,
        NotMoved::Stale => t.stale,
        NotMoved::Unsaved => t.unsaved,
        NotMoved::Invalid => t.to_mend,
        NotMoved::Closed => t.case_closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_beside_the_plan_does_not_hold_it_back() {
        let unsent =
            |field: &str| DraftChange { field: field.to_owned(), base: 0, value: "Ja".to_owned() };
        assert!(!lacks_plan(&[unsent("decline-reason"), unsent("answer")]));
        assert!(lacks_plan(&[unsent("answer"), unsent("tasks.can")]));
    }

    #[test]
    fn a_stale_version_is_a_colleagues_text_when_sending_and_a_faster_move_otherwise() {
        assert_eq!(not_moved(ErrorCode::StaleVersion, true), Some(NotMoved::Stale));
        assert_eq!(not_moved(ErrorCode::StaleVersion, false), Some(NotMoved::Late));
        assert_eq!(not_moved(ErrorCode::MoveNotPossible, true), Some(NotMoved::Late));
        assert_eq!(not_moved(ErrorCode::Busy, true), None);
    }
}
