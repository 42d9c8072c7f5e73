//! By when a case must have its next conversation, and why (sygedagpengeloven § 13 a–13 f,
//! DOMAIN 2.1, 2.3, 3). Knows no bookings and no calendar.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the rules need to know of a case. Dates only; nothing that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFacts {
    /// The first absence day (day 1 of the sickness).
    pub first_absence: NaiveDate,
    /// The day the municipality opened the case; the duty to book cannot arise before it.
    pub opened_on: NaiveDate,
    /// Has an employer to return to.
    pub employed: bool,
    /// The day full recovery is expected, when known.
    pub expected_back: Option<NaiveDate>,
    /// Standby (serious illness, § 13 b stk. 4–5) since.
    pub standby_since: Option<NaiveDate>,
    /// The case was closed on.
    pub closed_on: Option<NaiveDate>,
    /// Days of conversations that were held, oldest first.
    pub held: Vec<NaiveDate>,
}

/// What the citizen owes now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactDuty {
    /// A conversation is due.
    Due(Deadline),
    /// No conversation is required now; the right to one remains (§ 13 b).
    Exempt(Exemption),
    /// The case is closed.
    Closed {
        /// Since when.
        on: NaiveDate,
    },
}

/// The two dates of the next conversation (DFDG: *Fristdato*, *SidsteAfholdelsesdato*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// Last day to book it oneself.
    pub book_by: NaiveDate,
    /// Last day to hold it.
    pub hold_by: NaiveDate,
    /// Why that day.
    pub because: Because,
}

/// The rule behind a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Because {
    /// The first conversation is held within so many weeks of the first absence day.
    FirstWithinWeeks {
        /// Weeks.
        weeks: u16,
        /// The first absence day.
        from: NaiveDate,
    },
    /// The municipality talks with everyone at this interval.
    IntervalAfterConversation {
        /// Weeks.
        weeks: u16,
        /// The last held conversation.
        held_on: NaiveDate,
    },
    /// So many conversations are held in the first half year.
    MinimumInFirstHalfYear {
        /// How many the rule set asks for.
        required: u16,
        /// How many have been held.
        held: u16,
        /// The last day of the half year.
        until: NaiveDate,
    },
}

/// Why no conversation is required now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Exemption {
    /// Employed, and expected back within the rule set's weeks.
    EmployedAndExpectedBack {
        /// Weeks.
        weeks: u16,
        /// The day full recovery is expected.
        expected_back: NaiveDate,
    },
    /// On standby because of serious illness.
    Standby {
        /// Since when.
        since: NaiveDate,
    },
    /// Past the half year, no interval configured: by agreement and need.
    ByAgreement,
}
