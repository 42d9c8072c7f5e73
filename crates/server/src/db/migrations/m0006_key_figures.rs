//! What the key figures count that no other table says: which conversations were held in time, how
//! far ahead the first free time was, and the hours at both ends of a retention plan.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, date, integer, integer_null, string, timestamp_with_time_zone, uuid,
};
use sea_orm_migration::sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use crate::db::entities::retention_version::{self, Column};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in tables() {
            manager.create_table(table.take()).await?;
        }
        for column in ["first_minutes", "last_minutes"] {
            let mut change = Table::alter().table("retention_version").to_owned();
            manager.alter_table(change.add_column(integer_null(column)).take()).await?;
        }
        let db = manager.get_connection();
        for sql in INDEXES {
            db.execute_unprepared(sql).await?;
        }
        hours_of_plans(db).await
    }
}

/// Both databases read these alike.
const INDEXES: [&str; 6] = [
    "CREATE INDEX booking_counted ON booking \
     (starts_at, caseworker_id, channel, state, self_booked, case_id)",
    "CREATE INDEX contact_fact_day ON contact_fact (on_date, rule, in_time, case_id)",
    "CREATE INDEX retention_plan_begun ON retention_plan (begun_at)",
    "CREATE INDEX retention_version_approved ON retention_version (approved_at)",
    "CREATE INDEX job_plan_version_shared ON job_plan_version (case_id, shared_at) \
     WHERE taken_back_at IS NULL",
    "CREATE INDEX sickness_case_closed ON sickness_case (closed_on)",
];

fn tables() -> [TableCreateStatement; 3] {
    let table = |name: &'static str| Table::create().table(name).to_owned();
    [
        table("contact_fact")
            .col(uuid("case_id"))
            .col(string("rule"))
            .col(integer("nth"))
            .col(date("on_date"))
            .col(boolean("in_time"))
            .primary_key(Index::create().col("case_id").col("rule").col("nth"))
            .to_owned(),
        table("contact_fact_state")
            .col(uuid("case_id").primary_key())
            .col(date("as_of"))
            .to_owned(),
        table("free_time_fact")
            .col(date("on_date"))
            .col(uuid("caseworker_id"))
            .col(timestamp_with_time_zone("first_at"))
            .col(integer("days"))
            .primary_key(Index::create().col("on_date").col("caseworker_id"))
            .to_owned(),
    ]
}

/// The versions that were sent before know no hours of their own yet.
async fn hours_of_plans(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let versions: Vec<(Uuid, i32, Value)> = retention_version::Entity::find()
        .select_only()
        .columns([Column::CaseId, Column::Number, Column::Content])
        .into_tuple()
        .all(db)
        .await?;
    for (case, number, content) in versions {
        let Some((first, last)) = ends(&content) else { continue };
        retention_version::Entity::update_many()
            .col_expr(Column::FirstMinutes, first.into())
            .col_expr(Column::LastMinutes, last.into())
            .filter(Column::CaseId.eq(case).and(Column::Number.eq(number)))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Minutes a week at the first and the last step of a stored plan.
fn ends(content: &Value) -> Option<(i32, i32)> {
    let steps = content.get("ramp")?.as_array()?;
    let mut steps: Vec<(&str, i32)> = steps
        .iter()
        .filter_map(|row| {
            let step = row.get("step")?;
            let minutes = step.get("hours")?;
            let minutes = minutes.get("minutes").unwrap_or(minutes).as_i64()?;
            Some((step.get("from")?.as_str()?, TryFrom::try_from(minutes).ok()?))
        })
        .collect();
    steps.sort_unstable();
    Some((steps.first()?.1, steps.last()?.1))
}
