//! A conversation that is, or was, booked. Keeps its id when moved.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking")]
pub struct Model {
    /// Id; also the calendar file's UID.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// Which time.
    pub slot_id: Uuid,
    /// With whom.
    pub caseworker_id: Uuid,
    /// How.
    pub channel: String,
    /// Start.
    pub starts_at: DateTimeUtc,
    /// End, for its channel.
    pub ends_at: DateTimeUtc,
    /// Where, for a visit.
    pub place_id: Option<String>,
    /// Which room, for a visit.
    pub room_id: Option<String>,
    /// A `BookingState` by name; `booked` at most once a case (I4).
    pub state: String,
    /// A list of `contract::booking::Participant`.
    pub participants: Json,
    /// A list of `contract::booking::Topic`.
    pub topics: Json,
    /// The citizen's own words.
    pub note: String,
    /// How many times it was moved or cancelled.
    pub sequence: i32,
    /// By the citizen, not by a caseworker.
    pub self_booked: bool,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
