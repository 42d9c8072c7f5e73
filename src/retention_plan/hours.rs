//! The way up in the plan: its picture, and a table with where the hours lie and what is done
//! in them.

use contract::retention_plan::RetentionStep;
use contract::rules::{RampFindingKind, RampUpStep, WeeklyHours};
use leptos::prelude::*;

use super::words::Reader;
use crate::job_plan::{RampNumbers, RampPicture, total, worth_saying};
use crate::text::{Texts, dates, fill, numbers, text, text_of, use_texts};
use crate::ui::{Alert, Table, live_if};

/// A sentence for each thing worth saying about the hours that is no error. Fewer hours than
/// before are explained by their reason, which the table shows.
fn hours_remarks(
    t: &Texts,
    steps: &[RampUpStep],
    normal: Option<WeeklyHours>,
    reader: Reader,
) -> Vec<String> {
    let texts = t.retention();
    let sentence = match reader {
        Reader::Citizen => texts.recovered_citizen,
        Reader::Employer => texts.recovered_employer,
        Reader::Staff => texts.recovered_staff,
    };
    worth_saying(steps, normal)
        .into_iter()
        .filter(|(_, kind)| *kind == RampFindingKind::CountsAsRecovered)
        .map(|(from, _)| fill(sentence, &[&dates::date_without_weekday(t.language, from)]))
        .collect()
}

/// Picture, table, sum and remarks.
pub(super) fn way_up(
    ramp: Vec<RetentionStep>,
    normal: Option<WeeklyHours>,
    reader: Reader,
) -> AnyView {
    let steps = StoredValue::new(ramp.iter().map(|row| row.step).collect::<Vec<_>>());
    let texts = use_texts();
    let remarks = live_if(move || {
        let remarks = steps.with_value(|steps| hours_remarks(texts(), steps, normal, reader));
        (!remarks.is_empty()).then(|| {
            let lines = remarks.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
            view! { <Alert>{lines}</Alert> }.into_any()
        })
    });
    // A column in which nobody has written would only be long.
    let with_days = ramp.iter().any(|row| !row.days.is_empty());
    let with_tasks = ramp.iter().any(|row| !row.tasks.is_empty());
    let mut columns = vec![text(|t| t.retention().step_when), text(|t| t.retention().step_hours)];
    columns.extend(with_days.then(|| text(|t| t.retention().step_days)));
    columns.extend(with_tasks.then(|| text(|t| t.retention().step_tasks)));
    let rows = ramp.into_iter().map(|one| row(one, with_days, with_tasks)).collect_view();
    view! {
        <RampPicture steps=steps.get_value() normal=normal numbers=RampNumbers::Own/>
        <div class="plan-table">
            <Table caption=text(|t| t.retention().hours) columns=columns>{rows}</Table>
        </div>
        <p>{text_of(move |t| steps.with_value(|steps| total(t, steps)))}</p>
        {remarks}
    }
    .into_any()
}

fn row(row: RetentionStep, with_days: bool, with_tasks: bool) -> AnyView {
    let RetentionStep { step, days, tasks, reason, .. } = row;
    let when = text_of(move |t| {
        let day = |date| dates::date_with_year(t.language, date);
        fill(t.retention().days, &[&day(step.from), &day(step.to)])
    });
    let hours = text_of(move |t| numbers::hours(t.language, u64::from(step.hours.minutes)));
    let reason = (!reason.is_empty()).then(|| {
        let words = text_of(move |t| fill(t.retention().step_reason, &[&reason]));
        view! { <br/> <span dir="auto">{words}</span> }
    });
    let days = with_days.then(|| {
        view! { <td data-title=text(|t| t.retention().step_days)>{said(days)}</td> }
    });
    let tasks = with_tasks.then(|| {
        view! { <td data-title=text(|t| t.retention().step_tasks)>{said(tasks)}</td> }
    });
    view! {
        <tr>
            <td data-title=text(|t| t.retention().step_when)>{when}</td>
            <td data-title=text(|t| t.retention().step_hours)>
                <span>{hours} {reason}</span>
            </td>
            {days}
            {tasks}
        </tr>
    }
    .into_any()
}

fn said(words: String) -> AnyView {
    if words.is_empty() {
        return view! { {text(|t| t.retention().empty)} }.into_any();
    }
    view! { <span class="plan-text" dir="auto">{words}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_plan::samples::{hours, step};
    use crate::text::Language;

    #[test]
    fn from_when_one_counts_as_recovered_is_said_to_each_in_their_words_and_once() {
        let t = Language::Da.texts();
        let steps = [
            step("2026-12-01", "2027-01-03", "20"),
            step("2027-01-04", "2027-01-31", "34"),
            step("2027-02-01", "2027-02-28", "30"),
            step("2027-03-01", "2027-03-31", "37"),
        ];
        let said = |reader| hours_remarks(t, &steps, hours("37"), reader);
        assert_eq!(said(Reader::Citizen).len(), 2);
        assert!(said(Reader::Citizen)[0].contains("4. januar"));
        assert!(said(Reader::Citizen)[0].contains("regnes du"));
        assert!(said(Reader::Employer)[0].contains("regnes medarbejderen"));
        assert!(said(Reader::Staff)[0].contains("regnes borgeren"));
    }
}
