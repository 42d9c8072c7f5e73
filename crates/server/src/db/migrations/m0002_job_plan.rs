//! What is typed in forms, job plans and what caseworkers say to them, activities, words for a
//! conversation, and who has looked.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, date_null, integer, integer_null, json, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in drafts().into_iter().chain(job_plan()).chain(looks()) {
            manager.create_table(table.take()).await?;
        }
        for sql in INDEXES {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Both databases read these alike.
const INDEXES: [&str; 6] = [
    "CREATE INDEX job_plan_comment_case ON job_plan_comment (case_id, version)",
    "CREATE UNIQUE INDEX job_plan_agreed_step_says \
     ON job_plan_agreed_step (case_id, leg, step, says)",
    "CREATE INDEX activity_case ON activity (case_id)",
    "CREATE UNIQUE INDEX draft_key_id ON draft_key (id)",
    "CREATE INDEX access_log_case ON access_log (case_id, id)",
    "CREATE INDEX access_log_caseworker ON access_log (caseworker_id, what, at)",
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).to_owned()
}

fn id() -> ColumnDef {
    uuid("id").primary_key().to_owned()
}

fn drafts() -> Vec<TableCreateStatement> {
    vec![
        table("draft")
            .col(uuid("case_id"))
            .col(string("form"))
            .col(integer("version"))
            .primary_key(Index::create().col("case_id").col("form"))
            .to_owned(),
        table("draft_field")
            .col(uuid("case_id"))
            .col(string("form"))
            .col(string("field"))
            .col(text("value"))
            .col(integer("version"))
            .primary_key(Index::create().col("case_id").col("form").col("field"))
            .to_owned(),
        table("draft_key")
            .col(uuid("citizen_id").primary_key())
            .col(uuid("id"))
            .col(string("key"))
            .to_owned(),
    ]
}

fn job_plan() -> Vec<TableCreateStatement> {
    vec![
        table("job_plan_version")
            .col(uuid("case_id"))
            .col(integer("number").check(Expr::col("number").gt(0)))
            .col(json("content"))
            .col(integer("draft_version"))
            .col(timestamp_with_time_zone("shared_at"))
            .col(timestamp_with_time_zone_null("opened_at"))
            .col(timestamp_with_time_zone_null("taken_back_at"))
            .primary_key(Index::create().col("case_id").col("number"))
            .check(Expr::col("opened_at").is_null().or(Expr::col("taken_back_at").is_null()))
            .to_owned(),
        table("job_plan_comment")
            .col(id())
            .col(uuid("case_id"))
            .col(integer("version"))
            .col(string("section"))
            .col(text("text"))
            .col(uuid("by_id"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
        table("job_plan_agreed_step")
            .col(id())
            .col(uuid("case_id"))
            .col(string("leg"))
            .col(string("step"))
            .col(string("says"))
            .col(uuid("by_id"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
        table("activity")
            .col(id())
            .col(uuid("case_id"))
            .col(string("kind"))
            .col(text("description"))
            .col(string("place"))
            .col(date("from_date"))
            .col(date_null("to_date"))
            .col(integer_null("minutes"))
            .col(string("responsible"))
            .col(uuid("added_by"))
            .col(timestamp_with_time_zone("added_at"))
            .col(uuid_null("removed_by"))
            .col(timestamp_with_time_zone_null("removed_at"))
            .to_owned(),
        table("booking_words")
            .col(uuid("booking_id").primary_key())
            .col(text("goal"))
            .col(text("talk"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
    ]
}

fn looks() -> Vec<TableCreateStatement> {
    vec![
        table("access_log")
            .col(id())
            .col(uuid("case_id"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid("caseworker_id"))
            .col(string("role"))
            .col(string("unit"))
            .col(string("name"))
            .col(string("what"))
            .to_owned(),
    ]
}
