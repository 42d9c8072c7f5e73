//! What the days bring about: a plan that nobody has answered, or sent on before a conversation, and
//! a step up that begins. What was told before is told once, also by two servers at once: the message's `once` decides.

use chrono::{DateTime, TimeDelta, Utc};
use contract::booking::BookingState;
use contract::ids::CaseId;
use contract::retention_plan::{CourseEventKind, MessageKind, RetentionPlan};
use rules::{Course, CourseParty, RampUpStep};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select, Set,
};
use serde::Deserialize;
use uuid::Uuid;

use super::moves::{self, Held};
use super::store::{course_of, number, state_of};
use crate::booking::state_name;
use crate::clock::local_date;
use crate::db::entities::{
    booking, retention_event, retention_plan, retention_version, sickness_case,
};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;

/// Reminds both of every plan that was sent longer ago than the municipality's number of days.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn nudge(state: &AppState) -> Result<(), ApiError> {
    let days = state.config.municipality.retention_plan.answer_days;
    let before = state.clock.now() - TimeDelta::days(days.into());
    let sent = with_present_company(state, retention_plan::Entity::find())
        .filter(retention_plan::Column::State.eq(state_of(Course::Sent { version: 0 })))
        .filter(retention_plan::Column::Since.lt(before))
        .all(state.db.read())
        .await?;
    let nudged = nudged(state, sent.iter().map(|row| row.id)).await?;
    for row in sent.iter().filter(|row| !nudged.contains(&(row.id, row.version))) {
        nudge_one(state, row, before).await?;
    }
    Ok(())
}

async fn nudged(
    state: &AppState,
    plans: impl Iterator<Item = Uuid>,
) -> Result<Vec<(Uuid, i32)>, ApiError> {
    use retention_event::Column;
    let rows = retention_event::Entity::find()
        .select_only()
        .columns([Column::PlanId, Column::Version])
        .filter(Column::Kind.eq(CourseEventKind::Nudged.as_str()))
        .filter(Column::PlanId.is_in(plans))
        .into_tuple()
        .all(state.db.read())
        .await?;
    Ok(rows)
}

async fn nudge_one(
    state: &AppState,
    row: &retention_plan::Model,
    before: DateTime<Utc>,
) -> Result<(), ApiError> {
    let case = CaseId(row.case_id);
    let tx = state.db.begin_write().await?;
    let Some(held) = hold(&tx, state, row.case_id).await? else { return Ok(()) };
    // Answered, perhaps, while this was waiting.
    let current = held.plans.current();
    let still = current.filter(|now| now.id == row.id && now.version == row.version);
    let waits = |now: &&retention_plan::Model| {
        now.since < before && matches!(course_of(now), Ok(Course::Sent { .. }))
    };
    if still.filter(waits).is_none() {
        return Ok(());
    }
    let kind = MessageKind::Plan { event: CourseEventKind::Nudged };
    for to in [CourseParty::Citizen, CourseParty::Employer] {
        let once = format!("nudge:{}:{}:{}", row.id, row.version, to.as_str());
        if !outbox::tell(&tx, &state.clock, case, to, kind, once).await? {
            return Ok(());
        }
    }
    let event = retention_event::ActiveModel {
        id: Set(state.clock.new_id()),
        plan_id: Set(row.id),
        case_id: Set(row.case_id),
        kind: Set(CourseEventKind::Nudged.as_str().to_owned()),
        party: Set(None),
        by_id: Set(None),
        by_name: Set(String::new()),
        at: Set(state.clock.now()),
        version: Set(row.version),
        text: Set(String::new()),
    };
    retention_event::Entity::insert(event).exec_without_returning(&*tx).await?;
    Ok(tx.commit().await?)
}

