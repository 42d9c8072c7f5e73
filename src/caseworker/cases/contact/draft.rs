//! From what is typed about a contact with the employer to the contact, and what is wrong with
//! it in words.

use chrono::NaiveDate;
use contract::problem::{FieldCode, FieldError};
use contract::retention_plan::{
    ContactChannelUsed, EmployerContactWhat, NewEmployerContact, check_contact,
};

use crate::text::Texts;

/// The employer was contacted.
pub const CONTACTED: &str = "contacted";
/// The contact is left out.
pub const LEFT_OUT: &str = "left_out";

/// What is typed, as plain values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactDraft {
    /// [`CONTACTED`] or [`LEFT_OUT`].
    pub kind: String,
    /// The day.
    pub on: String,
    /// The channel's name.
    pub channel: String,
    /// What came of it.
    pub outcome: String,
    /// Why it is left out.
    pub reason: String,
}

impl ContactDraft {
    /// Nothing typed: most contacts are recorded on their day.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            kind: CONTACTED.to_owned(),
            on: today.to_string(),
            channel: String::new(),
            outcome: String::new(),
            reason: String::new(),
        }
    }

    /// The contact, or the fields at fault in the order of the page.
    pub fn read(&self, today: NaiveDate) -> Result<NewEmployerContact, Vec<FieldError>> {
        let mut errors = Vec::new();
        let on = self.on.parse();
        if on.is_err() {
            errors.push(FieldError::new("on", FieldCode::Missing));
        }
        let channel = ContactChannelUsed::parse(&self.channel);
        let what = if self.kind == LEFT_OUT {
            EmployerContactWhat::LeftOut { reason: self.reason.trim().to_owned() }
        } else {
            if channel.is_none() {
                errors.push(FieldError::new("what.channel", FieldCode::Missing));
            }
            let outcome = self.outcome.trim().to_owned();
            // Without a channel it is not sent; this one stands in for the checks.
            let channel = channel.unwrap_or(ContactChannelUsed::Phone);
            EmployerContactWhat::Contacted { channel, outcome }
        };
        let contact = NewEmployerContact { on: on.unwrap_or(today), what };
        errors.extend(check_contact(&contact, today));
        errors.sort_by_key(|error| FIELDS.iter().position(|field| *field == error.field));
        if errors.is_empty() { Ok(contact) } else { Err(errors) }
    }
}

/// The fields in their order on the page.
const FIELDS: [&str; 4] = ["on", "what.channel", "what.outcome", "what.reason"];

/// What is wrong with a field, and what to do.
pub fn contact_message(t: &Texts, field: &str, code: FieldCode) -> &'static str {
    let texts = &t.staff().contacts;
    match (field, code) {
        ("on", FieldCode::Missing) => texts.on_missing,
        ("on", _) => texts.on_out_of_range,
        ("what.channel", _) => texts.channel_missing,
        (_, FieldCode::TooLong) => t.staff().retention.text_too_long,
        (_, FieldCode::CprNumber) => t.staff().fields.cpr_number,
        (_, FieldCode::ControlCharacters) => t.staff().fields.control_characters,
        ("what.outcome", _) => texts.outcome_missing,
        ("what.reason", _) => texts.reason_missing,
        _ => t.staff().refusals.invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn today() -> NaiveDate {
        "2026-12-08".parse().unwrap()
    }

    fn fields(draft: &ContactDraft) -> Vec<String> {
        let errors = draft.read(today()).unwrap_err();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_contact_has_a_day_a_channel_and_an_outcome() {
        let mut draft = ContactDraft::new(today());
        assert_eq!(fields(&draft), ["what.channel", "what.outcome"]);
        draft.channel = "phone".into();
        draft.outcome = " Aftalte en plan ".into();
        let contact = draft.read(today()).unwrap();
        assert_eq!(contact.on, today());
        let outcome = "Aftalte en plan".to_owned();
        let channel = ContactChannelUsed::Phone;
        assert_eq!(contact.what, EmployerContactWhat::Contacted { channel, outcome });
    }

    #[test]
    fn leaving_it_out_needs_a_reason_and_no_channel() {
        let mut draft = ContactDraft::new(today());
        draft.kind = LEFT_OUT.into();
        draft.outcome = "fra før".into();
        assert_eq!(fields(&draft), ["what.reason"]);
        draft.reason = "Borgeren har selv dialogen".into();
        let what = draft.read(today()).unwrap().what;
        let reason = "Borgeren har selv dialogen".to_owned();
        assert_eq!(what, EmployerContactWhat::LeftOut { reason });
    }

    #[test]
    fn the_day_is_there_and_not_in_the_future() {
        let mut draft = ContactDraft::new(today());
        draft.channel = "letter".into();
        draft.outcome = "Brev".into();
        for (on, code) in [
            ("", FieldCode::Missing),
            ("2026-02-30", FieldCode::Missing),
            ("2026-12-09", FieldCode::OutOfRange),
        ] {
            draft.on = on.into();
            assert_eq!(draft.read(today()), Err(vec![FieldError::new("on", code)]), "{on}");
        }
    }

    #[test]
    fn a_cpr_number_is_refused_at_its_field() {
        let mut draft = ContactDraft::new(today());
        draft.channel = "phone".into();
        draft.outcome = "Om 010190-1234".into();
        let errors = draft.read(today()).unwrap_err();
        assert_eq!(errors, [FieldError::new("what.outcome", FieldCode::CprNumber)]);
    }

    #[test]
    fn each_message_says_what_to_do() {
        let t = Language::Da.texts();
        let message = |field, code| contact_message(t, field, code);
        assert_eq!(message("on", FieldCode::Missing), "Vælg datoen");
        assert!(message("on", FieldCode::OutOfRange).contains("fremtiden"));
        assert!(message("what.reason", FieldCode::Missing).contains("undlades"));
        assert!(message("what.outcome", FieldCode::TooLong).contains("1000"));
        assert_eq!(message("what.outcome", FieldCode::CprNumber), "Fjern CPR-nummeret");
    }
}
