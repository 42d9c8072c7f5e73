//! The form of conversations: what was chosen, held and missed, in one table; the months of each on
//! request.

use contract::kpi::{Figure, FigureKey};
use leptos::prelude::*;

use super::card::{Around, behind};
use super::{cards, words};
use crate::text::{text, text_of};
use crate::ui::{Details, Table};

/// A row for each form.
#[component]
pub fn FormsTable(
    /// The figures of the forms.
    figures: Vec<Figure>,
    /// What they share.
    around: Around,
) -> impl IntoView {
    let columns = vec![
        text(|t| t.staff().kpi.form),
        text(|t| t.staff().kpi.chosen),
        text(|t| t.staff().kpi.held),
        text(|t| t.staff().kpi.missed),
    ];
    let row = |place: usize, keys: [FigureKey; 3]| {
        let cells = keys.into_iter().zip([
            text(|t| t.staff().kpi.chosen),
            text(|t| t.staff().kpi.held),
            text(|t| t.staff().kpi.missed),
        ]);
        let cells = cells.map(|(key, title)| {
            let figure = figures.iter().find(|one| one.key == key);
            let cell = figure.map(|figure| number(figure, &around));
            view! { <td data-title=title>{cell}</td> }
        });
        view! {
            <tr>
                <th scope="row">{text_of(move |t| words::form(t, place).to_owned())}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let rows = words::FORMS.into_iter().enumerate().map(|(place, keys)| row(place, keys));
    let rows = rows.collect_view();
    view! {
        <Table caption=text(|t| t.staff().kpi.forms) columns=columns>
            {rows}
        </Table>
        <Details summary=text(|t| t.staff().kpi.forms_months)>{cards(figures, &around)}</Details>
    }
    .into_any()
}

/// The value and of how many, which leads to the rows.
fn number(figure: &Figure, around: &Around) -> AnyView {
    let (key, unit, total) = (figure.key, figure.unit, figure.total);
    let value = text_of(move |t| words::value(t, unit, total));
    let n = behind(key, total, None, around);
    view! { <span class="kpi-number">{value}</span> {n} }.into_any()
}
