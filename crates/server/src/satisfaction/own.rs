//! What is held about somebody's answers, for the file of their own data and for nobody else.

use std::collections::HashMap;

use contract::ids::{BookingId, CaseId};
use contract::satisfaction::{OwnSatisfaction, SatisfactionAnswer, SatisfactionState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::ask::held;
use crate::clock::to_local;
use crate::db::entities::{satisfaction_ask, satisfaction_waiting};
use crate::http::error::ApiError;
use crate::state::AppState;

/// What one was asked, the newest first, and what of the answers can still be told.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn own(state: &AppState, case: CaseId) -> Result<Vec<OwnSatisfaction>, ApiError> {
    let db = state.db.read();
    let asked = satisfaction_ask::Entity::find()
        .filter(satisfaction_ask::Column::CaseId.eq(case.0))
        .order_by_desc(satisfaction_ask::Column::AskedAt)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = asked.iter().map(|row| row.booking_id).collect();
    let mut answers: HashMap<Uuid, satisfaction_waiting::Model> =
        satisfaction_waiting::Entity::find()
            .filter(satisfaction_waiting::Column::BookingId.is_in(ids))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.booking_id, row))
            .collect();
    let mut all = Vec::with_capacity(asked.len());
    for row in asked {
        let is_held = held(db, &row).await?.is_some();
        all.push(shown(state, row, is_held, &mut answers)?);
    }
    Ok(all)
}

fn shown(
    state: &AppState,
    row: satisfaction_ask::Model,
    is_held: bool,
    answers: &mut HashMap<Uuid, satisfaction_waiting::Model>,
) -> Result<OwnSatisfaction, ApiError> {
    let was = SatisfactionState::parse(&row.state)
        .ok_or_else(|| ApiError::internal("an asking of no state"))?;
    let is_open = was != SatisfactionState::Answered && row.until >= state.clock.today();
    let can_answer = is_open && is_held;
    let at = state.config.server.public_url.as_deref().unwrap_or_default();
    let answer = match answers.remove(&row.booking_id) {
        Some(answer) => Some(SatisfactionAnswer {
            satisfied: step(answer.satisfied)?,
            closer: step(answer.closer)?,
            remark: answer.remark,
        }),
        None => None,
    };
    Ok(OwnSatisfaction {
        booking_id: BookingId(row.booking_id),
        asked_at: to_local(row.asked_at),
        state: was,
        // Behind the #, which no browser sends and no log holds (I8).
        link: can_answer.then(|| format!("{at}/satisfaction/link#{}", row.token)),
        answer,
    })
}

fn step(stored: i16) -> Result<u8, ApiError> {
    u8::try_from(stored).map_err(ApiError::internal)
}
