//! What a file would do, before it does it.

use contract::case_import::{CellProblem, ImportReport, ImportRow, RowResult};
use leptos::prelude::*;

use super::report_file::report_file;
use super::words::{cell_problem, does, place};
use crate::text::{Text, fill, text, text_of, use_texts};
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
) -> impl IntoView {
    let t = use_texts();
    let (counts, parts) = report.with_value(|report| (report.counts, parts(report)));
    let download = Callback::new(move |()| {
        let text = report.with_value(|report| report_file(t(), report));
        // A browser that does not save it says so itself.
        let _ = save_text(t().staff().exchange.report_file, &text);
    });
    let counted = [
        (text(|t| t.staff().exchange.new), counts.new),
        (text(|t| t.staff().exchange.changed), counts.changed),
        (text(|t| t.staff().exchange.unchanged), counts.unchanged),
        (text(|t| t.staff().exchange.refused), counts.refused),
    ];
    let counted = counted.map(|(name, count)| view! { <div><dt>{name}</dt><dd>{count}</dd></div> });
    view! {
        <h3 id=REPORT_ID tabindex="-1">{text(|t| t.staff().exchange.report)}</h3>
        <p>{text_of(move |t| fill(t.staff().exchange.of_file, &[&file]))}</p>
        <dl class="counts">{counted.collect_view()}</dl>
        {parts}
        <div class="toolbar">
            <Button text=text(|t| t.staff().exchange.whole_report) on_click=download/>
        </div>
    }
    .into_any()
}

fn parts(report: &ImportReport) -> AnyView {
    let counts = report.counts;
    if counts.refused > 0 {
        return refused(report);
    }
    if counts.new + counts.changed == 0 {
        return view! { <Alert>{text(|t| t.staff().exchange.nothing_new)}</Alert> }.into_any();
    }
    let open = report.rows.iter().filter(|row| row.booking_open).count();
    let warning = (open > 0).then(|| {
        let words = text_of(move |t| fill(t.staff().exchange.open_bookings, &[&open.to_string()]));
        view! { <Alert kind=AlertKind::Warning>{words}</Alert> }
    });
    view! { {warning} {happens(report)} }.into_any()
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
        text(|t| t.staff().exchange.what_to_do),
    ];
    view! {
        <Alert kind=AlertKind::Error>{text(|t| t.staff().exchange.refused_text)}</Alert>
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
            let (shown, all) = (SHOWN.to_string(), count.to_string());
            fill(t.staff().exchange.first_shown, &[&shown, &all])
        });
        view! { <p>{words}</p> }.into_any()
    })
}
