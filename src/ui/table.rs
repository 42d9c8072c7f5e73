//! DKFDS table and tag.

use leptos::prelude::*;

use crate::text::Text;

/// A table that turns into a list on a phone: give each cell `data-title` with its column.
#[component]
pub fn Table(
    /// What the table shows.
    #[prop(into)]
    caption: Text,
    /// The columns.
    columns: Vec<Text>,
    /// The rows: `<tr>` elements.
    children: Children,
) -> impl IntoView {
    view! {
        <table class="table table--compact table--responsive-headers">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    {columns
                        .into_iter()
                        .map(|column| view! { <th scope="col">{column}</th> })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
    .into_any()
}

/// A short word that marks something.
#[component]
pub fn Tag(
    /// The word.
    #[prop(into)]
    text: Text,
    /// Which kind: "", "success", "warning", "error", "info".
    #[prop(optional)]
    kind: &'static str,
) -> impl IntoView {
    view! { <span class=format!("badge badge-{kind}")>{text}</span> }.into_any()
}
