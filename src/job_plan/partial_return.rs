//! The wish for a stepwise return, as it was written.

use contract::job_plan::ReturnWish;
use contract::rules::WeeklyHours;
use leptos::prelude::*;

use super::ramp_picture::RampPicture;
use super::ramp_words::ramp_remarks;
use super::words::Reader;
use crate::text::{Text, numbers, text, text_of, use_texts};
use crate::ui::{Alert, live_if};

/// Hours now, hours before, and the way up with its picture.
#[component]
pub fn PartialReturn(
    /// What was written.
    wish: ReturnWish,
    /// Who reads.
    reader: Reader,
) -> impl IntoView {
    let ReturnWish { hours_now, normal_hours, ramp } = wish;
    if hours_now.is_none() && normal_hours.is_none() && ramp.is_empty() {
        return view! { <p class="plan-empty">{text(|t| t.job_plan().empty)}</p> }.into_any();
    }
    let texts = use_texts();
    let steps = ramp.clone();
    let remarks = live_if(move || {
        let remarks = ramp_remarks(texts(), &steps, normal_hours, reader);
        (!remarks.is_empty()).then(|| {
            let lines = remarks.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
            view! { <Alert>{lines}</Alert> }.into_any()
        })
    });
    let heading = (!ramp.is_empty()).then(|| view! { <h3>{text(|t| t.job_plan().ramp)}</h3> });
    view! {
        <dl class="plan-facts">
            {fact(text(|t| t.job_plan().hours_now), hours_now)}
            {fact(text(|t| t.job_plan().normal_hours), normal_hours)}
        </dl>
        {heading}
        <RampPicture steps=ramp normal=normal_hours/>
        {remarks}
    }
    .into_any()
}

fn fact(name: Text, weekly: Option<WeeklyHours>) -> AnyView {
    let words = text_of(move |t| match weekly {
        Some(weekly) => numbers::hours(t.language, u64::from(weekly.minutes)),
        None => t.job_plan().empty.to_owned(),
    });
    view! { <dt>{name}</dt> <dd>{words}</dd> }.into_any()
}
