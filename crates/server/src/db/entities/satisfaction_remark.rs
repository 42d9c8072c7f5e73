//! What somebody has written beside an answer, apart from it and from any caseworker.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "satisfaction_remark")]
pub struct Model {
    /// A random id, of no order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of whose team: the department.
    pub team: String,
    /// Counted in which month, "YYYY-MM".
    pub month: String,
    /// The words.
    pub remark: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
