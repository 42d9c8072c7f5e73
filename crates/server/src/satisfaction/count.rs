//! Counting: five or more answers at a time leave what says whose they were, in one transaction.
//! Which may, `rules::anonymity` says. Their new ids are random, and they are written in the order
//! of those, apart from the remarks: no order leads back either.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, Months, NaiveDate};
use rules::anonymity::{WaitingAnswer, countable};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::db::entities::{
    caseworker, satisfaction_answer, satisfaction_ask, satisfaction_remark, satisfaction_waiting,
};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Values in one statement: SQLite allows some thirty thousand.
const AT_ONCE: usize = 500;

/// Counts what may be counted now.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn count(state: &AppState) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    let mut answers: HashMap<Uuid, satisfaction_waiting::Model> =
        satisfaction_waiting::Entity::find()
            .all(&*tx)
            .await?
            .into_iter()
            .map(|row| (row.booking_id, row))
            .collect();
    let teams: HashMap<Uuid, String> = caseworker::Entity::find()
        .all(&*tx)
        .await?
        .into_iter()
        .map(|caseworker| (caseworker.id, caseworker.team))
        .collect();
    let ids: Vec<Uuid> = answers.keys().copied().collect();
    let mut waiting: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let asked = satisfaction_ask::Entity::find()
            .filter(satisfaction_ask::Column::BookingId.is_in(some.iter().copied()))
            .all(&*tx)
            .await?;
        for row in asked {
            let Some(team) = teams.get(&row.caseworker_id) else { continue };
            waiting.entry(team).or_default().push(WaitingAnswer {
                id: row.booking_id,
                month: first_day(&row.month)?,
                whose: row.caseworker_id,
            });
        }
    }
    let open_days = Days::new(state.config.municipality.satisfaction.open_days.into());
    let today = state.clock.today();
    let is_over = |month: NaiveDate| month + Months::new(1) + open_days < today;
    for (team, waiting) in waiting {
        for together in countable(&waiting, is_over) {
            let taken: Vec<_> = together.ids.iter().filter_map(|id| answers.remove(id)).collect();
            if !take(&tx, &together.ids).await? {
                // Another process is counting them.
                return Ok(());
            }
            let month = together.month.format("%Y-%m").to_string();
            write(&tx, state, (team, &month, together.whose), taken).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Takes answers from among those that wait; false when they are not all there any more.
async fn take(tx: &DatabaseTransaction, ids: &[Uuid]) -> Result<bool, ApiError> {
    let mut gone = 0;
    for some in ids.chunks(AT_ONCE) {
        let some = satisfaction_waiting::Column::BookingId.is_in(some.iter().copied());
        let done = satisfaction_waiting::Entity::delete_many().filter(some).exec(tx).await?;
        gone += done.rows_affected;
    }
    Ok(usize::try_from(gone) == Ok(ids.len()))
}

async fn write(
    tx: &DatabaseTransaction,
    state: &AppState,
    (team, month, whose): (&str, &str, Option<Uuid>),
    taken: Vec<satisfaction_waiting::Model>,
) -> Result<(), ApiError> {
    let mut remarks: Vec<(Uuid, String)> = taken
        .iter()
        .filter(|row| !row.remark.is_empty())
        .map(|row| (state.clock.random_id(), row.remark.clone()))
        .collect();
    let mut answers: Vec<_> = taken.into_iter().map(|row| (state.clock.random_id(), row)).collect();
    answers.sort_unstable_by_key(|(id, _)| *id);
    remarks.sort_unstable_by_key(|(id, _)| *id);
    for some in answers.chunks(AT_ONCE) {
        let rows = some.iter().map(|(id, row)| satisfaction_answer::ActiveModel {
            id: Set(*id),
            team: Set(team.to_owned()),
            month: Set(month.to_owned()),
            caseworker_id: Set(whose),
            satisfied: Set(row.satisfied),
            closer: Set(row.closer),
        });
        satisfaction_answer::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    for some in remarks.chunks(AT_ONCE) {
        let rows = some.iter().map(|(id, remark)| satisfaction_remark::ActiveModel {
            id: Set(*id),
            team: Set(team.to_owned()),
            month: Set(month.to_owned()),
            remark: Set(remark.clone()),
        });
        satisfaction_remark::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The first day of a stored month.
pub(super) fn first_day(month: &str) -> Result<NaiveDate, ApiError> {
    format!("{month}-01").parse().map_err(|_| ApiError::internal("a month that is none"))
}
