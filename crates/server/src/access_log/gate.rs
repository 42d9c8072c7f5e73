//! The gate: no case, no booking and no list of them is handed to staff or to an employer before
//! the look is written down. With [`open_case`] it stays written down whatever comes after: a call
//! that is refused then has looked all the same. With [`open_case_in`] the look shares the fate of the
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

use crate::auth::{Caseworker, Employer};
use crate::cases::CaseFile;
use crate::clock::Clock;
use crate::db::entities::{
    access_log, booking, caseworker, citizen, employer, employer_user, sickness_case,
};
use crate::employer::EmployeeFile;
use crate::http::error::ApiError;
use crate::state::AppState;

/// A page that is looked at again this soon is the same look.
const SAME_LOOK: TimeDelta = TimeDelta::minutes(1);

/// A list is in view all day: whoever works with it comes back to it after each case. It is the same
/// look for as long as a working day lasts. Written down each time, it would bury the looks at the
/// case itself among those at a line of a list, and hold the one lock for writing for thousands of
/// rows each time a team leader comes back to the team's.
const SAME_LIST: TimeDelta = TimeDelta::hours(12);

/// Somebody who writes in a plan has opened it: what is kept of it by itself, every few seconds
/// while they type, is a look only if none was written down this long.
const SAME_WRITING: TimeDelta = TimeDelta::hours(12);

/// Rows in one statement: SQLite allows some thirty thousand values, and a look has ten.
pub(super) const ROWS_AT_ONCE: usize = 3_000;

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
    let file = of_team(state.db.read(), caseworker.team(), id).await?;
    let tx = state.db.begin_write().await?;
    note(&tx, &state.clock, Look::now(&state.clock, caseworker.row().into(), what), [id.0]).await?;
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
    let file = of_team(tx, caseworker.team(), id).await?;
    note(tx, clock, Look::now(clock, caseworker.row().into(), what), [id.0]).await?;
    Ok(file)
}

/// The same where they say why, which the citizen reads.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_case_because(
    tx: &DatabaseTransaction,
    clock: &Clock,
    caseworker: &Caseworker,
    id: CaseId,
    (what, reason): (AccessedData, &str),
) -> Result<CaseFile, ApiError> {
    let file = of_team(tx, caseworker.team(), id).await?;
    let look = Look::now(clock, caseworker.row().into(), what).because(reason);
    note(tx, clock, look, [id.0]).await?;
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
/// that the same person opens again within a working day is the same look; what is new in it is
/// written down.
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
    let look = Look::now(&state.clock, caseworker.row().into(), what);
    note_once(state, look, SAME_LIST, &rows, case_of).await?;
    Ok(rows)
}

/// The same for an employer's list of employees.
///
/// # Errors
/// When the database fails.
pub async fn listed_employees(
    state: &AppState,
    employer: &Employer,
    rows: Vec<EmployeeFile>,
) -> Result<Vec<EmployeeFile>, ApiError> {
    if let Some(company) = rows.first().map(|file| file.company.clone()) {
        let by = Looker::employer(employer, &company);
        let look = Look::now(&state.clock, by, AccessedData::EmployeeList);
        note_once(state, look, SAME_LIST, &rows, |file| file.case_id).await?;
    }
    Ok(rows)
}

/// Writes a look down at those of the cases that the same person has not looked at within a time,
/// for the same reason.
async fn note_once<T>(
    state: &AppState,
    look: Look<'_>,
    within: TimeDelta,
    rows: &[T],
    case_of: impl Fn(&T) -> CaseId,
) -> Result<(), ApiError> {
    let since = look.at - within;
    let seen: HashSet<Uuid> = rows.iter().map(|row| case_of(row).0).collect();
    let known = known_looks(state.db.read(), look, since).await?;
    if seen.is_subset(&known) {
        return Ok(());
    }
    let tx = state.db.begin_write().await?;
    one_at_a_time(&tx, look.by).await?;
    // Written down, perhaps, while this was waiting.
    let known = known_looks(&*tx, look, since).await?;
    let new: Vec<Uuid> = seen.difference(&known).copied().collect();
    note(&tx, &state.clock, Look { at: state.clock.now(), ..look }, new).await?;
    Ok(tx.commit().await?)
}

