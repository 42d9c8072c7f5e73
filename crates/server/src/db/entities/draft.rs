//! What is typed in a form and not sent (I9): the head, which counts the saves.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Which form, a `DraftForm` by name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub form: String,
    /// Rises with each save that changes something.
    pub version: i32,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
