//! The caseworker's calendar: the week template, the exceptions, and publishing what they
//! give.

mod exceptions;
mod plan;
mod plan_draft;
mod plan_row;
mod preview;
mod publish;

use contract::calendar::CalendarSettings;
use contract::ids::CaseworkerId;
use leptos::prelude::*;

use super::owner::OwnerChooser;
use crate::api::{Loaded, load, staff};
use crate::router::caseworker_query;
use crate::routes::Route;
use crate::text::text;
use crate::ui::{ErrorSummary, Page, show};
use exceptions::Exceptions;
use plan::Plan;
use plan_draft::PlanDraft;
use publish::Publish;

/// The calendar's page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let owner = caseworker_query();
    let problems = RwSignal::new(Vec::new());
    let data = load::<CalendarSettings>(move || {
        problems.set(Vec::new());
        staff::settings_url(owner.get())
    });
    let above = view! { <ErrorSummary problems=problems/> };
    view! {
        <Page title=text(|t| t.staff().calendar.title) above=above.into_any()>
            <p>{text(|t| t.staff().calendar.lead)}</p>
            <OwnerChooser owner=owner page=Route::StaffCalendar/>
            {show(data, move |settings| {
                view! {
                    <Parts
                        settings=settings
                        owner=owner.get_untracked()
                        data=data
                        problems=problems
                    />
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

/// The three parts, drawn once for each answer of the server: what is typed lives in here.
#[component]
fn Parts(
    settings: CalendarSettings,
    owner: Option<CaseworkerId>,
    data: Loaded<CalendarSettings>,
    problems: RwSignal<Vec<crate::ui::FieldProblem>>,
) -> impl IntoView {
    let draft = RwSignal::new(PlanDraft::of(&settings.template.template));
    let stored = RwSignal::new(settings.template);
    let places = StoredValue::new(settings.places);
    view! {
        <Plan
            owner=owner
            draft=draft
            stored=stored
            places=places
            problems=problems
            reload=data.retry()
        />
        <Exceptions
            owner=owner
            today=settings.today
            exceptions=settings.exceptions
            places=places
            problems=problems
        />
        <Publish
            owner=owner
            today=settings.today
            horizon=settings.horizon
            draft=draft
            stored=stored
            problems=problems
        />
    }
    .into_any()
}
