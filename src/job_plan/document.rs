//! A job plan as a document: goal, plan A, B and C, and the stepwise return, each with its
//! comments.

use contract::job_plan::{AgreedStep, JobPlan, LegPlan, LegTexts, PlanComment, PlanSection};
use leptos::prelude::*;

use super::answers::{answers, left_open, sureness};
use super::comments::comments_of;
use super::partial_return::PartialReturn;
use super::steps::{BesideStep, Steps};
use super::words::{Reader, leg_label};
use crate::text::{Text, text, text_of};

/// A plan to read. What is answered to it follows by itself; the plan is drawn once.
#[component]
pub fn PlanDocument(
    /// What it says.
    plan: JobPlan,
    /// What the municipality calls the legs.
    legs: Vec<LegTexts>,
    /// Who reads.
    reader: Reader,
    /// The caseworkers' comments.
    #[prop(optional, into)]
    comments: Signal<Vec<PlanComment>>,
    /// Steps the caseworkers have agreed to.
    #[prop(optional, into)]
    agreed: Signal<Vec<AgreedStep>>,
    /// What stands below a section.
    #[prop(optional, into)]
    below_section: Option<Callback<PlanSection, AnyView>>,
    /// What stands beside a step, instead of whether it is agreed.
    #[prop(optional, into)]
    beside_step: Option<BesideStep>,
) -> impl IntoView {
    let JobPlan { goal, legs: written, partial_return } = plan;
    let below = move |section| {
        let more = below_section.map(|below| below.run(section));
        view! { {comments_of(section, comments)} {more} }.into_any()
    };
    let legs = StoredValue::new(legs);
    let written: Vec<_> = written
        .into_iter()
        .map(|leg| {
            let name = leg.leg;
            let label = text_of(move |t| legs.with_value(|legs| leg_label(t, legs, name)));
            let body = view! { {leg_body(leg, agreed, beside_step)} {below(name.into())} };
            section(name.as_str(), label, body.into_any())
        })
        .collect();
    let goal = view! { {goal_words(goal)} {below(PlanSection::Goal)} };
    let partial_return = view! {
        <PartialReturn wish=partial_return reader=reader/>
        {below(PlanSection::Return)}
    };
    view! {
        <article class="plan-document">
            {section("goal", text(|t| t.job_plan().goal), goal.into_any())}
            {written}
            {section("return", text(|t| t.job_plan().partial_return), partial_return.into_any())}
        </article>
    }
    .into_any()
}

fn section(name: &str, heading: Text, body: AnyView) -> AnyView {
    let id = format!("plan-{name}");
    view! {
        <section class="plan-section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{heading}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn goal_words(goal: String) -> AnyView {
    if goal.is_empty() {
        return view! { <p class="plan-empty">{text(|t| t.job_plan().empty)}</p> }.into_any();
    }
    view! { <p class="plan-goal plan-text" dir="auto">{goal}</p> }.into_any()
}

fn leg_body(leg: LegPlan, agreed: Signal<Vec<AgreedStep>>, beside: Option<BesideStep>) -> AnyView {
    if leg.is_empty() {
        return view! { <p class="plan-empty">{text(|t| t.job_plan().empty)}</p> }.into_any();
    }
    let steps = (!leg.steps.is_empty()).then(|| {
        view! { <Steps leg=leg.leg steps=leg.steps.clone() agreed=agreed beside=beside/> }
    });
    view! { {answers(&leg)} {steps} {sureness(&leg)} {left_open(&leg)} }.into_any()
}
