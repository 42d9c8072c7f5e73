//! What an employer types: kept like every draft, with who wrote what, and looked through for
//! what looks as if it told what the employee suffers from. Sending freezes what was on screen.

use axum::extract::State;
use contract::draft::{Draft, DraftChange, DraftField, DraftForm, DraftKey, DraftSaved, SaveDraft};
use contract::ids::CaseId;
use contract::problem::{FieldCode, FieldError, Problem};
use contract::retention_plan::{EmployerRetentionMove, FieldWriter, RetentionField, RetentionPlan};
use rules::Course;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, Set};

use super::moves::{self, Held, Mover, Step};
use super::store::stored;
use super::words::looks_like_health;
use crate::access_log;
use crate::auth::Employer;
use crate::clock::Clock;
use crate::config::RetentionPlanSettings;
use crate::db::entities::retention_version;
use crate::draft::{self, Writer};
use crate::employer::{EmployeeFile, people_of};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// The form they type in.
pub(super) const FORM: DraftForm = DraftForm::RetentionPlan;

/// Everything my company has typed in an employee's plan.
#[utoipa::path(get, path = "/api/employer/cases/{id}/retention-plan/draft", tag = "employer",
    params(("id" = CaseId, Path)),
    responses((status = 200, body = Draft), (status = "4XX", body = Problem)))]
pub async fn draft(
    State(state): State<AppState>,
    employer: Employer,
    Path(id): Path<CaseId>,
) -> Result<axum::Json<Draft>, ApiError> {
    let file = access_log::open_employee_draft(&state, &employer, id).await?;
    let settings = &state.config.municipality.retention_plan;
    Ok(axum::Json(typed(state.db.read(), &file, settings).await?.draft))
}

/// Saves the fields that changed, as every draft does; only while the plan can be written.
#[utoipa::path(patch, path = "/api/employer/cases/{id}/retention-plan/draft", tag = "employer", request_body = SaveDraft,
    params(("id" = CaseId, Path)),
    responses((status = 200, body = DraftSaved), (status = "4XX", body = Problem)))]
pub async fn save_draft(
    State(state): State<AppState>,
    employer: Employer,
    Path(id): Path<CaseId>,
    Json(body): Json<SaveDraft>,
) -> Result<axum::Json<DraftSaved>, ApiError> {
    ApiError::check(body.check())?;
    access_log::open_employee_draft(&state, &employer, id).await?;
    let tx = state.db.begin_write().await?;
    let held = moves::hold_for(&tx, id, employer.cvr(), state.clock.today()).await?;
    let course = held.plans.course()?;
    // One field that cannot be written now must not hold the others back.
    let (now, not_now): (Vec<DraftChange>, Vec<DraftChange>) =
        body.changes.into_iter().partition(|change| may_type(course, &change.field));
    if now.is_empty() && !not_now.is_empty() {
        return Err(ApiError::MoveNotPossible);
    }
    let (at, name) = (state.clock.now(), employer.name());
    let writer = Writer { id: employer.id(), name, at };
    let mut saved = draft::save(&tx, id, FORM, &now, Some(writer)).await?;
    tx.commit().await?;
    let not_now = not_now.iter().map(|change| FieldError::new(&change.field, FieldCode::NotNow));
    saved.refused.extend(not_now);
    let words = &state.config.municipality.retention_plan.health_words;
    let is_saved = |field: &str| saved.saved.iter().any(|saved| saved.field == field);
    let sensitive = now.iter().filter(|change| {
        is_saved(&change.field) && is_sensitive(words, &change.field, &change.value)
    });
    saved.sensitive = sensitive.map(|change| change.field.clone()).collect();
    Ok(axum::Json(saved))
}

/// The key with which my browser locks up what it could not send yet.
#[utoipa::path(get, path = "/api/employer/draft-key", tag = "employer",
    responses((status = 200, body = DraftKey), (status = "4XX", body = Problem)))]
pub async fn draft_key(
    State(state): State<AppState>,
    employer: Employer,
) -> Result<axum::Json<DraftKey>, ApiError> {
    Ok(axum::Json(draft::key_of(&state, employer.id()).await?))
}

/// May a field be typed in now? The plan while it is written, the reason to decline also before
/// that, the answer to a question while there is one, times for a round table whenever the case
/// is open.
fn may_type(course: Option<Course>, field: &str) -> bool {
    let field = RetentionField::parse(field);
    if let Some(RetentionField::Offer(..)) = field {
        return true;
    }
    let Some(course) = course else { return false };
    match field {
        Some(RetentionField::Answer) => matches!(course, Course::Questioned { .. }),
        Some(RetentionField::DeclineReason) => {
            course.is_written() || matches!(course, Course::Requested { .. })
        }
        _ => course.is_written(),
    }
}

