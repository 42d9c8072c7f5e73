//! Calling a round-table conversation off, which each of the three may do while it is not over.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::ids::{CaseId, RoundTableId};
use contract::problem::Problem;
use contract::retention_plan::MessageKind;
use rules::CourseParty;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::store;
use crate::auth::{Caseworker, Citizen, Employer};
use crate::booking::guard;
use crate::cases::CaseFile;
use crate::clock::Clock;
use crate::db::entities::round_table;
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::state::AppState;
use crate::waiting_list::Line;
use crate::{access_log, outbox};

/// The citizen calls it off.
#[utoipa::path(post, path = "/api/citizen/round-tables/{id}/cancellation", tag = "citizen",
    params(("id" = RoundTableId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn by_citizen(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<RoundTableId>,
) -> Result<StatusCode, ApiError> {
    let case = citizen.case_id();
    let tx = state.db.begin_write().await?;
    let line = Line::freeing(&tx, None).await?;
    let row = round_table::Entity::find_by_id(id.0)
        .filter(round_table::Column::CaseId.eq(case.0))
        .one(&*tx)
        .await?
        .ok_or(ApiError::NotFound)?;
    let (file, what) = (CaseFile::load(&*tx, case).await?, AccessedData::RoundTable);
    access_log::sent_by_citizen(&tx, &state.clock, &file.citizen, case, what).await?;
    let others = [CourseParty::Employer, CourseParty::Staff];
    if cancel(&tx, &state.clock, &row, others_of(&others, &row, &file)).await? {
        line.freed(&tx, &state, row.slot_id, None).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The employer calls it off: a company its own, also when the case has come to another since.
#[utoipa::path(post, path = "/api/employer/round-tables/{id}/cancellation", tag = "employer",
    params(("id" = RoundTableId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn by_employer(
    State(state): State<AppState>,
    employer: Employer,
    Path(id): Path<RoundTableId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let line = Line::freeing(&tx, None).await?;
    let row = round_table::Entity::find_by_id(id.0)
        .filter(round_table::Column::Cvr.eq(employer.cvr()))
        .one(&*tx)
        .await?
        .ok_or(ApiError::NotFound)?;
    let (case, what) = (CaseId(row.case_id), AccessedData::RoundTable);
    access_log::sent_by_employer(&tx, &state.clock, &employer, case, what).await?;
    if cancel(&tx, &state.clock, &row, [CourseParty::Citizen, CourseParty::Staff]).await? {
        line.freed(&tx, &state, row.slot_id, None).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The municipality calls it off.
#[utoipa::path(post, path = "/api/staff/round-tables/{id}/cancellation", tag = "staff",
    params(("id" = RoundTableId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn by_staff(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<RoundTableId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let line = Line::freeing(&tx, None).await?;
    let row = round_table::Entity::find_by_id(id.0).one(&*tx).await?.ok_or(ApiError::NotFound)?;
    let (case, what) = (CaseId(row.case_id), AccessedData::RoundTable);
    let file = access_log::open_case_in(&tx, &state.clock, &caseworker, case, what).await?;
    let others = [CourseParty::Citizen, CourseParty::Employer];
    if cancel(&tx, &state.clock, &row, others_of(&others, &row, &file)).await? {
        line.freed(&tx, &state, row.slot_id, None).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Calls off what is booked with a company that the case has left: it would stand in the way of a
/// conversation with the case's own. The caller holds the case's row.
///
/// # Errors
/// When the database fails.
pub async fn call_off_former(
    tx: &DatabaseTransaction,
    clock: &Clock,
    case: CaseId,
    cvr: &str,
) -> Result<(), ApiError> {
    let former = store::open(tx, case, clock.now()).await?.filter(|row| row.cvr != cvr);
    let Some(row) = former else { return Ok(()) };
    match cancel(tx, clock, &row, [CourseParty::Citizen, CourseParty::Staff]).await {
        // Called off, or over, since it was read: it stands in nobody's way.
        Ok(_) | Err(ApiError::RoundTableOver) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Those of the others who are told. A company that the case has come to since knows nothing of
/// the conversation, and is not told that it is off.
fn others_of(
    others: &[CourseParty],
    row: &round_table::Model,
    file: &CaseFile,
) -> impl Iterator<Item = CourseParty> {
    let same_company = file.case.employer_cvr.as_ref() == Some(&row.cvr);
    others.iter().copied().filter(move |to| *to != CourseParty::Employer || same_company)
}

/// Frees everything and tells the others; the caller commits. `false`, and nothing is changed, when
/// it was called off before: that is what was wanted (I3).
async fn cancel(
    tx: &DatabaseTransaction,
    clock: &Clock,
    row: &round_table::Model,
    others: impl IntoIterator<Item = CourseParty>,
) -> Result<bool, ApiError> {
    // The slot before the row, as booking locks them: never the two in a circle. Its seat is freed
    // by whoever calls the row off, and once.
    guard::lock_slots(tx, [row.slot_id]).await?;
    let done = round_table::Entity::update_many()
        .col_expr(round_table::Column::State, store::CANCELLED.into())
        .filter(round_table::Column::Id.eq(row.id))
        .filter(round_table::Column::State.eq(store::BOOKED))
        .filter(round_table::Column::EndsAt.gt(clock.now()))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        let now = round_table::Entity::find_by_id(row.id).one(tx).await?;
        let cancelled = now.is_some_and(|row| row.state == store::CANCELLED);
        return if cancelled { Ok(false) } else { Err(ApiError::RoundTableOver) };
    }
    guard::free_seat(tx, row.slot_id).await?;
    guard::release_all(tx, row.id).await?;
    for to in others {
        let once = format!("round-table-cancelled:{}:{}", to.as_str(), row.id);
        let kind = MessageKind::RoundTableCancelled;
        outbox::tell(tx, clock, CaseId(row.case_id), to, kind, once).await?;
    }
    Ok(true)
}
