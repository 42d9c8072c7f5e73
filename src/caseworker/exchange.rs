//! Cases come in from the case system and data goes out to it. For team leaders.

mod columns;
mod export;
mod import;
mod receipt;
mod report;
mod report_file;
mod words;

use contract::session::Role;
use leptos::prelude::*;

use self::export::ExportPart;
use self::import::ImportPart;
use crate::session::use_session;
use crate::text::text;
use crate::ui::{Alert, ErrorSummary, Page, live};

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    let session = use_session();
    let may = Memo::new(move |_| match session.signed_in().map(|person| person.role) {
        Some(Role::Caseworker { team_leader, .. }) => team_leader,
        // Whether anybody is signed in at all, the first call tells.
        _ => true,
    });
    let problems = RwSignal::new(Vec::new());
    let above = view! { <ErrorSummary problems/> };
    view! {
        <Page title=text(|t| t.staff().exchange.title) above=above.into_any()>
            {live(move || {
                if may.get() {
                    view! {
                        <ImportPart problems/>
                        <ExportPart problems/>
                    }
                    .into_any()
                } else {
                    view! { <Alert>{text(|t| t.staff().exchange.leaders_only)}</Alert> }.into_any()
                }
            })}
        </Page>
    }
    .into_any()
}
