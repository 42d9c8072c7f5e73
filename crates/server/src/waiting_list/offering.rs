//! Whom a time that has come free is offered to: the first in line who asked for such a time and
//! would be shown it as one of theirs.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::{ChangeRight, SelfBooking};
use contract::ids::CaseId;
use contract::retention_plan::MessageKind;
use contract::waiting_list::{OfferState, WaitingEnd, WaitingWish};
use rules::{ContactChannel, CourseParty};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use super::store;
use crate::booking::availability::{Availability, Window, stretch_of};
use crate::booking::guard::{self, Holder};
use crate::booking::{claim, make, view};
use crate::cases::CaseFile;
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
}

impl Freed {
    /// A time that somebody had for themselves and has let go: it is still the same gap.
    pub fn again(offer: &waiting_offer::Model) -> Self {
        Self { slot: offer.slot_id, at: offer.freed_at, by: offer.freed_by }
    }
}

/// Offers it to the next in line whom it fits, and says which turn that is. The caller has the
/// turn; a time that somebody has taken meanwhile is offered to nobody.
pub(super) async fn offer(
    tx: &DatabaseTransaction,
    state: &AppState,
    freed: Freed,
) -> Result<Option<Uuid>, ApiError> {
    guard::lock_slots(tx, [freed.slot]).await?;
    let slot = time_slot::Entity::find_by_id(freed.slot).one(tx).await?;
    let Some(slot) = slot.filter(|slot| slot.published && slot.taken < slot.seats) else {
        return Ok(None);
    };
    let (config, now) = (&state.config.municipality, state.clock.now());
    let latest = slot.starts_at - config.booking.minimum_notice();
    let Some(until) = config.waiting_list.terms().kept_until(now, latest, &Copenhagen) else {
        return Ok(None);
    };
    let whose = caseworker::Entity::find_by_id(slot.caseworker_id).one(tx).await?;
    let Some(whose) = whose else { return Ok(None) };
    let passed_over = store::passed_over(tx, freed.slot, freed.at).await?;
    for entry in store::line(tx).await? {
        let skip = passed_over.contains(&entry.case_id) || freed.by == Some(entry.case_id);
        if skip || !wants(&store::wish_of(&entry), &slot) {
            continue;
        }
        let team = whose.team.as_str();
        let made = Offering { tx, state, slot: &slot, team, freed, until };
        if made.to(&entry).await? {
            return Ok(Some(entry.id));
        }
    }
    Ok(None)
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
    let booked = file.open_booking(now).map(|booking| local_date(booking.starts_at));
    if booked.is_some_and(|day| day < before) {
        return Some(WaitingEnd::EarlyEnough);
    }
    (first_day(config, now) >= before).then_some(WaitingEnd::DatePassed)
}

/// The first day that a citizen can book now.
pub(super) fn first_day(config: &MunicipalityConfig, now: DateTime<Utc>) -> NaiveDate {
    local_date(now + config.booking.minimum_notice())
}

struct Offering<'a> {
    tx: &'a DatabaseTransaction,
    state: &'a AppState,
    slot: &'a time_slot::Model,
    team: &'a str,
    freed: Freed,
    until: DateTime<Utc>,
}

impl Offering<'_> {
    /// Keeps the time for somebody, if they would be shown it: by the rules that govern what
    /// citizens book, and before what they have booked.
    async fn to(&self, entry: &waiting_entry::Model) -> Result<bool, ApiError> {
        let (config, now) = (&self.state.config.municipality, self.state.clock.now());
        let file = CaseFile::load(self.tx, CaseId(entry.case_id)).await?;
        let vain = over(config, &file, entry.before_date, now).is_some();
        if vain || file.caseworker.team != self.team {
            return Ok(false);
        }
        let Ok(standing) = file.standing(config, now) else { return Ok(false) };
        let booked = file.open_booking(now);
        if let Some(booked) = booked {
            let change = view::change_right(config, &file, &standing, booked, now);
            let earlier = self.slot.starts_at < booked.starts_at;
            if !earlier || !matches!(change, ChangeRight::Until { .. }) {
                return Ok(false);
            }
        }
        let window = Window::for_citizen(config, now);
        let free = Availability::load(self.tx, self.state, &file, booked, window).await?;
        for channel in preferred(&store::wish_of(entry), booked) {
            let shows = |slot: &&time_slot::Model| slot.id == self.slot.id;
            let shown = free.chosen(channel, standing.needed_by()).0.into_iter().any(|s| shows(&s));
            if shown && self.keep(entry, channel).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn keep(
        &self,
        entry: &waiting_entry::Model,
        channel: ContactChannel,
    ) -> Result<bool, ApiError> {
        let (config, now) = (&self.state.config.municipality, self.state.clock.now());
        let Some(stretch) = stretch_of(config, self.slot, channel) else { return Ok(false) };
        let id = self.state.clock.new_id();
        let holder = Holder::offer(id, now, self.until);
        let room =
            match claim::claim_time(self.tx, config, self.slot, channel, stretch, holder).await {
                Ok(room) => room,
                Err(error) if make::another_may_do(&error) => {
                    guard::release_all(self.tx, id).await?;
                    return Ok(false);
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
            place_id: Set(room.as_ref().map(|room| room.place.clone())),
            room_id: Set(room.map(|room| room.room)),
            offered_at: Set(now),
            expires_at: Set(self.until),
            freed_at: Set(self.freed.at),
            freed_by: Set(self.freed.by),
            state: Set(OfferState::Open.as_str().to_owned()),
            ended_at: Set(None),
        };
        waiting_offer::Entity::insert(row).exec_without_returning(self.tx).await?;
        let (case, clock) = (CaseId(entry.case_id), &self.state.clock);
        let kind = MessageKind::TimeOffered { until: to_local(self.until) };
        let once = format!("time-offered:{id}");
        outbox::tell(self.tx, clock, case, CourseParty::Citizen, kind, once).await?;
        Ok(true)
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
