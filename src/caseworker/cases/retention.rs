//! A case's retention plan: what reached the municipality, to read and to answer.

mod deciding;
mod head;
mod moves;
mod reports;
mod round_table;
#[cfg(test)]
mod samples;
mod unsent;

use contract::ids::CaseId;
use contract::retention_plan::{SentPlan, StaffRetentionPage};
use leptos::prelude::*;

use self::deciding::Deciding;
use self::head::Head;
use self::moves::Moves;
use self::reports::Reports;
pub use self::reports::citizens_words;
use self::round_table::RoundTablePart;
pub use self::round_table::round_table_line;
use self::unsent::Unsent;
use super::versions::Versions;
use crate::api::{Loaded, load, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::parts::{Stage, part, stage};
use crate::retention_plan::{CourseHistory, PlanInShort, Reader, RetentionDocument};
use crate::router::{case_param, version_query};
use crate::routes::Route;
use crate::text::{fill, text, text_of};
use crate::ui::{BackLink, Button, Failed, Loading, NotFound, Page, live, live_if};

/// The page.
#[component]
pub fn RetentionPage() -> impl IntoView {
    let case = case_param();
    live(move || match case.get() {
        Some(id) => view! { <CaseRetention id=id/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn CaseRetention(id: CaseId) -> impl IntoView {
    let version = version_query();
    let data = load::<StaffRetentionPage>(move || staff::retention_url(id, version.get()));
    let notice = Notice::new();
    let deciding = Deciding::new(id, data, notice);
    let citizen = part(data, |page| page.citizen.clone());
    let numbers = part(data, |page| page.versions.iter().map(|version| version.number).collect());
    let title = text_of(move |t| match citizen.get() {
        Some(citizen) => fill(t.staff().retention.title, &[&citizen]),
        None => t.staff().retention.loading.to_owned(),
    });
    let stage = stage(data);
    let back = view! {
        <BackLink to=Route::StaffCase(id) label=text(|t| t.staff().cases.back_to_case)/>
    };
    let to = Callback::new(move |version| Route::StaffRetention(id, version));
    view! {
        <Page title=title above=back.into_any()>
            <NoticeBoard notice=notice/>
            <Versions numbers=numbers to=to/>
            {live(move || match stage.get() {
                Stage::Loading => view! { <Loading/> }.into_any(),
                Stage::Failed(error) => {
                    view! { <Failed error=error retry=data.retry()/> }.into_any()
                }
                Stage::Ready => view! {
                    <Head data=data/>
                    <Unsent data=data deciding=deciding/>
                    <Moves data=data deciding=deciding/>
                    <Reports case=id data=data/>
                    <RoundTablePart data=data deciding=deciding/>
                    {document(data)}
                    {history(data)}
                }
                .into_any(),
            })}
        </Page>
    }
    .into_any()
}

/// The version on screen with what its document names. Drawn anew only when it is another.
#[derive(Clone, PartialEq)]
struct Reading {
    sent: SentPlan,
    employee: String,
    employer: Option<String>,
    first_absence: chrono::NaiveDate,
}

fn reading(page: &StaffRetentionPage) -> Option<Reading> {
    Some(Reading {
        sent: page.shown.clone()?,
        employee: page.citizen.clone(),
        employer: page.employer.clone(),
        first_absence: page.first_absence,
    })
}

/// The plan as a picture first, then as the document.
fn document(data: Loaded<StaffRetentionPage>) -> AnyView {
    let reading = part(data, reading);
    live_if(move || {
        let Reading { sent, employee, employer, first_absence } = reading.get().flatten()?;
        let SentPlan { version, plan, comments, remark } = sent;
        Some(
            view! {
                <section class="no-print" aria-labelledby="plan-in-short">
                    <h2 id="plan-in-short">{text(|t| t.staff().retention.in_picture)}</h2>
                    <PlanInShort plan=plan.clone()/>
                    <Button text=text(|t| t.staff().retention.print) on_click=|()| print()/>
                </section>
                <RetentionDocument
                    plan=plan
                    employee=employee
                    employer=employer.unwrap_or_default()
                    first_absence=first_absence
                    version=Some(version)
                    remark=remark
                    reader=Reader::Staff
                    comments=Signal::stored(comments)
                />
            }
            .into_any(),
        )
    })
}

fn print() {
    // A browser without printing has nothing to say about it.
    let _ = window().print();
}

fn history(data: Loaded<StaffRetentionPage>) -> AnyView {
    let events = part(data, |page| {
        page.course.as_ref().map(|course| course.events.clone()).unwrap_or_default()
    });
    live_if(move || {
        let events = events.get()?;
        Some(view! { <CourseHistory events=events reader=Reader::Staff/> }.into_any())
    })
}
