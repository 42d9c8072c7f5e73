//! The screens with one question: the goal, and each question about a leg.

use contract::job_plan::{FieldKey, JobPlanPage, LegQuestion, LegTexts, PlanLeg};
use contract::rules::GoalState;
use contract::rules::job_goal::goal_state;
use leptos::prelude::*;

use super::desk::use_plan;
use super::flow::field;
use super::screen::screen;
use crate::form::{Field, Problems, area, area_of, radios};
use crate::routes::PlanPage;
use crate::text::{Language, Text, Texts, fill, text, text_of};
use crate::ui::{Alert, Choice, Details, live_if};

/// The job goal.
#[component]
pub(super) fn GoalPage() -> impl IntoView {
    screen(PlanPage::Goal, text(|t| t.plan().goal), |known, problems| {
        let form = use_plan().form;
        let goal = form.draft.bind(FieldKey::Goal);
        let label = text(|t| t.plan().goal);
        let field = optional(&FieldKey::Goal, label, |t| t.plan().goal_hint);
        let field = area_of(form, field, goal, problems);
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
        let about = (question == LegQuestion::Job).then(|| about(known, leg));
        let hint: fn(&'static Texts) -> &'static str = match question {
            LegQuestion::Sure => return alone(sureness(&key, problems)),
            LegQuestion::Job => |t| t.plan().job_hint,
            LegQuestion::Why => |t| t.plan().why_hint,
            LegQuestion::Can => |t| t.plan().can_hint,
            LegQuestion::Obstacles => |t| t.plan().obstacles_hint,
            LegQuestion::Support => |t| t.plan().support_hint,
        };
        let field = area(use_plan().form, optional(&key, title, hint), problems);
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

/// A text, which may be skipped.
pub(super) fn optional(
    key: &FieldKey,
    label: Text,
    hint: fn(&'static Texts) -> &'static str,
) -> Field {
    field(key, label).hint(text_of(move |t| format!("{} {}", hint(t), t.plan().optional)))
}

/// How sure one is, 0 to 10.
fn sureness(key: &FieldKey, problems: Problems) -> AnyView {
    let number = |number: u8| Choice::new(number.to_string(), text_of(move |_| number.to_string()));
    let sure = field(key, text(|t| t.plan().sure)).hint(text(|t| t.plan().sure_hint));
    let choices = (0..=10).map(number).collect();
    view! { <div class="plan-sure">{radios(use_plan().form, sure, choices, problems)}</div> }
        .into_any()
}
