//! The course of a retention plan; at most one of a case that is not over.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention_plan")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// The company it is made with.
    pub cvr: String,
    /// A `rules::Course` by its state.
    pub state: String,
    /// The newest version ever sent; 0 before the first.
    pub version: i32,
    /// When the course began.
    pub begun_at: DateTimeUtc,
    /// Since when it is in that state.
    pub since: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
