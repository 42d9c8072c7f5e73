//! Whose figures are shown: said in words, and chosen from those one may see. Stays as it is while
//! the figures change, so that the focus does.

use contract::ids::CaseworkerId;
use contract::kpi::KpiBoard;
use contract::staff::CaseworkerRow;
use leptos::prelude::*;

use super::place::Place;
use crate::api::{Load, Loaded};
use crate::router::use_refine;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Choice, Select, live_if};

/// The choice is the address.
#[component]
pub fn WhoseFigures(
    /// What the address says.
    place: Memo<Place>,
    /// The figures, as they come.
    data: Loaded<KpiBoard>,
) -> impl IntoView {
    let shown = move || match data.state.get() {
        Load::Ready(board) => Some(board),
        Load::Loading | Load::Failed(_) => None,
    };
    let choices = Memo::new(move |before: Option<&Option<_>>| {
        let choices = shown().map(|board| (board.department, board.people));
        choices.or_else(|| before.cloned().flatten())
    });
    // The address is asked, not the figures: those of an earlier choice may still be on their way.
    let named = move || place.with(|place| place.caseworker);
    let chosen = RwSignal::new(value(untrack(named)));
    Effect::new(move || {
        let now = value(named());
        if chosen.with_untracked(|chosen| *chosen != now) {
            chosen.set(now);
        }
    });
    let go = use_refine();
    Effect::new(move |_| {
        let now: Option<CaseworkerId> = chosen.with(|chosen| chosen.parse().ok());
        if now != untrack(named) {
            go(Place { caseworker: now, ..Place::default() }.route());
        }
    });
    let said = text_of(move |t| {
        let Some(board) = shown() else { return String::new() };
        let month = |day: Option<&chrono::NaiveDate>| {
            day.map(|day| dates::month_of_year(t.language, *day)).unwrap_or_default()
        };
        let whose = match board.caseworker {
            Some(one) => one.name,
            None => fill(t.staff().kpi.department, &[&board.department]),
        };
        fill(
            t.staff().kpi.lead,
            &[&whose, &month(board.months.first()), &month(board.months.last())],
        )
    });
    view! {
        <p role="status">{said}</p>
        {live_if(move || choices.get().map(|(department, people)| select(department, people, chosen)))}
        <p class="small-text">{text(|t| t.staff().kpi.few)}</p>
    }
    .into_any()
}

/// The value of a choice.
fn value(caseworker: Option<CaseworkerId>) -> String {
    caseworker.map(|id| id.to_string()).unwrap_or_default()
}

fn select(department: String, people: Vec<CaseworkerRow>, chosen: RwSignal<String>) -> AnyView {
    let all = Choice::new("", text_of(move |t| fill(t.staff().kpi.department, &[&department])));
    let each = people.into_iter().map(|row| {
        let name = row.name;
        Choice::new(row.id.to_string(), text_of(move |_| name.clone()))
    });
    view! {
        <div class="no-print">
            <Select
                id="kpi-whose"
                label=text(|t| t.staff().kpi.whose)
                choices=std::iter::once(all).chain(each).collect()
                value=chosen
            />
        </div>
    }
    .into_any()
}
