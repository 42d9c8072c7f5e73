//! The steps of a leg: what, who, when, done or not; as many as it takes.

use contract::job_plan::{AgreedStep, FieldKey, JobPlanPage, PlanLeg, RowId, SharedPlan, StepPart};
use contract::limits;
use leptos::prelude::*;

use super::agreed::still_agreed;
use super::conflict::Conflict;
use super::desk::use_plan;
use super::flow::element_id;
use super::rows::Rows;
use super::screen::{Problems, screen};
use crate::routes::PlanPage;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{
    Button, CheckboxGroup, Choice, DayField, TextArea, TextField, focus_element, live, problem_of,
};

/// The steps of a leg.
#[component]
pub(super) fn StepsPage(
    /// Which leg.
    leg: PlanLeg,
) -> impl IntoView {
    let title = text(|t| t.plan().steps);
    screen(PlanPage::Steps(leg), title, move |known, problems| {
        let rows = Rows::of(move |key| match key {
            FieldKey::Step(of, row, _) if *of == leg => Some(row.clone()),
            _ => None,
        });
        if rows.ids.with_untracked(Vec::is_empty) {
            rows.add();
        }
        let agreed = agreed_steps(known, leg);
        let latest = StoredValue::new(known.latest.clone());
        let list = live(move || {
            let ids = rows.ids.get();
            let drawn = ids.into_iter().enumerate();
            drawn
                .map(|(index, row)| {
                    let agreed = agreed.iter().find(|agreed| agreed.step == row).cloned();
                    let agreed = agreed.map(|agreed| agreement(agreed, latest));
                    step(leg, row, index + 1, rows, agreed, problems)
                })
                .collect_view()
                .into_any()
        });
        view! {
            <p class="form-hint">{text(|t| t.plan().steps_hint)}</p>
            {list}
            {add_row(rows, |t| t.plan().add_step, move |row| {
                element_id(&FieldKey::Step(leg, row, StepPart::What))
            })}
        }
        .into_any()
    })
}

/// The steps of the version shared last that the caseworker has agreed to.
fn agreed_steps(known: &JobPlanPage, leg: PlanLeg) -> Vec<AgreedStep> {
    let all = known.latest.as_ref().map(|shared| shared.agreed.clone()).unwrap_or_default();
    all.into_iter().filter(|agreed| agreed.leg == leg).collect()
}

/// That the caseworker has agreed, or that the step says something else since.
fn agreement(agreed: AgreedStep, latest: StoredValue<Option<SharedPlan>>) -> AnyView {
    let desk = use_plan();
    let words = text_of(move |t| {
        desk.draft.edited.track();
        let now = desk.plan();
        let holds = latest.with_value(|latest| {
            let still = latest.as_ref().map(|latest| still_agreed(latest, &now));
            still.is_some_and(|still| still.contains(&agreed))
        });
        let day = dates::date_without_weekday(t.language, agreed.at.date_naive());
        let words = if holds { t.job_plan().agreed_with } else { t.plan().agreed_before };
        fill(words, &[&agreed.by, &day])
    });
    view! { <p class="plan-agreed">{words}</p> }.into_any()
}

fn step(
    leg: PlanLeg,
    row: RowId,
    number: usize,
    rows: Rows,
    agreed: Option<AnyView>,
    problems: Problems,
) -> AnyView {
    let key = |part| FieldKey::Step(leg, row.clone(), part);
    let fields = StepPart::ALL.map(key);
    let parts = view! {
        {line(key(StepPart::What), |t| t.plan().step_what, problems)}
        {line(key(StepPart::Who), |t| t.plan().step_who, problems)}
        {day(key(StepPart::When), text(|t| t.plan().step_when), problems)}
        {done(key(StepPart::Done))}
        {agreed}
    };
    let legend = text_of(move |t| fill(t.plan().step_row, &[&number.to_string()]));
    let remove = text_of(move |t| fill(t.plan().remove_step, &[&number.to_string()]));
    row_frame(legend, parts.into_any(), remove, rows, row, fields.to_vec())
}

