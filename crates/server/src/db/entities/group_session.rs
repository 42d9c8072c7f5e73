//! A group session.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_session")]
pub struct Model {
    /// Id; holds cells of `occupancy`: of its leader, its room, and whoever has a seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The theme's code in the configuration.
    pub theme: String,
    /// Who leads it.
    pub caseworker_id: Uuid,
    /// Start.
    pub starts_at: DateTimeUtc,
    /// End.
    pub ends_at: DateTimeUtc,
    /// In which place; on video when absent.
    pub place_id: Option<String>,
    /// In which of its rooms.
    pub room_id: Option<String>,
    /// Seats.
    pub seats: i32,
    /// Fewer people than that, and it is cancelled.
    pub minimum: i32,
    /// A `contract::groups::GroupState`.
    pub state: String,
    /// When it was planned.
    pub created_at: DateTimeUtc,
    /// When it was decided that enough people come.
    pub decided_at: Option<DateTimeUtc>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTimeUtc>,
    /// Why, in a caseworker's words; empty when too few came.
    pub reason: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
