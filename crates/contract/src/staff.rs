//! What caseworkers see and decide about a case.

use chrono::{DateTime, FixedOffset};
use rules::ContactChannel;
use serde::{Deserialize, Serialize};

mod case;

pub use self::case::{
    CaseDecision, CaseEvent, CaseEventKind, CaseworkerChange, CaseworkerOfCase, ChangeCaseworker,
    ChangeCause, DecisionMatter, RuleSetInForce, check_caseworker_change,
};
use crate::booking::{Booking, BookingState, CaseOverview};
use crate::ids::{BookingId, CaseId, CaseworkerId};
use crate::job_plan::{ConversationWords, GivenWords, JobPlanStatus};
use crate::retention_plan::{EmployerContacts, OutboxMessage, RetentionStatus};
use crate::waiting_list::WaitingRecord;

/// `GET /api/staff/caseworkers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseworkerRow {
    /// Which.
    pub id: CaseworkerId,
    /// Name.
    pub name: String,
    /// What the case system's files call them; none where nobody has said so.
    pub initials: Option<String>,
}

/// `GET /api/staff/cases/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseDetails {
    /// Which.
    pub id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// The citizen's name.
    pub citizen: String,
    /// What the citizen sees.
    pub overview: CaseOverview,
    /// Whose case it is, and to whom it may be given.
    pub caseworker: CaseworkerOfCase,
    /// The contact rules that the deadline follows.
    pub rule_set: RuleSetInForce,
    /// What has happened and what is to come, the oldest first.
    pub time_line: Vec<CaseEvent>,
    /// Decisions that the citizen gets a letter about, the newest first.
    pub decisions: Vec<CaseDecision>,
    /// Waiting for an earlier time, and what was offered, the newest first.
    pub waiting: Vec<WaitingRecord>,
    /// All bookings, newest first.
    pub bookings: Vec<Booking>,
    /// The job plan in a line.
    pub job_plan: JobPlanStatus,
    /// The next conversation, and what was written to it.
    pub next_conversation: Option<ConversationWords>,
    /// The retention plan in a line.
    pub retention: RetentionStatus,
    /// The contacts with the employer.
    pub employer_contacts: EmployerContacts,
    /// What is to be told and has not been sent yet, the newest first.
    pub messages: Vec<OutboxMessage>,
}

/// `POST /api/staff/cases/{id}/channel-decisions`: unlock or lock a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecideChannel {
    /// Which channel.
    pub channel: ContactChannel,
    /// Open it, or lock it.
    pub unlocked: bool,
    /// Why; the citizen reads it.
    pub reason: String,
}

/// `POST /api/staff/cases/{id}/self-booking-decisions`: withdraw or restore self-booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecideSelfBooking {
    /// Withdraw it, or restore it.
    pub withdrawn: bool,
    /// Why; the citizen reads it.
    pub reason: String,
}

/// `POST /api/staff/bookings/{id}/cancellation`: cancel for the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CancelBooking {
    /// Why; the citizen reads it.
    pub reason: String,
}

/// `POST /api/staff/bookings/{id}/outcome`: what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordOutcome {
    /// What happened.
    pub outcome: Outcome,
}

/// What a caseworker records after a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It took place; the next deadline counts from it.
    Held,
    /// The citizen did not come. Sanctions nobody by itself.
    NoShow,
    /// It did not take place for another reason.
    Cancelled,
}

/// A booking in a caseworker's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarBooking {
    /// Which.
    pub id: BookingId,
    /// Whose case.
    pub case_id: CaseId,
    /// The citizen's name.
    pub citizen: String,
    /// What became of it.
    pub state: BookingState,
    /// How.
    pub channel: ContactChannel,
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// The room, for a visit.
    pub room: Option<String>,
    /// How many people take part beside the two.
    pub participants: u32,
    /// What the citizen has handed over for it.
    pub words: Option<GivenWords>,
}
