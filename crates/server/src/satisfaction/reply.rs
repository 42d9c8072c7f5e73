//! Answering, on one's own page or by the link. Kept without `Idempotency-Key`: a first answer kept
//! under a key for days would be another way back to the person. The row that asks is the key: what
//! is said again is as good as said once.

use axum::extract::State;
use axum::http::StatusCode;
use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::problem::Problem;
use contract::satisfaction::{
    ReplyByLink, ReplySatisfaction, SatisfactionAnswer, SatisfactionField, SatisfactionPart,
    SatisfactionReply, SatisfactionState, check,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::ask;
use crate::auth::Citizen;
use crate::db::entities::{satisfaction_ask, satisfaction_waiting};
use crate::draft;
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;

/// Says how a conversation was, or that one would rather not.
#[utoipa::path(post, path = "/api/citizen/satisfaction/replies", tag = "citizen",
    request_body = ReplySatisfaction,
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn reply(
    State(state): State<AppState>,
    citizen: Citizen,
    Json(body): Json<ReplySatisfaction>,
) -> Result<StatusCode, ApiError> {
    ApiError::check(check(&body.reply))?;
    let tx = state.db.begin_write().await?;
    let asked = satisfaction_ask::Entity::find_by_id(body.booking_id.0)
        .filter(satisfaction_ask::Column::CaseId.eq(citizen.case_id().0))
        .one(&*tx)
        .await?;
    say(&tx, &state, asked.ok_or(ApiError::NotFound)?, &body.reply, By::Citizen).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The same by the link in a message: whoever has it may answer, once, and learns nothing by it.
#[utoipa::path(post, path = "/api/satisfaction/replies", tag = "citizen",
    request_body = ReplyByLink,
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn reply_by_link(
    State(state): State<AppState>,
    Json(body): Json<ReplyByLink>,
) -> Result<StatusCode, ApiError> {
    ApiError::check(check(&body.reply))?;
    let tx = state.db.begin_write().await?;
    let asked = satisfaction_ask::Entity::find()
        .filter(satisfaction_ask::Column::Token.eq(body.token.0))
        .one(&*tx)
        .await?;
    say(&tx, &state, asked.ok_or(ApiError::NotFound)?, &body.reply, By::Link).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// The citizen, who has signed in.
    Citizen,
    /// Whoever has the link. They do not learn whether an answer was the one that was given.
    Link,
}

async fn say(
    tx: &DatabaseTransaction,
    state: &AppState,
    asked: satisfaction_ask::Model,
    reply: &SatisfactionReply,
    by: By,
) -> Result<(), ApiError> {
    ask::held(tx, &asked).await?.ok_or(ApiError::NotFound)?;
    let (answer, new) = match reply {
        SatisfactionReply::Answer(answer) => (Some(answer), SatisfactionState::Answered),
        SatisfactionReply::No => (None, SatisfactionState::Declined),
    };
    let is_over = asked.until < state.clock.today();
    if is_over && (by == By::Link || asked.state != new.as_str()) {
        return Err(ApiError::AskingIsOver);
    }
    // Whoever said no may think better of it.
    let written = satisfaction_ask::Entity::update_many()
        .col_expr(satisfaction_ask::Column::State, new.as_str().into())
        .filter(satisfaction_ask::Column::BookingId.eq(asked.booking_id))
        .filter(satisfaction_ask::Column::State.ne(SatisfactionState::Answered.as_str()))
        .exec(tx)
        .await?;
    if written.rows_affected == 0 {
        let same = by == By::Link || is_said(tx, &asked, answer).await?;
        return if same { Ok(()) } else { Err(ApiError::AlreadyAnswered) };
    }
    if let Some(answer) = answer {
        wait(tx, &asked, answer).await?;
    }
    let booking = contract::ids::BookingId(asked.booking_id);
    let typed = SatisfactionPart::ALL.map(|part| SatisfactionField { booking, part }.to_string());
    let (case, form) = (CaseId(asked.case_id), DraftForm::Satisfaction);
    draft::empty(tx, case, form, &typed, None).await
}

/// Is it the answer that was given, as far as can still be told? Once it is counted nobody can.
async fn is_said(
    tx: &DatabaseTransaction,
    asked: &satisfaction_ask::Model,
    answer: Option<&SatisfactionAnswer>,
) -> Result<bool, ApiError> {
    let Some(answer) = answer else { return Ok(false) };
    let waiting = satisfaction_waiting::Entity::find_by_id(asked.booking_id).one(tx).await?;
    Ok(waiting.is_none_or(|row| row == row_of(asked, answer)))
}

async fn wait(
    tx: &DatabaseTransaction,
    asked: &satisfaction_ask::Model,
    answer: &SatisfactionAnswer,
) -> Result<(), ApiError> {
    let row = row_of(asked, answer);
    let row = satisfaction_waiting::ActiveModel {
        booking_id: Set(row.booking_id),
        satisfied: Set(row.satisfied),
        closer: Set(row.closer),
        remark: Set(row.remark),
    };
    satisfaction_waiting::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn row_of(
    asked: &satisfaction_ask::Model,
    answer: &SatisfactionAnswer,
) -> satisfaction_waiting::Model {
    satisfaction_waiting::Model {
        booking_id: asked.booking_id,
        satisfied: answer.satisfied.into(),
        closer: answer.closer.into(),
        remark: answer.remark.trim().to_owned(),
    }
}
