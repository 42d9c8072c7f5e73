//! A caseworker's decision on a case, with its reason. Append-only: the latest about a matter is in force.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_decision")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which case.
    pub case_id: Uuid,
    /// What is decided: a channel's name, or `self_booking`.
    pub matter: String,
    /// Opened (unlocked, restored) or closed (locked, withdrawn).
    pub open: bool,
    /// In the caseworker's words; the citizen reads it.
    pub reason: String,
    /// Which caseworker.
    pub decided_by: Uuid,
    /// When.
    pub decided_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
