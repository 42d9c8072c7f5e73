//! What only the onlooker of a preview is told: why the citizen does not see a time.

use axum::extract::State;
use contract::ids::PreviewId;
use contract::preview::HiddenTimes;
use contract::problem::Problem;

use super::onlooker::Onlooker;
use crate::booking::TimesQuery;
use crate::booking::hidden;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path, Query};
use crate::state::AppState;

/// The times of a week that the citizen of a preview does not see, each with why.
#[utoipa::path(get, path = "/api/staff/previews/{id}/hidden-times", tag = "preview",
    params(("id" = PreviewId, Path), TimesQuery),
    responses((status = 200, body = HiddenTimes), (status = "4XX", body = Problem)))]
pub async fn hidden_times(
    State(state): State<AppState>,
    onlooker: Onlooker,
    Path(id): Path<PreviewId>,
    Query(query): Query<TimesQuery>,
) -> Result<Json<HiddenTimes>, ApiError> {
    let (_, view) = onlooker.look(&state, id).await?;
    Ok(Json(hidden::hidden_times(&view, &query).await?))
}
