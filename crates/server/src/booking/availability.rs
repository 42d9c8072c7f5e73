//! Which published times are free for a case: what is left of the slots once every booking's
//! caseworker and room are taken out. Reads only; the guard has the last word.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use contract::booking::{OfferedTime, WhoseTimes};
use contract::ids::TimeSlotId;
use rules::ContactChannel;
use rules::contact::change_cutoff;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::guard::Stretch;
use crate::cases::{CaseFile, NeededBy};
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, caseworker, time_slot};

/// From when to when times are offered.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Now.
    pub now: DateTime<Utc>,
    /// The first moment: now, or now and the minimum notice.
    pub earliest: DateTime<Utc>,
    /// The last day.
    pub horizon: NaiveDate,
}

/// Everything needed to tell which times are free, read once for all channels.
#[derive(Debug)]
pub struct Availability<'a> {
    config: &'a MunicipalityConfig,
    file: &'a CaseFile,
    own: Uuid,
    now: DateTime<Utc>,
    /// The booking that would be moved: its own time does not stand in its way.
    moving: Option<&'a booking::Model>,
    colleagues: HashMap<Uuid, caseworker::Model>,
    slots: Vec<time_slot::Model>,
    busy: Vec<Busy>,
}

#[derive(Debug)]
struct Busy {
    stretch: Stretch,
    caseworker: Uuid,
    room: Option<(String, String)>,
}

