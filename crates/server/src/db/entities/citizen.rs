//! A sick-listed citizen. Written by `cases::add_citizen` only.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "citizen")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// CPR number: never in answers, logs, URLs or files (I8).
    pub cpr: StoredCpr,
    /// Key of the demo persona, in a demonstration.
    pub demo_key: Option<String>,
}

/// A CPR number as stored. Prints as nothing, so that a row can be logged by accident.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct StoredCpr(String);

impl From<&rules::Cpr> for StoredCpr {
    fn from(cpr: &rules::Cpr) -> Self {
        Self(cpr.expose_digits().to_owned())
    }
}

impl StoredCpr {
    /// The ten digits. Named so that each use stands out in review (I8).
    pub fn expose_digits(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for StoredCpr {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("StoredCpr")
    }
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
