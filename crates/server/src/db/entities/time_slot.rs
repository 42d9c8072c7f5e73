//! A time that was published.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "time_slot")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub caseworker_id: Uuid,
    /// Start.
    pub starts_at: DateTimeUtc,
    /// End of the longest channel's conversation.
    pub ends_at: DateTimeUtc,
    /// Channels offered, by name, comma-separated.
    pub channels: String,
    /// The place in the configuration; at home when absent.
    pub place_id: Option<String>,
    /// How many bookings it holds.
    pub seats: i32,
    /// How many it has; never more than `seats` (I1).
    pub taken: i32,
    /// Offered; a withdrawn time stays for the history.
    pub published: bool,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
