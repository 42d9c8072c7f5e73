//! From a row to the case it wants: every cell read by its column, and what is wrong with each.
//! Knows nothing of what is here already. What is told of a cell again is `shown`'s.

use chrono::{Datelike, NaiveDate};
use contract::case_import::{CellCode, CellProblem, ImportColumn};
use contract::limits;
use rules::Cpr;
use rules::identifiers::{CprError, Cvr};

use super::encoding::is_garbled;
use super::table::Row;

/// What a row says. A cell that is wrong or missing is `None`, and stands among the problems: what
/// can be read of such a row is compared all the same, so that everything is told at once.
#[derive(Debug, Default)]
pub struct Read {
    /// Its line in the file.
    pub line: u32,
    /// Number in the case system.
    pub case_number: Option<String>,
    /// The citizen's number.
    pub cpr: Option<Cpr>,
    /// Their name.
    pub name: Option<String>,
    /// Initials.
    pub caseworker: Option<String>,
    /// First absence day.
    pub first_absence: Option<NaiveDate>,
    /// Opened.
    pub opened_on: Option<NaiveDate>,
    /// Employer. This and the following may be left out: a cell whose column is not in the file, or
    /// that cannot be read, is `None`, and it stays as it is. One that is empty is `Some(None)`.
    pub employer_cvr: Option<Option<String>>,
    /// That company's name.
    pub employer_name: Option<Option<String>>,
    /// Expected back.
    pub expected_back: Option<Option<NaiveDate>>,
    /// On standby.
    pub standby_since: Option<Option<NaiveDate>>,
    /// Closed.
    pub closed_on: Option<Option<NaiveDate>>,
    /// Why.
    pub closing_reason: Option<Option<String>>,
    /// Extended on that ground.
    pub extension_ground: Option<Option<String>>,
    /// On that day.
    pub extended_on: Option<Option<NaiveDate>>,
    /// What is wrong with it.
    pub problems: Vec<CellProblem>,
}

/// How a CPR number is read here: test numbers only where they are meant to be.
pub type ReadCpr<'a> = &'a dyn Fn(&str) -> Result<Cpr, CprError>;

/// Reads a row. Of one with too few or too many cells nothing is: nobody knows which is which.
pub fn read(columns: &[ImportColumn], row: &Row, read_cpr: ReadCpr<'_>) -> Read {
    use ImportColumn as Column;
    let width = match row.width().cmp(&columns.len()) {
        std::cmp::Ordering::Less => Some(CellCode::TooFewCells),
        std::cmp::Ordering::Greater => Some(CellCode::TooManyCells),
        std::cmp::Ordering::Equal => None,
    };
    if let Some(code) = width {
        let problems = vec![CellProblem::of_row(code)];
        return Read { line: row.line, problems, ..Read::default() };
    }
    let mut cells = Cells { columns, row, problems: Vec::new() };
    let cpr =
        cells.needed(Column::Cpr, |text| read_cpr(text).map_err(|error| cpr_code(text, error)));
    let case_number = cells.needed(Column::CaseNumber, |text| match &cpr {
        Some(cpr) if digits(text).contains(cpr.expose_digits()) => Err(CellCode::CprNumber),
        _ => words(text),
    });
    let name = cells.needed(Column::Name, free_words);
    let caseworker = cells.needed(Column::Caseworker, words);
    let first_absence = cells.needed(Column::FirstAbsence, day);
    let opened_on = cells.needed(Column::OpenedOn, day);
    Read {
        line: row.line,
        case_number,
        cpr,
        name,
        caseworker,
        first_absence,
        opened_on,
        employer_cvr: cells.optional(Column::EmployerCvr, cvr),
        employer_name: cells.optional(Column::EmployerName, free_words),
        expected_back: cells.optional(Column::ExpectedBack, day),
        standby_since: cells.optional(Column::StandbySince, day),
        closed_on: cells.optional(Column::ClosedOn, day),
        closing_reason: cells.optional(Column::ClosingReason, free_words),
        extension_ground: cells.optional(Column::ExtensionGround, free_words),
        extended_on: cells.optional(Column::ExtendedOn, day),
        problems: cells.problems,
    }
}

struct Cells<'a> {
    columns: &'a [ImportColumn],
    row: &'a Row,
    problems: Vec<CellProblem>,
}

