//! Something agreed with the municipality. One that was removed stays, out of sight.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// Code from the municipality's list.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// Where.
    pub place: String,
    /// First day.
    pub from_date: Date,
    /// Last day; open when absent.
    pub to_date: Option<Date>,
    /// Minutes a week.
    pub minutes: Option<i32>,
    /// Who answers for it.
    pub responsible: String,
    /// Which caseworker added it.
    pub added_by: Uuid,
    /// When.
    pub added_at: DateTimeUtc,
    /// Which caseworker removed it.
    pub removed_by: Option<Uuid>,
    /// When.
    pub removed_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
