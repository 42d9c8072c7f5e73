//! Waiting for an earlier time: who gave a time up, and new times that are still to be offered. And
//! the key figures: what the rules decide of each case is written anew, closed ones included.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, timestamp_with_time_zone, uuid, uuid_null};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut offer = Table::alter().table(Alias::new("waiting_offer")).to_owned();
        manager.alter_table(offer.add_column(uuid_null("freed_by")).take()).await?;
        let mut offer = Table::alter().table(Alias::new("waiting_offer")).to_owned();
        manager.alter_table(offer.add_column(boolean("is_new").default(false)).take()).await?;
        let mut new_time = Table::create()
            .table("waiting_new_time")
            .col(uuid("slot_id").primary_key())
            .col(timestamp_with_time_zone("since"))
            .to_owned();
        manager.create_table(new_time.take()).await?;
        manager.get_connection().execute_unprepared("DELETE FROM contact_fact_state").await?;
        Ok(())
    }
}
