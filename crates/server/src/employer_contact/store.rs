//! Contacts as they are stored, and what the rules say of them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use contract::ids::{CaseId, EmployerContactId};
use contract::retention_plan::{
    ContactChannelUsed, EmployerContact, EmployerContactWhat, EmployerContacts, NewEmployerContact,
};
use rules::employer::{EmployerContactFacts, contact_task};
use rules::{ContactDuty, EmployerContactTask};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use crate::cases::{CaseFile, CaseSet, Standing};
use crate::clock::{Clock, local_date, to_local};
use crate::db::entities::{caseworker, employer, employer_contact, sickness_case};
use crate::http::error::ApiError;
use crate::state::AppState;

/// The contacts with a case's employer, and the task.
///
/// # Errors
/// When no rule set governs the case, or the database fails.
pub async fn of_case(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
) -> Result<EmployerContacts, ApiError> {
    let rows = employer_contact::Entity::find()
        .filter(employer_contact::Column::CaseId.eq(file.case.id))
        .order_by_desc(employer_contact::Column::OnDate)
        .order_by_desc(employer_contact::Column::Id)
        .all(db)
        .await?;
    let is_present =
        |row: &employer_contact::Model| Some(&row.cvr) == file.case.employer_cvr.as_ref();
    let first = rows.iter().rfind(|row| is_present(row)).map(|row| row.on_date);
    let former = rows.iter().filter(|row| !is_present(row)).map(|row| row.cvr.clone());
    let former = names_of(db, former.collect()).await?;
    let shown = |row: employer_contact::Model| {
        let former_employer = former.get(&row.cvr).cloned();
        shown(row, former_employer)
    };
    Ok(EmployerContacts {
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        task: task_with(state, file, first)?,
        contacts: rows.into_iter().map(shown).collect::<Result<_, _>>()?,
    })
}

async fn names_of(
    db: &impl ConnectionTrait,
    companies: HashSet<String>,
) -> Result<HashMap<String, String>, ApiError> {
    let rows = employer::Entity::find().filter(employer::Column::Cvr.is_in(companies));
    let rows = rows.all(db).await?.into_iter();
    Ok(rows.map(|company| (company.cvr, company.name)).collect())
}

/// Is the employer still to be contacted?
///
/// # Errors
/// When no rule set governs the case, or the database fails.
pub async fn task(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
) -> Result<EmployerContactTask, ApiError> {
    let set = CaseSet::one(CaseId(file.case.id));
    let first = first_contacts(db, &set).await?.remove(&file.case.id);
    task_with(state, file, first)
}

/// The day of the first contact with the present company of each of these cases that has one, read
/// at once. A contact with a company that the case has left is none with this one.
///
/// # Errors
/// When the database fails.
pub async fn first_contacts(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, NaiveDate>, ApiError> {
    let case = employer_contact::Entity::belongs_to(sickness_case::Entity)
        .from(employer_contact::Column::CaseId)
        .to(sickness_case::Column::Id)
        .into();
    let present = Expr::col((sickness_case::Entity, sickness_case::Column::EmployerCvr));
    let first: Vec<(Uuid, NaiveDate)> = employer_contact::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, case)
        .filter(employer_contact::Column::Cvr.into_expr().eq(present))
        .column(employer_contact::Column::CaseId)
        .column_as(employer_contact::Column::OnDate.min(), "first")
        .filter(employer_contact::Column::CaseId.in_subquery(set.ids()))
        .group_by(employer_contact::Column::CaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(first.into_iter().collect())
}

/// The same, when the day of the first contact is known.
///
/// # Errors
/// When no rule set governs the case.
pub fn task_with(
    state: &AppState,
    file: &CaseFile,
    first_contact: Option<NaiveDate>,
) -> Result<EmployerContactTask, ApiError> {
    let now = state.clock.now();
    let standing = file.standing(&state.config.municipality, now)?;
    Ok(task_of(file, &standing, first_contact, now))
}

/// The same, when it is known what the rules say of the case.
pub fn task_of(
    file: &CaseFile,
    standing: &Standing<'_>,
    first_contact: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> EmployerContactTask {
    let booked = || file.open_booking(now).map(|booking| local_date(booking.starts_at));
    let due = || match &standing.duty {
        ContactDuty::Due(deadline) => Some(deadline.hold_by),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    };
    let first_conversation = standing.held.first().copied().or_else(booked).or_else(due);
    contact_task(EmployerContactFacts {
        required: file.employer.is_some() && standing.rules.employer_contact_required,
        first_conversation,
        first_contact,
        today: standing.today,
    })
}

/// When a contact was last recorded in each of these cases that has one, read at once.
///
/// # Errors
/// When the database fails.
pub async fn last_recorded(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, DateTime<Utc>>, ApiError> {
    let last: Vec<(Uuid, DateTime<Utc>)> = employer_contact::Entity::find()
        .select_only()
        .column(employer_contact::Column::CaseId)
        .column_as(employer_contact::Column::At.max(), "last")
        .filter(employer_contact::Column::CaseId.in_subquery(set.ids()))
        .group_by(employer_contact::Column::CaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(last.into_iter().collect())
}

/// Writes a contact with the company of a case.
///
/// # Errors
/// When the database fails.
pub async fn add(
    tx: &DatabaseTransaction,
    clock: &Clock,
    (case, cvr): (CaseId, &str),
    contact: &NewEmployerContact,
    by: &caseworker::Model,
    at: DateTime<Utc>,
) -> Result<(), ApiError> {
    let (channel, text) = match &contact.what {
        EmployerContactWhat::Contacted { channel, outcome } => (Some(*channel), outcome),
        EmployerContactWhat::LeftOut { reason } => (None, reason),
    };
    let row = employer_contact::ActiveModel {
        id: Set(clock.id_at(at)),
        case_id: Set(case.0),
        cvr: Set(cvr.to_owned()),
        on_date: Set(contact.on),
        channel: Set(channel.map(|channel| channel.as_str().to_owned())),
        text: Set(text.trim().to_owned()),
        by_id: Set(by.id),
        by_name: Set(by.name.clone()),
        at: Set(at),
    };
    employer_contact::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn shown(
    row: employer_contact::Model,
    former_employer: Option<String>,
) -> Result<EmployerContact, ApiError> {
    let unknown = || ApiError::internal("a contact in an unknown way");
    let what = match row.channel.as_deref().map(ContactChannelUsed::parse) {
        None => EmployerContactWhat::LeftOut { reason: row.text },
        Some(channel) => EmployerContactWhat::Contacted {
            channel: channel.ok_or_else(unknown)?,
            outcome: row.text,
        },
    };
    Ok(EmployerContact {
        id: EmployerContactId(row.id),
        on: row.on_date,
        what,
        former_employer,
        by: row.by_name,
        at: to_local(row.at),
    })
}
