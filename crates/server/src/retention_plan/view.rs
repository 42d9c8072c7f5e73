//! How a plan came where it is, as each of the three may know it.

use contract::ids::CaseId;
use contract::retention_plan::{CourseEvent, CourseEventKind, CourseView, StepReport};
use rules::CourseParty;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::store::{Plans, Reader, course_of, number};
use crate::clock::to_local;
use crate::db::entities::{retention_event, step_report};
use crate::http::error::ApiError;

/// Where the newest course is, and how it came there.
pub(super) async fn course(
    db: &impl ConnectionTrait,
    plans: &Plans,
    reader: Reader,
) -> Result<Option<CourseView>, ApiError> {
    let Some(row) = plans.current() else { return Ok(None) };
    let course = course_of(row)?;
    let mut events = events(db, plans).await?;
    events.retain(|event| event.plan_id == row.id);
    let events = events.into_iter().map(|row| event(plans, row, reader));
    Ok(Some(CourseView {
        course,
        next: course.next_move(),
        since: to_local(row.since),
        events: events.collect::<Result<_, _>>()?,
    }))
}

/// What has happened in every course of a case, the newest first.
pub(super) async fn every_event(
    db: &impl ConnectionTrait,
    plans: &Plans,
    reader: Reader,
) -> Result<Vec<CourseEvent>, ApiError> {
    let rows = events(db, plans).await?;
    rows.into_iter().map(|row| event(plans, row, reader)).collect()
}

async fn events(
    db: &impl ConnectionTrait,
    plans: &Plans,
) -> Result<Vec<retention_event::Model>, ApiError> {
    let rows = retention_event::Entity::find()
        .filter(retention_event::Column::CaseId.eq(plans.case.0))
        .order_by_desc(retention_event::Column::At)
        .order_by_desc(retention_event::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

fn event(
    plans: &Plans,
    row: retention_event::Model,
    reader: Reader,
) -> Result<CourseEvent, ApiError> {
    let unknown = || ApiError::internal("an event of an unknown kind");
    let kind = CourseEventKind::parse(&row.kind).ok_or_else(unknown)?;
    let by = match &row.party {
        Some(party) => Some(CourseParty::parse(party).ok_or_else(unknown)?),
        None => None,
    };
    // The employer deals with the municipality, not with one of its people.
    let anonymous = reader == Reader::Employer && by == Some(CourseParty::Staff);
    Ok(CourseEvent {
        kind,
        by,
        name: if anonymous { String::new() } else { row.by_name },
        at: to_local(row.at),
        version: (row.version > 0).then(|| number(row.version)),
        text: if may_hear(plans, kind, row.version, reader) { row.text } else { String::new() },
    })
}

/// Staff hear what was said to a version once they have it.
fn may_hear(plans: &Plans, kind: CourseEventKind, version: i32, reader: Reader) -> bool {
    let between_the_two = matches!(kind, CourseEventKind::ChangesAsked | CourseEventKind::Approved);
    reader != Reader::Staff
        || !between_the_two
        || plans.heads(reader).any(|head| head.number == version)
}

/// Steps at which it did not go, the newest first. The employer never reads them.
pub(super) async fn reports(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<StepReport>, ApiError> {
    let rows = step_report::Entity::find()
        .filter(step_report::Column::CaseId.eq(case.0))
        .order_by_desc(step_report::Column::At)
        .order_by_desc(step_report::Column::Id)
        .all(db)
        .await?;
    let report = |row: step_report::Model| StepReport {
        version: number(row.version),
        from: row.from_date,
        text: row.text,
        at: to_local(row.at),
    };
    Ok(rows.into_iter().map(report).collect())
}
