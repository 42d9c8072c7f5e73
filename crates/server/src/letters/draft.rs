//! A letter while it is put together, in both languages at once: what is said in one is said in the
//! other, or it does not compile. Knows no sentence.

use contract::letters::{LetterPart, LetterText};

/// The same words in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

/// Words in Danish and in English.
pub(super) fn words(da: impl Into<String>, en: impl Into<String>) -> Words {
    Words { da: da.into(), en: en.into() }
}

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// In Danish.
    pub da: LetterText,
    /// In English.
    pub en: LetterText,
}

impl Draft {
    /// A letter about something.
    pub fn about(subject: Words) -> Self {
        let text = |subject| LetterText { subject, parts: Vec::new() };
        Self { da: text(subject.da), en: text(subject.en) }
    }

    /// With a heading.
    pub fn heading(self, text: Words) -> Self {
        self.with(text, |text| LetterPart::Heading { text })
    }

    /// With a paragraph.
    pub fn says(self, text: Words) -> Self {
        self.with(text, |text| LetterPart::Paragraph { text })
    }

    /// With a caseworker's words as they were written; without any there is nothing to quote.
    pub fn quotes(self, text: &str) -> Self {
        match text.trim() {
            "" => self,
            text => self.with(words(text, text), |text| LetterPart::Quoted { text }),
        }
    }

    /// With a paragraph before all others.
    pub fn begins(mut self, text: Words) -> Self {
        self.da.parts.insert(0, LetterPart::Paragraph { text: text.da });
        self.en.parts.insert(0, LetterPart::Paragraph { text: text.en });
        self
    }

    fn with(mut self, text: Words, part: fn(String) -> LetterPart) -> Self {
        self.da.parts.push(part(text.da));
        self.en.parts.push(part(text.en));
        self
    }
}
