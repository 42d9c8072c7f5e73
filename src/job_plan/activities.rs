//! What was agreed with the municipality, as a table.

use contract::job_plan::Activity;
use leptos::prelude::*;

use super::words::activity_kind;
use crate::text::{Text, Texts, dates, fill, numbers, text, text_of};
use crate::ui::Table;

/// The activities; where there is something to do with one, in a column of its own.
#[component]
pub fn Activities(
    /// What was agreed.
    activities: Vec<Activity>,
    /// What can be done with one.
    #[prop(optional, into)]
    action: Option<Callback<Activity, AnyView>>,
) -> impl IntoView {
    if activities.is_empty() {
        return view! { <p>{text(|t| t.job_plan().no_activities)}</p> }.into_any();
    }
    let mut columns = vec![
        text(|t| t.job_plan().activity_what),
        text(|t| t.job_plan().activity_place),
        text(|t| t.job_plan().activity_when),
        text(|t| t.job_plan().activity_hours),
        text(|t| t.job_plan().activity_responsible),
    ];
    columns.extend(action.map(|_| text(|t| t.job_plan().activity_action)));
    let rows = activities.into_iter().map(|activity| row(activity, action)).collect_view();
    view! {
        <Table caption=text(|t| t.job_plan().activities) columns=columns>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(activity: Activity, action: Option<Callback<Activity, AnyView>>) -> AnyView {
    let action = action.map(|action| {
        let cell = action.run(activity.clone());
        view! { <td data-title=text(|t| t.job_plan().activity_action)>{cell}</td> }
    });
    let Activity { kind, description, place, from, to, hours, responsible, .. } = activity;
    let kind = text_of(move |t| activity_kind(t, &kind));
    let weekly = text_of(move |t| match hours {
        Some(hours) => numbers::hours(t.language, u64::from(hours.minutes)),
        None => t.job_plan().not_said.to_owned(),
    });
    view! {
        <tr>
            <td data-title=text(|t| t.job_plan().activity_what)>
                <strong>{kind}</strong> <br/> <span dir="auto">{description}</span>
            </td>
            <td data-title=text(|t| t.job_plan().activity_place)>{or_not_said(place)}</td>
            <td data-title=text(|t| t.job_plan().activity_when)>
                {text_of(move |t| days(t, from, to))}
            </td>
            <td data-title=text(|t| t.job_plan().activity_hours)>{weekly}</td>
            <td data-title=text(|t| t.job_plan().activity_responsible)>
                {or_not_said(responsible)}
            </td>
            {action}
        </tr>
    }
    .into_any()
}

fn or_not_said(words: String) -> Text {
    text_of(
        move |t| {
            if words.is_empty() { t.job_plan().not_said.to_owned() } else { words.clone() }
        },
    )
}

/// "1. december 2026 – 31. januar 2027", "Fra 1. december 2026".
fn days(t: &Texts, from: chrono::NaiveDate, to: Option<chrono::NaiveDate>) -> String {
    let day = |date| dates::date_with_year(t.language, date);
    match to {
        Some(to) => fill(t.job_plan().activity_days, &[&day(from), &day(to)]),
        None => fill(t.job_plan().activity_open, &[&day(from)]),
    }
}
