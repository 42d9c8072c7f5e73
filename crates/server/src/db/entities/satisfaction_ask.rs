//! A citizen is asked how a conversation was.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "satisfaction_ask")]
pub struct Model {
    /// About which conversation: one is asked once.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// Who held it.
    pub caseworker_id: Uuid,
    /// In which month, "YYYY-MM".
    pub month: String,
    /// The end of the link.
    pub token: Uuid,
    /// Since when.
    pub asked_at: DateTimeUtc,
    /// The last day to answer.
    pub until: Date,
    /// A `contract::satisfaction::SatisfactionState`.
    pub state: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
