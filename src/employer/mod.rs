//! The employer's area: for now a page that says what will be here and whom to ring.

use contract::session::Role;
use leptos::prelude::*;

use crate::session::use_session;
use crate::text::{Language, fill, text, text_of};
use crate::ui::Page;

/// The employer's page.
#[component]
pub fn EmployerPage() -> impl IntoView {
    let session = use_session();
    let company = move || match session.signed_in().map(|person| person.role) {
        Some(Role::Employer { company }) => company,
        _ => String::new(),
    };
    let call = text_of(move |t| {
        let Some(municipality) = session.municipality() else { return String::new() };
        let hours = match t.language {
            Language::Da => &municipality.phone_hours,
            Language::En => &municipality.phone_hours_en,
        };
        fill(t.front.employer_call, &[&municipality.phone, hours])
    });
    view! {
        <Page title=text_of(move |t| fill(t.front.employer_heading, &[&company()]))>
            <p>{text(|t| t.front.employer_text)}</p>
            <p>{call}</p>
        </Page>
    }
    .into_any()
}
