//! Letters and messages as the citizen gets them, with the day each leaves. The server writes them
//! in both languages; the app only lays them out.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::LetterDay;
use serde::{Deserialize, Serialize};

use crate::booking::check_reason;
use crate::ids::LetterId;
use crate::problem::{FieldCode, FieldError};
use crate::staff::DecisionMatter;

/// `GET /api/staff/cases/{id}/letters`: everything the citizen of a case is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseLetters {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The citizen's name.
    pub citizen: String,
    /// The newest first.
    pub letters: Vec<Letter>,
}

/// A letter or a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Letter {
    /// Which; none of a decision that is not made yet.
    pub id: Option<LetterId>,
    /// A message, or a decision letter.
    pub kind: LetterKind,
    /// When there was something to tell.
    pub at: DateTime<FixedOffset>,
    /// The day it leaves.
    pub leaves: LetterDay,
    /// When it was sent. Never yet: nothing is delivered by Genvej so far.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// From whom.
    pub sender: LetterSender,
    /// In Danish.
    pub da: LetterText,
    /// In English.
    pub en: LetterText,
}

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// A message or a reminder: leaves at once.
    Message,
    /// A decision letter (*afgørelsesbrev*): not on Fridays and not up to days off (I12).
    Decision,
}

/// The head of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LetterSender {
    /// The municipality.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its phone.
    pub phone: String,
}

/// What a letter says in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LetterText {
    /// The subject.
    pub subject: String,
    /// The rest, from the greeting to the signature.
    pub parts: Vec<LetterPart>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LetterPart {
    /// A heading.
    Heading {
        /// Its words.
        text: String,
    },
    /// A paragraph; lines may break in it.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A caseworker's own words, in the language they were written in.
    Quoted {
        /// The words.
        text: String,
    },
}

/// `POST /api/staff/cases/{id}/letters/previews`: the letter that a decision would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PreviewLetter {
    /// The decision.
    pub decision: DecisionMatter,
    /// Its reason as far as it is typed; may be empty still.
    pub reason: String,
    /// Why it would have to leave today all the same, although it comes up to a day off: as the
    /// letter says it then. It is held when absent. Stored nowhere: nothing is sent from here yet.
    #[serde(default)]
    pub send_today: Option<String>,
}

/// Checks what is to be previewed. Empty when all is well.
pub fn check_preview(preview: &PreviewLetter) -> Vec<FieldError> {
    let wrong = check_reason(&preview.reason).filter(|code| *code != FieldCode::Missing);
    let today = preview.send_today.as_deref().and_then(check_reason);
    let wrong = wrong.map(|code| FieldError::new("reason", code));
    wrong.into_iter().chain(today.map(|code| FieldError::new("send_today", code))).collect()
}
