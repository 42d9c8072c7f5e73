//! Seeing what a period would give, and publishing it.

use chrono::NaiveDate;
use contract::calendar::{PreviewTimes, PublishSpan, StoredTemplate, TimesPreview, check_days};
use contract::ids::CaseworkerId;
use contract::problem::{FieldCode, FieldError};
use leptos::prelude::*;

use super::plan::checked;
use super::plan_draft::PlanDraft;
use super::preview::Preview;
use crate::api::{IdempotencyKey, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::refusal::field_message;
use crate::text::{dates, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, FieldProblem, Sending, TextField, problem_of,
};

/// The publishing part of the page.
#[component]
pub fn Publish(
    /// Whose.
    owner: Option<CaseworkerId>,
    /// Today.
    today: NaiveDate,
    /// Last day one may publish.
    horizon: NaiveDate,
    /// The template as typed.
    draft: RwSignal<PlanDraft>,
    /// The template as stored.
    stored: RwSignal<StoredTemplate>,
    /// What is wrong, for the whole page.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let t = use_texts();
    let from = RwSignal::new(today.to_string());
    let to = RwSignal::new(horizon.to_string());
    let notice = Notice::new();
    let preview = RwSignal::new(None::<TimesPreview>);
    let (looking, publishing) = (Sending::new(), Sending::new());
    let unsaved = Memo::new(move |_| {
        let template = draft.with(PlanDraft::template).ok();
        stored.with(|stored| template.as_ref() != Some(&stored.template))
    });
    let span = move || -> Option<PublishSpan> {
        let span = span_of(&from.get_untracked(), &to.get_untracked());
        problems.set(Vec::new());
        let errors = span.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        let all = errors.iter().map(|error| {
            let id = format!("publish-{}", error.field);
            let field = format!("{}_date", error.field);
            FieldProblem::new(id, field_message(t(), &field, error.code))
        });
        problems.set(all.collect());
        span.ok()
    };
    let look = move |()| {
        notice.clear();
        let Ok(template) = checked(t(), draft, problems) else { return };
        let Some(PublishSpan { from, to }) = span() else { return };
        looking.run(async move {
            let times = PreviewTimes { from, to, template: Some(template) };
            match staff::preview(owner, &times).await {
                Ok(times) => preview.set(Some(times)),
                Err(error) => notice.refused(error),
            }
        });
    };
    let publish = move |()| {
        notice.clear();
        let Some(span) = span() else { return };
        publishing.run(async move {
            match staff::publish(owner, &IdempotencyKey::new(), &span).await {
                Ok(made) => {
                    preview.set(None);
                    notice.done(move |t| {
                        let counts = [made.added, made.kept, made.withdrawn].map(|n| n.to_string());
                        let [added, kept, withdrawn] = &counts;
                        fill(t.staff().calendar.published, &[added, kept, withdrawn])
                    });
                }
                Err(error) => notice.refused(error),
            }
        });
    };
    let lead = text_of(move |t| {
        fill(t.staff().calendar.publish_lead, &[&dates::date_with_year(t.language, horizon)])
    });
    let publish_button = move || {
        if unsaved.get() {
            view! { <p>{text(|t| t.staff().calendar.save_first)}</p> }.into_any()
        } else {
            view! {
                <Button
                    kind=ButtonKind::Primary
                    text=text(|t| t.staff().calendar.do_publish)
                    busy=publishing.busy()
                    on_click=publish
                />
            }
            .into_any()
        }
    };
    view! {
        <section class="staff-part">
            <h2>{text(|t| t.staff().calendar.publish)}</h2>
            <p>{lead}</p>
            <div class="field-row">
                <TextField
                    id="publish-from"
                    label=text(|t| t.staff().calendar.from_date)
                    kind="date"
                    value=from
                    error=problem_of(problems, "publish-from")
                />
                <TextField
                    id="publish-to"
                    label=text(|t| t.staff().calendar.to_date)
                    kind="date"
                    value=to
                    error=problem_of(problems, "publish-to")
                />
            </div>
            <div class="actions">
                <Button
                    text=text(|t| t.staff().calendar.preview)
                    busy=looking.busy()
                    on_click=look
                />
                {publish_button}
            </div>
            <NoticeBoard notice=notice/>
            {move || preview.get().map(|times| view! {
                {move || unsaved.get().then(|| view! {
                    <Alert kind=AlertKind::Warning>
                        <p>{text(|t| t.staff().calendar.previewed_unsaved)}</p>
                    </Alert>
                })}
                <Preview times=times/>
            })}
        </section>
    }
    .into_any()
}

fn span_of(from: &str, to: &str) -> Result<PublishSpan, Vec<FieldError>> {
    let day = |typed: &str, field| {
        typed.parse::<NaiveDate>().map_err(|_| FieldError::new(field, FieldCode::Missing))
    };
    match (day(from, "from"), day(to, "to")) {
        (Ok(from), Ok(to)) => match check_days(from, to) {
            errors if errors.is_empty() => Ok(PublishSpan { from, to }),
            errors => Err(errors),
        },
        (from, to) => Err([from.err(), to.err()].into_iter().flatten().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_needs_both_days_in_order() {
        assert!(span_of("2026-12-01", "2026-12-01").is_ok());
        let fields = |from, to| -> Vec<String> {
            span_of(from, to).unwrap_err().into_iter().map(|error| error.field).collect()
        };
        assert_eq!(fields("", ""), ["from", "to"]);
        assert_eq!(fields("2026-12-02", "2026-12-01"), ["to"]);
    }
}
