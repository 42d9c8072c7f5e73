//! The page itself: its title, its one H1, and the focus after navigation.

use std::cell::Cell;

use leptos::html::H1;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::text::{Text, fill, text_of, use_texts};

thread_local! {
    static FIRST_PAGE: Cell<bool> = const { Cell::new(true) };
}

/// One page of the app: sets the document's title, draws the H1, and after navigation moves
/// the focus there, so that screen readers start at the top.
#[component]
pub fn Page(
    /// The H1, and the title of the document.
    #[prop(into)]
    title: Text,
    /// What stands above the H1: back link, error summary, step.
    #[prop(optional)]
    above: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let t = use_texts();
    let heading = NodeRef::<H1>::new();
    Effect::new(move || {
        document().set_title(&format!("{} – {}", title.get(), t().common.solution));
    });
    Effect::new(move |done: Option<bool>| {
        let Some(heading) = heading.get() else { return false };
        if done != Some(true) && !FIRST_PAGE.replace(false) {
            // A browser that refuses the focus leaves it where it was.
            let _ = heading.focus();
        }
        true
    });
    view! {
        {above}
        <h1 tabindex="-1" node_ref=heading>{title}</h1>
        {children()}
    }
    .into_any()
}

/// DKFDS step indicator in its simple form: "Trin 2 af 4", above the H1.
#[component]
pub fn StepIndicator(
    /// The step, from 1.
    step: u32,
    /// How many there are.
    of: u32,
) -> impl IntoView {
    let words = text_of(move |t| fill(t.common.step, &[&step.to_string(), &of.to_string()]));
    view! { <p class="step-simple">{words}</p> }.into_any()
}

/// Moves the focus to an element, and shows it.
pub fn focus_element(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        // With its label and what is said above it.
        let group = element.closest(".form-group").ok().flatten();
        group.as_ref().unwrap_or(&element).scroll_into_view();
        // A browser that refuses the focus leaves it where it was.
        let _ = element.focus();
    }
}
