//! A look at a citizen's data by somebody else (I7). Append-only. Says who it was
//! then: people change teams.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_log")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
    /// Who: a caseworker, somebody of the employer, or the citizen.
    pub by_id: Uuid,
    /// An `AccessRole` by name.
    pub role: String,
    /// Of which team or company.
    pub unit: String,
    /// Their name.
    pub name: String,
    /// An `AccessedData` by name.
    pub what: String,
    /// Why, where a reason is asked for.
    pub reason: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
