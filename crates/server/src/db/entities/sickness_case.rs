//! A sickness case (*sygedagpengesag*).

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sickness_case")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Number in the case system.
    pub case_number: String,
    /// Whose.
    pub citizen_id: Uuid,
    /// The caseworker who follows it.
    pub caseworker_id: Uuid,
    /// First absence day.
    pub first_absence: Date,
    /// The day the municipality opened it.
    pub opened_on: Date,
    /// The employer to return to, if any.
    pub employer_cvr: Option<String>,
    /// Expected full recovery, if known.
    pub expected_back: Option<Date>,
    /// On standby since (§ 13 b).
    pub standby_since: Option<Date>,
    /// Closed on.
    pub closed_on: Option<Date>,
    /// Why, in the case system's words.
    pub closing_reason: Option<String>,
    /// On what ground it was last extended, in the case system's words.
    pub extension_ground: Option<String>,
    /// When it was last extended.
    pub extended_on: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
