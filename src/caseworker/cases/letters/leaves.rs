//! The day a letter leaves and why that day, in words. Decides nothing: the day and its reason are
//! the server's.

use chrono::NaiveDate;
use contract::letters::{Letter, LetterKind};
use contract::rules::{Closure, LetterHold};
use leptos::prelude::*;

use crate::caseworker::words::holiday;
use crate::text::{Texts, dates, fill, text_of};
use crate::ui::Alert;

/// The day a letter leaves; and that nothing is sent yet.
pub fn leaves(letter: &Letter, today: NaiveDate) -> AnyView {
    let letter = letter.clone();
    let words = text_of(move |t| leaves_words(t, &letter, today));
    view! { <Alert><p>{words}</p></Alert> }.into_any()
}

/// The day in the list of letters: when it was sent, is to be sent, or should have been.
pub fn day_words(t: &Texts, letter: &Letter, today: NaiveDate) -> String {
    let texts = &t.staff().letters;
    let day = |day| dates::full_date(t.language, day);
    let on = letter.leaves.on;
    match letter.sent_at {
        Some(at) => fill(texts.sent_on, &[&day(at.date_naive())]),
        None if on < today => fill(texts.was_due, &[&day(on)]),
        None => day(on),
    }
}

fn leaves_words(t: &Texts, letter: &Letter, today: NaiveDate) -> String {
    let texts = &t.staff().letters;
    let day = |day| dates::full_date(t.language, day);
    if let Some(at) = letter.sent_at {
        return fill(texts.sent_at, &[&day(at.date_naive())]);
    }
    let on = letter.leaves.on;
    let when = match (letter.kind, &letter.leaves.held) {
        _ if on < today => fill(texts.was_on, &[&day(on)]),
        (LetterKind::Message, _) => texts.at_once.to_owned(),
        (LetterKind::Decision, None) => fill(texts.on, &[&day(on)]),
        (LetterKind::Decision, Some(hold)) if on == letter.at.date_naive() => {
            format!("{} {}", texts.all_the_same, hold_words(t, hold))
        }
        (LetterKind::Decision, Some(hold)) => {
            let held = fill(texts.held, &[&day(on)]);
            format!("{held} {}", hold_words(t, hold))
        }
    };
    format!("{when} {}.", texts.not_sent)
}

/// "Lørdag den 2. maj er weekend."
fn hold_words(t: &Texts, hold: &LetterHold) -> String {
    let texts = &t.staff().letters;
    let day = with_capital(&dates::date(t.language, hold.day_off));
    match &hold.closure {
        None => fill(texts.weekend, &[&day]),
        Some(Closure::PublicHoliday { holiday: which }) => {
            fill(texts.day_off, &[&day, holiday(t, *which)])
        }
        Some(Closure::ClosingDay { name, .. }) => fill(texts.day_off, &[&day, name]),
    }
}

fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use contract::letters::{LetterSender, LetterText};
    use contract::rules::{LetterDay, PublicHoliday};

    use super::*;
    use crate::text::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn letter(kind: LetterKind, leaves: LetterDay) -> Letter {
        let text = || LetterText { subject: "Brev".into(), parts: Vec::new() };
        Letter {
            id: None,
            kind,
            at: "2026-05-01T10:00:00+02:00".parse().unwrap(),
            leaves,
            sent_at: None,
            sender: LetterSender { name: "".into(), address: "".into(), phone: "".into() },
            da: text(),
            en: text(),
        }
    }

    fn held(on: &str, day_off: &str, closure: Option<Closure>) -> Letter {
        let held = Some(LetterHold { day_off: day(day_off), closure });
        letter(LetterKind::Decision, LetterDay { on: day(on), held })
    }

    #[test]
    fn a_held_letter_says_till_when_and_why() {
        let t = Language::Da.texts();
        let friday = held("2026-05-04", "2026-05-02", None);
        assert_eq!(
            leaves_words(t, &friday, day("2026-05-01")),
            "Brevet sendes mandag den 4. maj 2026, så det ikke kommer op til en fridag. Lørdag den \
             2. maj er weekend. Sendes ikke endnu fra Genvej."
        );
        let holiday = Closure::PublicHoliday { holiday: PublicHoliday::AscensionDay };
        let wednesday = held("2026-05-18", "2026-05-14", Some(holiday));
        let words = leaves_words(t, &wednesday, day("2026-05-13"));
        assert!(words.contains("Torsdag den 14. maj er Kristi himmelfartsdag."), "{words}");
    }

    #[test]
    fn a_letter_that_leaves_all_the_same_says_what_it_comes_up_to() {
        let friday = held("2026-05-01", "2026-05-02", None);
        let words = leaves_words(Language::Da.texts(), &friday, day("2026-05-01"));
        assert!(
            words.starts_with("Brevet sendes i dag, selv om det kommer op til en fridag. Lørdag")
        );
    }

    #[test]
    fn a_message_leaves_at_once_and_nothing_is_sent_yet() {
        let t = Language::En.texts();
        let message = letter(LetterKind::Message, LetterDay::at_once(day("2026-05-01")));
        let words = leaves_words(t, &message, day("2026-05-01"));
        assert!(words.contains("at once") && words.contains("Not sent from Genvej yet"), "{words}");
    }

    #[test]
    fn a_day_that_is_past_is_not_promised() {
        let t = Language::Da.texts();
        let past = held("2026-05-04", "2026-05-02", None);
        let words = leaves_words(t, &past, day("2026-05-05"));
        assert!(words.starts_with("Skulle være sendt mandag den 4. maj 2026."), "{words}");
        let message = letter(LetterKind::Message, LetterDay::at_once(day("2026-05-04")));
        let words = leaves_words(t, &message, day("2026-05-05"));
        assert!(words.starts_with("Skulle være sendt mandag den 4. maj 2026."), "{words}");
    }

    #[test]
    fn the_list_says_what_is_sent_and_what_should_have_been() {
        let (da, en) = (Language::Da.texts(), Language::En.texts());
        let mut one = held("2026-05-04", "2026-05-02", None);
        assert_eq!(day_words(da, &one, day("2026-05-04")), "mandag den 4. maj 2026");
        let past = day("2026-05-05");
        assert_eq!(day_words(da, &one, past), "Skulle være sendt mandag den 4. maj 2026");
        assert_eq!(day_words(en, &one, past), "Should have been sent on Monday 4 May 2026");
        one.sent_at = Some("2026-05-04T09:00:00+02:00".parse().unwrap());
        assert_eq!(day_words(da, &one, past), "Sendt mandag den 4. maj 2026");
    }
}
