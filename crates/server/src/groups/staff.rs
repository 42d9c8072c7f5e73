//! Caseworkers plan group sessions, see them, call them off, and note who came.

use std::collections::HashSet;

use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use contract::access_log::AccessedData;
use contract::groups::{
    CancelGroup, GroupOutcome, GroupState, NewGroup, StaffGroup, StaffGroups, check_cancellation,
};
use contract::ids::GroupSessionId;
use contract::problem::{FieldCode, FieldError, Problem};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::daily;
use super::plan::{Planned, may_be, plan_in};
use super::seats::hold;
use super::shown::{detail, is_of_team, lines};
use super::store::is_to_come;
use crate::access_log::{self, Look};
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::db::entities::{group_seat, group_session};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::waiting_list::Line;

/// Sessions that are over are listed for so long.
const LISTED_FOR: TimeDelta = TimeDelta::days(28);

/// The sessions to come and of the last weeks, and what a new one may be. Names nobody.
#[utoipa::path(get, path = "/api/staff/groups", tag = "staff",
    responses((status = 200, body = StaffGroups), (status = "4XX", body = Problem)))]
pub async fn groups(
    State(state): State<AppState>,
    _caseworker: Caseworker,
) -> Result<axum::Json<StaffGroups>, ApiError> {
    let (db, now) = (state.db.read(), state.clock.now());
    let sessions = group_session::Entity::find()
        .filter(group_session::Column::StartsAt.gt(now - LISTED_FOR))
        .order_by_asc(group_session::Column::StartsAt)
        .order_by_asc(group_session::Column::Id)
        .all(db)
        .await?;
    let lines = lines(db, &state.config.municipality, &sessions, now).await?;
    Ok(axum::Json(may_be(&state, lines)))
}

/// Plans a session that the caseworker leads.
#[utoipa::path(post, path = "/api/staff/groups", tag = "staff",
    params(("Idempotency-Key" = String, Header)), request_body = NewGroup,
    responses((status = 201, body = StaffGroup), (status = "4XX", body = Problem)))]
pub async fn plan(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Json(body): Json<NewGroup>,
) -> Result<Answer<StaffGroup>, ApiError> {
    let call = Call::new(Actor::Caseworker(caseworker.id()), key, "group session", &body)?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let planned = Planned::check(&state, &body)?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let session = plan_in(&tx, &state, caseworker.id(), planned).await?;
    let made = detail(&*tx, &state, &caseworker, &session).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, made).await?;
    tx.commit().await?;
    Ok(answer)
}

/// A session, with those who come as far as the caseworker may know them.
#[utoipa::path(get, path = "/api/staff/groups/{id}", tag = "staff",
    params(("id" = GroupSessionId, Path)),
    responses((status = 200, body = StaffGroup), (status = "4XX", body = Problem)))]
pub async fn group(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<GroupSessionId>,
) -> Result<axum::Json<StaffGroup>, ApiError> {
    Ok(axum::Json(seen(&state, &caseworker, id.0).await?))
}

/// Calls a session off; everybody who would have come is told. Sent again, it changes nothing.
#[utoipa::path(post, path = "/api/staff/groups/{id}/cancellation", tag = "staff",
    params(("id" = GroupSessionId, Path)), request_body = CancelGroup,
    responses((status = 200, body = StaffGroup), (status = "4XX", body = Problem)))]
pub async fn cancel(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<GroupSessionId>,
    Json(body): Json<CancelGroup>,
) -> Result<axum::Json<StaffGroup>, ApiError> {
    ApiError::check(check_cancellation(&body))?;
    let tx = state.db.begin_write().await?;
    let waiting = Line::freeing(&tx, None).await?;
    let session = hold(&tx, id.0).await?;
    if !is_of_team(&*tx, &session, &caseworker).await? {
        return Err(ApiError::NotAllowed);
    }
    if session.state != GroupState::Cancelled.as_str() {
        if !is_to_come(&session, state.clock.now()) {
            return Err(ApiError::GroupOver);
        }
        daily::cancel(&tx, &state, &waiting, &session, body.reason.trim()).await?;
    }
    tx.commit().await?;
    Ok(axum::Json(seen(&state, &caseworker, id.0).await?))
}

/// Notes that a session was held, and who came. Its leader does, who has seen them; sent again, it
/// says what holds now.
#[utoipa::path(put, path = "/api/staff/groups/{id}/outcome", tag = "staff",
    params(("id" = GroupSessionId, Path)), request_body = GroupOutcome,
    responses((status = 200, body = StaffGroup), (status = "4XX", body = Problem)))]
pub async fn note(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<GroupSessionId>,
    Json(body): Json<GroupOutcome>,
) -> Result<axum::Json<StaffGroup>, ApiError> {
    let tx = state.db.begin_write().await?;
    let session = hold(&tx, id.0).await?;
    if session.caseworker_id != caseworker.id().0 {
        return Err(ApiError::NotAllowed);
    }
    if session.state == GroupState::Cancelled.as_str() || state.clock.now() < session.starts_at {
        return Err(ApiError::GroupOver);
    }
    let people = note_in(&tx, &session, &body).await?;
    let look = Look {
        by: caseworker.row().into(),
        what: AccessedData::GroupSession,
        at: state.clock.now(),
        reason: None,
    };
    access_log::note(&tx, &state.clock, look, people).await?;
    tx.commit().await?;
    Ok(axum::Json(seen(&state, &caseworker, id.0).await?))
}

/// Stores who came; gives everybody who had a seat.
async fn note_in(
    tx: &DatabaseTransaction,
    session: &group_session::Model,
    body: &GroupOutcome,
) -> Result<Vec<Uuid>, ApiError> {
    let of_session = group_seat::Column::SessionId.eq(session.id);
    let seats = group_seat::Entity::find()
        .filter(of_session.clone())
        .filter(group_seat::Column::HeldUntil.is_null())
        .all(tx)
        .await?;
    let people: Vec<Uuid> = seats.iter().map(|seat| seat.case_id).collect();
    let came: HashSet<Uuid> = body.came.iter().map(|case| case.0).collect();
    if !came.iter().all(|case| people.contains(case)) {
        return Err(ApiError::InvalidFields(vec![FieldError::new("came", FieldCode::Unknown)]));
    }
    for seat in &seats {
        group_seat::Entity::update_many()
            .col_expr(group_seat::Column::Came, came.contains(&seat.case_id).into())
            .filter(of_session.clone())
            .filter(group_seat::Column::Number.eq(seat.number))
            .exec(tx)
            .await?;
    }
    group_session::Entity::update_many()
        .col_expr(group_session::Column::State, GroupState::Held.as_str().into())
        .filter(group_session::Column::Id.eq(session.id))
        .exec(tx)
        .await?;
    Ok(people)
}

pub(super) async fn seen(
    state: &AppState,
    caseworker: &Caseworker,
    id: Uuid,
) -> Result<StaffGroup, ApiError> {
    let session = group_session::Entity::find_by_id(id).one(state.db.read()).await?;
    let session = session.ok_or(ApiError::NotFound)?;
    let mut group = detail(state.db.read(), state, caseworker, &session).await?;
    group.people =
        access_log::listed(state, caseworker, AccessedData::GroupSession, group.people, |person| {
            person.case_id
        })
        .await?;
    Ok(group)
}
