//! What caseworkers get of a plan, the contacts with the employer, and what was to be told.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{Course, CourseParty, EmployerContactTask, NextMove, StaffMove};
use serde::{Deserialize, Serialize};

use super::{CourseView, RetentionVersion, RoundTable, SentPlan, StepReport};
use crate::ids::{BookingId, CaseId, CaseworkerChangeId, EmployerContactId, OutboxMessageId};

/// `GET /api/staff/cases/{id}/retention-plan?version=`: what reached the municipality, and
/// where the plan is; never what the two still write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffRetentionPage {
    /// Whose case.
    pub case_id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// The citizen's name.
    pub citizen: String,
    /// The employer's name; without one there can be no plan.
    pub employer: Option<String>,
    /// First day away.
    pub first_absence: NaiveDate,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// Closed: nothing can be added.
    pub case_closed: bool,
    /// Where the newest plan is; there has been none when absent. What the two said to each
    /// other before a version was submitted is left out.
    pub course: Option<CourseView>,
    /// What the caseworker can do now.
    pub moves: Vec<StaffMove>,
    /// Every version that was submitted, the newest first.
    pub versions: Vec<RetentionVersion>,
    /// The version asked for: the newest unless said otherwise.
    pub shown: Option<SentPlan>,
    /// Steps at which it did not go, the newest first.
    pub reports: Vec<StepReport>,
    /// The round-table conversation that is booked.
    pub round_table: Option<RoundTable>,
}

/// `POST /api/staff/cases/{id}/retention-plan/moves`, answered with the page as it is then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "move", rename_all = "snake_case", deny_unknown_fields)]
pub enum StaffRetentionMove {
    /// Suggest a plan to the employer.
    Suggest {},
    /// Acknowledge a version.
    Acknowledge {
        /// Which was read.
        version: u32,
    },
    /// Ask about a version; employer and employee read it.
    Ask {
        /// Which was read.
        version: u32,
        /// The question.
        text: String,
    },
    /// Close the course.
    Close {
        /// Why; employer and employee read it. May be empty.
        reason: String,
    },
}

impl StaffRetentionMove {
    /// Which move of the course it is.
    pub const fn kind(&self) -> StaffMove {
        match self {
            Self::Suggest {} => StaffMove::Suggest,
            Self::Acknowledge { .. } => StaffMove::Acknowledge,
            Self::Ask { .. } => StaffMove::Ask,
            Self::Close { .. } => StaffMove::Close,
        }
    }
}

/// A case's plan in a line, for the case page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionStatus {
    /// Where it is; none when absent.
    pub course: Option<Course>,
    /// Who has the next move.
    pub next: NextMove,
    /// Since when.
    pub since: Option<DateTime<FixedOffset>>,
    /// The newest step at which it did not go.
    pub report: Option<StepReport>,
    /// The round-table conversation that is booked.
    pub round_table: Option<RoundTable>,
}

/// The contacts with a case's employer, and the task (seeds C11, C12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmployerContacts {
    /// The employer's name; without one there is nothing to do.
    pub employer: Option<String>,
    /// Was that employer contacted before or with the first conversation?
    pub task: EmployerContactTask,
    /// What was recorded, the newest day first; also contacts with employers that the case has left.
    pub contacts: Vec<EmployerContact>,
}

/// A contact with the employer, or why there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmployerContact {
    /// Which.
    pub id: EmployerContactId,
    /// On which day.
    pub on: NaiveDate,
    /// What was done.
    pub what: EmployerContactWhat,
    /// The employer's name, where the case has left it since: such a contact is none with the
    /// present one.
    pub former_employer: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
}

/// What was done about the employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum EmployerContactWhat {
    /// The employer was contacted.
    Contacted {
        /// How.
        channel: ContactChannelUsed,
        /// What came of it.
        outcome: String,
    },
    /// It was left out, because the citizen had better keep the dialogue (§ 13 f) or for
    /// another documented reason.
    LeftOut {
        /// Why.
        reason: String,
    },
}

/// How the employer was contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContactChannelUsed {
    /// By phone.
    Phone,
    /// By video.
    Video,
    /// At a meeting, with the municipality or at the workplace.
    Meeting,
    /// In writing.
    Letter,
}

impl ContactChannelUsed {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Video, Self::Meeting, Self::Letter];

    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Video => "video",
            Self::Meeting => "meeting",
            Self::Letter => "letter",
        }
    }

    /// The channel of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == name)
    }
}

/// `POST /api/staff/cases/{id}/employer-contacts`, answered with the [`EmployerContacts`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewEmployerContact {
    /// On which day; not in the future.
    pub on: NaiveDate,
    /// What was done.
    pub what: EmployerContactWhat,
}

/// Something that is to be told to somebody. Until messages are delivered it is shown to staff
/// as not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutboxMessage {
    /// Which.
    pub id: OutboxMessageId,
    /// What it tells.
    pub kind: MessageKind,
    /// To whom.
    pub to: CourseParty,
    /// Since when it waits.
    pub at: DateTime<FixedOffset>,
    /// When it was sent; not yet when absent.
    pub sent_at: Option<DateTime<FixedOffset>>,
}

/// What a message tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MessageKind {
    /// Something happened to the plan.
    Plan {
        /// What.
        event: super::CourseEventKind,
    },
    /// A step up begins soon.
    StepUp {
        /// Of which version.
        version: u32,
        /// Its first day.
        from: NaiveDate,
    },
    /// It did not go at a step.
    StepReport {
        /// Its first day.
        from: NaiveDate,
    },
    /// The plan is approved and not sent, and a conversation is near. Not when: the employer, who
    /// is told as well, does not learn of the employee's conversations.
    PlanNotSubmitted,
    /// The employer has offered times for a round-table conversation.
    RoundTableOffered,
    /// A round-table conversation is booked.
    RoundTableBooked,
    /// It is cancelled.
    RoundTableCancelled,
    /// A time has come free and is kept for the citizen, who waits for one. Not when the time is.
    TimeOffered {
        /// Until when it is kept.
        until: DateTime<FixedOffset>,
    },
    /// A time that was kept for the citizen is not to be had after all.
    TimeWithdrawn,
    /// The case has another caseworker.
    CaseworkerChanged {
        /// Which change.
        change: CaseworkerChangeId,
    },
    /// A conversation was held: the citizen is asked how it was.
    SatisfactionAsked {
        /// Which conversation.
        booking: BookingId,
    },
    /// A seat of a group session is kept for the citizen, who is first in line.
    GroupSeatOffered {
        /// When the session begins.
        starts_at: DateTime<FixedOffset>,
        /// Until when it is kept.
        until: DateTime<FixedOffset>,
    },
    /// A group session does not take place.
    GroupCancelled {
        /// When it would have begun.
        starts_at: DateTime<FixedOffset>,
        /// Because too few come; a caseworker has called it off otherwise.
        too_few: bool,
        /// When the next one of the same theme begins, if there is one.
        next: Option<DateTime<FixedOffset>>,
    },
}
