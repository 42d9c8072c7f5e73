//! What a file of cases must look like, with an empty one to begin with and the initials it may
//! name.

use contract::case_import::ImportColumn;
use contract::paths;
use contract::staff::CaseworkerRow;
use leptos::prelude::*;

use super::report_file::template;
use super::words::meaning;
use crate::api::load;
use crate::text::{text, text_of, use_texts};
use crate::ui::{Button, Details, Table, save_text, show};

/// Opens on request.
#[component]
pub fn Columns() -> impl IntoView {
    let t = use_texts();
    let people = load::<Vec<CaseworkerRow>>(|| paths::STAFF_CASEWORKERS.to_owned());
    let names = vec![
        text(|t| t.staff().exchange.column),
        text(|t| t.staff().exchange.meaning),
        text(|t| t.staff().exchange.required),
    ];
    let rows = ImportColumn::ALL.map(row).collect_view();
    let download = Callback::new(move |()| {
        // A browser that does not save it says so itself.
        let _ = save_text(t().staff().exchange.template_file, &template());
    });
    view! {
        <Details summary=text(|t| t.staff().exchange.how)>
            <p>{text(|t| t.staff().exchange.how_text)}</p>
            <p>{text(|t| t.staff().exchange.how_key)}</p>
            <div class="toolbar">
                <Button text=text(|t| t.staff().exchange.template) on_click=download/>
            </div>
            <Table caption=text(|t| t.staff().exchange.columns) columns=names>{rows}</Table>
            <h3>{text(|t| t.staff().exchange.initials)}</h3>
            {show(people, |people| {
                view! { <ul>{people.into_iter().map(person).collect_view()}</ul> }.into_any()
            })}
        </Details>
    }
    .into_any()
}

fn row(column: ImportColumn) -> impl IntoView {
    view! {
        <tr>
            <td data-title=text(|t| t.staff().exchange.column)>
                <code>{column.as_str()}</code>
            </td>
            <td data-title=text(|t| t.staff().exchange.meaning)>
                {text_of(move |t| meaning(t, column).to_owned())}
            </td>
            <td data-title=text(|t| t.staff().exchange.required)>
                {text_of(move |t| {
                    let texts = &t.staff().exchange;
                    if column.is_required() { texts.yes } else { texts.no }.to_owned()
                })}
            </td>
        </tr>
    }
}

fn person(row: CaseworkerRow) -> impl IntoView {
    let CaseworkerRow { name, initials, .. } = row;
    let initials = text_of(move |t| {
        initials.clone().unwrap_or_else(|| t.staff().exchange.no_initials.to_owned())
    });
    view! { <li><strong>{initials}</strong> " " {name}</li> }
}
