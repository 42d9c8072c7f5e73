//! The citizen's job plan (*Min plan*, DOMAIN 4.2 and 4.3): the goal, the legs A, B and C, and
//! the wish for a stepwise return. Private until it is shared, then a frozen version. No
//! employer ever gets any of it (I5).

mod checks;
mod differences;
mod fields;
mod read;
mod staff;

pub use checks::{check_activity, check_comment};
pub use differences::{Difference, differences};
pub use fields::{FieldKey, LegQuestion, RampPart, RowId, StepPart};
pub use staff::{AgreeStep, CommentJobPlan, JobPlanStatus, NewActivity, StaffJobPlan};

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{ContactChannel, RampUpStep, WeeklyHours};
use serde::{Deserialize, Serialize};

use crate::booking::CaseworkerContact;
use crate::draft::Draft;
use crate::ids::{ActivityId, BookingId};

/// One of the plan's three ways (`PlanLeg`, DOMAIN 4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanLeg {
    /// Back to one's own job, fully or gradually.
    A,
    /// Other tasks or hours, with the same employer or near.
    B,
    /// Another job, or an education.
    C,
}

impl PlanLeg {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The stable name used in fields and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
        }
    }

    /// The leg of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|leg| leg.as_str() == name)
    }
}

/// A job plan as it was written. Made of a [`Draft`] by [`JobPlan::read`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobPlan {
    /// The job, or the tasks, one is going for.
    pub goal: String,
    /// The three legs, in order.
    pub legs: Vec<LegPlan>,
    /// The wish for a stepwise return.
    pub partial_return: ReturnWish,
}

/// One leg of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegPlan {
    /// Which.
    pub leg: PlanLeg,
    /// The job or tasks.
    pub job: String,
    /// Why it is realistic.
    pub why: String,
    /// What I can already do.
    pub can: String,
    /// What stands in the way.
    pub obstacles: String,
    /// What support I need.
    pub support: String,
    /// How sure I am, 0 to 10.
    pub sure: Option<u8>,
    /// What happens next.
    pub steps: Vec<PlanStep>,
}

/// A step on the way (`PlanStep`, *delmål*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanStep {
    /// Stays the same from version to version.
    pub id: RowId,
    /// What is done.
    pub what: String,
    /// By whom.
    pub who: String,
    /// By when.
    pub when: Option<NaiveDate>,
    /// Is it done?
    pub done: bool,
}

/// The wish for a partial return (*delvis raskmelding*, DOMAIN 2.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReturnWish {
    /// Hours of work a week now.
    pub hours_now: Option<WeeklyHours>,
    /// Hours a week before the sick leave.
    pub normal_hours: Option<WeeklyHours>,
    /// The way up, in order of the days.
    pub ramp: Vec<RampUpStep>,
}

/// A part of the plan one can comment on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanSection {
    /// The goal.
    Goal,
    /// Plan A.
    A,
    /// Plan B.
    B,
    /// Plan C.
    C,
    /// The stepwise return.
    Return,
}

impl PlanSection {
    /// All, in the plan's order.
    pub const ALL: [Self; 5] = [Self::Goal, Self::A, Self::B, Self::C, Self::Return];

    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::Return => "return",
        }
    }
}

impl From<PlanLeg> for PlanSection {
    fn from(leg: PlanLeg) -> Self {
        match leg {
            PlanLeg::A => Self::A,
            PlanLeg::B => Self::B,
            PlanLeg::C => Self::C,
        }
    }
}

/// What the municipality calls a leg, and how it explains it (not defined in any source,
/// DOMAIN 4.3: configuration).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegTexts {
    /// Which.
    pub leg: PlanLeg,
    /// Name, in Danish.
    pub label: String,
    /// Name, in English.
    pub label_en: String,
    /// Help, in Danish.
    pub help: String,
    /// Help, in English.
    pub help_en: String,
}

