//! Reading and saving what is typed. Only the citizen: what is not shared is nobody else's,
//! not even in a preview.

use axum::extract::State;
use contract::draft::{Draft, DraftForm, DraftOwner, DraftSaved, SaveDraft};
use contract::problem::Problem;

use super::store;
use crate::auth::Citizen;
use crate::cases;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Everything I have typed in a form.
#[utoipa::path(get, path = "/api/citizen/drafts/{form}", tag = "citizen",
    params(("form" = DraftForm, Path)),
    responses((status = 200, body = Draft), (status = "4XX", body = Problem)))]
pub async fn draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(form): Path<DraftForm>,
) -> Result<axum::Json<Draft>, ApiError> {
    must_be_own(form)?;
    Ok(axum::Json(store::load(state.db.read(), citizen.case_id(), form).await?))
}

/// Saves the fields that changed. Each is answered for itself: stored, or not because another
/// text is there, or not because it is none for this field. Sent again it changes nothing (I3).
#[utoipa::path(patch, path = "/api/citizen/drafts/{form}", tag = "citizen", request_body = SaveDraft,
    params(("form" = DraftForm, Path)),
    responses((status = 200, body = DraftSaved), (status = "4XX", body = Problem)))]
pub async fn save_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(form): Path<DraftForm>,
    Json(body): Json<SaveDraft>,
) -> Result<axum::Json<DraftSaved>, ApiError> {
    must_be_own(form)?;
    ApiError::check(body.check())?;
    let case = citizen.case_id();
    let tx = state.db.begin_write().await?;
    cases::must_be_open(&*tx, case, state.clock.today()).await?;
    let saved = store::save(&tx, case, form, &body.changes, None).await?;
    tx.commit().await?;
    Ok(axum::Json(saved))
}

/// What an employer types does not exist for a citizen.
fn must_be_own(form: DraftForm) -> Result<(), ApiError> {
    match form.owner() {
        DraftOwner::Citizen => Ok(()),
        DraftOwner::Employer => Err(ApiError::NotFound),
    }
}
