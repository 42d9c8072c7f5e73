//! From a file to its report and what is to be written. Changes nothing, holds no lock.

use contract::case_import::{
    FileCode, FileProblem, ImportColumn, ImportCounts, ImportReport, ImportRow, RowResult,
};
use rules::Cpr;
use rules::identifiers::CprError;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::compare::{Comparison, Found, Step};
use super::known::{Known, with_conversation};
use super::row::{self, Read};
use super::table::{self, Table};
use super::{encoding, shown};
use crate::auth::TeamLeader;
use crate::cases::parse_cpr;
use crate::http::error::ApiError;
use crate::state::AppState;

/// A file, read row by row.
#[derive(Debug)]
pub struct ReadFile {
    hash: [u8; 32],
    rows: Result<(Table, Vec<Read>), FileProblem>,
}

impl ReadFile {
    /// Reads it, off the threads that answer others: fifty thousand rows take a moment.
    ///
    /// # Errors
    /// When the server is about to stop.
    pub async fn read(state: &AppState, bytes: axum::body::Bytes) -> Result<Self, ApiError> {
        let state = state.clone();
        let read = move || {
            let hash = Sha256::digest(&bytes).into();
            Self { hash, rows: rows(&bytes, &|text| parse_cpr(&state, text)) }
        };
        tokio::task::spawn_blocking(read).await.map_err(ApiError::internal)
    }

    /// What makes it the same file.
    pub fn hash(&self) -> String {
        hex(&self.hash)
    }
}

fn rows(
    bytes: &[u8],
    read_cpr: &dyn Fn(&str) -> Result<Cpr, CprError>,
) -> Result<(Table, Vec<Read>), FileProblem> {
    let unreadable = |_| FileProblem { code: FileCode::Encoding, row: None, column: None };
    let table = table::table_of(encoding::text_of(bytes).map_err(unreadable)?)?;
    let rows = table.rows.iter().map(|row| row::read(&table.columns, row, read_cpr)).collect();
    Ok((table, rows))
}

/// What a file would do.
#[derive(Debug)]
pub struct Plan {
    /// For the person who brings it.
    pub report: ImportReport,
    /// What is to be written.
    pub steps: Vec<Step>,
}

impl Plan {
    /// Compares a file with what is here.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make(
        state: &AppState,
        leader: &TeamLeader,
        file: ReadFile,
    ) -> Result<Self, ApiError> {
        let ReadFile { hash, rows } = file;
        let (table, rows) = match rows {
            Ok(read) => read,
            Err(problem) => return Ok(Self::refused(&hash, problem)),
        };
        let db = state.db.read();
        let known = Known::load(db, &rows).await?;
        let team = leader.caseworker().team();
        let mut comparison = Comparison::new(&known, team, state.clock.today(), &state.clock);
        let (mut reports, mut steps) = (Vec::with_capacity(rows.len()), Vec::new());
        for (row, read) in table.rows.iter().zip(rows) {
            let (found, step) = comparison.row(read);
            reports.push(report_on(&table.columns, row, found));
            steps.extend(step);
        }
        let closing: Vec<&Step> = steps.iter().filter(|step| step.closes()).collect();
        let cases: Vec<Uuid> = closing.iter().map(|step| step.now.id).collect();
        let open = with_conversation(db, &cases, state.clock.now()).await?;
        let lines = closing.iter().filter(|step| open.contains(&step.now.id)).map(|step| step.line);
        let lines: std::collections::HashSet<u32> = lines.collect();
        for row in &mut reports {
            row.booking_open = lines.contains(&row.row);
        }
        let plan = fingerprint(&hash, &reports, &steps);
        let report = ImportReport { plan, file: None, counts: counts(&reports), rows: reports };
        Ok(Self { report, steps })
    }

    fn refused(hash: &[u8; 32], problem: FileProblem) -> Self {
        let (counts, rows) = (ImportCounts::default(), Vec::new());
        let report = ImportReport { plan: hex(hash), file: Some(problem), counts, rows };
        Self { report, steps: Vec::new() }
    }
}

fn report_on(columns: &[ImportColumn], row: &table::Row, found: Found) -> ImportRow {
    let Found { result, changed, mut problems } = found;
    shown::with_values(columns, row, &mut problems);
    let case_number = shown::case_number(columns, row, &problems);
    ImportRow { row: row.line, case_number, result, changed, booking_open: false, problems }
}

fn counts(rows: &[ImportRow]) -> ImportCounts {
    let mut counts = ImportCounts::default();
    for row in rows {
        let count = match row.result {
            RowResult::New => &mut counts.new,
            RowResult::Changed => &mut counts.changed,
            RowResult::Unchanged => &mut counts.unchanged,
            RowResult::Refused => &mut counts.refused,
        };
        *count += 1;
    }
    counts
}

/// The same as long as the same file would do the same to the same cases.
fn fingerprint(hash: &[u8; 32], rows: &[ImportRow], steps: &[Step]) -> String {
    let mut plan = Sha256::new();
    plan.update(hash);
    for row in rows {
        plan.update(format!("{}{:?}{:?}", row.row, row.result, row.changed));
    }
    for step in steps {
        plan.update(format!("{}{:?}{:?}", step.line, step.was, step.was_name));
    }
    hex(&plan.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
