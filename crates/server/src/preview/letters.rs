//! What the citizen of a preview is written, as they get it: on the preview's day, also an invented
//! citizen.

use axum::extract::State;
use contract::ids::PreviewId;
use contract::letters::CaseLetters;
use contract::problem::Problem;

use super::onlooker::Onlooker;
use crate::cases::CaseFile;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::letters::written;
use crate::state::AppState;

/// Every letter and message to the citizen of a preview, the newest first, with the day each leaves.
#[utoipa::path(get, path = "/api/staff/previews/{id}/letters", tag = "preview",
    params(("id" = PreviewId, Path)),
    responses((status = 200, body = CaseLetters), (status = "4XX", body = Problem)))]
pub async fn letters(
    State(state): State<AppState>,
    onlooker: Onlooker,
    Path(id): Path<PreviewId>,
) -> Result<Json<CaseLetters>, ApiError> {
    let (_, view) = onlooker.look(&state, id).await?;
    let file = CaseFile::load(view.state().db.read(), view.case_id()).await?;
    Ok(Json(written(view.state(), &file).await?))
}
