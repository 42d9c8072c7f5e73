//! A job plan as it was shared: numbered and frozen. Opened or taken back, never both.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_plan_version")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Counted from 1; never used twice.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// A `contract::job_plan::JobPlan`.
    pub content: Json,
    /// The version of the draft it was made of.
    pub draft_version: i32,
    /// When.
    pub shared_at: DateTimeUtc,
    /// First opened by a caseworker.
    pub opened_at: Option<DateTimeUtc>,
    /// Taken back before anybody opened it.
    pub taken_back_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
