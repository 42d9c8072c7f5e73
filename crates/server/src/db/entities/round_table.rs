//! A round-table conversation: employer, citizen and caseworker on video. No booking: it is
//! no follow-up.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_table")]
pub struct Model {
    /// Id; holds cells of `occupancy`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// With which company.
    pub cvr: String,
    /// The caseworker's time.
    pub slot_id: Uuid,
    /// With whom.
    pub caseworker_id: Uuid,
    /// Who comes for the employer.
    pub employer_user_id: Uuid,
    /// Their name then.
    pub employer_name: String,
    /// Start.
    pub starts_at: DateTimeUtc,
    /// End.
    pub ends_at: DateTimeUtc,
    /// `booked` (at most one a case), `cancelled` or `over`.
    pub state: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
