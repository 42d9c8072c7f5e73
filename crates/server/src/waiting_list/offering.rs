//! Whom a time that has come free is offered to: the first in line who asked for such a time and
//! would be shown it as one of theirs.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::{ChangeRight, SelfBooking};
use contract::ids::CaseId;
use contract::retention_plan::MessageKind;
use contract::waiting_list::{OfferState, WaitingEnd, WaitingWish};
use rules::{ContactChannel, CourseParty};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use super::store::{self, Kept};
use crate::booking::availability::{Availability, Window, stretch_of};
use crate::booking::guard::{self, Holder};
use crate::booking::supply::Supply;
use crate::booking::{claim, make, view};
use crate::cases::{CaseFile, CaseSet};
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, caseworker, time_slot, waiting_entry, waiting_offer};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;

/// A time that has come free.
#[derive(Clone, Copy, Debug)]
pub(super) struct Freed {
    /// Which.
    pub slot: Uuid,
    /// When: it goes from one to the next until somebody takes it.
    pub at: DateTime<Utc>,
    /// The case that gave it up.
    pub by: Option<Uuid>,
    /// It was published, and nobody had it before.
    pub is_new: bool,
}

impl Freed {
    /// A time that somebody had for themselves and has let go: it is still the same gap.
    pub fn again(offer: &waiting_offer::Model) -> Self {
        let waiting_offer::Model { slot_id, freed_at, freed_by, is_new, .. } = *offer;
        Self { slot: slot_id, at: freed_at, by: freed_by, is_new }
    }

    /// A new time.
    pub fn new_time(slot: Uuid, since: DateTime<Utc>) -> Self {
        Self { slot, at: since, by: None, is_new: true }
    }
}

/// Offers it to the next in line whom it fits. The caller has the turn; a time that somebody has
/// taken meanwhile is offered to nobody.
pub(super) async fn offer(
    tx: &DatabaseTransaction,
    state: &AppState,
    freed: Freed,
) -> Result<(), ApiError> {
    guard::lock_slots(tx, [freed.slot]).await?;
    let slot = time_slot::Entity::find_by_id(freed.slot).one(tx).await?;
    let slot = slot.filter(|slot| slot.published && slot.taken < slot.seats);
    if let Some(slot) = slot {
        let whose = slot.caseworker_id;
        let mut hopeful = Hopeful::of(tx, state, whose, std::slice::from_ref(&slot)).await?;
        hopeful.offer(&slot, freed).await?;
    }
    Ok(())
}

/// Is it such a time as somebody asked for?
pub(super) fn wants(wish: &WaitingWish, slot: &time_slot::Model) -> bool {
    let day = local_date(slot.starts_at);
    let weekday = day.weekday().number_from_monday();
    day < wish.before
        && wish.weekdays.iter().any(|wanted| u32::from(*wanted) == weekday)
        && wish.channels.iter().any(|wanted| slot.channels.split(',').any(|c| c == wanted.as_str()))
}

/// Why somebody cannot get any more what they wait for.
pub(super) fn over(
    config: &MunicipalityConfig,
    file: &CaseFile,
    before: NaiveDate,
    now: DateTime<Utc>,
) -> Option<WaitingEnd> {
    match file.self_booking(local_date(now)) {
        SelfBooking::CaseClosed => return Some(WaitingEnd::CaseClosed),
        SelfBooking::Withdrawn { .. } => return Some(WaitingEnd::SelfBookingWithdrawn),
        SelfBooking::Open => {}
    }
    if let Some(booked) = file.open_booking(now) {
        if local_date(booked.starts_at) < before {
            return Some(WaitingEnd::EarlyEnough);
        }
        if is_too_late(config, file, now) {
            return Some(WaitingEnd::TooLate);
        }
    }
    (first_day(config, now) >= before).then_some(WaitingEnd::DatePassed)
}

