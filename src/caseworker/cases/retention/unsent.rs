//! What is typed and cannot be sent where the plan is now: it stays until it is discarded.

use contract::retention_plan::StaffRetentionPage;
use contract::rules::StaffMove;
use leptos::prelude::*;

use super::deciding::Deciding;
use crate::api::Loaded;
use crate::caseworker::dialogs::Typed;
use crate::caseworker::parts::part;
use crate::text::{Texts, text};
use crate::ui::{Alert, AlertKind, Button, live_if};

/// The texts that have no dialog to go to.
#[component]
pub fn Unsent(
    /// The plan.
    data: Loaded<StaffRetentionPage>,
    /// What is decided.
    deciding: Deciding,
) -> impl IntoView {
    let moves = part(data, |page| page.moves.clone());
    let stuck = move |by: StaffMove| {
        deciding.open.get().is_none() && moves.get().is_some_and(|moves| !moves.contains(&by))
    };
    let question = one(
        deciding.question,
        |t| t.staff().retention.unsent_question,
        Signal::derive(move || stuck(StaffMove::Ask)),
    );
    let reason = one(
        deciding.reason,
        |t| t.staff().retention.unsent_reason,
        Signal::derive(move || stuck(StaffMove::Close)),
    );
    view! { {question} {reason} }.into_any()
}

fn one(typed: Typed, heading: fn(&'static Texts) -> &'static str, stuck: Signal<bool>) -> AnyView {
    live_if(move || {
        let words = typed.words();
        (stuck.get() && !words.is_empty()).then(|| {
            view! {
                <Alert kind=AlertKind::Warning heading=text(heading)>
                    <p>{text(|t| t.staff().retention.unsent_text)}</p>
                    <blockquote class="plan-text" dir="auto">{words}</blockquote>
                    <Button
                        text=text(|t| t.staff().retention.discard)
                        on_click=move |()| typed.clear()
                    />
                </Alert>
            }
            .into_any()
        })
    })
}
