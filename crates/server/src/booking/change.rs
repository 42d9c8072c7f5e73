//! Moving and cancelling. Moving takes the new time before it frees the old one, in one
//! transaction: nobody is ever left without a time (I4).

use axum::http::StatusCode;
use contract::booking::{Booking, BookingState, ChangeRight, MoveBooking};
use contract::ids::{BookingId, CaseId};
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::claim::{Whom, claim};
use super::guard::Holder;
use super::idempotency::{Answer, Call};
use super::make::{self, Wish};
use super::{Actor, guard, nearest, state_name, state_of, view};
use crate::cases::{CaseFile, Standing};
use crate::db::entities::booking;
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::waiting_list::Line;

/// Moves a booking.
///
/// # Errors
/// A refusal with the nearest free times when the new time is taken; the old one stays.
pub async fn move_booking(
    state: &AppState,
    call: &Call,
    id: BookingId,
    body: MoveBooking,
) -> Result<Answer<Booking>, ApiError> {
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let old = booking::Entity::find_by_id(id.0).one(state.db.read()).await?;
    let old = old.ok_or(ApiError::NotFound)?;
    let wish =
        Wish { slot: body.slot_id, channel: body.channel, any_caseworker: body.any_caseworker };
    let mut refusal = ApiError::SlotTaken { nearest: Vec::new() };
    for slot in make::candidates(state.db.read(), wish).await? {
        if slot != old.slot_id && !make::is_open(state.db.read(), slot).await? {
            continue;
        }
        match try_move(state, call, id, slot, body.channel).await {
            Err(error) if make::another_may_do(&error) => refusal = error,
            done => return done,
        }
    }
    // Taken, perhaps, by this very call, sent twice and answered in between.
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let case = CaseId(old.case_id);
    Err(nearest::with_nearest(state, call.actor, case, Some(&old), wish, refusal).await?)
}

