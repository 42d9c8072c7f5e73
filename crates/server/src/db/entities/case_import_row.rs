//! A row of a file of cases that waits until all of them are there. Nobody reads it but the import
//! that wrote it; what one has left behind is thrown away.

use sea_orm::entity::prelude::*;

use super::citizen::StoredCpr;

/// A row that adds or changes a case.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_import_row")]
pub struct Model {
    /// Of which import.
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: Uuid,
    /// Its line in the file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i64,
    /// Since when it waits.
    pub at: DateTimeUtc,
    /// Adds the case; else it changes it.
    pub new_case: bool,
    /// Adds the citizen.
    pub new_citizen: bool,
    /// Which case.
    pub case_id: Uuid,
    /// Whose.
    pub citizen_id: Uuid,
    /// Id of the look in the access log.
    pub log_id: Uuid,
    /// Number in the case system.
    pub case_number: String,
    /// The citizen's name.
    pub name: String,
    /// A new citizen's CPR number.
    pub cpr: Option<StoredCpr>,
    /// The name to be replaced, when it is.
    pub was_name: Option<String>,
    /// The name of a company that is new.
    pub employer_name: Option<String>,
    /// See `sickness_case`, as are the following.
    pub caseworker_id: Uuid,
    /// First absence day.
    pub first_absence: Date,
    /// Opened.
    pub opened_on: Date,
    /// Employer.
    pub employer_cvr: Option<String>,
    /// Expected back.
    pub expected_back: Option<Date>,
    /// On standby.
    pub standby_since: Option<Date>,
    /// Closed.
    pub closed_on: Option<Date>,
    /// Why.
    pub closing_reason: Option<String>,
    /// Extended on that ground.
    pub extension_ground: Option<String>,
    /// On that day.
    pub extended_on: Option<Date>,
    /// What the case was when it was compared, as are the following.
    pub was_caseworker_id: Option<Uuid>,
    /// First absence day.
    pub was_first_absence: Option<Date>,
    /// Opened.
    pub was_opened_on: Option<Date>,
    /// Employer.
    pub was_employer_cvr: Option<String>,
    /// Expected back.
    pub was_expected_back: Option<Date>,
    /// On standby.
    pub was_standby_since: Option<Date>,
    /// Closed.
    pub was_closed_on: Option<Date>,
    /// Why.
    pub was_closing_reason: Option<String>,
    /// Extended on that ground.
    pub was_extension_ground: Option<String>,
    /// On that day.
    pub was_extended_on: Option<Date>,
    /// Id of the change of caseworker, if it is one.
    pub change_id: Option<Uuid>,
    /// Id of the message that tells it.
    pub message_id: Option<Uuid>,
    /// That message.
    pub message: Option<Json>,
    /// What makes it the same message.
    pub message_once: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
