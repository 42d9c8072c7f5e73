//! Which published times are free for a case: what is left of the slots once the caseworker and
//! room of every booking, round table and group session, what is kept for others who wait, and
//! wherever else the citizen is, are taken out. Reads only; the guard has the last word.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use contract::booking::{OfferedTime, WhoseTimes};
use contract::ids::TimeSlotId;
use contract::preview::WhyHidden;
use rules::ContactChannel;
use rules::contact::change_cutoff;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use uuid::Uuid;

use super::guard::Stretch;
use crate::cases::{CaseFile, NeededBy};
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, caseworker, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::{groups, round_table, waiting_list};

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
    window: Window,
    /// The booking that would be moved: its own time does not stand in its way.
    moving: Option<&'a booking::Model>,
    colleagues: HashMap<Uuid, caseworker::Model>,
    slots: Vec<time_slot::Model>,
    busy: Vec<Busy>,
    /// The citizen's own round-table conversation, and group sessions.
    elsewhere: Vec<Stretch>,
}

#[derive(Debug)]
struct Busy {
    stretch: Stretch,
    caseworker: Uuid,
    room: Option<(String, String)>,
    /// Kept for another citizen, who may take it.
    kept: bool,
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
        let colleagues: HashMap<Uuid, caseworker::Model> = caseworker::Entity::find()
            .filter(caseworker::Column::Team.eq(&file.caseworker.team))
            .all(db)
            .await?
            .into_iter()
            .map(|caseworker| (caseworker.id, caseworker))
            .collect();
        let mut slots = time_slot::Entity::find()
            .filter(time_slot::Column::CaseworkerId.is_in(colleagues.keys().copied()))
            .filter(time_slot::Column::Published.eq(true))
            .filter(time_slot::Column::StartsAt.gte(window.earliest))
            .filter(has_seat(moving))
            .all(db)
            .await?;
        as_seen(db, state, window.now, &mut slots).await?;
        let mut busy: Vec<Busy> = booking::Entity::find()
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
                kept: false,
            })
            .collect();
        let mut elsewhere = Vec::new();
        for table in round_table::coming(db, window.earliest).await? {
            let stretch = Stretch { starts_at: table.starts_at, ends_at: table.ends_at };
            let caseworker = table.caseworker_id;
            busy.push(Busy { stretch, caseworker, room: None, kept: false });
            if table.case_id == file.case.id {
                elsewhere.push(stretch);
            }
        }
        for (session, has_seat) in groups::coming(db, file.case.id, window.earliest).await? {
            let stretch = Stretch { starts_at: session.starts_at, ends_at: session.ends_at };
            let room = session.place_id.zip(session.room_id);
            busy.push(Busy { stretch, caseworker: session.caseworker_id, room, kept: false });
            if has_seat {
                elsewhere.push(stretch);
            }
        }
        let kept = waiting_list::kept(db, window.now, window.earliest).await?.into_iter();
        busy.extend(kept.filter(|kept| kept.case != file.case.id).map(|kept| Busy {
            stretch: kept.stretch,
            caseworker: kept.caseworker,
            room: kept.room,
            kept: true,
        }));
        Ok(Self {
            config: &state.config.municipality,
            file,
            own: file.caseworker.id,
            window,
            moving,
            colleagues,
            slots,
            busy,
            elsewhere,
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
        let (chosen, whose) = self.chosen(channel, needed_by);
        (chosen.into_iter().filter_map(|slot| self.offer(slot, channel)).collect(), whose)
    }

    /// The slots of those times.
    pub fn chosen(
        &self,
        channel: ContactChannel,
        needed_by: NeededBy,
    ) -> (Vec<&time_slot::Model>, WhoseTimes) {
        let mut days = DaysOpen::default();
        let is_free = |slot: &&time_slot::Model| {
            let open = days.allow(self, slot, channel);
            self.hides(slot, channel, open).is_none()
        };
        let free: Vec<&time_slot::Model> = self.slots.iter().filter(is_free).collect();
        let is_own = |slot: &&time_slot::Model| slot.caseworker_id == self.own;
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
        self.slots
            .iter()
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
        if slot.starts_at <= self.window.now || slot.starts_at < self.window.earliest {
            return Some(WhyHidden::TooSoon);
        }
        if local_date(slot.starts_at) > self.window.horizon {
            return Some(WhyHidden::BeyondHorizon);
        }
        let Some(stretch) = stretch_of(self.config, slot, channel) else {
            return Some(WhyHidden::OtherForm);
        };
        if !open {
            return Some(WhyHidden::FormLocked);
        }
        let overlapping: Vec<&Busy> =
            self.busy.iter().filter(|busy| busy.stretch.overlaps(&stretch)).collect();
        let moving = self.moving.filter(|booking| booking.slot_id == slot.id);
        let mut of_caseworker =
            overlapping.iter().filter(|busy| busy.caseworker == slot.caseworker_id);
        if (moving.is_none() && slot.taken >= slot.seats)
            || of_caseworker.clone().any(|busy| !busy.kept)
        {
            return Some(WhyHidden::Booked);
        }
        if of_caseworker.next().is_some() {
            return Some(WhyHidden::Kept);
        }
        if self.elsewhere.iter().any(|elsewhere| elsewhere.overlaps(&stretch)) {
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
        &self.colleagues
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
            caseworker: self.colleagues.get(&slot.caseworker_id)?.name.clone(),
            own_caseworker: slot.caseworker_id == self.own,
            place: place.map(super::view::place),
            changeable: self.is_changeable(starts_at),
        })
    }

    /// Is there still time to move or cancel a conversation that starts then?
    fn is_changeable(&self, starts_at: DateTime<FixedOffset>) -> bool {
        let rules = self.file.rules_on(self.config, starts_at.date_naive());
        rules.is_ok_and(|rules| self.window.now <= change_cutoff(rules, starts_at.to_utc()))
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

fn has_seat(moving: Option<&booking::Model>) -> Condition {
    Condition::any()
        .add(time_slot::Column::Taken.into_expr().lt(time_slot::Column::Seats.into_expr()))
        .add_option(moving.map(|booking| time_slot::Column::Id.eq(booking.slot_id)))
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
