//! The two calls: what would a file do, and do it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::case_import::{CellCode, CellProblem, ImportReceipt, ImportReport};
use contract::problem::{FieldCode, FieldError, Problem};
use serde::Deserialize;

use super::plan::{Plan, ReadFile};
use super::write::{carry_over, clear, stage};
use crate::auth::TeamLeader;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::clock::to_local;
use crate::http::error::ApiError;
use crate::http::extract::{Csv, Query};
use crate::state::AppState;

/// Most refusals that a refused import names; a dry run names them all.
const NAMED: usize = 100;
/// How often an import is compared anew when somebody changes a case meanwhile.
const TRIES: usize = 3;

/// Which report the import follows.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// `plan` of the report: refused with `stale_version` when the file would do anything else by
    /// now. Whatever it does is done when absent.
    pub plan: Option<String>,
}

/// What importing a file of cases would do, row by row. Changes nothing. The columns are those of
/// `docs/case-import.md`. For team leaders.
#[utoipa::path(post, path = "/api/staff/case-imports/dry-runs", tag = "staff",
    request_body(content = String, content_type = "text/csv"),
    responses((status = 200, body = ImportReport), (status = "4XX", body = Problem)))]
pub async fn dry_run(
    State(state): State<AppState>,
    leader: TeamLeader,
    Csv(body): Csv,
) -> Result<Json<ImportReport>, ApiError> {
    let file = ReadFile::read(&state, body).await?;
    Ok(Json(Plan::make(&state, &leader, file).await?.report))
}

/// Imports a file of cases: every row, or none when one of them is refused. For team leaders.
#[utoipa::path(post, path = "/api/staff/case-imports", tag = "staff",
    params(ImportQuery, ("Idempotency-Key" = String, Header)),
    request_body(content = String, content_type = "text/csv"),
    responses((status = 201, body = ImportReceipt), (status = "4XX", body = Problem)))]
pub async fn import(
    State(state): State<AppState>,
    leader: TeamLeader,
    key: IdempotencyKey,
    Query(query): Query<ImportQuery>,
    Csv(body): Csv,
) -> Result<Answer<ImportReceipt>, ApiError> {
    let file = ReadFile::read(&state, body.clone()).await?;
    let actor = Actor::Caseworker(leader.caseworker().id());
    let call = Call::new(actor, key, "import cases", &file.hash())?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let mut plan = Plan::make(&state, &leader, file).await?;
    for _ in 0..TRIES {
        if !plan.report.is_accepted() {
            return Err(refused(&plan.report));
        }
        if query.plan.as_ref().is_some_and(|seen| *seen != plan.report.plan) {
            return Err(ApiError::StaleVersion { stored_draft: None });
        }
        if let Some(answer) = write(&state, &leader, &call, &plan).await? {
            return Ok(answer);
        }
        let file = ReadFile::read(&state, body.clone()).await?;
        plan = Plan::make(&state, &leader, file).await?;
    }
    Err(ApiError::StaleVersion { stored_draft: None })
}

/// `None` when a case was changed since it was compared: nothing is written then.
async fn write(
    state: &AppState,
    leader: &TeamLeader,
    call: &Call,
    plan: &Plan,
) -> Result<Option<Answer<ImportReceipt>>, ApiError> {
    let import = state.clock.new_id();
    stage(state, import, &plan.steps).await?;
    let answer = carry(state, leader, call, plan, import).await;
    // What is left of it is in nobody's way, and is thrown away later.
    if let Err(error) = clear(&state.db, import, &plan.steps).await {
        tracing::warn!(?error, "rows of an import were left behind");
    }
    answer
}

async fn carry(
    state: &AppState,
    leader: &TeamLeader,
    call: &Call,
    plan: &Plan,
    import: uuid::Uuid,
) -> Result<Option<Answer<ImportReceipt>>, ApiError> {
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(Some(first));
    }
    if !carry_over(&tx, &state.clock, leader, import, &plan.steps).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let at = to_local(state.clock.now());
    let by = leader.caseworker().name().to_owned();
    let receipt = ImportReceipt { at, by, counts: plan.report.counts };
    let answer = call.answer(&tx, StatusCode::CREATED, receipt).await?;
    tx.commit().await?;
    Ok(Some(answer))
}

/// The report in the words of every refusal: `rows[12].cpr`, by line of the file.
fn refused(report: &ImportReport) -> ApiError {
    let file = report.file.iter().map(|_| FieldError::new("file", FieldCode::Unknown));
    let cells = report.rows.iter().flat_map(|row| {
        row.problems.iter().map(|problem| {
            let column = problem.column.map_or(String::new(), |one| format!(".{}", one.as_str()));
            FieldError::new(format!("rows[{}]{column}", row.row), code(problem))
        })
    });
    ApiError::InvalidFields(file.chain(cells).take(NAMED).collect())
}

fn code(problem: &CellProblem) -> FieldCode {
    match problem.code {
        CellCode::Missing
        | CellCode::TooFewCells
        | CellCode::NeedsClosedOn
        | CellCode::NeedsBoth => FieldCode::Missing,
        CellCode::TooManyCells | CellCode::Doubled => FieldCode::TooMany,
        CellCode::TooLong => FieldCode::TooLong,
        CellCode::ControlCharacters => FieldCode::ControlCharacters,
        CellCode::CprNumber => FieldCode::CprNumber,
        CellCode::BeforeOpened | CellCode::FarAhead => FieldCode::OutOfRange,
        CellCode::CaseClosed => FieldCode::NotNow,
        CellCode::Garbled
        | CellCode::BadCpr
        | CellCode::CprLeadingZero
        | CellCode::TestCpr
        | CellCode::BadCvr
        | CellCode::BadDate
        | CellCode::UnknownCaseworker
        | CellCode::CaseworkerOfOtherTeam
        | CellCode::CaseOfOtherTeam
        | CellCode::AnotherCitizen
        | CellCode::NameDiffers => FieldCode::Unknown,
    }
}
