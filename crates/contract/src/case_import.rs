//! Cases that come in a file from the case system: its columns, and the report of what each row
//! would do. `docs/case-import.md` says it to people. Knows no CSV.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A column of the file. Stable: a new one may come, none changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportColumn {
    /// The case system's number: what makes it the same case.
    CaseNumber,
    /// The citizen's CPR number.
    Cpr,
    /// The citizen's name.
    Name,
    /// The caseworker's initials.
    Caseworker,
    /// First absence day.
    FirstAbsence,
    /// The day the municipality opened the case.
    OpenedOn,
    /// CVR number of the employer to return to.
    EmployerCvr,
    /// That company's name; used when the company is new.
    EmployerName,
    /// Expected full recovery.
    ExpectedBack,
    /// On standby since.
    StandbySince,
    /// Closed on.
    ClosedOn,
    /// Why it was closed, in the case system's words.
    ClosingReason,
    /// On what ground it was last extended, in the case system's words.
    ExtensionGround,
    /// When it was last extended.
    ExtendedOn,
}

impl ImportColumn {
    /// All of them, in the order of the template.
    pub const ALL: [Self; 14] = [
        Self::CaseNumber,
        Self::Cpr,
        Self::Name,
        Self::Caseworker,
        Self::FirstAbsence,
        Self::OpenedOn,
        Self::EmployerCvr,
        Self::EmployerName,
        Self::ExpectedBack,
        Self::StandbySince,
        Self::ClosedOn,
        Self::ClosingReason,
        Self::ExtensionGround,
        Self::ExtendedOn,
    ];

    /// What stands in the first row of the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CaseNumber => "case_number",
            Self::Cpr => "cpr",
            Self::Name => "name",
            Self::Caseworker => "caseworker",
            Self::FirstAbsence => "first_absence",
            Self::OpenedOn => "opened_on",
            Self::EmployerCvr => "employer_cvr",
            Self::EmployerName => "employer_name",
            Self::ExpectedBack => "expected_back",
            Self::StandbySince => "standby_since",
            Self::ClosedOn => "closed_on",
            Self::ClosingReason => "closing_reason",
            Self::ExtensionGround => "extension_ground",
            Self::ExtendedOn => "extended_on",
        }
    }

    /// The column of that name, however it is capitalised.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.into_iter().find(|column| name.eq_ignore_ascii_case(column.as_str()))
    }

    /// Must it be in the file, and filled in every row? What is in no column of the file stays as
    /// it is; what is in one and empty is emptied.
    pub const fn is_required(self) -> bool {
        matches!(
            self,
            Self::CaseNumber
                | Self::Cpr
                | Self::Name
                | Self::Caseworker
                | Self::FirstAbsence
                | Self::OpenedOn
        )
    }
}

/// `POST /api/staff/case-imports/dry-runs`: what importing the file would do. Nothing is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// What was reported, as `?plan=` of the import takes it: it is refused with
    /// `stale_version` when it would by now do anything else.
    pub plan: String,
    /// Why the file cannot be read as a table of cases; no row was looked at then.
    pub file: Option<FileProblem>,
    /// How many rows do what.
    pub counts: ImportCounts,
    /// Every row, in the order of the file.
    pub rows: Vec<ImportRow>,
}

impl ImportReport {
    /// Would it be imported?
    pub fn is_accepted(&self) -> bool {
        self.file.is_none() && self.counts.refused == 0
    }
}

/// How many rows do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportCounts {
    /// Cases that are not here yet.
    pub new: u32,
    /// Cases that are here otherwise.
    pub changed: u32,
    /// Cases that are here exactly so.
    pub unchanged: u32,
    /// Rows that are refused. One of them, and nothing is imported.
    pub refused: u32,
}

