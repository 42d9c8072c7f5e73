//! A plan as caseworkers read it: shared versions, never the draft. Getting a version opens
//! it, in the transaction that writes the look down and before anything of it is read.

use axum::extract::State;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::job_plan::{JobPlanStatus, StaffJobPlan};
use contract::problem::Problem;
use rules::GoalState;
use rules::job_goal::goal_state;
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde::Deserialize;

use super::store::{self, Head, JobPlanOf};
use super::{activities, words};
use crate::access_log;
use crate::auth::Caseworker;
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::http::error::ApiError;
use crate::http::extract::{Path, Query};
use crate::state::AppState;

/// Which version.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct VersionQuery {
    /// Its number; the newest when absent.
    pub version: Option<u32>,
}

/// A case's plan: the newest version, or the one asked for.
#[utoipa::path(get, path = "/api/staff/cases/{id}/job-plan", tag = "staff",
    params(("id" = CaseId, Path), VersionQuery),
    responses((status = 200, body = StaffJobPlan), (status = "4XX", body = Problem)))]
pub async fn job_plan(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
    Query(query): Query<VersionQuery>,
) -> Result<axum::Json<StaffJobPlan>, ApiError> {
    let tx = state.db.begin_write().await?;
    let what = AccessedData::JobPlan;
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, id, what).await?;
    let page = page(&tx, &state, &file, query.version).await?;
    tx.commit().await?;
    Ok(axum::Json(page))
}

/// What a caseworker sees of a plan. Opens the version it shows.
pub(super) async fn page(
    tx: &DatabaseTransaction,
    state: &AppState,
    file: &CaseFile,
    version: Option<u32>,
) -> Result<StaffJobPlan, ApiError> {
    let (case, now) = (CaseId(file.case.id), state.clock.now());
    let config = &state.config.municipality;
    let asked = version.map(store::stored).transpose()?;
    let plan = JobPlanOf::open(tx, case, asked, now).await?;
    let head = match asked {
        // One shared this very moment, after what was there was opened, can be asked for again.
        Some(number) => {
            let head = plan.head(number).filter(|head| head.is_opened());
            Some(head.ok_or(ApiError::NotFound)?)
        }
        None => plan.newest(Head::is_opened),
    };
    let shown = match head {
        Some(head) => Some(plan.shared(tx, head, Head::is_opened).await?),
        None => None,
    };
    let goal = shown.as_ref().map(|shown| shown.plan.goal.as_str()).unwrap_or_default();
    Ok(StaffJobPlan {
        case_id: case,
        case_number: file.case.case_number.clone(),
        citizen: file.citizen.name.clone(),
        today: local_date(now),
        required: file.requires_plan(config, now),
        case_closed: file.is_closed(local_date(now)),
        legs: config.job_plan.leg_texts(),
        goal: goal_state(goal, &config.job_plan.vague_words),
        versions: plan.heads.iter().map(Head::version).collect(),
        shown,
        activities: activities::activities(tx, config, case).await?,
        activity_kinds: config.job_plan.activity_kinds.clone(),
        next_conversation: words::next_conversation(tx, file, now).await?,
    })
}

/// The plan in a line, for the case page. Opens nothing: it tells whether a goal is there and
/// says something, not which.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn status(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
) -> Result<JobPlanStatus, ApiError> {
    let (case, now) = (CaseId(file.case.id), state.clock.now());
    let config = &state.config.municipality;
    let plan = JobPlanOf::load(db, case).await?;
    let latest = plan.newest(Head::stands);
    let goal = match latest {
        Some(head) => {
            let content = plan.content(db, head).await?;
            goal_state(&content.goal, &config.job_plan.vague_words)
        }
        None => GoalState::Missing,
    };
    let activities = activities::activities(db, config, case).await?;
    Ok(JobPlanStatus {
        required: file.requires_plan(config, now),
        latest: latest.map(Head::version),
        goal,
        activities: activities::run_or_lie_ahead(&activities, local_date(now)),
    })
}
