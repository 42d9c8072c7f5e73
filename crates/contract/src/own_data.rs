//! One's own data as a file: everything held about a citizen but the CPR number.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::ChannelDecision;
use serde::{Deserialize, Serialize};

use crate::access_log::AccessLogEntry;
use crate::booking::{Booking, BookingDraft, CaseworkerContact};
use crate::draft::{Draft, DraftForm};
use crate::groups::OwnGroup;
use crate::ids::CaseId;
use crate::job_plan::{Activity, GivenWords, SharedPlan};
use crate::retention_plan::{
    CourseEvent, EmployerContact, OutboxMessage, RoundTable, SentPlan, StepReport,
};
use crate::staff::CaseworkerChange;
use crate::waiting_list::WaitingRecord;

/// `GET /api/citizen/data`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnData {
    /// When it was gathered.
    pub at: DateTime<FixedOffset>,
    /// One's name.
    pub name: String,
    /// One's cases, the newest first.
    pub cases: Vec<OwnCase>,
}

/// A case with all that is held about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnCase {
    /// Which.
    pub id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// First absence day.
    pub first_absence: NaiveDate,
    /// The day the municipality opened it.
    pub opened_on: NaiveDate,
    /// Expected full recovery, if known.
    pub expected_back: Option<NaiveDate>,
    /// On standby since.
    pub standby_since: Option<NaiveDate>,
    /// Closed on.
    pub closed_on: Option<NaiveDate>,
    /// Why, in the words of the municipality's case system.
    pub closing_reason: Option<String>,
    /// On what ground it was last extended, in the same words.
    pub extension_ground: Option<String>,
    /// When it was last extended.
    pub extended_on: Option<NaiveDate>,
    /// The employer's name, if there is one.
    pub employer: Option<String>,
    /// Who follows it.
    pub caseworker: CaseworkerContact,
    /// Its changes from one caseworker to another, newest first.
    pub caseworker_changes: Vec<CaseworkerChange>,
    /// Decisions about channels, oldest first.
    pub channel_decisions: Vec<ChannelDecision>,
    /// Decisions about booking oneself, oldest first.
    pub self_booking_decisions: Vec<SelfBookingDecision>,
    /// Conversations, newest first.
    pub bookings: Vec<OwnBooking>,
    /// Waiting for an earlier time, and what was offered, newest first.
    pub waiting: Vec<WaitingRecord>,
    /// What was typed while booking and not sent.
    pub booking_draft: BookingDraft,
    /// What is typed in forms and not sent.
    pub drafts: Vec<OwnDraft>,
    /// The job plan's versions, newest first, those taken back included.
    pub job_plan: Vec<SharedPlan>,
    /// What was agreed with the municipality.
    pub activities: Vec<OwnActivity>,
    /// What became of the retention plan.
    pub retention_plan: OwnRetentionPlan,
    /// Round-table conversations, newest first.
    pub round_tables: Vec<OwnRoundTable>,
    /// Group sessions with a seat, or in line for one, newest first.
    pub groups: Vec<OwnGroup>,
    /// What there was to be told, newest first.
    pub messages: Vec<OutboxMessage>,
    /// Contacts with the employer, the newest day first.
    pub employer_contacts: Vec<EmployerContact>,
    /// Who has looked, newest first.
    pub access_log: Vec<AccessLogEntry>,
}

/// The retention plan: what the employee was sent, what they said, and what has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnRetentionPlan {
    /// Versions that were sent and not taken back, with comments and remarks, newest first.
    pub versions: Vec<SentPlan>,
    /// What has happened, newest first.
    pub events: Vec<CourseEvent>,
    /// Steps at which it did not go, newest first.
    pub reports: Vec<StepReport>,
}

/// A round-table conversation, also one that is over or was called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnRoundTable {
    /// The conversation.
    pub round_table: RoundTable,
    /// Was it called off?
    pub cancelled: bool,
}

/// Self-booking was withdrawn or restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SelfBookingDecision {
    /// Withdrawn, or restored.
    pub withdrawn: bool,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A conversation with the words handed over for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnBooking {
    /// The conversation.
    pub booking: Booking,
    /// What was handed over.
    pub words: Option<GivenWords>,
}

/// What is typed in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnDraft {
    /// In which.
    pub form: DraftForm,
    /// What.
    pub draft: Draft,
}

/// An activity, also one that was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnActivity {
    /// What was agreed.
    pub activity: Activity,
    /// When it was added.
    pub added_at: DateTime<FixedOffset>,
    /// When it was removed, if it was.
    pub removed_at: Option<DateTime<FixedOffset>>,
}
