//! What a citizen types while booking, kept on the server from the first pause on (I9). Emptied
//! once it is booked.

use axum::extract::State;
use contract::booking::{BookTime, BookingDraft, check_details};
use contract::ids::CaseId;
use contract::problem::Problem;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::Deserialize;

use crate::auth::{Citizen, CitizenView};
use crate::db::entities::booking_draft;
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;

/// What was typed before and not sent.
#[utoipa::path(get, path = "/api/citizen/booking-draft", tag = "citizen",
    responses((status = 200, body = BookingDraft), (status = "4XX", body = Problem)))]
pub async fn draft(citizen: CitizenView) -> Result<axum::Json<BookingDraft>, ApiError> {
    Ok(axum::Json(seen(&citizen).await?))
}

/// What the citizen has typed; nothing of it for anybody else before it is sent.
pub(super) async fn seen(citizen: &CitizenView) -> Result<BookingDraft, ApiError> {
    if citizen.is_by_another() {
        return Ok(BookingDraft::default());
    }
    load(citizen.state().db.read(), citizen.case_id()).await
}

/// Saves what was typed, if it builds on what is stored; else answers with what is stored.
#[utoipa::path(put, path = "/api/citizen/booking-draft", tag = "citizen", request_body = BookingDraft,
    responses((status = 200, body = BookingDraft), (status = "4XX", body = Problem)))]
pub async fn save_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Json(body): Json<BookingDraft>,
) -> Result<axum::Json<BookingDraft>, ApiError> {
    ApiError::check(check_details(&body.participants, &body.topics, &body.note))?;
    let tx = state.db.begin_write().await?;
    let stored = load(&*tx, citizen.case_id()).await?;
    if stored.version != body.version {
        return if same_words(&stored, &body) {
            Ok(axum::Json(stored))
        } else {
            Err(ApiError::StaleVersion { stored_draft: Some(Box::new(stored)) })
        };
    }
    let next = BookingDraft { version: body.version + 1, ..body };
    write(&tx, citizen.case_id(), &stored, &next).await?;
    tx.commit().await?;
    Ok(axum::Json(next))
}

/// The stored draft; an empty one of version 0 when there is none.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn load(db: &impl ConnectionTrait, case: CaseId) -> Result<BookingDraft, ApiError> {
    match booking_draft::Entity::find_by_id(case.0).one(db).await? {
        Some(row) => BookingDraft::deserialize(&row.draft).map_err(ApiError::internal),
        None => Ok(BookingDraft::default()),
    }
}

/// Empties the draft whose words have just been booked. The version counts on, so that a page
/// that is still open elsewhere cannot save over it unnoticed; other words stay.
pub(super) async fn sent(
    tx: &DatabaseTransaction,
    case: CaseId,
    body: &BookTime,
) -> Result<(), ApiError> {
    let stored = load(tx, case).await?;
    let booked = BookingDraft {
        version: stored.version,
        participants: body.participants.clone(),
        topics: body.topics.clone(),
        note: body.note.clone(),
    };
    if stored.version == 0 || !same_words(&stored, &booked) {
        return Ok(());
    }
    let empty = BookingDraft { version: stored.version + 1, ..BookingDraft::default() };
    match write(tx, case, &stored, &empty).await {
        // Saved anew this very moment: those words have not been sent.
        Err(ApiError::Busy) => Ok(()),
        done => done,
    }
}

/// A save that was sent again, its answer lost, is no conflict (I3).
fn same_words(stored: &BookingDraft, sent: &BookingDraft) -> bool {
    stored.participants == sent.participants
        && stored.topics == sent.topics
        && stored.note == sent.note
}

/// The version in the condition decides between two devices that save at the same moment.
async fn write(
    tx: &DatabaseTransaction,
    case: CaseId,
    stored: &BookingDraft,
    next: &BookingDraft,
) -> Result<(), ApiError> {
    let version = |draft: &BookingDraft| i32::try_from(draft.version).unwrap_or(i32::MAX);
    let draft = serde_json::to_value(next).map_err(ApiError::internal)?;
    let row = booking_draft::ActiveModel {
        case_id: Set(case.0),
        version: Set(version(next)),
        draft: Set(draft),
    };
    let written = if stored.version == 0 {
        let inserted = booking_draft::Entity::insert_many([row])
            .on_conflict(sea_orm::sea_query::OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(tx)
            .await?;
        matches!(inserted, sea_orm::TryInsertResult::Inserted(1))
    } else {
        let updated = booking_draft::Entity::update_many()
            .set(row)
            .filter(booking_draft::Column::CaseId.eq(case.0))
            .filter(booking_draft::Column::Version.eq(version(stored)))
            .exec(tx)
            .await?;
        updated.rows_affected == 1
    };
    if written { Ok(()) } else { Err(ApiError::Busy) }
}
