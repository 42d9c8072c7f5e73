//! Min plan: what is done, what is left, and how far sharing has come.

use contract::draft::DraftField;
use contract::job_plan::{FieldKey, JobPlanPage};
use leptos::prelude::*;

use super::desk::use_plan;
use super::flow::{PlanPart, screen_of};
use super::part_list::{part_list, part_name};
use super::progress::{go_on, said_screens};
use super::screen::{private, with_page};
use super::sharing::sharing;
use crate::citizen::own_data::OwnDataLink;
use crate::form::SavingLine;
use crate::job_plan::Activities;
use crate::routes::{PlanPage, Route};
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, ButtonKind, LinkButton, Page, live, live_if};

/// The overview of the plan.
#[component]
pub(super) fn PlanOverviewPage() -> impl IntoView {
    view! {
        <Page
            title=text(|t| t.plan().title)
            above=view! { <BackLink to=Route::My/> }.into_any()
        >
            {with_page(overview)}
        </Page>
    }
    .into_any()
}

fn overview(known: &JobPlanPage) -> AnyView {
    let offer = match known.required {
        true => text(|t| t.plan().required),
        false => text(|t| t.plan().offer),
    };
    let intro = (!known.case_closed).then(|| {
        view! {
            <p class="font-lead">{text(|t| t.plan().yours)}</p>
            <p>{offer}</p>
        }
    });
    let parts = (!known.case_closed).then(|| part_list(known));
    let begin = match known.case_closed {
        true => view! { <Alert><p>{text(|t| t.plan().closed)}</p></Alert> }.into_any(),
        false => begin(),
    };
    let activities = (!known.activities.is_empty()).then(|| {
        view! {
            <section class="plan-table" aria-labelledby="plan-activities">
                <h2 id="plan-activities">{text(|t| t.plan().activities)}</h2>
                <Activities activities=known.activities.clone()/>
            </section>
        }
    });
    view! {
        {intro}
        {private(known)}
        {conflicts()}
        {answered(known)}
        {begin}
        {parts}
        <SavingLine form=use_plan().form/>
        {sharing(known)}
        {activities}
        {own_data()}
    }
    .into_any()
}

/// The one next thing to do.
fn begin() -> AnyView {
    let draft = use_plan().form.draft;
    live(move || {
        draft.replaced.track();
        let said = draft.with(|fields| said_screens(fields.said()));
        let words = match said.is_empty() {
            true => text(|t| t.plan().begin),
            false => text(|t| t.plan().go_on),
        };
        view! {
            <LinkButton
                kind=ButtonKind::Primary
                class="button-wide"
                to=Route::Plan(go_on(&said))
                text=words
            />
        }
        .into_any()
    })
}

/// That the caseworker has written to the version shared last, and where.
fn answered(known: &JobPlanPage) -> AnyView {
    let Some((shared, last)) =
        known.latest.as_ref().and_then(|shared| Some((shared, shared.comments.last()?.clone())))
    else {
        return ().into_any();
    };
    let to = Route::Plan(PlanPage::Version(shared.version.number)).path();
    let words = text_of(move |t| {
        fill(t.plan().answered, &[&last.by, &dates::date_time(t.language, &last.at)])
    });
    view! {
        <Alert>
            <p>{words}</p>
            <p><a href=to>{text(|t| t.plan().see_answer)}</a></p>
        </Alert>
    }
    .into_any()
}

/// Where the person has to pick between two texts.
pub(super) fn conflicts() -> AnyView {
    let draft = use_plan().form.draft;
    live_if(move || {
        let conflicts = draft.conflicts.get();
        (!conflicts.is_empty()).then(|| {
            let rows: Vec<_> = conflicts.iter().filter_map(conflict_link).collect();
            view! {
                <Alert kind=AlertKind::Warning live=true>
                    <p>{text(|t| t.plan().conflict_elsewhere)}</p>
                    <ul class="nobullet-list">{rows}</ul>
                </Alert>
            }
            .into_any()
        })
    })
}

fn conflict_link(field: &DraftField) -> Option<AnyView> {
    let page = screen_of(&FieldKey::parse(&field.field)?);
    let name = part_name(PlanPart::of(page)?);
    Some(view! { <li><a href=Route::Plan(page).path()>{name}</a></li> }.into_any())
}

fn own_data() -> AnyView {
    view! {
        <section aria-labelledby="plan-data">
            <h2 id="plan-data">{text(|t| t.plan().yours_too)}</h2>
            <ul class="nobullet-list">
                <li><a href=Route::AccessLog.path()>{text(|t| t.plan().access_log)}</a></li>
                <li><OwnDataLink words=text(|t| t.plan().download)/></li>
            </ul>
        </section>
    }
    .into_any()
}
