//! What the employee and the municipality have said to the newest version.

use contract::retention_plan::{CourseEventKind, EmployerRetentionPage};
use contract::rules::Course;
use leptos::prelude::*;

use crate::employer::desk::CaseDesk;
use crate::retention_plan::section_name;
use crate::routes::{EmployerPage, Route};
use crate::text::{dates, fill, text, text_of};
use crate::ui::Alert;

/// The municipality's question, while it is open.
pub fn question(known: &EmployerRetentionPage) -> AnyView {
    let Some(course) = known.course.as_ref() else { return ().into_any() };
    if !matches!(course.course, Course::Questioned { .. }) {
        return ().into_any();
    }
    let asked = course.events.iter().find(|event| event.kind == CourseEventKind::Questioned);
    let Some(asked) = asked.cloned() else { return ().into_any() };
    let at =
        text_of(move |t| fill(t.employer().asked_at, &[&dates::date_time(t.language, &asked.at)]));
    view! {
        <Alert heading=text(|t| t.employer().question)>
            <p>{at}</p>
            <p class="plan-text" dir="auto">{asked.text}</p>
        </Alert>
    }
    .into_any()
}

/// The changes the employee has asked for, part by part, while they are being made.
pub(super) fn comments(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let asked = matches!(
        known.course.as_ref().map(|course| course.course),
        Some(Course::ChangesAsked { .. })
    );
    let comments = known.latest.as_ref().map(|latest| latest.comments.clone()).unwrap_or_default();
    if !asked || comments.is_empty() {
        return ().into_any();
    }
    let name = known.employee.clone();
    let rows = comments.into_iter().map(|comment| {
        let section = comment.section;
        let to = Route::Employer(EmployerPage::Section(desk.case, section)).path();
        view! {
            <li>
                <a href=to>{text_of(move |t| section_name(t, section).to_owned())}</a>
                <p class="plan-text" dir="auto">{comment.text}</p>
            </li>
        }
    });
    view! {
        <section class="plan-comments" aria-labelledby="plan-asked">
            <h2 class="h3" id="plan-asked">
                {text_of(move |t| fill(t.employer().asked_changes, &[&name]))}
            </h2>
            <ul class="nobullet-list">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
