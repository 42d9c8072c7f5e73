//! How far ahead a caseworker's first free time was on a day. Written once a day, never changed.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "free_time_fact")]
pub struct Model {
    /// Which day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub on_date: Date,
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub caseworker_id: Uuid,
    /// The first time that a citizen could have booked when it was looked.
    pub first_at: DateTimeUtc,
    /// Days until then.
    pub days: i32,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
