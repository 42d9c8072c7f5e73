//! What happened to a retention plan, append-only.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention_event")]
pub struct Model {
    /// Id; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which course.
    pub plan_id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// A `CourseEventKind` by name.
    pub kind: String,
    /// `citizen`, `employer` or `staff`; nobody for a nudge.
    pub party: Option<String>,
    /// Who.
    pub by_id: Option<Uuid>,
    /// Their name then.
    pub by_name: String,
    /// When.
    pub at: DateTimeUtc,
    /// The version it was about; 0 for none.
    pub version: i32,
    /// What was said to it; may be empty.
    pub text: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
