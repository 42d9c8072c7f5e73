//! What goes out to the case system: conversations, contacts with employers, and where plans are.
//! `docs/export.md` is the contract with those who read it. A column is never taken away and never
//! changes its meaning within a version; new ones come last. Knows no CSV.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::ContactChannel;
use serde::{Deserialize, Serialize};

use crate::booking::BookingState;
use crate::ids::BookingId;
use crate::retention_plan::ContactChannelUsed;

/// The version of the columns.
pub const VERSION: u32 = 1;

/// A row with the names of its columns: those of the CSV file, and the fields of the JSON one.
pub trait ExportRow: Serialize {
    /// What the list of rows is called.
    const NAME: &'static str;
    /// The columns, in order.
    const COLUMNS: &'static [&'static str];
}

/// What stands around the rows of an export as JSON; as CSV there are only rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Export<T> {
    /// [`VERSION`].
    pub version: u32,
    /// Which: `bookings`, `employer_contacts` or `plans`.
    pub export: String,
    /// When it was made.
    pub at: DateTime<FixedOffset>,
    /// From that day on, if it was asked so.
    pub from: Option<NaiveDate>,
    /// Up to and including that day, if it was asked so.
    pub to: Option<NaiveDate>,
    /// The rows, by case number.
    pub rows: Vec<T>,
}

/// A conversation and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportedBooking {
    /// The case system's number.
    pub case_number: String,
    /// Which conversation: the same in every export, also when it was moved.
    pub conversation_id: BookingId,
    /// Initials of the caseworker it is with; none where they have none.
    pub caseworker: Option<String>,
    /// How.
    pub channel: ContactChannel,
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// What became of it.
    pub outcome: BookingState,
    /// By the citizen, not by a caseworker.
    pub self_booked: bool,
    /// How many times it was moved or cancelled.
    pub changes: u32,
    /// People who take part beside citizen and caseworker.
    pub participants: u32,
}

impl ExportRow for ExportedBooking {
    const NAME: &'static str = "bookings";
    const COLUMNS: &'static [&'static str] = &[
        "case_number",
        "conversation_id",
        "caseworker",
        "channel",
        "starts_at",
        "ends_at",
        "outcome",
        "self_booked",
        "changes",
        "participants",
    ];
}

/// A contact with an employer, or that it was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportedContact {
    /// The case system's number.
    pub case_number: String,
    /// Which contact.
    pub contact_id: uuid::Uuid,
    /// The company's CVR number.
    pub employer_cvr: String,
    /// On which day.
    pub on: NaiveDate,
    /// How; none when it was left out.
    pub channel: Option<ContactChannelUsed>,
    /// Was it left out, with a reason?
    pub left_out: bool,
    /// What came of it, or why it was left out.
    pub text: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<FixedOffset>,
}

impl ExportRow for ExportedContact {
    const NAME: &'static str = "employer_contacts";
    const COLUMNS: &'static [&'static str] = &[
        "case_number",
        "contact_id",
        "employer_cvr",
        "on",
        "channel",
        "left_out",
        "text",
        "recorded_by",
        "recorded_at",
    ];
}

/// Where a plan is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportedPlan {
    /// The case system's number.
    pub case_number: String,
    /// Which kind of plan.
    pub plan: PlanKind,
    /// Where it is. A job plan is `shared` or `opened`; a retention plan stands where its course
    /// (`rules::Course`) does.
    pub state: String,
    /// The newest version; 0 before the first.
    pub version: u32,
    /// When it was begun; none for a job plan, which the citizen writes alone.
    pub begun_at: Option<DateTime<FixedOffset>>,
    /// Since when it is in that state.
    pub since: DateTime<FixedOffset>,
    /// The company it is made with.
    pub employer_cvr: Option<String>,
}

impl ExportRow for ExportedPlan {
    const NAME: &'static str = "plans";
    const COLUMNS: &'static [&'static str] =
        &["case_number", "plan", "state", "version", "begun_at", "since", "employer_cvr"];
}

/// Which kind of plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// The citizen's own plan.
    JobPlan,
    /// The one made with the employer.
    RetentionPlan,
}

/// As a file for spreadsheets and the case system, or for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// CSV with semicolons, in UTF-8 with a mark in front, as Danish spreadsheets want it.
    #[default]
    Csv,
    /// JSON: an [`Export`].
    Json,
}

impl ExportFormat {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// The same cell, safe to open in a spreadsheet: what would be read as a formula is text, with an
/// apostrophe in front.
pub fn safe_cell(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::safe_cell;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for formula in ["=1+1", "+45", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(safe_cell(formula), format!("'{formula}"));
        }
        for text in ["", "Sofie", "S-1", "2026-12-01T10:00:00+01:00", " =1", "'=1"] {
            assert_eq!(safe_cell(text), text);
        }
    }
}