/// The cases at which somebody has looked for the same thing since a moment.
async fn known_looks(
    db: &impl ConnectionTrait,
    look: Look<'_>,
    since: DateTime<Utc>,
) -> Result<HashSet<Uuid>, ApiError> {
    let reason = match look.reason {
        Some(reason) => access_log::Column::Reason.eq(reason),
        None => access_log::Column::Reason.is_null(),
    };
    let cases: Vec<Uuid> = access_log::Entity::find()
        .select_only()
        .column(access_log::Column::CaseId)
        .filter(access_log::Column::ById.eq(look.by.id))
        .filter(access_log::Column::What.eq(look.what.as_str()))
        .filter(access_log::Column::At.gt(since))
        .filter(reason)
        .into_tuple()
        .all(db)
        .await?;
    Ok(cases.into_iter().collect())
}

/// Holds a person's row until the transaction ends: pages that ask for several things at once
/// would each find that nothing is written down yet. SQLite has waited already.
async fn one_at_a_time(tx: &DatabaseTransaction, by: Looker<'_>) -> Result<(), ApiError> {
    match by.role {
        AccessRole::Employer => {
            employer_user::Entity::find_by_id(by.id).lock_exclusive().one(tx).await?;
        }
        AccessRole::Caseworker | AccessRole::TeamLeader => {
            caseworker::Entity::find_by_id(by.id).lock_exclusive().one(tx).await?;
        }
        AccessRole::Citizen => {}
    }
    Ok(())
}

/// An employee's case of the employer's company, the look written down; others do not exist for
/// them. What the same person opens again within a minute is the same look.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_employee(
    state: &AppState,
    employer: &Employer,
    id: CaseId,
    what: AccessedData,
) -> Result<EmployeeFile, ApiError> {
    let file = EmployeeFile::load(state.db.read(), employer.cvr(), id).await?;
    let by = Looker::employer(employer, &file.company);
    note_once(state, Look::now(&state.clock, by, what), SAME_LOOK, &[id], |id| *id).await?;
    Ok(file)
}

/// The same for what they are typing in the employee's plan, which their page reads and keeps
/// again and again.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_employee_draft(
    state: &AppState,
    employer: &Employer,
    id: CaseId,
) -> Result<EmployeeFile, ApiError> {
    let file = EmployeeFile::load(state.db.read(), employer.cvr(), id).await?;
    let (by, what) = (Looker::employer(employer, &file.company), AccessedData::RetentionPlan);
    note_once(state, Look::now(&state.clock, by, what), SAME_WRITING, &[id], |id| *id).await?;
    Ok(file)
}

/// The same inside a transaction, which the caller must commit before anything is answered. What
/// is changed is a look each time.
///
/// # Errors
/// [`ApiError::NotFound`] when there is none.
pub async fn open_employee_in(
    tx: &DatabaseTransaction,
    clock: &Clock,
    employer: &Employer,
    id: CaseId,
    what: AccessedData,
) -> Result<EmployeeFile, ApiError> {
    let file = EmployeeFile::load(tx, employer.cvr(), id).await?;
    let by = Looker::employer(employer, &file.company);
    note(tx, clock, Look::now(clock, by, what), [id.0]).await?;
    Ok(file)
}

/// Writes down what an employer does about something of their own, inside the transaction that
/// does it. They are told nothing of the case, which may have come to another company.
///
/// # Errors
/// When the database fails.
pub async fn sent_by_employer(
    tx: &DatabaseTransaction,
    clock: &Clock,
    employer: &Employer,
    case: CaseId,
    what: AccessedData,
) -> Result<(), ApiError> {
    let company = employer::Entity::find_by_id(employer.cvr()).one(tx).await?;
    let company = company.ok_or_else(|| ApiError::internal("a person of no company"))?;
    note(tx, clock, Look::now(clock, Looker::employer(employer, &company.name), what), [case.0])
        .await
}

/// Writes down what a citizen sends to others, inside the transaction that sends it.
///
/// # Errors
/// When the database fails.
pub async fn sent_by_citizen(
    tx: &DatabaseTransaction,
    clock: &Clock,
    citizen: &citizen::Model,
    case: CaseId,
    what: AccessedData,
) -> Result<(), ApiError> {
    note(tx, clock, Look::now(clock, citizen.into(), what), [case.0]).await
}

