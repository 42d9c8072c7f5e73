//! Above the plan: which version it is, and what the caseworker should know first.

use contract::job_plan::StaffJobPlan;
use contract::rules::GoalState;
use leptos::prelude::*;

use crate::api::Loaded;
use crate::caseworker::cases::conversation_words::conversation_words;
use crate::caseworker::cases::plan_line::{duty_line, shared_line};
use crate::caseworker::parts::part;
use crate::text::{fill, text, text_of};
use crate::ui::{Alert, AlertKind, live_if};

/// Whose plan, how far it has come, and what is missing.
#[component]
pub fn Head(
    /// The plan.
    data: Loaded<StaffJobPlan>,
) -> impl IntoView {
    let page = part(data, without_answers);
    live_if(move || page.get().map(head))
}

/// Only what the head tells: it is not drawn anew for a comment.
fn without_answers(page: &StaffJobPlan) -> StaffJobPlan {
    let mut page = page.clone();
    page.activities.clear();
    if let Some(shown) = &mut page.shown {
        shown.comments.clear();
        shown.agreed.clear();
    }
    page
}

fn head(page: StaffJobPlan) -> AnyView {
    let StaffJobPlan { case_number, required, case_closed, goal, versions, shown, .. } = page;
    let version = shown.map(|shown| shown.version);
    let newest = versions.iter().map(|version| version.number).max();
    let older = version.as_ref().is_some_and(|version| Some(version.number) < newest);
    let warning = version.as_ref().and_then(|_| goal_warning(goal));
    let status = text_of(move |t| {
        format!("{} {}", shared_line(t, version.as_ref()), duty_line(t, required))
    });
    view! {
        <p>{text_of(move |t| fill(t.staff().plan.lead, &[&case_number]))}</p>
        <p>{status}</p>
        {case_closed.then(|| view! { <Alert><p>{text(|t| t.staff().plan.case_closed)}</p></Alert> })}
        {(older && !case_closed).then(|| view! {
            <Alert><p>{text(|t| t.staff().plan.older)}</p></Alert>
        })}
        {warning}
        {conversation_words(page.next_conversation)}
    }
    .into_any()
}

fn goal_warning(goal: GoalState) -> Option<AnyView> {
    let words = match goal {
        GoalState::Missing => text(|t| t.staff().plan.goal_missing_text),
        GoalState::Vague => text(|t| t.staff().plan.goal_vague_text),
        GoalState::Concrete => return None,
    };
    Some(view! { <Alert kind=AlertKind::Warning><p>{words}</p></Alert> }.into_any())
}
