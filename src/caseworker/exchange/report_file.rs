//! The whole report as a file for a spreadsheet, in the person's language. Draws nothing.

use contract::case_import::{CellProblem, ImportReport, ImportRow};
use contract::export::safe_cell;

use super::words::{cell_problem, does, place};
use crate::text::Texts;

/// A mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{FEFF}";

/// Every row of the report; one that is refused has a line for each thing to mend.
pub fn report_file(t: &Texts, report: &ImportReport) -> String {
    let texts = &t.staff().exchange;
    let names = [texts.row, texts.case_number, texts.result, texts.column];
    let names = names.into_iter().chain([texts.value, texts.what_to_do]);
    let names: Vec<String> = names.map(str::to_owned).collect();
    let mut file = format!("{MARK}{}", line(&names));
    for row in &report.rows {
        for cells in lines_of(t, row) {
            file.push_str(&line(&cells));
        }
    }
    file
}

/// The columns of an empty file.
pub fn template() -> String {
    let names = contract::case_import::ImportColumn::ALL.map(|column| column.as_str().to_owned());
    format!("{MARK}{}", line(&names))
}

fn lines_of(t: &Texts, row: &ImportRow) -> Vec<[String; 6]> {
    let (number, case, what) = (row.row.to_string(), row.case_number.clone(), does(t, row));
    if row.problems.is_empty() {
        let remark = if row.booking_open { t.staff().exchange.booking_open } else { "" };
        return vec![[number, case, what, String::new(), String::new(), remark.to_owned()]];
    }
    let of_cell = |problem: &CellProblem| {
        let (place, words) = (place(t, problem).to_owned(), cell_problem(t, problem));
        let value = problem.value.clone().unwrap_or_default();
        [number.clone(), case.clone(), what.clone(), place, value, words]
    };
    row.problems.iter().map(of_cell).collect()
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&safe_cell(cell))).collect();
    format!("{}\r\n", cells.join(";"))
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use contract::case_import::{CellCode, ImportColumn, ImportCounts, RowResult};

    use super::*;
    use crate::text::Language;

    #[test]
    fn every_row_has_its_line_and_no_cell_is_a_formula() {
        let row = |row, case_number: &str, result| ImportRow {
            row,
            case_number: case_number.to_owned(),
            result,
            changed: Vec::new(),
            booking_open: false,
            problems: Vec::new(),
        };
        let problem = |code| CellProblem::of(ImportColumn::Cpr, code);
        let mut refused = row(3, "=1;\"2\"", RowResult::Refused);
        refused.problems = vec![problem(CellCode::Missing), problem(CellCode::BadCpr)];
        refused.problems[1].value = Some("-••".into());
        let mut changed = row(4, "F-4", RowResult::Changed);
        changed.changed = vec![ImportColumn::ClosedOn, ImportColumn::Name];
        changed.booking_open = true;
        let report = ImportReport {
            plan: String::new(),
            file: None,
            counts: ImportCounts::default(),
            rows: vec![row(2, "F-2", RowResult::New), refused, changed],
        };
        let file = report_file(Language::Da.texts(), &report);
        let lines: Vec<&str> = file.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "\u{FEFF}Række;Sagsnummer;Resultat;Kolonne;Der står;Hvad skal du gøre?",
                "2;F-2;Ny sag;;;",
                "3;\"'=1;\"\"2\"\"\";Fejl;cpr;;Udfyld cellen",
                "3;\"'=1;\"\"2\"\"\";Fejl;cpr;'-••;Skriv CPR-nummeret med ti cifre",
                "4;F-4;Ændres: closed_on, name;;;Sagen lukkes, men der er booket en samtale. Aflys den selv.",
                "",
            ]
        );
    }

    #[test]
    fn the_template_has_every_column() {
        assert!(template().starts_with("\u{FEFF}case_number;cpr;name;caseworker;"));
        assert!(template().ends_with("extended_on\r\n"));
    }
}
