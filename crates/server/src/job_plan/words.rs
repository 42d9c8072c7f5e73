//! Two words about the plan before a conversation: handed over by the citizen, read by the
//! caseworker on the day. They stay with the booking when it is moved.

use std::collections::HashMap;

use axum::extract::State;
use chrono::{DateTime, Utc};
use contract::booking::{BookingState, check_text};
use contract::ids::BookingId;
use contract::job_plan::{ConversationWords, GiveWords, GivenWords};
use contract::limits;
use contract::problem::{FieldError, Problem};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::auth::Citizen;
use crate::booking::{state_of, view};
use crate::cases::CaseFile;
use crate::clock::to_local;
use crate::db::entities::{booking, booking_words, caseworker};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Hands words over for a conversation to come. Handing over nothing takes them back.
#[utoipa::path(put, path = "/api/citizen/bookings/{id}/words", tag = "citizen", request_body = GiveWords,
    params(("id" = BookingId, Path)),
    responses((status = 200, body = ConversationWords), (status = "4XX", body = Problem)))]
pub async fn give_words(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<BookingId>,
    Json(body): Json<GiveWords>,
) -> Result<axum::Json<ConversationWords>, ApiError> {
    ApiError::check(check(&body))?;
    let tx = state.db.begin_write().await?;
    let now = state.clock.now();
    let file = CaseFile::load(&*tx, citizen.case_id()).await?;
    let booking = file.bookings.iter().find(|booking| booking.id == id.0);
    let booking = booking.ok_or(ApiError::NotFound)?;
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    if state_of(booking, now) != BookingState::Booked || booking.starts_at <= now {
        return Err(ApiError::BookingNotOpen);
    }
    write(&tx, id, &body, now).await?;
    let answer = conversation(&*tx, &file, booking).await?;
    tx.commit().await?;
    Ok(axum::Json(answer))
}

/// Writes them; the last ones stand.
pub(crate) async fn write(
    tx: &DatabaseTransaction,
    id: BookingId,
    words: &GiveWords,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    use booking_words::Column;
    if words.goal.trim().is_empty() && words.talk.trim().is_empty() {
        booking_words::Entity::delete_by_id(id.0).exec(tx).await?;
        return Ok(());
    }
    let row = booking_words::ActiveModel {
        booking_id: Set(id.0),
        goal: Set(words.goal.trim().to_owned()),
        talk: Set(words.talk.trim().to_owned()),
        at: Set(now),
    };
    let instead = OnConflict::column(Column::BookingId)
        .update_columns([Column::Goal, Column::Talk, Column::At])
        .to_owned();
    booking_words::Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

fn check(words: &GiveWords) -> Vec<FieldError> {
    let goal = check_text(&words.goal, limits::PLAN_LINE_CHARS);
    let talk = check_text(&words.talk, limits::PLAN_TEXT_CHARS);
    let wrong = [("goal", goal), ("talk", talk)];
    let error = |(field, code): (&str, Option<_>)| Some(FieldError::new(field, code?));
    wrong.into_iter().filter_map(error).collect()
}

/// A case's next conversation, and what was handed over for it.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn next_conversation(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Option<ConversationWords>, ApiError> {
    match file.open_booking(now) {
        Some(booking) => Ok(Some(conversation(db, file, booking).await?)),
        None => Ok(None),
    }
}

async fn conversation(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    booking: &booking::Model,
) -> Result<ConversationWords, ApiError> {
    let with = if booking.caseworker_id == file.caseworker.id {
        Some(file.caseworker.clone())
    } else {
        caseworker::Entity::find_by_id(booking.caseworker_id).one(db).await?
    };
    let with = with.ok_or_else(|| ApiError::internal("a booking without caseworker"))?;
    let mut words = words_of(db, &[booking.id]).await?;
    Ok(ConversationWords {
        booking: BookingId(booking.id),
        starts_at: to_local(booking.starts_at),
        channel: view::channel(booking)?,
        caseworker: with.name,
        words: words.remove(&booking.id),
    })
}

/// What was handed over for each of these bookings.
///
/// # Errors
/// When the database fails.
pub async fn words_of(
    db: &impl ConnectionTrait,
    bookings: &[Uuid],
) -> Result<HashMap<Uuid, GivenWords>, ApiError> {
    let rows = booking_words::Entity::find()
        .filter(booking_words::Column::BookingId.is_in(bookings.iter().copied()))
        .all(db)
        .await?;
    let given = |row: booking_words::Model| {
        (row.booking_id, GivenWords { goal: row.goal, talk: row.talk, at: to_local(row.at) })
    };
    Ok(rows.into_iter().map(given).collect())
}
