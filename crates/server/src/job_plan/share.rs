//! Sharing freezes what was seen on screen; taking back works until a caseworker has opened
//! it. Which of the two came first is decided by conditional writes.

use axum::extract::State;
use axum::http::StatusCode;
use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::job_plan::{JobPlan, PlanVersion, ShareJobPlan, SharedPlan};
use contract::problem::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::store::{self, Head, JobPlanOf};
use crate::auth::Citizen;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::db::entities::job_plan_version;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{cases, draft};

/// Shares what is typed, as it was seen.
#[utoipa::path(post, path = "/api/citizen/job-plan/versions", tag = "citizen", request_body = ShareJobPlan,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = SharedPlan), (status = "4XX", body = Problem)))]
pub async fn share(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Json(body): Json<ShareJobPlan>,
) -> Result<Answer<SharedPlan>, ApiError> {
    let case = citizen.case_id();
    let call = Call::new(Actor::Citizen(case), key, "share job plan", &body)?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let shared = share_in(&tx, &state, case, body).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, shared).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Shares inside a transaction that the caller commits. Who holds the draft's head shares
/// alone, so that no two versions get the same number.
///
/// # Errors
/// A refusal; the caller then takes the transaction back.
pub(crate) async fn share_in(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: CaseId,
    wanted: ShareJobPlan,
) -> Result<SharedPlan, ApiError> {
    cases::must_be_open(tx, case, state.clock.today()).await?;
    let draft = draft::lock(tx, case, DraftForm::JobPlan).await?;
    if draft.version != wanted.draft_version {
        return Err(ApiError::StaleVersion { stored_draft: None });
    }
    let (plan, errors) = JobPlan::read(&draft);
    ApiError::check(errors)?;
    let before = JobPlanOf::load(tx, case).await?;
    if let Some(latest) = before.newest(Head::stands)
        && before.content(tx, latest).await? == plan
    {
        return Err(ApiError::NothingToShare);
    }
    // Numbers of versions that were taken back are not used again.
    let number = before.newest(|_| true).map_or(1, |last| last.number + 1);
    let row = job_plan_version::ActiveModel {
        case_id: Set(case.0),
        number: Set(number),
        content: Set(serde_json::to_value(&plan).map_err(ApiError::internal)?),
        draft_version: Set(i32::try_from(draft.version).map_err(ApiError::internal)?),
        shared_at: Set(state.clock.now()),
        opened_at: Set(None),
        taken_back_at: Set(None),
    };
    job_plan_version::Entity::insert(row).exec_without_returning(tx).await?;
    let after = JobPlanOf::load(tx, case).await?;
    let head = after.head(number).ok_or_else(|| ApiError::internal("a version that is gone"))?;
    after.shared(tx, head, |_| true).await
}

/// Takes a version back that nobody has opened yet. Taken back already, it stays so (I3).
#[utoipa::path(post, path = "/api/citizen/job-plan/versions/{number}/withdrawal", tag = "citizen",
    params(("number" = u32, Path)),
    responses((status = 200, body = PlanVersion), (status = "4XX", body = Problem)))]
pub async fn take_back(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(number): Path<u32>,
) -> Result<axum::Json<PlanVersion>, ApiError> {
    use job_plan_version::Column;
    let (case, number) = (citizen.case_id(), store::stored(number)?);
    let tx = state.db.begin_write().await?;
    cases::must_be_open(&*tx, case, state.clock.today()).await?;
    job_plan_version::Entity::update_many()
        .col_expr(Column::TakenBackAt, Expr::value(state.clock.now()))
        .filter(Column::CaseId.eq(case.0))
        .filter(Column::Number.eq(number))
        .filter(Column::OpenedAt.is_null())
        .filter(Column::TakenBackAt.is_null())
        .exec(&*tx)
        .await?;
    let plan = JobPlanOf::load(&*tx, case).await?;
    let head = plan.head(number).ok_or(ApiError::NotFound)?;
    if head.is_opened() {
        return Err(ApiError::AlreadyOpened);
    }
    tx.commit().await?;
    Ok(axum::Json(head.version()))
}
