//! What a caseworker decides about a case, each time with a reason that the citizen reads:
//! which channels are open, and whether the citizen books themselves.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::booking::check_reason;
use contract::ids::{CaseId, DecisionId};
use contract::problem::{FieldError, Problem};
use contract::staff::{
    CaseDecision, CaseDetails, DecideChannel, DecideSelfBooking, DecisionMatter,
};
use sea_orm::{ConnectionTrait, EntityTrait, Set};

use super::caseworker::names;
use super::file::{CaseFile, Matter};
use super::staff::details;
use crate::access_log;
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::clock::to_local;
use crate::db::entities::case_decision;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Unlocks or locks a channel.
#[utoipa::path(post, path = "/api/staff/cases/{id}/channel-decisions", tag = "staff", request_body = DecideChannel,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = CaseDetails), (status = "4XX", body = Problem)))]
pub async fn decide_channel(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<DecideChannel>,
) -> Result<Answer<CaseDetails>, ApiError> {
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("decide channel {id}"), &body)?;
    let decision = Decision {
        matter: Matter::Channel(body.channel),
        open: body.unlocked,
        reason: &body.reason,
    };
    decide(&state, &caseworker, &call, id, decision).await
}

/// Withdraws or restores self-booking.
#[utoipa::path(post, path = "/api/staff/cases/{id}/self-booking-decisions", tag = "staff", request_body = DecideSelfBooking,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = CaseDetails), (status = "4XX", body = Problem)))]
pub async fn decide_self_booking(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<DecideSelfBooking>,
) -> Result<Answer<CaseDetails>, ApiError> {
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("decide self-booking {id}"), &body)?;
    let decision =
        Decision { matter: Matter::SelfBooking, open: !body.withdrawn, reason: &body.reason };
    decide(&state, &caseworker, &call, id, decision).await
}

/// What was decided about a case, the newest first.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn decisions(
    db: &impl ConnectionTrait,
    file: &CaseFile,
) -> Result<Vec<CaseDecision>, ApiError> {
    let names = names(db, file.decisions.iter().map(|row| row.decided_by)).await?;
    let shown = |row: &case_decision::Model| {
        let matter = Matter::parse(&row.matter);
        Ok(CaseDecision {
            id: DecisionId(row.id),
            matter: match matter.ok_or_else(|| ApiError::internal("an unknown decision"))? {
                Matter::Channel(channel) => DecisionMatter::Channel { channel, unlocked: row.open },
                Matter::SelfBooking => DecisionMatter::SelfBooking { withdrawn: !row.open },
            },
            reason: row.reason.clone(),
            by: names.get(&row.decided_by).cloned().unwrap_or_default(),
            at: to_local(row.decided_at),
        })
    };
    file.decisions.iter().rev().map(shown).collect()
}

struct Decision<'a> {
    matter: Matter,
    open: bool,
    reason: &'a str,
}

async fn decide(
    state: &AppState,
    caseworker: &Caseworker,
    call: &Call,
    id: CaseId,
    decision: Decision<'_>,
) -> Result<Answer<CaseDetails>, ApiError> {
    let reason = check_reason(decision.reason).map(|code| FieldError::new("reason", code));
    ApiError::check(reason.into_iter().collect())?;
    let file = access_log::open_case(state, caseworker, id, AccessedData::Decision).await?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let row = case_decision::ActiveModel {
        id: Set(state.clock.new_id()),
        case_id: Set(id.0),
        matter: Set(decision.matter.as_str().to_owned()),
        open: Set(decision.open),
        reason: Set(decision.reason.trim().to_owned()),
        decided_by: Set(caseworker.id().0),
        decided_at: Set(state.clock.now()),
    };
    case_decision::Entity::insert(row).exec_without_returning(&*tx).await?;
    let file = CaseFile::load(&*tx, id).await?;
    let now = details(&*tx, state, &file, caseworker).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, now).await?;
    tx.commit().await?;
    Ok(answer)
}
