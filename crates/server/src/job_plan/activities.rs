//! What was agreed with the municipality (fields as DFDG's, DOMAIN 4.2): added and removed by
//! caseworkers, shown in the citizen's plan. What is removed stays, for the citizen's own data.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use contract::access_log::AccessedData;
use contract::ids::{ActivityId, CaseId};
use contract::job_plan::{Activity, NewActivity, StaffJobPlan, check_activity};
use contract::own_data::OwnActivity;
use contract::problem::{FieldCode, FieldError, Problem};
use rules::WeeklyHours;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
};

use super::staff;
use crate::access_log;
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::clock::to_local;
use crate::config::{JobPlanSettings, MunicipalityConfig};
use crate::db::entities::activity;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Adds an activity that was agreed.
#[utoipa::path(post, path = "/api/staff/cases/{id}/activities", tag = "staff", request_body = NewActivity,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = StaffJobPlan), (status = "4XX", body = Problem)))]
pub async fn add(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<NewActivity>,
) -> Result<Answer<StaffJobPlan>, ApiError> {
    ApiError::check(check(&state.config.municipality.job_plan, &body))?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("activity {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let what = AccessedData::Activity;
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, id, what).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    insert(&tx, &state, &caseworker, id, body).await?;
    let page = staff::page(&tx, &state, &file, None).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, page).await?;
    tx.commit().await?;
    Ok(answer)
}

async fn insert(
    tx: &DatabaseTransaction,
    state: &AppState,
    caseworker: &Caseworker,
    case: CaseId,
    new: NewActivity,
) -> Result<(), ApiError> {
    let row = activity::ActiveModel {
        id: Set(state.clock.new_id()),
        case_id: Set(case.0),
        kind: Set(new.kind),
        description: Set(new.description.trim().to_owned()),
        place: Set(new.place.trim().to_owned()),
        from_date: Set(new.from),
        to_date: Set(new.to),
        minutes: Set(new.hours.map(|hours| hours.minutes.into())),
        responsible: Set(new.responsible.trim().to_owned()),
        added_by: Set(caseworker.id().0),
        added_at: Set(state.clock.now()),
        removed_by: Set(None),
        removed_at: Set(None),
    };
    activity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes an activity. Removed already, it stays so (I3).
#[utoipa::path(delete, path = "/api/staff/activities/{id}", tag = "staff",
    params(("id" = ActivityId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn remove(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<ActivityId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let row = activity::Entity::find_by_id(id.0).one(&*tx).await?.ok_or(ApiError::NotFound)?;
    let (case, what) = (CaseId(row.case_id), AccessedData::Activity);
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, case, what).await?;
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    activity::Entity::update_many()
        .col_expr(activity::Column::RemovedBy, Expr::value(caseworker.id().0))
        .col_expr(activity::Column::RemovedAt, Expr::value(state.clock.now()))
        .filter(activity::Column::Id.eq(id.0))
        .filter(activity::Column::RemovedAt.is_null())
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn check(settings: &JobPlanSettings, new: &NewActivity) -> Vec<FieldError> {
    let mut errors = check_activity(new);
    let unknown = settings.activity_kinds.iter().all(|kind| kind.code != new.kind);
    if unknown && errors.iter().all(|error| error.field != "kind") {
        errors.insert(0, FieldError::new("kind", FieldCode::Unknown));
    }
    errors
}

/// What is agreed with a citizen now, the earliest first.
pub(super) async fn activities(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    case: CaseId,
) -> Result<Vec<Activity>, ApiError> {
    let rows = stored(db, case).await?;
    let agreed = rows.into_iter().filter(|row| row.removed_at.is_none());
    agreed.map(|row| shown(&config.job_plan, row)).collect()
}

/// Everything that was ever agreed with a citizen, what was removed included.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn own_activities(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    case: CaseId,
) -> Result<Vec<OwnActivity>, ApiError> {
    let own = |row: activity::Model| {
        Ok(OwnActivity {
            added_at: to_local(row.added_at),
            removed_at: row.removed_at.map(to_local),
            activity: shown(&config.job_plan, row)?,
        })
    };
    stored(db, case).await?.into_iter().map(own).collect()
}

async fn stored(db: &impl ConnectionTrait, case: CaseId) -> Result<Vec<activity::Model>, ApiError> {
    let rows = activity::Entity::find()
        .filter(activity::Column::CaseId.eq(case.0))
        .order_by_asc(activity::Column::FromDate)
        .order_by_asc(activity::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// How many of them run today or lie ahead.
pub(super) fn run_or_lie_ahead(activities: &[Activity], today: NaiveDate) -> u32 {
    let count = activities.iter().filter(|one| one.to.is_none_or(|to| to >= today)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn shown(settings: &JobPlanSettings, row: activity::Model) -> Result<Activity, ApiError> {
    let minutes = row.minutes.map(u16::try_from).transpose().map_err(ApiError::internal)?;
    Ok(Activity {
        id: ActivityId(row.id),
        kind: settings.kind(&row.kind),
        description: row.description,
        place: row.place,
        from: row.from_date,
        to: row.to_date,
        hours: minutes.map(|minutes| WeeklyHours { minutes }),
        responsible: row.responsible,
    })
}
