//! The one door through which a citizen gets into the database: with a CPR number that is one,
//! and with a test number only where test numbers are meant to be (I8).

use rules::Cpr;
use rules::identifiers::{CprError, TestNumbers};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use crate::db::entities::citizen;
use crate::http::error::ApiError;
use crate::state::AppState;

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
    let row = citizen::ActiveModel {
        id: Set(id),
        name: Set(person.name.to_owned()),
        cpr: Set(person.cpr.into()),
        demo_key: Set(person.demo_key.map(str::to_owned)),
    };
    citizen::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}
