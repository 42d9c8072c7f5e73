//! People, cases, calendars, bookings, sessions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, date, date_null, integer, json, string, string_null, text,
    timestamp_with_time_zone, uuid, uuid_null,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in people().into_iter().chain(calendar()).chain(booking()).chain(plumbing()) {
            manager.create_table(table.take()).await?;
        }
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike. The partial unique indexes are guards, not only speed.
const INDEXES: [&str; 11] = [
    "CREATE UNIQUE INDEX sickness_case_number ON sickness_case (case_number)",
    "CREATE INDEX sickness_case_citizen ON sickness_case (citizen_id)",
    "CREATE INDEX sickness_case_caseworker ON sickness_case (caseworker_id)",
    "CREATE INDEX case_decision_case ON case_decision (case_id)",
    "CREATE INDEX calendar_exception_caseworker ON calendar_exception (caseworker_id, to_date)",
    "CREATE UNIQUE INDEX time_slot_start ON time_slot (caseworker_id, starts_at) WHERE published",
    "CREATE INDEX booking_event_booking ON booking_event (booking_id)",
    "CREATE UNIQUE INDEX booking_open_per_case ON booking (case_id) WHERE state = 'booked'",
    "CREATE INDEX booking_case ON booking (case_id)",
    "CREATE INDEX booking_starts ON booking (starts_at)",
    "CREATE INDEX occupancy_booking ON occupancy (booking_id)",
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).to_owned()
}

fn id() -> ColumnDef {
    uuid("id").primary_key().to_owned()
}

fn people() -> Vec<TableCreateStatement> {
    vec![
        table("caseworker")
            .col(id())
            .col(string("name"))
            .col(string("phone"))
            .col(string("team"))
            .col(boolean("team_leader"))
            .col(string_null("demo_key"))
            .to_owned(),
        table("citizen")
            .col(id())
            .col(string("name"))
            .col(string("cpr").unique_key())
            .col(string_null("demo_key"))
            .to_owned(),
        table("employer").col(string("cvr").primary_key()).col(string("name")).to_owned(),
        table("employer_user")
            .col(id())
            .col(string("cvr"))
            .col(string("name"))
            .col(string_null("demo_key"))
            .to_owned(),
        table("sickness_case")
            .col(id())
            .col(string("case_number"))
            .col(uuid("citizen_id"))
            .col(uuid("caseworker_id"))
            .col(date("first_absence"))
            .col(date("opened_on"))
            .col(string_null("employer_cvr"))
            .col(date_null("expected_back"))
            .col(date_null("standby_since"))
            .col(date_null("closed_on"))
            .to_owned(),
        table("case_decision")
            .col(id())
            .col(uuid("case_id"))
            .col(string("matter"))
            .col(boolean("open"))
            .col(text("reason"))
            .col(uuid("decided_by"))
            .col(timestamp_with_time_zone("decided_at"))
            .to_owned(),
    ]
}

fn calendar() -> Vec<TableCreateStatement> {
    vec![
        table("week_template")
            .col(uuid("caseworker_id").primary_key())
            .col(integer("version"))
            .col(json("template"))
            .to_owned(),
        table("calendar_exception")
            .col(id())
            .col(uuid("caseworker_id"))
            .col(date("from_date"))
            .col(date("to_date"))
            .col(json("kind"))
            .to_owned(),
        table("time_slot")
            .col(id())
            .col(uuid("caseworker_id"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(string("channels"))
            .col(string_null("place_id"))
            .col(integer("seats").check(Expr::col("seats").gt(0)))
            .col(
                integer("taken").check(
                    Expr::col("taken").gte(0).and(Expr::col("taken").lte(Expr::col("seats"))),
                ),
            )
            .col(boolean("published"))
            .to_owned(),
    ]
}

fn booking() -> Vec<TableCreateStatement> {
    vec![
        table("booking")
            .col(id())
            .col(uuid("case_id"))
            .col(uuid("slot_id"))
            .col(uuid("caseworker_id"))
            .col(string("channel"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(string_null("place_id"))
            .col(string_null("room_id"))
            .col(string("state"))
            .col(json("participants"))
            .col(json("topics"))
            .col(text("note"))
            .col(integer("sequence"))
            .col(boolean("self_booked"))
            .to_owned(),
        table("booking_event")
            .col(id())
            .col(uuid("booking_id"))
            .col(string("kind"))
            .col(timestamp_with_time_zone("at"))
            .col(string("actor_kind"))
            .col(uuid("actor_id"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(string("channel"))
            .col(text("reason"))
            .to_owned(),
        table("occupancy")
            .col(string("resource"))
            .col(big_integer("cell"))
            .col(uuid("booking_id"))
            .primary_key(Index::create().col("resource").col("cell"))
            .to_owned(),
        table("booking_draft")
            .col(uuid("case_id").primary_key())
            .col(integer("version"))
            .col(json("draft"))
            .to_owned(),
    ]
}

fn plumbing() -> Vec<TableCreateStatement> {
    vec![
        table("idempotency_key")
            .col(string("actor"))
            .col(string("key"))
            .col(string("request"))
            .col(integer("status"))
            .col(text("body"))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("actor").col("key"))
            .to_owned(),
        table("session")
            .col(string("id_hash").primary_key())
            .col(string("actor_kind"))
            .col(uuid("actor_id"))
            .col(uuid_null("preview_case_id"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("last_seen_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .to_owned(),
    ]
}
