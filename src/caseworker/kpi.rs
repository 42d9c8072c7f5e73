//! The key figures: one card for each, with what it counts, its months as a picture and as a table,
//! and the rows behind it. What is told is decided by the server.

mod card;
mod chart;
mod forms;
mod place;
mod rows;
mod whose;
mod words;

use contract::kpi::{Figure, FigureKey, KpiBoard};
use contract::session::Role;
use leptos::prelude::*;

use crate::api::{load, staff};
use crate::router::kpi_query;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, text};
use crate::ui::{Page, live, live_if, show};
use card::{Around, FigureCard};
use forms::FormsTable;
use place::Place;
use rows::RowsPage;
use whose::WhoseFigures;

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
            <WhoseFigures place=place data=data/>
            {show(data, board)}
        </Page>
    }
    .into_any()
}

fn board(board: KpiBoard) -> AnyView {
    let whose = board.caseworker.as_ref().map(|one| one.id);
    let around = Around { months: board.months, whose, rows: board.rows };
    let these = |keys: &[FigureKey]| -> Vec<Figure> {
        board.figures.iter().filter(|one| keys.contains(&one.key)).cloned().collect()
    };
    let groups =
        words::GROUPS.into_iter().map(|(heading, keys)| group(heading, these(keys), &around));
    let forms = these(&words::FORMS.concat());
    let forms = (!forms.is_empty()).then(|| {
        view! { <FormsTable figures=forms around=around.clone()/> }
    });
    let none = board.figures.is_empty().then(|| {
        view! { <p>{text(|t| t.staff().kpi.none)}</p> }
    });
    let mut groups: Vec<AnyView> = groups.collect();
    // The forms stand with the conversations, which come first.
    groups.insert(1.min(groups.len()), forms.into_any());
    view! {
        {none}
        {groups}
        {remarks()}
        <h2>{text(|t| t.staff().kpi.files)}</h2>
        <p class="kpi-files no-print">
            <a href=staff::kpi_file_url(whose, "csv") download="">{text(|t| t.staff().kpi.csv)}</a>
            <a href=staff::kpi_file_url(whose, "json") download="">{text(|t| t.staff().kpi.json)}</a>
        </p>
    }
    .into_any()
}

/// The way to what citizens have written, for team leaders.
fn remarks() -> AnyView {
    let session = use_session();
    live_if(move || {
        let role = session.signed_in().map(|person| person.role);
        let leads = matches!(role, Some(Role::Caseworker { team_leader: true, .. }));
        leads.then(|| {
            view! {
                <p class="no-print">
                    <a href=Route::StaffRemarks.path()>{text(|t| t.remarks().link)}</a>
                </p>
            }
            .into_any()
        })
    })
}

/// The cards of a group under their heading; nothing where there are none.
fn group(heading: words::Said, figures: Vec<Figure>, around: &Around) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let heading: Text = text(heading);
    view! {
        <h2>{heading}</h2>
        {cards(figures, around)}
    }
    .into_any()
}

/// Cards beside each other.
fn cards(figures: Vec<Figure>, around: &Around) -> AnyView {
    let card = |figure| view! { <FigureCard figure=figure around=around.clone()/> };
    view! { <div class="kpi-cards">{figures.into_iter().map(card).collect_view()}</div> }.into_any()
}
