//! Waiting as the API shows it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use contract::booking::{OfferedTime, SelfBooking};
use contract::ids::{CaseId, WaitingOfferId};
use contract::waiting_list::{
    OfferRecord, OfferState, TimeOffer, Waiting, WaitingEnd, WaitingEnded, WaitingLine,
    WaitingList, WaitingRecord, WaitingWish,
};
use rules::{ContactChannel, ContactDuty};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::offering::{first_day, is_too_late, over};
use super::store;
use crate::booking::availability::{Availability, Window};
use crate::booking::view;
use crate::cases::{CaseFile, Standing};
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{caseworker, waiting_entry, waiting_offer};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Where nothing says by when a conversation is needed, a wish begins with this.
const SOON: TimeDelta = TimeDelta::weeks(4);
/// Monday to Friday.
const WORKDAYS: [u8; 5] = [1, 2, 3, 4, 5];

/// The page of a citizen's waiting.
pub(super) async fn waiting_list(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
) -> Result<WaitingList, ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    let standing = file.standing(config, now)?;
    let entries = store::entries(db, file.case.id).await?;
    let last = entries.first();
    let waiting = match last.filter(|entry| waits(config, file, entry, now)) {
        Some(entry) => Some(Waiting {
            wish: store::wish_of(entry),
            since: to_local(entry.created_at),
            offer: kept_offer(db, config, file, now).await?,
        }),
        None => None,
    };
    let booked = file.open_booking(now).map(|booking| to_local(booking.starts_at));
    Ok(WaitingList {
        first: first_day(config, now),
        self_booking: file.self_booking(local_date(now)),
        booked,
        latest: latest(config, file, now),
        minutes: config.waiting_list.offer_minutes,
        suggested: suggested(config, file, &standing, now),
        ended: last.filter(|_| waiting.is_none()).and_then(|entry| ended(config, file, entry, now)),
        waiting,
        free_now: free_now(db, state, file, &standing).await?,
        channels: standing.channels,
    })
}

/// The last day that can be asked for a time before: none where what is booked can be moved no more.
pub(super) fn latest(
    config: &MunicipalityConfig,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> NaiveDate {
    if is_too_late(config, file, now) {
        return first_day(config, now);
    }
    let horizon = config.booking.horizon(local_date(now));
    file.open_booking(now).map_or(horizon, |booking| local_date(booking.starts_at))
}

/// A day to begin with: that of the booked conversation, else the first that is too late.
fn suggested(
    config: &MunicipalityConfig,
    file: &CaseFile,
    standing: &Standing<'_>,
    now: DateTime<Utc>,
) -> WaitingWish {
    let (latest, first) = (latest(config, file, now), first_day(config, now));
    let too_late = match &standing.duty {
        ContactDuty::Due(deadline) => deadline.hold_by.succ_opt().filter(|day| *day > first),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    };
    let before = match file.open_booking(now) {
        Some(_) => latest,
        None => too_late.unwrap_or_else(|| local_date(now) + SOON).min(latest),
    };
    let open = standing.channels.iter().filter(|choice| choice.allowed);
    WaitingWish {
        before,
        channels: open.map(|choice| choice.channel).collect(),
        weekdays: WORKDAYS.to_vec(),
    }
}

/// The first time that can be booked at once, and is before the one that is.
async fn free_now(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    standing: &Standing<'_>,
) -> Result<Option<OfferedTime>, ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    if file.self_booking(local_date(now)) != SelfBooking::Open {
        return Ok(None);
    }
    let booked = file.open_booking(now);
    let window = Window::for_citizen(config, now);
    let free = Availability::load(db, state, file, booked, window).await?;
    let earlier =
        |time: &OfferedTime| booked.is_none_or(|booked| time.starts_at < booked.starts_at);
    let first = |channel: ContactChannel| {
        free.times(channel, standing.needed_by()).0.into_iter().next().filter(earlier)
    };
    Ok(ContactChannel::ALL.into_iter().filter_map(first).min_by_key(|time| time.starts_at))
}

/// Waiting, while a case does.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn line_of(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Option<WaitingLine>, ApiError> {
    let entry = store::open_entry(db, file.case.id).await?;
    let Some(entry) = entry.filter(|entry| waits(config, file, entry, now)) else {
        return Ok(None);
    };
    let offer = kept_offer(db, config, file, now).await?;
    Ok(Some(WaitingLine { before: entry.before_date, offer }))
}

