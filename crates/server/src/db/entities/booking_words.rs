//! Two words about the plan, handed over for a conversation.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_words")]
pub struct Model {
    /// For which conversation; it keeps them when it is moved.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: Uuid,
    /// The job goal.
    pub goal: String,
    /// What the citizen wants to talk about.
    pub talk: String,
    /// When they were handed over.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
