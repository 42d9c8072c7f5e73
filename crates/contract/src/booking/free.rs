//! The free times of a week, as a citizen or a caseworker chooses from them.

use chrono::NaiveDate;
use rules::ContactChannel;
use serde::{Deserialize, Serialize};

use super::OfferedTime;

/// `GET /api/citizen/times?channel=phone&week=2026-12-07`: the free times of one week.
/// Without `week`: the week of the first free time, or the current one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FreeTimes {
    /// In which channel.
    pub channel: ContactChannel,
    /// The Monday of the week shown.
    pub week: NaiveDate,
    /// Days of that week with free times, in order.
    pub days: Vec<FreeDay>,
    /// The first free time of all weeks.
    pub first_free: Option<OfferedTime>,
    /// The nearest earlier week with free times (its Monday).
    pub previous_week: Option<NaiveDate>,
    /// The nearest later week with free times (its Monday).
    pub next_week: Option<NaiveDate>,
    /// Whose times these are. Of colleagues' times that start together one is shown; book it
    /// with `any_caseworker`.
    pub whose: WhoseTimes,
    /// Last day to hold the conversation, when one is due.
    pub hold_by: Option<NaiveDate>,
    /// Is there any free time on or before `hold_by` (or at all, when none is due or that day
    /// is past)?
    pub any_before_deadline: bool,
}

/// The free times of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FreeDay {
    /// The day.
    pub date: NaiveDate,
    /// Its times, in order.
    pub times: Vec<OfferedTime>,
}

/// Whose times are offered (least change of caseworker, seed C14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhoseTimes {
    /// The citizen's own caseworker's.
    Own,
    /// Colleagues' as well: the own caseworker has none in time, or the deadline is past.
    Colleagues,
}
