//! The URLs below `/employer`.

use contract::ids::CaseId;
use contract::retention_plan::RetentionSection;

/// A page of the employer's area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmployerPage {
    /// The employees on sick leave.
    Overview,
    /// An employee's plan: where it is, what comes next.
    Plan(CaseId),
    /// A screen of the wizard.
    Section(CaseId, RetentionSection),
    /// Looking it over and sending it to the employee.
    Check(CaseId),
    /// The receipt of what was sent or submitted last.
    Receipt(CaseId),
    /// A version that was sent.
    Version(CaseId, u32),
    /// Saying no to a plan.
    Decline(CaseId),
    /// Answering the municipality's question.
    Answer(CaseId),
    /// Offering times for a round-table conversation.
    RoundTable(CaseId),
}

impl EmployerPage {
    /// The URL path.
    pub(super) fn path(self) -> String {
        let (case, below) = match self {
            Self::Overview => return "/employer".to_owned(),
            Self::Plan(case) => return format!("/employer/cases/{case}"),
            Self::Section(case, section) => (case, format!("plan/{}", section.as_str())),
            Self::Check(case) => (case, "check".to_owned()),
            Self::Receipt(case) => (case, "receipt".to_owned()),
            Self::Version(case, number) => (case, format!("versions/{number}")),
            Self::Decline(case) => (case, "decline".to_owned()),
            Self::Answer(case) => (case, "answer".to_owned()),
            Self::RoundTable(case) => (case, "round-table".to_owned()),
        };
        format!("/employer/cases/{case}/{below}")
    }

    /// The page of what stands below `/employer`.
    pub(super) fn parse(segments: &[&str]) -> Option<Self> {
        let ["cases", case, rest @ ..] = segments else {
            return segments.is_empty().then_some(Self::Overview);
        };
        let case = case.parse().ok()?;
        Some(match rest {
            [] => Self::Plan(case),
            ["plan", section] => Self::Section(case, RetentionSection::parse(section)?),
            ["check"] => Self::Check(case),
            ["receipt"] => Self::Receipt(case),
            ["versions", number] => Self::Version(case, number.parse().ok()?),
            ["decline"] => Self::Decline(case),
            ["answer"] => Self::Answer(case),
            ["round-table"] => Self::RoundTable(case),
            _ => return None,
        })
    }

    /// The case it is about.
    pub fn case(self) -> Option<CaseId> {
        match self {
            Self::Overview => None,
            Self::Plan(case)
            | Self::Section(case, _)
            | Self::Check(case)
            | Self::Receipt(case)
            | Self::Version(case, _)
            | Self::Decline(case)
            | Self::Answer(case)
            | Self::RoundTable(case) => Some(case),
        }
    }
}
