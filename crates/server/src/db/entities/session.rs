//! A signed-in person's session.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the token, hex. The token itself is only in the cookie (I8).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id_hash: String,
    /// `citizen`, `employer` or `caseworker`.
    pub actor_kind: String,
    /// Who.
    pub actor_id: Uuid,
    /// Signed in.
    pub created_at: DateTimeUtc,
    /// Last call.
    pub last_seen_at: DateTimeUtc,
    /// Ends then if nothing happens.
    pub expires_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
