//! The schema's history. A migration that has been released is never changed.

mod m0001_booking;

use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

use super::Db;

/// All migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m0001_booking::Migration)]
    }
}

/// Key of PostgreSQL's advisory lock around migrations; any constant will do.
const MIGRATION_LOCK: i64 = 0x67_65_6e_76_65_6a;

/// Runs what is pending. Several processes may start at once: the first migrates, the others
/// wait and find nothing to do.
///
/// # Errors
/// When a migration fails.
pub async fn migrate(db: &Db) -> Result<(), DbErr> {
    let tx = db.begin_write().await?;
    if db.backend() == DatabaseBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
    }
    Migrator::up(&*tx, None).await?;
    tx.commit().await
}
