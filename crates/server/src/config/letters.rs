//! The municipality's part of its letters: how to complain. The built-in text stands where the file
//! says nothing.

use serde::Deserialize;

/// The table `[letters]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LettersSettings {
    /// How to complain about a decision (*klagevejledning*), in Danish. Where to complain and within
    /// which time is the municipality's to say.
    pub complaint: String,
    /// The same in English.
    pub complaint_en: String,
}

impl Default for LettersSettings {
    fn default() -> Self {
        Self {
            complaint: "Ring til os først, hvis der er noget, vi har misforstået. Du kan også klage. Skriv eller ring til os senest 4 uger efter, at du har fået brevet. Så ser vi på sagen igen. Ændrer vi ikke afgørelsen, sender vi din klage videre til Ankestyrelsen.".to_owned(),
            complaint_en: "Ring us first if there is something we have misunderstood. You can also complain. Write to us or ring us within 4 weeks of getting this letter. We then look at the matter again. If we do not change the decision, we pass your complaint on to the National Social Appeals Board (Ankestyrelsen).".to_owned(),
        }
    }
}
