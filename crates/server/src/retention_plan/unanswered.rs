//! Steps at which it did not go, and which the municipality has not answered yet: for the list of
//! cases. A conversation held since then is an answer as well; of those this knows nothing.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Course, CourseParty};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::store::state_of;
use crate::cases::CaseSet;
use crate::db::entities::{
    retention_event, retention_plan, retention_version, sickness_case, step_report,
};
use crate::employer_contact;
use crate::http::error::ApiError;

/// "It did not go."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedStep {
    /// First day of the step.
    pub from: NaiveDate,
    /// When it was told.
    pub at: DateTime<Utc>,
}

/// The newest such report of each case, as long as nothing was done about it: no move by the
/// municipality in the plan's course, no contact with the employer recorded, no newer version
/// approved. Only of a plan with the present company whose course is not over.
///
/// # Errors
/// When the database fails.
pub async fn unanswered(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, FailedStep>, ApiError> {
    let reports: Vec<(Uuid, i32, NaiveDate, DateTime<Utc>)> = step_report::Entity::find()
        .select_only()
        .columns([step_report::Column::CaseId, step_report::Column::Version])
        .columns([step_report::Column::FromDate, step_report::Column::At])
        .filter(step_report::Column::CaseId.in_subquery(set.ids()))
        .into_tuple()
        .all(db)
        .await?;
    if reports.is_empty() {
        return Ok(HashMap::new());
    }
    let standing = standing_versions(db, set).await?;
    let answers = [
        employer_contact::last_recorded(db, set).await?,
        last_moves(db, set).await?,
        last_approvals(db, set).await?,
    ];
    let mut newest: HashMap<Uuid, FailedStep> = HashMap::new();
    for (case, version, from, at) in reports {
        let answered = answers.iter().any(|last| last.get(&case).is_some_and(|last| *last > at));
        let older = newest.get(&case).is_some_and(|known| known.at > at);
        if standing.contains(&(case, version)) && !answered && !older {
            newest.insert(case, FailedStep { from, at });
        }
    }
    Ok(newest)
}

/// Versions made with the case's present company in a course that is not over.
async fn standing_versions(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashSet<(Uuid, i32)>, ApiError> {
    use retention_version::Column;
    let plan = retention_version::Entity::belongs_to(retention_plan::Entity)
        .from(Column::PlanId)
        .to(retention_plan::Column::Id)
        .into();
    let case = retention_plan::Entity::belongs_to(sickness_case::Entity)
        .from(retention_plan::Column::CaseId)
        .to(sickness_case::Column::Id)
        .into();
    let over = [Course::Declined { last: 0 }, Course::Closed { last: 0 }].map(state_of);
    let present = Expr::col((sickness_case::Entity, sickness_case::Column::EmployerCvr));
    let rows: Vec<(Uuid, i32)> = retention_version::Entity::find()
        .select_only()
        .columns([Column::CaseId, Column::Number])
        .join(JoinType::InnerJoin, plan)
        .join(JoinType::InnerJoin, case)
        .filter(Column::CaseId.in_subquery(set.ids()))
        .filter(retention_plan::Column::State.is_not_in(over))
        .filter(retention_plan::Column::Cvr.into_expr().eq(present))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// When the municipality last made a move in a course of each case.
async fn last_moves(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, DateTime<Utc>>, ApiError> {
    use retention_event::Column;
    let rows: Vec<(Uuid, DateTime<Utc>)> = retention_event::Entity::find()
        .select_only()
        .column(Column::CaseId)
        .column_as(Column::At.max(), "last")
        .filter(Column::CaseId.in_subquery(set.ids()))
        .filter(Column::Party.eq(CourseParty::Staff.as_str()))
        .group_by(Column::CaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// When a version of each case was last approved.
async fn last_approvals(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, DateTime<Utc>>, ApiError> {
    use retention_version::Column;
    let rows: Vec<(Uuid, DateTime<Utc>)> = retention_version::Entity::find()
        .select_only()
        .column(Column::CaseId)
        .column_as(Column::ApprovedAt.max(), "last")
        .filter(Column::CaseId.in_subquery(set.ids()))
        .filter(Column::ApprovedAt.is_not_null())
        .group_by(Column::CaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
