//! Waiting over HTTP: what one waits for, and taking or declining what is offered.

use axum::extract::State;
use axum::http::StatusCode;
use contract::booking::{BookTime, Booking, SelfBooking};
use contract::ids::{BookingId, TimeSlotId, WaitingOfferId};
use contract::problem::Problem;
use contract::waiting_list::{OfferState, WaitingEnd, WaitingList, WaitingWish, check_wish};
use rules::ContactChannel;
use sea_orm::DatabaseTransaction;

use super::{Line, offering, store, view};
use crate::auth::{Citizen, CitizenView};
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::booking::{Actor, change, make, nearest};
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::db::entities::waiting_offer;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// What I wait for, and what is kept for me.
#[utoipa::path(get, path = "/api/citizen/waiting-list", tag = "citizen",
    responses((status = 200, body = WaitingList), (status = "4XX", body = Problem)))]
pub async fn waiting_list(citizen: CitizenView) -> Result<axum::Json<WaitingList>, ApiError> {
    let state = citizen.state();
    let file = CaseFile::load(state.db.read(), citizen.case_id()).await?;
    Ok(axum::Json(view::waiting_list(state.db.read(), state, &file).await?))
}

/// Waits for an earlier time, or for another than before: the place in the line stays.
#[utoipa::path(put, path = "/api/citizen/waiting-list", tag = "citizen", request_body = WaitingWish,
    responses((status = 200, body = WaitingList), (status = "4XX", body = Problem)))]
pub async fn wait(
    State(state): State<AppState>,
    citizen: Citizen,
    Json(wish): Json<WaitingWish>,
) -> Result<axum::Json<WaitingList>, ApiError> {
    let (config, case) = (&state.config.municipality, citizen.case_id());
    let tx = state.db.begin_write().await?;
    let line = Line::turn(&tx, Some(case)).await?;
    let now = state.clock.now();
    let file = CaseFile::load(&*tx, case).await?;
    match file.self_booking(local_date(now)) {
        SelfBooking::CaseClosed => return Err(ApiError::CaseClosed),
        SelfBooking::Withdrawn { .. } => return Err(ApiError::SelfBookingWithdrawn),
        SelfBooking::Open => {}
    }
    if offering::is_too_late(config, &file, now) {
        return Err(ApiError::TooLateToChange);
    }
    let (first, latest) = (offering::first_day(config, now), view::latest(config, &file, now));
    ApiError::check(check_wish(&wish, first, latest))?;
    // Who has waited in vain begins anew, at the end of the line.
    let before = line.entry().map(|entry| entry.before_date);
    if let Some(why) = before.and_then(|day| offering::over(config, &file, day, now)) {
        line.end(&tx, &state, why).await?;
    }
    store::put(&tx, state.clock.new_id(), case.0, &wish, now).await?;
    let shown = view::waiting_list(&*tx, &state, &file).await?;
    tx.commit().await?;
    Ok(axum::Json(shown))
}

/// Waits no longer. What is kept goes to the next in line.
#[utoipa::path(delete, path = "/api/citizen/waiting-list", tag = "citizen",
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn leave(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let line = Line::turn(&tx, Some(citizen.case_id())).await?;
    line.end(&tx, &state, WaitingEnd::Left).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the time that is kept for me: books it, or moves the conversation I have to it.
#[utoipa::path(post, path = "/api/citizen/waiting-list/offers/{id}/acceptance", tag = "citizen",
    params(("id" = WaitingOfferId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn take(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Path(id): Path<WaitingOfferId>,
) -> Result<Answer<Booking>, ApiError> {
    let case = citizen.case_id();
    let call = Call::new(Actor::Citizen(case), key, format_args!("take {id}"), &())?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    if !view::is_own(state.db.read(), case, id).await? {
        return Err(ApiError::NotFound);
    }
    let refusal = match try_take(&state, &call, &citizen, id).await {
        Err((error, Some(wish))) if make::another_may_do(&error) => (error, wish),
        Err((error, _)) => return Err(error),
        Ok(answer) => return Ok(answer),
    };
    let (error, wish) = refusal;
    let file = CaseFile::load(state.db.read(), case).await?;
    let booked = file.open_booking(state.clock.now());
    Err(nearest::with_nearest(&state, call.actor, case, booked, wish, error).await?)
}

async fn try_take(
    state: &AppState,
    call: &Call,
    citizen: &Citizen,
    id: WaitingOfferId,
) -> Result<Answer<Booking>, (ApiError, Option<make::Wish>)> {
    let early = |error: ApiError| (error, None);
    let tx = state.db.begin_write().await.map_err(|error| early(error.into()))?;
    if let Some(first) = call.begin(&tx, &state.clock).await.map_err(early)? {
        return Ok(first);
    }
    let line = Line::taking(&tx, citizen.case_id()).await.map_err(early)?;
    let now = state.clock.now();
    let kept = line.offer().filter(|offer| offer.id == id.0 && now < offer.expires_at);
    let Some(offer) = kept else { return Err(early(ApiError::OfferOver)) };
    let wish = wish(offer).map_err(early)?;
    let done = async {
        let made = make_it(&tx, state, call.actor, &line, wish).await?;
        let answer = call.answer(&tx, StatusCode::OK, made).await?;
        tx.commit().await?;
        Ok(answer)
    };
    done.await.map_err(|error| (error, Some(wish)))
}

fn wish(offer: &waiting_offer::Model) -> Result<make::Wish, ApiError> {
    let channel = ContactChannel::parse(&offer.channel);
    Ok(make::Wish {
        slot: TimeSlotId(offer.slot_id),
        channel: channel.ok_or_else(|| ApiError::internal("an offer in an unknown channel"))?,
        any_caseworker: false,
    })
}

/// The ordinary ways: they ask the rules again, and moving takes the new time before it frees the
/// old one (I4).
async fn make_it(
    tx: &DatabaseTransaction,
    state: &AppState,
    actor: Actor,
    line: &Line,
    wish: make::Wish,
) -> Result<Booking, ApiError> {
    let Actor::Citizen(case) = actor else { return Err(ApiError::NotAllowed) };
    let file = CaseFile::load(tx, case).await?;
    if let Some(booked) = file.open_booking(state.clock.now()) {
        let id = BookingId(booked.id);
        return change::move_in(tx, state, (actor, line), id, wish.slot.0, wish.channel).await;
    }
    let body = BookTime {
        slot_id: wish.slot,
        channel: wish.channel,
        any_caseworker: false,
        participants: Vec::new(),
        topics: Vec::new(),
        note: String::new(),
    };
    make::book_for(tx, state, (actor, line), case, wish.slot.0, &body).await
}

/// Does not want the time that is kept for me: it goes to the next in line, and I wait on.
#[utoipa::path(delete, path = "/api/citizen/waiting-list/offers/{id}", tag = "citizen",
    params(("id" = WaitingOfferId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn decline(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<WaitingOfferId>,
) -> Result<StatusCode, ApiError> {
    if !view::is_own(state.db.read(), citizen.case_id(), id).await? {
        return Err(ApiError::NotFound);
    }
    let tx = state.db.begin_write().await?;
    let line = Line::turn(&tx, Some(citizen.case_id())).await?;
    // One that is over is not wanted either: that is what was asked for (I3).
    if line.offer().is_some_and(|offer| offer.id == id.0) {
        line.give_up(&tx, &state, OfferState::Declined).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
