//! Many cases with everything the rules need, read at once: six statements, however many cases.

use std::collections::HashMap;
use std::hash::Hash;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::file::CaseFile;
use super::set::CaseSet;
use crate::db::entities::{booking, case_decision, caseworker, citizen, employer, sickness_case};
use crate::http::error::ApiError;

impl CaseFile {
    /// Reads the cases of a set, by case number. What leaves the set while it is read is left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load_all(db: &impl ConnectionTrait, set: &CaseSet) -> Result<Vec<Self>, ApiError> {
        use sickness_case::Column;
        let cases = sickness_case::Entity::find()
            .filter(set.condition())
            .order_by_asc(Column::CaseNumber)
            .all(db)
            .await?;
        let citizens = citizen::Entity::find()
            .filter(citizen::Column::Id.in_subquery(set.column(Column::CitizenId)))
            .all(db)
            .await?;
        let caseworkers = caseworker::Entity::find()
            .filter(caseworker::Column::Id.in_subquery(set.column(Column::CaseworkerId)))
            .all(db)
            .await?;
        let employers = employer::Entity::find()
            .filter(employer::Column::Cvr.in_subquery(set.column(Column::EmployerCvr)))
            .all(db)
            .await?;
        let decisions = case_decision::Entity::find()
            .filter(case_decision::Column::CaseId.in_subquery(set.ids()))
            .order_by_asc(case_decision::Column::DecidedAt)
            .order_by_asc(case_decision::Column::Id)
            .all(db)
            .await?;
        let bookings = booking::Entity::find()
            .filter(booking::Column::CaseId.in_subquery(set.ids()))
            .order_by_desc(booking::Column::StartsAt)
            .all(db)
            .await?;
        let citizens = by_key(citizens, |row| row.id);
        let caseworkers = by_key(caseworkers, |row| row.id);
        let employers = by_key(employers, |row| row.cvr.clone());
        let mut decisions = grouped(decisions, |row| row.case_id);
        let mut bookings = grouped(bookings, |row| row.case_id);
        let files = cases.into_iter().filter_map(|case| {
            Some(Self {
                citizen: citizens.get(&case.citizen_id)?.clone(),
                caseworker: caseworkers.get(&case.caseworker_id)?.clone(),
                employer: case.employer_cvr.as_ref().and_then(|cvr| employers.get(cvr)).cloned(),
                decisions: decisions.remove(&case.id).unwrap_or_default(),
                bookings: bookings.remove(&case.id).unwrap_or_default(),
                case,
            })
        });
        Ok(files.collect())
    }
}

fn by_key<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, T> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

/// Rows by what they belong to, each group in the order they came.
fn grouped<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
