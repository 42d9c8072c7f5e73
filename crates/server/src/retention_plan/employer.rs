//! What an employer reads and does. They come to an employee only through the gate, and know of
//! them what `EmployeeFile` holds (I5).

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::problem::{FieldError, Problem};
use contract::retention_plan::{
    EmployeeRow, EmployerRetentionMove, EmployerRetentionPage, RetentionField, SentPlan, check_note,
};
use rules::{Course, CourseMove, CourseParty, EmployerDuty, NextMove};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

use super::moves::{self, Mover};
use super::store::{Plans, Reader};
use super::{draft, previous, status, view};
use crate::auth::Employer;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::clock::{Clock, to_local};
use crate::config::MunicipalityConfig;
use crate::draft::Writer;
use crate::employer::EmployeeFile;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, round_table};

/// The company's employees on sick leave, those who wait for the employer first.
#[utoipa::path(get, path = "/api/employer/cases", tag = "employer",
    responses((status = 200, body = Vec<EmployeeRow>), (status = "4XX", body = Problem)))]
pub async fn employees(
    State(state): State<AppState>,
    employer: Employer,
) -> Result<axum::Json<Vec<EmployeeRow>>, ApiError> {
    let (db, today) = (state.db.read(), state.clock.today());
    let files = EmployeeFile::list(db, employer.cvr(), today).await?;
    let files = access_log::listed_employees(&state, &employer, files).await?;
    let ids = files.iter().map(|file| file.case_id.0);
    let courses = status::newest_of_company(db, employer.cvr(), ids).await?;
    let row = |file: EmployeeFile| {
        let newest = courses.get(&file.case_id.0);
        let course = newest.map(|(course, _)| *course);
        EmployeeRow {
            id: file.case_id,
            first_absence: file.first_absence,
            course,
            next: course.map_or(NextMove::Nobody, Course::next_move),
            since: newest.map(|(_, since)| to_local(*since)),
            duties: duties(&state.config.municipality, &file, today),
            employee: file.employee,
        }
    };
    let mut rows: Vec<EmployeeRow> = files.into_iter().map(row).collect();
    rows.sort_by_key(|row| match row.next {
        NextMove::Employer => 0,
        NextMove::Either => 1,
        NextMove::Citizen | NextMove::Staff | NextMove::Nobody => 2,
    });
    Ok(axum::Json(rows))
}

/// An employee's plan: where it is, what is typed, and what is to be done.
#[utoipa::path(get, path = "/api/employer/cases/{id}/retention-plan", tag = "employer",
    params(("id" = CaseId, Path)),
    responses((status = 200, body = EmployerRetentionPage), (status = "4XX", body = Problem)))]
pub async fn page(
    State(state): State<AppState>,
    employer: Employer,
    Path(id): Path<CaseId>,
) -> Result<axum::Json<EmployerRetentionPage>, ApiError> {
    let what = AccessedData::RetentionPlan;
    let file = access_log::open_employee(&state, &employer, id, what).await?;
    Ok(axum::Json(employer_page(state.db.read(), &state, &employer, &file).await?))
}

/// One version that was sent to the employee.
#[utoipa::path(get, path = "/api/employer/cases/{id}/retention-plan/versions/{number}", tag = "employer",
    params(("id" = CaseId, Path), ("number" = u32, Path)),
    responses((status = 200, body = SentPlan), (status = "4XX", body = Problem)))]
pub async fn version(
    State(state): State<AppState>,
    employer: Employer,
    Path((id, number)): Path<(CaseId, u32)>,
) -> Result<axum::Json<SentPlan>, ApiError> {
    let what = AccessedData::RetentionPlan;
    let file = access_log::open_employee(&state, &employer, id, what).await?;
    let db = state.db.read();
    let plans = Plans::load(db, file.case_id, Some(&file.cvr)).await?;
    let sent = plans.sent(db, Reader::Employer, Some(number)).await?;
    Ok(axum::Json(sent.ok_or(ApiError::NotFound)?))
}

