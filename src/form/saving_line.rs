//! "Gemt kl. 14.03": how far what is typed has come.

use contract::problem::ErrorCode;
use leptos::prelude::*;

use super::Form;
use crate::draft::Saving;
use crate::text::{Texts, fill, text_of};

/// The line under the form.
#[component]
pub fn SavingLine(
    /// The form.
    form: Form,
    /// Is what cannot be saved on another page?
    #[prop(optional, into)]
    elsewhere: Signal<bool>,
) -> impl IntoView {
    let saving = form.draft.saving;
    let words = text_of(move |t| {
        saving.with(|saving| match saving {
            Saving::Refused if elsewhere.get() => t.form().refused_elsewhere.to_owned(),
            saving => words(t, saving),
        })
    });
    view! { <p class="saving-line"><span role="status">{words}</span></p> }.into_any()
}

fn words(t: &Texts, saving: &Saving) -> String {
    let words = &t.citizen.details;
    match saving {
        Saving::Untouched => String::new(),
        Saving::Waiting => words.saving.to_owned(),
        Saving::Saved(at) => fill(words.saved, &[&at.time_of_day(t.language)]),
        Saving::Failed => words.unsaved.to_owned(),
        Saving::Stopped(Some(ErrorCode::CaseClosed)) => t.form().stopped_closed.to_owned(),
        Saving::Stopped(Some(ErrorCode::MoveNotPossible)) => t.form().stopped_moved.to_owned(),
        Saving::Stopped(Some(ErrorCode::PreviewIsReadOnly)) => t.common.looks_on.to_owned(),
        Saving::Stopped(_) => t.form().stopped.to_owned(),
        Saving::Refused => words.refused.to_owned(),
        Saving::Conflict => words.conflict_line.to_owned(),
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
