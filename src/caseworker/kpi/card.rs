//! The card of one figure.

use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use contract::kpi::{FEWEST, Figure, FigureKey, FigureUnit, Measure, Target};
use leptos::prelude::*;

use super::chart::chart;
use super::place::Place;
use super::words;
use crate::text::{Texts, dates, fill, numbers, text, text_of};
use crate::ui::{Details, Table};

/// What all figures of a page share.
#[derive(Clone, Debug)]
pub struct Around {
    /// The months they are told for.
    pub months: Vec<NaiveDate>,
    /// Whose they are; the department's when absent.
    pub whose: Option<CaseworkerId>,
    /// May the rows behind them be seen?
    pub rows: bool,
}

/// Value, target, number and period; the months as bars and in a table; what is counted.
#[component]
pub fn FigureCard(
    /// The figure.
    figure: Figure,
    /// What it shares with the others.
    around: Around,
) -> impl IntoView {
    let Figure { key, unit, total, target, .. } = figure;
    let name = text_of(move |t| words::named(&t.staff().figures, key).0.to_owned());
    let heading = format!("kpi-{}", key.as_str());
    let period = if key.is_standing() {
        text(|t| t.staff().kpi.standing)
    } else {
        text(|t| t.staff().kpi.over_period)
    };
    let n = behind(key, total, None, &around);
    let aim = target.map(|target| aim(unit, total, target));
    let numbers = month_table(key, unit, &figure.months, &around);
    view! {
        <section class="kpi-card" aria-labelledby=heading.clone()>
            <h3 class="h5" id=heading.clone()>{name}</h3>
            <p class="kpi-card__value">{text_of(move |t| words::value(t, unit, total))}</p>
            <p class="kpi-card__about"><span>{period}</span> {n}</p>
            {aim}
            {chart(figure, around.months)}
            <Details summary=text(|t| t.staff().kpi.month_table)>{numbers}</Details>
            <Details summary=text(|t| t.staff().kpi.definition)>
                <p>{text_of(move |t| words::named(&t.staff().figures, key).1.to_owned())}</p>
            </Details>
        </section>
    }
    .into_any()
}

/// The target, and in words whether it is met.
fn aim(unit: FigureUnit, total: Measure, target: Target) -> AnyView {
    let met = total.tenths.map(|tenths| target.is_met_by(tenths));
    let words = text_of(move |t| {
        let texts = &t.staff().kpi;
        let aim = words::target(t, unit, target);
        match met {
            Some(true) => fill(texts.with_target, &[&aim, texts.met]),
            Some(false) => fill(texts.with_target, &[&aim, texts.not_met]),
            None => aim,
        }
    });
    view! { <p class="kpi-card__aim">{words}</p> }.into_any()
}

/// "Antal: 1.037".
fn about(t: &Texts, n: u32) -> String {
    fill(t.staff().kpi.about, &[&numbers::count_u32(t.language, n)])
}

/// Of how many, which leads to them where they may be seen: "Antal: 37". Of a month the number only:
/// its column says what it is.
pub fn behind(
    key: FigureKey,
    measure: Measure,
    month: Option<NaiveDate>,
    around: &Around,
) -> Option<AnyView> {
    let n = measure.n?;
    let words = text_of(move |t| match month {
        Some(_) => numbers::count_u32(t.language, n),
        None => about(t, n),
    });
    if !around.rows || !key.has_rows() || n < FEWEST {
        return Some(view! { <span>{words}</span> }.into_any());
    }
    let place = Place { caseworker: around.whose, figure: Some(key), month, page: None };
    let name = text_of(move |t| {
        let of = words::named(&t.staff().figures, key).0;
        let of = match month {
            Some(month) => format!("{of}, {}", dates::month_of_year(t.language, month)),
            None => of.to_owned(),
        };
        fill(t.staff().kpi.rows_name, &[&about(t, n), &of])
    });
    Some(view! { <a href=place.route().path() aria-label=name>{words}</a> }.into_any())
}

fn month_table(key: FigureKey, unit: FigureUnit, measures: &[Measure], around: &Around) -> AnyView {
    let columns = vec![
        text(|t| t.staff().kpi.month),
        text(|t| t.staff().kpi.value),
        text(|t| t.staff().kpi.number),
    ];
    let row = |(month, measure): (&NaiveDate, &Measure)| {
        let (month, measure) = (*month, *measure);
        let number = behind(key, measure, Some(month), around);
        view! {
            <tr>
                <th scope="row">{text_of(move |t| dates::month_of_year(t.language, month))}</th>
                <td data-title=text(|t| t.staff().kpi.value)>
                    {text_of(move |t| words::value(t, unit, measure))}
                </td>
                <td data-title=text(|t| t.staff().kpi.number)>{number}</td>
            </tr>
        }
    };
    let rows = around.months.iter().zip(measures).map(row).collect_view();
    let caption = text_of(move |t| words::named(&t.staff().figures, key).0.to_owned());
    view! { <Table caption=caption columns=columns>{rows}</Table> }.into_any()
}
