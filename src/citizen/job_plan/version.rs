//! A version that was shared, as a document: its receipt, the comments to it, and what
//! changed since the one before.

use contract::job_plan::{PlanVersion, SharedPlan, VersionState};
use contract::paths;
use leptos::prelude::*;

use super::desk::use_plan;
use super::screen::with_page;
use super::sharing::{STATE_ID, take_back, version_state};
use crate::api::load;
use crate::job_plan::{Activities, Differences, PlanDocument, Reader};
use crate::routes::{PlanPage, Route};
use crate::session::use_session;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, Button, LinkButton, Page, show};

/// A version that was shared.
#[component]
pub(super) fn VersionPage(
    /// Its number.
    number: u32,
) -> impl IntoView {
    let shared = load::<SharedPlan>(move || paths::citizen_job_plan_version(number));
    // Taking it back changes both.
    let desk = use_plan();
    Effect::new(move |before: Option<()>| {
        let _plan = desk.state();
        if before.is_some() {
            shared.reload();
        }
    });
    let title = text_of(move |t| fill(t.plan().version_title, &[&number.to_string()]));
    view! {
        <Page
            title=title
            above=view! { <BackLink to=Route::Plan(PlanPage::Overview)/> }.into_any()
        >
            {show(shared, document)}
        </Page>
    }
    .into_any()
}

fn document(shared: SharedPlan) -> AnyView {
    let shared = StoredValue::new(shared);
    with_page(move |known| {
        let legs = known.legs.clone();
        let SharedPlan { version, plan, previous, comments, agreed } = shared.get_value();
        let state = {
            let version = version.clone();
            text_of(move |t| version_state(t, &version))
        };
        let is_back = matches!(version.state, VersionState::TakenBack { .. });
        let kind = if is_back { AlertKind::Info } else { AlertKind::Success };
        let next = (!is_back).then(|| view! { <p>{text(|t| t.plan().version_next)}</p> });
        let activities = (!known.activities.is_empty()).then(|| {
            view! {
                <section class="plan-section plan-table" aria-labelledby="plan-activities">
                    <h2 id="plan-activities">{text(|t| t.plan().activities)}</h2>
                    <Activities activities=known.activities.clone()/>
                </section>
            }
        });
        let changes = previous.map(|previous| {
            view! { <Differences previous plan=plan.clone()/> }
        });
        view! {
            {letterhead(&version)}
            <div class="no-print">
                <Alert kind=kind>
                    <p id=STATE_ID tabindex="-1">{state}</p>
                    {next}
                </Alert>
            </div>
            <div class="actions no-print">
                <Button text=text(|t| t.plan().print) on_click=|()| print()/>
                <LinkButton to=Route::Plan(PlanPage::Overview) text=text(|t| t.plan().to_plan)/>
            </div>
            <div class="no-print">{take_back(version)}</div>
            {changes}
            <PlanDocument
                plan
                legs
                reader=Reader::Citizen
                comments=Signal::stored(comments)
                agreed=Signal::stored(agreed)
            />
            {activities}
        }
        .into_any()
    })
}

/// On paper: whose plan it is, and when it was shared.
fn letterhead(version: &PlanVersion) -> AnyView {
    let (session, day) = (use_session(), version.shared_at.date_naive());
    let words = text_of(move |t| {
        let name = session.signed_in().map(|person| person.name).unwrap_or_default();
        let authority = session.municipality().map(|known| known.name).unwrap_or_default();
        fill(t.plan().letterhead, &[&name, &authority, &dates::date_with_year(t.language, day)])
    });
    view! { <p class="print-only">{words}</p> }.into_any()
}

fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}
