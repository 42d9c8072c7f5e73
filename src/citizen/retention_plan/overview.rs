//! The overview: what was just done, the one next thing, where the plan is, and the plan as a
//! picture first.

use contract::retention_plan::{CitizenRetentionPage, RetentionVersion, RoundTable};
use leptos::prelude::*;

use super::agreed::agreed_hours;
use super::desk::RetentionDesk;
use super::next::{Next, next};
use super::next_card::next_card;
use super::round_table::appointment;
use super::screen::with_page;
use super::sending::{Attempted, Done};
use crate::retention_plan::{CourseHistory, CourseLine, PlanInShort, Reader};
use crate::routes::{RetentionPage, Route};
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, LinkButton, Page, focus_element, live_if};

/// The id of what says what was done.
const DONE_ID: &str = "retention-done";

/// The overview.
#[component]
pub(super) fn RetentionOverviewPage() -> impl IntoView {
    let attempted = Attempted::new(RetentionDesk::open_anew());
    let last = attempted.sent.done;
    on_cleanup(move || last.set(None));
    Effect::new(move || {
        if last.with(Option::is_some) {
            // When it is drawn: what was pressed is gone.
            request_animation_frame(|| focus_element(DONE_ID));
        }
    });
    let above =
        view! { <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/> }.into_any();
    view! {
        <Page title=text(|t| t.my_retention().title) above=above>
            {live_if(move || last.get().map(done))}
            {attempted.outcome()}
            {with_page(move |page| overview(page, attempted))}
        </Page>
    }
    .into_any()
}

fn overview(page: &CitizenRetentionPage, attempted: Attempted) -> AnyView {
    let next_one = next(page);
    let is_new = matches!(next_one, Next::Ask { .. } | Next::NoEmployer);
    let to_read = matches!(next_one, Next::Read { .. });
    let intro = is_new.then(|| {
        view! {
            <p class="font-lead">{text(|t| t.my_retention().what)}</p>
            <p>{text(|t| t.my_retention().what_next)}</p>
        }
    });
    let line = page.course.as_ref().map(|view| {
        let (course, next, since) = (Some(view.course), view.next, Some(view.since));
        view! { <CourseLine course next since reader=Reader::Citizen/> }
    });
    let events = page.course.as_ref().map(|view| view.events.clone()).unwrap_or_default();
    // Whoever is to answer a plan looks at it first.
    let (picture_first, picture_later) = match to_read {
        true => (to_look_at(page), ().into_any()),
        false => (().into_any(), in_short(page)),
    };
    view! {
        {intro}
        {picture_first}
        {next_card(page, attempted)}
        {line}
        {round_table(page)}
        {picture_later}
        {page.agreed.as_ref().map(|agreed| agreed_hours(page, agreed))}
        {versions(page)}
        <CourseHistory events reader=Reader::Citizen/>
        <p><a href=Route::AccessLog.path()>{text(|t| t.my_retention().seen)}</a></p>
    }
    .into_any()
}

/// The plan that waits for an answer.
fn to_look_at(page: &CitizenRetentionPage) -> AnyView {
    view! {
        <p class="font-lead">{text(|t| t.my_retention().to_read_lead)}</p>
        {in_short(page)}
    }
    .into_any()
}

/// The newest version as a picture, and the way to all of it.
fn in_short(page: &CitizenRetentionPage) -> AnyView {
    let Some(sent) = &page.latest else { return ().into_any() };
    let version = Route::Retention(RetentionPage::Version(sent.version.number));
    view! {
        <section aria-labelledby="retention-short">
            <h2 id="retention-short">{text(|t| t.my_retention().short)}</h2>
            <PlanInShort plan=sent.plan.clone()/>
            <LinkButton to=version text=text(|t| t.my_retention().see_all)/>
        </section>
    }
    .into_any()
}

/// The receipt of what was just done, and what happens next.
fn done(done: Done) -> AnyView {
    let heading = text_of(move |t| receipt(t, done).0.to_owned());
    let next = text_of(move |t| receipt(t, done).1.to_owned());
    view! {
        <div id=DONE_ID tabindex="-1">
            <Alert kind=AlertKind::Success heading=heading live=true><p>{next}</p></Alert>
        </div>
    }
    .into_any()
}

fn receipt(t: &Texts, done: Done) -> (&'static str, &'static str) {
    let t = t.my_retention();
    match done {
        Done::Requested => (t.asked, t.asked_next),
        Done::Withdrawn => (t.withdrawn, t.withdrawn_next),
        Done::ChangesAsked => (t.changes_sent, t.changes_next),
        Done::Approved => (t.approved, t.approved_next),
        Done::Submitted => (t.submitted, t.submitted_next),
        Done::Answered => (t.answered, t.answered_next),
    }
}

/// The round-table conversation that is booked, or the times there are.
fn round_table(page: &CitizenRetentionPage) -> AnyView {
    let (lead, link) = match (page.round_table.clone(), page.round_table_offered) {
        (Some(booked), _) => (when(booked), text(|t| t.my_retention().table_details)),
        (None, true) if !page.case_closed => (
            view! { <p>{text(|t| t.my_retention().table_offered)}</p> }.into_any(),
            text(|t| t.my_retention().table_see),
        ),
        _ => return ().into_any(),
    };
    view! {
        <section aria-labelledby="retention-table">
            <h2 id="retention-table">{text(|t| t.my_retention().table)}</h2>
            {lead}
            <LinkButton to=Route::Retention(RetentionPage::RoundTable) text=link/>
        </section>
    }
    .into_any()
}

fn when(booked: RoundTable) -> AnyView {
    view! { <p>{text_of(move |t| appointment(t, &booked))}</p> }.into_any()
}

/// The versions before the newest.
fn versions(page: &CitizenRetentionPage) -> AnyView {
    let newest = page.latest.as_ref().map(|sent| sent.version.number);
    let links: Vec<_> = page
        .versions
        .iter()
        .filter(|version| Some(version.number) != newest)
        .map(version_link)
        .collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="retention-versions">
            <h2 id="retention-versions">{text(|t| t.my_retention().versions)}</h2>
            <ul class="nobullet-list">{links}</ul>
        </section>
    }
    .into_any()
}

fn version_link(version: &RetentionVersion) -> AnyView {
    let (number, sent) = (version.number, version.sent_at.date_naive());
    let words = text_of(move |t| {
        let day = dates::date_with_year(t.language, sent);
        fill(t.my_retention().version_link, &[&number.to_string(), &day])
    });
    let to = Route::Retention(RetentionPage::Version(number)).path();
    view! { <li><a href=to>{words}</a></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_receipt_says_what_was_done_and_what_happens_next() {
        let all = [
            Done::Requested,
            Done::Withdrawn,
            Done::ChangesAsked,
            Done::Approved,
            Done::Submitted,
            Done::Answered,
        ];
        let receipts = all.map(|done| receipt(Language::Da.texts(), done));
        for (index, (heading, next)) in receipts.iter().enumerate() {
            assert!(!next.is_empty());
            assert!(receipts[..index].iter().all(|(other, _)| other != heading), "{heading}");
        }
    }
}
