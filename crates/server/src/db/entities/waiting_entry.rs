//! A citizen waits for an earlier time, or has.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_entry")]
pub struct Model {
    /// Id; in order of time, which is the order of the line.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// A time before this day,
    pub before_date: Date,
    /// in one of these forms, by name,
    pub channels: String,
    /// on one of these weekdays, by number.
    pub weekdays: String,
    /// `open` or `ended`.
    pub state: String,
    /// Since when.
    pub created_at: DateTimeUtc,
    /// Until when.
    pub ended_at: Option<DateTimeUtc>,
    /// A `contract::waiting_list::WaitingEnd`.
    pub why: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
