//! "Det gik ikke" at a step: to the caseworker only, and a way to talk about it.

use chrono::NaiveDate;
use contract::booking::CaseOverview;
use contract::paths;
use contract::retention_plan::{AnswerField, CitizenRetentionPage, NewStepReport, StepReport};
use contract::rules::RampUpStep;
use leptos::prelude::*;

use super::agreed::{When, report_of, when};
use super::desk::use_retention;
use super::problems::problem;
use super::screen::{back, field, is_wrong, to_overview, typed, with_page};
use super::sending::{Asked, Attempted};
use crate::api::load;
use crate::form::{Problems, SavingLine, area};
use crate::routes::Route;
use crate::text::{dates, fill, numbers, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, CallButton, Details, ErrorSummary, LinkButton, Page, show,
};

/// The id of what says that it was told.
const TOLD_ID: &str = "step-told";

/// "Det gik ikke" at a step.
#[component]
pub(super) fn StepPage(
    /// Its first day.
    from: NaiveDate,
) -> impl IntoView {
    let attempted = Attempted::new(use_retention());
    let problems: Problems = RwSignal::default();
    let above = view! { {back()} <ErrorSummary problems=problems/> };
    view! {
        <Page title=text(|t| t.my_retention().step_title) above=above.into_any()>
            {attempted.outcome()}
            {with_page(move |page| body(page, from, attempted, problems))}
        </Page>
    }
    .into_any()
}

/// The agreed step that begins on that day, once it has begun, with its version.
fn begun(page: &CitizenRetentionPage, from: NaiveDate) -> Option<(u32, RampUpStep)> {
    let agreed = page.agreed.as_ref()?;
    let step = agreed.steps.iter().find(|step| step.from == from)?;
    (when(step, page.today) != When::Ahead).then_some((agreed.version, *step))
}

fn body(
    page: &CitizenRetentionPage,
    from: NaiveDate,
    attempted: Attempted,
    problems: Problems,
) -> AnyView {
    let Some((version, step)) = begun(page, from) else {
        return view! {
            <Alert>
                <p>{text(|t| t.my_retention().step_none)}</p>
                {to_overview()}
            </Alert>
        }
        .into_any();
    };
    let about = text_of(move |t| {
        let day = |date| dates::date_without_weekday(t.language, date);
        let hours = numbers::hours_a_week(t.language, step.hours);
        fill(t.my_retention().step_about, &[&day(step.from), &day(step.to), &hours])
    });
    let said = report_of(&page.reports, version, from).cloned();
    let closed = page.case_closed;
    let telling = move || {
        let may = !closed;
        may.then(|| tell(version, from, attempted, problems))
    };
    let rest = match said {
        None => view! {
            <p>{text(|t| t.my_retention().step_lead)}</p>
            {telling()}
        }
        .into_any(),
        Some(report) => view! {
            {told(report)}
            <Details summary=text(|t| t.my_retention().step_rewrite)>{telling()}</Details>
        }
        .into_any(),
    };
    view! { <p class="font-lead">{about}</p> {rest} }.into_any()
}

/// The field and its button.
fn tell(version: u32, from: NaiveDate, attempted: Attempted, problems: Problems) -> AnyView {
    let (form, texts) = (use_retention().form, use_texts());
    let send = move |()| {
        let words = typed(AnswerField::Report(from));
        let wrong = problem(texts(), AnswerField::Report(from), &words, false);
        if !is_wrong(problems, wrong.into_iter().collect()) {
            let report = NewStepReport { version, from, text: words };
            attempted.send(Asked::Report(report), |desk| {
                desk.focus_next.set_value(Some(TOLD_ID));
            });
        }
    };
    let report = field(
        AnswerField::Report(from),
        text(|t| t.my_retention().step_field),
        text(|t| t.my_retention().step_hint),
    );
    view! {
        {area(form, report, problems)}
        <SavingLine form/>
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.my_retention().step_send)
            on_click=send
            busy=attempted.busy()
        />
    }
    .into_any()
}

/// That the caseworker has been told, what was said, and how to talk about it.
fn told(report: StepReport) -> AnyView {
    let (at, words) = (report.at, report.text);
    let when = text_of(move |t| fill(t.my_retention().told, &[&dates::date_time(t.language, &at)]));
    let words = (!words.is_empty()).then(|| {
        view! {
            <p class="question__from">{text(|t| t.my_retention().told_words)}</p>
            <blockquote class="said plan-text" dir="auto">{words}</blockquote>
        }
    });
    view! {
        <div id=TOLD_ID tabindex="-1">
            <Alert kind=AlertKind::Success heading=text(|t| t.my_retention().step_sent)>
                <p>{when}</p>
                <p>{text(|t| t.my_retention().step_sent_next)}</p>
            </Alert>
        </div>
        {words}
        {talk()}
    }
    .into_any()
}

/// The conversation that is booked, or the way to book one; and the phone.
fn talk() -> AnyView {
    let overview = load::<CaseOverview>(|| paths::CITIZEN_OVERVIEW.to_owned());
    view! {
        {show(overview, |overview| match overview.next_booking {
            Some(booking) => {
                let at = booking.starts_at;
                let words = text_of(move |t| {
                    fill(t.my_retention().step_booked, &[&dates::date_time(t.language, &at)])
                });
                view! {
                    <p>{words}</p>
                    <LinkButton
                        to=Route::Booking(booking.id)
                        text=text(|t| t.my_retention().see_booking)
                    />
                }
                .into_any()
            }
            None => view! {
                <LinkButton
                    kind=ButtonKind::Primary
                    class="button-wide"
                    to=Route::Book
                    text=text(|t| t.my_retention().book)
                />
            }
            .into_any(),
        })}
        <CallButton/>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use contract::retention_plan::AgreedHours;

    use super::*;
    use crate::citizen::retention_plan::next::tests::page;
    use crate::citizen::samples::day;
    use crate::job_plan::samples;

    #[test]
    fn only_an_agreed_step_that_has_begun_can_have_gone_wrong() {
        let mut page = page(None);
        assert_eq!(begun(&page, day("2026-12-07")), None);
        let steps = vec![
            samples::step("2026-12-07", "2026-12-20", "10"),
            samples::step("2026-12-21", "2027-01-03", "15"),
        ];
        page.agreed = Some(AgreedHours { version: 2, steps: steps.clone(), normal_hours: None });
        assert_eq!(begun(&page, day("2026-12-07")), Some((2, steps[0])));
        assert_eq!(begun(&page, day("2026-12-21")), None);
        assert_eq!(begun(&page, day("2026-12-08")), None);
    }
}
