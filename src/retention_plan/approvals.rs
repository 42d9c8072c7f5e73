//! Who has approved what is written, and when; on paper also room for both to sign.

use contract::retention_plan::RetentionVersion;
use leptos::prelude::*;

use crate::text::{Text, Texts, dates, fill, text, text_of};

/// The section at the end of the document.
pub(super) fn approvals(version: Option<RetentionVersion>, remark: String) -> AnyView {
    let facts = match version {
        Some(version) => dated(version, remark),
        None => view! { <p>{text(|t| t.retention().draft)}</p> }.into_any(),
    };
    view! {
        <section class="plan-section" aria-labelledby="plan-approvals">
            <h3 id="plan-approvals">{text(|t| t.retention().approvals)}</h3>
            {facts}
            <div class="signatures print-only" aria-hidden="true">
                {signature(text(|t| t.retention().by_employer))}
                {signature(text(|t| t.retention().by_employee))}
            </div>
        </section>
    }
    .into_any()
}

fn dated(version: RetentionVersion, remark: String) -> AnyView {
    let remark = (!remark.is_empty()).then(|| {
        view! {
            <p class="remark__lead">{text(|t| t.retention().remark)}</p>
            <p class="plan-text" dir="auto">{remark}</p>
        }
    });
    let version = StoredValue::new(version);
    let line = move |words: fn(&Texts, &RetentionVersion) -> String| {
        text_of(move |t| version.with_value(|version| words(t, version)))
    };
    view! {
        <dl class="plan-facts">
            <dt>{text(|t| t.retention().by_employer)}</dt>
            <dd>{line(by_employer)}</dd>
            <dt>{text(|t| t.retention().by_employee)}</dt>
            <dd>{line(by_employee)} {remark}</dd>
            <dt>{text(|t| t.retention().by_municipality)}</dt>
            <dd>{line(by_municipality)}</dd>
        </dl>
    }
    .into_any()
}

fn by_employer(t: &Texts, version: &RetentionVersion) -> String {
    let at = dates::date_with_year(t.language, version.sent_at.date_naive());
    fill(t.retention().employer_sent, &[&version.sent_by, &at])
}

fn by_employee(t: &Texts, version: &RetentionVersion) -> String {
    match version.approved_at {
        Some(at) => {
            let day = dates::date_with_year(t.language, at.date_naive());
            fill(t.retention().employee_approved, &[&day])
        }
        None => t.retention().employee_not_yet.to_owned(),
    }
}

fn by_municipality(t: &Texts, version: &RetentionVersion) -> String {
    let texts = t.retention();
    let day = |at: chrono::DateTime<chrono::FixedOffset>| {
        dates::date_with_year(t.language, at.date_naive())
    };
    match (version.submitted_at, version.acknowledged_at) {
        (Some(sent), Some(read)) => fill(texts.acknowledged, &[&day(sent), &day(read)]),
        (Some(sent), None) => fill(texts.submitted, &[&day(sent)]),
        (None, _) => texts.not_submitted.to_owned(),
    }
}

fn signature(who: Text) -> AnyView {
    view! {
        <div class="signatures__one">
            <strong>{who}</strong>
            <span class="signatures__line">{text(|t| t.retention().signature)}</span>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retention_plan::samples::version;
    use crate::text::Language;

    #[test]
    fn what_has_not_happened_is_said_as_well() {
        let t = Language::Da.texts();
        let mut version = version(1);
        assert_eq!(by_employer(t, &version), "Sendt af Bo Lind, 1. december 2026");
        assert_eq!(by_employee(t, &version), "Ikke godkendt");
        assert_eq!(by_municipality(t, &version), "Ikke sendt til kommunen");
        version.approved_at = Some("2026-12-03T08:00:00+01:00".parse().unwrap());
        version.submitted_at = Some("2026-12-04T08:00:00+01:00".parse().unwrap());
        assert_eq!(by_employee(t, &version), "Godkendt 3. december 2026");
        assert_eq!(by_municipality(t, &version), "Sendt 4. december 2026");
    }
}
