//! Cases as caseworkers see them.

use axum::Json;
use axum::extract::State;
use contract::access_log::AccessedData;
use contract::booking::CaseOverview;
use contract::ids::CaseId;
use contract::problem::Problem;
use contract::retention_plan::MessageKind;
use contract::staff::{CaseDetails, CaseworkerRow, RuleSetInForce};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::decisions::decisions;
use super::file::CaseFile;
use super::overview::overview;
use super::time_line::{Known, time_line};
use crate::auth::Caseworker;
use crate::booking::view;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::retention_plan::{self, Reader};
use crate::state::AppState;
use crate::{access_log, employer_contact, job_plan, outbox, waiting_list};

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
    Ok(Json(rows.map(CaseworkerRow::from).collect()))
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
    Ok(Json(details(state.db.read(), &state, &file, &caseworker).await?))
}

/// What the case page shows `viewer`, read through `db`: a connection or a transaction.
pub(super) async fn details(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    viewer: &Caseworker,
) -> Result<CaseDetails, ApiError> {
    let now = state.clock.now();
    let config = &state.config.municipality;
    let standing = file.standing(config, now)?;
    let mut bookings = Vec::with_capacity(file.bookings.len());
    for row in &file.bookings {
        let shown = view::booking(db, config, file, &standing, row, now).await?;
        bookings.push(shown);
    }
    let closed = file.is_closed(standing.today);
    let whose = super::caseworker::of_case(db, file, viewer, closed).await?;
    let contacts = employer_contact::of_case(db, state, file).await?;
    let known = Known { standing: &standing, contacts: &contacts, changes: &whose.changes };
    let time_line = time_line(db, file, known, now).await?;
    let overview = overview(db, state, file, Reader::Staff).await?;
    let mut messages = outbox::waiting_for_staff(db, CaseId(file.case.id)).await?;
    messages.retain(|message| !is_over(&message.kind, &overview));
    Ok(CaseDetails {
        id: CaseId(file.case.id),
        case_number: file.case.case_number.clone(),
        citizen: file.citizen.name.clone(),
        overview,
        caseworker: whose,
        rule_set: RuleSetInForce {
            name: standing.rules.name.clone(),
            valid_from: standing.rules.valid_from,
            valid_to: standing.rules.valid_to,
        },
        time_line,
        decisions: decisions(db, file).await?,
        waiting: waiting_list::records(db, config, file, now).await?,
        bookings,
        job_plan: job_plan::status(db, state, file).await?,
        next_conversation: job_plan::next_conversation(db, file, now).await?,
        retention: retention_plan::status(db, file, now).await?,
        employer_contacts: contacts,
        messages,
    })
}

/// Tells of a time or a seat that is not kept any more: nothing to ring anybody about.
fn is_over(kind: &MessageKind, overview: &CaseOverview) -> bool {
    match kind {
        MessageKind::TimeOffered { until } => {
            let kept = overview.waiting.as_ref().and_then(|waiting| waiting.offer.as_ref());
            kept.is_none_or(|offer| offer.until != *until)
        }
        MessageKind::GroupSeatOffered { until, .. } => overview.group_offered != Some(*until),
        _ => false,
    }
}
