//! What happens to a draft while it is typed and saved, as plain data: no timer, no HTTP.

use contract::booking::{BookingDraft, check_details};
use contract::problem::{ErrorCode, FieldError};

use crate::api::ApiError;
use crate::draft::Moment;

/// How far what is typed has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing has been typed since it was loaded.
    #[default]
    Untouched,
    /// Typed, and soon to be sent.
    Waiting,
    /// On its way.
    Sending,
    /// Stored, then.
    Saved(Moment),
    /// Not stored; it is tried again by itself.
    Failed,
    /// Not acceptable as it stands.
    Refused(Vec<FieldError>),
    /// Something else was stored in the meantime: the person picks.
    Conflict(BookingDraft),
}

impl Saving {
    /// Does the person have to pick?
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict(_))
    }

    /// Would leaving the page now lose something?
    pub fn at_risk(&self) -> bool {
        !matches!(self, Self::Untouched | Self::Saved(_))
    }
}

/// What to do after an answer.
#[derive(Debug, PartialEq)]
pub enum After {
    /// Take over the version, and show this.
    Rest(u32, Saving),
    /// Take over the version, and send what was typed meanwhile.
    SendAgain(u32),
    /// Show this, and keep the version.
    Show(Saving),
}

/// What follows from the answer to `sent` when `typed` is on screen now.
pub fn after(
    sent: &BookingDraft,
    typed: &BookingDraft,
    answer: Result<BookingDraft, ApiError>,
    now: Moment,
) -> After {
    match answer {
        Ok(stored) if same_words(sent, typed) => After::Rest(stored.version, Saving::Saved(now)),
        Ok(stored) => After::SendAgain(stored.version),
        Err(ApiError::Problem(problem)) => match (problem.code, problem.stored_draft) {
            (ErrorCode::StaleVersion, Some(stored)) if same_words(&stored, typed) => {
                After::Rest(stored.version, Saving::Saved(now))
            }
            (ErrorCode::StaleVersion, Some(stored)) => After::Show(Saving::Conflict(stored)),
            // Somebody looks on: nothing is theirs to save, now or later.
            (ErrorCode::PreviewIsReadOnly, _) => After::Rest(typed.version, Saving::Untouched),
            (ErrorCode::InvalidFields, _) => After::Show(Saving::Refused(problem.errors)),
            _ => After::Show(Saving::Failed),
        },
        Err(ApiError::Offline | ApiError::Unexpected) => After::Show(Saving::Failed),
    }
}

/// Do two drafts say the same, whatever their versions?
pub fn same_words(one: &BookingDraft, other: &BookingDraft) -> bool {
    (&one.participants, &one.topics, &one.note) == (&other.participants, &other.topics, &other.note)
}

/// What is wrong with what is typed, before it is sent.
pub fn errors(draft: &BookingDraft) -> Vec<FieldError> {
    check_details(&draft.participants, &draft.topics, &draft.note)
}

#[cfg(test)]
mod tests {
    use contract::problem::Problem;

    use super::*;
    use crate::api::samples::problem;

    fn draft(version: u32, note: &str) -> BookingDraft {
        BookingDraft { version, note: note.into(), ..BookingDraft::default() }
    }

    fn stale(stored: BookingDraft) -> Result<BookingDraft, ApiError> {
        let refusal = Problem { stored_draft: Some(stored), ..problem(ErrorCode::StaleVersion) };
        Err(ApiError::Problem(Box::new(refusal)))
    }

    fn at() -> Moment {
        Moment::SOME
    }

    #[test]
    fn what_was_typed_while_sending_is_sent_too() {
        let (sent, typed) = (draft(1, "Jeg"), draft(1, "Jeg har"));
        assert_eq!(after(&sent, &typed, Ok(draft(2, "Jeg")), at()), After::SendAgain(2));
        assert_eq!(
            after(&sent, &sent, Ok(draft(2, "Jeg")), at()),
            After::Rest(2, Saving::Saved(at()))
        );
    }

    #[test]
    fn a_stale_version_lets_the_person_pick_unless_both_say_the_same() {
        let mine = draft(1, "her");
        assert_eq!(
            after(&mine, &mine, stale(draft(4, "der")), at()),
            After::Show(Saving::Conflict(draft(4, "der")))
        );
        assert_eq!(
            after(&mine, &mine, stale(draft(4, "her")), at()),
            After::Rest(4, Saving::Saved(at()))
        );
    }

    #[test]
    fn somebody_who_looks_on_is_not_asked_to_wait_for_saving() {
        let mine = draft(3, "her");
        let Err(ApiError::Problem(mut problem)) = stale(draft(3, "")) else { unreachable!() };
        (problem.code, problem.stored_draft) = (ErrorCode::PreviewIsReadOnly, None);
        let shown = after(&mine, &mine, Err(ApiError::Problem(problem)), at());
        assert_eq!(shown, After::Rest(3, Saving::Untouched));
    }

    #[test]
    fn without_network_it_is_not_saved_and_leaving_is_a_risk() {
        let mine = draft(0, "her");
        let shown = after(&mine, &mine, Err(ApiError::Offline), at());
        assert_eq!(shown, After::Show(Saving::Failed));
        assert!(Saving::Failed.at_risk() && Saving::Waiting.at_risk());
        assert!(!Saving::Saved(at()).at_risk() && !Saving::Untouched.at_risk());
    }
}
