//! The employer's area: for now a page that says what will be here and whom to ring.

use leptos::prelude::*;

use crate::text::text;
use crate::ui::Page;

/// The employer's page.
#[component]
pub fn EmployerPage() -> impl IntoView {
    view! { <Page title=text(|t| t.front.employer_heading)>""</Page> }
}
