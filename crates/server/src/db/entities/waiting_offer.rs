//! A time that came free and was offered to somebody who waited. While it is open, cells of
//! `occupancy` are held under its id; the row stays, to be counted.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_offer")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To whom: which turn in the line,
    pub entry_id: Uuid,
    /// and whose case.
    pub case_id: Uuid,
    /// Which time.
    pub slot_id: Uuid,
    /// With whom.
    pub caseworker_id: Uuid,
    /// In which form.
    pub channel: String,
    /// Start.
    pub starts_at: DateTimeUtc,
    /// End, for that form.
    pub ends_at: DateTimeUtc,
    /// Where, for a visit.
    pub place_id: Option<String>,
    /// The room kept for it.
    pub room_id: Option<String>,
    /// When it was offered.
    pub offered_at: DateTimeUtc,
    /// Until when it is kept.
    pub expires_at: DateTimeUtc,
    /// When the time came free: with the time, what is offered to one after the other.
    pub freed_at: DateTimeUtc,
    /// The case that gave it up, if a citizen did: it is not offered to them again.
    pub freed_by: Option<Uuid>,
    /// It was a new time, and nobody had it before: no gap.
    pub is_new: bool,
    /// A `contract::waiting_list::OfferState`.
    pub state: String,
    /// When it was taken, declined, withdrawn, or found to have run out.
    pub ended_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
