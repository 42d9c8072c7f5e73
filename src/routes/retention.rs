//! The URLs below `/retention-plan`: the citizen's side of the retention plan.

use chrono::NaiveDate;

use crate::api::day;

/// A page of the citizen's retention plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionPage {
    /// Where it is, as a picture first; asking for one.
    Overview,
    /// A version that was sent.
    Version(u32),
    /// Asking for changes, part by part.
    Changes,
    /// Approving.
    Approve,
    /// Answering the municipality's question.
    Answer,
    /// "It did not go" at the step that begins on that day.
    Step(NaiveDate),
    /// Booking a round-table conversation.
    RoundTable,
}

impl RetentionPage {
    /// The URL path.
    pub(super) fn path(self) -> String {
        let below = match self {
            Self::Overview => return "/retention-plan".to_owned(),
            Self::Version(number) => format!("versions/{number}"),
            Self::Changes => "changes".to_owned(),
            Self::Approve => "approve".to_owned(),
            Self::Answer => "answer".to_owned(),
            Self::Step(from) => format!("steps/{from}"),
            Self::RoundTable => "round-table".to_owned(),
        };
        format!("/retention-plan/{below}")
    }

    /// The page of what stands below `/retention-plan`.
    pub(super) fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Overview,
            ["versions", number] => Self::Version(number.parse().ok()?),
            ["changes"] => Self::Changes,
            ["approve"] => Self::Approve,
            ["answer"] => Self::Answer,
            ["steps", from] => Self::Step(day(from)?),
            ["round-table"] => Self::RoundTable,
            _ => return None,
        })
    }
}
