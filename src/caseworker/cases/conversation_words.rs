//! What the citizen has written for the next conversation: whole on the case's pages, in short
//! in the week.

use contract::job_plan::{ConversationWords, GivenWords};
use leptos::prelude::*;

use crate::text::{Text, Texts, dates, fill, text, text_of};

/// Characters shown of a text in the week.
const SHORT: usize = 160;

/// The words for the next conversation; nothing when there are none.
pub fn conversation_words(next: Option<ConversationWords>) -> AnyView {
    let Some((starts_at, words)) = next.and_then(|next| Some((next.starts_at, next.words?))) else {
        return ().into_any();
    };
    let heading = text_of(move |t| {
        fill(t.staff().plan.words_for, &[&dates::date_time(t.language, &starts_at)])
    });
    view! {
        <section class="given-words">
            <h3>{heading}</h3>
            <dl class="plan-facts">
                {fact(text(|t| t.staff().plan.words_goal), words.goal)}
                {fact(text(|t| t.staff().plan.words_talk), words.talk)}
            </dl>
        </section>
    }
    .into_any()
}

fn fact(name: Text, words: String) -> Option<AnyView> {
    (!words.is_empty())
        .then(|| view! { <dt>{name}</dt> <dd class="plan-text" dir="auto">{words}</dd> }.into_any())
}

/// The words in a line each, for a booking in the week; `true` when there is more to read.
pub fn in_short(t: &Texts, words: &GivenWords) -> (Vec<String>, bool) {
    let texts = &t.staff().plan;
    let mut cut = false;
    let mut line = |name: &str, words: &str| {
        let (words, more) = shorten(words, SHORT)?;
        cut |= more;
        Some(fill(texts.words_line, &[name, &words]))
    };
    let lines = [line(texts.words_goal, &words.goal), line(texts.words_talk, &words.talk)];
    (lines.into_iter().flatten().collect(), cut)
}

/// The beginning of a text on one line, and whether there is more of it.
fn shorten(words: &str, limit: usize) -> Option<(String, bool)> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return None;
    }
    let Some((end, _)) = line.char_indices().nth(limit) else { return Some((line, false)) };
    let start = line.get(..end)?;
    let whole_words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    Some((format!("{whole_words} …"), true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn words(goal: &str, talk: &str) -> GivenWords {
        let at = "2026-12-01T08:00:00+01:00".parse().unwrap();
        GivenWords { goal: goal.into(), talk: talk.into(), at }
    }

    #[test]
    fn each_thing_written_has_a_line_in_the_week() {
        let t = Language::Da.texts();
        let (lines, more) = in_short(t, &words("Kok", "Mine\ntimer"));
        assert_eq!(lines, ["Jobmål: Kok", "Vil gerne tale om: Mine timer"]);
        assert!(!more);
        assert_eq!(in_short(t, &words("", " ")), (Vec::new(), false));
    }

    #[test]
    fn a_long_text_is_cut_between_words_and_says_so() {
        assert_eq!(shorten("æble pære blomme", 11), Some(("æble pære …".into(), true)));
        assert_eq!(shorten("æblepæreblomme", 4), Some(("æble …".into(), true)));
        assert_eq!(shorten("æble", 4), Some(("æble".into(), false)));
    }
}
