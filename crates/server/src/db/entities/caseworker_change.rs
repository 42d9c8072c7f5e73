//! A case that went from one caseworker to another (seed C14: as seldom as can be). Append-only.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "caseworker_change")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which case.
    pub case_id: Uuid,
    /// From whom.
    pub from_id: Uuid,
    /// To whom.
    pub to_id: Uuid,
    /// A `ChangeCause` by name.
    pub cause: String,
    /// Why; the citizen reads it. Empty when it came in a file.
    pub reason: String,
    /// Who decided it.
    pub by_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
