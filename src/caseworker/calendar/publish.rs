//! Seeing what a period would give, and publishing it.

use chrono::NaiveDate;
use contract::calendar::{PreviewTimes, PublishSpan, StoredException, TimesPreview, check_days};
use contract::ids::CaseworkerId;
use contract::preview::{OpenPreview, PreviewOf, UnpublishedCalendar};
use contract::problem::{FieldCode, FieldError};
use contract::session::DemoSituation;
use leptos::prelude::*;

use super::plan::checked;
use super::plan_draft::PlanDraft;
use super::preview::Preview;
use super::span;
use crate::api::{IdempotencyKey, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::owner::own_id;
use crate::caseworker::preview::SeeAsCitizen;
use crate::caseworker::problems::show_problems;
use crate::caseworker::refusal::field_message;
use crate::session::use_session;
use crate::text::{dates, fill, numbers, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, FieldProblem, Sending, TextField, live_if, problem_of,
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
    /// Does it have changes that are not stored?
    unsaved: Memo<bool>,
    /// The exceptions as stored.
    exceptions: RwSignal<Vec<StoredException>>,
    /// What is wrong, for the whole page.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let t = use_texts();
    let [noted_from, noted_to] = span::noted();
    let from = RwSignal::new(noted_from.unwrap_or(today).to_string());
    let to = RwSignal::new(noted_to.unwrap_or(horizon).to_string());
    Effect::new(move |before: Option<[String; 2]>| {
        let typed = [from.get(), to.get()];
        if before.is_some_and(|before| before != typed) {
            span::note(owner, [&typed[0], &typed[1]]);
        }
        typed
    });
    let notice = Notice::new();
    let looked = RwSignal::new(None::<Looked>);
    let (looking, publishing) = (Sending::new(), Sending::new());
    let typed_span = move || -> Option<PublishSpan> {
        let span = span_of(&from.get_untracked(), &to.get_untracked());
        let errors = span.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        let all = errors.iter().map(|error| {
            let id = format!("publish-{}", error.field);
            let field = format!("{}_date", error.field);
            FieldProblem::new(id, field_message(t(), &field, error.code))
        });
        show_problems(problems, all.collect());
        span.ok()
    };
    let look = move |()| {
        notice.clear();
        let Ok(template) = checked(t(), draft, problems) else { return };
        let Some(PublishSpan { from, to }) = typed_span() else { return };
        let exceptions = exceptions.get_untracked();
        looking.run(async move {
            let asked = PreviewTimes { from, to, template: Some(template) };
            match staff::preview(owner, &asked).await {
                Ok(times) => looked.set(Some(Looked { asked, exceptions, times })),
                Err(error) => notice.refused(error),
            }
        });
    };
    let session = use_session();
    let as_citizen = Callback::new(move |()| {
        let span = typed_span()?;
        if unsaved.get_untracked() {
            notice.first(|t| t.staff().calendar.save_first.to_owned());
            return None;
        }
        let whose = owner.or_else(|| untrack(|| own_id(session)))?;
        Some(sample_with(UnpublishedCalendar { caseworker_id: whose, span }))
    });
    let publish = move |()| {
        notice.clear();
        let Some(span) = typed_span() else { return };
        if unsaved.get_untracked() {
            notice.first(|t| t.staff().calendar.save_first.to_owned());
            return;
        }
        let now = PreviewTimes {
            from: span.from,
            to: span.to,
            template: draft.with_untracked(PlanDraft::template).ok(),
        };
        let seen = looked.with_untracked(|looked| {
            let looked = looked.as_ref();
            looked.is_some_and(|one| exceptions.with_untracked(|all| one.shows(&now, all)))
        });
        if !seen {
            notice.first(|t| t.staff().calendar.look_first.to_owned());
            return;
        }
        publishing.run(async move {
            match staff::publish(owner, &IdempotencyKey::new(), &span).await {
                Ok(made) => {
                    looked.set(None);
                    notice.done(move |t| {
                        let counts = [made.added, made.kept, made.withdrawn];
                        let counts = counts.map(|many| numbers::count_u32(t.language, many));
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
    let warning = move || {
        live_if(move || {
            unsaved.get().then(|| {
                view! {
                    <Alert kind=AlertKind::Warning>
                        <p>{text(|t| t.staff().calendar.previewed_unsaved)}</p>
                    </Alert>
                }
                .into_any()
            })
        })
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
                <SeeAsCitizen
                    words=text(|t| t.staff().preview.see_calendar)
                    what=as_citizen
                    notice=notice
                />
                <Button
                    kind=ButtonKind::Primary
                    text=text(|t| t.staff().calendar.do_publish)
                    busy=publishing.busy()
                    on_click=publish
                />
            </div>
            <NoticeBoard notice=notice/>
            {live_if(move || {
                let Looked { times, .. } = looked.get()?;
                Some(view! { {warning()} <Preview times=times/> }.into_any())
            })}
        </section>
    }
    .into_any()
}

/// What somebody would see who may choose any form, as if that calendar were published.
fn sample_with(calendar: UnpublishedCalendar) -> OpenPreview {
    let of = PreviewOf::Sample { situation: DemoSituation::NextConversationDue };
    OpenPreview { of, on: None, calendar: Some(calendar), reason: String::new() }
}

/// Times that were looked at, and what they were made of.
#[derive(Clone)]
struct Looked {
    asked: PreviewTimes,
    exceptions: Vec<StoredException>,
    times: TimesPreview,
}

impl Looked {
    /// Are these the times that publishing `now` with those exceptions would give?
    fn shows(&self, now: &PreviewTimes, exceptions: &[StoredException]) -> bool {
        self.asked == *now && self.exceptions == exceptions
    }
}

/// The days typed, or what is wrong with them.
pub fn span_of(from: &str, to: &str) -> Result<PublishSpan, Vec<FieldError>> {
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
    use contract::ids::ExceptionId;
    use contract::rules::{CalendarException, ExceptionKind, WeekTemplate};

    use super::*;

    #[test]
    fn times_that_were_looked_at_are_those_of_one_period_and_one_plan() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let asked = PreviewTimes {
            from: day("2026-12-01"),
            to: day("2026-12-04"),
            template: Some(WeekTemplate::default()),
        };
        let times = TimesPreview { days: Vec::new(), total: 0 };
        let looked = Looked { asked: asked.clone(), exceptions: Vec::new(), times };
        assert!(looked.shows(&asked, &[]));
        assert!(!looked.shows(&PreviewTimes { to: day("2026-12-05"), ..asked.clone() }, &[]));
        let plan = WeekTemplate { pause_minutes: 5, ..WeekTemplate::default() };
        assert!(!looked.shows(&PreviewTimes { template: Some(plan), ..asked.clone() }, &[]));
        let away = StoredException {
            id: ExceptionId(uuid::Uuid::nil()),
            exception: CalendarException {
                from_date: day("2026-12-01"),
                to_date: day("2026-12-01"),
                kind: ExceptionKind::AwayAllDay,
            },
        };
        assert!(!looked.shows(&asked, &[away]));
    }

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
