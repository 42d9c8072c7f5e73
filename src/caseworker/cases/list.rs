//! The list of cases: who will miss a deadline first, what each case waits for, and the means to
//! find one. The order is the server's.

mod choices;
mod filter;
mod keys;
#[cfg(test)]
mod samples;
mod table;
mod way_back;
mod words;

use std::sync::Arc;

use contract::caseload::CaseRow;
use contract::ids::CaseId;
use contract::paths;
use leptos::prelude::*;

use crate::api::{Load, load};
use crate::caseworker::desk::use_desk;
use crate::caseworker::parts::{Stage, stage};
use crate::router::cases_query;
use crate::text::{Text, text, text_of};
use crate::ui::{Button, CheckboxGroup, Choice, Details, Failed, Loading, Page, live, live_if};
use choices::{ChoiceBar, Choices};
use filter::{Filter, Listed, Shown};
use table::{CaseTable, Drawn};
pub use way_back::WayBack;

/// The list of cases.
#[component]
pub fn CasesPage() -> impl IntoView {
    let data = load::<Vec<CaseRow>>(|| paths::STAFF_CASES.to_owned());
    let listed = Memo::new(move |_| {
        data.state.with(|load| match load {
            Load::Ready(rows) => Some(Arc::new(Listed::of(rows.clone()))),
            Load::Loading | Load::Failed(_) => None,
        })
    });
    let view = cases_query();
    let filter = Memo::new(move |_| Filter::of(&view.get().unwrap_or_default()));
    let choices = Choices::new(filter, use_desk().case_search);
    let stage = stage(data);
    view! {
        <Page title=text(|t| t.staff().cases.title)>
            <p>{text(|t| t.staff().caseload.lead)}</p>
            {live(move || match (stage.get(), listed.get()) {
                (Stage::Failed(error), _) => {
                    view! { <Failed error=error retry=data.retry()/> }.into_any()
                }
                (Stage::Ready, Some(list)) if list.rows.is_empty() => {
                    view! { <p>{text(|t| t.staff().cases.none)}</p> }.into_any()
                }
                (Stage::Ready, Some(list)) => view! { <Cases list=list choices=choices/> }.into_any(),
                (Stage::Loading | Stage::Ready, _) => view! { <Loading/> }.into_any(),
            })}
        </Page>
    }
    .into_any()
}

#[component]
fn Cases(list: Arc<Listed>, choices: Choices) -> impl IntoView {
    let all = list.rows.len();
    let of_list = Arc::clone(&list);
    let shown = Memo::new(move |_| {
        let filter = choices.filter.get();
        choices.search.with(|search| of_list.shown(&filter, search))
    });
    let count = move || shown.with(|shown: &Shown| shown.places.len());
    let count_words: Text = text_of(move |t| words::count(t, count(), all));
    let drawn = Drawn::new();
    keep_place(&list, choices, shown, drawn);
    let letters = keys::letters();
    keys::listen(
        move || shown.with_untracked(|shown| shown.places.len()),
        letters,
        move |place| drawn.reach(place),
    );
    let is_empty = Memo::new(move |_| count() == 0);
    // The button goes with what it said.
    let clear = move |()| {
        choices.clear();
        keys::go_to(keys::SEARCH_ID);
    };
    view! {
        <ChoiceBar choices=choices list=Arc::clone(&list) shown=shown/>
        <p role="status" class="case-count">{count_words}</p>
        {live_if(move || is_empty.get().then(|| view! {
            <p>{text(|t| t.staff().caseload.none_fit)}</p>
            <Button text=text(|t| t.staff().caseload.clear) on_click=clear/>
        }.into_any()))}
        <div hidden=is_empty>
            <CaseTable list=list shown=shown drawn=drawn/>
        </div>
        <KeyboardHelp letters=letters/>
    }
    .into_any()
}

/// Keeps on the desk what is shown, and comes back to the case that was opened: as far as that is
/// drawn for it, with the focus on its link.
fn keep_place(list: &Arc<Listed>, choices: Choices, shown: Memo<Shown>, drawn: Drawn) {
    let (desk, list) = (use_desk(), Arc::clone(list));
    let way_back = desk.way_back();
    let ids = move || -> Arc<Vec<CaseId>> {
        let id = |place: &usize| list.rows.get(*place).map(|row| row.id);
        Arc::new(shown.with(|shown| shown.places.iter().filter_map(id).collect()))
    };
    if let Some(place) = way_back.place(&untrack(&ids)) {
        // In the next frame, when the first rows are drawn; and once more, when the others are.
        request_animation_frame(move || {
            drawn.reach(place);
            request_animation_frame(move || keys::go_to(&keys::link_id(place)));
        });
    }
    desk.keep_opened(None);
    Effect::new(move || desk.keep_list(choices.filter.with(Filter::view), ids()));
}

/// What the keyboard can do here, and turning its letters off.
#[component]
fn KeyboardHelp(letters: RwSignal<bool>) -> impl IntoView {
    const USE: &str = "use";
    let first = if letters.get_untracked() { vec![USE.to_owned()] } else { Vec::new() };
    let chosen = RwSignal::new(first);
    Effect::new(move || letters.set(chosen.with(|chosen| !chosen.is_empty())));
    view! {
        <Details summary=text(|t| t.staff().caseload.keyboard)>
            <ul>
                <li>{text(|t| t.staff().caseload.keyboard_move)}</li>
                <li>{text(|t| t.staff().caseload.keyboard_open)}</li>
                <li>{text(|t| t.staff().caseload.keyboard_search)}</li>
            </ul>
            <CheckboxGroup
                id="case-letters"
                legend=text(|t| t.staff().caseload.keyboard_letters)
                choices=vec![Choice::new(USE, text(|t| t.staff().caseload.keyboard_use))]
                chosen=chosen
            />
        </Details>
    }
    .into_any()
}
