//! What the citizen's app in the frame tells the page around it. Knows no page.

use contract::draft::DraftForm;
use contract::paths;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::MessageEvent;

use crate::text::{Language, Texts};

/// Something the frame tells; `public/preview.js` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromFrame {
    /// Something was tried that is not done in a view.
    Tried(Tried),
    /// Its pages are in that language now.
    Speaks(Language),
    /// A call was refused: the view may not be open any more.
    Refused,
}

/// What the citizen would have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Booked.
    Book,
    /// Moved a conversation.
    Move,
    /// Cancelled one.
    Cancel,
    /// Typed something that is saved by itself.
    Type,
    /// Handed words over for a conversation.
    Words,
    /// Shared the plan.
    Share,
    /// Taken it back.
    TakeBack,
    /// Made a move in the retention plan, or told of a step.
    Retention,
    /// Booked or cancelled a round-table conversation.
    RoundTable,
    /// Joined the waiting list, changed it or left it.
    Wait,
    /// Taken the time that is kept for them.
    TakeKept,
    /// Declined it.
    DeclineKept,
    /// Taken a seat of a group session, stood in line for one, or given it up.
    Group,
    /// Said how a conversation was, or that they would rather not.
    Satisfaction,
    /// Signed out.
    SignOut,
    /// Anything else.
    Other,
    /// Downloaded a file that the server gives to the citizen only.
    File,
}

/// The forms a citizen types in.
const FORMS: [DraftForm; 3] =
    [DraftForm::JobPlan, DraftForm::RetentionAnswer, DraftForm::Satisfaction];

impl FromFrame {
    /// What a message says; nothing when it is not from a frame of ours.
    pub fn heard(event: &MessageEvent) -> Option<Self> {
        if Ok(event.origin()) != window().location().origin() {
            return None;
        }
        let data = event.data();
        let word = |name: &str| said(&data, name);
        Some(match word("genvej")?.as_str() {
            "read-only" => Self::Tried(Tried::at(&word("path")?)),
            "no-file" => Self::Tried(Tried::File),
            "language" => Self::Speaks(Language::of_code(&word("language")?)),
            "refused" => Self::Refused,
            _ => return None,
        })
    }
}

fn said(data: &JsValue, name: &str) -> Option<String> {
    // Other scripts' messages need not be objects.
    Reflect::get(data, &name.into()).ok()?.as_string()
}