/// What is typed, with what is known about it.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// The fields.
    pub draft: Draft,
    /// Who wrote them.
    pub written: Vec<FieldWriter>,
    /// Which look as if they told what somebody suffers from.
    pub sensitive: Vec<String>,
}

/// What the people of a case's company have typed in its plan; nothing of another company's.
pub(super) async fn typed(
    db: &impl ConnectionTrait,
    file: &EmployeeFile,
    settings: &RetentionPlanSettings,
) -> Result<Typed, ApiError> {
    let people = people_of(&file.cvr);
    let (draft, written) = draft::load_written(db, file.case_id, FORM, people).await?;
    let words = &settings.health_words;
    let sensitive = |field: &&DraftField| is_sensitive(words, &field.field, &field.value);
    let sensitive = draft.fields.iter().filter(sensitive).map(|field| field.field.clone());
    Ok(Typed { sensitive: sensitive.collect(), draft, written })
}

/// Removes what people of another company have typed: it stands in nobody's way, and is nobody's
/// to send. The caller holds the case's row, as everybody does who writes in this form.
pub(super) async fn remove_others(
    tx: &DatabaseTransaction,
    case: CaseId,
    cvr: &str,
) -> Result<(), ApiError> {
    draft::remove_others(tx, case, FORM, people_of(cvr)).await
}

fn is_sensitive(words: &[String], field: &str, text: &str) -> bool {
    RetentionField::parse(field).is_some_and(|field| field.is_free_text())
        && looks_like_health(words, text)
}

/// Does to versions what the move says: freezes a new one, or marks the one it is about.
pub(super) async fn send_or_mark(
    tx: &DatabaseTransaction,
    clock: &Clock,
    held: &Held,
    step: Step,
    by: Mover<'_>,
    body: &EmployerRetentionMove,
) -> Result<(), ApiError> {
    use retention_version::Column;
    let now = || Expr::value(clock.now());
    match body {
        EmployerRetentionMove::Send { draft_version } => {
            freeze(tx, clock, held, step, by, *draft_version).await
        }
        EmployerRetentionMove::TakeBack { version } => {
            held.mark(tx, *version, vec![(Column::TakenBackAt, now())]).await
        }
        EmployerRetentionMove::Submit { version } => {
            held.mark(tx, *version, vec![(Column::SubmittedAt, now())]).await
        }
        EmployerRetentionMove::Begin {}
        | EmployerRetentionMove::Answer { .. }
        | EmployerRetentionMove::Revise {}
        | EmployerRetentionMove::DropRevision {}
        | EmployerRetentionMove::Decline { .. } => Ok(()),
    }
}

/// Does who has seen a draft at that version know all that goes into the plan? What is typed
/// beside the plan is not sent with it, and stands in nobody's way.
fn is_all_of_the_plan(draft: &Draft, seen: u32) -> bool {
    let is_in_plan = |field: &&DraftField| {
        RetentionField::parse(&field.field).is_some_and(|key| key.section().is_some())
    };
    let newest = draft.fields.iter().filter(is_in_plan).map(|field| field.version).max();
    newest.unwrap_or_default() <= seen && seen <= draft.version
}

async fn freeze(
    tx: &DatabaseTransaction,
    clock: &Clock,
    held: &Held,
    step: Step,
    by: Mover<'_>,
    seen: u32,
) -> Result<(), ApiError> {
    let case = held.plans.case;
    let draft = draft::lock(tx, case, FORM).await?;
    if !is_all_of_the_plan(&draft, seen) {
        return Err(ApiError::StaleVersion { stored_draft: None });
    }
    let (plan, errors) = RetentionPlan::read(&draft);
    ApiError::check(errors)?;
    let course = held.plans.current().ok_or(ApiError::MoveNotPossible)?;
    let (first_minutes, last_minutes) = super::hours_at_the_ends(&plan).unzip();
    let row = retention_version::ActiveModel {
        case_id: Set(case.0),
        number: Set(stored(step.version())?),
        plan_id: Set(course.id),
        content: Set(serde_json::to_value(&plan).map_err(ApiError::internal)?),
        sent_at: Set(clock.now()),
        sent_by: Set(by.id),
        sent_by_name: Set(by.name.to_owned()),
        taken_back_at: Set(None),
        comments: Set(serde_json::Value::Array(Vec::new())),
        remark: Set(String::new()),
        approved_at: Set(None),
        submitted_at: Set(None),
        acknowledged_at: Set(None),
        first_minutes: Set(first_minutes),
        last_minutes: Set(last_minutes),
    };
    retention_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
