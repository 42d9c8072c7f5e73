//! The one door through which a citizen gets into the database: with a CPR number that is one,
//! and with a test number only where test numbers are meant to be (I8).

use rules::Cpr;
use rules::identifiers::{CprError, TestNumbers};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use crate::db::entities::citizen;
use crate::http::error::ApiError;
use crate::state::AppState;

/// Rows in one statement: SQLite allows some thirty thousand values.
const ROWS_AT_ONCE: usize = 5_000;

/// A citizen to be.
#[derive(Clone, Copy, Debug)]
pub struct NewCitizen<'a> {
    /// Name.
    pub name: &'a str,
    /// CPR number.
    pub cpr: &'a Cpr,
    /// Key of the demo persona, in a demonstration.
    pub demo_key: Option<&'a str>,
}

/// Reads a CPR number as this server may: test numbers only in a demonstration and in test
/// mode.
///
/// # Errors
/// When it is none, or a test number where they are refused.
pub fn parse_cpr(state: &AppState, text: &str) -> Result<Cpr, CprError> {
    let accept = state.demo || state.config.server.test_mode;
    Cpr::parse(text, if accept { TestNumbers::Accept } else { TestNumbers::Refuse })
}

/// Writes a citizen, and gives their id.
///
/// # Errors
/// When the database fails.
pub async fn add_citizen(
    tx: &DatabaseTransaction,
    state: &AppState,
    person: NewCitizen<'_>,
) -> Result<Uuid, ApiError> {
    let id = state.clock.new_id();
    citizen::Entity::insert(row(id, person)).exec_without_returning(tx).await?;
    Ok(id)
}

/// Writes many citizens whose ids are chosen already.
///
/// # Errors
/// When the database fails.
pub async fn add_citizens(
    tx: &DatabaseTransaction,
    people: impl Iterator<Item = (Uuid, NewCitizen<'_>)>,
) -> Result<(), ApiError> {
    let rows: Vec<citizen::ActiveModel> = people.map(|(id, person)| row(id, person)).collect();
    for rows in rows.chunks(ROWS_AT_ONCE) {
        citizen::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(id: Uuid, person: NewCitizen<'_>) -> citizen::ActiveModel {
    citizen::ActiveModel {
        id: Set(id),
        name: Set(person.name.to_owned()),
        cpr: Set(person.cpr.into()),
        demo_key: Set(person.demo_key.map(str::to_owned)),
    }
}
