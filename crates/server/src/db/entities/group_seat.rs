//! A seat in a group session that somebody has, or that is kept for somebody. The primary key is
//! what keeps it from being given twice (I1).

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_seat")]
pub struct Model {
    /// In which session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Uuid,
    /// From one to the session's number of seats.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Whose; each has one.
    pub case_id: Uuid,
    /// Kept for them until then; theirs when absent.
    pub held_until: Option<DateTimeUtc>,
    /// Since when it is theirs, or kept.
    pub taken_at: DateTimeUtc,
    /// Did they come, as far as it was noted?
    pub came: Option<bool>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
