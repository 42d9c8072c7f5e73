//! A counted answer. Nothing in it leads to whoever gave it: the id is random, and five or more were
//! written together.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "satisfaction_answer")]
pub struct Model {
    /// A random id, of no order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of whose team: the department.
    pub team: String,
    /// Counted in which month, "YYYY-MM".
    pub month: String,
    /// About whose conversation; the department's when too few were about any one.
    pub caseworker_id: Option<Uuid>,
    /// 1 to 5.
    pub satisfied: i16,
    /// 1 to 5.
    pub closer: i16,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
