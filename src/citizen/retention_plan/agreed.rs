//! The agreed hours as one's own time line: which step it is now, what comes next, and a way to
//! say that it did not go.

use chrono::NaiveDate;
use contract::retention_plan::{AgreedHours, CitizenRetentionPage, StepReport};
use contract::rules::RampUpStep;
use leptos::prelude::*;

use crate::citizen::steps_ahead::{next_change, step_sentence};
use crate::routes::{RetentionPage, Route};
use crate::text::{dates, fill, numbers, text, text_of};
use crate::ui::Tag;

/// When a step is, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Over.
    Past,
    /// Under way.
    Now,
    /// Not begun.
    Ahead,
}

/// When a step is.
pub(super) fn when(step: &RampUpStep, today: NaiveDate) -> When {
    if step.to < today {
        When::Past
    } else if step.from <= today {
        When::Now
    } else {
        When::Ahead
    }
}

/// What was said about the step of a version that begins on a day.
pub(super) fn report_of(
    reports: &[StepReport],
    version: u32,
    from: NaiveDate,
) -> Option<&StepReport> {
    reports.iter().find(|report| report.version == version && report.from == from)
}

/// The section of the overview.
pub(super) fn agreed_hours(page: &CitizenRetentionPage, agreed: &AgreedHours) -> AnyView {
    if agreed.steps.is_empty() {
        return ().into_any();
    }
    let today = page.today;
    let ahead = next_change(&agreed.steps, today).map(|change| {
        view! { <p><strong>{text_of(move |t| step_sentence(t, change))}</strong></p> }
    });
    let steps = agreed.steps.iter().map(|step| {
        let report = report_of(&page.reports, agreed.version, step.from).cloned();
        let can_tell = !page.case_closed && when(step, today) != When::Ahead;
        row(*step, today, report, can_tell)
    });
    view! {
        <section aria-labelledby="agreed-hours">
            <h2 id="agreed-hours">{text(|t| t.my_retention().agreed)}</h2>
            <p>{text(|t| t.my_retention().agreed_lead)}</p>
            {ahead}
            <ol class="nobullet-list agreed">{steps.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn row(step: RampUpStep, today: NaiveDate, report: Option<StepReport>, can_tell: bool) -> AnyView {
    let days = text_of(move |t| {
        let day = |date| dates::date_with_year(t.language, date);
        fill(t.my_retention().step, &[&day(step.from), &day(step.to)])
    });
    let hours = text_of(move |t| numbers::hours_a_week(t.language, step.hours));
    let (class, mark) = match when(&step, today) {
        When::Now => ("agreed__step agreed__step--now", Some(text(|t| t.my_retention().step_now))),
        When::Past => ("agreed__step", Some(text(|t| t.my_retention().step_past))),
        When::Ahead => ("agreed__step agreed__step--ahead", None),
    };
    let mark = mark.map(|mark| view! { <Tag text=mark/> });
    let link = (can_tell && report.is_none()).then(|| tell_link(step.from));
    view! {
        <li class=class>
            <p class="agreed__hours"><strong>{hours}</strong> " " {mark}</p>
            <p>{days}</p>
            {report.map(told)}
            {link}
        </li>
    }
    .into_any()
}

/// What was said about a step, and the way to it.
fn told(report: StepReport) -> AnyView {
    let (at, to) = (report.at, Route::Retention(RetentionPage::Step(report.from)).path());
    let words = text_of(move |t| {
        fill(t.my_retention().told, &[&dates::date_without_weekday(t.language, at.date_naive())])
    });
    view! { <p><a href=to>{words}</a></p> }.into_any()
}

/// "Det gik ikke".
fn tell_link(from: NaiveDate) -> AnyView {
    let to = Route::Retention(RetentionPage::Step(from)).path();
    let which = text_of(move |t| {
        let day = dates::date_without_weekday(t.language, from);
        fill(t.my_retention().did_not_go_which, &[&day])
    });
    view! {
        <a class="button button-secondary" href=to>
            {text(|t| t.my_retention().did_not_go)}
            <span class="sr-only">{which}</span>
        </a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::day;
    use crate::job_plan::samples::step;

    #[test]
    fn a_step_is_now_from_its_first_day_to_its_last() {
        let step = step("2026-12-07", "2026-12-20", "10");
        let at = |date| when(&step, day(date));
        assert_eq!(at("2026-12-06"), When::Ahead);
        assert_eq!(at("2026-12-07"), When::Now);
        assert_eq!(at("2026-12-20"), When::Now);
        assert_eq!(at("2026-12-21"), When::Past);
    }

    #[test]
    fn what_was_said_belongs_to_the_step_of_its_version() {
        let report = StepReport {
            version: 2,
            from: day("2026-12-07"),
            text: String::new(),
            at: "2026-12-09T12:00:00+01:00".parse().unwrap(),
        };
        let reports = [report];
        assert!(report_of(&reports, 2, day("2026-12-07")).is_some());
        assert!(report_of(&reports, 1, day("2026-12-07")).is_none());
        assert!(report_of(&reports, 2, day("2026-12-21")).is_none());
    }
}
