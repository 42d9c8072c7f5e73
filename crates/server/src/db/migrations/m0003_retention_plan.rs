//! The retention plan with its course, contacts with employers, what is to be told, and the
//! round-table conversation. Drafts remember who wrote; keys and looks are anybody's.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, integer, json, string, string_null, string_uniq, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in plans().into_iter().chain(contacts()).chain(round_tables()) {
            manager.create_table(table.take()).await?;
        }
        let writer = [
            uuid_null("by_id"),
            string_null("by_name"),
            timestamp_with_time_zone_null("written_at"),
        ];
        for column in writer {
            let mut change = alter("draft_field");
            manager.alter_table(change.add_column(column).take()).await?;
        }
        let mut whose = alter("draft_key");
        whose.rename_column("citizen_id", "person_id");
        manager.alter_table(whose).await?;
        let mut who = alter("access_log");
        who.rename_column("caseworker_id", "by_id");
        manager.alter_table(who).await?;
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        let own_time = own_time(manager.get_database_backend());
        manager.get_connection().execute_unprepared(&own_time).await?;
        Ok(())
    }
}

/// Both databases read these alike.
const INDEXES: [&str; 8] = [
    "CREATE UNIQUE INDEX retention_plan_open_per_case ON retention_plan (case_id) \
     WHERE state NOT IN ('declined', 'closed')",
    "CREATE INDEX retention_plan_case ON retention_plan (case_id, id)",
    "CREATE INDEX retention_event_case ON retention_event (case_id, id)",
    "CREATE UNIQUE INDEX step_report_step ON step_report (case_id, version, from_date)",
    "CREATE INDEX outbox_case ON outbox (case_id, id)",
    "CREATE INDEX employer_contact_case ON employer_contact (case_id, on_date)",
    "CREATE INDEX round_table_offer_case ON round_table_offer (case_id, starts_at)",
    "CREATE UNIQUE INDEX round_table_open_per_case ON round_table (case_id) \
     WHERE state = 'booked'",
];

/// Conversations booked before hold their citizen's time from now on, as those booked after do:
/// the cells of the caseworker once more.
fn own_time(backend: DbBackend) -> String {
    let case = match backend {
        // An id is sixteen bytes there.
        DbBackend::Sqlite => {
            "lower(substr(hex(b.case_id), 1, 8) || '-' || \
             substr(hex(b.case_id), 9, 4) || '-' || substr(hex(b.case_id), 13, 4) || '-' || \
             substr(hex(b.case_id), 17, 4) || '-' || substr(hex(b.case_id), 21))"
        }
        _ => "CAST(b.case_id AS text)",
    };
    format!(
        "INSERT INTO occupancy (resource, cell, booking_id) \
         SELECT 'case:' || {case}, o.cell, o.booking_id \
         FROM occupancy o JOIN booking b ON b.id = o.booking_id \
         WHERE o.resource LIKE 'caseworker:%' ON CONFLICT DO NOTHING"
    )
}

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).to_owned()
}

fn alter(name: &'static str) -> TableAlterStatement {
    Table::alter().table(Alias::new(name)).to_owned()
}

fn id() -> ColumnDef {
    uuid("id").primary_key().to_owned()
}

fn plans() -> Vec<TableCreateStatement> {
    vec![
        table("retention_plan")
            .col(id())
            .col(uuid("case_id"))
            .col(string("cvr"))
            .col(string("state"))
            .col(integer("version"))
            .col(timestamp_with_time_zone("begun_at"))
            .col(timestamp_with_time_zone("since"))
            .to_owned(),
        table("retention_version")
            .col(uuid("case_id"))
            .col(integer("number").check(Expr::col("number").gt(0)))
            .col(uuid("plan_id"))
            .col(json("content"))
            .col(timestamp_with_time_zone("sent_at"))
            .col(uuid("sent_by"))
            .col(string("sent_by_name"))
            .col(timestamp_with_time_zone_null("taken_back_at"))
            .col(json("comments"))
            .col(text("remark"))
            .col(timestamp_with_time_zone_null("approved_at"))
            .col(timestamp_with_time_zone_null("submitted_at"))
            .col(timestamp_with_time_zone_null("acknowledged_at"))
            .primary_key(Index::create().col("case_id").col("number"))
            // Nothing reaches the municipality that the employee has not approved.
            .check(Expr::col("submitted_at").is_null().or(Expr::col("approved_at").is_not_null()))
            .to_owned(),
        table("retention_event")
            .col(id())
            .col(uuid("plan_id"))
            .col(uuid("case_id"))
            .col(string("kind"))
            .col(string_null("party"))
            .col(uuid_null("by_id"))
            .col(string("by_name"))
            .col(timestamp_with_time_zone("at"))
            .col(integer("version"))
            .col(text("text"))
            .to_owned(),
        table("step_report")
            .col(id())
            .col(uuid("case_id"))
            .col(integer("version"))
            .col(date("from_date"))
            .col(text("text"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
    ]
}

fn contacts() -> Vec<TableCreateStatement> {
    vec![
        table("employer_contact")
            .col(id())
            .col(uuid("case_id"))
            .col(string("cvr"))
            .col(date("on_date"))
            .col(string_null("channel"))
            .col(text("text"))
            .col(uuid("by_id"))
            .col(string("by_name"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
        table("outbox")
            .col(id())
            .col(uuid("case_id"))
            .col(json("kind"))
            .col(string("recipient"))
            .col(string_uniq("once"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .to_owned(),
    ]
}

fn round_tables() -> Vec<TableCreateStatement> {
    vec![
        table("round_table_offer")
            .col(id())
            .col(uuid("case_id"))
            .col(string("cvr"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(uuid("by_id"))
            .col(string("by_name"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .to_owned(),
        table("round_table")
            .col(id())
            .col(uuid("case_id"))
            .col(string("cvr"))
            .col(uuid("slot_id"))
            .col(uuid("caseworker_id"))
            .col(uuid("employer_user_id"))
            .col(string("employer_name"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(string("state"))
            .to_owned(),
    ]
}
