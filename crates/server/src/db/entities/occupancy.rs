//! One five-minute cell of somebody's or a room's time. The primary key is what keeps anyone from
//! being in two places at once (I1).

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "occupancy")]
pub struct Model {
    /// `caseworker:{id}` or `room:{place}/{room}`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub resource: String,
    /// Five-minute cells since the epoch.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cell: i64,
    /// What holds it: a booking, a round table, or a time that is kept for who waits for one.
    pub booking_id: Uuid,
    /// Kept until then; nothing holds it from that moment on.
    pub held_until: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
