//! DKFDS details: a sentence that opens to an explanation.

use leptos::prelude::*;

use crate::text::Text;

/// Something that opens on request.
#[component]
pub fn Details(
    /// The line that opens it.
    #[prop(into)]
    summary: Text,
    /// The id of the line, to lead to.
    #[prop(optional, into)]
    id: Option<String>,
    /// Is it open? Follows the person, too.
    #[prop(optional)]
    open: RwSignal<bool>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let follow = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="details" prop:open=move || open.get() on:toggle=follow>
            <summary class="details-summary" id=id>
                <span class="details-summary-text">{summary}</span>
            </summary>
            <div class="details-text">{children()}</div>
        </details>
    }
    .into_any()
}
