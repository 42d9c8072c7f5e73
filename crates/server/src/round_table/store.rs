//! Round-table conversations and offered stretches of time as they are stored and shown.

use std::ops::Range;

use chrono::{DateTime, Utc};
use contract::ids::{CaseId, CaseworkerId, RoundTableId, RoundTableOfferId};
use contract::own_data::OwnRoundTable;
use contract::retention_plan::{RoundTable, RoundTableOffer};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::to_local;
use crate::db::entities::{caseworker, round_table, round_table_offer};
use crate::http::error::ApiError;

/// To come, or going on.
pub const BOOKED: &str = "booked";
/// Called off.
pub const CANCELLED: &str = "cancelled";
/// Its time has passed, and another has been booked since.
pub const OVER: &str = "over";

/// The round-table conversation of a case that is booked and not over, with whichever company:
/// the citizen and their caseworker see it and call it off though the case has another by now.
///
/// # Errors
/// When the database fails.
pub async fn booked(
    db: &impl ConnectionTrait,
    case: CaseId,
    now: DateTime<Utc>,
) -> Result<Option<RoundTable>, ApiError> {
    match open(db, case, now).await? {
        Some(row) => Ok(Some(with_caseworker(db, &row).await?)),
        None => Ok(None),
    }
}

/// The same for a company: its own, never one of the company before.
///
/// # Errors
/// When the database fails.
pub async fn booked_with(
    db: &impl ConnectionTrait,
    case: CaseId,
    cvr: &str,
    now: DateTime<Utc>,
) -> Result<Option<RoundTable>, ApiError> {
    match open(db, case, now).await?.filter(|row| row.cvr == cvr) {
        Some(row) => Ok(Some(with_caseworker(db, &row).await?)),
        None => Ok(None),
    }
}

async fn with_caseworker(
    db: &impl ConnectionTrait,
    row: &round_table::Model,
) -> Result<RoundTable, ApiError> {
    let caseworker = caseworker::Entity::find_by_id(row.caseworker_id).one(db).await?;
    let caseworker = caseworker.ok_or_else(|| ApiError::internal("a round table without host"))?;
    Ok(shown(row, &caseworker.name))
}

/// The stretches that a company, the case's by now, has offered for it: not over, not withdrawn,
/// in order.
///
/// # Errors
/// When the database fails.
pub async fn offers(
    db: &impl ConnectionTrait,
    case: CaseId,
    cvr: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Vec<RoundTableOffer>, ApiError> {
    let shown = |row: round_table_offer::Model| RoundTableOffer {
        id: RoundTableOfferId(row.id),
        starts_at: to_local(row.starts_at),
        ends_at: to_local(row.ends_at),
        by: row.by_name,
    };
    Ok(open_offers(db, case, cvr, now).await?.into_iter().map(shown).collect())
}

/// A conversation as each of the three sees it.
pub fn shown(row: &round_table::Model, caseworker: &str) -> RoundTable {
    RoundTable {
        id: RoundTableId(row.id),
        starts_at: to_local(row.starts_at),
        ends_at: to_local(row.ends_at),
        employer: row.employer_name.clone(),
        caseworker: caseworker.to_owned(),
    }
}

/// A case's conversations, also those that are over or were called off, newest first.
///
/// # Errors
/// When the database fails.
pub async fn every(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<OwnRoundTable>, ApiError> {
    let rows = round_table::Entity::find()
        .filter(round_table::Column::CaseId.eq(case.0))
        .order_by_desc(round_table::Column::StartsAt)
        .order_by_desc(round_table::Column::Id)
        .all(db)
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let round_table = with_caseworker(db, &row).await?;
        all.push(OwnRoundTable { round_table, cancelled: row.state == CANCELLED });
    }
    Ok(all)
}

/// The row of the conversation that is booked and not over.
pub(super) async fn open(
    db: &impl ConnectionTrait,
    case: CaseId,
    now: DateTime<Utc>,
) -> Result<Option<round_table::Model>, ApiError> {
    let row = round_table::Entity::find()
        .filter(round_table::Column::CaseId.eq(case.0))
        .filter(round_table::Column::State.eq(BOOKED))
        .filter(round_table::Column::EndsAt.gt(now))
        .one(db)
        .await?;
    Ok(row)
}

/// The rows of the stretches that a company offers, in order; none where the case has no company.
/// What a former one offered is not offered any more.
pub(super) async fn open_offers(
    db: &impl ConnectionTrait,
    case: CaseId,
    cvr: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Vec<round_table_offer::Model>, ApiError> {
    let Some(cvr) = cvr else { return Ok(Vec::new()) };
    let rows = round_table_offer::Entity::find()
        .filter(round_table_offer::Column::CaseId.eq(case.0))
        .filter(round_table_offer::Column::Cvr.eq(cvr))
        .filter(round_table_offer::Column::WithdrawnAt.is_null())
        .filter(round_table_offer::Column::EndsAt.gt(now))
        .order_by_asc(round_table_offer::Column::StartsAt)
        .order_by_asc(round_table_offer::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// Every conversation that is booked and not over at a moment.
///
/// # Errors
/// When the database fails.
pub async fn coming(
    db: &impl ConnectionTrait,
    from: DateTime<Utc>,
) -> Result<Vec<round_table::Model>, DbErr> {
    round_table::Entity::find()
        .filter(round_table::Column::State.eq(BOOKED))
        .filter(round_table::Column::EndsAt.gt(from))
        .all(db)
        .await
}

/// A caseworker's conversations that begin in a span of time, in order; cancelled ones left out.
///
/// # Errors
/// When the database fails.
pub async fn between(
    db: &impl ConnectionTrait,
    caseworker: CaseworkerId,
    span: Range<DateTime<Utc>>,
) -> Result<Vec<round_table::Model>, DbErr> {
    round_table::Entity::find()
        .filter(round_table::Column::CaseworkerId.eq(caseworker.0))
        .filter(round_table::Column::State.ne(CANCELLED))
        .filter(round_table::Column::StartsAt.gte(span.start))
        .filter(round_table::Column::StartsAt.lt(span.end))
        .order_by_asc(round_table::Column::StartsAt)
        .all(db)
        .await
}
