//! The letter that a decision would give, in the dialog that asks for its reason: made of the reason
//! as far as it is typed, and gone once that is another. Where it is held, also as it would be if it
//! left today all the same.

use contract::booking::check_reason;
use contract::ids::CaseId;
use contract::letters::{Letter, LetterKind, PreviewLetter};
use contract::limits;
use contract::staff::DecisionMatter;
use leptos::prelude::*;

use super::leaves::leaves;
use super::sheet::Sheet;
use crate::api::{ApiError, staff};
use crate::caseworker::dialogs::{Typed, refused};
use crate::caseworker::refusal::field_message;
use crate::text::{text, use_texts};
use crate::ui::{Button, Details, Sending, TextArea, focus_element, live_if};

/// Where the letter stands.
const PREVIEW: &str = "letter-preview";
/// Why it would leave today.
const TODAY: &str = "letter-today";

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
    let make = Callback::new(move |send_today: Option<String>| {
        let reason = untrack(|| typed.words());
        failed.set(None);
        sending.run(async move {
            let wanted = PreviewLetter { decision, reason: reason.clone(), send_today };
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
    });
    let why = RwSignal::new(String::new());
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
                let is_held = letter.kind == LetterKind::Decision && letter.leaves.held.is_some();
                let all_the_same = is_held.then(|| view! { <AllTheSame why make sending/> });
                view! {
                    <section id=PREVIEW tabindex="-1" aria-label=move || name.get()>
                        {leaves(&letter, today)}
                        {all_the_same}
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
                on_click=move |()| make.run(None)
            />
        </div>
        {refused(failed)}
        {letter}
    }
    .into_any()
}

/// What the letter says if it leaves today although it is held (seeds K1, K2).
#[component]
fn AllTheSame(
    /// Why, as far as it is typed.
    why: RwSignal<String>,
    /// Makes the letter.
    make: Callback<Option<String>>,
    /// Is one on its way?
    sending: Sending,
) -> impl IntoView {
    let t = use_texts();
    let checked = RwSignal::new(false);
    let error = Signal::derive(move || {
        let code = checked.get().then(|| why.with(|why| check_reason(why))).flatten()?;
        Some(field_message(t(), "reason", code).to_owned())
    });
    let see = move |()| {
        checked.set(true);
        match error.get_untracked() {
            Some(_) => focus_element(TODAY),
            None => make.run(Some(why.get_untracked())),
        }
    };
    view! {
        <Details summary=text(|t| t.staff().letters.today_open)>
            <p>{text(|t| t.staff().letters.today_lead)}</p>
            <TextArea
                id=TODAY
                label=text(|t| t.staff().letters.today_why)
                hint=text(|t| t.staff().letters.today_hint)
                value=why
                limit=limits::REASON_CHARS
                error=error
            />
            <Button
                text=text(|t| t.staff().letters.today_see)
                busy=sending.busy()
                on_click=see
            />
        </Details>
    }
    .into_any()
}
