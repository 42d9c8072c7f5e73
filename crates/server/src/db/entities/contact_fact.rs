//! What the contact rules say of what is done in a case: a conversation held in time or not, and the
//! like. Written by `kpi::facts` only, from what the rules decide.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_fact")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// `first`, `interval`, `half_year` or `employer`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub rule: String,
    /// Which of that rule: conversations held before it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub nth: i32,
    /// The day it counts on.
    pub on_date: Date,
    /// Was it done in time?
    pub in_time: bool,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