/// Has somebody a conversation that they can move no more?
pub(super) fn is_too_late(
    config: &MunicipalityConfig,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> bool {
    file.open_booking(now).zip(file.standing(config, now).ok()).is_some_and(|(booked, standing)| {
        let right = view::change_right(config, file, &standing, booked, now);
        matches!(right, ChangeRight::TooLate { .. })
    })
}

/// The first day that a citizen can book now.
pub(super) fn first_day(config: &MunicipalityConfig, now: DateTime<Utc>) -> NaiveDate {
    local_date(now + config.booking.minimum_notice())
}

/// Those in line who want some of a caseworker's times, the first in line first, and what their
/// team has: read once, for everybody in line is looked at while nobody else can write.
pub(super) struct Hopeful<'a> {
    tx: &'a DatabaseTransaction,
    state: &'a AppState,
    line: Vec<(waiting_entry::Model, CaseFile)>,
    supply: Option<Supply>,
}

impl<'a> Hopeful<'a> {
    /// Reads them.
    pub async fn of(
        tx: &'a DatabaseTransaction,
        state: &'a AppState,
        whose: Uuid,
        slots: &[time_slot::Model],
    ) -> Result<Self, ApiError> {
        let mut hopeful = Self { tx, state, line: Vec::new(), supply: None };
        let mut entries = store::line(tx).await?;
        entries.retain(|entry| slots.iter().any(|slot| wants(&store::wish_of(entry), slot)));
        if entries.is_empty() {
            return Ok(hopeful);
        }
        let whose = caseworker::Entity::find_by_id(whose).one(tx).await?;
        let Some(team) = whose.map(|whose| whose.team) else { return Ok(hopeful) };
        let cases = CaseSet::these(entries.iter().map(|entry| entry.case_id).collect());
        let files = CaseFile::load_all(tx, &cases).await?;
        let mut files: HashMap<Uuid, CaseFile> = files
            .into_iter()
            .filter(|file| file.caseworker.team == team)
            .map(|file| (file.case.id, file))
            .collect();
        let with_file = |entry: waiting_entry::Model| {
            let file = files.remove(&entry.case_id)?;
            Some((entry, file))
        };
        hopeful.line = entries.into_iter().filter_map(with_file).collect();
        if !hopeful.line.is_empty() {
            let window = Window::for_citizen(&state.config.municipality, state.clock.now());
            hopeful.supply = Some(Supply::load(tx, state, &team, window, None).await?);
        }
        Ok(hopeful)
    }

    /// Does anybody want such a time?
    pub fn want(&self, slot: &time_slot::Model) -> bool {
        self.line.iter().any(|(entry, _)| wants(&store::wish_of(entry), slot))
    }

    /// Keeps a time for the first whom it fits, if there is one.
    pub async fn offer(&mut self, slot: &time_slot::Model, freed: Freed) -> Result<(), ApiError> {
        let Some(supply) = &mut self.supply else { return Ok(()) };
        let passed_over = store::passed_over(self.tx, freed.slot, freed.at).await?;
        for (place, (entry, file)) in self.line.iter().enumerate() {
            let skip = passed_over.contains(&entry.case_id) || freed.by == Some(entry.case_id);
            if skip || !wants(&store::wish_of(entry), slot) {
                continue;
            }
            let offering = Offering { tx: self.tx, state: self.state, slot, freed };
            if let Some(kept) = offering.to(entry, file, supply).await? {
                supply.keep(kept);
                // One time each.
                self.line.remove(place);
                return Ok(());
            }
        }
        Ok(())
    }
}

struct Offering<'a> {
    tx: &'a DatabaseTransaction,
    state: &'a AppState,
    slot: &'a time_slot::Model,
    freed: Freed,
}

