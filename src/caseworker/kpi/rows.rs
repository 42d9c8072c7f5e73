//! The rows behind a figure, which add up to it.

use contract::kpi::{FigureKey, FigureUnit, KpiRow, KpiRows};
use leptos::prelude::*;

use super::place::Place;
use super::words;
use crate::api::{load, staff};
use crate::routes::Route;
use crate::text::{dates, fill, numbers, text, text_of};
use crate::ui::{BackLink, Page, Table, show};

/// A page of them.
#[component]
pub fn RowsPage(
    /// Which figure.
    key_of: FigureKey,
    /// What the address says.
    place: Memo<Place>,
) -> impl IntoView {
    let data = load::<KpiRows>(move || {
        let Place { caseworker, month, page, .. } = place.get();
        staff::kpi_rows_url(key_of, caseworker, month, page)
    });
    let title = text_of(move |t| {
        fill(t.staff().kpi.rows_title, &[words::named(&t.staff().figures, key_of).0])
    });
    let back = Place { figure: None, month: None, page: None, ..place.get_untracked() };
    let above = view! { <BackLink to=back.route() label=text(|t| t.staff().kpi.back)/> };
    view! {
        <Page title=title above=above.into_any()>
            {show(data, move |rows| list(rows, place.get_untracked()))}
        </Page>
    }
    .into_any()
}

fn list(rows: KpiRows, place: Place) -> AnyView {
    let KpiRows { key, unit, measure, page, pages, .. } = rows;
    let period = text_of(move |t| match place.month {
        Some(month) => dates::month_of_year(t.language, month),
        None if key.is_standing() => t.staff().kpi.standing.to_owned(),
        None => t.staff().kpi.over_period.to_owned(),
    });
    let sum = text_of(move |t| words::sum(t, unit, measure));
    let case = key.has_cases().then(|| text(|t| t.staff().kpi.case));
    let columns = case.into_iter().chain([
        text(|t| t.staff().kpi.day),
        text(|t| t.staff().kpi.caseworker),
        text(|t| t.staff().kpi.counts),
    ]);
    let columns = columns.collect();
    let log = key.has_cases().then(|| {
        view! { <p class="small-text">{text(|t| t.staff().kpi.rows_log)}</p> }
    });
    let lines = rows.rows.into_iter().map(|one| row(one, key, unit)).collect_view();
    let to = |page: u32| Place { page: Some(page), ..place }.route().path();
    let earlier = page.checked_sub(1).map(|page| {
        view! { <a href=to(page)>{text(|t| t.staff().kpi.earlier)}</a> }
    });
    let later = (page + 1 < pages).then(|| {
        view! { <a href=to(page + 1)>{text(|t| t.staff().kpi.later)}</a> }
    });
    let where_ = text_of(move |t| {
        let count = |number| numbers::count_u32(t.language, number);
        fill(t.staff().kpi.page, &[&count(page + 1), &count(pages)])
    });
    view! {
        <p>{period} ". " {sum}</p>
        {log}
        <Table caption=text(|t| t.staff().kpi.rows_table) columns=columns>{lines}</Table>
        <nav class="kpi-files" aria-label=where_>{earlier} <span>{where_}</span> {later}</nav>
    }
    .into_any()
}

/// A row, headed by its case, or by its day where it is about none.
fn row(row: KpiRow, key: FigureKey, unit: FigureUnit) -> AnyView {
    let KpiRow { case_id, case_number, caseworker, on, tenths, .. } = row;
    let day = text_of(move |t| dates::date_with_year(t.language, on));
    let head = match case_id.zip(case_number) {
        _ if !key.has_cases() => view! { <th scope="row">{day}</th> }.into_any(),
        of_case => {
            let case = match of_case {
                Some((id, number)) => {
                    view! { <a href=Route::StaffCase(id).path()>{number}</a> }.into_any()
                }
                None => view! { {text(|t| t.staff().kpi.no_case)} }.into_any(),
            };
            view! {
                <th scope="row">{case}</th>
                <td data-title=text(|t| t.staff().kpi.day)>{day}</td>
            }
            .into_any()
        }
    };
    let counts = text_of(move |t| match unit {
        FigureUnit::Percent if tenths == 0 => t.staff().kpi.no.to_owned(),
        FigureUnit::Percent => t.staff().kpi.yes.to_owned(),
        FigureUnit::Days | FigureUnit::Hours | FigureUnit::Times => words::amount(t, unit, tenths),
    });
    view! {
        <tr>
            {head}
            <td data-title=text(|t| t.staff().kpi.caseworker)>{caseworker}</td>
            <td data-title=text(|t| t.staff().kpi.counts)>{counts}</td>
        </tr>
    }
    .into_any()
}
