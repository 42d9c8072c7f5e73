//! The letter that a decision would give, in the dialog that asks for its reason: made of the reason
//! as far as it is typed, and gone once that is another.

use contract::ids::CaseId;
use contract::letters::{Letter, PreviewLetter};
use contract::staff::DecisionMatter;
use leptos::prelude::*;

use super::leaves::leaves;
use super::sheet::Sheet;
use crate::api::{ApiError, staff};
use crate::caseworker::dialogs::{Typed, refused};
use crate::text::text;
use crate::ui::{Button, Sending, focus_element, live_if};

/// Where the letter stands.
const PREVIEW: &str = "letter-preview";

/// A letter, and the reason it was made of.
#[derive(Clone, PartialEq)]
struct Made {
    reason: String,
    letter: Letter,
}

/// The button, and the letter below it.
#[component]
pub fn LetterPreview(
    /// Which case.
    case: CaseId,
    /// What would be decided.
    decision: DecisionMatter,
    /// The reason as it is typed.
    typed: Typed,
) -> impl IntoView {
    let made = RwSignal::new(None::<Made>);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let make = move |()| {
        let reason = untrack(|| typed.words());
        failed.set(None);
        sending.run(async move {
            let wanted = PreviewLetter { decision, reason: reason.clone() };
            match staff::preview_letter(case, &wanted).await {
                Ok(letter) => {
                    made.try_set(Some(Made { reason, letter }));
                    // In the next frame, when it is drawn.
                    request_animation_frame(|| focus_element(PREVIEW));
                }
                // The dialog may be gone by now.
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let name = text(|t| t.staff().letters.preview);
    let current = Memo::new(move |_| {
        let reason = typed.words();
        made.get().map(|made| (made.reason == reason, made.letter))
    });
    let letter = live_if(move || {
        Some(match current.get()? {
            (false, _) => view! { <p>{text(|t| t.staff().letters.changed_since)}</p> }.into_any(),
            (true, letter) => {
                let today = letter.at.date_naive();
                view! {
                    <section id=PREVIEW tabindex="-1" aria-label=move || name.get()>
                        {leaves(&letter, today)}
                        <Sheet letter/>
                    </section>
                }
                .into_any()
            }
        })
    });
    view! {
        <div class="toolbar">
            <Button
                text=text(|t| t.staff().letters.see_letter)
                busy=sending.busy()
                on_click=make
            />
        </div>
        {refused(failed)}
        {letter}
    }
    .into_any()
}
