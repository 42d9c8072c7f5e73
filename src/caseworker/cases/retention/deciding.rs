//! What the parts of a retention plan's page share while the caseworker decides: what is typed,
//! and the key of the attempt. Nothing is shown as done before the server has said so.

use contract::ids::CaseId;
use contract::problem::ErrorCode;
use contract::retention_plan::{StaffRetentionMove, StaffRetentionPage};
use contract::rules::StaffMove;
use leptos::prelude::*;

use crate::api::{ApiError, IdempotencyKey, Load, Loaded, staff};
use crate::caseworker::desk::{Note, StaffDesk, use_desk};
use crate::caseworker::dialogs::{Answer, Typed, kept_note};
use crate::caseworker::notice::Notice;
use crate::text::{Texts, fill};

/// A plan being decided about.
#[derive(Clone, Copy)]
pub struct Deciding {
    /// Of which case.
    pub case: CaseId,
    /// Where to tell what was done.
    pub notice: Notice,
    /// The dialog that is open.
    pub open: RwSignal<Option<StaffMove>>,
    /// The question, as far as it is typed.
    pub question: Typed,
    /// The reason to close, as far as it is typed.
    pub reason: Typed,
    data: Loaded<StaffRetentionPage>,
    desk: StaffDesk,
    attempt: StoredValue<Option<(IdempotencyKey, StaffRetentionMove)>>,
}

impl Deciding {
    /// Nothing decided yet. Call it in the page.
    pub fn new(case: CaseId, data: Loaded<StaffRetentionPage>, notice: Notice) -> Self {
        Self {
            case,
            notice,
            open: RwSignal::new(None),
            question: kept_note(case, Note::Question),
            reason: kept_note(case, Note::CloseReason),
            data,
            desk: use_desk(),
            attempt: StoredValue::new(None),
        }
    }

    /// Sends a move. Answered well also when somebody was faster: then the page tells it, with
    /// what was typed still there, and the dialog has nothing left to ask.
    pub fn send(self, by: StaffRetentionMove) -> Answer {
        let key = self.key(&by);
        Box::pin(async move {
            match staff::move_retention(self.case, &key, &by).await {
                Ok(page) => self.done(&by, page),
                Err(error) if is_too_late(&error) => self.too_late(),
                Err(error) => return Err(error),
            }
            Ok(())
        })
    }

    /// Asks for the page anew; what is shown stays until it is here. The page may be gone.
    pub fn reload(self) {
        if self.data.state.try_get_untracked().is_some() {
            self.data.reload();
        }
    }

    /// Leaves the dialog for what the page tells.
    pub fn leave_dialog(self) {
        self.open.try_set(None);
        self.notice.take_focus();
    }

    /// The key of the attempt: another move, or the same about another version, is another.
    fn key(self, by: &StaffRetentionMove) -> IdempotencyKey {
        let known = self.attempt.with_value(|attempt| match attempt {
            Some((key, same)) if same == by => Some(key.clone()),
            _ => None,
        });
        let key = known.unwrap_or_else(IdempotencyKey::new);
        self.attempt.set_value(Some((key.clone(), by.clone())));
        key
    }

    fn done(self, by: &StaffRetentionMove, page: StaffRetentionPage) {
        // The desk outlives the page.
        if let Some(note) = note_of(by) {
            self.desk.keep_note(self.case, note, String::new());
        }
        self.attempt.try_set_value(None);
        let same = self.data.state.try_with_untracked(|load| match load {
            Load::Ready(shown) => number(shown) == number(&page),
            Load::Loading | Load::Failed(_) => false,
        });
        let Some(same) = same else { return };
        match note_of(by) {
            Some(Note::Question) => self.question.clear(),
            Some(Note::CloseReason) => self.reason.clear(),
            Some(_) | None => {}
        }
        if same {
            self.data.state.set(Load::Ready(page));
        } else {
            self.data.reload();
        }
        let by = by.clone();
        self.notice.done(move |t| told(t, &by));
    }

    fn too_late(self) {
        self.attempt.try_set_value(None);
        if self.data.state.try_get_untracked().is_some() {
            self.notice.first(|t| t.staff().retention.faster.to_owned());
            self.data.reload();
        }
    }
}

/// Somebody was faster: the plan, or its newest version, is another by now.
fn is_too_late(error: &ApiError) -> bool {
    matches!(error.code(), Some(ErrorCode::MoveNotPossible | ErrorCode::StaleVersion))
}

/// What is typed for a move.
fn note_of(by: &StaffRetentionMove) -> Option<Note> {
    match by {
        StaffRetentionMove::Ask { .. } => Some(Note::Question),
        StaffRetentionMove::Close { .. } => Some(Note::CloseReason),
        StaffRetentionMove::Suggest {} | StaffRetentionMove::Acknowledge { .. } => None,
    }
}

/// What is told when it is done.
fn told(t: &Texts, by: &StaffRetentionMove) -> String {
    let texts = &t.staff().retention;
    match by {
        StaffRetentionMove::Suggest {} => texts.suggested.to_owned(),
        StaffRetentionMove::Acknowledge { version } => {
            fill(texts.acknowledged, &[&version.to_string()])
        }
        StaffRetentionMove::Ask { .. } => texts.asked.to_owned(),
        StaffRetentionMove::Close { .. } => texts.closed.to_owned(),
    }
}

fn number(page: &StaffRetentionPage) -> Option<u32> {
    page.shown.as_ref().map(|shown| shown.version.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::samples::problem;
    use crate::text::Language;

    fn refused(code: ErrorCode) -> ApiError {
        ApiError::Problem(Box::new(problem(code)))
    }

    #[test]
    fn only_a_plan_that_is_elsewhere_makes_it_too_late() {
        assert!(is_too_late(&refused(ErrorCode::MoveNotPossible)));
        assert!(is_too_late(&refused(ErrorCode::StaleVersion)));
        assert!(!is_too_late(&refused(ErrorCode::InvalidFields)));
        assert!(!is_too_late(&ApiError::Offline));
    }

    #[test]
    fn each_move_is_told_in_its_own_words() {
        let t = Language::Da.texts();
        let acknowledged = told(t, &StaffRetentionMove::Acknowledge { version: 2 });
        assert_eq!(acknowledged, "Du har kvitteret for version 2.");
        let ask = StaffRetentionMove::Ask { version: 2, text: "Hvornår?".into() };
        assert!(told(t, &ask).contains("Spørgsmålet"));
        assert_eq!(note_of(&ask), Some(Note::Question));
        let close = StaffRetentionMove::Close { reason: String::new() };
        assert_eq!(note_of(&close), Some(Note::CloseReason));
        assert_eq!(note_of(&StaffRetentionMove::Suggest {}), None);
    }
}
