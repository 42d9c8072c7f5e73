//! From text to a table: which delimiter, which columns, which rows. Knows nothing of what stands
//! in the cells.

use contract::case_import::{FileCode, FileProblem, ImportColumn};
use contract::limits;
use csv::StringRecord;

/// The delimiters that spreadsheets write.
const DELIMITERS: [char; 3] = [';', ',', '\t'];

/// Put under the last row: if it does not come out again as it is, a quotation mark is open.
const END: &str = "\u{1}";

/// Longest name of a column that is told again.
const NAME_CHARS: usize = 40;

/// A file as a table.
#[derive(Debug)]
pub struct Table {
    /// The columns, in the order of the file.
    pub columns: Vec<ImportColumn>,
    /// The rows that are not empty.
    pub rows: Vec<Row>,
}

/// A row of the file.
#[derive(Debug)]
pub struct Row {
    /// Its line in the file.
    pub line: u32,
    cells: StringRecord,
    width: usize,
}

impl Row {
    /// A cell without the blanks around it; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default().trim()
    }

    /// How many cells it has; empty ones behind the last column do not count.
    pub fn width(&self) -> usize {
        self.width
    }
}

/// Reads a table.
///
/// # Errors
/// When the text is none, or one of other columns.
pub fn table_of(text: String) -> Result<Table, FileProblem> {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(problem(FileCode::Empty));
    }
    let delimiter = delimiter_of(&text).ok_or_else(|| problem(FileCode::NoHeader))?;
    text.push('\n');
    text.push_str(END);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = records.next().and_then(Result::ok).ok_or_else(|| problem(FileCode::Empty))?;
    if header.iter().any(|cell| cell.contains(END)) {
        return Err(FileProblem { code: FileCode::OpenQuote, row: Some(1), column: None });
    }
    let columns = columns_of(&header)?;
    let mut lines = Lines::of(&text);
    let (mut rows, mut last): (Vec<Row>, Option<(u32, StringRecord)>) = (Vec::new(), None);
    for record in records {
        // The text is UTF-8, rows may have any width, and memory has no errors.
        let record = record.map_err(|_| problem(FileCode::Encoding))?;
        let line = lines.of_record(&record);
        if let Some((line, cells)) = last.replace((line, record)) {
            rows.extend(row_of(line, cells, columns.len()));
        }
        if rows.len() > limits::IMPORT_ROWS {
            return Err(problem(FileCode::TooManyRows));
        }
    }
    match last {
        Some((_, end)) if end.len() == 1 && &end[0] == END => {}
        open => {
            let row = open.map(|(line, _)| line).or(Some(1));
            return Err(FileProblem { code: FileCode::OpenQuote, row, column: None });
        }
    }
    if rows.is_empty() { Err(problem(FileCode::NoRows)) } else { Ok(Table { columns, rows }) }
}

/// The one by which the first row names most columns.
fn delimiter_of(text: &str) -> Option<u8> {
    let header = text.trim_start().lines().next()?;
    let known = |delimiter: char| {
        let names = header.split(delimiter).map(|name| name.trim().trim_matches('"'));
        names.filter(|name| ImportColumn::parse(name).is_some()).count()
    };
    let best = DELIMITERS.into_iter().max_by_key(|delimiter| known(*delimiter))?;
    (known(best) > 0).then_some(u8::try_from(best).ok()?)
}

fn columns_of(header: &StringRecord) -> Result<Vec<ImportColumn>, FileProblem> {
    let names: Vec<&str> = header.iter().map(str::trim).collect();
    let used = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    let at_fault = |code, name: &str| {
        let column = name.chars().take(NAME_CHARS).collect::<String>();
        // Where a row of data stands first, the person's number is not told again.
        let column = (!rules::identifiers::mentions_cpr(&column)).then_some(column);
        FileProblem { code, row: Some(1), column }
    };
    let mut columns = Vec::with_capacity(used);
    for name in names.into_iter().take(used) {
        let column =
            ImportColumn::parse(name).ok_or_else(|| at_fault(FileCode::UnknownColumn, name))?;
        if columns.contains(&column) {
            return Err(at_fault(FileCode::DoubledColumn, name));
        }
        columns.push(column);
    }
    let missing =
        ImportColumn::ALL.into_iter().find(|one| one.is_required() && !columns.contains(one));
    match missing {
        Some(column) => Err(at_fault(FileCode::MissingColumn, column.as_str())),
        None => Ok(columns),
    }
}

