//! From what is typed about an activity to the activity, and what is wrong with it in words.

use chrono::NaiveDate;
use contract::job_plan::{NewActivity, check_activity};
use contract::problem::{FieldCode, FieldError};
use contract::rules::WeeklyHours;

use crate::text::Texts;

/// What is typed, as plain values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityDraft {
    /// Code of its kind.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// Where.
    pub place: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Hours a week.
    pub hours: String,
    /// Who answers for it.
    pub responsible: String,
}

impl TryFrom<ActivityDraft> for NewActivity {
    type Error = Vec<FieldError>;

    fn try_from(draft: ActivityDraft) -> Result<Self, Self::Error> {
        let mut unread = Vec::new();
        let from = draft.from.parse().ok();
        if from.is_none() {
            unread.push(FieldError::new("from", FieldCode::Missing));
        }
        let to: Option<NaiveDate> = optional(&draft.to, "to", &mut unread, |to| to.parse().ok());
        let hours = optional(&draft.hours, "hours", &mut unread, WeeklyHours::parse);
        let activity = Self {
            kind: draft.kind,
            description: draft.description.trim().to_owned(),
            place: draft.place.trim().to_owned(),
            // Without a first day it is not sent; the last day stands in for the checks.
            from: from.or(to).unwrap_or_default(),
            to,
            hours,
            responsible: draft.responsible.trim().to_owned(),
        };
        let mut errors = check_activity(&activity);
        errors.retain(|error| unread.iter().all(|one| one.field != error.field));
        errors.extend(unread);
        errors.sort_by_key(|error| FIELDS.iter().position(|field| *field == error.field));
        if errors.is_empty() { Ok(activity) } else { Err(errors) }
    }
}

/// The fields in their order on the page.
const FIELDS: [&str; 7] = ["kind", "description", "place", "from", "to", "hours", "responsible"];

fn optional<T>(
    text: &str,
    field: &str,
    errors: &mut Vec<FieldError>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let value = read(text);
    if value.is_none() {
        errors.push(FieldError::new(field, FieldCode::Unknown));
    }
    value
}

/// What is wrong with a field, and what to do.
pub fn activity_message(t: &Texts, field: &str, code: FieldCode) -> &'static str {
    let texts = &t.staff().plan;
    match (field, code) {
        ("description", FieldCode::TooLong) => texts.description_too_long,
        (_, FieldCode::TooLong) => texts.line_too_long,
        (_, FieldCode::ControlCharacters) => t.staff().fields.control_characters,
        ("kind", _) => texts.kind_missing,
        ("description", _) => texts.description_missing,
        ("from", FieldCode::Missing) => texts.from_missing,
        ("to", FieldCode::EndNotAfterStart) => texts.to_before_from,
        ("from" | "to", _) => texts.no_such_day,
        ("hours", _) => texts.hours_unknown,
        _ => t.staff().refusals.invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn draft() -> ActivityDraft {
        ActivityDraft {
            kind: "internship".into(),
            description: "Praktik i køkkenet".into(),
            from: "2026-12-01".into(),
            ..ActivityDraft::default()
        }
    }

    fn fields(draft: ActivityDraft) -> Vec<String> {
        let errors = NewActivity::try_from(draft).unwrap_err();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn place_last_day_hours_and_responsible_may_be_left_open() {
        let activity = NewActivity::try_from(draft()).unwrap();
        assert_eq!((activity.to, activity.hours), (None, None));
        let full = ActivityDraft { to: "2027-01-31".into(), hours: "18,5".into(), ..draft() };
        let activity = NewActivity::try_from(full).unwrap();
        assert_eq!(activity.hours.map(|hours| hours.minutes), Some(18 * 60 + 30));
    }

    #[test]
    fn every_field_at_fault_is_named_in_the_order_of_the_page() {
        assert_eq!(fields(ActivityDraft::default()), ["kind", "description", "from"]);
        let wrong = ActivityDraft { to: "2026-11-30".into(), hours: "mange".into(), ..draft() };
        assert_eq!(fields(wrong), ["to", "hours"]);
        let long = ActivityDraft { place: "x".repeat(201), ..draft() };
        assert_eq!(fields(long), ["place"]);
        let no_day = ActivityDraft { to: "2026-02-30".into(), ..draft() };
        assert_eq!(fields(no_day), ["to"]);
    }

    #[test]
    fn each_message_says_what_to_do() {
        let t = Language::Da.texts();
        let message = |field, code| activity_message(t, field, code);
        assert_eq!(message("from", FieldCode::Missing), "Vælg den første dag");
        assert!(message("hours", FieldCode::Unknown).contains("18,5"));
        assert!(message("place", FieldCode::TooLong).contains("200"));
    }
}
