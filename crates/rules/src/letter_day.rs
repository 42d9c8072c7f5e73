//! On which days decision letters may leave (seed K1, DOMAIN 7.1): not on a Friday and not up
//! to days off, so that whoever gets one can ring somebody the next day. Only decision letters;
//! receipts and reminders leave at once. Knows no letters.

use chrono::NaiveDate;

use crate::holidays::{ClosingDay, SEARCH_DAYS, is_working_day};

/// May a decision letter leave that day? Only on a working day that a working day follows. A
/// day on which the municipality closes early counts as a working day: somebody answers the
/// phone in the morning.
pub fn may_send(closing_days: &[ClosingDay], date: NaiveDate) -> bool {
    is_working_day(closing_days, date)
        && date.succ_opt().is_some_and(|next| is_working_day(closing_days, next))
}

/// The day a decision letter wanted out on `wanted` leaves: that day or the next on which it
/// may. `wanted` itself when there is none within two years, which only a configuration that
/// closes every day can cause: holding a decision back for ever would be worse.
pub fn letter_day(closing_days: &[ClosingDay], wanted: NaiveDate) -> NaiveDate {
    wanted.iter_days().take(SEARCH_DAYS).find(|day| may_send(closing_days, *day)).unwrap_or(wanted)
}
