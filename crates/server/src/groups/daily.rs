//! What time brings about by itself: the decision on the working day before, and seats that were
//! kept and go on to the next in line. Safe with any number of processes: each session is held
//! while it is changed, and what is done is not done again.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, FixedOffset, Utc};
use contract::groups::GroupState;
use contract::ids::CaseId;
use contract::retention_plan::MessageKind;
use rules::CourseParty;
use rules::group::enough_come;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::seats::{hold, settle};
use super::store::{decision, is_to_come, line};
use crate::booking::guard;
use crate::clock::to_local;
use crate::db::entities::{group_seat, group_session, group_waiting, time_slot};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;
use crate::waiting_list::Line;

/// Decides about every session whose hour has come: under its minimum it is cancelled, and
/// everybody is told.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn decide(state: &AppState) -> Result<(), ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    let planned = group_session::Entity::find()
        .filter(group_session::Column::State.eq(GroupState::Planned.as_str()))
        .filter(group_session::Column::DecidedAt.is_null())
        .filter(group_session::Column::StartsAt.gt(now))
        .all(state.db.read())
        .await?;
    let is_due = |session: &&group_session::Model| {
        decision(config, session.starts_at).is_some_and(|at| at <= now)
    };
    for session in planned.iter().filter(is_due) {
        if let Err(error) = decide_one(state, session.id).await {
            tracing::warn!(?error, "a group session is decided the next time");
        }
    }
    Ok(())
}

async fn decide_one(state: &AppState, session: Uuid) -> Result<(), ApiError> {
    let now = state.clock.now();
    let tx = state.db.begin_write().await?;
    let waiting = Line::freeing(&tx, None).await?;
    // Decided, perhaps, by another process while this was waiting.
    let session = hold(&tx, session).await?;
    if !is_to_come(&session, now) || session.decided_at.is_some() {
        return Ok(());
    }
    let taken = seats(&tx, session.id).await?.len();
    if enough_come(taken, usize::try_from(session.minimum).unwrap_or_default()) {
        group_session::Entity::update_many()
            .col_expr(group_session::Column::DecidedAt, now.into())
            .filter(group_session::Column::Id.eq(session.id))
            .exec(&*tx)
            .await?;
    } else {
        cancel(&tx, state, &waiting, &session, "").await?;
    }
    Ok(tx.commit().await?)
}

/// Passes on every seat that was kept and not taken in time.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn pass_on(state: &AppState) -> Result<(), ApiError> {
    let over: Vec<Uuid> = group_seat::Entity::find()
        .select_only()
        .column(group_seat::Column::SessionId)
        .filter(group_seat::Column::HeldUntil.lte(state.clock.now()))
        .into_tuple()
        .all(state.db.read())
        .await?;
    for session in over.into_iter().collect::<HashSet<_>>() {
        if let Err(error) = pass_on_in(state, session).await {
            tracing::warn!(?error, "a seat is passed on the next time");
        }
    }
    Ok(())
}

async fn pass_on_in(state: &AppState, session: Uuid) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    let session = hold(&tx, session).await?;
    settle(&tx, state, &session).await?;
    Ok(tx.commit().await?)
}

/// Cancels a session that the caller holds: frees everybody's time, offers the leader's to those
/// who wait for an earlier one, and tells everybody who has a seat or is in line.
pub(super) async fn cancel(
    tx: &DatabaseTransaction,
    state: &AppState,
    waiting: &Line,
    session: &group_session::Model,
    reason: &str,
) -> Result<(), ApiError> {
    let now = state.clock.now();
    group_session::Entity::update_many()
        .col_expr(group_session::Column::State, GroupState::Cancelled.as_str().into())
        .col_expr(group_session::Column::CancelledAt, now.into())
        .col_expr(group_session::Column::Reason, reason.into())
        .filter(group_session::Column::Id.eq(session.id))
        .exec(tx)
        .await?;
    let behind = times_behind(tx, session).await?;
    // The slots before the cells, as booking locks them.
    waiting.lock(tx, behind.iter().copied()).await?;
    guard::release_all(tx, session.id).await?;
    for slot in behind {
        waiting.freed(tx, state, slot, None).await?;
    }
    let people = people(tx, session.id).await?;
    group_seat::Entity::delete_many()
        .filter(group_seat::Column::SessionId.eq(session.id))
        .filter(group_seat::Column::HeldUntil.is_not_null())
        .exec(tx)
        .await?;
    let kind = MessageKind::GroupCancelled {
        starts_at: to_local(session.starts_at),
        too_few: reason.is_empty(),
        next: next_of_theme(tx, session, now).await?,
    };
    for case in people {
        let (case, to) = (CaseId(case), CourseParty::Citizen);
        let once = format!("group-cancelled:{}:{case}", session.id);
        outbox::tell(tx, &state.clock, case, to, kind, once).await?;
    }
    Ok(())
}

/// The leader's published times that a session stands in the way of.
pub(super) async fn times_behind(
    tx: &DatabaseTransaction,
    session: &group_session::Model,
) -> Result<Vec<Uuid>, ApiError> {
    use time_slot::Column;
    Ok(time_slot::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::CaseworkerId.eq(session.caseworker_id))
        .filter(Column::Published.eq(true))
        .filter(Column::StartsAt.lt(session.ends_at))
        .filter(Column::EndsAt.gt(session.starts_at))
        .order_by_asc(Column::StartsAt)
        .into_tuple()
        .all(tx)
        .await?)
}

/// Seats that somebody has taken.
async fn seats(
    tx: &DatabaseTransaction,
    session: Uuid,
) -> Result<Vec<group_seat::Model>, ApiError> {
    let seats = group_seat::Entity::find()
        .filter(group_seat::Column::SessionId.eq(session))
        .filter(group_seat::Column::HeldUntil.is_null())
        .all(tx)
        .await?;
    Ok(seats)
}

/// Everybody who has a seat or waits for one.
async fn people(tx: &DatabaseTransaction, session: Uuid) -> Result<BTreeSet<Uuid>, ApiError> {
    let mut people: BTreeSet<Uuid> =
        seats(tx, session).await?.into_iter().map(|seat| seat.case_id).collect();
    let in_line = group_waiting::Entity::find()
        .filter(group_waiting::Column::SessionId.eq(session))
        .filter(
            Condition::any()
                .add(group_waiting::Column::State.eq(line::WAITING))
                .add(group_waiting::Column::State.eq(line::OFFERED)),
        )
        .all(tx)
        .await?;
    people.extend(in_line.into_iter().map(|one| one.case_id));
    Ok(people)
}

async fn next_of_theme(
    tx: &DatabaseTransaction,
    session: &group_session::Model,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<FixedOffset>>, ApiError> {
    let next = group_session::Entity::find()
        .filter(group_session::Column::Theme.eq(&session.theme))
        .filter(group_session::Column::State.eq(GroupState::Planned.as_str()))
        .filter(group_session::Column::StartsAt.gt(now))
        .filter(group_session::Column::Id.ne(session.id))
        .order_by_asc(group_session::Column::StartsAt)
        .one(tx)
        .await?;
    Ok(next.map(|next| to_local(next.starts_at)))
}
