//! The key figures: one card for each, with what it counts, its months as a picture and as a table,
//! and the rows behind it. What is told is decided by the server.

mod card;
mod chart;
mod place;
mod rows;
mod words;

use contract::kpi::KpiBoard;
use leptos::prelude::*;

use crate::api::{load, staff};
use crate::router::{kpi_query, use_go};
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Choice, Page, Select, live, show};
use card::FigureCard;
use place::Place;
use rows::RowsPage;

/// The figures, or the rows behind one of them.
#[component]
pub fn KpiPage() -> impl IntoView {
    let query = kpi_query();
    let place = Memo::new(move |_| Place::of(&query.get().unwrap_or_default()));
    let figure = Memo::new(move |_| place.with(|place| place.figure));
    live(move || match figure.get() {
        Some(key) => view! { <RowsPage key_of=key place=place/> }.into_any(),
        None => view! { <Board place=place/> }.into_any(),
    })
}

#[component]
fn Board(place: Memo<Place>) -> impl IntoView {
    let whose = Memo::new(move |_| place.with(|place| place.caseworker));
    let data = load::<KpiBoard>(move || staff::kpi_url(whose.get()));
    view! {
        <Page title=text(|t| t.staff().kpi.title)>
            {show(data, board)}
        </Page>
    }
    .into_any()
}

fn board(board: KpiBoard) -> AnyView {
    let (first, last) = (board.months.first().copied(), board.months.last().copied());
    let lead = text_of(move |t| {
        let month = |day: Option<chrono::NaiveDate>| {
            day.map(|day| dates::month(t.language, day)).unwrap_or_default()
        };
        fill(t.staff().kpi.lead, &[&month(first), &month(last)])
    });
    let whose = board.caseworker.as_ref().map(|one| one.id);
    let chooser = level(&board);
    let groups = words::GROUPS.into_iter().map(|(heading, keys)| {
        let figures: Vec<_> =
            board.figures.iter().filter(|one| keys.contains(&one.key)).cloned().collect();
        (!figures.is_empty()).then(|| {
            let cards = figures.into_iter().map(|figure| {
                let (months, rows) = (board.months.clone(), board.rows);
                view! { <FigureCard figure=figure months=months whose=whose rows=rows/> }
            });
            view! {
                <h2>{text(heading)}</h2>
                <div class="kpi-cards">{cards.collect_view()}</div>
            }
        })
    });
    let none = board.figures.is_empty().then(|| {
        view! { <p>{text(|t| t.staff().kpi.none)}</p> }
    });
    view! {
        <p>{lead}</p>
        {chooser}
        <p class="small-text">{text(|t| t.staff().kpi.few)}</p>
        {none}
        {groups.collect_view()}
        <h2>{text(|t| t.staff().kpi.files)}</h2>
        <p class="kpi-files">
            <a href=staff::kpi_file_url(whose, "csv") download="">{text(|t| t.staff().kpi.csv)}</a>
            <a href=staff::kpi_file_url(whose, "json") download="">{text(|t| t.staff().kpi.json)}</a>
        </p>
    }
    .into_any()
}

/// Whose figures: the department's, or those of somebody one may see. The choice is the address.
fn level(board: &KpiBoard) -> AnyView {
    let shown = board.caseworker.as_ref().map(|one| one.id);
    let chosen = RwSignal::new(shown.map(|id| id.to_string()).unwrap_or_default());
    let go = use_go();
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            let place = Place { caseworker: now.parse().ok(), ..Place::default() };
            go(place.route());
        }
        now
    });
    let department = board.department.clone();
    let all = Choice::new(
        "",
        text_of(move |t| fill(t.staff().kpi.department, &[&department])),
    );
    let each = board.people.iter().map(|row| {
        let name = row.name.clone();
        Choice::new(row.id.to_string(), text_of(move |_| name.clone()))
    });
    view! {
        <Select
            id="kpi-whose"
            label=text(|t| t.staff().kpi.whose)
            choices=std::iter::once(all).chain(each).collect()
            value=chosen
        />
    }
    .into_any()
}
