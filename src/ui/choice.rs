//! DKFDS radio buttons, checkboxes and select.

use leptos::prelude::*;

use super::field::{described_by, error_message, group_class};
use crate::text::Text;

/// One thing to choose.
#[derive(Clone)]
pub struct Choice {
    /// Its value; part of its element's id, so letters, digits, `-` and `_` only.
    pub value: String,
    /// Its words.
    pub label: Text,
    /// Help.
    pub hint: Option<Text>,
}

impl Choice {
    /// A choice without help.
    pub fn new(value: impl Into<String>, label: Text) -> Self {
        Self { value: value.into(), label, hint: None }
    }

    /// With help.
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// One of several. The first radio button's id is `id`, so that errors can link to it.
#[component]
pub fn RadioGroup(
    /// Id and name of the group.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    legend: Text,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value chosen; empty for none.
    value: RwSignal<String>,
    /// Help for the question.
    #[prop(optional_no_strip, into)]
    hint: Option<Text>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let name = id.clone();
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let this = choice.value.clone();
            let checked = move || value.with(|value| *value == this);
            let this = choice.value.clone();
            let choose = Callback::new(move |_: bool| value.set(this.clone()));
            let input = choice_id(&name, index, &choice.value);
            choice_row("radio", &name, input, choice, Signal::derive(checked), choose)
        })
        .collect();
    fieldset(id, legend, hint, error, rows)
}

/// Any of several.
#[component]
pub fn CheckboxGroup(
    /// Id and name of the group.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    legend: Text,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The values chosen, in the order of choosing.
    chosen: RwSignal<Vec<String>>,
    /// Help for the question.
    #[prop(optional_no_strip, into)]
    hint: Option<Text>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let name = id.clone();
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let this = choice.value.clone();
            let checked = move || chosen.with(|chosen| chosen.contains(&this));
            let this = choice.value.clone();
            let choose = Callback::new(move |on: bool| {
                chosen.update(|chosen| {
                    chosen.retain(|value| *value != this);
                    if on {
                        chosen.push(this.clone());
                    }
                });
            });
            let input = choice_id(&name, index, &choice.value);
            choice_row("checkbox", &name, input, choice, Signal::derive(checked), choose)
        })
        .collect();
    fieldset(id, legend, hint, error, rows)
}

fn choice_id(name: &str, index: usize, value: &str) -> String {
    if index == 0 { name.to_owned() } else { format!("{name}-{value}") }
}

fn choice_row(
    kind: &'static str,
    name: &str,
    id: String,
    choice: Choice,
    checked: Signal<bool>,
    choose: Callback<bool>,
) -> AnyView {
    let hint_id = choice.hint.is_some().then(|| format!("{id}-hint"));
    view! {
        <div class=format!("form-group-{kind}")>
            <input
                type=kind
                class=format!("form-{kind}")
                id=id.clone()
                name=name.to_owned()
                value=choice.value
                aria-describedby=hint_id.clone()
                prop:checked=checked
                on:change=move |event| choose.run(event_target_checked(&event))
            />
            <label for=id>{choice.label}</label>
            {choice.hint.map(|hint| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
        </div>
    }
    .into_any()
}

fn fieldset(
    id: String,
    legend: Text,
    hint: Option<Text>,
    error: Signal<Option<String>>,
    rows: Vec<AnyView>,
) -> AnyView {
    view! {
        <div class=group_class(error)>
            <fieldset aria-describedby=described_by(&id, hint.is_some(), error)>
                <legend class="form-label">{legend}</legend>
                {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
                {error_message(&id, error)}
                {rows}
            </fieldset>
        </div>
    }
    .into_any()
}

/// One of many, in a list that drops down.
#[component]
pub fn Select(
    /// The element's id.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    label: Text,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value chosen.
    value: RwSignal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|choice| {
            let this = choice.value.clone();
            let selected = Signal::derive(move || value.with(|value| *value == this));
            view! { <option value=choice.value prop:selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <div class=group_class(error)>
            <label class="form-label" for=id.clone()>{label}</label>
            {error_message(&id, error)}
            <select
                class="form-select"
                id=id.clone()
                name=id.clone()
                aria-describedby=described_by(&id, false, error)
                on:change=move |event| value.set(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}
