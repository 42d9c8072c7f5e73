//! A field of a form that is being filled in. One that was emptied stays, so that its
//! versions count on.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_field")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Which form.
    #[sea_orm(primary_key, auto_increment = false)]
    pub form: String,
    /// Which field, by name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: String,
    /// Its text.
    pub value: String,
    /// The draft's version that wrote it.
    pub version: i32,
    /// Who wrote it, where several people write in one form.
    pub by_id: Option<Uuid>,
    /// Their name then.
    pub by_name: Option<String>,
    /// When.
    pub written_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
