//! The parts of a case page: its time line, whose case it is, and what was decided.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{ContactChannel, WeeklyHours};
use serde::{Deserialize, Serialize};

use super::CaseworkerRow;
use crate::booking::check_reason;
use crate::ids::{CaseworkerChangeId, CaseworkerId, DecisionId};
use crate::problem::FieldError;

/// Whose case it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseworkerOfCase {
    /// Who follows it.
    pub present: CaseworkerRow,
    /// Those of the team it may be given to by whoever asks; none when it is not theirs to give.
    pub may_get: Vec<CaseworkerRow>,
    /// Its changes so far, the newest first (seed C14: as few as can be).
    pub changes: Vec<CaseworkerChange>,
}

/// A case went from one caseworker to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseworkerChange {
    /// Which.
    pub id: CaseworkerChangeId,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Decided here, or come in a file?
    pub cause: ChangeCause,
    /// Why, in the words of who decided it; the citizen reads it. Empty when it came in a file.
    pub reason: String,
    /// Who decided it, or who brought the file in.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// How a case came to another caseworker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeCause {
    /// Somebody decided it here and said why.
    Decision,
    /// It was so in a file from the case system.
    Import,
}

impl ChangeCause {
    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Import => "import",
        }
    }

    /// The cause of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Decision, Self::Import].into_iter().find(|cause| cause.as_str() == name)
    }
}

/// `POST /api/staff/cases/{id}/caseworker`: gives a case to a colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeCaseworker {
    /// Whose it is, as far as the page knows: nothing is changed if it is another's by now.
    pub from: CaseworkerId,
    /// Who gets it: of the same team.
    pub to: CaseworkerId,
    /// Why; the citizen reads it.
    pub reason: String,
}

/// Checks a change. Empty when all is well.
pub fn check_caseworker_change(change: &ChangeCaseworker) -> Vec<FieldError> {
    let reason = check_reason(&change.reason).map(|code| FieldError::new("reason", code));
    reason.into_iter().collect()
}

/// The contact rules in force for a case (DOMAIN 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RuleSetInForce {
    /// What staff call them.
    pub name: String,
    /// First conversation date they govern.
    pub valid_from: NaiveDate,
    /// Last conversation date; open when absent.
    pub valid_to: Option<NaiveDate>,
}

/// Something decided about a case, with a reason that the citizen reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseDecision {
    /// Which; its letter has the same id.
    pub id: DecisionId,
    /// What.
    pub matter: DecisionMatter,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DecisionMatter {
    /// A channel was opened or locked.
    Channel {
        /// Which.
        channel: ContactChannel,
        /// Opened, or locked.
        unlocked: bool,
    },
    /// Self-booking was withdrawn or restored.
    SelfBooking {
        /// Withdrawn, or restored.
        withdrawn: bool,
    },
}

/// A day on a case's time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseEvent {
    /// The day.
    pub on: NaiveDate,
    /// What happened, or is to happen.
    pub what: CaseEventKind,
}

/// What happened in a case, or is to happen, on a day. Those of one day come in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CaseEventKind {
    /// The first absence day.
    FirstAbsence,
    /// The municipality opened the case.
    Opened,
    /// Another caseworker got it.
    CaseworkerChanged {
        /// Who.
        to: String,
    },
    /// The employer was contacted.
    EmployerContacted,
    /// The contact was left out, with a reason.
    EmployerContactLeftOut,
    /// A conversation was held.
    Held,
    /// The citizen did not come.
    NoShow,
    /// A conversation whose outcome nobody has recorded.
    AwaitingOutcome,
    /// A version of the job plan was shared.
    JobPlanShared {
        /// Its number.
        version: u32,
    },
    /// A version of the retention plan reached the municipality.
    RetentionSubmitted {
        /// Its number.
        version: u32,
    },
    /// It was acknowledged.
    RetentionAcknowledged {
        /// Its number.
        version: u32,
    },
    /// The citizen was exempt from then on (standby).
    Standby,
    /// Today.
    Today,
    /// Other hours begin, as agreed.
    Step {
        /// How many a week.
        hours: WeeklyHours,
    },
    /// A conversation is booked.
    Booked,
    /// A round-table conversation is booked.
    RoundTable,
    /// The last day to book the next conversation.
    BookBy,
    /// The last day to hold it.
    HoldBy,
    /// Full recovery is expected.
    ExpectedBack,
    /// The case was closed.
    Closed,
}
