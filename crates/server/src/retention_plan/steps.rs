//! "It did not go" at an agreed step: the caseworker is told, the employer never.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::draft::DraftForm;
use contract::problem::{FieldError, Problem};
use contract::retention_plan::{
    AnswerField, CitizenRetentionPage, MessageKind, NewStepReport, check_note,
};
use rules::CourseParty;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};

use super::citizen;
use super::store::{Reader, stored};
use crate::auth::Citizen;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::cases::CaseFile;
use crate::db::entities::step_report;
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;
use crate::{access_log, draft, outbox};

/// Tells that it did not go at a step. Said again about the same step, the new words stand.
#[utoipa::path(post, path = "/api/citizen/retention-plan/step-reports", tag = "citizen", request_body = NewStepReport,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = CitizenRetentionPage), (status = "4XX", body = Problem)))]
pub async fn report(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Json(body): Json<NewStepReport>,
) -> Result<Answer<CitizenRetentionPage>, ApiError> {
    let wrong = check_note(&body.text, false).map(|code| FieldError::new("text", code));
    ApiError::check(wrong.into_iter().collect())?;
    let case = citizen.case_id();
    let call = Call::new(Actor::Citizen(case), key, "step report", &body)?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let file = CaseFile::load(&*tx, case).await?;
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    write(&tx, &state, &file, &body).await?;
    let report = [AnswerField::Report(body.from).to_string()];
    draft::empty(&tx, case, DraftForm::RetentionAnswer, &report, None).await?;
    let what = AccessedData::RetentionPlanMove;
    access_log::sent_by_citizen(&tx, &state.clock, &file.citizen, case, what).await?;
    let page = citizen::shown(&*tx, &state, &file, Reader::Citizen).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, page).await?;
    tx.commit().await?;
    Ok(answer)
}

async fn write(
    tx: &DatabaseTransaction,
    state: &AppState,
    file: &CaseFile,
    body: &NewStepReport,
) -> Result<(), ApiError> {
    let plans = citizen::of(tx, file).await?;
    let agreed = plans.agreed(tx, Reader::Citizen).await?.ok_or(ApiError::NoSuchStep)?;
    let begun = body.from <= state.clock.today();
    let known = agreed.steps.iter().any(|step| step.from == body.from);
    if agreed.version != body.version || !begun || !known {
        return Err(ApiError::NoSuchStep);
    }
    let id = state.clock.new_id();
    let row = step_report::ActiveModel {
        id: Set(id),
        case_id: Set(file.case.id),
        version: Set(stored(body.version)?),
        from_date: Set(body.from),
        text: Set(body.text.trim().to_owned()),
        at: Set(state.clock.now()),
    };
    use step_report::Column;
    let again = OnConflict::columns([Column::CaseId, Column::Version, Column::FromDate])
        .update_columns([Column::Text, Column::At])
        .to_owned();
    step_report::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    let (to, kind) = (CourseParty::Staff, MessageKind::StepReport { from: body.from });
    outbox::tell(tx, &state.clock, plans.case, to, kind, format!("step-report:{id}")).await?;
    Ok(())
}
