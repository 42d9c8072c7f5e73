//! What citizens think of conversations that were held: asking, answers that wait to be counted, and
//! counted ones, which name nobody.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, small_integer, string, text, timestamp_with_time_zone, uuid, uuid_null, uuid_uniq,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in [ask(), waiting(), answer(), remark()] {
            manager.create_table(table.take()).await?;
        }
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike.
const INDEXES: [&str; 3] = [
    "CREATE INDEX satisfaction_ask_case ON satisfaction_ask (case_id, state)",
    "CREATE INDEX satisfaction_answer_month ON satisfaction_answer (team, month)",
    "CREATE INDEX satisfaction_remark_month ON satisfaction_remark (team, month)",
];

fn ask() -> TableCreateStatement {
    Table::create()
        .table("satisfaction_ask")
        .col(uuid("booking_id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("caseworker_id"))
        .col(string("month"))
        .col(uuid_uniq("token"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(date("until"))
        .col(string("state"))
        .to_owned()
}

fn waiting() -> TableCreateStatement {
    Table::create()
        .table("satisfaction_waiting")
        .col(uuid("booking_id").primary_key())
        .col(small_integer("satisfied"))
        .col(small_integer("closer"))
        .col(text("remark"))
        .to_owned()
}

fn answer() -> TableCreateStatement {
    Table::create()
        .table("satisfaction_answer")
        .col(uuid("id").primary_key())
        .col(string("team"))
        .col(string("month"))
        .col(uuid_null("caseworker_id"))
        .col(small_integer("satisfied"))
        .col(small_integer("closer"))
        .to_owned()
}

fn remark() -> TableCreateStatement {
    Table::create()
        .table("satisfaction_remark")
        .col(uuid("id").primary_key())
        .col(string("team"))
        .col(string("month"))
        .col(text("remark"))
        .to_owned()
}
