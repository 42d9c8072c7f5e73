//! The parts of the plan with how far each has come, for the overview.

use contract::job_plan::JobPlanPage;
use leptos::prelude::*;

use super::desk::use_plan;
use super::flow::{PlanPart, screen_of};
use super::problems::all;
use super::progress::{Progress, progress, said_screens};
use crate::api::Load;
use crate::job_plan::leg_label;
use crate::routes::Route;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Tag, live};

/// What a part is called.
pub(super) fn part_name(part: PlanPart) -> Text {
    let desk = use_plan();
    text_of(move |t| match part {
        PlanPart::Goal => t.plan().goal_part.to_owned(),
        PlanPart::Return => t.plan().return_part.to_owned(),
        PlanPart::Talk => t.plan().talk_part.to_owned(),
        PlanPart::Leg(leg) => match desk.state() {
            Load::Ready(page) => leg_label(t, &page.legs, leg),
            Load::Loading | Load::Failed(_) => leg_label(t, &[], leg),
        },
    })
}

/// The parts, each with its way in.
pub(super) fn part_list(known: &JobPlanPage) -> AnyView {
    let (draft, has_conversation) = (use_plan().form.draft, known.next_conversation.is_some());
    let handed_over = known.next_conversation.as_ref().is_some_and(|next| next.words.is_some());
    live(move || {
        draft.replaced.track();
        let said = draft.with(|fields| said_screens(fields.said()));
        let wrong: Vec<Option<PlanPart>> =
            draft.with(all).iter().map(|(key, _)| PlanPart::of(screen_of(key))).collect();
        let shown = |part: &PlanPart| {
            *part != PlanPart::Talk || has_conversation || progress(*part, &said).said > 0
        };
        let rows: Vec<_> = PlanPart::ALL
            .into_iter()
            .filter(shown)
            .map(|part| {
                let handed_over = handed_over && part == PlanPart::Talk;
                row(part, progress(part, &said), handed_over, wrong.contains(&Some(part)))
            })
            .collect();
        view! {
            <section aria-labelledby="plan-parts">
                <h2 id="plan-parts">{text(|t| t.plan().parts)}</h2>
                <ul class="plan-parts nobullet-list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(part: PlanPart, progress: Progress, handed_over: bool, wrong: bool) -> AnyView {
    let first = part.screens().first().map(|page| Route::Plan(*page).path());
    let state = text_of(move |t| state_words(t, progress, handed_over));
    let state = match progress.said {
        _ if wrong => view! { <Tag text=text(|t| t.plan().to_mend) kind="warning"/> }.into_any(),
        0 if !handed_over => view! { <span class="form-hint">{state}</span> }.into_any(),
        said if said < progress.of => view! { <Tag text=state kind="info"/> }.into_any(),
        _ => view! { <Tag text=state kind="success"/> }.into_any(),
    };
    view! {
        <li>
            <a href=first>{part_name(part)}</a>
            {state}
        </li>
    }
    .into_any()
}

fn state_words(t: &Texts, progress: Progress, handed_over: bool) -> String {
    let words = t.plan();
    match progress {
        _ if handed_over => words.handed_over.to_owned(),
        Progress { said: 0, .. } => words.not_begun.to_owned(),
        Progress { said, of } if said < of => {
            fill(words.begun, &[&said.to_string(), &of.to_string()])
        }
        Progress { .. } => words.done.to_owned(),
    }
}
