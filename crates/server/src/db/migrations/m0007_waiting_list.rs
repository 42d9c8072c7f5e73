//! Waiting for an earlier time: who waits, what was offered, and time that is held for a while.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, date, integer, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut cells = Table::alter().table(Alias::new("occupancy")).to_owned();
        let held_until = timestamp_with_time_zone_null("held_until");
        manager.alter_table(cells.add_column(held_until).take()).await?;
        for mut table in [entry(), offer(), turn()] {
            manager.create_table(table.take()).await?;
        }
        for sql in STATEMENTS {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike.
const STATEMENTS: [&str; 7] = [
    // A case waits once, and is offered one time at a time.
    "CREATE UNIQUE INDEX waiting_entry_open ON waiting_entry (case_id) WHERE state = 'open'",
    "CREATE UNIQUE INDEX waiting_offer_open ON waiting_offer (case_id) WHERE state = 'open'",
    "CREATE INDEX waiting_entry_case ON waiting_entry (case_id, id)",
    "CREATE INDEX waiting_offer_entry ON waiting_offer (entry_id)",
    "CREATE INDEX waiting_offer_slot ON waiting_offer (slot_id, freed_at)",
    // Key figures count what came free by when it did.
    "CREATE INDEX waiting_offer_freed ON waiting_offer (freed_at)",
    "INSERT INTO waiting_turn (id, turns) VALUES (1, 0)",
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).to_owned()
}

fn entry() -> TableCreateStatement {
    table("waiting_entry")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(date("before_date"))
        .col(string("channels"))
        .col(string("weekdays"))
        .col(string("state"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(string_null("why"))
        .to_owned()
}

fn offer() -> TableCreateStatement {
    table("waiting_offer")
        .col(uuid("id").primary_key())
        .col(uuid("entry_id"))
        .col(uuid("case_id"))
        .col(uuid("slot_id"))
        .col(uuid("caseworker_id"))
        .col(string("channel"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(string_null("place_id"))
        .col(string_null("room_id"))
        .col(timestamp_with_time_zone("offered_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone("freed_at"))
        .col(string("state"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .to_owned()
}

fn turn() -> TableCreateStatement {
    table("waiting_turn").col(integer("id").primary_key()).col(big_integer("turns")).to_owned()
}
