//! A case's job plan: what the citizen has shared, to read and to answer.

mod activities;
mod activity_draft;
mod add_activity;
mod agree;
mod answering;
mod comment;
mod head;

use contract::ids::CaseId;
use contract::job_plan::{JobPlan, LegTexts, PreviousPlan, StaffJobPlan};
use leptos::prelude::*;

use self::activities::ActivitiesPart;
use self::agree::agree_box;
use self::answering::Answering;
use self::comment::comment_button;
use self::head::Head;
use super::versions::Versions;
use crate::api::{Loaded, load, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::parts::{Stage, part, stage};
use crate::job_plan::{Differences, PlanDocument, Reader};
use crate::router::{case_param, version_query};
use crate::routes::Route;
use crate::text::{fill, text, text_of};
use crate::ui::{BackLink, Failed, Loading, NotFound, Page, live, live_if};

/// The page of a case's plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let case = case_param();
    live(move || match case.get() {
        Some(id) => view! { <CasePlan id=id/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

/// The version on screen. Drawn anew only when it is another: comments and agreements come and
/// go in it, and what was pressed keeps the focus.
#[derive(Clone, PartialEq)]
struct Reading {
    number: u32,
    plan: JobPlan,
    previous: Option<PreviousPlan>,
    legs: Vec<LegTexts>,
    /// Can it be answered?
    open: bool,
}

#[component]
fn CasePlan(id: CaseId) -> impl IntoView {
    let version = version_query();
    let data = load::<StaffJobPlan>(move || staff::job_plan_url(id, version.get()));
    let notice = Notice::new();
    let answering = Answering::new(id, data, notice);
    let citizen = part(data, |page| page.citizen.clone());
    let numbers = part(data, |page| page.versions.iter().map(|version| version.number).collect());
    let title = text_of(move |t| match citizen.get() {
        Some(citizen) => fill(t.staff().plan.title, &[&citizen]),
        None => t.staff().plan.loading.to_owned(),
    });
    let stage = stage(data);
    let back = view! {
        <BackLink to=Route::StaffCase(id) label=text(|t| t.staff().cases.back_to_case)/>
    };
    view! {
        <Page title=title above=back.into_any()>
            <NoticeBoard notice=notice/>
            <Versions numbers=numbers to=Callback::new(move |version| Route::StaffPlan(id, version))/>
            {live(move || match stage.get() {
                Stage::Loading => view! { <Loading/> }.into_any(),
                Stage::Failed(error) => {
                    view! { <Failed error=error retry=data.retry()/> }.into_any()
                }
                Stage::Ready => view! {
                    <Head data=data/>
                    {document(data, answering)}
                    <ActivitiesPart data=data answering=answering/>
                }
                .into_any(),
            })}
        </Page>
    }
    .into_any()
}

fn document(data: Loaded<StaffJobPlan>, answering: Answering) -> AnyView {
    let reading = part(data, reading);
    let comments = part(data, |page| {
        page.shown.as_ref().map(|shown| shown.comments.clone()).unwrap_or_default()
    });
    let agreed = part(data, |page| {
        page.shown.as_ref().map(|shown| shown.agreed.clone()).unwrap_or_default()
    });
    let comments = Signal::derive(move || comments.get().unwrap_or_default());
    let agreed = Signal::derive(move || agreed.get().unwrap_or_default());
    live_if(move || {
        let Reading { number, plan, previous, legs, open } = reading.get().flatten()?;
        let differences =
            previous.map(|previous| view! { <Differences previous=previous plan=plan.clone()/> });
        let document = match open {
            true => view! {
                <PlanDocument
                    plan=plan
                    legs=legs
                    reader=Reader::Caseworker
                    comments=comments
                    agreed=agreed
                    below_section=Callback::new(move |section| {
                        comment_button(answering, number, section)
                    })
                    beside_step=Callback::new(move |(leg, step)| {
                        agree_box(answering, number, leg, step, agreed)
                    })
                />
            }
            .into_any(),
            false => view! {
                <PlanDocument
                    plan=plan
                    legs=legs
                    reader=Reader::Caseworker
                    comments=comments
                    agreed=agreed
                />
            }
            .into_any(),
        };
        Some(view! { {differences} {document} }.into_any())
    })
}

fn reading(page: &StaffJobPlan) -> Option<Reading> {
    let shown = page.shown.as_ref()?;
    let number = shown.version.number;
    let newest = page.versions.iter().all(|version| version.number <= number);
    Some(Reading {
        number,
        plan: shown.plan.clone(),
        previous: shown.previous.clone(),
        legs: page.legs.clone(),
        open: newest && !page.case_closed,
    })
}
