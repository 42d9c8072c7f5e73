//! Choosing which cases are shown: search, caseworker, and a chip for each kind of attention. The
//! chips and the caseworker live in the address; the search does not, because people search for
//! names (`routes::CasesView`).

use std::sync::Arc;

use contract::caseload::{AttentionKind, CaseRow};
use contract::ids::CaseworkerId;
use leptos::prelude::*;

use super::filter::{Filter, Listed, Shown};
use super::keys::SEARCH_ID;
use super::words;
use crate::router::use_refine;
use crate::routes::Route;
use crate::text::{fill, numbers, text, text_of};
use crate::ui::{Chip, Choice, Select, TextField};

/// What is chosen, and the means to choose otherwise.
#[derive(Clone, Copy)]
pub struct Choices {
    /// What the address says.
    pub filter: Memo<Filter>,
    /// What is typed into the search.
    pub search: RwSignal<String>,
    choose: Callback<Filter>,
}

impl Choices {
    /// For the page in view.
    pub fn new(filter: Memo<Filter>, search: RwSignal<String>) -> Self {
        let refine = use_refine();
        let choose = Callback::new(move |filter: Filter| refine(Route::StaffCases(filter.view())));
        Self { filter, search, choose }
    }

    /// Shows every case again.
    pub fn clear(self) {
        self.search.set(String::new());
        if self.filter.with_untracked(|filter| *filter != Filter::default()) {
            self.choose.run(Filter::default());
        }
    }
}

/// Search, caseworker and chips.
#[component]
pub fn ChoiceBar(
    /// What is chosen.
    choices: Choices,
    /// The list.
    list: Arc<Listed>,
    /// What is shown of it.
    shown: Memo<Shown>,
) -> impl IntoView {
    let caseworkers = list.caseworkers();
    let several = caseworkers.len() > 1;
    // A chip for what only a gap in the configuration brings about is there when it does.
    let no_rules = AttentionKind::NoRuleSet;
    let is_there = |one: &CaseRow| one.attention.iter().any(|one| one.kind() == no_rules);
    let is_there = list.rows.iter().any(is_there)
        || choices.filter.with_untracked(|filter| filter.kinds.contains(&no_rules));
    let kinds = AttentionKind::ALL.into_iter().enumerate();
    let kinds = kinds.filter(move |(_, kind)| is_there || *kind != no_rules);
    let chips = kinds.map(|(place, kind)| {
        let count = Memo::new(move |_| shown.with(|shown| shown.counts[place]));
        let words = text_of(move |t| {
            let count = numbers::count(t.language, count.get());
            fill(t.staff().caseload.chip, &[words::label(t, kind), &count])
        });
        let pressed = Memo::new(move |_| choices.filter.with(|one| one.kinds.contains(&kind)));
        let press = move |()| {
            let filter = choices.filter.with_untracked(|filter| filter.toggled(kind));
            choices.choose.run(filter);
        };
        view! { <Chip text=words pressed=pressed on_press=press/> }
    });
    view! {
        <div class="field-row case-search">
            <TextField
                id=SEARCH_ID
                label=text(|t| t.staff().caseload.search)
                value=choices.search
                kind="search"
            />
            {several.then(|| whose(choices, caseworkers))}
        </div>
        <div class="chips" role="group" aria-labelledby="case-filters" aria-describedby="case-filters-hint">
            <p class="chips__legend" id="case-filters">{text(|t| t.staff().caseload.filters)}</p>
            {chips.collect_view()}
        </div>
        <p class="small-text" id="case-filters-hint">{text(|t| t.staff().caseload.filters_hint)}</p>
    }
    .into_any()
}

/// Whose cases; for those who see the cases of several.
fn whose(choices: Choices, caseworkers: Vec<(CaseworkerId, String)>) -> AnyView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move || {
        let id = choices.filter.with(|filter| filter.caseworker);
        chosen.set(id.map(|id| id.to_string()).unwrap_or_default());
    });
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            let filter = choices.filter.get_untracked();
            let caseworker = now.parse().ok();
            if filter.caseworker != caseworker {
                choices.choose.run(Filter { caseworker, ..filter });
            }
        }
        now
    });
    let everybody = Choice::new("", text(|t| t.staff().caseload.everybody));
    let each = |(id, name): (CaseworkerId, String)| {
        Choice::new(id.to_string(), text_of(move |_| name.clone()))
    };
    let all = std::iter::once(everybody).chain(caseworkers.into_iter().map(each)).collect();
    view! {
        <Select
            id="case-whose"
            label=text(|t| t.staff().caseload.whose)
            choices=all
            value=chosen
        />
    }
    .into_any()
}
