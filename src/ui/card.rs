//! DKFDS card.

use leptos::prelude::*;

use crate::text::Text;

/// A card: one thing with its heading.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    heading: Text,
    /// A line above the heading.
    #[prop(optional, into)]
    above: Option<Text>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="card collapsed-height">
            <div class="card-content">
                {above.map(|above| view! { <span class="card-subheading">{above}</span> })}
                <h2 class="card-heading h3">{heading}</h2>
                {children()}
            </div>
        </div>
    }
    .into_any()
}
