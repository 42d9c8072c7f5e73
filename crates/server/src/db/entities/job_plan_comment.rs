//! A caseworker's comment on a shared version. Append-only.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_plan_comment")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// On which version.
    pub version: i32,
    /// A `PlanSection` by name.
    pub section: String,
    /// In the caseworker's words; the citizen reads it.
    pub text: String,
    /// Which caseworker.
    pub by_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