impl Tried {
    /// What a change at that path would have been.
    fn at(path: &str) -> Self {
        let below = |of: &str| path.strip_prefix(of).is_some_and(|rest| rest.starts_with('/'));
        match path {
            paths::SESSION => Self::SignOut,
            paths::CITIZEN_BOOKINGS => Self::Book,
            paths::CITIZEN_BOOKING_DRAFT => Self::Type,
            paths::CITIZEN_JOB_PLAN_VERSIONS => Self::Share,
            paths::CITIZEN_RETENTION_MOVES | paths::CITIZEN_STEP_REPORTS => Self::Retention,
            paths::CITIZEN_ROUND_TABLES => Self::RoundTable,
            paths::CITIZEN_SATISFACTION_REPLIES => Self::Satisfaction,
            paths::CITIZEN_WAITING_LIST => Self::Wait,
            _ if below(paths::CITIZEN_WAITING_LIST) => match path.rsplit('/').next() {
                Some("acceptance") => Self::TakeKept,
                _ => Self::DeclineKept,
            },
            _ if below(paths::CITIZEN_GROUPS) => Self::Group,
            _ if below(paths::CITIZEN_ROUND_TABLES) => Self::RoundTable,
            _ if below(paths::CITIZEN_JOB_PLAN_VERSIONS) => Self::TakeBack,
            _ if FORMS.iter().any(|form| path == paths::citizen_draft(*form)) => Self::Type,
            _ if below(paths::CITIZEN_BOOKINGS) => match path.rsplit('/').next() {
                Some("move") => Self::Move,
                Some("cancellation") => Self::Cancel,
                Some("words") => Self::Words,
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }

    /// The sentence for it.
    pub fn words(self, t: &Texts) -> &'static str {
        let texts = &t.staff().tried;
        match self {
            Self::Book => texts.book,
            Self::Move => texts.move_booking,
            Self::Cancel => texts.cancel,
            Self::Type => texts.typed,
            Self::Words => texts.words,
            Self::Share => texts.share,
            Self::TakeBack => texts.take_back,
            Self::Retention => texts.retention,
            Self::RoundTable => texts.round_table,
            Self::Wait => texts.wait,
            Self::TakeKept => texts.take_kept,
            Self::DeclineKept => texts.decline_kept,
            Self::Group => texts.group,
            Self::Satisfaction => texts.satisfaction,
            Self::SignOut => texts.sign_out,
            Self::Other => texts.other,
            Self::File => texts.no_file,
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::ids::{BookingId, GroupSessionId, RoundTableId, WaitingOfferId};
    use contract::problem::{ErrorCode, Problem};

    use super::*;

    const SCRIPT: &str = include_str!("../../../public/preview.js");

    #[test]
    fn what_was_tried_is_known_by_the_path_of_the_call() {
        let id = BookingId(uuid::Uuid::nil());
        let table = RoundTableId(uuid::Uuid::nil());
        let offer = WaitingOfferId(uuid::Uuid::nil());
        for (path, tried) in [
            (paths::SESSION.to_owned(), Tried::SignOut),
            (paths::SESSION_EXTENSION.to_owned(), Tried::Other),
            (paths::CITIZEN_BOOKINGS.to_owned(), Tried::Book),
            (paths::citizen_booking_move(id), Tried::Move),
            (paths::citizen_booking_cancellation(id), Tried::Cancel),
            (paths::citizen_booking_words(id), Tried::Words),
            (paths::CITIZEN_BOOKING_DRAFT.to_owned(), Tried::Type),
            (paths::citizen_draft(DraftForm::JobPlan), Tried::Type),
            (paths::CITIZEN_JOB_PLAN_VERSIONS.to_owned(), Tried::Share),
            (paths::citizen_job_plan_version_withdrawal(2), Tried::TakeBack),
            (paths::CITIZEN_RETENTION_MOVES.to_owned(), Tried::Retention),
            (paths::citizen_round_table_cancellation(table), Tried::RoundTable),
            (paths::citizen_group(GroupSessionId(uuid::Uuid::nil())), Tried::Group),
            (paths::CITIZEN_WAITING_LIST.to_owned(), Tried::Wait),
            (paths::citizen_waiting_offer(offer), Tried::DeclineKept),
            (paths::citizen_waiting_offer_acceptance(offer), Tried::TakeKept),
            (paths::CITIZEN_SATISFACTION_REPLIES.to_owned(), Tried::Satisfaction),
            ("/api/somewhere".to_owned(), Tried::Other),
        ] {
            assert_eq!(Tried::at(&path), tried, "{path}");
        }
    }

    /// `public/preview.js` speaks of the same things by the same names.
    #[test]
    fn the_script_of_the_frame_names_the_header_and_the_refusal_of_the_contract() {
        assert!(SCRIPT.contains(&format!("\"{}\"", paths::PREVIEW_HEADER)));
        let code = serde_json::to_value(ErrorCode::PreviewIsReadOnly).unwrap();
        assert!(SCRIPT.contains(&format!("code: {code}")));
        let closed = serde_json::to_value(ErrorCode::PreviewClosed).unwrap();
        assert!(SCRIPT.contains(&format!("code === {closed}")));
        for word in ["read-only", "no-file", "language", "refused"] {
            assert!(SCRIPT.contains(&format!("tell(\"{word}\"")), "{word}");
        }
        for own in [paths::CITIZEN_DRAFT_KEY, paths::CITIZEN_DATA] {
            assert!(SCRIPT.contains(&format!("\"{own}\"")), "{own}");
        }
        let (_, rest) = SCRIPT.split_once("const problem = {").unwrap();
        let (fields, _) = rest.split_once('}').unwrap();
        let Problem { .. } = serde_json::from_value(object(fields)).unwrap();
    }

    /// The fields of a plain object in a script.
    fn object(fields: &str) -> serde_json::Value {
        let pairs = fields.split(",\n").filter_map(|field| field.split_once(':'));
        let pairs = pairs.map(|(name, value)| {
            (name.trim().to_owned(), serde_json::from_str(value.trim()).unwrap())
        });
        serde_json::Value::Object(pairs.collect())
    }
}
