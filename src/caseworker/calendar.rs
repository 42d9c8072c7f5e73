//! The caseworker's calendar: the week template, the exceptions, and publishing what they
//! give.

mod exceptions;
mod plan;
mod plan_draft;
mod plan_row;
mod preview;
mod publish;
mod span;

use contract::calendar::CalendarSettings;
use contract::ids::CaseworkerId;
use leptos::prelude::*;

use super::desk::{UnsavedPlan, use_desk};
use super::owner::OwnerChooser;
use crate::api::{Loaded, load, staff};
use crate::router::caseworker_query;
use crate::routes::Route;
use crate::text::text;
use crate::ui::{ErrorSummary, FieldProblem, Page, show};
use exceptions::Exceptions;
use plan::Plan;
pub use plan_draft::PlanDraft;
use publish::Publish;
pub use publish::span_of;

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

/// The three parts, drawn once for each answer of the server. What is typed in the plan is
/// kept on the desk for as long as it is not saved.
#[component]
fn Parts(
    settings: CalendarSettings,
    owner: Option<CaseworkerId>,
    data: Loaded<CalendarSettings>,
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let desk = use_desk();
    let UnsavedPlan { stored, draft } = desk.unsaved_plan(owner).unwrap_or_else(|| {
        let draft = PlanDraft::of(&settings.template.template);
        UnsavedPlan { stored: settings.template, draft }
    });
    let (stored, draft) = (RwSignal::new(stored), RwSignal::new(draft));
    let unsaved = Memo::new(move |_| {
        draft.with(|draft| stored.with(|stored| draft.differs_from(&stored.template)))
    });
    Effect::new(move || {
        let plan = UnsavedPlan { stored: stored.get(), draft: draft.get() };
        desk.keep_plan(owner, unsaved.get().then_some(plan));
    });
    let reload = Callback::new(move |()| {
        desk.keep_plan(owner, None);
        data.retry().run(());
    });
    let places = StoredValue::new(settings.places);
    let exceptions = RwSignal::new(settings.exceptions);
    view! {
        <Plan
            owner=owner
            draft=draft
            stored=stored
            places=places
            problems=problems
            unsaved=unsaved
            reload=reload
        />
        <Exceptions
            owner=owner
            today=settings.today
            exceptions=exceptions
            places=places
        />
        <Publish
            owner=owner
            today=settings.today
            horizon=settings.horizon
            draft=draft
            unsaved=unsaved
            exceptions=exceptions
            problems=problems
        />
    }
    .into_any()
}
