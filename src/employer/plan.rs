//! An employee's plan: where it is, the one next thing, the newest version, and what else there
//! is to know and do.

mod parts;
mod said;

use contract::retention_plan::EmployerRetentionPage;
use leptos::prelude::*;

use self::parts::part_list;
use self::said::comments;
pub(super) use self::said::question;
use super::desk::{CaseDesk, about_employee, with_page};
use super::duties::{duty_list, nemrefusion};
use super::next_step::next_step;
use super::round_table;
use crate::retention_plan::{CourseHistory, CourseLine, PlanInShort, Reader};
use crate::routes::{EmployerPage, Route};
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, BackLink, Details, LinkButton, Page};

/// An employee's plan.
#[component]
pub(super) fn PlanPage(
    /// Whose.
    desk: CaseDesk,
) -> impl IntoView {
    let to = Route::Employer(EmployerPage::Overview);
    let above = view! { <BackLink to label=text(|t| t.employer().to_overview)/> };
    view! {
        <Page title=about_employee(desk, |t| t.employer().title) above=above.into_any()>
            {with_page(desk, move |known| plan(desk, known))}
        </Page>
    }
    .into_any()
}

fn plan(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let first = known.first_absence;
    let away = text_of(move |t| {
        fill(t.employer().away_since, &[&dates::date_with_year(t.language, first)])
    });
    let line = known.course.as_ref().map(|course| {
        let (now, next, since) = (course.course, course.next, course.since);
        view! { <CourseLine course=Some(now) next since=Some(since) reader=Reader::Employer/> }
    });
    let next = match known.case_closed {
        true => view! { <Alert><p>{text(|t| t.employer().case_closed)}</p></Alert> }.into_any(),
        false => next_step(desk, known),
    };
    let written = known.course.as_ref().is_some_and(|course| course.course.is_written());
    let parts = (written && !known.case_closed).then(|| part_list(desk));
    let events = known.course.as_ref().map(|course| course.events.clone()).unwrap_or_default();
    view! {
        <p>{away}</p>
        {line}
        {question(known)}
        {next}
        {comments(desk, known)}
        {parts}
        {newest(desk, known)}
        {duties(known)}
        {round_table::section(desk, known)}
        <CourseHistory events reader=Reader::Employer/>
        {versions(desk, known)}
        <Details summary=text(|t| t.employer().what_you_see)>
            <p>{text(|t| t.employer().can_see)}</p>
            <p>{text(|t| t.employer().they_see)}</p>
        </Details>
    }
    .into_any()
}

/// The newest version: the picture first, the whole document on its own page.
fn newest(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let Some(latest) = known.latest.clone() else { return ().into_any() };
    let version = latest.version;
    let number = version.number;
    let lead = text_of(move |t| {
        let at = dates::date_time(t.language, &version.sent_at);
        fill(t.employer().newest_number, &[&number.to_string(), &at, &version.sent_by])
    });
    view! {
        <section aria-labelledby="plan-newest">
            <h2 id="plan-newest">{text(|t| t.employer().newest)}</h2>
            <p>{lead}</p>
            <PlanInShort plan=latest.plan/>
            <LinkButton
                to=Route::Employer(EmployerPage::Version(desk.case, number))
                text=text(|t| t.employer().read_all)
            />
        </section>
    }
    .into_any()
}

fn duties(known: &EmployerRetentionPage) -> AnyView {
    view! {
        <section aria-labelledby="plan-duties">
            <h2 id="plan-duties">{text(|t| t.employer().also)}</h2>
            {duty_list(known.duties.clone())}
            {nemrefusion(known.nemrefusion_url.clone())}
        </section>
    }
    .into_any()
}

fn versions(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    if known.versions.len() < 2 {
        return ().into_any();
    }
    let links = known.versions.iter().map(|version| {
        let (number, sent) = (version.number, version.sent_at.date_naive());
        let words = text_of(move |t| {
            let day = dates::date_with_year(t.language, sent);
            fill(t.employer().version_link, &[&number.to_string(), &day])
        });
        let to = Route::Employer(EmployerPage::Version(desk.case, number)).path();
        view! { <li><a href=to>{words}</a></li> }
    });
    view! {
        <section aria-labelledby="plan-versions">
            <h2 id="plan-versions">{text(|t| t.employer().versions)}</h2>
            <ul class="nobullet-list">{links.collect_view()}</ul>
        </section>
    }
    .into_any()
}