impl Offering<'_> {
    /// Keeps the time for somebody, if they would be shown it: by the rules that govern what
    /// citizens book, before what they have booked, and for as long as they can move that.
    async fn to(
        &self,
        entry: &waiting_entry::Model,
        file: &CaseFile,
        supply: &Supply,
    ) -> Result<Option<Kept>, ApiError> {
        let (config, now) = (&self.state.config.municipality, self.state.clock.now());
        if over(config, file, entry.before_date, now).is_some() {
            return Ok(None);
        }
        let Ok(standing) = file.standing(config, now) else { return Ok(None) };
        let mut latest = self.slot.starts_at - config.booking.minimum_notice();
        let booked = file.open_booking(now);
        if let Some(booked) = booked {
            match view::change_right(config, file, &standing, booked, now) {
                ChangeRight::Until { until } if self.slot.starts_at < booked.starts_at => {
                    latest = latest.min(until.to_utc());
                }
                _ => return Ok(None),
            }
        }
        let terms = config.waiting_list.terms();
        let Some(until) = terms.kept_until(now, latest, &Copenhagen) else { return Ok(None) };
        let free = Availability::of(supply, self.tx, self.state, file, booked).await?;
        for channel in preferred(&store::wish_of(entry), booked) {
            if free.shows(self.slot, channel, standing.needed_by())
                && let Some(kept) = self.keep(entry, channel, until).await?
            {
                return Ok(Some(kept));
            }
        }
        Ok(None)
    }

    async fn keep(
        &self,
        entry: &waiting_entry::Model,
        channel: ContactChannel,
        until: DateTime<Utc>,
    ) -> Result<Option<Kept>, ApiError> {
        let (config, now) = (&self.state.config.municipality, self.state.clock.now());
        let Some(stretch) = stretch_of(config, self.slot, channel) else { return Ok(None) };
        let id = self.state.clock.new_id();
        let holder = Holder::offer(id, now, until);
        let room =
            match claim::claim_time(self.tx, config, self.slot, channel, stretch, holder).await {
                Ok(room) => room.map(|room| (room.place, room.room)),
                Err(error) if make::another_may_do(&error) => {
                    guard::release_all(self.tx, id).await?;
                    return Ok(None);
                }
                Err(error) => return Err(error),
            };
        let row = waiting_offer::ActiveModel {
            id: Set(id),
            entry_id: Set(entry.id),
            case_id: Set(entry.case_id),
            slot_id: Set(self.slot.id),
            caseworker_id: Set(self.slot.caseworker_id),
            channel: Set(channel.as_str().to_owned()),
            starts_at: Set(stretch.starts_at),
            ends_at: Set(stretch.ends_at),
            place_id: Set(room.as_ref().map(|(place, _)| place.clone())),
            room_id: Set(room.as_ref().map(|(_, room)| room.clone())),
            offered_at: Set(now),
            expires_at: Set(until),
            freed_at: Set(self.freed.at),
            freed_by: Set(self.freed.by),
            is_new: Set(self.freed.is_new),
            state: Set(OfferState::Open.as_str().to_owned()),
            ended_at: Set(None),
        };
        waiting_offer::Entity::insert(row).exec_without_returning(self.tx).await?;
        let (case, clock) = (CaseId(entry.case_id), &self.state.clock);
        let kind = MessageKind::TimeOffered { until: to_local(until) };
        let once = format!("time-offered:{id}");
        outbox::tell(self.tx, clock, case, CourseParty::Citizen, kind, once).await?;
        let (slot, caseworker) = (self.slot.id, self.slot.caseworker_id);
        Ok(Some(Kept { slot, case: entry.case_id, caseworker, stretch, room }))
    }
}

/// The forms somebody wants, that of their booked conversation first.
fn preferred(
    wish: &WaitingWish,
    booked: Option<&booking::Model>,
) -> impl Iterator<Item = ContactChannel> {
    let now = booked.and_then(|booking| ContactChannel::parse(&booking.channel));
    let mut channels = wish.channels.clone();
    channels.sort_by_key(|channel| Some(*channel) != now);
    channels.into_iter()
}
