//! The employer's area: for now a page that says what will be here and whom to ring.

use contract::session::Role;
use leptos::prelude::*;

use crate::session::use_session;
use crate::text::{Language, fill, text, text_of};
use crate::ui::{Loading, Page, SignInNeeded, live};

/// The employer's page.
#[component]
pub fn EmployerPage() -> impl IntoView {
    let session = use_session();
    live(move || {
        let Some(known) = session.session.get() else { return view! { <Loading/> }.into_any() };
        match known.signed_in.map(|person| person.role) {
            Some(Role::Employer { company }) => page(company),
            Some(_) => refused(view! { <p>{text(|t| t.common.failed_not_allowed)}</p> }.into_any()),
            None => refused(view! { <SignInNeeded/> }.into_any()),
        }
    })
}

fn refused(why: AnyView) -> AnyView {
    view! { <Page title=text(|t| t.common.failed)>{why}</Page> }.into_any()
}

fn page(company: String) -> AnyView {
    let session = use_session();
    let call = text_of(move |t| {
        let Some(municipality) = session.municipality() else { return String::new() };
        let hours = match t.language {
            Language::Da => &municipality.phone_hours,
            Language::En => &municipality.phone_hours_en,
        };
        fill(t.front.employer_call, &[&session.phone(), hours])
    });
    view! {
        <Page title=text_of(move |t| fill(t.front.employer_heading, &[&company]))>
            <p>{text(|t| t.front.employer_text)}</p>
            <p>{call}</p>
        </Page>
    }
    .into_any()
}
