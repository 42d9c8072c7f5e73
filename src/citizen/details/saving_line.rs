//! "Gemt kl. 14.03": how far what is typed has come.

use leptos::ev;
use leptos::prelude::*;

use super::conflict::CONFLICT_ID;
use super::saving::Saving;
use crate::citizen::desk::use_desk;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::{focus_element, live_if};

/// The line under the form.
#[component]
pub(super) fn SavingLine() -> impl IntoView {
    let desk = use_desk();
    let words = text_of(move |t| desk.draft.saving.with(|saving| words(t, saving)));
    let way = live_if(move || {
        desk.draft.saving.with(Saving::is_conflict).then(|| {
            let go = |event: ev::MouseEvent| {
                event.prevent_default();
                event.stop_propagation();
                focus_element(CONFLICT_ID);
            };
            let words = text(|t| t.citizen.details.conflict_see);
            view! { " " <a href=format!("#{CONFLICT_ID}") on:click=go>{words}</a> }.into_any()
        })
    });
    view! { <p class="saving-line"><span role="status">{words}</span> {way}</p> }
}

fn words(t: &Texts, saving: &Saving) -> String {
    let words = &t.citizen.details;
    match saving {
        Saving::Untouched => String::new(),
        Saving::Conflict(_) => words.conflict_line.to_owned(),
        Saving::Waiting | Saving::Sending => words.saving.to_owned(),
        Saving::Saved(at) => fill(words.saved, &[&at.time_of_day(t.language)]),
        Saving::Failed => words.unsaved.to_owned(),
        Saving::Refused(_) => words.refused.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn it_says_what_is_true() {
        let t = Language::Da.texts();
        assert_eq!(words(t, &Saving::Failed), "Ikke gemt endnu – vi prøver igen");
        assert_eq!(words(t, &Saving::Untouched), "");
    }
}
