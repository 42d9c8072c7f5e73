//! Staff read what the citizen is written, and what a decision would give before they make it.

use axum::extract::State;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::letters::{CaseLetters, Letter, PreviewLetter, check_preview};
use contract::problem::Problem;

use super::compose::{Decided, Desk};
use super::written::written;
use crate::access_log;
use crate::auth::Caseworker;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Every letter and message to the citizen of a case, the newest first, with the day each leaves.
/// None of them is delivered yet.
#[utoipa::path(get, path = "/api/staff/cases/{id}/letters", tag = "staff",
    params(("id" = CaseId, Path)),
    responses((status = 200, body = CaseLetters), (status = "4XX", body = Problem)))]
pub async fn letters(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
) -> Result<axum::Json<CaseLetters>, ApiError> {
    let file = access_log::open_case(&state, &caseworker, id, AccessedData::Letters).await?;
    Ok(axum::Json(written(&state, &file).await?))
}

/// The letter that a decision would give if it were made now. Decides and stores nothing but the
/// look.
#[utoipa::path(post, path = "/api/staff/cases/{id}/letters/previews", tag = "staff",
    request_body = PreviewLetter, params(("id" = CaseId, Path)),
    responses((status = 200, body = Letter), (status = "4XX", body = Problem)))]
pub async fn preview_letter(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
    Json(body): Json<PreviewLetter>,
) -> Result<axum::Json<Letter>, ApiError> {
    ApiError::check(check_preview(&body))?;
    let file = access_log::open_case(&state, &caseworker, id, AccessedData::Letters).await?;
    let desk = Desk { config: &state.config.municipality, citizen: &file.citizen.name };
    let decided = Decided {
        matter: body.decision,
        reason: &body.reason,
        by: caseworker.name(),
        at: state.clock.now(),
        all_the_same: body.send_today.as_deref(),
    };
    Ok(axum::Json(desk.decision(None, decided)))
}
