//! A filter that is on or off.

use leptos::prelude::*;

use super::live::attribute;
use crate::text::Text;

/// A button that stays pressed.
#[component]
pub fn Chip(
    /// Its words.
    #[prop(into)]
    text: Text,
    /// Is it on?
    #[prop(into)]
    pressed: Signal<bool>,
    /// What pressing it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let said = attribute(move || Some(pressed.get().to_string()));
    view! {
        <button type="button" class="chip" aria-pressed=said on:click=move |_| on_press.run(())>
            {text}
        </button>
    }
    .into_any()
}
