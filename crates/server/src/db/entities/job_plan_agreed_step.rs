//! A step a caseworker has agreed to: the step as it said then.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_plan_agreed_step")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// Of which leg.
    pub leg: String,
    /// Which step.
    pub step: String,
    /// Hash of what it said: what, who, when.
    pub says: String,
    /// Which caseworker.
    pub by_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
