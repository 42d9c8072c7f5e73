//! Open previews in the database. Each belongs to one session and goes with it.

use chrono::{DateTime, NaiveDate, Utc};
use contract::calendar::PublishSpan;
use contract::ids::{CaseId, CaseworkerId, PreviewId};
use contract::preview::{PreviewOf, UnpublishedCalendar};
use contract::session::DemoSituation;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use serde_json::Value;

use crate::db::entities::{preview, session};
use crate::http::error::ApiError;

/// A preview that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which.
    pub id: PreviewId,
    /// Who looks.
    pub by: CaseworkerId,
    /// Whose pages.
    pub of: PreviewOf,
    /// As they look on that day; on the day itself when absent, which a sample's never is: its people
    /// are others each day.
    pub on: Option<NaiveDate>,
    /// As if this calendar were published.
    pub calendar: Option<UnpublishedCalendar>,
    /// Why; empty where none was asked for.
    pub reason: String,
}

impl Opened {
    fn from_row(row: preview::Model) -> Result<Self, ApiError> {
        let of = match (row.case_id, row.situation) {
            (Some(case), None) => PreviewOf::Case { case_id: CaseId(case) },
            (None, Some(name)) => PreviewOf::Sample {
                situation: DemoSituation::deserialize(Value::String(name))
                    .map_err(ApiError::internal)?,
            },
            _ => return Err(ApiError::internal("a preview of nothing")),
        };
        let span = row.calendar_from.zip(row.calendar_to);
        let calendar = row.calendar_of.zip(span).map(|(whose, (from, to))| UnpublishedCalendar {
            caseworker_id: CaseworkerId(whose),
            span: PublishSpan { from, to },
        });
        Ok(Self {
            id: PreviewId(row.id),
            by: CaseworkerId(row.caseworker_id),
            of,
            on: row.on_date,
            calendar,
            reason: row.reason,
        })
    }
}

/// A preview of a session; another session's does not exist for it.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn find(
    db: &impl ConnectionTrait,
    session: &str,
    id: PreviewId,
) -> Result<Option<Opened>, ApiError> {
    let row = preview::Entity::find_by_id(id.0)
        .filter(preview::Column::SessionHash.eq(session))
        .one(db)
        .await?;
    row.map(Opened::from_row).transpose()
}

/// Writes down that a session has opened a preview.
pub(super) async fn insert(
    tx: &DatabaseTransaction,
    session: &str,
    opened: &Opened,
    at: DateTime<Utc>,
) -> Result<(), ApiError> {
    let (case_id, situation) = match opened.of {
        PreviewOf::Case { case_id } => (Some(case_id.0), None),
        PreviewOf::Sample { situation } => {
            let name = serde_json::to_value(situation).map_err(ApiError::internal)?;
            (None, name.as_str().map(str::to_owned))
        }
    };
    let row = preview::ActiveModel {
        id: Set(opened.id.0),
        session_hash: Set(session.to_owned()),
        caseworker_id: Set(opened.by.0),
        case_id: Set(case_id),
        situation: Set(situation),
        on_date: Set(opened.on),
        calendar_of: Set(opened.calendar.map(|calendar| calendar.caseworker_id.0)),
        calendar_from: Set(opened.calendar.map(|calendar| calendar.span.from)),
        calendar_to: Set(opened.calendar.map(|calendar| calendar.span.to)),
        reason: Set(opened.reason.clone()),
        opened_at: Set(at),
    };
    preview::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Closes one; nothing happens when it is not there.
pub(super) async fn close(
    tx: &DatabaseTransaction,
    session: &str,
    id: PreviewId,
) -> Result<(), ApiError> {
    preview::Entity::delete_by_id(id.0)
        .filter(preview::Column::SessionHash.eq(session))
        .exec(tx)
        .await?;
    Ok(())
}

/// Closes what is open in a session that ends.
///
/// # Errors
/// When the database fails.
pub async fn close_all(tx: &DatabaseTransaction, session: &str) -> Result<(), ApiError> {
    preview::Entity::delete_many()
        .filter(preview::Column::SessionHash.eq(session))
        .exec(tx)
        .await?;
    Ok(())
}

/// Closes what was open in sessions that have run out.
///
/// # Errors
/// When the database fails.
pub async fn close_left_behind(tx: &DatabaseTransaction) -> Result<(), ApiError> {
    let running = Query::select().column(session::Column::IdHash).from(session::Entity).to_owned();
    preview::Entity::delete_many()
        .filter(preview::Column::SessionHash.not_in_subquery(running))
        .exec(tx)
        .await?;
    Ok(())
}
