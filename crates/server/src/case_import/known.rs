//! What is here already of the cases, citizens and companies that a file names. Read in a fixed
//! number of statements for every few thousand rows, outside any transaction: what it is compared
//! with is compared again when the import is written.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use contract::booking::BookingState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::row::Read;
use crate::booking::state_name;
use crate::db::entities::{booking, caseworker, citizen, employer, sickness_case};
use crate::http::error::ApiError;

/// Values in one statement: SQLite allows some thirty thousand.
const AT_ONCE: usize = 5_000;

/// What is here.
#[derive(Debug, Default)]
pub struct Known {
    /// Caseworkers by their initials in small letters.
    by_initials: HashMap<String, caseworker::Model>,
    teams: HashMap<Uuid, String>,
    /// Cases by their number.
    cases: HashMap<String, sickness_case::Model>,
    /// Citizens by their CPR number.
    citizens: HashMap<String, citizen::Model>,
    companies: HashSet<String>,
}

impl Known {
    /// Reads what is here of these rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(db: &impl ConnectionTrait, rows: &[Read]) -> Result<Self, ApiError> {
        let mut known = Self::default();
        for row in caseworker::Entity::find().all(db).await? {
            known.teams.insert(row.id, row.team.clone());
            if let Some(initials) = &row.initials {
                known.by_initials.insert(initials.to_lowercase(), row);
            }
        }
        for rows in rows.chunks(AT_ONCE) {
            let numbers = rows.iter().filter_map(|row| row.case_number.as_deref());
            let cases = sickness_case::Entity::find()
                .filter(sickness_case::Column::CaseNumber.is_in(numbers))
                .all(db)
                .await?;
            known.cases.extend(cases.into_iter().map(|row| (row.case_number.clone(), row)));
            let numbers = rows.iter().filter_map(|row| Some(row.cpr.as_ref()?.expose_digits()));
            let citizens =
                citizen::Entity::find().filter(citizen::Column::Cpr.is_in(numbers)).all(db).await?;
            let by_number = |row: citizen::Model| (row.cpr.expose_digits().to_owned(), row);
            known.citizens.extend(citizens.into_iter().map(by_number));
        }
        let named: HashSet<&str> =
            rows.iter().filter_map(|row| row.employer_cvr.as_ref()?.as_deref()).collect();
        let named: Vec<&str> = named.into_iter().collect();
        for numbers in named.chunks(AT_ONCE) {
            let companies: Vec<String> = employer::Entity::find()
                .select_only()
                .column(employer::Column::Cvr)
                .filter(employer::Column::Cvr.is_in(numbers.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            known.companies.extend(companies);
        }
        Ok(known)
    }

    /// Whose initials they are, however they are capitalised.
    pub fn caseworker(&self, initials: &str) -> Option<&caseworker::Model> {
        self.by_initials.get(&initials.to_lowercase())
    }

    /// The case of that number.
    pub fn case(&self, number: &str) -> Option<&sickness_case::Model> {
        self.cases.get(number)
    }

    /// Is that case another team's?
    pub fn is_of_other_team(&self, case: &sickness_case::Model, team: &str) -> bool {
        self.teams.get(&case.caseworker_id).is_none_or(|of| of != team)
    }

    /// The citizen of that CPR number.
    pub fn citizen(&self, digits: &str) -> Option<&citizen::Model> {
        self.citizens.get(digits)
    }

    /// Is the company known?
    pub fn knows_company(&self, cvr: &str) -> bool {
        self.companies.contains(cvr)
    }
}

/// Which of these cases have a conversation to come.
///
/// # Errors
/// When the database fails.
pub async fn with_conversation(
    db: &impl ConnectionTrait,
    cases: &[Uuid],
    now: DateTime<Utc>,
) -> Result<HashSet<Uuid>, ApiError> {
    let mut found = HashSet::new();
    for cases in cases.chunks(AT_ONCE) {
        let some: Vec<Uuid> = booking::Entity::find()
            .select_only()
            .column(booking::Column::CaseId)
            .filter(booking::Column::CaseId.is_in(cases.iter().copied()))
            .filter(booking::Column::State.eq(state_name(BookingState::Booked)))
            .filter(booking::Column::StartsAt.gt(now))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(some);
    }
    Ok(found)
}