/// `GET /api/citizen/job-plan`: everything about one's own plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobPlanPage {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// Does the rule set ask for a plan? Otherwise it is an offer.
    pub required: bool,
    /// The three legs' texts, in order.
    pub legs: Vec<LegTexts>,
    /// Words that name no job, for the nudge ([`rules::job_goal::goal_state`]).
    pub vague_words: Vec<String>,
    /// The employer's name, if there is one.
    pub employer: Option<String>,
    /// Whom it is shared with.
    pub caseworker: CaseworkerContact,
    /// Closed: nothing can be changed or shared any more.
    pub case_closed: bool,
    /// What is typed.
    pub draft: Draft,
    /// Every version that was shared, newest first.
    pub versions: Vec<PlanVersion>,
    /// The newest version that was not taken back.
    pub latest: Option<SharedPlan>,
    /// What was agreed with the municipality.
    pub activities: Vec<Activity>,
    /// The next conversation, and what was written to it.
    pub next_conversation: Option<ConversationWords>,
}

/// A version that was shared: numbered and frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanVersion {
    /// Counted from 1.
    pub number: u32,
    /// When.
    pub shared_at: DateTime<FixedOffset>,
    /// How far it has come.
    pub state: VersionState,
}

/// How far a shared version has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum VersionState {
    /// Not opened by anybody yet: the citizen can take it back.
    Unopened,
    /// Opened by a caseworker.
    Opened {
        /// First time.
        at: DateTime<FixedOffset>,
    },
    /// Taken back before anybody opened it: staff never see it.
    TakenBack {
        /// When.
        at: DateTime<FixedOffset>,
    },
}

/// A shared version with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharedPlan {
    /// Which.
    pub version: PlanVersion,
    /// What it says.
    pub plan: JobPlan,
    /// The version before it that was not taken back, to compare with.
    pub previous: Option<PreviousPlan>,
    /// The caseworkers' comments to it and to the versions before it, oldest first.
    pub comments: Vec<PlanComment>,
    /// Steps the caseworker has agreed to.
    pub agreed: Vec<AgreedStep>,
}

/// An earlier version, to compare with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviousPlan {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub plan: JobPlan,
}

/// A caseworker's comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanComment {
    /// On which version. Later versions show it as well.
    pub version: u32,
    /// To which part.
    pub section: PlanSection,
    /// What it says.
    pub text: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A step the caseworker has agreed to. It stays agreed in later versions as long as the step
/// says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreedStep {
    /// Of which leg.
    pub leg: PlanLeg,
    /// Which step.
    pub step: RowId,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// `POST /api/citizen/job-plan/versions`: share what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShareJobPlan {
    /// The draft's version on screen: what is shared is what was seen.
    pub draft_version: u32,
}

/// What was agreed with the municipality (fields as DFDG's, DOMAIN 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// Which.
    pub id: ActivityId,
    /// Of which kind.
    pub kind: ActivityKind,
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

/// A kind of activity, from the municipality's list (the national code list was not to be
/// had, DOMAIN 13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ActivityKind {
    /// Stable code.
    pub code: String,
    /// Name, in Danish.
    pub name: String,
    /// Name, in English.
    pub name_en: String,
}

/// The next conversation, and the words the citizen has handed over for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConversationWords {
    /// Which booking.
    pub booking: BookingId,
    /// When it starts.
    pub starts_at: DateTime<FixedOffset>,
    /// How it is held.
    pub channel: ContactChannel,
    /// With whom.
    pub caseworker: String,
    /// What was handed over.
    pub words: Option<GivenWords>,
}

/// Two words about the plan before a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GivenWords {
    /// The job goal.
    pub goal: String,
    /// What the citizen wants to talk about.
    pub talk: String,
    /// When they were handed over.
    pub at: DateTime<FixedOffset>,
}

/// `PUT /api/citizen/bookings/{id}/words`: hand words over for a conversation to come.
/// Handing over nothing takes them back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveWords {
    /// The job goal.
    pub goal: String,
    /// What the citizen wants to talk about.
    pub talk: String,
}
