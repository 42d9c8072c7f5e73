//! Booking a time: one transaction that decides by the rules, takes the seat, the caseworker
//! and the room, and writes what happened.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use contract::booking::{BookTime, Booking, BookingState, SelfBooking};
use contract::ids::{CaseId, TimeSlotId};
use rules::ContactChannel;
use rules::slots::{NotBookable, bookable};
use sea_orm::sea_query::{OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, Set, TryInsertResult,
};
use uuid::Uuid;

use super::availability::stretch_of;
use super::claim::{Whom, claim};
use super::guard::{Holder, Stretch};
use super::idempotency::{Answer, Call};
use super::{Actor, draft, nearest, state_name, view};
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, booking_event, caseworker, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::waiting_list::Line;

/// A time somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Which time.
    pub slot: TimeSlotId,
    /// How.
    pub channel: ContactChannel,
    /// A colleague's time at the same moment will do.
    pub any_caseworker: bool,
}

/// Books a time for a case.
///
/// # Errors
/// A refusal with the nearest free times when it is taken; nothing is changed then.
pub async fn book(
    state: &AppState,
    call: &Call,
    case: CaseId,
    body: &BookTime,
) -> Result<Answer<Booking>, ApiError> {
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let wish =
        Wish { slot: body.slot_id, channel: body.channel, any_caseworker: body.any_caseworker };
    let mut refusal = ApiError::SlotTaken { nearest: Vec::new() };
    for slot in candidates(state.db.read(), wish).await? {
        if !is_open(state.db.read(), slot).await? {
            continue;
        }
        match try_book(state, call, case, slot, body).await {
            Err(error) if another_may_do(&error) => refusal = error,
            done => return done,
        }
    }
    // Taken, perhaps, by this very call, sent twice and answered in between.
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    Err(nearest::with_nearest(state, call.actor, case, None, wish, refusal).await?)
}

