//! A version that was sent, as a document.

use contract::paths;
use contract::retention_plan::SentPlan;
use leptos::prelude::*;

use super::desk::{CaseDesk, with_page};
use super::shown::{print_button, sent_document};
use crate::api::load;
use crate::routes::{EmployerPage, Route};
use crate::text::{fill, text, text_of};
use crate::ui::{BackLink, LinkButton, Page, show};

/// A version.
#[component]
pub(super) fn VersionPage(
    /// Whose plan.
    desk: CaseDesk,
    /// Its number.
    number: u32,
) -> impl IntoView {
    let case = desk.case;
    let sent = load::<SentPlan>(move || paths::employer_retention_version(case, number));
    let title = text_of(move |t| fill(t.employer().version_title, &[&number.to_string()]));
    let to = Route::Employer(EmployerPage::Plan(case));
    let back = view! { <BackLink to=to.clone()/> };
    view! {
        <Page title=title above=back.into_any()>
            <div class="actions no-print">
                {print_button()}
                <LinkButton to text=text(|t| t.employer().to_plan)/>
            </div>
            {show(sent, move |sent| {
                let sent = StoredValue::new(sent);
                with_page(desk, move |known| sent_document(known, sent.get_value()))
            })}
        </Page>
    }
    .into_any()
}
