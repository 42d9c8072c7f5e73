//! Which published times are free for a case: what is left of the slots once the caseworker and
//! room of every booking, round table and group session, what is kept for others who wait, and
//! wherever else the citizen is, are taken out. Reads only; the guard has the last word.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use contract::booking::{OfferedTime, WhoseTimes};
use contract::ids::TimeSlotId;
use contract::preview::WhyHidden;
use rules::ContactChannel;
use rules::contact::change_cutoff;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::guard::Stretch;
use super::supply::{Busy, By, Supply};
use crate::cases::{CaseFile, NeededBy};
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, caseworker, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;

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
    /// The booking that would be moved: its own time does not stand in its way.
    moving: Option<&'a booking::Model>,
    /// The time of that booking, where the supply has none that are full.
    own_slot: Option<time_slot::Model>,
    supply: Cow<'a, Supply>,
}

impl<'a> Availability<'a> {
    /// Reads the times of the case's own caseworker and their team.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(
        db: &impl ConnectionTrait,
        state: &'a AppState,
        file: &'a CaseFile,
        moving: Option<&'a booking::Model>,
        window: Window,
    ) -> Result<Self, ApiError> {
        let supply = Supply::load(db, state, &file.caseworker.team, window, moving).await?;
        let (config, own) = (&state.config.municipality, file.caseworker.id);
        Ok(Self { config, file, own, moving, own_slot: None, supply: Cow::Owned(supply) })
    }

    /// The same for one case of many: what their team has is read already, and only the time of the
    /// booking that would be moved is missing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(
        supply: &'a Supply,
        db: &impl ConnectionTrait,
        state: &'a AppState,
        file: &'a CaseFile,
        moving: Option<&'a booking::Model>,
    ) -> Result<Self, ApiError> {
        let own_slot = match moving {
            Some(booking) => time_slot::Entity::find_by_id(booking.slot_id)
                .filter(time_slot::Column::Published.eq(true))
                .filter(time_slot::Column::StartsAt.gte(supply.window.earliest))
                .one(db)
                .await?
                .filter(|slot| supply.colleagues.contains_key(&slot.caseworker_id))
                .filter(|slot| slot.taken >= slot.seats),
            None => None,
        };
        let (config, own) = (&state.config.municipality, file.caseworker.id);
        Ok(Self { config, file, own, moving, own_slot, supply: Cow::Borrowed(supply) })
    }

    /// The published times, in order.
    fn slots(&self) -> Vec<&time_slot::Model> {
        let mut slots: Vec<_> = self.supply.slots.iter().chain(&self.own_slot).collect();
        slots.sort_by_key(|slot| (slot.starts_at, slot.caseworker_id, slot.id));
        slots
    }

    /// The free times in a channel that the citizen may choose on their day, and whose: the
    /// own caseworker's, unless they have none in time or it is late already (seed C14: the
    /// least change of caseworker). Colleagues' times that start together are shown once.
    pub fn times(
        &self,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> (Vec<OfferedTime>, WhoseTimes) {
        let (chosen, whose) = self.chosen(channel, needed_by);
        (chosen.into_iter().filter_map(|slot| self.offer(slot, channel)).collect(), whose)
    }

    /// The slots of those times.
    pub fn chosen(
        &self,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> (Vec<&time_slot::Model>, WhoseTimes) {
        self.chosen_of(self.slots(), channel, needed_by)
    }

    /// Is a time among them? Only those are looked at that could be chosen instead of it.
    pub fn shows(
        &self,
        slot: &time_slot::Model,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> bool {
        let open = self.file.allows_on(self.config, local_date(slot.starts_at), channel);
        if self.hides(slot, channel, open).is_some() {
            return false;
        }
        let mut slots = self.slots();
        slots.retain(|other| self.is_own(other) || other.starts_at == slot.starts_at);
        let (chosen, _) = self.chosen_of(slots, channel, needed_by);
        chosen.into_iter().any(|other| other.id == slot.id)
    }

    fn chosen_of<'s>(
        &self,
        slots: Vec<&'s time_slot::Model>,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> (Vec<&'s time_slot::Model>, WhoseTimes) {
        let mut days = DaysOpen::default();
        let is_free = |slot: &&time_slot::Model| {
            let open = days.allow(self, slot, channel);
            self.hides(slot, channel, open).is_none()
        };
        let free: Vec<&time_slot::Model> = slots.into_iter().filter(is_free).collect();
        let is_own = |slot: &&time_slot::Model| self.is_own(slot);
        let own_suffices = needed_by != NeededBy::Late
            && free
                .iter()
                .any(|slot| is_own(slot) && needed_by.is_met_on(local_date(slot.starts_at)));
        if own_suffices {
            return (free.into_iter().filter(is_own).collect(), WhoseTimes::Own);
        }
        let mut chosen: Vec<&time_slot::Model> = Vec::new();
        for slot in free {
            match chosen.last_mut() {
                Some(last) if last.starts_at == slot.starts_at => {
                    if is_own(&slot) {
                        *last = slot;
                    }
                }
                _ => chosen.push(slot),
            }
        }
        (chosen, WhoseTimes::Colleagues)
    }

    /// The free times of every caseworker of the team, for a caseworker who books.
    pub fn all_times(&self, channel: ContactChannel) -> Vec<OfferedTime> {
        self.slots()
            .into_iter()
            .filter(|slot| self.hides(slot, channel, true).is_none())
            .filter_map(|slot| self.offer(slot, channel))
            .collect()
    }

    /// Why a time cannot be had in a channel that is `open` for the case on its day, whoever else
    /// has times: the first that holds, in the order of [`WhyHidden`].
    pub(super) fn hides(
        &self,
        slot: &time_slot::Model,
        channel: ContactChannel,
        open: bool,
    ) -> Option<WhyHidden> {
        if !slot.published {
            return Some(WhyHidden::NotPublished);
        }
        if slot.starts_at <= self.supply.window.now || slot.starts_at < self.supply.window.earliest
        {
            return Some(WhyHidden::TooSoon);
        }
        if local_date(slot.starts_at) > self.supply.window.horizon {
            return Some(WhyHidden::BeyondHorizon);
        }
        let Some(stretch) = stretch_of(self.config, slot, channel) else {
            return Some(WhyHidden::OtherForm);
        };
        if !open {
            return Some(WhyHidden::FormLocked);
        }
        let in_the_way = |busy: &&Busy| match busy.by {
            By::Booking(id) => self.moving.is_none_or(|moving| moving.id != id),
            By::Kept(case) => case != self.file.case.id,
            By::Other => true,
        };
        let overlapping: Vec<&Busy> = self.supply.overlapping(stretch).filter(in_the_way).collect();
        let moving = self.moving.filter(|booking| booking.slot_id == slot.id);
        let mut of_caseworker =
            overlapping.iter().filter(|busy| busy.caseworker == slot.caseworker_id);
        if (moving.is_none() && slot.taken >= slot.seats)
            || of_caseworker.clone().any(|busy| !matches!(busy.by, By::Kept(_)))
        {
            return Some(WhyHidden::Booked);
        }
        if of_caseworker.next().is_some() {
            return Some(WhyHidden::Kept);
        }
        let mut elsewhere = self.supply.elsewhere(self.file.case.id).iter();
        if elsewhere.any(|elsewhere| elsewhere.overlaps(&stretch)) {
            return Some(WhyHidden::CitizenBusy);
        }
        let has_room = |place: &str| self.has_room(place, &overlapping);
        if channel == ContactChannel::InPerson && !slot.place_id.as_deref().is_some_and(has_room) {
            return Some(WhyHidden::NoRoom);
        }
        let same_as_now = moving.is_some_and(|booking| booking.channel == channel.as_str());
        same_as_now.then_some(WhyHidden::OwnConversation)
    }

    /// The team, by id.
    pub(super) fn colleagues(&self) -> &HashMap<Uuid, caseworker::Model> {
        &self.supply.colleagues
    }

    /// Is it the case's own caseworker's?
    pub(super) fn is_own(&self, slot: &time_slot::Model) -> bool {
        slot.caseworker_id == self.own
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
            caseworker: self.supply.colleagues.get(&slot.caseworker_id)?.name.clone(),
            own_caseworker: slot.caseworker_id == self.own,
            place: place.map(super::view::place),
            changeable: self.is_changeable(starts_at),
        })
    }

    /// Is there still time to move or cancel a conversation that starts then?
    fn is_changeable(&self, starts_at: DateTime<FixedOffset>) -> bool {
        let rules = self.file.rules_on(self.config, starts_at.date_naive());
        rules.is_ok_and(|rules| self.supply.window.now <= change_cutoff(rules, starts_at.to_utc()))
    }
}

/// On which days a channel is open for a case, asked once a day.
#[derive(Debug, Default)]
pub(super) struct DaysOpen(HashMap<NaiveDate, bool>);

impl DaysOpen {
    pub(super) fn allow(
        &mut self,
        of: &Availability<'_>,
        slot: &time_slot::Model,
        channel: ContactChannel,
    ) -> bool {
        let day = local_date(slot.starts_at);
        *self.0.entry(day).or_insert_with(|| of.file.allows_on(of.config, day, channel))
    }
}

/// Slots as they are seen: with a calendar that is not published as if it were, and in an order
/// that no publication changes.
///
/// # Errors
/// When the database fails.
pub async fn as_seen(
    db: &impl ConnectionTrait,
    state: &AppState,
    now: DateTime<Utc>,
    slots: &mut Vec<time_slot::Model>,
) -> Result<(), ApiError> {
    if let Some(calendar) = &state.unpublished {
        calendar.publish(db, &state.config.municipality, now, slots).await?;
    }
    slots.sort_by_key(|slot| (slot.starts_at, slot.caseworker_id, slot.id));
    Ok(())
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
