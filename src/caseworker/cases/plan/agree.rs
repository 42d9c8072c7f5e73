//! Agreeing to a step. The box shows what the server knows, never what was only pressed.

use contract::job_plan::{AgreeStep, AgreedStep, PlanLeg, PlanStep};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::answering::Answering;
use crate::api::{IdempotencyKey, staff};
use crate::caseworker::refusal::is_outdated;
use crate::job_plan::agreement;
use crate::text::{fill, text_of};
use crate::ui::{flag, live_if};

/// The box beside a step, and who has agreed to it.
pub fn agree_box(
    answering: Answering,
    version: u32,
    leg: PlanLeg,
    step: PlanStep,
    agreed: Signal<Vec<AgreedStep>>,
) -> AnyView {
    let id = format!("agree-{}-{}", leg.as_str(), step.id);
    let row = step.id.clone();
    let known = Memo::new(move |_| {
        let this = |one: &&AgreedStep| one.leg == leg && one.step == row;
        agreed.with(|agreed| agreed.iter().find(this).cloned())
    });
    let what = step.what.clone();
    let name = step.what.clone();
    let row = step.id.clone();
    let waits = Signal::derive(move || {
        answering.waiting.with(|one| one.as_ref().is_some_and(|(of, id)| *of == leg && *id == row))
    });
    let label = text_of(move |t| {
        let texts = &t.staff().plan;
        if waits.get() { texts.saving.to_owned() } else { texts.agreed.to_owned() }
    });
    let row = step.id;
    let press = move |event: MouseEvent| {
        // The box turns when the server has agreed.
        event.prevent_default();
        if answering.waiting.with_untracked(Option::is_none) {
            let agreed = known.with_untracked(Option::is_none);
            let step = AgreeStep { version, leg, step: row.clone(), agreed };
            send(answering, step, what.clone());
        }
    };
    view! {
        <div class="form-group-checkbox agree">
            <input
                type="checkbox"
                class="form-checkbox"
                id=id.clone()
                prop:checked=move || known.with(Option::is_some)
                aria-disabled=flag(move || answering.waiting.with(Option::is_some))
                on:click=press
            />
            <label for=id>{label} <span class="sr-only">": " {name}</span></label>
        </div>
        {live_if(move || known.get().map(|agreed| {
            view! { <span class="small-text">{agreement(Some(agreed))}</span> }.into_any()
        }))}
    }
    .into_any()
}

fn send(answering: Answering, step: AgreeStep, what: String) {
    let Answering { case, notice, waiting, .. } = answering;
    notice.clear();
    waiting.set(Some((step.leg, step.step.clone())));
    answering.sending.run(async move {
        match staff::agree_step(case, &IdempotencyKey::new(), &step).await {
            Ok(page) => {
                answering.show(page);
                notice.done(move |t| {
                    let texts = &t.staff().plan;
                    let agreed = step.agreed;
                    let sentence = if agreed { texts.agreed_now } else { texts.not_agreed_now };
                    fill(sentence, &[&what])
                });
            }
            Err(error) => {
                waiting.try_set(None);
                if is_outdated(&error) {
                    answering.reload();
                }
                notice.refused(error);
            }
        }
    });
}
