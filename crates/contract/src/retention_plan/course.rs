//! How a plan travels: where it is, what has happened, and the versions the employee was sent.

use chrono::{DateTime, FixedOffset};
use rules::{Course, CourseParty, NextMove};
use serde::{Deserialize, Serialize};

use super::{RetentionPlan, RetentionSection};

/// Where a plan is, who has the next move, since when, and how it came there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CourseView {
    /// Where it is.
    pub course: Course,
    /// Who has the next move.
    pub next: NextMove,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// What has happened, the newest first.
    pub events: Vec<CourseEvent>,
}

/// Something that happened to a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CourseEvent {
    /// What.
    pub kind: CourseEventKind,
    /// By whom; nobody for a nudge.
    pub by: Option<CourseParty>,
    /// By name, where the reader may know it: the employer does not learn which caseworker.
    pub name: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The version it was about, if any.
    pub version: Option<u32>,
    /// What was said to it: a remark, a reason, a question, an answer; may be empty.
    pub text: String,
}

/// What can happen to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CourseEventKind {
    /// The employee asked for one.
    Requested,
    /// The employee took that back.
    RequestWithdrawn,
    /// The caseworker suggested one.
    Suggested,
    /// The employer began.
    Begun,
    /// Sent to the employee.
    Sent,
    /// Taken back by the employer.
    TakenBack,
    /// The employee asked for changes.
    ChangesAsked,
    /// The employee approved.
    Approved,
    /// Sent to the municipality.
    Submitted,
    /// The municipality asked.
    Questioned,
    /// The question was answered.
    Answered,
    /// The municipality acknowledged.
    Acknowledged,
    /// The employer began a new version.
    Revised,
    /// The employer dropped it before it was sent.
    RevisionDropped,
    /// The employer said no.
    Declined,
    /// The municipality closed it.
    Closed,
    /// Nobody had answered for the municipality's number of days, and both were told.
    Nudged,
}

impl CourseEventKind {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Requested,
        Self::RequestWithdrawn,
        Self::Suggested,
        Self::Begun,
        Self::Sent,
        Self::TakenBack,
        Self::ChangesAsked,
        Self::Approved,
        Self::Submitted,
        Self::Questioned,
        Self::Answered,
        Self::Acknowledged,
        Self::Revised,
        Self::RevisionDropped,
        Self::Declined,
        Self::Closed,
        Self::Nudged,
    ];

    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::RequestWithdrawn => "request_withdrawn",
            Self::Suggested => "suggested",
            Self::Begun => "begun",
            Self::Sent => "sent",
            Self::TakenBack => "taken_back",
            Self::ChangesAsked => "changes_asked",
            Self::Approved => "approved",
            Self::Submitted => "submitted",
            Self::Questioned => "questioned",
            Self::Answered => "answered",
            Self::Acknowledged => "acknowledged",
            Self::Revised => "revised",
            Self::RevisionDropped => "revision_dropped",
            Self::Declined => "declined",
            Self::Closed => "closed",
            Self::Nudged => "nudged",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A version that was sent to the employee, without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionVersion {
    /// Its number, from 1; counts on through the courses of a case.
    pub number: u32,
    /// When it was sent to the employee.
    pub sent_at: DateTime<FixedOffset>,
    /// By whom at the employer.
    pub sent_by: String,
    /// When the employee approved it.
    pub approved_at: Option<DateTime<FixedOffset>>,
    /// When it was sent to the municipality.
    pub submitted_at: Option<DateTime<FixedOffset>>,
    /// When the municipality acknowledged it.
    pub acknowledged_at: Option<DateTime<FixedOffset>>,
}

/// A version with what it says, and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentPlan {
    /// Which.
    pub version: RetentionVersion,
    /// What it says.
    pub plan: RetentionPlan,
    /// The employee's comments, in the plan's order.
    pub comments: Vec<SectionComment>,
    /// The employee's remark on approving; may be empty.
    pub remark: String,
}

/// A comment on a part of the plan, with which changes are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionComment {
    /// On which part.
    pub section: RetentionSection,
    /// What it says.
    pub text: String,
}
