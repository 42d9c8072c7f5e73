//! The plan as its employee reads it. A preview shows of it what the municipality has got, and
//! nothing that is typed (I6).

use contract::draft::{Draft, DraftForm};
use contract::problem::Problem;
use contract::retention_plan::{CitizenRetentionPage, SentPlan};
use rules::Course;
use sea_orm::ConnectionTrait;

use super::store::{Plans, Reader};
use super::view;
use crate::auth::CitizenView;
use crate::cases::CaseFile;
use crate::clock::local_date;
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::state::AppState;
use crate::{draft, round_table};

/// My plan with my employer: where it is, what it says, and what I have typed to it.
#[utoipa::path(get, path = "/api/citizen/retention-plan", tag = "citizen",
    responses((status = 200, body = CitizenRetentionPage), (status = "4XX", body = Problem)))]
pub async fn page(citizen: CitizenView) -> Result<axum::Json<CitizenRetentionPage>, ApiError> {
    let state = citizen.state();
    let db = state.db.read();
    let file = CaseFile::load(db, citizen.case_id()).await?;
    Ok(axum::Json(shown(db, state, &file, reader(&citizen)).await?))
}

/// One version that I was sent.
#[utoipa::path(get, path = "/api/citizen/retention-plan/versions/{number}", tag = "citizen",
    params(("number" = u32, Path)),
    responses((status = 200, body = SentPlan), (status = "4XX", body = Problem)))]
pub async fn version(
    citizen: CitizenView,
    Path(number): Path<u32>,
) -> Result<axum::Json<SentPlan>, ApiError> {
    let state = citizen.state();
    let db = state.db.read();
    let file = CaseFile::load(db, citizen.case_id()).await?;
    let plans = of(db, &file).await?;
    let sent = plans.sent(db, reader(&citizen), Some(number)).await?;
    Ok(axum::Json(sent.ok_or(ApiError::NotFound)?))
}

fn reader(citizen: &CitizenView) -> Reader {
    if citizen.is_by_another() { Reader::Staff } else { Reader::Citizen }
}

fn newest(plans: &Plans, reader: Reader) -> Option<i32> {
    plans.heads(reader).next().map(|head| head.number)
}

/// A case's plans with its company.
pub(super) async fn of(db: &impl ConnectionTrait, file: &CaseFile) -> Result<Plans, ApiError> {
    let cvr = file.case.employer_cvr.as_deref();
    Plans::load(db, contract::ids::CaseId(file.case.id), cvr).await
}

/// The page, read through `db`: a connection or a transaction.
pub(super) async fn shown(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    reader: Reader,
) -> Result<CitizenRetentionPage, ApiError> {
    let now = state.clock.now();
    let today = local_date(now);
    let plans = of(db, file).await?;
    let case_closed = file.is_closed(today);
    let own = reader == Reader::Citizen;
    // Moves are about the newest version: who has not got it is shown none.
    let has_newest = newest(&plans, reader) == newest(&plans, Reader::Citizen);
    let can_move = has_newest && !case_closed && file.employer.is_some();
    let draft = if own {
        draft::load(db, plans.case, DraftForm::RetentionAnswer).await?
    } else {
        Draft::default()
    };
    let round_table = round_table::booked(db, plans.case, now).await?;
    let cvr = file.case.employer_cvr.as_deref();
    let offers = round_table::offers(db, plans.case, cvr, now).await?;
    Ok(CitizenRetentionPage {
        today,
        employee: file.citizen.name.clone(),
        first_absence: file.case.first_absence,
        eight_weeks_on: rules::employer::eight_weeks_on(file.case.first_absence),
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        case_closed,
        course: view::course(db, &plans, reader).await?,
        moves: if can_move { Course::citizen_moves(plans.start()?) } else { Vec::new() },
        versions: plans.versions(reader),
        latest: plans.sent(db, reader, None).await?,
        agreed: plans.agreed(db, reader).await?,
        reports: view::reports(db, plans.case).await?,
        draft,
        answer_days: state.config.municipality.retention_plan.answer_days,
        round_table_offered: round_table.is_none() && !offers.is_empty(),
        round_table,
    })
}
