//! The kinds of field.

use leptos::prelude::*;

use super::conflict::Conflict;
use super::{Form, Problems, element_id};
use crate::text::{Text, text, text_of};
use crate::ui::{
    Alert, AlertKind, CheckboxGroup, Choice, DayField, RadioGroup, TextArea, TextField, live_if,
    problem_of,
};

/// What a page says of a field.
#[derive(Clone)]
pub struct Field {
    /// Its name in the draft.
    pub name: String,
    /// Longest text, in characters.
    pub limit: usize,
    /// What to write.
    pub label: Text,
    /// More about it.
    pub hint: Option<Text>,
}

impl Field {
    /// A field without more to say about it.
    pub fn new(name: impl ToString, limit: usize, label: Text) -> Self {
        Self { name: name.to_string(), limit, label, hint: None }
    }

    /// The same with more about it.
    pub fn hint(self, hint: Text) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// A text of several lines.
pub fn area(form: Form, field: Field, problems: Problems) -> AnyView {
    let value = form.draft.bind(&field.name);
    area_of(form, field, value, problems)
}

/// The same for a text that the page itself has bound.
pub fn area_of(form: Form, field: Field, value: RwSignal<String>, problems: Problems) -> AnyView {
    let Field { name, limit, label, hint } = field;
    let id = element_id(&name);
    let rows = if limit > 500 { 6 } else { 2 };
    view! {
        <Conflict form field=name.clone() label=label id=id.clone()/>
        <TextArea id=id.clone() label hint value limit rows error=problem_of(problems, id)/>
        {sensitive(form, name)}
    }
    .into_any()
}

/// A text of a line or two.
pub fn line(form: Form, field: Field, problems: Problems) -> AnyView {
    let value = form.draft.bind(&field.name);
    let Field { name, limit, label, hint } = field;
    let id = element_id(&name);
    let error = problem_of(problems, id.clone());
    view! {
        <Conflict form field=name.clone() label=label id=id.clone()/>
        <TextArea id label hint value limit rows=2 error/>
        {sensitive(form, name)}
    }
    .into_any()
}

/// A number, or a few words.
pub fn short(form: Form, field: Field, problems: Problems) -> AnyView {
    let value = form.draft.bind(&field.name);
    let Field { name, limit, label, hint } = field;
    let id = element_id(&name);
    let error = problem_of(problems, id.clone());
    let class = if limit > 50 { "input-width-xl" } else { "input-width-s" };
    view! {
        <Conflict form field=name label=label id=id.clone()/>
        <TextField id label value hint error class=class/>
    }
    .into_any()
}

/// A time of day.
pub fn time(form: Form, field: Field, problems: Problems) -> AnyView {
    let value = form.draft.bind(&field.name);
    let Field { name, label, .. } = field;
    let id = element_id(&name);
    let error = problem_of(problems, id.clone());
    view! {
        <Conflict form field=name label=label id=id.clone()/>
        <TextField id label value error kind="time" class="input-width-xs"/>
    }
    .into_any()
}

/// A day.
pub fn day(form: Form, field: Field, problems: Problems) -> AnyView {
    let Field { name, label, .. } = field;
    let value = form.draft.bind(&name);
    let id = element_id(&name);
    let error = problem_of(problems, id.clone());
    let is_none = RwSignal::new(false);
    let (own, gone) = (name.clone(), name.clone());
    Effect::new(move || form.set_unreadable(&own, is_none.get()));
    on_cleanup(move || form.set_unreadable(&gone, false));
    view! {
        <Conflict form field=name label=label id=id.clone()/>
        <DayField id label value is_none error/>
    }
    .into_any()
}

/// Yes, or not: the draft says "yes" or nothing.
pub fn check(form: Form, field: Field) -> AnyView {
    let Field { name, label, .. } = field;
    let id = element_id(&name);
    let stored = form.draft.bind(&name);
    let chosen = RwSignal::new(checked(&stored.get_untracked()));
    // The draft keeps a text, the checkbox a list: each follows the other.
    Effect::new(move || {
        let is_checked = !chosen.with(Vec::is_empty);
        if is_checked == stored.with_untracked(String::is_empty) {
            stored.set(if is_checked { "yes".to_owned() } else { String::new() });
        }
    });
    Effect::new(move || {
        let now = checked(&stored.get());
        if chosen.with_untracked(|before| *before != now) {
            chosen.set(now);
        }
    });
    view! {
        <Conflict form field=name label=label id=id.clone()/>
        <CheckboxGroup
            id=id
            legend=text_of(|_| String::new())
            choices=vec![Choice::new("yes", label)]
            chosen
        />
    }
    .into_any()
}

/// One of several: the draft says its value.
pub fn radios(form: Form, field: Field, choices: Vec<Choice>, problems: Problems) -> AnyView {
    let Field { name, label, hint, .. } = field;
    let value = form.draft.bind(&name);
    let id = element_id(&name);
    let error = problem_of(problems, id.clone());
    view! {
        <Conflict form field=name label=label id=id.clone()/>
        <RadioGroup id legend=label hint choices value error/>
    }
    .into_any()
}

fn checked(stored: &str) -> Vec<String> {
    if stored.is_empty() { Vec::new() } else { vec!["yes".to_owned()] }
}

/// A kind word when the stored text looks as if it told what somebody suffers from. Never a
/// block.
fn sensitive(form: Form, field: String) -> AnyView {
    let looks_so = Memo::new(move |_| form.draft.sensitive.with(|all| all.contains(&field)));
    live_if(move || {
        looks_so.get().then(|| {
            view! {
                <Alert kind=AlertKind::Warning live=true><p>{text(|t| t.form().sensitive)}</p></Alert>
            }
            .into_any()
        })
    })
}
