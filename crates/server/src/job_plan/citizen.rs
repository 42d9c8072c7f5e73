//! The citizen's own plan. A preview shows of it what caseworkers have opened, and changes
//! nothing: no draft, and no version that would have to be opened first (I6).

use contract::draft::{Draft, DraftForm};
use contract::job_plan::{JobPlanPage, SharedPlan};
use contract::problem::Problem;

use super::store::{self, Head, JobPlanOf};
use super::{activities, words};
use crate::auth::CitizenView;
use crate::booking::view;
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::draft;
use crate::http::error::ApiError;
use crate::http::extract::Path;

/// Everything about my plan: what is typed, what was shared, what was answered.
#[utoipa::path(get, path = "/api/citizen/job-plan", tag = "citizen",
    responses((status = 200, body = JobPlanPage), (status = "4XX", body = Problem)))]
pub async fn job_plan(citizen: CitizenView) -> Result<axum::Json<JobPlanPage>, ApiError> {
    let state = citizen.state();
    let (db, case, now) = (state.db.read(), citizen.case_id(), state.clock.now());
    let config = &state.config.municipality;
    let file = CaseFile::load(db, case).await?;
    let mut plan = JobPlanOf::load(db, case).await?;
    let draft = if citizen.is_by_another() {
        plan.heads.retain(Head::stands);
        Draft::default()
    } else {
        draft::load(db, case, DraftForm::JobPlan).await?
    };
    let readable = |head: &Head| head.stands() && may_read(&citizen, head);
    let latest = match plan.newest(readable) {
        Some(head) => Some(plan.shared(db, head, readable).await?),
        None => None,
    };
    Ok(axum::Json(JobPlanPage {
        today: local_date(now),
        required: file.requires_plan(config, now),
        legs: config.job_plan.leg_texts(),
        vague_words: config.job_plan.vague_words.clone(),
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        caseworker: view::contact(&file.caseworker),
        case_closed: file.is_closed(local_date(now)),
        draft,
        versions: plan.heads.iter().map(Head::version).collect(),
        latest,
        activities: activities::activities(db, config, case).await?,
        next_conversation: words::next_conversation(db, &file, now).await?,
    }))
}

/// One version I have shared, also one I took back.
#[utoipa::path(get, path = "/api/citizen/job-plan/versions/{number}", tag = "citizen",
    params(("number" = u32, Path)),
    responses((status = 200, body = SharedPlan), (status = "4XX", body = Problem)))]
pub async fn version(
    citizen: CitizenView,
    Path(number): Path<u32>,
) -> Result<axum::Json<SharedPlan>, ApiError> {
    let state = citizen.state();
    let db = state.db.read();
    let plan = JobPlanOf::load(db, citizen.case_id()).await?;
    let readable = |head: &Head| may_read(&citizen, head);
    let head = plan.head(store::stored(number)?).filter(|head| readable(head));
    let head = head.ok_or(ApiError::NotFound)?;
    Ok(axum::Json(plan.shared(db, head, readable).await?))
}

fn may_read(citizen: &CitizenView, head: &Head) -> bool {
    !citizen.is_by_another() || head.is_opened()
}
