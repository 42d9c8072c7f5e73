//! The front page: what Genvej is, and signing in (in the demonstration: as whom).

use leptos::prelude::*;

use crate::text::text;
use crate::ui::Page;

/// The front page.
#[component]
pub fn FrontPage() -> impl IntoView {
    view! { <Page title=text(|t| t.front.heading)>""</Page> }
}