/// Reminds both of every plan that is approved and lies unsent while a conversation comes near: the
/// municipality is to have it in time for that.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn submit_in_time(state: &AppState) -> Result<(), ApiError> {
    let approved = with_present_company(state, retention_plan::Entity::find())
        .filter(retention_plan::Column::State.eq(state_of(Course::Approved { version: 0 })))
        .filter(retention_plan::Column::CaseId.in_subquery(conversation_is_near(state)))
        .all(state.db.read())
        .await?;
    let once = |row: &retention_plan::Model, to: CourseParty| {
        format!("plan-not-submitted:{}:{}:{}", row.id, row.version, to.as_str())
    };
    let told: Vec<String> = approved.iter().map(|row| once(row, CourseParty::Citizen)).collect();
    let told = outbox::written(state.db.read(), &told).await?;
    let news = |row: &&retention_plan::Model| !told.contains(&once(row, CourseParty::Citizen));
    for row in approved.iter().filter(news) {
        let tx = state.db.begin_write().await?;
        let Some(held) = hold(&tx, state, row.case_id).await? else { continue };
        // Sent, perhaps, while this was waiting.
        let waits = |now: &&retention_plan::Model| now.id == row.id && now.state == row.state;
        if held.plans.current().filter(waits).is_none() {
            continue;
        }
        for to in [CourseParty::Citizen, CourseParty::Employer] {
            let kind = MessageKind::PlanNotSubmitted;
            outbox::tell(&tx, &state.clock, held.plans.case, to, kind, once(row, to)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The cases with a conversation within the days set.
fn conversation_is_near(state: &AppState) -> SelectStatement {
    let now = state.clock.now();
    let days = state.config.municipality.retention_plan.submit_reminder_days;
    Query::select()
        .column(booking::Column::CaseId)
        .from(booking::Entity)
        .and_where(booking::Column::State.eq(state_name(BookingState::Booked)))
        .and_where(booking::Column::StartsAt.gt(now))
        .and_where(booking::Column::StartsAt.lte(now + TimeDelta::days(days.into())))
        .to_owned()
}

/// A case's plans, held until the transaction ends; none where nothing can be done any more.
async fn hold(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: Uuid,
) -> Result<Option<Held>, ApiError> {
    match moves::hold(tx, CaseId(case), state.clock.today()).await {
        Err(ApiError::CaseClosed | ApiError::NoEmployer | ApiError::NotFound) => Ok(None),
        held => held.map(Some),
    }
}

/// Tells citizens of agreed steps with more hours that begin soon.
///
/// # Errors
/// When the database fails or holds what it should not; the next time will do.
pub async fn announce_steps(state: &AppState) -> Result<(), ApiError> {
    let (mut told, mut last) = (Vec::new(), None);
    for (case, version) in agreed(state).await? {
        // The newest of a case comes first.
        if last.replace(case) == Some(case) {
            continue;
        }
        let row =
            retention_version::Entity::find_by_id((case, version)).one(state.db.read()).await?;
        let Some(row) = row else { continue };
        let plan = match RetentionPlan::deserialize(row.content) {
            Ok(plan) => plan,
            Err(error) => {
                tracing::error!(?error, %case, "a version that cannot be read is told of to nobody");
                continue;
            }
        };
        let once = |from| format!("step-up:{case}:{from}");
        let kind = |from| MessageKind::StepUp { version: number(version), from };
        let steps = plan.steps();
        let ups = ups(state, &steps);
        told.extend(ups.map(|step| (once(step.from), case, kind(step.from))));
    }
    // Most were told the last time: a minute with no news writes nothing.
    let all: Vec<String> = told.iter().map(|(once, ..)| once.clone()).collect();
    let known = outbox::written(state.db.read(), &all).await?;
    for (once, case, kind) in told.into_iter().filter(|(once, ..)| !known.contains(once)) {
        let to = CourseParty::Citizen;
        let tx = state.db.begin_write().await?;
        outbox::tell(&tx, &state.clock, CaseId(case), to, kind, once).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Those of open cases that are still with the company of the plan.
fn with_present_company<E: EntityTrait>(state: &AppState, plans: Select<E>) -> Select<E> {
    let case = retention_plan::Entity::belongs_to(sickness_case::Entity)
        .from(retention_plan::Column::CaseId)
        .to(sickness_case::Column::Id)
        .into();
    let closed_on = sickness_case::Column::ClosedOn;
    let present = Expr::col((sickness_case::Entity, sickness_case::Column::EmployerCvr));
    plans
        .join(JoinType::InnerJoin, case)
        .filter(closed_on.is_null().or(closed_on.gt(state.clock.today())))
        .filter(retention_plan::Column::Cvr.into_expr().eq(present))
}

/// Approved versions of open cases with their company, each case's newest first.
async fn agreed(state: &AppState) -> Result<Vec<(Uuid, i32)>, ApiError> {
    use retention_version::Column;
    let plan = retention_version::Entity::belongs_to(retention_plan::Entity)
        .from(Column::PlanId)
        .to(retention_plan::Column::Id)
        .into();
    let all = retention_version::Entity::find().join(JoinType::InnerJoin, plan);
    let over = [Course::Declined { last: 0 }, Course::Closed { last: 0 }].map(state_of);
    let rows = with_present_company(state, all)
        .select_only()
        .columns([Column::CaseId, Column::Number])
        .filter(Column::ApprovedAt.is_not_null())
        .filter(Column::TakenBackAt.is_null())
        .filter(retention_plan::Column::State.is_not_in(over))
        .order_by_asc(Column::CaseId)
        .order_by_desc(Column::Number)
        .into_tuple()
        .all(state.db.read())
        .await?;
    Ok(rows)
}

/// Steps with more hours than before that begin after today and within the days set.
fn ups<'a>(state: &AppState, steps: &'a [RampUpStep]) -> impl Iterator<Item = &'a RampUpStep> {
    let today = local_date(state.clock.now());
    let days = state.config.municipality.retention_plan.step_reminder_days;
    let last = today + TimeDelta::days(days.into());
    let soon = move |step: &RampUpStep| today < step.from && step.from <= last;
    let above = std::iter::once(None).chain(steps.iter().map(Some));
    let up = |(step, above): &(&RampUpStep, Option<&RampUpStep>)| {
        above.is_none_or(|above| above.hours < step.hours)
    };
    steps.iter().zip(above).filter(up).map(|(step, _)| step).filter(move |step| soon(step))
}
