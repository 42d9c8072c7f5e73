//! The caseworker's area: the week, the calendar and what it publishes, and the cases.

use leptos::prelude::*;

use crate::text::text;
use crate::ui::Page;

/// A page of the caseworker's area.
#[component]
pub fn WeekPage() -> impl IntoView {
    view! { <Page title=text(|t| t.staff.week)>""</Page> }
}

/// A page of the caseworker's area.
#[component]
pub fn CalendarPage() -> impl IntoView {
    view! { <Page title=text(|t| t.staff.week)>""</Page> }
}

/// A page of the caseworker's area.
#[component]
pub fn CasesPage() -> impl IntoView {
    view! { <Page title=text(|t| t.staff.week)>""</Page> }
}

/// A page of the caseworker's area.
#[component]
pub fn CasePage() -> impl IntoView {
    view! { <Page title=text(|t| t.staff.week)>""</Page> }
}

/// A page of the caseworker's area.
#[component]
pub fn CaseTimesPage() -> impl IntoView {
    view! { <Page title=text(|t| t.staff.week)>""</Page> }
}