/// Makes a move.
#[utoipa::path(post, path = "/api/employer/cases/{id}/retention-plan/moves", tag = "employer", request_body = EmployerRetentionMove,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = EmployerRetentionPage), (status = "4XX", body = Problem)))]
pub async fn make(
    State(state): State<AppState>,
    employer: Employer,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<EmployerRetentionMove>,
) -> Result<Answer<EmployerRetentionPage>, ApiError> {
    ApiError::check(check(&body))?;
    let actor = Actor::Employer(employer.id());
    let call = Call::new(actor, key, format_args!("retention plan move {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let what = AccessedData::RetentionPlanMove;
    let file = access_log::open_employee_in(&tx, &state.clock, &employer, id, what).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let (user, name) = (employer.id(), employer.name());
    let mover = Mover { party: CourseParty::Employer, id: user, name };
    make_in(&tx, &state.clock, (id, employer.cvr()), mover, &body).await?;
    let page = employer_page(&*tx, &state, &employer, &file).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, page).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Makes a move inside a transaction that the caller commits.
///
/// # Errors
/// When the course does not have that move now, or what is typed cannot be sent.
pub async fn make_in(
    tx: &DatabaseTransaction,
    clock: &Clock,
    (case, cvr): (CaseId, &str),
    by: Mover<'_>,
    body: &EmployerRetentionMove,
) -> Result<(), ApiError> {
    let held = moves::hold_for(tx, case, cvr, clock.today()).await?;
    let step = held.step(CourseMove::Employer(body.kind()), about(body))?;
    draft::send_or_mark(tx, clock, &held, step, by, body).await?;
    held.make(tx, clock, step, by, said(body)).await?;
    let writer = Writer { id: by.id, name: by.name, at: clock.now() };
    crate::draft::empty(tx, case, draft::FORM, &sent_fields(body), Some(writer)).await
}

fn check(body: &EmployerRetentionMove) -> Vec<FieldError> {
    let wrong = match body {
        EmployerRetentionMove::Answer { text, .. } => {
            check_note(text, true).map(|code| FieldError::new("text", code))
        }
        EmployerRetentionMove::Decline { reason } => {
            check_note(reason, false).map(|code| FieldError::new("reason", code))
        }
        _ => None,
    };
    wrong.into_iter().collect()
}

/// The version it is about, where the employer names one.
const fn about(body: &EmployerRetentionMove) -> Option<u32> {
    match body {
        EmployerRetentionMove::TakeBack { version }
        | EmployerRetentionMove::Submit { version }
        | EmployerRetentionMove::Answer { version, .. } => Some(*version),
        EmployerRetentionMove::Begin {}
        | EmployerRetentionMove::Send { .. }
        | EmployerRetentionMove::Revise {}
        | EmployerRetentionMove::DropRevision {}
        | EmployerRetentionMove::Decline { .. } => None,
    }
}

fn said(body: &EmployerRetentionMove) -> &str {
    match body {
        EmployerRetentionMove::Answer { text, .. } => text,
        EmployerRetentionMove::Decline { reason } => reason,
        _ => "",
    }
}

/// What was typed beside the plan and is sent now.
fn sent_fields(body: &EmployerRetentionMove) -> Vec<String> {
    match body {
        EmployerRetentionMove::Answer { .. } => vec![RetentionField::Answer.to_string()],
        EmployerRetentionMove::Decline { .. } => vec![RetentionField::DeclineReason.to_string()],
        _ => Vec::new(),
    }
}

/// The employer's dates; none once the case is closed.
fn duties(config: &MunicipalityConfig, file: &EmployeeFile, today: NaiveDate) -> Vec<EmployerDuty> {
    if file.is_closed(today) {
        return Vec::new();
    }
    let first_absence = file.first_absence;
    let rules = rules::rule_set::in_force(&config.contact_rule_sets, first_absence, today);
    rules.map(|rules| rules::employer::duties(first_absence, rules, today)).unwrap_or_default()
}

/// What an employer sees of a plan, read through `db`: a connection or a transaction.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn employer_page(
    db: &impl ConnectionTrait,
    state: &AppState,
    employer: &Employer,
    file: &EmployeeFile,
) -> Result<EmployerRetentionPage, ApiError> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let config = &state.config.municipality;
    let plans = Plans::load(db, file.case_id, Some(&file.cvr)).await?;
    let case_closed = file.is_closed(today);
    let typed = draft::typed(db, file, &config.retention_plan).await?;
    Ok(EmployerRetentionPage {
        case_id: file.case_id,
        today,
        employee: file.employee.clone(),
        first_absence: file.first_absence,
        company: file.company.clone(),
        cvr: file.cvr.clone(),
        me: employer.name().to_owned(),
        case_closed,
        course: view::course(db, &plans, Reader::Employer).await?,
        moves: if case_closed { Vec::new() } else { plans.employer_moves()? },
        versions: plans.versions(Reader::Employer),
        latest: plans.sent(db, Reader::Employer, None).await?,
        previous: previous::before(db, &plans, &file.cvr).await?,
        draft: typed.draft,
        written: typed.written,
        sensitive: typed.sensitive,
        duties: duties(config, file, today),
        nemrefusion_url: config.retention_plan.nemrefusion_url.clone(),
        answer_days: config.retention_plan.answer_days,
        offers: round_table::offers(db, file.case_id, Some(&file.cvr), now).await?,
        round_table: round_table::booked_with(db, file.case_id, &file.cvr, now).await?,
    })
}
