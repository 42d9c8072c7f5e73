//! What caseworkers get of a plan, and what they answer to it.

use chrono::NaiveDate;
use rules::{GoalState, WeeklyHours};
use serde::{Deserialize, Serialize};

use super::{
    Activity, ActivityKind, ConversationWords, LegTexts, PlanLeg, PlanSection, PlanVersion, RowId,
    SharedPlan,
};
use crate::ids::CaseId;

/// `GET /api/staff/cases/{id}/job-plan?version=`: what a caseworker sees of a plan: what was
/// shared, never the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffJobPlan {
    /// Whose case.
    pub case_id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// The citizen's name.
    pub citizen: String,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// Does the rule set ask for a plan?
    pub required: bool,
    /// Closed: nothing can be added.
    pub case_closed: bool,
    /// The three legs' texts, in order.
    pub legs: Vec<LegTexts>,
    /// What the goal of the version shown says.
    pub goal: GoalState,
    /// Every version that was shared and not taken back, newest first.
    pub versions: Vec<PlanVersion>,
    /// The version asked for: the newest unless said otherwise.
    pub shown: Option<SharedPlan>,
    /// What was agreed with the municipality.
    pub activities: Vec<Activity>,
    /// What an activity can be.
    pub activity_kinds: Vec<ActivityKind>,
    /// The next conversation, and what was written to it.
    pub next_conversation: Option<ConversationWords>,
}

/// A case's plan in a line, for the case page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobPlanStatus {
    /// Does the rule set ask for a plan?
    pub required: bool,
    /// The newest version that was shared and not taken back.
    pub latest: Option<PlanVersion>,
    /// What its goal says; missing when nothing was shared.
    pub goal: GoalState,
    /// How many activities run or lie ahead.
    pub activities: u32,
}

/// `POST /api/staff/cases/{id}/job-plan/comments`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CommentJobPlan {
    /// On which version.
    pub version: u32,
    /// On which part.
    pub section: PlanSection,
    /// What it says; the citizen reads it.
    pub text: String,
}

/// `POST /api/staff/cases/{id}/job-plan/agreed-steps`: agree to a step, or no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AgreeStep {
    /// Of which version.
    pub version: u32,
    /// Of which leg.
    pub leg: PlanLeg,
    /// Which step.
    pub step: RowId,
    /// Agreed, or no longer.
    pub agreed: bool,
}

/// `POST /api/staff/cases/{id}/activities`: something was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewActivity {
    /// Code of its kind.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// Where.
    pub place: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open when absent.
    pub to: Option<NaiveDate>,
    /// Hours a week.
    pub hours: Option<WeeklyHours>,
    /// Who answers for it.
    pub responsible: String,
}
