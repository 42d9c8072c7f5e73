//! The citizen reads who has looked, and staff read the same.

use axum::extract::State;
use contract::access_log::{AccessLog, AccessLogEntry, AccessRole, AccessedData};
use contract::ids::{AccessLogEntryId, CaseId};
use contract::limits;
use contract::problem::Problem;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;

use super::gate;
use crate::auth::{Caseworker, CitizenView};
use crate::clock::to_local;
use crate::db::entities::access_log;
use crate::http::error::ApiError;
use crate::http::extract::{Path, Query};
use crate::state::AppState;

/// Which page of the log.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct LogQuery {
    /// Only what is older than that entry; the newest when absent.
    pub before: Option<AccessLogEntryId>,
}

/// Who has looked at my data, the newest first. My own looks are no entries.
#[utoipa::path(get, path = "/api/citizen/access-log", tag = "citizen", params(LogQuery),
    responses((status = 200, body = AccessLog), (status = "4XX", body = Problem)))]
pub async fn access_log(
    citizen: CitizenView,
    Query(query): Query<LogQuery>,
) -> Result<axum::Json<AccessLog>, ApiError> {
    Ok(axum::Json(page(citizen.state(), citizen.case_id(), query.before).await?))
}

/// Who has looked at a case: what the citizen reads, and nothing more. Looking here is a look, too.
#[utoipa::path(get, path = "/api/staff/cases/{id}/access-log", tag = "staff",
    params(("id" = CaseId, Path), LogQuery),
    responses((status = 200, body = AccessLog), (status = "4XX", body = Problem)))]
pub async fn staff_access_log(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
    Query(query): Query<LogQuery>,
) -> Result<axum::Json<AccessLog>, ApiError> {
    gate::open_case(&state, &caseworker, id, AccessedData::AccessLog).await?;
    Ok(axum::Json(page(&state, id, query.before).await?))
}

async fn page(
    state: &AppState,
    case: CaseId,
    before: Option<AccessLogEntryId>,
) -> Result<AccessLog, ApiError> {
    let mut rows = of_case(case);
    if let Some(before) = before {
        rows = rows.filter(access_log::Column::Id.lt(before.0));
    }
    let rows = rows.limit(limits::ACCESS_LOG_PAGE + 1).all(state.db.read()).await?;
    let page = usize::try_from(limits::ACCESS_LOG_PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    let shown = rows.iter().take(page).map(|row| entry(state, row));
    let entries: Vec<AccessLogEntry> = shown.collect::<Result<_, _>>()?;
    let before = entries.last().map(|entry| entry.id).filter(|_| more);
    Ok(AccessLog { entries, before })
}

/// Every look at a case, the newest first.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn everything(state: &AppState, case: CaseId) -> Result<Vec<AccessLogEntry>, ApiError> {
    let rows = of_case(case).all(state.db.read()).await?;
    rows.iter().map(|row| entry(state, row)).collect()
}

fn of_case(case: CaseId) -> Select<access_log::Entity> {
    access_log::Entity::find()
        .filter(access_log::Column::CaseId.eq(case.0))
        .order_by_desc(access_log::Column::Id)
}

fn entry(state: &AppState, row: &access_log::Model) -> Result<AccessLogEntry, ApiError> {
    let known = AccessRole::parse(&row.role).zip(AccessedData::parse(&row.what));
    let (role, what) = known.ok_or_else(|| ApiError::internal("a look of an unknown kind"))?;
    let show_names = state.config.municipality.access_log.show_names;
    Ok(AccessLogEntry {
        id: AccessLogEntryId(row.id),
        at: to_local(row.at),
        role,
        unit: row.unit.clone(),
        name: show_names.then(|| row.name.clone()),
        what,
        reason: row.reason.clone(),
    })
}
