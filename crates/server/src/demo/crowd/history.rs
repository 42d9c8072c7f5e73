//! What a large municipality has behind it: fourteen months of conversations in every form, cases
//! that are closed, changes of caseworker, and how far ahead the first free time was each day.

use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use contract::booking::BookingState;
use rules::ContactChannel;
use sea_orm::Set;
use uuid::Uuid;

use super::invented::Dice;
use super::{Crowd, chance};
use crate::db::entities::{caseworker_change, free_time_fact, retention_event, retention_plan};
use crate::http::error::ApiError;

/// Days of fourteen months.
const DAYS: i64 = 425;

impl Crowd<'_> {
    /// How many days ago a case was closed; one in three is.
    pub(super) fn closed(&self, dice: Dice, sick_for: i64) -> Option<i64> {
        let closed = self.history && sick_for > 90 && dice.falls(20, 3) == 0;
        closed.then(|| dice.falls(21, chance(sick_for / 3)))
    }

    /// In which form a conversation is, and whether the citizen booked it.
    pub(super) fn form(&self, index: usize, weeks: i64) -> (ContactChannel, bool) {
        if !self.history {
            return (ContactChannel::Phone, true);
        }
        let dice = of_week(index, weeks);
        let channel = match dice.falls(30, 20) {
            0..11 => ContactChannel::Phone,
            11..15 => ContactChannel::Video,
            _ => ContactChannel::InPerson,
        };
        (channel, dice.falls(31, 10) < 7)
    }

    /// From the sixth week on, every three or four weeks, most of them held.
    pub(super) fn many_conversations(
        &mut self,
        case: Uuid,
        caseworker: Uuid,
        index: usize,
        (sick_for, closed): (i64, i64),
    ) -> Result<(), ApiError> {
        let dice = Dice(index);
        let mut weeks = (sick_for / 7 - 4 - dice.falls(22, 6)).max(1);
        let until = closed / 7;
        while weeks > until {
            let state = match of_week(index, weeks).falls(32, 20) {
                0 => BookingState::NoShow,
                1 => BookingState::Cancelled,
                2 if weeks < 3 => BookingState::AwaitingOutcome,
                _ => BookingState::Held,
            };
            self.conversation(case, caseworker, index, -weeks, state)?;
            weeks -= 2 + of_week(index, weeks).falls(33, 3);
        }
        Ok(())
    }

    /// A change of caseworker in one case of ten, and a declined plan in one of twenty.
    pub(super) fn past(
        &mut self,
        case: Uuid,
        caseworker: Uuid,
        cvr: Option<&str>,
        sick_for: i64,
        dice: Dice,
    ) {
        let ago = |throw: u64| dice.falls(throw, chance(sick_for));
        if dice.falls(40, 10) == 0 {
            self.changes.push(caseworker_change::ActiveModel {
                id: Set(self.state.clock.new_id()),
                case_id: Set(case),
                from_id: Set(caseworker),
                to_id: Set(caseworker),
                cause: Set("decision".to_owned()),
                reason: Set("Ny fordeling.".to_owned()),
                by_id: Set(caseworker),
                at: Set(self.ago(ago(41))),
            });
        }
        if let Some(cvr) = cvr.filter(|_| dice.falls(42, 20) == 0) {
            let begun = self.ago(ago(43));
            self.courses.push(retention_plan::ActiveModel {
                id: Set(self.state.clock.new_id()),
                case_id: Set(case),
                cvr: Set(cvr.to_owned()),
                state: Set("declined".to_owned()),
                version: Set(0),
                begun_at: Set(begun),
                since: Set(begun),
            });
        }
    }

    /// The citizen asked for that retention plan.
    pub(super) fn requested(&mut self, plan: Uuid, case: Uuid, at: DateTime<Utc>) {
        self.events.push(retention_event::ActiveModel {
            id: Set(self.state.clock.new_id()),
            plan_id: Set(plan),
            case_id: Set(case),
            kind: Set("requested".to_owned()),
            party: Set(Some("citizen".to_owned())),
            by_id: Set(None),
            by_name: Set("Borgeren".to_owned()),
            at: Set(at),
            version: Set(0),
            text: Set(String::new()),
        });
    }

    /// The first free time of each weekday but today.
    pub(super) fn free_times(&mut self, caseworker: Uuid, number: usize) {
        for ago in 1..DAYS {
            let on = self.day(-ago);
            if matches!(on.weekday(), Weekday::Sat | Weekday::Sun) {
                continue;
            }
            let days = 1 + of_week(number, ago).falls(50, 12);
            self.free.push(free_time_fact::ActiveModel {
                on_date: Set(on),
                caseworker_id: Set(caseworker),
                first_at: Set(self.ago(ago) + TimeDelta::days(days)),
                days: Set(i32::try_from(days).unwrap_or_default()),
            });
        }
    }
}

/// Chances of one week of a case.
fn of_week(index: usize, weeks: i64) -> Dice {
    Dice(index * 131 + usize::try_from(weeks).unwrap_or_default())
}
