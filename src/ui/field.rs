//! DKFDS text fields.

use leptos::prelude::*;

use super::live::{Attribute, attribute, flag, live_if};
use crate::text::{Text, fill, text_of, use_texts};

/// The message at a field; empty when there is none.
pub(super) fn error_message(id: &str, error: Signal<Option<String>>) -> AnyView {
    let t = use_texts();
    let id = format!("{id}-error");
    live_if(move || {
        error.get().map(|message| {
            view! {
                <span class="form-error-message" id=id.clone()>
                    <span class="sr-only">{t().common.error_prefix}</span>
                    {message}
                </span>
            }
            .into_any()
        })
    })
}

/// Which elements explain a field: hint and error, as far as they are there.
pub(super) fn described_by(id: &str, has_hint: bool, error: Signal<Option<String>>) -> Attribute {
    let hint = has_hint.then(|| format!("{id}-hint"));
    let message = format!("{id}-error");
    attribute(move || match (&hint, error.with(Option::is_some)) {
        (None, false) => None,
        (Some(hint), false) => Some(hint.clone()),
        (None, true) => Some(message.clone()),
        (Some(hint), true) => Some(format!("{hint} {message}")),
    })
}

pub(super) fn group_class(error: Signal<Option<String>>) -> Attribute {
    attribute(move || {
        let class =
            if error.with(Option::is_some) { "form-group form-error" } else { "form-group" };
        Some(class.to_owned())
    })
}

/// A field of one line.
#[component]
pub fn TextField(
    /// The element's id; errors link to it.
    #[prop(into)]
    id: String,
    /// What to write.
    #[prop(into)]
    label: Text,
    /// What is written.
    value: RwSignal<String>,
    /// Help.
    #[prop(optional_no_strip, into)]
    hint: Option<Text>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The input's type: text, date, time, number.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// For browsers that fill in: off unless told.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Extra classes of the input.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <div class=group_class(error)>
            <label class="form-label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
            {error_message(&id, error)}
            <input
                class=format!("form-input {class}")
                type=kind.unwrap_or("text")
                id=id.clone()
                name=id.clone()
                autocomplete=autocomplete.unwrap_or("off")
                aria-describedby=described_by(&id, hint.is_some(), error)
                aria-invalid=flag(move || error.with(Option::is_some))
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// A field of several lines with a limit. What goes beyond it is kept and pointed out, never
/// cut off.
#[component]
pub fn TextArea(
    /// The element's id; errors link to it.
    #[prop(into)]
    id: String,
    /// What to write.
    #[prop(into)]
    label: Text,
    /// What is written.
    value: RwSignal<String>,
    /// Most characters.
    limit: usize,
    /// Help.
    #[prop(optional_no_strip, into)]
    hint: Option<Text>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u32,
) -> impl IntoView {
    let count = move || value.with(|value| value.chars().count());
    let exceeded = move || count() > limit;
    let group = group_class(error);
    let group = attribute(move || Some(format!("{} form-limit", group.get()?)));
    let limit_id = format!("{id}-limit");
    let described = described_by(&id, hint.is_some(), error);
    let described = {
        let limit_id = limit_id.clone();
        attribute(move || {
            Some(match described.get() {
                Some(ids) => format!("{ids} {limit_id}"),
                None => limit_id.clone(),
            })
        })
    };
    view! {
        <div class=group>
            <label class="form-label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
            {error_message(&id, error)}
            <textarea
                class="form-input"
                class:form-limit-error=exceeded
                id=id.clone()
                name=id.clone()
                rows=rows
                autocomplete="off"
                aria-describedby=described
                aria-invalid=flag(move || error.with(Option::is_some))
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <span class="sr-only" id=limit_id>
                {text_of(move |t| fill(t.common.characters_allowed, &[&limit.to_string()]))}
            </span>
            <span
                class="form-hint character-limit"
                class:limit-exceeded=exceeded
                aria-hidden="true"
            >
                {text_of(move |t| characters_left(&t.common, count(), limit))}
            </span>
            // Told only near the end, so that it does not talk over the typing.
            <span class="sr-only" aria-live="polite">
                {text_of(move |t| {
                    let count = count();
                    let near = count + 20 > limit;
                    if near { characters_left(&t.common, count, limit) } else { String::new() }
                })}
            </span>
        </div>
    }
    .into_any()
}

fn characters_left(t: &crate::text::common::CommonTexts, count: usize, limit: usize) -> String {
    if count > limit {
        fill(t.characters_over, &[&(count - limit).to_string()])
    } else if limit - count == 1 {
        t.character_left.to_owned()
    } else {
        fill(t.characters_left, &[&(limit - count).to_string()])
    }
}
