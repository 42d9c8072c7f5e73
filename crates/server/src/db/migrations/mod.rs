//! The schema's history. A migration that has been released is never changed.

mod m0001_booking;
mod m0002_job_plan;
mod m0003_retention_plan;
mod m0004_caseload;
mod m0005_case_import;
mod m0006_key_figures;
mod m0007_waiting_list;
mod m0008_group_sessions;
mod m0009_satisfaction;
mod m0010_counted;
mod m0011_who_waits;

use sea_orm::DbErr;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

use super::Db;

/// All migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_booking::Migration),
            Box::new(m0002_job_plan::Migration),
            Box::new(m0003_retention_plan::Migration),
            Box::new(m0004_caseload::Migration),
            Box::new(m0005_case_import::Migration),
            Box::new(m0006_key_figures::Migration),
            Box::new(m0007_waiting_list::Migration),
            Box::new(m0008_group_sessions::Migration),
            Box::new(m0009_satisfaction::Migration),
            Box::new(m0010_counted::Migration),
            Box::new(m0011_who_waits::Migration),
        ]
    }
}

/// Runs what is pending.
///
/// # Errors
/// When a migration fails.
pub async fn migrate(db: &Db) -> Result<(), DbErr> {
    let tx = db.begin_setup().await?;
    Migrator::up(&*tx, None).await?;
    tx.commit().await
}