/// Why a file cannot be read as a table of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileProblem {
    /// What is wrong.
    pub code: FileCode,
    /// In which line of the file.
    pub row: Option<u32>,
    /// In which column, as the file calls it.
    pub column: Option<String>,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileCode {
    /// Nothing is in it.
    Empty,
    /// It is text in no encoding we know, or in two at once.
    Encoding,
    /// The first row names none of the columns.
    NoHeader,
    /// A column that must be there is not.
    MissingColumn,
    /// A column nobody knows.
    UnknownColumn,
    /// A column is there twice.
    DoubledColumn,
    /// There is no row under the header.
    NoRows,
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// More rows than [`crate::limits::IMPORT_ROWS`].
    TooManyRows,
}

/// What a row would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportRow {
    /// Its line in the file; the header is line 1.
    pub row: u32,
    /// Its case number; empty where there is none.
    pub case_number: String,
    /// What it would do.
    pub result: RowResult,
    /// Which columns are otherwise than here.
    pub changed: Vec<ImportColumn>,
    /// It closes a case that has a conversation to come: that stays booked until somebody cancels
    /// it.
    pub booking_open: bool,
    /// Why it is refused.
    pub problems: Vec<CellProblem>,
}

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RowResult {
    /// Add a case.
    New,
    /// Change a case.
    Changed,
    /// Nothing: it is here exactly so.
    Unchanged,
    /// It is refused, and the file with it.
    Refused,
}

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CellProblem {
    /// In which column; none when it is the row as such.
    pub column: Option<ImportColumn>,
    /// What is wrong.
    pub code: CellCode,
    /// The earlier line of the file it does not go with.
    pub other_row: Option<u32>,
    /// What stands in the cell, cut where it is long; digits of what is or may be a CPR number are
    /// `•`. Absent when nothing does, or when it is the row as such.
    pub value: Option<String>,
}

impl CellProblem {
    /// In one cell.
    pub const fn of(column: ImportColumn, code: CellCode) -> Self {
        Self { column: Some(column), code, other_row: None, value: None }
    }

    /// In one cell, because of what an earlier line says.
    pub const fn beside(column: ImportColumn, code: CellCode, other_row: u32) -> Self {
        Self { column: Some(column), code, other_row: Some(other_row), value: None }
    }

    /// Of the row as such.
    pub const fn of_row(code: CellCode) -> Self {
        Self { column: None, code, other_row: None, value: None }
    }
}

/// What is wrong with a row or a cell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CellCode {
    /// The row has fewer cells than there are columns: half a row.
    TooFewCells,
    /// The row has more cells than there are columns.
    TooManyCells,
    /// Nothing was given.
    Missing,
    /// More characters than `limits` allows.
    TooLong,
    /// Line breaks or other control characters.
    ControlCharacters,
    /// Letters were lost on the way: æ, ø or å have become something else.
    Garbled,
    /// A CPR number stands in it.
    CprNumber,
    /// Not a CPR number.
    BadCpr,
    /// Nine digits: a spreadsheet has taken the zero in front away.
    CprLeadingZero,
    /// A test number, where test numbers are not accepted.
    TestCpr,
    /// Not eight digits.
    BadCvr,
    /// Not a date as `2026-01-31` or `31-01-2026`.
    BadDate,
    /// More than [`crate::limits::IMPORT_DAYS_AHEAD`] days after today.
    FarAhead,
    /// It is closed before it was opened.
    BeforeOpened,
    /// No caseworker has these initials.
    UnknownCaseworker,
    /// The caseworker is of another team.
    CaseworkerOfOtherTeam,
    /// The case is another team's.
    CaseOfOtherTeam,
    /// The case is another citizen's here.
    AnotherCitizen,
    /// An earlier row gives the same citizen another name.
    NameDiffers,
    /// An earlier row has the same case number.
    Doubled,
    /// The case is closed; only its closing and the citizen's name can change.
    CaseClosed,
    /// Only together with a day of closing.
    NeedsClosedOn,
    /// A ground of extension and its day come together.
    NeedsBoth,
}

/// `POST /api/staff/case-imports`: what was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportReceipt {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it, by name.
    pub by: String,
    /// How many rows did what.
    pub counts: ImportCounts,
}