/// A row with its number and the button that takes it away.
pub(super) fn row_frame(
    legend: Text,
    parts: AnyView,
    remove: Text,
    rows: Rows,
    row: RowId,
    fields: Vec<FieldKey>,
) -> AnyView {
    let on_remove = move |()| {
        rows.remove(&row, fields.clone());
        focus_element(ADD_ID);
    };
    view! {
        <fieldset class="plan-entry">
            <legend class="h3">{legend}</legend>
            {parts}
            <Button text=remove on_click=on_remove/>
        </fieldset>
    }
    .into_any()
}

/// The id of the button that adds a row.
const ADD_ID: &str = "plan-add";

/// The button that adds a row, until there are as many as there may be.
pub(super) fn add_row(
    rows: Rows,
    words: fn(&'static crate::text::Texts) -> &'static str,
    first_field: impl Fn(RowId) -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let add = move |_| {
        if let Some(row) = rows.add() {
            let id = first_field(row);
            // The row is drawn first.
            request_animation_frame(move || focus_element(&id));
        }
    };
    live(move || {
        if rows.ids.with(Vec::len) >= limits::PLAN_STEPS {
            let words = text_of(|t| fill(t.plan().most_rows, &[&limits::PLAN_STEPS.to_string()]));
            return view! { <p id=ADD_ID tabindex="-1">{words}</p> }.into_any();
        }
        view! {
            <p>
                <button type="button" id=ADD_ID class="button button-secondary" on:click=add>
                    {text(words)}
                </button>
            </p>
        }
        .into_any()
    })
}

/// A short text with its limit.
fn line(
    key: FieldKey,
    label: fn(&'static crate::text::Texts) -> &'static str,
    problems: Problems,
) -> AnyView {
    let value = use_plan().draft.bind(&key);
    let id = element_id(&key);
    view! {
        <Conflict field=key.to_string() label=text(label) id=id.clone()/>
        <TextArea
            id=id.clone()
            label=text(label)
            value=value
            limit=key.limit()
            rows=2
            error=problem_of(problems, id)
        />
    }
    .into_any()
}

/// A day.
pub(super) fn day(key: FieldKey, label: Text, problems: Problems) -> AnyView {
    let desk = use_plan();
    let value = desk.draft.bind(&key);
    let id = element_id(&key);
    let error = problem_of(problems, id.clone());
    let is_none = RwSignal::new(false);
    let own = key.clone();
    Effect::new(move || desk.set_unreadable(&own, is_none.get()));
    on_cleanup({
        let own = key.clone();
        move || desk.set_unreadable(&own, false)
    });
    view! {
        <Conflict field=key.to_string() label=label id=id.clone()/>
        <DayField id label value is_none error/>
    }
    .into_any()
}

/// A number.
pub(super) fn short(key: FieldKey, label: Text, hint: Option<Text>, problems: Problems) -> AnyView {
    let value = use_plan().draft.bind(&key);
    let id = element_id(&key);
    let error = problem_of(problems, id.clone());
    let field = match hint {
        Some(hint) => view! {
            <TextField id=id.clone() label value hint error class="input-width-s"/>
        }
        .into_any(),
        None => {
            view! { <TextField id=id.clone() label value error class="input-width-s"/> }.into_any()
        }
    };
    view! { <Conflict field=key.to_string() label=label id=id/> {field} }.into_any()
}

/// Is the step done?
fn done(key: FieldKey) -> AnyView {
    let id = element_id(&key);
    let stored = use_plan().draft.bind(&key);
    let chosen = RwSignal::new(checked(&stored.get_untracked()));
    // The draft keeps a text, the checkbox a list: each follows the other.
    Effect::new(move || {
        let is_done = !chosen.with(Vec::is_empty);
        if is_done == stored.with_untracked(String::is_empty) {
            stored.set(if is_done { "yes".to_owned() } else { String::new() });
        }
    });
    Effect::new(move || {
        let now = checked(&stored.get());
        if chosen.with_untracked(|before| *before != now) {
            chosen.set(now);
        }
    });
    let label = text(|t| t.plan().step_done);
    view! {
        <Conflict field=key.to_string() label=label id=id.clone()/>
        <CheckboxGroup
            id=id
            legend=text_of(|_| String::new())
            choices=vec![Choice::new("yes", label)]
            chosen
        />
    }
    .into_any()
}

fn checked(stored: &str) -> Vec<String> {
    if stored.is_empty() { Vec::new() } else { vec!["yes".to_owned()] }
}
