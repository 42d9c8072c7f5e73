//! What a file would do, before it does it.

use contract::case_import::{CellProblem, ImportReport, ImportRow, RowResult};
use leptos::prelude::*;

use super::report_file::report_file;
use super::words::{cell_problem, does, place};
use crate::text::{Text, fill, numbers, text, text_of, use_texts};
use crate::ui::{Alert, AlertKind, Button, Table, save_text};

/// Rows shown; the rest is in the file.
const SHOWN: usize = 50;

/// The id of the report's heading, to lead to.
pub const REPORT_ID: &str = "report";

/// The report.
#[component]
pub fn Report(
    /// On which file.
    file: String,
    /// What it would do.
    report: StoredValue<ImportReport>,
    /// Doing it, when it can be done: above the rows, which may be many.
    import: Option<AnyView>,
) -> impl IntoView {
    let t = use_texts();
    let (counts, warning, rows) =
        report.with_value(|report| (report.counts, warning(report), rows(report)));
    let download = Callback::new(move |()| {
        let text = report.with_value(|report| report_file(t(), report));
        // A browser that does not save it says so itself.
        let _ = save_text(t().staff().exchange.report_file, &text);
    });
    view! {
        <h3 id=REPORT_ID tabindex="-1">{text(|t| t.staff().exchange.report)}</h3>
        <p>{text_of(move |t| fill(t.staff().exchange.of_file, &[&file]))}</p>
        <dl class="counts">
            {counted(text(|t| t.staff().exchange.new), counts.new)}
            {counted(text(|t| t.staff().exchange.changed), counts.changed)}
            {counted(text(|t| t.staff().exchange.unchanged), counts.unchanged)}
            {counted(text(|t| t.staff().exchange.refused), counts.refused)}
        </dl>
        {warning}
        <div class="toolbar">
            {import}
            <Button text=text(|t| t.staff().exchange.whole_report) on_click=download/>
        </div>
        {rows}
    }
    .into_any()
}

/// How many rows do it.
pub fn counted(name: Text, count: u32) -> AnyView {
    let number = text_of(move |t| numbers::count_u32(t.language, count));
    view! { <div><dt>{name}</dt><dd>{number}</dd></div> }.into_any()
}

/// What is to be known before it is done, or why it cannot be.
fn warning(report: &ImportReport) -> Option<AnyView> {
    let counts = report.counts;
    if counts.refused > 0 {
        let words = text(|t| t.staff().exchange.refused_text);
        return Some(view! { <Alert kind=AlertKind::Error>{words}</Alert> }.into_any());
    }
    if counts.new + counts.changed == 0 {
        let words = text(|t| t.staff().exchange.nothing_new);
        return Some(view! { <Alert>{words}</Alert> }.into_any());
    }
    let open = report.rows.iter().filter(|row| row.booking_open).count();
    (open > 0).then(|| {
        let words = text_of(move |t| {
            fill(t.staff().exchange.open_bookings, &[&numbers::count(t.language, open)])
        });
        view! { <Alert kind=AlertKind::Warning>{words}</Alert> }.into_any()
    })
}

fn rows(report: &ImportReport) -> Option<AnyView> {
    let counts = report.counts;
    match (counts.refused, counts.new + counts.changed) {
        (0, 0) => None,
        (0, _) => Some(happens(report)),
        _ => Some(refused(report)),
    }
}

/// What must be mended, row by row.
fn refused(report: &ImportReport) -> AnyView {
    let cells = |row: &ImportRow| {
        let (line, case) = (row.row, row.case_number.clone());
        row.problems.clone().into_iter().map(move |problem| (line, case.clone(), problem))
    };
    let all: Vec<(u32, String, CellProblem)> = report.rows.iter().flat_map(cells).collect();
    let count = all.len();
    let rows = all.into_iter().take(SHOWN).map(refused_row).collect_view();
    let columns = vec![
        text(|t| t.staff().exchange.row),
        text(|t| t.staff().exchange.case_number),
        text(|t| t.staff().exchange.column),
        text(|t| t.staff().exchange.value),
        text(|t| t.staff().exchange.what_to_do),
    ];
    view! {
        <Table caption=text(|t| t.staff().exchange.to_mend) columns=columns>{rows}</Table>
        {more(count)}
    }
    .into_any()
}

fn refused_row((line, case, problem): (u32, String, CellProblem)) -> impl IntoView {
    let shown = problem.clone();
    let place = text_of(move |t| place(t, &shown).to_owned());
    view! {
        <tr>
            <td data-title=text(|t| t.staff().exchange.row)>{line}</td>
            <td data-title=text(|t| t.staff().exchange.case_number)>{case}</td>
            <td data-title=text(|t| t.staff().exchange.column)>{place}</td>
            <td data-title=text(|t| t.staff().exchange.value)>{problem.value.clone()}</td>
            <td data-title=text(|t| t.staff().exchange.what_to_do)>
                {text_of(move |t| cell_problem(t, &problem))}
            </td>
        </tr>
    }
}

/// What changes, row by row: first what needs a hand, then what changes, then what is new.
fn happens(report: &ImportReport) -> AnyView {
    let mut rows: Vec<&ImportRow> =
        report.rows.iter().filter(|row| row.result != RowResult::Unchanged).collect();
    rows.sort_by_key(|row| (!row.booking_open, row.result == RowResult::New, row.row));
    let count = rows.len();
    let rows = rows.into_iter().take(SHOWN).map(|row| happens_row(row.clone())).collect_view();
    let columns: Vec<Text> = vec![
        text(|t| t.staff().exchange.row),
        text(|t| t.staff().exchange.case_number),
        text(|t| t.staff().exchange.what),
    ];
    view! {
        <Table caption=text(|t| t.staff().exchange.happens) columns=columns>{rows}</Table>
        {more(count)}
    }
    .into_any()
}

fn happens_row(row: ImportRow) -> impl IntoView {
    let remark =
        row.booking_open.then(|| view! { <p>{text(|t| t.staff().exchange.booking_open)}</p> });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().exchange.row)>{row.row}</td>
            <td data-title=text(|t| t.staff().exchange.case_number)>{row.case_number.clone()}</td>
            <td data-title=text(|t| t.staff().exchange.what)>
                {text_of(move |t| does(t, &row))}
                {remark}
            </td>
        </tr>
    }
}

fn more(count: usize) -> Option<AnyView> {
    (count > SHOWN).then(|| {
        let words = text_of(move |t| {
            let [shown, all] = [SHOWN, count].map(|many| numbers::count(t.language, many));
            fill(t.staff().exchange.first_shown, &[&shown, &all])
        });
        view! { <p>{words}</p> }.into_any()
    })
}
