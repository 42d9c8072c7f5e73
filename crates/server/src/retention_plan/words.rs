//! Words that tell what somebody suffers from. A hint while typing, never a refusal: a list can
//! be wrong both ways.

/// Does a text use one of these words? An entry is a word in small letters, or the beginning of
/// words where it ends in `*`.
pub fn looks_like_health(entries: &[String], text: &str) -> bool {
    // Some keyboards write å as a letter and a ring.
    let text = text.to_lowercase().replace("a\u{30a}", "å");
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| entries.iter().any(|entry| is_meant(entry, word)))
}

fn is_meant(entry: &str, word: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == entry,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::RetentionPlanSettings;

    #[test]
    fn words_are_found_as_people_write_them() {
        let words = RetentionPlanSettings::default().health_words;
        for text in [
            "Depression",
            "efter sin DEPRESSION.",
            "Hun har angst/uro",
            "MIGRÆNE hver uge",
            "migrænen er værst om morgenen",
            "en blodprop i benet",
            "kræft",
            "venter på diagnosen",
            "she has anxiety",
            "slidgigt",
            "ÅREFORKALKNING",
            "a\u{30a}reforkalkning",
        ] {
            assert!(looks_like_health(&words, text), "{text}");
        }
    }

    #[test]
    fn what_tells_of_work_is_not_taken_for_it() {
        let words = RetentionPlanSettings::default().health_words;
        for text in [
            "",
            "Sidde højst en time ad gangen, hæve-sænke-bord",
            "Kræfter til tre timer om dagen",
            "Ingen tunge løft, pauser hver time",
            "Kan svare telefon og skrive tilbud",
            "Rygerum og rengøring undgås",
            "Works from home on Tuesdays",
        ] {
            assert!(!looks_like_health(&words, text), "{text}");
        }
    }

    #[test]
    fn a_word_is_the_whole_word_and_a_stem_its_beginning() {
        let words = ["gigt".to_owned(), "depress*".to_owned()];
        assert!(looks_like_health(&words, "gigt,"));
        assert!(!looks_like_health(&words, "gigtig"));
        assert!(looks_like_health(&words, "depressiv"));
        assert!(!looks_like_health(&words, "antidepressiv"));
    }
}