async fn try_book(
    state: &AppState,
    call: &Call,
    case: CaseId,
    slot: Uuid,
    body: &BookTime,
) -> Result<Answer<Booking>, ApiError> {
    let tx = state.db.begin_write().await?;
    let answer = book_in(&tx, state, call, case, slot, body).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Books inside a transaction that the caller commits.
///
/// # Errors
/// A refusal; the caller then takes the transaction back.
pub async fn book_in(
    tx: &DatabaseTransaction,
    state: &AppState,
    call: &Call,
    case: CaseId,
    slot: Uuid,
    body: &BookTime,
) -> Result<Answer<Booking>, ApiError> {
    if let Some(first) = call.begin(tx, &state.clock).await? {
        return Ok(first);
    }
    let line = Line::taking(tx, case).await?;
    let made = book_for(tx, state, (call.actor, &line), case, slot, body).await?;
    if let Actor::Citizen(_) = call.actor {
        draft::sent(tx, case, body).await?;
    }
    call.answer(tx, StatusCode::CREATED, made).await
}

/// The booking itself.
///
/// # Errors
/// As [`book_in`].
pub async fn book_for(
    tx: &DatabaseTransaction,
    state: &AppState,
    (actor, line): (Actor, &Line),
    case: CaseId,
    slot: Uuid,
    body: &BookTime,
) -> Result<Booking, ApiError> {
    // The seat first: most who come too late need not be looked at any further.
    let (slot, stretch) = wanted(tx, &state.config.municipality, slot, body.channel).await?;
    if !line.take_seat(tx, slot.id).await? {
        return Err(ApiError::SlotTaken { nearest: Vec::new() });
    }
    let now = state.clock.now();
    let file = CaseFile::load(tx, case).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    permit(tx, actor, state, &file, &slot, body.channel).await?;
    if file.open_booking(now).is_some() {
        return Err(ApiError::AlreadyBooked);
    }
    close_past(tx, case, now).await?;
    let id = state.clock.new_id();
    line.make_way(tx, stretch).await?;
    let whom = Whom { case, holder: Holder::booking(id, now) };
    let room = claim(tx, &state.config.municipality, &slot, body.channel, stretch, whom).await?;
    let row = booking::Model {
        id,
        case_id: case.0,
        slot_id: slot.id,
        caseworker_id: slot.caseworker_id,
        channel: body.channel.as_str().to_owned(),
        starts_at: stretch.starts_at,
        ends_at: stretch.ends_at,
        place_id: room.as_ref().map(|room| room.place.clone()),
        room_id: room.map(|room| room.room),
        state: state_name(BookingState::Booked).to_owned(),
        participants: serde_json::to_value(&body.participants).map_err(ApiError::internal)?,
        topics: serde_json::to_value(&body.topics).map_err(ApiError::internal)?,
        note: body.note.clone(),
        sequence: 0,
        self_booked: matches!(actor, Actor::Citizen(_)),
    };
    insert(tx, &row).await?;
    record(tx, state, actor, "booked", &row, "").await?;
    line.booked(tx, state, &row).await?;
    view::booking(tx, &state.config.municipality, &file, &standing, &row, now).await
}

/// The slots that would do: the one asked for, then colleagues' at the same moment.
pub(super) async fn candidates(
    db: &impl ConnectionTrait,
    wish: Wish,
) -> Result<Vec<Uuid>, ApiError> {
    let asked =
        time_slot::Entity::find_by_id(wish.slot.0).one(db).await?.ok_or(ApiError::NotFound)?;
    let mut slots = vec![asked.clone()];
    if wish.any_caseworker {
        let same_start = time_slot::Entity::find()
            .filter(time_slot::Column::CaseworkerId.in_subquery(team_of(asked.caseworker_id)))
            .filter(time_slot::Column::StartsAt.eq(asked.starts_at))
            .filter(time_slot::Column::Published.eq(true))
            .filter(time_slot::Column::Taken.into_expr().lt(time_slot::Column::Seats.into_expr()))
            .order_by_asc(time_slot::Column::Id)
            .all(db)
            .await?;
        let offers = |slot: &time_slot::Model| {
            slot.id != asked.id
                && slot.channels.split(',').any(|name| name == wish.channel.as_str())
        };
        slots.extend(same_start.into_iter().filter(offers));
    }
    Ok(slots.iter().map(|slot| slot.id).collect())
}

/// The ids of a caseworker's team.
fn team_of(caseworker: Uuid) -> SelectStatement {
    let team = Query::select()
        .column(caseworker::Column::Team)
        .from(caseworker::Entity)
        .and_where(caseworker::Column::Id.eq(caseworker))
        .to_owned();
    Query::select()
        .column(caseworker::Column::Id)
        .from(caseworker::Entity)
        .and_where(caseworker::Column::Team.in_subquery(team))
        .to_owned()
}

/// Has the slot a seat left, as far as one can see without waiting in line? Most who come too
/// late learn it here.
pub(super) async fn is_open(db: &impl ConnectionTrait, slot: Uuid) -> Result<bool, ApiError> {
    let slot = time_slot::Entity::find_by_id(slot).one(db).await?;
    Ok(slot.is_some_and(|slot| slot.published && slot.taken < slot.seats))
}

/// Is it this time that cannot be had? Then a colleague's may do, and others are offered.
pub fn another_may_do(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::SlotTaken { .. } | ApiError::NoRoomFree { .. } | ApiError::SlotTooSoon { .. }
    )
}

/// A slot, and what a conversation in `channel` takes of it.
pub(super) async fn wanted(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    slot: Uuid,
    channel: ContactChannel,
) -> Result<(time_slot::Model, Stretch), ApiError> {
    let slot = time_slot::Entity::find_by_id(slot).one(db).await?.ok_or(ApiError::NotFound)?;
    let stretch = stretch_of(config, &slot, channel).ok_or(ApiError::ChannelNotOffered)?;
    Ok((slot, stretch))
}