impl<'a> Availability<'a> {
    /// Reads the times of the case's own caseworker and their team.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(
        db: &impl ConnectionTrait,
        config: &'a MunicipalityConfig,
        file: &'a CaseFile,
        moving: Option<&'a booking::Model>,
        window: Window,
    ) -> Result<Self, DbErr> {
        let colleagues: HashMap<Uuid, caseworker::Model> = caseworker::Entity::find()
            .filter(caseworker::Column::Team.eq(&file.caseworker.team))
            .all(db)
            .await?
            .into_iter()
            .map(|caseworker| (caseworker.id, caseworker))
            .collect();
        let has_seat = Condition::any()
            .add(time_slot::Column::Taken.into_expr().lt(time_slot::Column::Seats.into_expr()))
            .add_option(moving.map(|booking| time_slot::Column::Id.eq(booking.slot_id)));
        let slots = time_slot::Entity::find()
            .filter(time_slot::Column::CaseworkerId.is_in(colleagues.keys().copied()))
            .filter(time_slot::Column::Published.eq(true))
            .filter(time_slot::Column::StartsAt.gte(window.earliest))
            .filter(has_seat)
            .order_by_asc(time_slot::Column::StartsAt)
            .order_by_asc(time_slot::Column::Id)
            .all(db)
            .await?
            .into_iter()
            .filter(|slot| local_date(slot.starts_at) <= window.horizon)
            .collect();
        let busy = booking::Entity::find()
            .filter(
                booking::Column::State
                    .eq(super::state_name(contract::booking::BookingState::Booked)),
            )
            .filter(booking::Column::EndsAt.gt(window.earliest))
            .all(db)
            .await?
            .into_iter()
            .filter(|booked| moving.is_none_or(|moving| moving.id != booked.id))
            .map(|booked| Busy {
                stretch: Stretch { starts_at: booked.starts_at, ends_at: booked.ends_at },
                caseworker: booked.caseworker_id,
                room: booked.place_id.zip(booked.room_id),
            })
            .collect();
        Ok(Self {
            config,
            file,
            own: file.caseworker.id,
            now: window.now,
            moving,
            colleagues,
            slots,
            busy,
        })
    }

    /// The free times in a channel that the citizen may choose on their day, and whose: the
    /// own caseworker's, unless they have none in time or it is late already (seed C14: the
    /// least change of caseworker). Colleagues' times that start together are shown once.
    pub fn times(
        &self,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> (Vec<OfferedTime>, WhoseTimes) {
        let mut days: HashMap<NaiveDate, bool> = HashMap::new();
        let mut allowed = |slot: &time_slot::Model| {
            let day = local_date(slot.starts_at);
            *days.entry(day).or_insert_with(|| self.file.allows_on(self.config, day, channel))
        };
        let free: Vec<&time_slot::Model> =
            self.slots.iter().filter(|slot| allowed(slot) && self.is_free(slot, channel)).collect();
        let own_suffices = needed_by != NeededBy::Late
            && free.iter().any(|slot| {
                slot.caseworker_id == self.own && needed_by.is_met_on(local_date(slot.starts_at))
            });
        if own_suffices {
            let own = free.into_iter().filter(|slot| slot.caseworker_id == self.own);
            return (own.filter_map(|slot| self.offer(slot, channel)).collect(), WhoseTimes::Own);
        }
        let mut offered: Vec<OfferedTime> = Vec::new();
        for slot in free {
            let Some(offer) = self.offer(slot, channel) else { continue };
            match offered.last_mut() {
                Some(last) if last.starts_at == offer.starts_at => {
                    if offer.own_caseworker {
                        *last = offer;
                    }
                }
                _ => offered.push(offer),
            }
        }
        (offered, WhoseTimes::Colleagues)
    }

    /// The free times of every caseworker of the team, for a caseworker who books.
    pub fn all_times(&self, channel: ContactChannel) -> Vec<OfferedTime> {
        self.slots
            .iter()
            .filter(|slot| self.is_free(slot, channel))
            .filter_map(|slot| self.offer(slot, channel))
            .collect()
    }

    fn is_free(&self, slot: &time_slot::Model, channel: ContactChannel) -> bool {
        let Some(stretch) = stretch_of(self.config, slot, channel) else { return false };
        let same_as_now = self.moving.is_some_and(|booking| {
            booking.slot_id == slot.id && booking.channel == channel.as_str()
        });
        let overlapping: Vec<&Busy> =
            self.busy.iter().filter(|busy| busy.stretch.overlaps(&stretch)).collect();
        !same_as_now
            && overlapping.iter().all(|busy| busy.caseworker != slot.caseworker_id)
            && (channel != ContactChannel::InPerson
                || slot.place_id.as_deref().is_some_and(|place| self.has_room(place, &overlapping)))
    }

    fn has_room(&self, place_id: &str, overlapping: &[&Busy]) -> bool {
        let Some(place) = self.config.place(place_id) else { return false };
        place.rooms.iter().any(|room| {
            overlapping.iter().all(|busy| {
                busy.room
                    .as_ref()
                    .is_none_or(|(place, taken)| place != place_id || *taken != room.id)
            })
        })
    }

    fn offer(&self, slot: &time_slot::Model, channel: ContactChannel) -> Option<OfferedTime> {
        let stretch = stretch_of(self.config, slot, channel)?;
        let place = (channel == ContactChannel::InPerson)
            .then(|| self.config.place(slot.place_id.as_deref()?))
            .flatten();
        let starts_at = to_local(stretch.starts_at);
        Some(OfferedTime {
            slot_id: TimeSlotId(slot.id),
            channel,
            starts_at,
            ends_at: to_local(stretch.ends_at),
            caseworker: self.colleagues.get(&slot.caseworker_id)?.name.clone(),
            own_caseworker: slot.caseworker_id == self.own,
            place: place.map(super::view::place),
            changeable: self.is_changeable(starts_at),
        })
    }

    /// Is there still time to move or cancel a conversation that starts then?
    fn is_changeable(&self, starts_at: DateTime<FixedOffset>) -> bool {
        let rules = self.file.rules_on(self.config, starts_at.date_naive());
        rules.is_ok_and(|rules| self.now <= change_cutoff(rules, starts_at.to_utc()))
    }
}

/// The time a conversation in `channel` would take from a slot; `None` when the slot does not
/// offer that channel or is too short for it.
pub fn stretch_of(
    config: &MunicipalityConfig,
    slot: &time_slot::Model,
    channel: ContactChannel,
) -> Option<Stretch> {
    let offered = slot.channels.split(',').any(|name| name == channel.as_str());
    let minutes = config.conversations.minutes(channel);
    let ends_at = slot.starts_at + chrono::TimeDelta::minutes(i64::from(minutes));
    (offered && ends_at <= slot.ends_at).then_some(Stretch { starts_at: slot.starts_at, ends_at })
}
