//! What may be typed about a conversation. The page shows it while typing; the server checks it
//! again.

use rules::mentions_cpr;

use super::{Participant, Topic};
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// Checks what a person typed about a conversation. Empty when all is well.
pub fn check_details(
    participants: &[Participant],
    topics: &[Topic],
    note: &str,
) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if participants.len() > limits::PARTICIPANTS {
        errors.push(FieldError::new("participants", FieldCode::TooMany));
    }
    if topics.len() > Topic::ALL.len() {
        errors.push(FieldError::new("topics", FieldCode::TooMany));
    }
    for (index, participant) in participants.iter().enumerate() {
        if let Some(code) = check_text(&participant.name, limits::PARTICIPANT_NAME_CHARS) {
            errors.push(FieldError::new(format!("participants[{index}].name"), code));
        }
    }
    if let Some(code) = check_text(note, limits::NOTE_CHARS) {
        errors.push(FieldError::new("note", code));
    }
    errors
}

/// Checks a text a person typed; an empty one is fine. Emoji and right-to-left text are kept
/// as written; only control characters other than line breaks and tabs are refused.
pub fn check_text(text: &str, max_chars: usize) -> Option<FieldCode> {
    if text.chars().count() > max_chars {
        Some(FieldCode::TooLong)
    } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Some(FieldCode::ControlCharacters)
    } else {
        None
    }
}

/// Checks the reason of a decision: required, not too long, and without a CPR number: it goes
/// into letters (I8).
pub fn check_reason(reason: &str) -> Option<FieldCode> {
    if reason.trim().is_empty() {
        Some(FieldCode::Missing)
    } else if mentions_cpr(reason) {
        Some(FieldCode::CprNumber)
    } else {
        check_text(reason, limits::REASON_CHARS)
    }
}
