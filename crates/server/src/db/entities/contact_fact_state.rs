//! Up to which day the contact facts of a case are written; a case without a row has none yet.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_fact_state")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// The day they were written.
    pub as_of: Date,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
