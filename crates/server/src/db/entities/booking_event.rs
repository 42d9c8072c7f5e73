//! What happened to a booking, append-only.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_event")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which booking.
    pub booking_id: Uuid,
    /// `booked`, `moved`, `cancelled`, `held`, `no_show`.
    pub kind: String,
    /// When it happened.
    pub at: DateTimeUtc,
    /// `citizen` or `caseworker`.
    pub actor_kind: String,
    /// Who.
    pub actor_id: Uuid,
    /// The conversation's start after the event.
    pub starts_at: DateTimeUtc,
    /// Its channel after the event.
    pub channel: String,
    /// In the words of who did it; may be empty.
    pub reason: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
