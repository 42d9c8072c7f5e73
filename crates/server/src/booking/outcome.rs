//! What became of a conversation. A no-show is recorded and nothing more: it never sanctions
//! anybody by itself (DOMAIN 0.9).

use axum::extract::State;
use axum::http::StatusCode;
use contract::booking::{Booking, BookingState};
use contract::ids::BookingId;
use contract::problem::Problem;
use contract::staff::{Outcome, RecordOutcome};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::idempotency::{Answer, Call, IdempotencyKey};
use super::{Actor, change, make, state_name, view};
use crate::auth::Caseworker;
use crate::cases::CaseFile;
use crate::db::entities::booking;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, kpi, satisfaction};

/// Records what happened. An outcome may be corrected; a cancellation stands.
#[utoipa::path(post, path = "/api/staff/bookings/{id}/outcome", tag = "staff", request_body = RecordOutcome,
    params(("id" = BookingId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn record_outcome(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<BookingId>,
    Json(body): Json<RecordOutcome>,
) -> Result<Answer<Booking>, ApiError> {
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("outcome {id}"), &body)?;
    let file = access_log::open_booking(&state, &caseworker, id).await?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let now = state.clock.now();
    let old = booking::Entity::find_by_id(id.0).one(&*tx).await?.ok_or(ApiError::NotFound)?;
    if now < old.starts_at {
        return Err(ApiError::ConversationNotOver);
    }
    let (outcome, kind) = match body.outcome {
        Outcome::Held => (BookingState::Held, "held"),
        Outcome::NoShow => (BookingState::NoShow, "no_show"),
        Outcome::Cancelled => (BookingState::Cancelled, "cancelled"),
    };
    // A calendar takes a cancellation only when it is later than what it has.
    let sequence = old.sequence + i32::from(outcome == BookingState::Cancelled);
    let written = booking::Entity::update_many()
        .col_expr(booking::Column::State, state_name(outcome).into())
        .col_expr(booking::Column::Sequence, sequence.into())
        .filter(booking::Column::Id.eq(id.0))
        .filter(booking::Column::Sequence.eq(old.sequence))
        .filter(booking::Column::State.ne(state_name(BookingState::Cancelled)))
        .exec(&*tx)
        .await?;
    if written.rows_affected == 0 {
        return Err(change::overtaken(&tx, id.0).await?);
    }
    let new = booking::Model { state: state_name(outcome).to_owned(), sequence, ..old };
    make::record(&tx, &state, actor, kind, &new, "").await?;
    if outcome == BookingState::Held {
        satisfaction::ask(&tx, &state, &new).await?;
    }
    let file = CaseFile::load(&*tx, contract::ids::CaseId(file.case.id)).await?;
    kpi::rewrite(&tx, &state, contract::ids::CaseId(file.case.id)).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    let recorded =
        view::booking(&*tx, &state.config.municipality, &file, &standing, &new, now).await?;
    let answer = call.answer(&tx, StatusCode::OK, recorded).await?;
    tx.commit().await?;
    Ok(answer)
}
