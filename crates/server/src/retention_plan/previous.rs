//! An earlier plan to begin with: of this case, or of an earlier case of the same employee with
//! the same company.

use contract::ids::CaseId;
use contract::retention_plan::RetentionPlan;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::Deserialize;

use super::store::{Plans, Reader};
use crate::db::entities::{retention_plan, retention_version, sickness_case};
use crate::http::error::ApiError;

/// The newest plan that was sent before the current course.
pub(super) async fn before(
    db: &impl ConnectionTrait,
    plans: &Plans,
    cvr: &str,
) -> Result<Option<RetentionPlan>, ApiError> {
    let current = plans.current().map(|row| row.id);
    let earlier = plans.heads(Reader::Employer).find(|head| Some(head.plan_id) != current);
    if let Some(head) = earlier {
        return Ok(Some(plans.content(db, head, Reader::Employer).await?.plan));
    }
    let row = of_earlier_cases(db, plans.case, cvr).await?;
    row.map(|row| RetentionPlan::deserialize(row.content).map_err(ApiError::internal)).transpose()
}

async fn of_earlier_cases(
    db: &impl ConnectionTrait,
    case: CaseId,
    cvr: &str,
) -> Result<Option<retention_version::Model>, ApiError> {
    use retention_version::Column;
    let whose = sickness_case::Entity::find()
        .select_only()
        .column(sickness_case::Column::CitizenId)
        .filter(sickness_case::Column::Id.eq(case.0))
        .into_query();
    let cases = sickness_case::Entity::find()
        .select_only()
        .column(sickness_case::Column::Id)
        .filter(sickness_case::Column::CitizenId.in_subquery(whose))
        .filter(sickness_case::Column::Id.ne(case.0))
        .into_query();
    let courses = retention_plan::Entity::find()
        .select_only()
        .column(retention_plan::Column::Id)
        .filter(retention_plan::Column::CaseId.in_subquery(cases))
        .filter(retention_plan::Column::Cvr.eq(cvr))
        .into_query();
    let newest = retention_version::Entity::find()
        .filter(Column::PlanId.in_subquery(courses))
        .filter(Column::TakenBackAt.is_null())
        .order_by_desc(Column::SentAt)
        .order_by_desc(Column::Number)
        .limit(1);
    Ok(newest.one(db).await?)
}
