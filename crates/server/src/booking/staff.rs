//! A caseworker books, moves and cancels for a citizen. Self-booking rules do not bind them;
//! the guard does.

use axum::extract::State;
use contract::access_log::AccessedData;
use contract::booking::{
    BookTime, Booking, FreeTimes, MoveBooking, WhoseTimes, check_details, check_reason,
};
use contract::ids::{BookingId, CaseId};
use contract::problem::{FieldError, Problem};
use contract::staff::CancelBooking;

use super::availability::{Availability, Window};
use super::citizen::{TimesQuery, free_times};
use super::idempotency::{Answer, Call, IdempotencyKey};
use super::{Actor, change, make};
use crate::access_log;
use crate::auth::Caseworker;
use crate::clock::local_date;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path, Query};
use crate::state::AppState;

/// Every free time of the team for a case, without the citizen's locks and notice.
#[utoipa::path(get, path = "/api/staff/cases/{id}/times", tag = "staff",
    params(("id" = CaseId, Path), TimesQuery),
    responses((status = 200, body = FreeTimes), (status = "4XX", body = Problem)))]
pub async fn times(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
    Query(query): Query<TimesQuery>,
) -> Result<axum::Json<FreeTimes>, ApiError> {
    let now = state.clock.now();
    let db = state.db.read();
    let config = &state.config.municipality;
    let what = AccessedData::FreeTimes;
    let file = access_log::open_case(&state, &caseworker, id, what).await?;
    let standing = file.standing(config, now)?;
    let window = Window::for_staff(config, now);
    let free = Availability::load(db, &state, &file, file.open_booking(now), window).await?;
    let times = free.all_times(query.channel);
    let whose = WhoseTimes::Colleagues;
    Ok(axum::Json(free_times(times, whose, &query, &standing, local_date(now))))
}

/// Books for a citizen.
#[utoipa::path(post, path = "/api/staff/cases/{id}/bookings", tag = "staff", request_body = BookTime,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = Booking), (status = "4XX", body = Problem)))]
pub async fn book(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<BookTime>,
) -> Result<Answer<Booking>, ApiError> {
    ApiError::check(check_details(&body.participants, &body.topics, &body.note))?;
    access_log::open_case(&state, &caseworker, id, AccessedData::Conversation).await?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("book {id}"), &body)?;
    make::book(&state, &call, id, &body).await
}

/// Moves for a citizen.
#[utoipa::path(post, path = "/api/staff/bookings/{id}/move", tag = "staff", request_body = MoveBooking,
    params(("id" = BookingId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn move_booking(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<BookingId>,
    Json(body): Json<MoveBooking>,
) -> Result<Answer<Booking>, ApiError> {
    access_log::open_booking(&state, &caseworker, id).await?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("move {id}"), &body)?;
    change::move_booking(&state, &call, id, body).await
}

/// Cancels for a citizen, with a reason the citizen reads.
#[utoipa::path(post, path = "/api/staff/bookings/{id}/cancellation", tag = "staff", request_body = CancelBooking,
    params(("id" = BookingId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn cancel(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<BookingId>,
    Json(body): Json<CancelBooking>,
) -> Result<Answer<Booking>, ApiError> {
    let reason = check_reason(&body.reason).map(|code| FieldError::new("reason", code));
    ApiError::check(reason.into_iter().collect())?;
    access_log::open_booking(&state, &caseworker, id).await?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("cancel {id}"), &body)?;
    change::cancel(&state, &call, id, &body.reason).await
}
