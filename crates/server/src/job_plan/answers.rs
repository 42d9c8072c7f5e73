//! What a caseworker answers to a plan: comments on its parts, and steps agreed to. The
//! citizen reads both.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::job_plan::{AgreeStep, CommentJobPlan, StaffJobPlan, check_comment};
use contract::problem::{FieldCode, FieldError, Problem};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::store::says;
use super::{staff, store};
use crate::access_log;
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::db::entities::{job_plan_agreed_step, job_plan_comment};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Comments on a part of a version.
#[utoipa::path(post, path = "/api/staff/cases/{id}/job-plan/comments", tag = "staff", request_body = CommentJobPlan,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = StaffJobPlan), (status = "4XX", body = Problem)))]
pub async fn comment(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<CommentJobPlan>,
) -> Result<Answer<StaffJobPlan>, ApiError> {
    let wrong = check_comment(&body.text).map(|code| FieldError::new("text", code));
    ApiError::check(wrong.into_iter().collect())?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("comment job plan {id}"), &body)?;
    let comment = AnswerToPlan::Comment(&body);
    answer(&state, &caseworker, &call, id, comment).await
}

/// Agrees to a step of a version, or no longer.
#[utoipa::path(post, path = "/api/staff/cases/{id}/job-plan/agreed-steps", tag = "staff", request_body = AgreeStep,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = StaffJobPlan), (status = "4XX", body = Problem)))]
pub async fn agree(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<AgreeStep>,
) -> Result<Answer<StaffJobPlan>, ApiError> {
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("agree step {id}"), &body)?;
    answer(&state, &caseworker, &call, id, AnswerToPlan::Agree(&body)).await
}

enum AnswerToPlan<'a> {
    Comment(&'a CommentJobPlan),
    Agree(&'a AgreeStep),
}

async fn answer(
    state: &AppState,
    caseworker: &Caseworker,
    call: &Call,
    id: CaseId,
    given: AnswerToPlan<'_>,
) -> Result<Answer<StaffJobPlan>, ApiError> {
    let tx = state.db.begin_write().await?;
    let what = AccessedData::JobPlanAnswer;
    let file = access_log::open_case_in(&tx, &state.clock, caseworker, id, what).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    let version = match given {
        AnswerToPlan::Comment(comment) => comment.version,
        AnswerToPlan::Agree(step) => step.version,
    };
    // Only what has been opened can be answered; asking for it opens it.
    let before = staff::page(&tx, state, &file, Some(version)).await?;
    match given {
        AnswerToPlan::Comment(given) => add_comment(&tx, state, caseworker, id, given).await?,
        AnswerToPlan::Agree(given) => {
            set_agreed(&tx, state, caseworker, id, given, &before).await?;
        }
    }
    let after = staff::page(&tx, state, &file, Some(version)).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, after).await?;
    tx.commit().await?;
    Ok(answer)
}

async fn add_comment(
    tx: &DatabaseTransaction,
    state: &AppState,
    caseworker: &Caseworker,
    case: CaseId,
    given: &CommentJobPlan,
) -> Result<(), ApiError> {
    let row = job_plan_comment::ActiveModel {
        id: Set(state.clock.new_id()),
        case_id: Set(case.0),
        version: Set(store::stored(given.version)?),
        section: Set(given.section.as_str().to_owned()),
        text: Set(given.text.trim().to_owned()),
        by_id: Set(caseworker.id().0),
        at: Set(state.clock.now()),
    };
    job_plan_comment::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// An agreement is about the step as it says now; the same step saying something else later is
/// not agreed to.
async fn set_agreed(
    tx: &DatabaseTransaction,
    state: &AppState,
    caseworker: &Caseworker,
    case: CaseId,
    given: &AgreeStep,
    page: &StaffJobPlan,
) -> Result<(), ApiError> {
    use job_plan_agreed_step::Column;
    let legs = page.shown.iter().flat_map(|shown| &shown.plan.legs);
    let mut steps = legs.filter(|leg| leg.leg == given.leg).flat_map(|leg| &leg.steps);
    let Some(step) = steps.find(|step| step.id == given.step) else {
        return Err(ApiError::InvalidFields(vec![FieldError::new("step", FieldCode::Unknown)]));
    };
    let (leg, id, says) = (given.leg.as_str(), step.id.to_string(), says(step)?);
    if !given.agreed {
        job_plan_agreed_step::Entity::delete_many()
            .filter(Column::CaseId.eq(case.0))
            .filter(Column::Leg.eq(leg))
            .filter(Column::Step.eq(id))
            .filter(Column::Says.eq(says))
            .exec(tx)
            .await?;
        return Ok(());
    }
    let row = job_plan_agreed_step::ActiveModel {
        id: Set(state.clock.new_id()),
        case_id: Set(case.0),
        leg: Set(leg.to_owned()),
        step: Set(id),
        says: Set(says),
        by_id: Set(caseworker.id().0),
        at: Set(state.clock.now()),
    };
    job_plan_agreed_step::Entity::insert_many([row])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
