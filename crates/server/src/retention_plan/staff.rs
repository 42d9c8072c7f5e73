//! What a caseworker reads of a plan and does with it: what was submitted, and where the plan
//! is; never what the two still write.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::problem::{FieldError, Problem};
use contract::retention_plan::{StaffRetentionMove, StaffRetentionPage, check_note};
use rules::{Course, CourseMove, CourseParty};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Expr;
use serde::Deserialize;

use super::moves::{self, Mover};
use super::store::Reader;
use super::{citizen, view};
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::db::entities::retention_version::Column;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path, Query};
use crate::state::AppState;
use crate::{access_log, round_table};

/// Which version.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SubmittedQuery {
    /// Its number; the newest that was submitted when absent.
    pub version: Option<u32>,
}

/// A case's retention plan: the newest version that was submitted, or the one asked for.
#[utoipa::path(get, path = "/api/staff/cases/{id}/retention-plan", tag = "staff",
    params(("id" = CaseId, Path), SubmittedQuery),
    responses((status = 200, body = StaffRetentionPage), (status = "4XX", body = Problem)))]
pub async fn page(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
    Query(query): Query<SubmittedQuery>,
) -> Result<axum::Json<StaffRetentionPage>, ApiError> {
    let what = AccessedData::RetentionPlan;
    let file = access_log::open_case(&state, &caseworker, id, what).await?;
    Ok(axum::Json(shown(state.db.read(), &state, &file, query.version).await?))
}

/// Makes a move.
#[utoipa::path(post, path = "/api/staff/cases/{id}/retention-plan/moves", tag = "staff", request_body = StaffRetentionMove,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = StaffRetentionPage), (status = "4XX", body = Problem)))]
pub async fn make(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<StaffRetentionMove>,
) -> Result<Answer<StaffRetentionPage>, ApiError> {
    ApiError::check(check(&body))?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("retention plan move {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let what = AccessedData::RetentionPlanMove;
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, id, what).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let held = moves::hold(&tx, id, state.clock.today()).await?;
    let (about, said) = match &body {
        StaffRetentionMove::Suggest {} => (None, ""),
        StaffRetentionMove::Acknowledge { version } => (Some(*version), ""),
        StaffRetentionMove::Ask { version, text } => (Some(*version), text.as_str()),
        StaffRetentionMove::Close { reason } => (None, reason.as_str()),
    };
    let step = held.step(CourseMove::Staff(body.kind()), about)?;
    if let StaffRetentionMove::Acknowledge { version } = body {
        let now = Expr::value(state.clock.now());
        held.mark(&tx, version, vec![(Column::AcknowledgedAt, now)]).await?;
    }
    let (id, name) = (caseworker.id().0, caseworker.name());
    let mover = Mover { party: CourseParty::Staff, id, name };
    held.make(&tx, &state.clock, step, mover, said).await?;
    let page = shown(&*tx, &state, &file, None).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, page).await?;
    tx.commit().await?;
    Ok(answer)
}

fn check(body: &StaffRetentionMove) -> Vec<FieldError> {
    let wrong = match body {
        StaffRetentionMove::Ask { text, .. } => {
            check_note(text, true).map(|code| FieldError::new("text", code))
        }
        StaffRetentionMove::Close { reason } => {
            check_note(reason, false).map(|code| FieldError::new("reason", code))
        }
        StaffRetentionMove::Suggest {} | StaffRetentionMove::Acknowledge { .. } => None,
    };
    wrong.into_iter().collect()
}

async fn shown(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    asked: Option<u32>,
) -> Result<StaffRetentionPage, ApiError> {
    let now = state.clock.now();
    let plans = citizen::of(db, file).await?;
    let case_closed = file.is_closed(local_date(now));
    let can_move = !case_closed && file.employer.is_some();
    Ok(StaffRetentionPage {
        case_id: plans.case,
        case_number: file.case.case_number.clone(),
        citizen: file.citizen.name.clone(),
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        first_absence: file.case.first_absence,
        today: local_date(now),
        case_closed,
        course: view::course(db, &plans, Reader::Staff).await?,
        moves: if can_move { Course::staff_moves(plans.start()?) } else { Vec::new() },
        versions: plans.versions(Reader::Staff),
        shown: plans.sent(db, Reader::Staff, asked).await?,
        reports: view::reports(db, plans.case).await?,
        round_table: round_table::booked(db, plans.case, now).await?,
    })
}
