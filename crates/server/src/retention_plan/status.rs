//! A plan in a line: for Min side, for the case page, for lists, and all of it for the citizen's
//! own data.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use contract::ids::CaseId;
use contract::own_data::OwnRetentionPlan;
use contract::retention_plan::{CourseEvent, CourseEventKind, RetentionLine, RetentionStatus};
use rules::{Course, NextMove};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::citizen::of;
use super::store::{Reader, course_of, state_of};
use super::view;
use crate::cases::{CaseFile, CaseSet};
use crate::clock::to_local;
use crate::db::entities::{retention_plan, sickness_case};
use crate::http::error::ApiError;
use crate::round_table;

/// The plan in a line for the citizen's overview, as `reader` may know it; nothing without a
/// company.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn line(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    reader: Reader,
    now: DateTime<Utc>,
) -> Result<Option<RetentionLine>, ApiError> {
    if file.employer.is_none() {
        return Ok(None);
    }
    let plans = of(db, file).await?;
    let course = plans.course()?;
    let agreed = plans.agreed(db, reader).await?;
    let booked = round_table::booked(db, plans.case, now).await?;
    let cvr = file.case.employer_cvr.as_deref();
    let offers = round_table::offers(db, plans.case, cvr, now).await?;
    Ok(Some(RetentionLine {
        course,
        next: next(course),
        steps: agreed.map(|agreed| agreed.steps).unwrap_or_default(),
        round_table_offered: booked.is_none() && !offers.is_empty(),
        round_table_at: booked.map(|booked| booked.starts_at),
    }))
}

/// When plans of a case reached the municipality and were acknowledged, the newest first.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn reached_staff(
    db: &impl ConnectionTrait,
    file: &CaseFile,
) -> Result<Vec<CourseEvent>, ApiError> {
    use CourseEventKind::{Acknowledged, Submitted};
    let plans = of(db, file).await?;
    let mut events = view::every_event(db, &plans, Reader::Staff).await?;
    events.retain(|event| matches!(event.kind, Submitted | Acknowledged));
    Ok(events)
}

/// The plan in a line for the case page.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn status(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<RetentionStatus, ApiError> {
    let plans = of(db, file).await?;
    let course = plans.course()?;
    Ok(RetentionStatus {
        course,
        next: next(course),
        since: plans.current().map(|row| to_local(row.since)),
        report: view::reports(db, plans.case).await?.into_iter().next(),
        round_table: round_table::booked(db, plans.case, now).await?,
    })
}

/// Has the citizen a version of the plan with the case's company, approved perhaps, that the
/// municipality has not got?
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn lies_unsent(db: &impl ConnectionTrait, file: &CaseFile) -> Result<bool, ApiError> {
    let plans = of(db, file).await?;
    let newest = |reader| plans.heads(reader).next().map(|head| head.number);
    Ok(newest(Reader::Citizen) != newest(Reader::Staff))
}

fn next(course: Option<Course>) -> NextMove {
    course.map_or(NextMove::Nobody, Course::next_move)
}

/// Those of the cases in which a plan waits for the municipality, and since when.
///
/// # Errors
/// When the database fails.
pub async fn waiting(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, DateTime<Utc>>, ApiError> {
    use retention_plan::{Column, Entity};
    let submitted = state_of(Course::Submitted { version: 0 });
    let case = Entity::belongs_to(sickness_case::Entity)
        .from(Column::CaseId)
        .to(sickness_case::Column::Id)
        .into();
    // What an earlier company left open waits for nobody.
    let present = Expr::col((sickness_case::Entity, sickness_case::Column::EmployerCvr));
    let cases: Vec<(Uuid, DateTime<Utc>)> = Entity::find()
        .select_only()
        .columns([Column::CaseId, Column::Since])
        .join(JoinType::InnerJoin, case)
        .filter(Column::State.eq(submitted))
        .filter(Column::CaseId.in_subquery(set.ids()))
        .filter(Column::Cvr.into_expr().eq(present))
        .into_tuple()
        .all(db)
        .await?;
    Ok(cases.into_iter().collect())
}

/// Where a company's plans are, and since when, by case.
pub(super) async fn newest_of_company(
    db: &impl ConnectionTrait,
    cvr: &str,
    cases: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, (Course, DateTime<Utc>)>, ApiError> {
    let rows = retention_plan::Entity::find()
        .filter(retention_plan::Column::Cvr.eq(cvr))
        .filter(retention_plan::Column::CaseId.is_in(cases))
        .order_by_asc(retention_plan::Column::BegunAt)
        .order_by_asc(retention_plan::Column::Id)
        .all(db)
        .await?;
    let mut newest: HashMap<Uuid, (Course, DateTime<Utc>)> = HashMap::new();
    for row in rows {
        let course = course_of(&row)?;
        let known = newest.get(&row.case_id);
        // Of a case's courses at most one is open, and it is the newest.
        if !course.is_over() || known.is_none_or(|(known, _)| known.is_over()) {
            newest.insert(row.case_id, (course, row.since));
        }
    }
    Ok(newest)
}

/// Everything of a citizen's plans that they may take home.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn own(db: &impl ConnectionTrait, file: &CaseFile) -> Result<OwnRetentionPlan, ApiError> {
    let plans = of(db, file).await?;
    let mut versions = Vec::new();
    for head in plans.every_head() {
        versions.push(plans.content(db, head, Reader::Citizen).await?);
    }
    let case = CaseId(file.case.id);
    let events = view::every_event(db, &plans, Reader::Citizen).await?;
    Ok(OwnRetentionPlan { versions, events, reports: view::reports(db, case).await? })
}
