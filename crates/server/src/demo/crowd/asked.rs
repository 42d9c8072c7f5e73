//! What citizens of the crowd answered after their conversations, and which times that came free
//! were taken by somebody who waited.

use chrono::TimeDelta;
use rules::ContactChannel;
use sea_orm::Set;
use uuid::Uuid;

use super::Crowd;
use super::invented::Dice;
use crate::db::entities::{satisfaction_answer, waiting_offer};
use crate::demo::people::CASEWORKERS;

/// Months that have them.
const MONTHS: i64 = 13;
/// Of each, of a caseworker, in a month.
const IN_A_MONTH: usize = 7;

impl Crowd<'_> {
    pub(super) fn asked(&mut self, caseworker: Uuid, number: usize) {
        for month in 1..=MONTHS {
            for nth in 0..IN_A_MONTH {
                let dice = Dice((number * 17 + nth) * 31 + usize::try_from(month).unwrap_or(0));
                self.answered(caseworker, month, dice);
                self.came_free(caseworker, month, dice);
            }
        }
    }

    fn answered(&mut self, caseworker: Uuid, month: i64, dice: Dice) {
        let team = CASEWORKERS.first().map(|person| person.team).unwrap_or_default();
        let step = |throw| i16::try_from(5 - dice.falls(throw, 7).min(4)).unwrap_or(3);
        self.answers.push(satisfaction_answer::ActiveModel {
            id: Set(self.state.clock.random_id()),
            team: Set(team.to_owned()),
            month: Set(self.day(-30 * month).format("%Y-%m").to_string()),
            caseworker_id: Set(Some(caseworker)),
            satisfied: Set(step(60)),
            closer: Set(step(61)),
        });
    }

    fn came_free(&mut self, caseworker: Uuid, month: i64, dice: Dice) {
        let freed_at = self.ago(30 * month) + TimeDelta::hours(dice.falls(62, 200));
        let ended_at = freed_at + TimeDelta::minutes(30);
        let state = if dice.falls(63, 3) > 0 { "taken" } else { "lapsed" };
        let new = || self.state.clock.new_id();
        self.offers.push(waiting_offer::ActiveModel {
            id: Set(new()),
            entry_id: Set(new()),
            case_id: Set(new()),
            slot_id: Set(new()),
            caseworker_id: Set(caseworker),
            channel: Set(ContactChannel::Phone.as_str().to_owned()),
            starts_at: Set(freed_at + TimeDelta::days(3)),
            ends_at: Set(freed_at + TimeDelta::days(3) + TimeDelta::minutes(30)),
            place_id: Set(None),
            room_id: Set(None),
            offered_at: Set(freed_at),
            expires_at: Set(ended_at),
            freed_at: Set(freed_at),
            freed_by: Set(None),
            is_new: Set(false),
            state: Set(state.to_owned()),
            ended_at: Set(Some(ended_at)),
        });
    }
}
