//! DKFDS details: a sentence that opens to an explanation.

use leptos::prelude::*;

use crate::text::Text;

/// Something that opens on request.
#[component]
pub fn Details(
    /// The line that opens it.
    #[prop(into)]
    summary: Text,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="details">
            <summary class="details-summary">
                <span class="details-summary-text">{summary}</span>
            </summary>
            <div class="details-text">{children()}</div>
        </details>
    }
    .into_any()
}
