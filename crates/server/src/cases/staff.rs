//! Cases as caseworkers see them.

use axum::Json;
use axum::extract::State;
use contract::access_log::AccessedData;
use contract::ids::{CaseId, CaseworkerId};
use contract::problem::Problem;
use contract::staff::{CaseDetails, CaseRow, CaseworkerRow};
use rules::ContactDuty;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};

use super::file::CaseFile;
use super::overview::overview;
use crate::access_log;
use crate::auth::Caseworker;
use crate::booking::view;
use crate::clock::to_local;
use crate::db::entities::{caseworker, sickness_case};
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::job_plan;
use crate::state::AppState;

/// The colleagues whose calendar one may open: for a team leader the team, else oneself.
#[utoipa::path(get, path = "/api/staff/caseworkers", tag = "staff",
    responses((status = 200, body = Vec<CaseworkerRow>), (status = "4XX", body = Problem)))]
pub async fn caseworkers(
    State(state): State<AppState>,
    caseworker: Caseworker,
) -> Result<Json<Vec<CaseworkerRow>>, ApiError> {
    let rows = caseworker::Entity::find()
        .filter(caseworker::Column::Team.eq(caseworker.team()))
        .order_by_asc(caseworker::Column::Name)
        .all(state.db.read())
        .await?;
    let may_open =
        |row: &caseworker::Model| caseworker.is_team_leader() || row.id == caseworker.id().0;
    let rows = rows.into_iter().filter(may_open);
    Ok(Json(rows.map(|row| CaseworkerRow { id: CaseworkerId(row.id), name: row.name }).collect()))
}

/// Own cases (a team leader: the team's) that are open, the earliest deadline first.
#[utoipa::path(get, path = "/api/staff/cases", tag = "staff",
    responses((status = 200, body = Vec<CaseRow>), (status = "4XX", body = Problem)))]
pub async fn cases(
    State(state): State<AppState>,
    caseworker: Caseworker,
) -> Result<Json<Vec<CaseRow>>, ApiError> {
    let db = state.db.read();
    let whose: Vec<_> = if caseworker.is_team_leader() {
        caseworker::Entity::find()
            .filter(caseworker::Column::Team.eq(caseworker.team()))
            .all(db)
            .await?
            .into_iter()
            .map(|colleague| colleague.id)
            .collect()
    } else {
        vec![caseworker.id().0]
    };
    let closed_on = sickness_case::Column::ClosedOn;
    let open = closed_on.is_null().or(closed_on.gt(state.clock.today()));
    let cases = sickness_case::Entity::find()
        .filter(sickness_case::Column::CaseworkerId.is_in(whose))
        .filter(open)
        .order_by_asc(sickness_case::Column::CaseNumber)
        .all(db)
        .await?;
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        rows.push(row(&state, CaseFile::load(db, CaseId(case.id)).await?)?);
    }
    rows.sort_by_key(|row| (row.hold_by.is_none(), row.hold_by));
    let what = AccessedData::CaseList;
    Ok(Json(access_log::listed(&state, &caseworker, what, rows, |row| row.id).await?))
}

fn row(state: &AppState, file: CaseFile) -> Result<CaseRow, ApiError> {
    let now = state.clock.now();
    let standing = file.standing(&state.config.municipality, now)?;
    let next = file.open_booking(now).map(|booking| to_local(booking.starts_at));
    Ok(CaseRow {
        id: CaseId(file.case.id),
        case_number: file.case.case_number,
        citizen: file.citizen.name,
        caseworker: file.caseworker.name,
        hold_by: match standing.duty {
            ContactDuty::Due(deadline) => Some(deadline.hold_by),
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
        },
        overdue: standing.overdue,
        next_booking_at: next,
    })
}

/// One case: what the citizen sees, and what has been decided and booked.
#[utoipa::path(get, path = "/api/staff/cases/{id}", tag = "staff",
    params(("id" = CaseId, Path)),
    responses((status = 200, body = CaseDetails), (status = "4XX", body = Problem)))]
pub async fn case(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<CaseId>,
) -> Result<Json<CaseDetails>, ApiError> {
    let file = access_log::open_case(&state, &caseworker, id, AccessedData::Case).await?;
    Ok(Json(details(state.db.read(), &state, &file).await?))
}

/// What the case page shows, read through `db`: a connection or a transaction.
pub(super) async fn details(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
) -> Result<CaseDetails, ApiError> {
    let now = state.clock.now();
    let config = &state.config.municipality;
    let standing = file.standing(config, now)?;
    let mut bookings = Vec::with_capacity(file.bookings.len());
    for row in &file.bookings {
        let shown = view::booking(db, config, file, &standing, row, now).await?;
        bookings.push(shown);
    }
    let mut channel_decisions = file.channel_decisions();
    channel_decisions.reverse();
    Ok(CaseDetails {
        id: CaseId(file.case.id),
        case_number: file.case.case_number.clone(),
        citizen: file.citizen.name.clone(),
        overview: overview(db, state, file).await?,
        channel_decisions,
        bookings,
        job_plan: job_plan::status(db, state, file).await?,
        next_conversation: job_plan::next_conversation(db, file, now).await?,
    })
}
