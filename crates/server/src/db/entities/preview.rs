//! A view of a citizen's pages that a caseworker has opened. Belongs to a session.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preview")]
pub struct Model {
    /// Id; the calls of its pages name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Hash of the session's token: nobody else's session can use it.
    pub session_hash: String,
    /// Who looks.
    pub caseworker_id: Uuid,
    /// The case looked at; nobody's for a sample.
    pub case_id: Option<Uuid>,
    /// A `DemoSituation` by name, for a sample.
    pub situation: Option<String>,
    /// As the pages look on that day; on the day itself when absent.
    pub on_date: Option<Date>,
    /// Whose stored calendar is shown as if it were published.
    pub calendar_of: Option<Uuid>,
    /// From that day.
    pub calendar_from: Option<Date>,
    /// To that day.
    pub calendar_to: Option<Date>,
    /// Why, as the citizen reads it; empty for one's own cases.
    pub reason: String,
    /// When.
    pub opened_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
