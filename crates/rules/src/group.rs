//! Group sessions (DOMAIN C15, C16; *gruppeforløb*): on which day it is decided whether one takes
//! place, what that decision is, and how much of what is left is told. Knows no people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::holidays::{ClosingDay, SEARCH_DAYS, is_working_day};

/// The day on which it is decided whether a session takes place: the last working day before it,
/// so that whoever is told that it does not can ring somebody, and nobody is told on a Sunday of a
/// Monday. `None` when there is none within two years, which only a configuration that closes
/// every day can cause.
pub fn decided_on(closing_days: &[ClosingDay], session: NaiveDate) -> Option<NaiveDate> {
    let before = std::iter::successors(session.pred_opt(), NaiveDate::pred_opt);
    before.take(SEARCH_DAYS).find(|day| is_working_day(closing_days, *day))
}

/// Do enough people come? Only seats that somebody has taken count: one that is kept for somebody
/// who has not answered is no promise.
pub const fn enough_come(taken: usize, minimum: usize) -> bool {
    minimum <= taken
}

/// Seats below this number are "few".
const FEW: usize = 2;

/// What others are told of the seats that are left: never how many have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeatsLeft {
    /// There are seats.
    Free,
    /// There are few.
    Few,
    /// There are none, or those there are belong to people in line.
    Full,
}

impl SeatsLeft {
    /// Of a session with so many seats, of which so many are taken or kept, with so many people in
    /// line for those that are not.
    pub const fn of(seats: usize, taken: usize, in_line: usize) -> Self {
        match seats.saturating_sub(taken).saturating_sub(in_line) {
            0 => Self::Full,
            left if left <= FEW => Self::Few,
            _ => Self::Free,
        }
    }
}