/// All a case has waited for and was offered, the newest first.
///
/// # Errors
/// As [`line_of`].
pub async fn records(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Vec<WaitingRecord>, ApiError> {
    let entries = store::entries(db, file.case.id).await?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let offers = store::offers(db, &entries).await?;
    let names = names(db, &offers).await?;
    let mut records = Vec::with_capacity(entries.len());
    for entry in entries {
        let of_entry = offers.iter().filter(|offer| offer.entry_id == entry.id);
        let shown = of_entry.map(|row| {
            let name = names.get(&row.caseworker_id).cloned().unwrap_or_default();
            Ok(OfferRecord {
                offer: offer(config, row, name)?,
                offered_at: to_local(row.offered_at),
                state: state_of(row, now)?,
            })
        });
        records.push(WaitingRecord {
            wish: store::wish_of(&entry),
            since: to_local(entry.created_at),
            ended: ended(config, file, &entry, now),
            offers: shown.collect::<Result<_, ApiError>>()?,
        });
    }
    Ok(records)
}

async fn names(
    db: &impl ConnectionTrait,
    offers: &[waiting_offer::Model],
) -> Result<HashMap<Uuid, String>, ApiError> {
    use sea_orm::{ColumnTrait, QueryFilter};
    let whose = offers.iter().map(|offer| offer.caseworker_id);
    let rows =
        caseworker::Entity::find().filter(caseworker::Column::Id.is_in(whose)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Does it wait, and not in vain? What ends waiting is written a little later.
fn waits(
    config: &MunicipalityConfig,
    file: &CaseFile,
    entry: &waiting_entry::Model,
    now: DateTime<Utc>,
) -> bool {
    entry.state == store::OPEN && over(config, file, entry.before_date, now).is_none()
}

fn ended(
    config: &MunicipalityConfig,
    file: &CaseFile,
    entry: &waiting_entry::Model,
    now: DateTime<Utc>,
) -> Option<WaitingEnded> {
    let before = entry.before_date;
    let ended = |why, at| WaitingEnded { why, before, at: to_local(at) };
    match (entry.why.as_deref().and_then(WaitingEnd::parse), entry.ended_at) {
        (Some(why), Some(at)) => Some(ended(why, at)),
        _ => over(config, file, before, now).map(|why| ended(why, now)),
    }
}

async fn kept_offer(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Option<TimeOffer>, ApiError> {
    let row = store::open_offer(db, file.case.id).await?.filter(|row| now < row.expires_at);
    let Some(row) = row else { return Ok(None) };
    let whose = caseworker::Entity::find_by_id(row.caseworker_id).one(db).await?;
    // A case that has come to another team meanwhile cannot take what was the first one's.
    match whose.filter(|whose| whose.team == file.caseworker.team) {
        Some(whose) => Ok(Some(offer(config, &row, whose.name)?)),
        None => Ok(None),
    }
}

fn offer(
    config: &MunicipalityConfig,
    row: &waiting_offer::Model,
    caseworker: String,
) -> Result<TimeOffer, ApiError> {
    let channel = ContactChannel::parse(&row.channel);
    Ok(TimeOffer {
        id: WaitingOfferId(row.id),
        channel: channel.ok_or_else(|| ApiError::internal("an offer in an unknown channel"))?,
        starts_at: to_local(row.starts_at),
        ends_at: to_local(row.ends_at),
        caseworker,
        place: row.place_id.as_deref().and_then(|id| config.place(id)).map(view::place),
        until: to_local(row.expires_at),
    })
}

fn state_of(row: &waiting_offer::Model, now: DateTime<Utc>) -> Result<OfferState, ApiError> {
    match OfferState::parse(&row.state) {
        Some(OfferState::Open) if row.expires_at <= now => Ok(OfferState::Lapsed),
        Some(state) => Ok(state),
        None => Err(ApiError::internal("an offer in an unknown state")),
    }
}

/// Is that offer this case's, whatever became of it?
pub(super) async fn is_own(
    db: &impl ConnectionTrait,
    case: CaseId,
    id: WaitingOfferId,
) -> Result<bool, ApiError> {
    let row = waiting_offer::Entity::find_by_id(id.0).one(db).await?;
    Ok(row.is_some_and(|row| row.case_id == case.0))
}
