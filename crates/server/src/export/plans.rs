//! Where plans are: never what they say.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use contract::export::{ExportedPlan, PlanKind};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::body::{Exported, Reading};
use super::moment;
use crate::db::entities::{job_plan_version, retention_plan};
use crate::http::error::ApiError;

/// A version without what it says.
#[derive(Debug, FromQueryResult)]
struct Version {
    case_id: Uuid,
    number: i32,
    shared_at: DateTime<Utc>,
    opened_at: Option<DateTime<Utc>>,
}

impl Exported for ExportedPlan {
    async fn of_cases(reading: Reading<'_>) -> Result<Vec<(Uuid, Self)>, ApiError> {
        let mut rows = job_plans(&reading).await?;
        rows.extend(retention_plans(&reading).await?);
        Ok(rows)
    }
}

/// The newest version of each case that stands.
async fn job_plans(reading: &Reading<'_>) -> Result<Vec<(Uuid, ExportedPlan)>, ApiError> {
    use job_plan_version::Column;
    let versions: Vec<Version> = job_plan_version::Entity::find()
        .select_only()
        .columns([Column::CaseId, Column::Number, Column::SharedAt, Column::OpenedAt])
        .filter(Column::CaseId.is_in(reading.cases()))
        .filter(Column::TakenBackAt.is_null())
        .order_by_asc(Column::Number)
        .into_model()
        .all(reading.state.db.read())
        .await?;
    let newest: HashMap<Uuid, Version> =
        versions.into_iter().map(|version| (version.case_id, version)).collect();
    let shown = |version: Version| {
        let since = version.opened_at.unwrap_or(version.shared_at);
        let exported = ExportedPlan {
            case_number: reading.number(version.case_id),
            plan: PlanKind::JobPlan,
            state: if version.opened_at.is_some() { "opened" } else { "shared" }.to_owned(),
            version: u32::try_from(version.number).unwrap_or_default(),
            begun_at: None,
            since: moment(since),
            employer_cvr: None,
        };
        reading.span.has_moment(since).then_some((version.case_id, exported))
    };
    Ok(newest.into_values().filter_map(shown).collect())
}

async fn retention_plans(reading: &Reading<'_>) -> Result<Vec<(Uuid, ExportedPlan)>, ApiError> {
    let rows = retention_plan::Entity::find()
        .filter(retention_plan::Column::CaseId.is_in(reading.cases()))
        .order_by_asc(retention_plan::Column::Id)
        .all(reading.state.db.read())
        .await?;
    let shown = |row: retention_plan::Model| {
        let state = match row.state.as_str() {
            // A new version is being written of a plan that stands: the same to those outside.
            "revising" | "revising_questioned" => "drafting".to_owned(),
            _ => row.state,
        };
        let exported = ExportedPlan {
            case_number: reading.number(row.case_id),
            plan: PlanKind::RetentionPlan,
            state,
            version: u32::try_from(row.version).unwrap_or_default(),
            begun_at: Some(moment(row.begun_at)),
            since: moment(row.since),
            employer_cvr: Some(row.cvr),
        };
        (row.case_id, exported)
    };
    let rows = rows.into_iter().filter(|row| reading.span.has_moment(row.since));
    Ok(rows.map(shown).collect())
}