/// May this actor give this case this time? Whose it is within the team is a preference that
/// decides what is offered, no condition (decision 6).
pub(super) async fn permit(
    db: &impl ConnectionTrait,
    actor: Actor,
    state: &AppState,
    file: &CaseFile,
    slot: &time_slot::Model,
    channel: ContactChannel,
) -> Result<(), ApiError> {
    let whose = caseworker::Entity::find_by_id(slot.caseworker_id).one(db).await?;
    if whose.is_none_or(|whose| whose.team != file.caseworker.team) {
        return Err(ApiError::NotFound);
    }
    allowed(actor, state, file, slot, channel)?;
    is_in_time(actor, &state.config.municipality, slot, state.clock.now())
}

/// May this actor book for this case at all, and in this channel on the slot's day? Answers
/// without asking whether the time can be had.
pub(super) fn allowed(
    actor: Actor,
    state: &AppState,
    file: &CaseFile,
    slot: &time_slot::Model,
    channel: ContactChannel,
) -> Result<(), ApiError> {
    let self_booking = file.self_booking(state.clock.today());
    if self_booking == SelfBooking::CaseClosed {
        return Err(ApiError::CaseClosed);
    }
    if !matches!(actor, Actor::Caseworker(_)) {
        if self_booking != SelfBooking::Open {
            return Err(ApiError::SelfBookingWithdrawn);
        }
        let day = local_date(slot.starts_at);
        if !file.allows_on(&state.config.municipality, day, channel) {
            return Err(ApiError::ChannelLocked);
        }
    }
    Ok(())
}

/// Citizens book from the minimum notice to the horizon, caseworkers anything to come.
fn is_in_time(
    actor: Actor,
    config: &MunicipalityConfig,
    slot: &time_slot::Model,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    let day = local_date(slot.starts_at);
    let (notice, horizon) = match actor {
        Actor::Citizen(_) | Actor::Employer(_) => {
            (config.booking.minimum_notice(), config.booking.horizon(local_date(now)))
        }
        Actor::Caseworker(_) => (TimeDelta::zero(), day),
    };
    match bookable(slot.starts_at, now, notice, horizon, day) {
        Ok(()) => Ok(()),
        Err(NotBookable::TooSoon) => Err(ApiError::SlotTooSoon { nearest: Vec::new() }),
        Err(NotBookable::BeyondHorizon) => Err(ApiError::NotFound),
    }
}

/// A conversation that is over no longer stands in the way of the next one (I4).
async fn close_past(
    tx: &DatabaseTransaction,
    case: CaseId,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    booking::Entity::update_many()
        .col_expr(booking::Column::State, state_name(BookingState::AwaitingOutcome).into())
        .filter(booking::Column::CaseId.eq(case.0))
        .filter(booking::Column::State.eq(state_name(BookingState::Booked)))
        .filter(booking::Column::EndsAt.lte(now))
        .exec(tx)
        .await?;
    Ok(())
}

/// The index `booking_open_per_case` lets one open booking through (I4).
async fn insert(tx: &DatabaseTransaction, row: &booking::Model) -> Result<(), ApiError> {
    let inserted = booking::Entity::insert_many([booking::ActiveModel::from(row.clone())])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    match inserted {
        TryInsertResult::Inserted(1) => Ok(()),
        _ => Err(ApiError::AlreadyBooked),
    }
}

/// Writes what happened to a booking.
pub(super) async fn record(
    tx: &DatabaseTransaction,
    state: &AppState,
    actor: Actor,
    kind: &str,
    row: &booking::Model,
    reason: &str,
) -> Result<(), ApiError> {
    let event = booking_event::ActiveModel {
        id: Set(state.clock.new_id()),
        booking_id: Set(row.id),
        kind: Set(kind.to_owned()),
        at: Set(state.clock.now()),
        actor_kind: Set(actor.kind().to_owned()),
        actor_id: Set(actor.id()),
        starts_at: Set(row.starts_at),
        channel: Set(row.channel.clone()),
        reason: Set(reason.to_owned()),
    };
    booking_event::Entity::insert(event).exec_without_returning(tx).await?;
    Ok(())
}
