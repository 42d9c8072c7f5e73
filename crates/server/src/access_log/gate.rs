//! The gate: no case, no booking and no list of them is handed to staff before the look is
//! written down. With [`open_case`] it stays written down whatever comes after: a call that is
//! refused then has looked all the same. With [`open_case_in`] the look shares the fate of the
//! caller's transaction: a call that is refused inside it takes the entry back, and has been told
//! nothing of the case but why it is refused.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use contract::access_log::{AccessRole, AccessedData};
use contract::ids::{BookingId, CaseId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Set,
};
use uuid::Uuid;

use crate::auth::Caseworker;
use crate::cases::CaseFile;
use crate::clock::Clock;
use crate::db::entities::{access_log, booking, caseworker};
use crate::http::error::ApiError;
use crate::state::AppState;

/// A list that is looked at again this soon is the same look.
const SAME_LOOK: TimeDelta = TimeDelta::minutes(1);

/// Rows in one statement: SQLite allows some thirty thousand values.
const ROWS_AT_ONCE: usize = 500;

/// A case of the caseworker's team, the look written down; others do not exist for them.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_case(
    state: &AppState,
    caseworker: &Caseworker,
    id: CaseId,
    what: AccessedData,
) -> Result<CaseFile, ApiError> {
    let file = of_team(state.db.read(), caseworker, id).await?;
    let tx = state.db.begin_write().await?;
    note(&tx, &state.clock, Look::now(&state.clock, caseworker.row(), what), [id.0]).await?;
    tx.commit().await?;
    Ok(file)
}

/// The same inside a transaction, which the caller must commit before anything is answered.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_case_in(
    tx: &DatabaseTransaction,
    clock: &Clock,
    caseworker: &Caseworker,
    id: CaseId,
    what: AccessedData,
) -> Result<CaseFile, ApiError> {
    let file = of_team(tx, caseworker, id).await?;
    note(tx, clock, Look::now(clock, caseworker.row(), what), [id.0]).await?;
    Ok(file)
}

/// A booking of a case of the caseworker's team, the look written down; others do not exist
/// for them.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_booking(
    state: &AppState,
    caseworker: &Caseworker,
    id: BookingId,
) -> Result<CaseFile, ApiError> {
    let row = booking::Entity::find_by_id(id.0).one(state.db.read()).await?;
    let case = row.ok_or(ApiError::NotFound)?.case_id;
    open_case(state, caseworker, CaseId(case), AccessedData::Conversation).await
}

/// Rows of a list, handed back once a look at each of their cases is written down. A list
/// that the same person opens again within a minute is the same look: lists are drawn anew
/// each time somebody comes back to them.
///
/// # Errors
/// When the database fails.
pub async fn listed<T>(
    state: &AppState,
    caseworker: &Caseworker,
    what: AccessedData,
    rows: Vec<T>,
    case_of: impl Fn(&T) -> CaseId,
) -> Result<Vec<T>, ApiError> {
    let known: Vec<Uuid> = access_log::Entity::find()
        .select_only()
        .column(access_log::Column::CaseId)
        .filter(access_log::Column::CaseworkerId.eq(caseworker.id().0))
        .filter(access_log::Column::What.eq(what.as_str()))
        .filter(access_log::Column::At.gt(state.clock.now() - SAME_LOOK))
        .into_tuple()
        .all(state.db.read())
        .await?;
    let known: HashSet<Uuid> = known.into_iter().collect();
    let seen: HashSet<Uuid> = rows.iter().map(|row| case_of(row).0).collect();
    let new: Vec<Uuid> = seen.difference(&known).copied().collect();
    if !new.is_empty() {
        let tx = state.db.begin_write().await?;
        note(&tx, &state.clock, Look::now(&state.clock, caseworker.row(), what), new).await?;
        tx.commit().await?;
    }
    Ok(rows)
}

/// Writes down that a caseworker looks at a citizen's own pages.
///
/// # Errors
/// When the database fails.
pub async fn previewed(
    state: &AppState,
    by: &caseworker::Model,
    case: CaseId,
) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    note(&tx, &state.clock, Look::now(&state.clock, by, AccessedData::Preview), [case.0]).await?;
    Ok(tx.commit().await?)
}

async fn of_team(
    db: &impl ConnectionTrait,
    caseworker: &Caseworker,
    id: CaseId,
) -> Result<CaseFile, ApiError> {
    let file = CaseFile::load(db, id).await?;
    if file.caseworker.team == caseworker.team() { Ok(file) } else { Err(ApiError::NotFound) }
}

/// Somebody looks.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Who.
    pub by: &'a caseworker::Model,
    /// At what.
    pub what: AccessedData,
    /// When.
    pub at: DateTime<Utc>,
}

impl<'a> Look<'a> {
    fn now(clock: &Clock, by: &'a caseworker::Model, what: AccessedData) -> Self {
        Self { by, what, at: clock.now() }
    }
}

/// Writes a look at each of these cases down, in as few statements as there may be.
///
/// # Errors
/// When the database fails.
pub async fn note(
    tx: &DatabaseTransaction,
    clock: &Clock,
    look: Look<'_>,
    cases: impl IntoIterator<Item = Uuid>,
) -> Result<(), ApiError> {
    let Look { by, what, at } = look;
    let role = if by.team_leader { AccessRole::TeamLeader } else { AccessRole::Caseworker };
    let entry = |case: Uuid| access_log::ActiveModel {
        id: Set(clock.id_at(at)),
        case_id: Set(case),
        at: Set(at),
        caseworker_id: Set(by.id),
        role: Set(role.as_str().to_owned()),
        unit: Set(by.team.clone()),
        name: Set(by.name.clone()),
        what: Set(what.as_str().to_owned()),
    };
    let entries: Vec<access_log::ActiveModel> = cases.into_iter().map(entry).collect();
    for rows in entries.chunks(ROWS_AT_ONCE) {
        access_log::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
