//! What a citizen typed while booking and has not sent (I9).

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_draft")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Rises with each save.
    pub version: i32,
    /// A `contract::booking::BookingDraft`.
    pub draft: Json,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
