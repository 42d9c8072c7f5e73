//! On which days decision letters may leave (seed K1, DOMAIN 7.1): not on a Friday and not up
//! to days off, so that whoever gets one can ring somebody the next day. Only decision letters;
//! receipts and reminders leave at once. Knows no letters.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::holidays::{ClosingDay, Closure, SEARCH_DAYS, closure_on, is_working_day};

/// The day a letter leaves, and why not on the day it was wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LetterDay {
    /// That day.
    pub on: NaiveDate,
    /// Why it waits till then, or should: one that leaves on the day it was wanted all the same has it
    /// as well. It leaves at once when absent.
    pub held: Option<LetterHold>,
}

/// The day off that a letter would have come up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LetterHold {
    /// The day the letter was wanted out, or the one after it.
    pub day_off: NaiveDate,
    /// The public holiday or closing day it is; a weekend when absent.
    pub closure: Option<Closure>,
}

impl LetterDay {
    /// Of what is no decision: it leaves at once.
    pub const fn at_once(on: NaiveDate) -> Self {
        Self { on, held: None }
    }

    /// Of a decision letter wanted out on a day.
    pub fn of_decision(closing_days: &[ClosingDay], wanted: NaiveDate) -> Self {
        let on = letter_day(closing_days, wanted);
        let held = (on != wanted).then(|| hold(closing_days, wanted)).flatten();
        Self { on, held }
    }
}

impl LetterDay {
    /// Of a decision letter that leaves on the day it is wanted although it is held: only where it is
    /// absolutely necessary, and with a remark (seeds K1, K2).
    pub fn all_the_same(self, wanted: NaiveDate) -> Self {
        Self { on: wanted, ..self }
    }
}

/// The first day off from `wanted` on, of the two that count.
fn hold(closing_days: &[ClosingDay], wanted: NaiveDate) -> Option<LetterHold> {
    let day_off = wanted.iter_days().take(2).find(|day| !is_working_day(closing_days, *day))?;
    Some(LetterHold { day_off, closure: closure_on(closing_days, day_off) })
}

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
