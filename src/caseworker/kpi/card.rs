//! The card of one figure.

use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use contract::kpi::{FEWEST, Figure, FigureUnit, Measure};
use leptos::prelude::*;

use super::chart::chart;
use super::place::Place;
use super::words;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Details, Table};

/// Value, target, number and period; the months as bars and in a table; what is counted.
#[component]
pub fn FigureCard(
    /// The figure.
    figure: Figure,
    /// The months it is told for.
    months: Vec<NaiveDate>,
    /// Whose it is; the department's when absent.
    whose: Option<CaseworkerId>,
    /// May the rows behind it be seen?
    rows: bool,
) -> impl IntoView {
    let Figure { key, unit, total, target, .. } = figure;
    let name = text_of(move |t| words::named(&t.staff().figures, key).0.to_owned());
    let heading = format!("kpi-{}", key.as_str());
    let number = total.n.map(|n| {
        let words = text_of(move |t| fill(t.staff().kpi.about, &[&n.to_string()]));
        view! { <span>{words}</span> }
    });
    let period = if key.is_standing() {
        text(|t| t.staff().kpi.standing)
    } else {
        text(|t| t.staff().kpi.over_period)
    };
    let aim = target.map(|target| {
        let words = text_of(move |t| words::target(t, unit, target));
        let met = total.tenths.map(|tenths| {
            if target.is_met_by(tenths) {
                text(|t| t.staff().kpi.met)
            } else {
                text(|t| t.staff().kpi.not_met)
            }
        });
        view! { <p class="kpi-card__aim">{words} {met.map(|met| view! { ". " {met} "." })}</p> }
    });
    let link = (rows && total.n.is_some_and(|n| n >= FEWEST)).then(|| {
        let place = Place { caseworker: whose, figure: Some(key), month: None, page: None };
        let name = text_of(move |t| {
            fill(t.staff().kpi.rows_name, &[words::named(&t.staff().figures, key).0])
        });
        view! {
            <p>
                <a href=place.route().path() aria-label=name>{text(|t| t.staff().kpi.rows)}</a>
            </p>
        }
    });
    let numbers = month_table(unit, &figure.months, &months);
    view! {
        <section class="kpi-card" aria-labelledby=heading.clone()>
            <h3 class="h4" id=heading.clone()>{name}</h3>
            <p class="kpi-card__value">{text_of(move |t| words::value(t, unit, total))}</p>
            <p class="kpi-card__about">{number} <span>{period}</span></p>
            {aim}
            {chart(figure, months)}
            <Details summary=text(|t| t.staff().kpi.month_table)>{numbers}</Details>
            <Details summary=text(|t| t.staff().kpi.definition)>
                <p>{text_of(move |t| words::named(&t.staff().figures, key).1.to_owned())}</p>
            </Details>
            {link}
        </section>
    }
    .into_any()
}

fn month_table(unit: FigureUnit, measures: &[Measure], months: &[NaiveDate]) -> AnyView {
    let columns = vec![
        text(|t| t.staff().kpi.month),
        text(|t| t.staff().kpi.value),
        text(|t| t.staff().kpi.number),
    ];
    let row = |(month, measure): (&NaiveDate, &Measure)| {
        let (month, measure) = (*month, *measure);
        let number = measure.n.map_or_else(|| "–".to_owned(), |n| n.to_string());
        view! {
            <tr>
                <td data-title=text(|t| t.staff().kpi.month)>
                    {text_of(move |t| dates::month(t.language, month))}
                </td>
                <td data-title=text(|t| t.staff().kpi.value)>
                    {text_of(move |t| words::value(t, unit, measure))}
                </td>
                <td data-title=text(|t| t.staff().kpi.number)>{number}</td>
            </tr>
        }
    };
    let rows = months.iter().zip(measures).map(row).collect_view();
    view! {
        <Table caption=text(|t| t.staff().kpi.month_table) columns=columns>{rows}</Table>
    }
    .into_any()
}
