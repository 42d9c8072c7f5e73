//! Group sessions, the seats in them, and who is in line for one.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean_null, integer, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in [session(), seat(), waiting()] {
            manager.create_table(table.take()).await?;
        }
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike. Nobody has two seats in a session.
const INDEXES: [&str; 5] = [
    "CREATE UNIQUE INDEX group_seat_person ON group_seat (session_id, case_id)",
    "CREATE INDEX group_seat_case ON group_seat (case_id)",
    "CREATE INDEX group_seat_held ON group_seat (held_until) WHERE held_until IS NOT NULL",
    "CREATE INDEX group_waiting_case ON group_waiting (case_id)",
    "CREATE INDEX group_session_starts ON group_session (starts_at)",
];

fn session() -> TableCreateStatement {
    Table::create()
        .table("group_session")
        .col(uuid("id").primary_key())
        .col(string("theme"))
        .col(uuid("caseworker_id"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(string_null("place_id"))
        .col(string_null("room_id"))
        .col(integer("seats").check(Expr::col("seats").gt(0)))
        .col(integer("minimum"))
        .col(string("state"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(text("reason"))
        .to_owned()
}

/// The primary key is what keeps a seat from being given twice.
fn seat() -> TableCreateStatement {
    Table::create()
        .table("group_seat")
        .col(uuid("session_id"))
        .col(integer("number").check(Expr::col("number").gt(0)))
        .col(uuid("case_id"))
        .col(timestamp_with_time_zone_null("held_until"))
        .col(timestamp_with_time_zone("taken_at"))
        .col(boolean_null("came"))
        .primary_key(Index::create().col("session_id").col("number"))
        .to_owned()
}

fn waiting() -> TableCreateStatement {
    Table::create()
        .table("group_waiting")
        .col(uuid("session_id"))
        .col(uuid("case_id"))
        .col(timestamp_with_time_zone("since"))
        .col(string("state"))
        .primary_key(Index::create().col("session_id").col("case_id"))
        .to_owned()
}
