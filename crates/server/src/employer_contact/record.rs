//! Reading and recording contacts with an employer.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::problem::{FieldCode, FieldError, Problem};
use contract::retention_plan::{EmployerContacts, NewEmployerContact, check_contact};

use super::store;
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, kpi};

/// The contacts with a case's employer, and whether one is still due.
#[utoipa::path(get, path = "/api/staff/cases/{id}/employer-contacts", tag = "staff",
    params(("id" = CaseId, Path)),
    responses((status = 200, body = EmployerContacts), (status = "4XX", body = Problem)))]
pub async fn contacts(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
) -> Result<axum::Json<EmployerContacts>, ApiError> {
    let what = AccessedData::EmployerContact;
    let file = access_log::open_case(&state, &caseworker, id, what).await?;
    Ok(axum::Json(store::of_case(state.db.read(), &state, &file).await?))
}

/// Records a contact, or why there was none. What was recorded stays.
#[utoipa::path(post, path = "/api/staff/cases/{id}/employer-contacts", tag = "staff",
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewEmployerContact,
    responses((status = 201, body = EmployerContacts), (status = "4XX", body = Problem)))]
pub async fn add_contact(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<NewEmployerContact>,
) -> Result<Answer<EmployerContacts>, ApiError> {
    ApiError::check(check_contact(&body, state.clock.today()))?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("employer contact {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let what = AccessedData::EmployerContact;
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, id, what).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    if body.on < file.case.first_absence {
        return Err(ApiError::InvalidFields(vec![FieldError::new("on", FieldCode::OutOfRange)]));
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    let cvr = file.case.employer_cvr.as_deref().ok_or(ApiError::NoEmployer)?;
    store::add(&tx, &state.clock, (id, cvr), &body, caseworker.row(), state.clock.now()).await?;
    kpi::rewrite(&tx, &state, id).await?;
    let now = store::of_case(&*tx, &state, &file).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, now).await?;
    tx.commit().await?;
    Ok(answer)
}