async fn try_move(
    state: &AppState,
    call: &Call,
    id: BookingId,
    slot: Uuid,
    channel: rules::ContactChannel,
) -> Result<Answer<Booking>, ApiError> {
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let line = Line::freeing(&tx, Some(case_of(&tx, id).await?)).await?;
    let moved = move_in(&tx, state, (call.actor, &line), id, slot, channel).await?;
    let answer = call.answer(&tx, StatusCode::OK, moved).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Moves inside a transaction that the caller commits.
///
/// # Errors
/// A refusal; the caller then takes the transaction back.
pub async fn move_in(
    tx: &DatabaseTransaction,
    state: &AppState,
    (actor, line): (Actor, &Line),
    id: BookingId,
    slot: Uuid,
    channel: rules::ContactChannel,
) -> Result<Booking, ApiError> {
    let now = state.clock.now();
    let (file, old) = open(tx, state, id).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    may_change(actor, &file, &standing, &old, state)?;
    let (slot, stretch) = make::wanted(tx, &state.config.municipality, slot, channel).await?;
    make::permit(tx, actor, state, &file, &slot, channel).await?;
    let other_slot = slot.id != old.slot_id;
    // Also where only the form changes: what was kept for the case may be given up below.
    line.lock(tx, [old.slot_id, slot.id]).await?;
    if other_slot && !line.take_seat(tx, slot.id).await? {
        return Err(ApiError::SlotTaken { nearest: Vec::new() });
    }
    line.make_way(tx, stretch).await?;
    let case = CaseId(old.case_id);
    let whom = Whom { case, holder: Holder::booking(old.id, now) };
    let room = claim(tx, &state.config.municipality, &slot, channel, stretch, whom).await?;
    let mut keep = vec![guard::caseworker(slot.caseworker_id), guard::citizen(old.case_id)];
    keep.extend(room.as_ref().map(|room| guard::room(&room.place, &room.room)));
    let new = booking::Model {
        slot_id: slot.id,
        caseworker_id: slot.caseworker_id,
        channel: channel.as_str().to_owned(),
        starts_at: stretch.starts_at,
        ends_at: stretch.ends_at,
        place_id: room.as_ref().map(|room| room.place.clone()),
        room_id: room.map(|room| room.room),
        sequence: old.sequence + 1,
        ..old.clone()
    };
    replace(tx, &old, &new).await?;
    if other_slot {
        guard::free_seat(tx, old.slot_id).await?;
    }
    guard::release_all_but(tx, old.id, &keep, stretch).await?;
    make::record(tx, state, actor, "moved", &new, "").await?;
    line.booked(tx, state, &new).await?;
    if other_slot {
        line.freed(tx, state, old.slot_id, Some(case)).await?;
    }
    view::booking(tx, &state.config.municipality, &file, &standing, &new, now).await
}

/// Cancels a booking and frees its time.
///
/// # Errors
/// A refusal when it is no longer open, or too late for the citizen.
pub async fn cancel(
    state: &AppState,
    call: &Call,
    id: BookingId,
    reason: &str,
) -> Result<Answer<Booking>, ApiError> {
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let case = case_of(&tx, id).await?;
    let line = Line::freeing(&tx, Some(case)).await?;
    let now = state.clock.now();
    let (file, old) = open(&tx, state, id).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    may_change(call.actor, &file, &standing, &old, state)?;
    let new = booking::Model {
        state: state_name(BookingState::Cancelled).to_owned(),
        sequence: old.sequence + 1,
        ..old.clone()
    };
    // The slot before the booking, as a move locks them: never the two in a circle.
    guard::free_seat(&tx, old.slot_id).await?;
    replace(&tx, &old, &new).await?;
    guard::release_all(&tx, old.id).await?;
    make::record(&tx, state, call.actor, "cancelled", &new, reason).await?;
    line.freed(&tx, state, old.slot_id, Some(case)).await?;
    let cancelled =
        view::booking(&*tx, &state.config.municipality, &file, &standing, &new, now).await?;
    let answer = call.answer(&tx, StatusCode::OK, cancelled).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Whose it is, which never changes.
async fn case_of(tx: &DatabaseTransaction, id: BookingId) -> Result<CaseId, ApiError> {
    let booking = booking::Entity::find_by_id(id.0).one(tx).await?.ok_or(ApiError::NotFound)?;
    Ok(CaseId(booking.case_id))
}

/// The booking, if it is still to come, and its case.
async fn open(
    tx: &DatabaseTransaction,
    state: &AppState,
    id: BookingId,
) -> Result<(CaseFile, booking::Model), ApiError> {
    let booking = booking::Entity::find_by_id(id.0).one(tx).await?.ok_or(ApiError::NotFound)?;
    let file = CaseFile::load(tx, CaseId(booking.case_id)).await?;
    if state_of(&booking, state.clock.now()) != BookingState::Booked {
        return Err(ApiError::BookingNotOpen);
    }
    Ok((file, booking))
}

/// May this actor move or cancel it? A caseworker always may.
pub(super) fn may_change(
    actor: Actor,
    file: &CaseFile,
    standing: &Standing<'_>,
    booking: &booking::Model,
    state: &AppState,
) -> Result<(), ApiError> {
    if let Actor::Caseworker(_) = actor {
        return Ok(());
    }
    let (config, now) = (&state.config.municipality, state.clock.now());
    match view::change_right(config, file, standing, booking, now) {
        ChangeRight::Until { .. } => Ok(()),
        ChangeRight::TooLate { .. } => Err(ApiError::TooLateToChange),
        ChangeRight::Withdrawn => Err(ApiError::SelfBookingWithdrawn),
        ChangeRight::CaseClosed => Err(ApiError::CaseClosed),
        ChangeRight::Over => Err(ApiError::BookingNotOpen),
    }
}

/// Writes the new state of a booking, if nobody else has changed it in between.
async fn replace(
    tx: &DatabaseTransaction,
    old: &booking::Model,
    new: &booking::Model,
) -> Result<(), ApiError> {
    let new = booking::ActiveModel::from(new.clone()).reset_all();
    let written = booking::Entity::update_many()
        .set(new)
        .filter(booking::Column::Id.eq(old.id))
        .filter(booking::Column::Sequence.eq(old.sequence))
        .filter(booking::Column::State.eq(&old.state))
        .exec(tx)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(overtaken(tx, old.id).await?) }
}

/// What to answer when somebody else changed a booking since it was read.
pub(super) async fn overtaken(tx: &DatabaseTransaction, id: Uuid) -> Result<ApiError, ApiError> {
    let now = booking::Entity::find_by_id(id).one(tx).await?.ok_or(ApiError::NotFound)?;
    Ok(if now.state == state_name(BookingState::Cancelled) {
        ApiError::BookingNotOpen
    } else {
        ApiError::StaleVersion { stored_draft: None }
    })
}