impl Cells<'_> {
    fn needed<T>(
        &mut self,
        column: ImportColumn,
        read: impl FnOnce(&str) -> Result<T, CellCode>,
    ) -> Option<T> {
        let value = self.optional(column, read)?;
        if value.is_none() {
            self.refuse(column, CellCode::Missing);
        }
        value
    }

    /// `None` when the column is not in the file or the cell cannot be read, `Some(None)` when it is
    /// empty.
    fn optional<T>(
        &mut self,
        column: ImportColumn,
        read: impl FnOnce(&str) -> Result<T, CellCode>,
    ) -> Option<Option<T>> {
        let at = self.columns.iter().position(|one| *one == column)?;
        match self.row.cell(at) {
            "" => Some(None),
            text => match read(text) {
                Ok(value) => Some(Some(value)),
                Err(code) => {
                    self.refuse(column, code);
                    None
                }
            },
        }
    }

    fn refuse(&mut self, column: ImportColumn, code: CellCode) {
        self.problems.push(CellProblem::of(column, code));
    }
}

fn words(text: &str) -> Result<String, CellCode> {
    if text.chars().any(char::is_control) {
        return Err(CellCode::ControlCharacters);
    }
    if is_garbled(text) {
        return Err(CellCode::Garbled);
    }
    if text.chars().count() > limits::IMPORT_CELL_CHARS {
        return Err(CellCode::TooLong);
    }
    Ok(text.to_owned())
}

/// Words that are shown to people and sent to others: nobody's number stands in them.
fn free_words(text: &str) -> Result<String, CellCode> {
    if rules::identifiers::mentions_cpr(text) { Err(CellCode::CprNumber) } else { words(text) }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn cpr_code(text: &str, error: CprError) -> CellCode {
    let nine = text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    match error {
        CprError::TestNumber => CellCode::TestCpr,
        CprError::NotTenDigits if nine => CellCode::CprLeadingZero,
        CprError::NotTenDigits | CprError::NoSuchDate => CellCode::BadCpr,
    }
}

fn cvr(text: &str) -> Result<String, CellCode> {
    Cvr::parse(text).map(|cvr| cvr.as_str().to_owned()).map_err(|_| CellCode::BadCvr)
}

/// A day as programs or as Danish people write it. Never a year of two digits: nobody knows which.
fn day(text: &str) -> Result<NaiveDate, CellCode> {
    let danish = text.replace(['.', '/'], "-");
    let parts: Vec<&str> = danish.split('-').collect();
    let [first, month, last] = parts[..] else { return Err(CellCode::BadDate) };
    let (year, day) =
        if first.len() == 4 && text == danish { (first, last) } else { (last, first) };
    let number = |text: &str, most: usize| {
        let digits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let read = || {
        let year = number(year, 4).filter(|_| year.len() == 4)?;
        let (month, day) = (number(month, 2)?, number(day, 2)?);
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    };
    let near = |date: &NaiveDate| limits::YEARS.contains(&date.year());
    read().filter(near).ok_or(CellCode::BadDate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_programs_and_danes_write_them() {
        let expected: NaiveDate = "2026-01-05".parse().unwrap();
        for text in ["2026-01-05", "05-01-2026", "5-1-2026", "05.01.2026", "5/1/2026"] {
            assert_eq!(day(text), Ok(expected), "{text}");
        }
        for text in [
            "05-01-26",
            "2026-13-01",
            "31-02-2026",
            "46027",
            "2026/01/05",
            "5. januar 2026",
            "0026-01-05",
            "9999-01-05",
            "+5-1-2026",
            "05-01-2026 00:00",
            "2026-01",
            "",
            "-",
            "--",
        ] {
            assert_eq!(day(text), Err(CellCode::BadDate), "{text}");
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_shortened_is_said_to_be() {
        assert_eq!(cpr_code("101901234", CprError::NotTenDigits), CellCode::CprLeadingZero);
        assert_eq!(cpr_code("1,1E+09", CprError::NotTenDigits), CellCode::BadCpr);
        assert_eq!(cpr_code("3299991234", CprError::NoSuchDate), CellCode::BadCpr);
    }

    #[test]
    fn a_formula_is_text_like_any_other() {
        let formula = "=HYPERLINK(\"http://x\";\"y\")";
        assert_eq!(free_words(formula).as_deref(), Ok(formula));
    }

    #[test]
    fn words_are_one_line_without_anybodys_number() {
        assert_eq!(free_words("Sofie\nLund"), Err(CellCode::ControlCharacters));
        assert_eq!(free_words("SÃ¸ren"), Err(CellCode::Garbled));
        assert_eq!(free_words("Sofie 010190-1234"), Err(CellCode::CprNumber));
        assert_eq!(free_words(&"x".repeat(101)), Err(CellCode::TooLong));
        assert_eq!(free_words(&"ø".repeat(100)).map(|text| text.len()), Ok(200));
    }
}
