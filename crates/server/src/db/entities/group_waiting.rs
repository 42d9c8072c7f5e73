//! Somebody who is, or was, in line for a seat in a group session.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_waiting")]
pub struct Model {
    /// For which session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Uuid,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Since when: the order of the line.
    pub since: DateTimeUtc,
    /// `waiting`, `offered`, `lapsed`, `left` or `seated`.
    pub state: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
