//! A retention plan as the document both would sign: who it is between, every part as it was
//! written, and who has approved it. On paper there is nothing else (`style/_print.scss`).

use chrono::NaiveDate;
use contract::retention_plan::{RetentionPlan, RetentionSection, RetentionVersion, SectionComment};
use leptos::prelude::*;

use super::approvals::approvals;
use super::comments::comments_of;
use super::sections::section_body;
use super::words::{Reader, section_name};
use crate::text::{dates, fill, text, text_of};

/// A plan to read, to print and to sign.
#[component]
pub fn RetentionDocument(
    /// What it says.
    plan: RetentionPlan,
    /// The employee's name.
    employee: String,
    /// The employer's name.
    employer: String,
    /// First day away.
    first_absence: NaiveDate,
    /// Which version it is; a draft has none.
    #[prop(optional_no_strip)]
    version: Option<RetentionVersion>,
    /// The employee's remark on approving; may be empty.
    #[prop(optional, into)]
    remark: String,
    /// Who reads.
    reader: Reader,
    /// The employee's comments.
    #[prop(optional, into)]
    comments: Signal<Vec<SectionComment>>,
    /// What stands below a section; never on paper.
    #[prop(optional, into)]
    below_section: Option<Callback<RetentionSection, AnyView>>,
) -> impl IntoView {
    let plan = StoredValue::new(plan);
    let sections = RetentionSection::ALL.map(|section| {
        let below = below_section.map(|below| {
            view! { <div class="no-print">{below.run(section)}</div> }
        });
        let id = format!("section-{}", section.as_str());
        view! {
            <section class="plan-section" aria-labelledby=id.clone()>
                <h3 id=id.clone()>{text_of(move |t| section_name(t, section).to_owned())}</h3>
                {plan.with_value(|plan| section_body(plan, section, reader))}
                {comments_of(section, comments, reader)}
                {below}
            </section>
        }
    });
    let head = head(employee, employer, first_absence, version.clone());
    view! {
        <article class="plan-document retention-document" aria-labelledby="document-title">
            {head}
            {sections.collect_view()}
            {approvals(version, remark)}
        </article>
    }
    .into_any()
}

/// Title and parties.
fn head(
    employee: String,
    employer: String,
    first_absence: NaiveDate,
    version: Option<RetentionVersion>,
) -> AnyView {
    let number = version.as_ref().map(|version| version.number.to_string());
    let title = text_of(move |t| match &number {
        Some(number) => fill(t.retention().title_version, &[number]),
        None => t.retention().title.to_owned(),
    });
    let sent = version.map(|version| {
        let words = text_of(move |t| {
            let day = dates::date_with_year(t.language, version.sent_at.date_naive());
            fill(t.retention().sent_by, &[&day, &version.sent_by])
        });
        view! { <dt>{text(|t| t.retention().sent)}</dt> <dd>{words}</dd> }
    });
    view! {
        <h2 id="document-title">{title}</h2>
        <dl class="plan-facts document-facts">
            <dt>{text(|t| t.retention().employee)}</dt>
            <dd>{employee}</dd>
            <dt>{text(|t| t.retention().employer)}</dt>
            <dd>{employer}</dd>
            <dt>{text(|t| t.retention().first_absence)}</dt>
            <dd>{text_of(move |t| dates::date_with_year(t.language, first_absence))}</dd>
            {sent}
        </dl>
    }
    .into_any()
}
