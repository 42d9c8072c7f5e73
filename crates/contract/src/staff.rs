//! What caseworkers see and decide about a case.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{ChannelDecision, ContactChannel};
use serde::{Deserialize, Serialize};

use crate::booking::{Booking, BookingState, CaseOverview};
use crate::ids::{BookingId, CaseId, CaseworkerId};
use crate::job_plan::{ConversationWords, GivenWords, JobPlanStatus};

/// `GET /api/staff/caseworkers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseworkerRow {
    /// Which.
    pub id: CaseworkerId,
    /// Name.
    pub name: String,
}

/// `GET /api/staff/cases`: one row of the cases a caseworker answers for (a team leader: the
/// whole team's), those with the earliest deadline first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// The citizen's name.
    pub citizen: String,
    /// The caseworker's name.
    pub caseworker: String,
    /// Last day to hold the next conversation, when one is due.
    pub hold_by: Option<NaiveDate>,
    /// Past that day with nothing booked.
    pub overdue: bool,
    /// The open booking's start.
    pub next_booking_at: Option<DateTime<FixedOffset>>,
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
    /// Decisions about channels, newest first.
    pub channel_decisions: Vec<ChannelDecision>,
    /// All bookings, newest first.
    pub bookings: Vec<Booking>,
    /// The job plan in a line.
    pub job_plan: JobPlanStatus,
    /// The next conversation, and what was written to it.
    pub next_conversation: Option<ConversationWords>,
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
