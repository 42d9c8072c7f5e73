//! Looks at very many cases at once: a file from the case system, and files for it.

use contract::access_log::AccessedData;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use uuid::Uuid;

use super::gate::{Look, ROWS_AT_ONCE, note};
use crate::auth::Caseworker;
use crate::clock::Clock;
use crate::http::error::ApiError;
use crate::state::AppState;

/// One statement, however many rows of an import wait: they bring the entries' ids.
const IMPORTED: &str = "INSERT INTO access_log (id, case_id, at, by_id, role, unit, name, what) \
     SELECT log_id, case_id, $2, $3, $4, $5, $6, $7 FROM case_import_row \
     WHERE import_id = $1 ORDER BY line";

/// Writes down that every case of an import was brought in or changed, inside the transaction that
/// does it.
///
/// # Errors
/// When the database fails.
pub async fn imported(
    tx: &DatabaseTransaction,
    clock: &Clock,
    by: &Caseworker,
    import: Uuid,
) -> Result<(), ApiError> {
    let Look { by, what, at, .. } = Look::now(clock, by.row().into(), AccessedData::Import);
    let values: [Value; 7] = [
        import.into(),
        at.into(),
        by.id.into(),
        by.role.as_str().into(),
        by.unit.into(),
        by.name.into(),
        what.as_str().into(),
    ];
    let backend = tx.get_database_backend();
    tx.execute_raw(Statement::from_sql_and_values(backend, IMPORTED, values)).await?;
    Ok(())
}

/// Writes down that these cases go out in a file, some at a time, so that nobody waits long. The
/// caller hands out nothing before.
///
/// # Errors
/// When the database fails.
pub async fn exported(state: &AppState, by: &Caseworker, cases: &[Uuid]) -> Result<(), ApiError> {
    for cases in cases.chunks(ROWS_AT_ONCE) {
        let tx = state.db.begin_write().await?;
        let look = Look::now(&state.clock, by.row().into(), AccessedData::Export);
        note(&tx, &state.clock, look, cases.iter().copied()).await?;
        tx.commit().await?;
    }
    Ok(())
}
