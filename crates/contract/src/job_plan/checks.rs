//! What a caseworker may add to a plan. The page shows it while typing; the server checks it
//! again.

use chrono::{Datelike, NaiveDate};

use super::NewActivity;
use crate::booking::check_text;
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// More minutes nobody has in a week.
const MINUTES_IN_A_WEEK: u16 = 7 * 24 * 60;

/// Checks a comment: required, and not too long.
pub fn check_comment(text: &str) -> Option<FieldCode> {
    if text.trim().is_empty() {
        Some(FieldCode::Missing)
    } else {
        check_text(text, limits::NOTE_CHARS)
    }
}

/// Checks an activity; that its kind is in the municipality's list, the server knows. Empty
/// when all is well. Where it is and who answers for it may be left open.
pub fn check_activity(activity: &NewActivity) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut say = |field: &str, code: Option<FieldCode>| {
        errors.extend(code.map(|code| FieldError::new(field, code)));
    };
    let missing = |text: &str| text.trim().is_empty().then_some(FieldCode::Missing);
    let line = |text: &str| check_text(text, limits::PLAN_LINE_CHARS);
    say("kind", missing(&activity.kind).or_else(|| line(&activity.kind)));
    let described = check_text(&activity.description, limits::PLAN_TEXT_CHARS);
    say("description", missing(&activity.description).or(described));
    say("place", line(&activity.place));
    say("from", year(activity.from));
    let ends_early = activity.to.filter(|to| *to < activity.from);
    let wrong_end = ends_early.map(|_| FieldCode::EndNotAfterStart);
    say("to", wrong_end.or_else(|| activity.to.and_then(year)));
    let over = activity.hours.is_some_and(|hours| hours.minutes > MINUTES_IN_A_WEEK);
    say("hours", over.then_some(FieldCode::OutOfRange));
    say("responsible", line(&activity.responsible));
    errors
}

fn year(day: NaiveDate) -> Option<FieldCode> {
    (!limits::YEARS.contains(&day.year())).then_some(FieldCode::OutOfRange)
}
