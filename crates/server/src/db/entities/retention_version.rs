//! A version of a retention plan as the employee was sent it. Counts on through the
//! courses of a case.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention_version")]
pub struct Model {
    /// Whose case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// In which course.
    pub plan_id: Uuid,
    /// A `contract::retention_plan::RetentionPlan`.
    pub content: Json,
    /// When it was sent to the employee.
    pub sent_at: DateTimeUtc,
    /// By whom of the employer.
    pub sent_by: Uuid,
    /// Their name then.
    pub sent_by_name: String,
    /// Taken back by the employer before it was answered.
    pub taken_back_at: Option<DateTimeUtc>,
    /// A list of `contract::retention_plan::SectionComment`.
    pub comments: Json,
    /// The employee's remark on approving; may be empty.
    pub remark: String,
    /// When the employee approved it.
    pub approved_at: Option<DateTimeUtc>,
    /// When it was sent to the municipality; never before it was approved.
    pub submitted_at: Option<DateTimeUtc>,
    /// When the municipality acknowledged it.
    pub acknowledged_at: Option<DateTimeUtc>,
    /// Minutes of work a week at the first step; none without steps.
    pub first_minutes: Option<i32>,
    /// Minutes of work a week at the last step; none without steps.
    pub last_minutes: Option<i32>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
