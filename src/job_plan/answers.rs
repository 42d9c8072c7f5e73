//! The answers about a leg: those that were given under their questions, the others named in
//! one line.

use contract::job_plan::{LegPlan, LegQuestion};
use leptos::prelude::*;

use super::words::{question, sure};
use crate::text::{fill, text_of};

/// The questions answered, and how sure one is.
pub fn answers(leg: &LegPlan) -> AnyView {
    LegQuestion::ALL
        .into_iter()
        .filter(|asked| *asked != LegQuestion::Sure)
        .filter_map(|asked| {
            let answer = leg.answer(asked);
            (!answer.is_empty()).then(|| {
                view! {
                    <h3>{text_of(move |t| question(t, asked).to_owned())}</h3>
                    <p class="plan-text" dir="auto">{answer}</p>
                }
            })
        })
        .collect_view()
        .into_any()
}

/// How sure one is: a scale of ten, and the words.
pub fn sureness(leg: &LegPlan) -> AnyView {
    let Some(number) = leg.sure else { return ().into_any() };
    let cells = (1..=10).map(|step| {
        let class = if step <= number { "sure__cell sure__cell--full" } else { "sure__cell" };
        view! { <span class=class></span> }
    });
    view! {
        <h3>{text_of(move |t| question(t, LegQuestion::Sure).to_owned())}</h3>
        <p class="sure">
            <span class="sure__scale" aria-hidden="true">{cells.collect_view()}</span>
            <span>{text_of(move |t| sure(t, number))}</span>
        </p>
    }
    .into_any()
}

/// "Ikke udfyldt: …", when a leg that says something leaves questions open.
pub fn left_open(leg: &LegPlan) -> AnyView {
    let open = open_questions(leg);
    if open.is_empty() {
        return ().into_any();
    }
    let words = text_of(move |t| {
        let names: Vec<_> = open.iter().map(|asked| question(t, *asked)).collect();
        fill(t.job_plan().empty_parts, &[&names.join(" · ")])
    });
    view! { <p class="plan-empty">{words}</p> }.into_any()
}

fn open_questions(leg: &LegPlan) -> Vec<LegQuestion> {
    LegQuestion::ALL.into_iter().filter(|asked| leg.answer(*asked).is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_plan::samples::plan;

    #[test]
    fn what_is_left_open_is_named_in_the_order_asked() {
        let mut leg = plan("x").legs.remove(0);
        leg.job = "Pædagog".into();
        leg.sure = Some(0);
        assert_eq!(
            open_questions(&leg),
            [LegQuestion::Why, LegQuestion::Can, LegQuestion::Obstacles, LegQuestion::Support]
        );
    }
}
