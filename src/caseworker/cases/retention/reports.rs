//! The steps at which it did not go, in the citizen's words.

use contract::ids::CaseId;
use contract::retention_plan::{StaffRetentionPage, StepReport};
use leptos::prelude::*;

use crate::api::Loaded;
use crate::caseworker::parts::part;
use crate::caseworker::words::day_with_year;
use crate::routes::Route;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{LinkButton, Tag, live_if};

/// The steps, the newest first; nothing when there are none.
#[component]
pub fn Reports(
    /// Which case.
    case: CaseId,
    /// The plan.
    data: Loaded<StaffRetentionPage>,
) -> impl IntoView {
    let reports = part(data, |page| page.reports.clone());
    let closed = part(data, |page| page.case_closed);
    live_if(move || {
        let reports = reports.get().filter(|reports| !reports.is_empty())?;
        let talk = (closed.get() == Some(false)).then(|| {
            let to = Route::StaffCaseTimes { case, moving: None, channel: None, week: None };
            view! { <LinkButton to=to text=text(|t| t.staff().retention.report_talk)/> }
        });
        let rows = reports.into_iter().map(report).collect_view();
        Some(
            view! {
                <section class="staff-part no-print" aria-labelledby="step-reports">
                    <h2 id="step-reports">{text(|t| t.staff().retention.reports)}</h2>
                    <p>{text(|t| t.staff().retention.report_private)}</p>
                    {rows}
                    {talk}
                </section>
            }
            .into_any(),
        )
    })
}

fn report(report: StepReport) -> AnyView {
    let StepReport { version, from, text: words, at } = report;
    let step = text_of(move |t| {
        let from = dates::date_with_year(t.language, from);
        fill(t.staff().retention.report_step, &[&from, &version.to_string()])
    });
    let said = text_of(move |t| fill(t.staff().retention.report_at, &[&day_with_year(t, &at)]));
    view! {
        <div class="given-words">
            <h3>{step} " " <Tag text=text(|t| t.staff().retention.report_tag) kind="warning"/></h3>
            {citizens_words(words)}
            <p class="small-text">{said}</p>
        </div>
    }
    .into_any()
}

/// What the citizen wrote, or that nothing more was written.
pub fn citizens_words(words: String) -> AnyView {
    if words.is_empty() {
        return view! { <p>{text(|t| t.staff().retention.report_no_words)}</p> }.into_any();
    }
    view! { <p class="plan-text" dir="auto">{words}</p> }.into_any()
}
