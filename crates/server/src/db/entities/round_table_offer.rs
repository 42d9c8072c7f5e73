//! A stretch of time that a company has offered for a round-table conversation.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_table_offer")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// Of which company.
    pub cvr: String,
    /// From.
    pub starts_at: DateTimeUtc,
    /// Until.
    pub ends_at: DateTimeUtc,
    /// Who offered it and comes.
    pub by_id: Uuid,
    /// Their name then.
    pub by_name: String,
    /// When it was offered.
    pub at: DateTimeUtc,
    /// No longer offered.
    pub withdrawn_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
