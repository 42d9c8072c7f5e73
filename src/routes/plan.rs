//! The URLs below `/plan`.

use contract::job_plan::{LegQuestion, PlanLeg};

/// A page of the job plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPage {
    /// What is done and what is left.
    Overview,
    /// The job goal.
    Goal,
    /// A question about a leg.
    Leg(PlanLeg, LegQuestion),
    /// A leg's steps.
    Steps(PlanLeg),
    /// The wish for a stepwise return.
    Return,
    /// Words for the next conversation.
    Talk,
    /// Looking the plan over and sharing it.
    Share,
    /// A version that was shared.
    Version(u32),
}

impl PlanPage {
    /// The URL path.
    pub(super) fn path(self) -> String {
        let below = match self {
            Self::Overview => return "/plan".to_owned(),
            Self::Goal => "goal".to_owned(),
            Self::Leg(leg, question) => format!("{}/{}", leg.as_str(), question.as_str()),
            Self::Steps(leg) => format!("{}/steps", leg.as_str()),
            Self::Return => "return".to_owned(),
            Self::Talk => "talk".to_owned(),
            Self::Share => "share".to_owned(),
            Self::Version(number) => format!("versions/{number}"),
        };
        format!("/plan/{below}")
    }

    /// The page of what stands below `/plan`.
    pub(super) fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Overview,
            ["goal"] => Self::Goal,
            ["return"] => Self::Return,
            ["talk"] => Self::Talk,
            ["share"] => Self::Share,
            ["versions", number] => Self::Version(number.parse().ok()?),
            [leg, "steps"] => Self::Steps(PlanLeg::parse(leg)?),
            [leg, question] => Self::Leg(PlanLeg::parse(leg)?, LegQuestion::parse(question)?),
            _ => return None,
        })
    }
}
