//! What changed since the version before, as a list of sentences.

mod sentences;

use contract::job_plan::{JobPlan, PreviousPlan, differences};
use leptos::prelude::*;

use self::sentences::{Change, sentence};
use crate::text::{fill, text, text_of, use_texts};
use crate::ui::live;

/// What changed since an earlier version, in words.
#[component]
pub fn Differences(
    /// The version to compare with.
    previous: PreviousPlan,
    /// What the plan says now.
    plan: JobPlan,
) -> impl IntoView {
    let texts = use_texts();
    let number = previous.number.to_string();
    let found = StoredValue::new(differences(&previous.plan, &plan));
    let heading = {
        let number = number.clone();
        text_of(move |t| fill(t.job_plan().changed_since, &[&number]))
    };
    let none = found.with_value(Vec::is_empty).then(|| {
        view! { <p>{text_of(move |t| fill(t.job_plan().no_changes, &[&number]))}</p> }
    });
    let list = live(move || {
        let changes = found.with_value(|found| {
            found.iter().flat_map(|difference| sentence(texts(), difference)).collect::<Vec<_>>()
        });
        changes.into_iter().map(item).collect_view().into_any()
    });
    view! {
        <section class="plan-changes" aria-labelledby="plan-changes">
            <h2 id="plan-changes">{heading}</h2>
            {none}
            <ul class="plan-changes__list">{list}</ul>
        </section>
    }
    .into_any()
}

fn item(change: Change) -> AnyView {
    let Change { sentence, before, now } = change;
    let part = |heading, words: String| {
        (!words.is_empty()).then(|| {
            view! { <dt>{heading}</dt> <dd dir="auto">{words}</dd> }
        })
    };
    let texts = (!before.is_empty() || !now.is_empty()).then(|| {
        view! {
            <dl class="plan-changes__texts">
                {part(text(|t| t.job_plan().before), before)}
                {part(text(|t| t.job_plan().now), now)}
            </dl>
        }
    });
    view! { <li>{sentence} {texts}</li> }.into_any()
}
