//! What the employee gets and does.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{CitizenMove, Course, NextMove, RampUpStep, WeeklyHours};
use serde::{Deserialize, Serialize};

use super::{CourseView, RetentionSection, RetentionVersion, RoundTable, SectionComment, SentPlan};
use crate::draft::Draft;
use crate::limits;

/// `GET /api/citizen/retention-plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitizenRetentionPage {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The citizen's name, for the document.
    pub employee: String,
    /// First day away.
    pub first_absence: NaiveDate,
    /// Eight weeks after that: who is not expected back before it has the right to ask for a plan
    /// (§ 7 b). Others may ask as well.
    pub eight_weeks_on: NaiveDate,
    /// The employer's name; without an employer there can be no plan.
    pub employer: Option<String>,
    /// Closed: it can be read, not changed.
    pub case_closed: bool,
    /// Where the newest plan is; there has been none when absent.
    pub course: Option<CourseView>,
    /// What the employee can do now; in a preview only where the municipality has the newest
    /// version.
    pub moves: Vec<CitizenMove>,
    /// Every version that was sent, the newest first.
    pub versions: Vec<RetentionVersion>,
    /// The newest of them. One that the employer has taken back is not shown.
    pub latest: Option<SentPlan>,
    /// The hours that are agreed: those of the newest approved version.
    pub agreed: Option<AgreedHours>,
    /// Steps at which it did not go.
    pub reports: Vec<StepReport>,
    /// What is typed: comments, a remark, an answer. Empty in a preview.
    pub draft: Draft,
    /// Days to answer before both are reminded.
    pub answer_days: u16,
    /// Has the employer offered times for a round-table conversation?
    pub round_table_offered: bool,
    /// The round-table conversation that is booked.
    pub round_table: Option<RoundTable>,
}

/// Hours that were agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreedHours {
    /// In which version.
    pub version: u32,
    /// The way up.
    pub steps: Vec<RampUpStep>,
    /// Hours a week before the sick leave.
    pub normal_hours: Option<WeeklyHours>,
}

/// "It did not go" at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StepReport {
    /// Of which version.
    pub version: u32,
    /// First day of the step.
    pub from: NaiveDate,
    /// In the citizen's words, to the caseworker only; may be empty.
    pub text: String,
    /// When it was said.
    pub at: DateTime<FixedOffset>,
}

/// `POST /api/citizen/retention-plan/step-reports`: tells the caseworker that it did not go at
/// a step that has begun. The employer never sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStepReport {
    /// Of which version.
    pub version: u32,
    /// First day of the step.
    pub from: NaiveDate,
    /// In the citizen's words; may be empty.
    pub text: String,
}

/// `POST /api/citizen/retention-plan/moves`, answered with the page as it is then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "move", rename_all = "snake_case", deny_unknown_fields)]
pub enum CitizenRetentionMove {
    /// Ask the employer for a plan.
    Request {},
    /// Take that back.
    WithdrawRequest {},
    /// Ask for changes in a version, with a comment on at least one part.
    AskChanges {
        /// Which version was read.
        version: u32,
        /// The comments.
        comments: Vec<SectionComment>,
    },
    /// Approve a version.
    Approve {
        /// Which version was read.
        version: u32,
        /// Perhaps with a remark, which employer and municipality read.
        remark: String,
    },
    /// Send an approved version to the municipality.
    Submit {
        /// Which.
        version: u32,
    },
    /// Answer the municipality's question.
    Answer {
        /// About which version.
        version: u32,
        /// The answer, which the employer reads, too.
        text: String,
    },
}

impl CitizenRetentionMove {
    /// Which move of the course it is.
    pub const fn kind(&self) -> CitizenMove {
        match self {
            Self::Request {} => CitizenMove::Request,
            Self::WithdrawRequest {} => CitizenMove::WithdrawRequest,
            Self::AskChanges { .. } => CitizenMove::AskChanges,
            Self::Approve { .. } => CitizenMove::Approve,
            Self::Submit { .. } => CitizenMove::Submit,
            Self::Answer { .. } => CitizenMove::Answer,
        }
    }
}

/// A plan in a line, for Min side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionLine {
    /// Where it is; none when absent.
    pub course: Option<Course>,
    /// Who has the next move.
    pub next: NextMove,
    /// The agreed way up.
    pub steps: Vec<RampUpStep>,
    /// Has the employer offered times for a round-table conversation that is not booked yet?
    pub round_table_offered: bool,
    /// When the one that is booked begins.
    pub round_table_at: Option<DateTime<FixedOffset>>,
}

/// A field of what the employee types to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerField {
    /// A comment on a part.
    Comment(RetentionSection),
    /// The remark on approving.
    Remark,
    /// The answer to the municipality's question.
    Answer,
    /// What did not go at the step that begins on a day.
    Report(NaiveDate),
}

impl AnswerField {
    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.split_once('.') {
            Some(("comment", section)) => Self::Comment(RetentionSection::parse(section)?),
            Some(("report", from)) => {
                let day: NaiveDate = from.parse().ok()?;
                Self::Report((day.to_string() == from).then_some(day)?)
            }
            None if name == "remark" => Self::Remark,
            None if name == "answer" => Self::Answer,
            _ => return None,
        })
    }
}

impl AnswerField {
    /// Longest text, in characters.
    pub const fn limit(self) -> usize {
        limits::NOTE_CHARS
    }
}

impl fmt::Display for AnswerField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comment(section) => write!(formatter, "comment.{}", section.as_str()),
            Self::Remark => formatter.write_str("remark"),
            Self::Answer => formatter.write_str("answer"),
            Self::Report(from) => write!(formatter, "report.{from}"),
        }
    }
}
