//! A letter as it looks: who writes, the day, the subject and the text, in one of its languages.

use contract::letters::{Letter, LetterPart, LetterText};
use leptos::prelude::*;

use crate::text::{Language, Text, dates, fill, text};
use crate::ui::live;

/// A letter.
#[component]
pub fn Sheet(
    /// Which.
    letter: Letter,
    /// In which language; Danish at first, which the citizen gets unless they have chosen otherwise.
    #[prop(default = RwSignal::new(Language::Da))]
    language: RwSignal<Language>,
) -> impl IntoView {
    let switch = move |to: Language, name: Text| {
        let pressed = move || if language.get() == to { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="button button-secondary"
                aria-pressed=pressed
                on:click=move |_| language.set(to)
            >
                {name}
            </button>
        }
    };
    let group = text(|t| t.staff().letters.language);
    let sheet = live(move || {
        let Letter { da, en, .. } = &letter;
        draw(language.get(), &letter, in_language(language.get(), da, en))
    });
    view! {
        <div class="toolbar" role="group" aria-label=move || group.get()>
            {switch(Language::Da, text(|t| t.staff().letters.danish))}
            {switch(Language::En, text(|t| t.staff().letters.english))}
        </div>
        {sheet}
    }
    .into_any()
}

/// The text of a letter in a language.
pub fn in_language<'a>(
    language: Language,
    da: &'a LetterText,
    en: &'a LetterText,
) -> &'a LetterText {
    match language {
        Language::Da => da,
        Language::En => en,
    }
}

fn draw(language: Language, letter: &Letter, words: &LetterText) -> AnyView {
    let sender = letter.sender.clone();
    let day = dates::full_date(language, letter.leaves.on);
    let phone = fill(language.texts().staff().letters.phone, &[&sender.phone]);
    let parts = words.parts.iter().map(part).collect_view();
    view! {
        <article class="letter" lang=language.code()>
            <p class="letter__sender">
                <strong>{sender.name}</strong> <br/> {sender.address} <br/> {phone}
            </p>
            <p class="letter__day">{day}</p>
            <h2 class="letter__subject">{words.subject.clone()}</h2>
            {parts}
        </article>
    }
    .into_any()
}

fn part(part: &LetterPart) -> AnyView {
    match part.clone() {
        LetterPart::Heading { text } => view! { <h3 class="h4">{text}</h3> }.into_any(),
        LetterPart::Paragraph { text } => view! { <p class="letter__text">{text}</p> }.into_any(),
        // Caseworkers write in Danish, whatever language the letter is in.
        LetterPart::Quoted { text } => {
            view! { <p class="letter__text letter__text--quoted" lang="da">{text}</p> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_shown_in_the_language_asked_for() {
        let text = |subject: &str| LetterText { subject: subject.into(), parts: Vec::new() };
        let (da, en) = (text("Brev"), text("Letter"));
        assert_eq!(in_language(Language::Da, &da, &en).subject, "Brev");
        assert_eq!(in_language(Language::En, &da, &en).subject, "Letter");
    }
}
