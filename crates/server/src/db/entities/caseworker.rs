//! A caseworker or team leader.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "caseworker")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name, as citizens see it.
    pub name: String,
    /// Direct phone number.
    pub phone: String,
    /// Colleagues are those of the same team.
    pub team: String,
    /// May open colleagues' calendars and cases.
    pub team_leader: bool,
    /// What the case system's files call them; no two the same, however capitalised.
    pub initials: Option<String>,
    /// Key of the demo persona, in a demonstration.
    pub demo_key: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
