//! The steps of a leg as a table: what, who, when, done and agreed.

use contract::job_plan::{AgreedStep, PlanLeg, PlanStep};
use leptos::prelude::*;

use super::words::letter;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Table, Tag, live};

/// A part of a page beside a step.
pub type BesideStep = Callback<(PlanLeg, PlanStep), AnyView>;

/// The steps of a leg.
#[component]
pub fn Steps(
    /// Of which leg.
    leg: PlanLeg,
    /// The steps.
    steps: Vec<PlanStep>,
    /// What the caseworkers have agreed to.
    agreed: Signal<Vec<AgreedStep>>,
    /// What stands beside a step instead of whether it is agreed.
    beside: Option<BesideStep>,
) -> impl IntoView {
    let columns = vec![
        text(|t| t.job_plan().step_what),
        text(|t| t.job_plan().step_who),
        text(|t| t.job_plan().step_when),
        text(|t| t.job_plan().step_done),
        text(|t| t.job_plan().step_agreed),
    ];
    let rows = steps.into_iter().map(|step| row(leg, step, agreed, beside)).collect_view();
    let caption = text_of(move |t| fill(t.job_plan().steps_of, &[letter(leg)]));
    view! {
        <h3>{text(|t| t.job_plan().steps)}</h3>
        <div class="plan-table"><Table caption=caption columns=columns>{rows}</Table></div>
    }
    .into_any()
}

fn row(
    leg: PlanLeg,
    step: PlanStep,
    agreed: Signal<Vec<AgreedStep>>,
    beside: Option<BesideStep>,
) -> AnyView {
    let PlanStep { id, what, who, when, done } = step.clone();
    let when = text_of(move |t| match when {
        Some(day) => dates::date_with_year(t.language, day),
        None => t.job_plan().nobody.to_owned(),
    });
    let who = match who.is_empty() {
        true => view! { {text(|t| t.job_plan().nobody)} }.into_any(),
        false => view! { <span dir="auto">{who}</span> }.into_any(),
    };
    let agreement = match beside {
        Some(beside) => beside.run((leg, step)),
        None => agreed_words(Signal::derive(move || {
            let this = |one: &&AgreedStep| one.leg == leg && one.step == id;
            agreed.with(|agreed| agreed.iter().find(this).cloned())
        })),
    };
    view! {
        <tr>
            <td data-title=text(|t| t.job_plan().step_what)>
                <span class="plan-text" dir="auto">{what}</span>
            </td>
            <td data-title=text(|t| t.job_plan().step_who)>{who}</td>
            <td data-title=text(|t| t.job_plan().step_when)>{when}</td>
            <td data-title=text(|t| t.job_plan().step_done)>{done_words(done)}</td>
            <td data-title=text(|t| t.job_plan().step_agreed)>{agreement}</td>
        </tr>
    }
    .into_any()
}

fn done_words(done: bool) -> AnyView {
    match done {
        true => view! { <Tag text=text(|t| t.job_plan().yes) kind="success"/> }.into_any(),
        false => view! { {text(|t| t.job_plan().not_yet)} }.into_any(),
    }
}

/// "Aftalt med Hanne Ravn, 4. december 2026".
pub fn agreement(agreed: Option<AgreedStep>) -> Text {
    text_of(move |t| match &agreed {
        Some(agreed) => {
            let day = dates::date_with_year(t.language, agreed.at.date_naive());
            fill(t.job_plan().agreed_with, &[&agreed.by, &day])
        }
        None => t.job_plan().not_agreed.to_owned(),
    })
}

fn agreed_words(agreed: Signal<Option<AgreedStep>>) -> AnyView {
    live(move || agreement(agreed.get()).into_any())
}
