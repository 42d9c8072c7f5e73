//! The screens with one question: the goal, and each question about a leg.

use contract::job_plan::{FieldKey, JobPlanPage, LegQuestion, LegTexts, PlanLeg};
use contract::rules::GoalState;
use contract::rules::job_goal::goal_state;
use leptos::prelude::*;

use super::conflict::Conflict;
use super::desk::use_plan;
use super::flow::element_id;
use super::screen::{Problems, screen};
use crate::routes::PlanPage;
use crate::text::{Language, Text, Texts, fill, text, text_of};
use crate::ui::{Alert, Choice, Details, RadioGroup, TextArea, live_if, problem_of};

/// The job goal.
#[component]
pub(super) fn GoalPage() -> impl IntoView {
    screen(PlanPage::Goal, text(|t| t.plan().goal), |known, problems| {
        let goal = use_plan().draft.bind(FieldKey::Goal);
        let field = area(FieldKey::Goal, goal, |t| t.plan().goal, |t| t.plan().goal_hint, problems);
        view! { {alone(field)} {nudge(goal, known.vague_words.clone())} }.into_any()
    })
}

/// The only field of a screen: its question is the page's heading, and is not shown twice.
fn alone(field: AnyView) -> AnyView {
    view! { <div class="plan-alone">{field}</div> }.into_any()
}

/// A friendly nudge when the goal says nothing about where to go. Never a block.
fn nudge(goal: RwSignal<String>, vague: Vec<String>) -> AnyView {
    let is_vague =
        Memo::new(move |_| goal.with(|goal| goal_state(goal, &vague)) == GoalState::Vague);
    live_if(move || {
        is_vague.get().then(|| {
            let words = goal.get_untracked().trim().to_owned();
            let words = text_of(move |t| fill(t.plan().nudge, &[&words]));
            view! { <Alert live=true><p>{words}</p></Alert> }.into_any()
        })
    })
}

/// A question about a leg.
#[component]
pub(super) fn LegPage(
    /// Which leg.
    leg: PlanLeg,
    /// Which question.
    question: LegQuestion,
) -> impl IntoView {
    let title = match question {
        LegQuestion::Job => text(|t| t.plan().job),
        LegQuestion::Why => text(|t| t.plan().why),
        LegQuestion::Can => text(|t| t.plan().can),
        LegQuestion::Obstacles => text(|t| t.plan().obstacles),
        LegQuestion::Support => text(|t| t.plan().support),
        LegQuestion::Sure => text(|t| t.plan().sure),
    };
    screen(PlanPage::Leg(leg, question), title, move |known, problems| {
        let key = FieldKey::Leg(leg, question);
        let answer = use_plan().draft.bind(&key);
        let about = (question == LegQuestion::Job).then(|| about(known, leg));
        let field = match question {
            LegQuestion::Sure => sureness(key, answer, problems),
            LegQuestion::Job => {
                area(key, answer, |t| t.plan().job, |t| t.plan().job_hint, problems)
            }
            LegQuestion::Why => {
                area(key, answer, |t| t.plan().why, |t| t.plan().why_hint, problems)
            }
            LegQuestion::Can => {
                area(key, answer, |t| t.plan().can, |t| t.plan().can_hint, problems)
            }
            LegQuestion::Obstacles => {
                area(key, answer, |t| t.plan().obstacles, |t| t.plan().obstacles_hint, problems)
            }
            LegQuestion::Support => {
                area(key, answer, |t| t.plan().support, |t| t.plan().support_hint, problems)
            }
        };
        view! { {about} {alone(field)} }.into_any()
    })
}

/// What the municipality says about the leg.
fn about(known: &JobPlanPage, leg: PlanLeg) -> AnyView {
    let Some(texts) = known.legs.iter().find(|texts| texts.leg == leg).cloned() else {
        return ().into_any();
    };
    let LegTexts { label, label_en, help, help_en, .. } = texts;
    let summary = text_of(move |t| pick(t, &label, &label_en));
    let help = text_of(move |t| pick(t, &help, &help_en));
    view! { <Details summary=summary><p>{help}</p></Details> }.into_any()
}

fn pick(t: &Texts, da: &str, en: &str) -> String {
    match t.language {
        Language::Da => da.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// A text with its limit, and the choice when it was written in two places.
pub(super) fn area(
    key: FieldKey,
    value: RwSignal<String>,
    label: fn(&'static Texts) -> &'static str,
    hint: fn(&'static Texts) -> &'static str,
    problems: Problems,
) -> AnyView {
    let (id, limit) = (element_id(&key), key.limit());
    let rows = if limit > 500 { 6 } else { 2 };
    let hint: Text = text_of(move |t| format!("{} {}", hint(t), t.plan().optional));
    view! {
        <Conflict field=key.to_string() id=id.clone()/>
        <TextArea
            id=id.clone()
            label=text(label)
            hint=hint
            value=value
            limit=limit
            rows=rows
            error=problem_of(problems, id)
        />
    }
    .into_any()
}

/// How sure one is, 0 to 10.
fn sureness(key: FieldKey, value: RwSignal<String>, problems: Problems) -> AnyView {
    let id = element_id(&key);
    let number = |number: u8| Choice::new(number.to_string(), text_of(move |_| number.to_string()));
    view! {
        <Conflict field=key.to_string() id=id.clone()/>
        <div class="plan-sure">
            <RadioGroup
                id=id.clone()
                legend=text(|t| t.plan().sure)
                hint=text(|t| t.plan().sure_hint)
                choices=(0..=10).map(number).collect()
                value=value
                error=problem_of(problems, id)
            />
        </div>
    }
    .into_any()
}
