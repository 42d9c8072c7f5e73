//! Above the plan: whose it is, where it is and who has the next move, and which version is
//! read.

use contract::retention_plan::{RetentionVersion, StaffRetentionPage};
use contract::rules::{Course, NextMove};
use leptos::prelude::*;

use crate::api::Loaded;
use crate::caseworker::parts::part;
use crate::caseworker::words::day_with_year;
use crate::retention_plan::{CourseLine, Reader};
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, live_if};

/// Whose plan, and where it is.
#[component]
pub fn Head(
    /// The plan.
    data: Loaded<StaffRetentionPage>,
) -> impl IntoView {
    let page = part(data, only_the_head);
    live_if(move || page.get().map(head))
}

/// Only what the head tells: it is not drawn anew for other parts.
fn only_the_head(page: &StaffRetentionPage) -> StaffRetentionPage {
    let mut page = page.clone();
    page.reports.clear();
    page.round_table = None;
    if let Some(course) = &mut page.course {
        course.events.clear();
    }
    page
}

fn head(page: StaffRetentionPage) -> AnyView {
    let older = is_older(&page);
    let waits = page.course.as_ref().is_some_and(|course| course.next == NextMove::Staff);
    let StaffRetentionPage {
        case_number, employer, first_absence, course, shown, case_closed, ..
    } = page;
    let has_employer = employer.is_some();
    let lead = text_of(move |t| {
        let from = dates::date_with_year(t.language, first_absence);
        let employer = employer.as_deref().unwrap_or(t.staff().cases.no_employer);
        fill(t.staff().retention.lead, &[&case_number, &from, employer])
    });
    let (now, next, since) = match course {
        Some(view) => (Some(view.course), view.next, Some(view.since)),
        None => (None, NextMove::Nobody, None),
    };
    let where_it_is = (now.is_some() || has_employer).then(|| {
        view! { <CourseLine course=now next=next since=since reader=Reader::Staff/> }
    });
    let declined = (matches!(now, Some(Course::Declined { .. })) && !case_closed).then(|| {
        view! {
            <Alert>
                <p>{text(|t| t.staff().retention.declined_talk)}</p>
                <p>{text(|t| t.staff().retention.declined_support)}</p>
            </Alert>
        }
    });
    let version = match shown {
        Some(shown) => {
            let version = shown.version;
            view! { <p>{text_of(move |t| version_line(t, &version))}</p> }.into_any()
        }
        None => view! { <p>{text(|t| t.staff().retention.none_submitted)}</p> }.into_any(),
    };
    let older_words = match waits {
        true => text_of(|t| {
            let texts = &t.staff().retention;
            format!("{} {}", texts.older, texts.newest_waits)
        }),
        false => text(|t| t.staff().retention.older),
    };
    view! {
        <div class="no-print">
            <p>{lead}</p>
            {where_it_is}
            {declined}
            {(!has_employer).then(|| view! {
                <Alert><p>{text(|t| t.staff().retention.no_employer)}</p></Alert>
            })}
            {case_closed.then(|| view! {
                <Alert><p>{text(|t| t.staff().retention.case_closed)}</p></Alert>
            })}
            {(older && !case_closed).then(|| view! { <Alert><p>{older_words}</p></Alert> })}
            {version}
            <p class="small-text">{text(|t| t.staff().retention.only_submitted)}</p>
        </div>
    }
    .into_any()
}

/// Is there a newer version than the one on screen?
fn is_older(page: &StaffRetentionPage) -> bool {
    let newest = page.versions.iter().map(|version| version.number).max();
    page.shown.as_ref().is_some_and(|shown| Some(shown.version.number) < newest)
}

/// When it came, and what became of it.
fn version_line(t: &Texts, version: &RetentionVersion) -> String {
    let texts = &t.staff().retention;
    let at = |at| day_with_year(t, at);
    let number = version.number.to_string();
    let submitted = version.submitted_at.as_ref().map_or_else(String::new, at);
    let came = match &version.approved_at {
        Some(approved) => fill(texts.version_line, &[&number, &submitted, &at(approved)]),
        None => fill(texts.version_sent, &[&number, &submitted]),
    };
    let read =
        version.acknowledged_at.as_ref().map(|read| fill(texts.acknowledged_line, &[&at(read)]));
    std::iter::once(came).chain(read).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caseworker::cases::retention::samples::{page, version};
    use crate::text::Language;

    #[test]
    fn a_version_says_when_it_came_and_whether_it_was_acknowledged() {
        let t = Language::Da.texts();
        let mut version = version(2);
        assert_eq!(
            version_line(t, &version),
            "Version 2 er sendt til kommunen 1. december 2026 kl. 10.15. Borgeren godkendte den \
             1. december 2026 kl. 10.00."
        );
        version.acknowledged_at = Some("2026-12-02T09:00:00+01:00".parse().unwrap());
        assert!(version_line(t, &version).ends_with("Kvitteret 2. december 2026 kl. 9.00."));
    }

    #[test]
    fn only_what_is_behind_the_newest_is_an_earlier_version() {
        assert!(is_older(&page(Some(Course::Submitted { version: 2 }), 1)));
        assert!(!is_older(&page(Some(Course::Submitted { version: 2 }), 2)));
        assert!(!is_older(&page(None, 0)));
    }
}
