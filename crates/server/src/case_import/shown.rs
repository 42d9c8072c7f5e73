//! What the report tells again of a row: never anybody's CPR number, also not one that is not quite
//! one. Decides nothing.

use contract::case_import::{CellCode, CellProblem, ImportColumn};
use contract::limits;
use rules::mentions_cpr;

use super::table::Row;

/// So much of a cell is enough to know it by.
const VALUE_CHARS: usize = 40;

/// As many digits as a CPR number has without the zero a spreadsheet takes away.
const MAYBE_CPR: usize = 9;

/// The case number of a row, for the report on it: also of one that is refused, unless it is
/// somebody's number.
pub fn case_number(columns: &[ImportColumn], row: &Row, problems: &[CellProblem]) -> String {
    let text = cell(columns, row, ImportColumn::CaseNumber);
    let is_cpr = |one: &CellProblem| {
        one.column == Some(ImportColumn::CaseNumber) && one.code == CellCode::CprNumber
    };
    let told = !mentions_cpr(text) && !problems.iter().any(is_cpr);
    text.chars().take(if told { limits::IMPORT_CELL_CHARS } else { 0 }).collect()
}

/// Says with each problem what stands in its cell.
pub fn with_values(columns: &[ImportColumn], row: &Row, problems: &mut [CellProblem]) {
    for problem in problems {
        problem.value = problem.column.and_then(|column| {
            let text = cell(columns, row, column);
            let known = column == ImportColumn::Cpr || problem.code == CellCode::CprNumber;
            value(text, known || holds_cpr(column, text))
        });
    }
}

/// Case numbers and days have many digits as well; they are somebody's number only when they look
/// like one.
fn holds_cpr(column: ImportColumn, text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    mentions_cpr(text) || (digits >= MAYBE_CPR && column != ImportColumn::CaseNumber)
}

/// One line without control characters.
fn value(text: &str, masked: bool) -> Option<String> {
    let shown = |sign: char| match sign {
        sign if masked && sign.is_ascii_digit() => '•',
        sign if sign.is_control() => ' ',
        sign => sign,
    };
    let mut value: String = text.chars().map(shown).take(VALUE_CHARS).collect();
    if text.chars().nth(VALUE_CHARS).is_some() {
        value.push('…');
    }
    (!value.is_empty()).then_some(value)
}

fn cell<'a>(columns: &[ImportColumn], row: &'a Row, column: ImportColumn) -> &'a str {
    columns.iter().position(|one| *one == column).map_or("", |at| row.cell(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(column: ImportColumn, text: &str) -> Option<String> {
        value(text, column == ImportColumn::Cpr || holds_cpr(column, text))
    }

    #[test]
    fn a_value_is_told_again_as_it_stands() {
        assert_eq!(shown(ImportColumn::OpenedOn, "31-02-2026").as_deref(), Some("31-02-2026"));
        assert_eq!(shown(ImportColumn::Caseworker, "NOBODY").as_deref(), Some("NOBODY"));
        assert_eq!(shown(ImportColumn::Name, "Sofie\nLund").as_deref(), Some("Sofie Lund"));
        assert_eq!(shown(ImportColumn::Name, ""), None);
        let long = shown(ImportColumn::Name, &"å".repeat(101)).unwrap();
        assert_eq!(long, format!("{}…", "å".repeat(40)));
    }

    #[test]
    fn i8_nobodys_number_is_told_again() {
        for (column, text, expected) in [
            (ImportColumn::Cpr, "010190-123", "••••••-•••"),
            (ImportColumn::Cpr, "1,02E+09", "•,••E+••"),
            (ImportColumn::Name, "Sofie 010190-1234", "Sofie ••••••-••••"),
            // A zero was taken away, and it stands in another column.
            (ImportColumn::EmployerCvr, "101901234", "•••••••••"),
            (ImportColumn::CaseNumber, "0101901234", "••••••••••"),
        ] {
            assert_eq!(shown(column, text).as_deref(), Some(expected));
        }
        let number = "2026-000012345";
        assert_eq!(shown(ImportColumn::CaseNumber, number).as_deref(), Some(number));
    }
}