/// `None` for one that is empty, as spreadsheets leave them under a table.
fn row_of(line: u32, cells: StringRecord, columns: usize) -> Option<Row> {
    let empty = cells.iter().rev().take_while(|cell| cell.trim().is_empty()).count();
    let used = cells.len() - empty;
    if used == 0 {
        return None;
    }
    let width = if used > columns { used } else { cells.len().min(columns) };
    Some(Row { line, cells, width })
}

/// Counts lines as an editor does: a record begins after the empty lines before it, and may be
/// several lines long.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line a record begins on. Records are asked for in their order.
    fn of_record(&mut self, record: &StringRecord) -> u32 {
        let begins = record.position().and_then(|place| usize::try_from(place.byte()).ok());
        let begins = begins.unwrap_or(self.at).max(self.at);
        let passed = self.text.iter().skip(self.at).take(begins - self.at);
        let broken = passed.filter(|byte| **byte == b'\n').count();
        let empty = self.text.iter().skip(begins).take_while(|byte| **byte == b'\n').count();
        self.at = begins + empty;
        self.line = self.line.saturating_add(u32::try_from(broken + empty).unwrap_or(u32::MAX));
        self.line
    }
}

fn problem(code: FileCode) -> FileProblem {
    FileProblem { code, row: None, column: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "case_number;cpr;name;caseworker;first_absence;opened_on";

    fn read(text: &str) -> Result<Table, FileProblem> {
        table_of(text.to_owned())
    }

    fn refused(text: &str) -> (FileCode, Option<u32>, Option<String>) {
        let FileProblem { code, row, column } = read(text).unwrap_err();
        (code, row, column)
    }

    #[test]
    fn each_delimiter_is_found_and_columns_come_in_any_order() {
        for delimiter in DELIMITERS {
            let header = "Opened_On;FIRST_ABSENCE; caseworker ;\"name\";cpr;case_number";
            let text = format!("{header}\n1;2;3;\"a\"\"b\";5;6\r\n;;;;;\n\n7;8;9;;;;;\n");
            let table = read(&text.replace(';', &delimiter.to_string())).unwrap();
            assert_eq!(table.columns[0], ImportColumn::OpenedOn);
            assert_eq!(table.columns[5], ImportColumn::CaseNumber);
            let lines: Vec<u32> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 5], "empty rows are none");
            assert_eq!(table.rows[0].cell(3), "a\"b");
            assert_eq!(table.rows[1].width(), 6, "empty cells behind do not count");
        }
    }

    #[test]
    fn a_cell_may_hold_the_delimiter_and_a_line_break() {
        let table = read(&format!("{HEADER}\n1;2;\"a;b\nc\";4;5;6\n7;8;9;1;2;3")).unwrap();
        assert_eq!(table.rows[0].cell(2), "a;b\nc");
        assert_eq!(table.rows[1].line, 4);
    }

    #[test]
    fn half_a_row_has_fewer_cells_and_a_doubled_one_more() {
        let table = read(&format!("{HEADER}\n1;2;3;4;5;6;7\n1;2;3;4\n")).unwrap();
        assert_eq!((table.rows[0].width(), table.rows[1].width()), (7, 4));
    }

    #[test]
    fn what_is_no_table_of_cases_says_why() {
        use FileCode as Code;
        let name = |name: &str| Some(name.to_owned());
        for (text, expected) in [
            (String::new(), (Code::Empty, None, None)),
            (" \r\n\n".to_owned(), (Code::Empty, None, None)),
            ("a;b\n1;2".to_owned(), (Code::NoHeader, None, None)),
            (HEADER.to_owned(), (Code::NoRows, None, None)),
            (format!("{HEADER}\n;;;;;\n"), (Code::NoRows, None, None)),
            (HEADER.replace(";cpr", ""), (Code::MissingColumn, Some(1), name("cpr"))),
            (format!("{HEADER};fax\n"), (Code::UnknownColumn, Some(1), name("fax"))),
            (format!("{HEADER};010190-1234\n"), (Code::UnknownColumn, Some(1), None)),
            (format!("{HEADER};CPR\n"), (Code::DoubledColumn, Some(1), name("CPR"))),
            (format!("{HEADER}\n1;2;3;4;5;6\n1;\"2;3;4;5;6\n"), (Code::OpenQuote, Some(3), None)),
            (format!("\"{HEADER}\n1;2;3;4;5;6\n"), (Code::OpenQuote, Some(1), None)),
        ] {
            assert_eq!(refused(&text), expected, "{text}");
        }
        let many = format!("{HEADER}\n{}", "1;2;3;4;5;6\n".repeat(limits::IMPORT_ROWS + 1));
        assert_eq!(refused(&many).0, Code::TooManyRows);
    }
}
