//! The retention plan on the case page: where it is, who has the next move, and the way to it.

use contract::ids::CaseId;
use contract::retention_plan::{RetentionStatus, RoundTable, StepReport};
use leptos::prelude::*;

use super::retention::{citizens_words, round_table_line};
use crate::caseworker::words::day_with_year;
use crate::retention_plan::{CourseLine, Reader};
use crate::routes::Route;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{LinkButton, Tag};

/// The plan in a line; "it did not go" and a booked round table where there is one.
#[component]
pub fn RetentionPart(
    /// Which case.
    case: CaseId,
    /// Where the plan is.
    status: RetentionStatus,
    /// Is there somebody to make a plan with?
    has_employer: bool,
) -> impl IntoView {
    let RetentionStatus { course, next, since, report, round_table } = status;
    let line = if course.is_none() && !has_employer {
        view! { <p>{text(|t| t.staff().retention.no_employer)}</p> }.into_any()
    } else {
        view! { <CourseLine course=course next=next since=since reader=Reader::Staff/> }.into_any()
    };
    let link = (course.is_some() || has_employer).then(|| {
        let to = Route::StaffRetention(case, None);
        view! { <p><LinkButton to=to text=text(|t| t.staff().retention.open)/></p> }
    });
    view! {
        <h2>{text(|t| t.staff().retention.heading)}</h2>
        {line}
        {report.map(did_not_go)}
        {round_table.map(round_table_at)}
        {link}
    }
    .into_any()
}

fn did_not_go(report: StepReport) -> AnyView {
    let StepReport { from, text: words, at, .. } = report;
    let line = text_of(move |t| {
        let from = dates::date_with_year(t.language, from);
        fill(t.staff().retention.report_line, &[&from, &day_with_year(t, &at)])
    });
    view! {
        <div class="given-words">
            <p>{line} " " <Tag text=text(|t| t.staff().retention.report_tag) kind="warning"/></p>
            {citizens_words(words)}
        </div>
    }
    .into_any()
}

fn round_table_at(one: RoundTable) -> AnyView {
    let line = text_of(move |t| round_table_line(t, &one));
    view! {
        <p>
            <Tag text=text(|t| t.staff().retention.round_table) kind="info"/> " " {line}
        </p>
    }
    .into_any()
}
