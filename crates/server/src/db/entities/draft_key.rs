//! The key with which somebody's browser locks up what could not be sent yet.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_key")]
pub struct Model {
    /// Whose: a citizen, or somebody of an employer.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// Names the key without naming the person.
    pub id: Uuid,
    /// 256 random bits, hex.
    pub key: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
