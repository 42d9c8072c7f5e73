//! The cases: who will miss a deadline, and one case with what is decided about it.

mod bookings;
mod conversation_words;
mod decisions;
mod details;
mod plan;
mod plan_line;
mod times;

use chrono::NaiveDate;
use contract::paths;
use contract::staff::CaseRow;
use leptos::prelude::*;

use crate::api::load;
use crate::routes::Route;
use crate::text::{dates, text, use_texts};
use crate::ui::{Page, Table, Tag, show};

pub use conversation_words::in_short;
pub use details::CasePage;
pub use plan::PlanPage;
pub use times::CaseTimesPage;

/// The list of cases.
#[component]
pub fn CasesPage() -> impl IntoView {
    let data = load::<Vec<CaseRow>>(|| paths::STAFF_CASES.to_owned());
    view! {
        <Page title=text(|t| t.staff().cases.title)>
            <p>{text(|t| t.staff().cases.lead)}</p>
            {show(data, move |rows| {
                if rows.is_empty() {
                    return view! { <p>{text(|t| t.staff().cases.none)}</p> }.into_any();
                }
                let columns = vec![
                    text(|t| t.staff().cases.citizen),
                    text(|t| t.staff().cases.hold_by),
                    text(|t| t.staff().cases.next),
                    text(|t| t.staff().cases.number),
                    text(|t| t.staff().cases.caseworker),
                ];
                let rows = rows.into_iter().map(case_row).collect_view();
                view! {
                    <Table caption=text(|t| t.staff().cases.title) columns=columns>{rows}</Table>
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

fn case_row(row: CaseRow) -> AnyView {
    let t = use_texts();
    let CaseRow { id, case_number, citizen, caseworker, hold_by, overdue, next_booking_at } = row;
    let next = move || match next_booking_at {
        Some(at) => dates::short_date_time(t().language, &at),
        None => t().staff().cases.not_booked.to_owned(),
    };
    let overdue = overdue.then(|| {
        view! { " " <Tag text=text(|t| t.staff().cases.overdue) kind="error"/> }
    });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().cases.citizen)>
                <a href=Route::StaffCase(id).path()>{citizen}</a>
            </td>
            <td data-title=text(|t| t.staff().cases.hold_by)>{move || deadline(t(), hold_by)} {overdue}</td>
            <td data-title=text(|t| t.staff().cases.next)>{next}</td>
            <td data-title=text(|t| t.staff().cases.number)>{case_number}</td>
            <td data-title=text(|t| t.staff().cases.caseworker)>{caseworker}</td>
        </tr>
    }
    .into_any()
}

fn deadline(t: &crate::text::Texts, hold_by: Option<NaiveDate>) -> String {
    match hold_by {
        Some(day) => dates::date_with_year(t.language, day),
        None => t.staff().cases.not_due.to_owned(),
    }
}
