//! A contact with an employer, or why there was none.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "employer_contact")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose case.
    pub case_id: Uuid,
    /// The company that was the case's then.
    pub cvr: String,
    /// On which day.
    pub on_date: Date,
    /// A `ContactChannelUsed` by name; none when it was left out.
    pub channel: Option<String>,
    /// What came of it, or why it was left out.
    pub text: String,
    /// Who recorded it.
    pub by_id: Uuid,
    /// Their name then.
    pub by_name: String,
    /// When it was recorded.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
