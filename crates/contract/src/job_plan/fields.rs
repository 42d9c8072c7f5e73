//! The plan's fields by name, as the draft keeps them: one place that writes and reads the
//! names.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use super::PlanLeg;
use crate::limits;

/// Names a step or a row of the ramp. Made where the row is made, in the order of time: 1 to
/// 24 small letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct RowId(String);

impl RowId {
    /// The id of that text, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
        let right = (1..=24).contains(&text.len()) && text.bytes().all(plain);
        right.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for RowId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a row id"))
    }
}

/// A question about a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegQuestion {
    /// Which job or tasks?
    Job,
    /// Why is it realistic?
    Why,
    /// What can I already do?
    Can,
    /// What stands in the way?
    Obstacles,
    /// What support do I need?
    Support,
    /// How sure am I (0–10)?
    Sure,
}

impl LegQuestion {
    /// All, in the order asked.
    pub const ALL: [Self; 6] =
        [Self::Job, Self::Why, Self::Can, Self::Obstacles, Self::Support, Self::Sure];

    /// The stable name used in fields and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Why => "why",
            Self::Can => "can",
            Self::Obstacles => "obstacles",
            Self::Support => "support",
            Self::Sure => "sure",
        }
    }

    /// The question of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.as_str() == name)
    }
}

/// A field of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepPart {
    /// What is done.
    What,
    /// By whom.
    Who,
    /// By when: "YYYY-MM-DD".
    When,
    /// Is it done? "yes", or empty.
    Done,
}

impl StepPart {
    /// All, in the order asked.
    pub const ALL: [Self; 4] = [Self::What, Self::Who, Self::When, Self::Done];

    const fn as_str(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Who => "who",
            Self::When => "when",
            Self::Done => "done",
        }
    }
}

/// A field of a row of the ramp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RampPart {
    /// First day: "YYYY-MM-DD".
    From,
    /// Last day: "YYYY-MM-DD".
    To,
    /// Hours a week, as people write them.
    Hours,
}

impl RampPart {
    /// All, in the order asked.
    pub const ALL: [Self; 3] = [Self::From, Self::To, Self::Hours];

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }

    /// The stable name used in fields.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Hours => "hours",
        }
    }
}

/// A field of the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKey {
    /// The job goal.
    Goal,
    /// A question about a leg.
    Leg(PlanLeg, LegQuestion),
    /// A field of a step.
    Step(PlanLeg, RowId, StepPart),
    /// Hours of work a week now.
    HoursNow,
    /// Hours a week before the sick leave.
    NormalHours,
    /// A field of a row of the ramp.
    Ramp(RowId, RampPart),
    /// What I want to talk about at the next conversation.
    Talk,
}

impl FieldKey {
    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split('.');
        let key = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
            ("goal", None, ..) => Self::Goal,
            ("talk", None, ..) => Self::Talk,
            ("return", Some("now"), None, _) => Self::HoursNow,
            ("return", Some("normal"), None, _) => Self::NormalHours,
            ("ramp", Some(row), Some(part), None) => {
                Self::Ramp(RowId::parse(row)?, RampPart::parse(part)?)
            }
            (leg, Some("steps"), Some(row), Some(part)) => {
                let part = StepPart::ALL.into_iter().find(|known| known.as_str() == part)?;
                Self::Step(PlanLeg::parse(leg)?, RowId::parse(row)?, part)
            }
            (leg, Some(question), None, _) => {
                Self::Leg(PlanLeg::parse(leg)?, LegQuestion::parse(question)?)
            }
            _ => return None,
        };
        parts.next().is_none().then_some(key)
    }

    /// The list it belongs to and its row there, where it belongs to one.
    pub fn row(&self) -> Option<(String, String)> {
        match self {
            Self::Step(leg, row, _) => Some((format!("{}.steps", leg.as_str()), row.to_string())),
            Self::Ramp(row, _) => Some(("ramp".to_owned(), row.to_string())),
            _ => None,
        }
    }

    /// Longest text, in characters.
    pub const fn limit(&self) -> usize {
        match self {
            Self::Goal | Self::Leg(_, LegQuestion::Job) => limits::PLAN_LINE_CHARS,
            Self::Step(_, _, StepPart::What | StepPart::Who) => limits::PLAN_LINE_CHARS,
            Self::Leg(_, LegQuestion::Sure)
            | Self::Step(_, _, StepPart::When | StepPart::Done)
            | Self::HoursNow
            | Self::NormalHours
            | Self::Ramp(..) => limits::PLAN_SHORT_CHARS,
            Self::Leg(..) | Self::Talk => limits::PLAN_TEXT_CHARS,
        }
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Goal => formatter.write_str("goal"),
            Self::Talk => formatter.write_str("talk"),
            Self::HoursNow => formatter.write_str("return.now"),
            Self::NormalHours => formatter.write_str("return.normal"),
            Self::Ramp(row, part) => write!(formatter, "ramp.{row}.{}", part.as_str()),
            Self::Leg(leg, question) => write!(formatter, "{}.{}", leg.as_str(), question.as_str()),
            Self::Step(leg, row, part) => {
                write!(formatter, "{}.steps.{row}.{}", leg.as_str(), part.as_str())
            }
        }
    }
}
