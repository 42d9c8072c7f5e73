//! What is wrong with a file of cases, in words that say what to do. Draws nothing.

use contract::case_import::{
    CellCode, CellProblem, FileCode, FileProblem, ImportColumn, ImportRow, RowResult,
};

use crate::text::{Texts, fill, numbers};

/// What to do about a file that is none.
pub fn file_problem(t: &Texts, problem: &FileProblem) -> String {
    let texts = &t.staff().file_problems;
    let named = |sentence: &str| match &problem.column {
        Some(column) => fill(sentence, &[column]),
        None => texts.unnamed_column.to_owned(),
    };
    match problem.code {
        FileCode::Empty => texts.empty.to_owned(),
        FileCode::Encoding => texts.encoding.to_owned(),
        FileCode::NoHeader => texts.no_header.to_owned(),
        FileCode::MissingColumn => named(texts.missing_column),
        FileCode::UnknownColumn => named(texts.unknown_column),
        FileCode::DoubledColumn => named(texts.doubled_column),
        FileCode::NoRows => texts.no_rows.to_owned(),
        FileCode::OpenQuote => fill(texts.open_quote, &[&number(problem.row)]),
        FileCode::TooManyRows => texts.too_many_rows.to_owned(),
    }
}

/// What to do about a cell.
pub fn cell_problem(t: &Texts, problem: &CellProblem) -> String {
    let texts = &t.staff().cell_problems;
    let sentence = match problem.code {
        CellCode::TooFewCells => texts.too_few_cells,
        CellCode::TooManyCells => texts.too_many_cells,
        CellCode::Missing => texts.missing,
        CellCode::TooLong => texts.too_long,
        CellCode::ControlCharacters => texts.control_characters,
        CellCode::Garbled => texts.garbled,
        CellCode::CprNumber => texts.cpr_number,
        CellCode::BadCpr => texts.bad_cpr,
        CellCode::CprLeadingZero => texts.cpr_leading_zero,
        CellCode::TestCpr => texts.test_cpr,
        CellCode::BadCvr => texts.bad_cvr,
        CellCode::BadDate => texts.bad_date,
        CellCode::FarAhead => texts.far_ahead,
        CellCode::BeforeOpened => texts.before_opened,
        CellCode::UnknownCaseworker => texts.unknown_caseworker,
        CellCode::CaseworkerOfOtherTeam => texts.caseworker_of_other_team,
        CellCode::CaseOfOtherTeam => texts.case_of_other_team,
        CellCode::AnotherCitizen => texts.another_citizen,
        CellCode::NameDiffers => texts.name_differs,
        CellCode::Doubled => texts.doubled,
        CellCode::CaseClosed => texts.case_closed,
        CellCode::NeedsClosedOn => texts.needs_closed_on,
        CellCode::NeedsBoth => texts.needs_both,
    };
    fill(sentence, &[&number(problem.other_row)])
}

/// Where a problem is: the column as the file calls it.
pub fn place(t: &Texts, problem: &CellProblem) -> &'static str {
    problem.column.map_or(t.staff().exchange.whole_row, ImportColumn::as_str)
}

/// What a column means.
pub fn meaning(t: &Texts, column: ImportColumn) -> &'static str {
    let texts = &t.staff().columns;
    match column {
        ImportColumn::CaseNumber => texts.case_number,
        ImportColumn::Cpr => texts.cpr,
        ImportColumn::Name => texts.name,
        ImportColumn::Caseworker => texts.caseworker,
        ImportColumn::FirstAbsence => texts.first_absence,
        ImportColumn::OpenedOn => texts.opened_on,
        ImportColumn::EmployerCvr => texts.employer_cvr,
        ImportColumn::EmployerName => texts.employer_name,
        ImportColumn::ExpectedBack => texts.expected_back,
        ImportColumn::StandbySince => texts.standby_since,
        ImportColumn::ClosedOn => texts.closed_on,
        ImportColumn::ClosingReason => texts.closing_reason,
        ImportColumn::ExtensionGround => texts.extension_ground,
        ImportColumn::ExtendedOn => texts.extended_on,
    }
}

/// What a row that is not refused does.
pub fn does(t: &Texts, row: &ImportRow) -> String {
    let texts = &t.staff().exchange;
    match row.result {
        RowResult::New => texts.is_new.to_owned(),
        RowResult::Changed => {
            let columns: Vec<&str> = row.changed.iter().map(|column| column.as_str()).collect();
            fill(texts.is_changed, &[&columns.join(", ")])
        }
        RowResult::Unchanged => texts.is_unchanged.to_owned(),
        RowResult::Refused => texts.is_refused.to_owned(),
    }
}

/// The button that imports so many cases.
pub fn import_button(t: &Texts, cases: u32) -> String {
    match cases {
        1 => t.staff().exchange.import_one.to_owned(),
        cases => fill(t.staff().exchange.import_some, &[&numbers::count_u32(t.language, cases)]),
    }
}

fn number(row: Option<u32>) -> String {
    row.map(|row| row.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_problem_names_the_other_row_and_a_file_its_column() {
        let t = Language::Da.texts();
        let doubled = CellProblem::beside(ImportColumn::CaseNumber, CellCode::Doubled, 7);
        let words = "Sagsnummeret står også i række 7. Fjern den ene";
        assert_eq!(
            (cell_problem(t, &doubled).as_str(), place(t, &doubled)),
            (words, "case_number")
        );
        let column = Some("fax".to_owned());
        let mut file = FileProblem { code: FileCode::UnknownColumn, row: Some(1), column };
        let words = "Kolonnen fax findes ikke. Fjern den, eller ret navnet";
        assert_eq!(file_problem(t, &file), words);
        file.column = None;
        assert!(file_problem(t, &file).starts_with("En kolonne har et navn"));
    }

    #[test]
    fn the_button_counts() {
        let t = Language::En.texts();
        assert_eq!(import_button(t, 1), "Import 1 case");
        assert_eq!(import_button(t, 5_012), "Import 5,012 cases");
    }
}
