//! What is to be told to somebody. Written in the transaction that gives reason to tell it, and
//! shown to staff as not sent: delivering is no part of the application yet.

use std::collections::HashSet;

use contract::ids::{CaseId, OutboxMessageId};
use contract::retention_plan::{MessageKind, OutboxMessage};
use rules::CourseParty;
use sea_orm::sea_query::{OnConflict, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, Set, TryInsertResult,
};
use serde::Deserialize;

use crate::clock::{Clock, to_local};
use crate::db::entities::{outbox, retention_version};
use crate::http::error::ApiError;

/// Values in one statement: SQLite allows some thirty thousand.
const AT_ONCE: usize = 500;

/// Writes a message, to be sent when the caller commits; false when the same one, by `once`,
/// has been written before.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    tx: &DatabaseTransaction,
    clock: &Clock,
    case: CaseId,
    to: CourseParty,
    kind: MessageKind,
    once: String,
) -> Result<bool, ApiError> {
    let row = outbox::ActiveModel {
        id: Set(clock.new_id()),
        case_id: Set(case.0),
        kind: Set(serde_json::to_value(kind).map_err(ApiError::internal)?),
        recipient: Set(to.as_str().to_owned()),
        once: Set(once),
        at: Set(clock.now()),
        sent_at: Set(None),
    };
    let written = outbox::Entity::insert_many([row])
        .on_conflict(OnConflict::column(outbox::Column::Once).do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(matches!(written, TryInsertResult::Inserted(1)))
}

/// Does a message about a case wait to be sent whose `once` begins like that?
///
/// # Errors
/// When the database fails.
pub async fn waits(
    db: &impl ConnectionTrait,
    case: CaseId,
    begins: &str,
) -> Result<bool, ApiError> {
    let waiting = outbox::Entity::find()
        .filter(outbox::Column::CaseId.eq(case.0))
        .filter(outbox::Column::SentAt.is_null())
        .filter(outbox::Column::Once.starts_with(begins))
        .one(db)
        .await?;
    Ok(waiting.is_some())
}

/// Which of some messages, by `once`, have been written.
///
/// # Errors
/// When the database fails.
pub async fn written(
    db: &impl ConnectionTrait,
    once: &[String],
) -> Result<HashSet<String>, ApiError> {
    let mut known = HashSet::new();
    for some in once.chunks(AT_ONCE) {
        let rows: Vec<String> = outbox::Entity::find()
            .select_only()
            .column(outbox::Column::Once)
            .filter(outbox::Column::Once.is_in(some))
            .into_tuple()
            .all(db)
            .await?;
        known.extend(rows);
    }
    Ok(known)
}

/// What there was to tell a citizen, sent or not, the newest first: for the citizen's own data, and
/// for nobody else.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn to_citizen(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<OutboxMessage>, ApiError> {
    messages(db, of(case).filter(is_to_citizen())).await
}

/// The same as far as staff may know it.
///
/// # Errors
/// As [`to_citizen`].
pub async fn to_citizen_for_staff(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<OutboxMessage>, ApiError> {
    for_staff(db, case, of(case).filter(is_to_citizen())).await
}

/// What waits to be sent about a case, as far as staff may know it, the newest first.
///
/// # Errors
/// As [`to_citizen`].
pub async fn waiting_for_staff(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<OutboxMessage>, ApiError> {
    for_staff(db, case, of(case).filter(outbox::Column::SentAt.is_null())).await
}

/// Those of a case's messages that staff may know of: a step of a plan that the municipality has not
/// got is between employer and employee.
async fn for_staff(
    db: &impl ConnectionTrait,
    case: CaseId,
    rows: Select<outbox::Entity>,
) -> Result<Vec<OutboxMessage>, ApiError> {
    let mut messages = messages(db, rows).await?;
    let submitted = submitted(db, case).await?;
    messages.retain(|message| match message.kind {
        MessageKind::StepUp { version, .. } => submitted.contains(&version),
        _ => true,
    });
    Ok(messages)
}

fn of(case: CaseId) -> Select<outbox::Entity> {
    outbox::Entity::find()
        .filter(outbox::Column::CaseId.eq(case.0))
        .order_by_desc(outbox::Column::Id)
}

fn is_to_citizen() -> SimpleExpr {
    outbox::Column::Recipient.eq(CourseParty::Citizen.as_str())
}

async fn messages(
    db: &impl ConnectionTrait,
    rows: Select<outbox::Entity>,
) -> Result<Vec<OutboxMessage>, ApiError> {
    rows.all(db).await?.into_iter().map(message).collect()
}

async fn submitted(db: &impl ConnectionTrait, case: CaseId) -> Result<HashSet<u32>, ApiError> {
    let numbers: Vec<i32> = retention_version::Entity::find()
        .select_only()
        .column(retention_version::Column::Number)
        .filter(retention_version::Column::CaseId.eq(case.0))
        .filter(retention_version::Column::SubmittedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(numbers.into_iter().filter_map(|number| u32::try_from(number).ok()).collect())
}

fn message(row: outbox::Model) -> Result<OutboxMessage, ApiError> {
    let to = CourseParty::parse(&row.recipient);
    Ok(OutboxMessage {
        id: OutboxMessageId(row.id),
        kind: MessageKind::deserialize(row.kind).map_err(ApiError::internal)?,
        to: to.ok_or_else(|| ApiError::internal("a message to nobody"))?,
        at: to_local(row.at),
        sent_at: row.sent_at.map(to_local),
    })
}
