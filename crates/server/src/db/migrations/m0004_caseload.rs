//! Views of a citizen's pages, reasons of looks, and changes of caseworker.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date_null, string, string_null, text, text_null, timestamp_with_time_zone, uuid, uuid_null,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in [preview(), caseworker_change()] {
            manager.create_table(table.take()).await?;
        }
        let mut looks = alter("access_log");
        manager.alter_table(looks.add_column(text_null("reason")).take()).await?;
        // A preview belongs to a session, and is none.
        let mut sessions = alter("session");
        manager.alter_table(sessions.drop_column("preview_case_id").take()).await?;
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike.
const INDEXES: [&str; 3] = [
    "CREATE INDEX preview_session ON preview (session_hash)",
    "CREATE INDEX caseworker_change_case ON caseworker_change (case_id, id)",
    // That of the published ones does not do for what asks for a caseworker's booked times as well.
    "CREATE INDEX time_slot_caseworker ON time_slot (caseworker_id, starts_at)",
];

fn alter(name: &'static str) -> TableAlterStatement {
    Table::alter().table(Alias::new(name)).to_owned()
}

fn preview() -> TableCreateStatement {
    Table::create()
        .table("preview")
        .col(uuid("id").primary_key())
        .col(string("session_hash"))
        .col(uuid("caseworker_id"))
        .col(uuid_null("case_id"))
        .col(string_null("situation"))
        .col(date_null("on_date"))
        .col(uuid_null("calendar_of"))
        .col(date_null("calendar_from"))
        .col(date_null("calendar_to"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("opened_at"))
        .check(Expr::col("case_id").is_null().eq(Expr::col("situation").is_not_null()))
        .to_owned()
}

fn caseworker_change() -> TableCreateStatement {
    Table::create()
        .table("caseworker_change")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("from_id"))
        .col(uuid("to_id"))
        .col(text("reason"))
        .col(uuid("by_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
