//! Staff read what the citizen is written, and what a decision would give before they make it.

use axum::extract::State;
use contract::access_log::AccessedData;
use contract::ids::{CaseId, LetterId};
use contract::letters::{CaseLetters, Letter, PreviewLetter, check_preview};
use contract::problem::Problem;

use super::compose::{Decided, Desk};
use crate::auth::Caseworker;
use crate::cases::{caseworker_changes, decisions};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, outbox};

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
    let db = state.db.read();
    let desk = Desk { config: &state.config.municipality, citizen: &file.citizen.name };
    let changes = caseworker_changes(db, id).await?;
    let told = outbox::to_citizen_for_staff(db, id).await?;
    let message = |told| desk.message(told, &changes);
    let mut letters: Vec<Letter> = told.iter().filter_map(message).collect();
    let decided = decisions(db, &file).await?;
    letters.extend(decided.iter().map(|one| desk.decision(Some(LetterId(one.id.0)), one.into())));
    letters.sort_by_key(|letter| std::cmp::Reverse((letter.at, letter.id)));
    let (today, citizen) = (state.clock.today(), file.citizen.name.clone());
    Ok(axum::Json(CaseLetters { today, citizen, letters }))
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
    };
    Ok(axum::Json(desk.decision(None, decided)))
}