/// Writes down that a caseworker goes on looking at a citizen's own pages; within a minute it is
/// the same look. Since they began, the case may have come to another team, or to a colleague: then
/// a reason is asked for that they have not given.
///
/// # Errors
/// [`ApiError::PreviewClosed`] when they may not look, or not without a reason, any more.
pub async fn previewed(
    state: &AppState,
    by: &caseworker::Model,
    id: CaseId,
    reason: &str,
) -> Result<(), ApiError> {
    let (db, closed) = (state.db.read(), ApiError::PreviewClosed);
    let case = sickness_case::Entity::find_by_id(id.0).one(db).await?.ok_or(closed)?;
    let whose = caseworker::Entity::find_by_id(case.caseworker_id).one(db).await?;
    let of_team = whose.is_some_and(|whose| whose.team == by.team);
    if !of_team || (reason.is_empty() && case.caseworker_id != by.id) {
        return Err(ApiError::PreviewClosed);
    }
    let look = Look::now(&state.clock, by.into(), AccessedData::Preview).because(reason);
    note_once(state, look, SAME_LOOK, &[id], |id| *id).await
}

async fn of_team(db: &impl ConnectionTrait, team: &str, id: CaseId) -> Result<CaseFile, ApiError> {
    let file = CaseFile::load(db, id).await?;
    if file.caseworker.team == team { Ok(file) } else { Err(ApiError::NotFound) }
}

/// Who looks.
#[derive(Clone, Copy, Debug)]
pub struct Looker<'a> {
    pub(super) id: Uuid,
    pub(super) role: AccessRole,
    pub(super) unit: &'a str,
    pub(super) name: &'a str,
}

impl<'a> Looker<'a> {
    /// Somebody of an employer.
    fn employer(employer: &'a Employer, company: &'a str) -> Self {
        let (id, name) = (employer.id(), employer.name());
        Self { id, role: AccessRole::Employer, unit: company, name }
    }
}

impl<'a> From<(&'a employer_user::Model, &'a employer::Model)> for Looker<'a> {
    fn from((by, company): (&'a employer_user::Model, &'a employer::Model)) -> Self {
        Self { id: by.id, role: AccessRole::Employer, unit: &company.name, name: &by.name }
    }
}

impl<'a> From<&'a caseworker::Model> for Looker<'a> {
    fn from(by: &'a caseworker::Model) -> Self {
        let role = if by.team_leader { AccessRole::TeamLeader } else { AccessRole::Caseworker };
        Self { id: by.id, role, unit: &by.team, name: &by.name }
    }
}

impl<'a> From<&'a citizen::Model> for Looker<'a> {
    fn from(by: &'a citizen::Model) -> Self {
        Self { id: by.id, role: AccessRole::Citizen, unit: "", name: &by.name }
    }
}

/// Somebody looks.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Who.
    pub by: Looker<'a>,
    /// At what.
    pub what: AccessedData,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, where that is asked for.
    pub reason: Option<&'a str>,
}

impl<'a> Look<'a> {
    pub(super) fn now(clock: &Clock, by: Looker<'a>, what: AccessedData) -> Self {
        Self { by, what, at: clock.now(), reason: None }
    }

    fn because(self, reason: &'a str) -> Self {
        let reason = reason.trim();
        Self { reason: (!reason.is_empty()).then_some(reason), ..self }
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
    let Look { by, what, at, reason } = look;
    let entry = |case: Uuid| access_log::ActiveModel {
        id: Set(clock.id_at(at)),
        case_id: Set(case),
        at: Set(at),
        by_id: Set(by.id),
        role: Set(by.role.as_str().to_owned()),
        unit: Set(by.unit.to_owned()),
        name: Set(by.name.to_owned()),
        what: Set(what.as_str().to_owned()),
        reason: Set(reason.map(str::to_owned)),
    };
    let entries: Vec<access_log::ActiveModel> = cases.into_iter().map(entry).collect();
    for rows in entries.chunks(ROWS_AT_ONCE) {
        access_log::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
