//! The list: own cases, for a team leader the team's.

use axum::Json;
use axum::extract::State;
use contract::access_log::AccessedData;
use contract::caseload::CaseRow;
use contract::ids::{CaseId, CaseworkerId};
use contract::problem::Problem;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::attention::Known;
use super::order::in_order;
use crate::auth::Caseworker;
use crate::cases::{CaseFile, CaseSet};
use crate::clock::to_local;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::{access_log, employer_contact, job_plan, retention_plan};

/// Own cases (a team leader: the team's) that are open, those first that will miss a deadline
/// first, with what each waits for. A case that no rule set governs is there, and says so.
#[utoipa::path(get, path = "/api/staff/cases", tag = "staff",
    responses((status = 200, body = Vec<CaseRow>), (status = "4XX", body = Problem)))]
pub async fn cases(
    State(state): State<AppState>,
    caseworker: Caseworker,
) -> Result<Json<Vec<CaseRow>>, ApiError> {
    let set = CaseSet::open_of(whose(&state, &caseworker).await?, state.clock.today());
    let rows = in_order(rows(&state, &set).await?);
    let what = AccessedData::CaseList;
    Ok(Json(access_log::listed(&state, &caseworker, what, rows, |row| row.id).await?))
}

/// Whose cases they are: one's own, or the team's.
async fn whose(state: &AppState, caseworker: &Caseworker) -> Result<Vec<Uuid>, ApiError> {
    if !caseworker.is_team_leader() {
        return Ok(vec![caseworker.id().0]);
    }
    let team = caseworker::Entity::find()
        .select_only()
        .column(caseworker::Column::Id)
        .filter(caseworker::Column::Team.eq(caseworker.team()))
        .into_tuple()
        .all(state.db.read())
        .await?;
    Ok(team)
}

/// Every row of a set.
async fn rows(state: &AppState, set: &CaseSet) -> Result<Vec<CaseRow>, ApiError> {
    let db = state.db.read();
    let (config, now) = (&state.config.municipality, state.clock.now());
    let files = CaseFile::load_all(db, set).await?;
    let first_contacts = employer_contact::first_contacts(db, set).await?;
    let plans = job_plan::in_short(db, set).await?;
    let waiting = retention_plan::waiting(db, set).await?;
    let failed = retention_plan::unanswered(db, set).await?;
    let row = |file: CaseFile| {
        let standing = match file.standing(config, now) {
            // One case that the configuration leaves out takes no other off the list.
            Err(ApiError::NoRuleSet) => None,
            standing => Some(standing?),
        };
        let known = Known {
            file: &file,
            standing: standing.as_ref(),
            first_contact: first_contacts.get(&file.case.id).copied(),
            plan: plans.get(&file.case.id).copied(),
            waits_since: waiting.get(&file.case.id).copied(),
            failed_step: failed.get(&file.case.id).copied(),
            settings: config.caseload,
            now,
        };
        let attention = known.attention();
        let next = file.open_booking(now).map(|booking| to_local(booking.starts_at));
        Ok(CaseRow {
            id: CaseId(file.case.id),
            case_number: file.case.case_number,
            citizen: file.citizen.name,
            caseworker_id: CaseworkerId(file.caseworker.id),
            caseworker: file.caseworker.name,
            duty: standing.map(|standing| standing.duty),
            next_booking_at: next,
            attention,
        })
    };
    files.into_iter().map(row).collect()
}
