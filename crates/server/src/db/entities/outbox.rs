//! What is to be told to somebody, written with the fact it tells.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// About whose case.
    pub case_id: Uuid,
    /// A `contract::retention_plan::MessageKind`.
    pub kind: Json,
    /// `citizen`, `employer` or `staff`.
    pub recipient: String,
    /// What makes it the same message: it is written once.
    pub once: String,
    /// Since when it waits.
    pub at: DateTimeUtc,
    /// When it was sent.
    pub sent_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
