//! The two questions after a conversation that was held (DOMAIN 8.8; seed M11): voluntary, asked
//! once, and anonymous to the caseworker. Knows no sentence of them.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::ContactChannel;
use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::ids::{BookingId, SatisfactionToken};
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// `GET /api/citizen/satisfaction`: the conversations one is asked about, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SatisfactionPage {
    /// Those not answered yet. A preview does not tell whether they are.
    pub asked: Vec<AskedAbout>,
    /// What is typed and not sent.
    pub draft: Draft,
}

/// A conversation one is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedAbout {
    /// Which.
    pub booking_id: BookingId,
    /// When it was.
    pub starts_at: DateTime<FixedOffset>,
    /// How.
    pub channel: ContactChannel,
    /// The last day to answer.
    pub until: NaiveDate,
}

/// `POST /api/citizen/satisfaction/replies`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplySatisfaction {
    /// About which conversation.
    pub booking_id: BookingId,
    /// What is said.
    pub reply: SatisfactionReply,
}

/// `POST /api/satisfaction/replies`: by the link in a message, without signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplyByLink {
    /// The end of the link. It opens nothing but these two questions, once.
    pub token: SatisfactionToken,
    /// What is said.
    pub reply: SatisfactionReply,
}

/// What is said to being asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum SatisfactionReply {
    /// An answer.
    Answer(SatisfactionAnswer),
    /// No, thank you: one is not asked again.
    No,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SatisfactionAnswer {
    /// How satisfied with the conversation: 1 very dissatisfied to 5 very satisfied.
    pub satisfied: u8,
    /// The conversation has brought me closer to work: 1 disagree strongly to 5 agree strongly.
    pub closer: u8,
    /// A remark; may be empty.
    pub remark: String,
}

/// Checks what is said. Empty when all is well.
pub fn check(reply: &SatisfactionReply) -> Vec<FieldError> {
    let SatisfactionReply::Answer(answer) = reply else { return Vec::new() };
    let steps = [("satisfied", answer.satisfied), ("closer", answer.closer)];
    let wrong = steps.into_iter().filter(|(_, step)| !STEPS.contains(step));
    let mut errors: Vec<FieldError> =
        wrong.map(|(field, _)| FieldError::new(field, FieldCode::OutOfRange)).collect();
    let remark = check_remark(&answer.remark);
    errors.extend(remark.map(|code| FieldError::new("remark", code)));
    errors
}

/// What is wrong with a remark. A CPR number would be a way back to the person.
pub fn check_remark(remark: &str) -> Option<FieldCode> {
    if rules::mentions_cpr(remark) {
        return Some(FieldCode::CprNumber);
    }
    crate::booking::check_text(remark, limits::NOTE_CHARS)
}

/// The steps of both questions.
pub const STEPS: std::ops::RangeInclusive<u8> = 1..=5;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SatisfactionField {
    /// About which conversation.
    pub booking: BookingId,
    /// Which part of the answer.
    pub part: SatisfactionPart,
}

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SatisfactionPart {
    /// How satisfied.
    Satisfied,
    /// Brought closer to work.
    Closer,
    /// The remark.
    Remark,
}

impl SatisfactionPart {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Closer, Self::Remark];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Closer => "closer",
            Self::Remark => "remark",
        }
    }

    /// Longest text, in characters.
    pub const fn limit(self) -> usize {
        match self {
            Self::Satisfied | Self::Closer => 1,
            Self::Remark => limits::NOTE_CHARS,
        }
    }
}

impl SatisfactionField {
    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let (booking, part) = name.split_once('.')?;
        let part = SatisfactionPart::ALL.into_iter().find(|known| known.as_str() == part)?;
        let field = Self { booking: booking.parse().ok()?, part };
        // One name for each field: an id can be written in several ways.
        (field.to_string() == name).then_some(field)
    }
}

impl fmt::Display for SatisfactionField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.booking, self.part.as_str())
    }
}

/// `GET /api/staff/satisfaction/remarks`: what citizens have written, of counted answers only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SatisfactionRemarks {
    /// The last fourteen months that have any, the newest first.
    pub months: Vec<RemarksOfMonth>,
}

/// The remarks of a month, of the whole department, in no order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemarksOfMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// How many have answered; at least five.
    pub answers: u32,
    /// What they have written.
    pub remarks: Vec<String>,
}

/// One's own answer as long as it is not counted, in the file of one's own data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSatisfaction {
    /// About which conversation.
    pub booking_id: BookingId,
    /// Since when one is asked.
    pub asked_at: DateTime<FixedOffset>,
    /// What became of it.
    pub state: SatisfactionState,
    /// The link with which one answers without signing in, while that can be done.
    pub link: Option<String>,
    /// The answer, until it is counted: from then on nobody can tell whose it was.
    pub answer: Option<SatisfactionAnswer>,
}

/// What became of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SatisfactionState {
    /// Not answered.
    Open,
    /// Answered.
    Answered,
    /// No, thank you.
    Declined,
}

impl SatisfactionState {
    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Declined => "declined",
        }
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Open, Self::Answered, Self::Declined]
            .into_iter()
            .find(|state| state.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(satisfied: u8, closer: u8, remark: &str) -> SatisfactionReply {
        let remark = remark.to_owned();
        SatisfactionReply::Answer(SatisfactionAnswer { satisfied, closer, remark })
    }

    #[test]
    fn both_questions_have_five_steps() {
        assert_eq!(check(&answer(1, 5, "")), []);
        assert_eq!(
            check(&answer(0, 6, "")),
            [
                FieldError::new("satisfied", FieldCode::OutOfRange),
                FieldError::new("closer", FieldCode::OutOfRange),
            ]
        );
        assert_eq!(check(&SatisfactionReply::No), []);
    }

    #[test]
    fn a_remark_holds_no_cpr_number() {
        let errors = check(&answer(3, 3, "Mit nummer er 010190-1234"));
        assert_eq!(errors, [FieldError::new("remark", FieldCode::CprNumber)]);
    }

    #[test]
    fn every_field_is_read_back_from_its_one_name() {
        let booking: BookingId = "019a0000-0000-7000-8000-00000000abcd".parse().expect("an id");
        for part in SatisfactionPart::ALL {
            let field = SatisfactionField { booking, part };
            assert_eq!(SatisfactionField::parse(&field.to_string()), Some(field));
        }
        let another = "019A0000-0000-7000-8000-00000000ABCD.remark";
        assert_eq!(SatisfactionField::parse(another), None);
        assert_eq!(SatisfactionField::parse("remark"), None);
    }
}
