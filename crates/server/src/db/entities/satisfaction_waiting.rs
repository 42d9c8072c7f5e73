//! An answer that is not counted yet: until then it says whose it is.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "satisfaction_waiting")]
pub struct Model {
    /// About which conversation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: Uuid,
    /// 1 to 5.
    pub satisfied: i16,
    /// 1 to 5.
    pub closer: i16,
    /// May be empty.
    pub remark: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
