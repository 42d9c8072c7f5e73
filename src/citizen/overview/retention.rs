//! The retention plan in a line, and on top when it waits for the citizen. The plan itself is
//! in another part of the app.

use contract::booking::CaseOverview;
use contract::retention_plan::RetentionLine;
use contract::rules::{ContactDuty, Course, NextMove};
use leptos::prelude::*;

use crate::citizen::steps_ahead::{next_change, step_sentence};
use crate::routes::{RetentionPage, Route};
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, LinkButton};

/// A text to be said.
type Words = fn(&'static Texts) -> &'static str;

/// What waits for the citizen, above the next step.
#[component]
pub(super) fn RetentionWaits(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let waits = overview.with_value(|overview| waiting(overview.retention.as_ref()?));
    let Some(words) = waits else { return ().into_any() };
    view! { <Alert><p>{text(words)}</p> {link()}</Alert> }.into_any()
}

/// The section about the plan; nothing without an employer, or where the case was closed without
/// one.
#[component]
pub(super) fn Retention(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let line = overview.with_value(|overview| {
        let line = overview.retention.clone()?;
        let closed = matches!(overview.duty, ContactDuty::Closed { .. });
        // Nothing can be asked for any more.
        (!closed || line.course.is_some()).then_some((line, overview.today))
    });
    let Some((line, today)) = line else { return ().into_any() };
    let ahead = next_change(&line.steps, today)
        .map(|ahead| view! { <p><strong>{text_of(move |t| step_sentence(t, ahead))}</strong></p> });
    let round_table = line.round_table_at.map(|at| {
        let words = move |t: &'static Texts| {
            fill(t.citizen.overview.retention_meeting, &[&dates::date_time(t.language, &at)])
        };
        view! { <p><strong>{text_of(words)}</strong></p> }
    });
    view! {
        <section aria-labelledby="retention-heading">
            <h2 id="retention-heading">{text(|t| t.citizen.overview.retention)}</h2>
            <p>{text(state(&line))}</p>
            {ahead}
            {round_table}
            {link()}
        </section>
    }
    .into_any()
}

fn link() -> AnyView {
    let words = text(|t| t.citizen.overview.retention_link);
    view! { <LinkButton to=Route::Retention(RetentionPage::Overview) text=words/> }.into_any()
}

/// Where the plan is.
fn state(line: &RetentionLine) -> Words {
    match (line.next, line.course) {
        (NextMove::Citizen, _) => |t| t.citizen.overview.retention_read,
        (NextMove::Employer, _) => |t| t.citizen.overview.retention_employer,
        (NextMove::Staff, _) => |t| t.citizen.overview.retention_staff,
        (NextMove::Either, Some(Course::Questioned { .. })) => {
            |t| t.citizen.overview.retention_question
        }
        (NextMove::Either, _) => |t| t.citizen.overview.retention_submit,
        (NextMove::Nobody, Some(Course::Acknowledged { .. })) => {
            |t| t.citizen.overview.retention_read_by
        }
        (NextMove::Nobody, Some(Course::Declined { .. })) => {
            |t| t.citizen.overview.retention_declined
        }
        (NextMove::Nobody, _) => |t| t.citizen.overview.retention_none,
    }
}

/// What the citizen can do about it now, if anything waits.
fn waiting(line: &RetentionLine) -> Option<Words> {
    match line.next {
        NextMove::Citizen | NextMove::Either => Some(state(line)),
        _ if line.round_table_offered => Some(|t| t.citizen.overview.retention_times),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn line(course: Option<Course>) -> RetentionLine {
        let next = course.map_or(NextMove::Nobody, Course::next_move);
        RetentionLine {
            course,
            next,
            steps: Vec::new(),
            round_table_offered: false,
            round_table_at: None,
        }
    }

    fn said(line: &RetentionLine) -> (&'static str, Option<&'static str>) {
        let t = Language::Da.texts();
        (state(line)(t), waiting(line).map(|words| words(t)))
    }

    #[test]
    fn a_plan_that_was_sent_waits_for_the_citizen_and_says_so_on_top() {
        let (state, waits) = said(&line(Some(Course::Sent { version: 1 })));
        assert_eq!(state, "Din arbejdsgiver har sendt en plan til dig.");
        assert_eq!(waits, Some(state));
        let (question, waits) = said(&line(Some(Course::Questioned { version: 1 })));
        assert!(question.contains("spørgsmål"));
        assert_eq!(waits, Some(question));
    }

    #[test]
    fn what_waits_for_others_is_not_on_top() {
        for course in [
            None,
            Some(Course::Requested { last: 0 }),
            Some(Course::Submitted { version: 1 }),
            Some(Course::Acknowledged { version: 1 }),
            Some(Course::Declined { last: 0 }),
        ] {
            assert_eq!(said(&line(course)).1, None, "{course:?}");
        }
    }

    #[test]
    fn offered_times_wait_until_one_is_booked() {
        let mut line = line(Some(Course::Acknowledged { version: 1 }));
        line.round_table_offered = true;
        assert!(said(&line).1.unwrap().contains("rundbordssamtale"));
    }
}
