//! What the three parties may write beside the plan. The page shows it while typing; the
//! server checks it again.

use chrono::{Datelike, NaiveDate};

use super::{EmployerContactWhat, NewEmployerContact, NewRoundTableOffers};
use crate::booking::check_text;
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// Checks what one party writes to the others: not too long, and no CPR number. Whether it may
/// be empty, the caller says.
pub fn check_note(text: &str, required: bool) -> Option<FieldCode> {
    if required && text.trim().is_empty() {
        Some(FieldCode::Missing)
    } else if rules::mentions_cpr(text) {
        Some(FieldCode::CprNumber)
    } else {
        check_text(text, limits::NOTE_CHARS)
    }
}

/// Checks a contact with the employer. Empty when all is well.
pub fn check_contact(contact: &NewEmployerContact, today: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if contact.on > today || !limits::YEARS.contains(&contact.on.year()) {
        errors.push(FieldError::new("on", FieldCode::OutOfRange));
    }
    let (field, text) = match &contact.what {
        EmployerContactWhat::Contacted { outcome, .. } => ("what.outcome", outcome),
        EmployerContactWhat::LeftOut { reason } => ("what.reason", reason),
    };
    errors.extend(check_note(text, true).map(|code| FieldError::new(field, code)));
    errors
}

/// Checks offered times: some, not too many, each ending after it begins, on a day that is
/// not in the past. Empty when all is well.
pub fn check_offers(offers: &NewRoundTableOffers, today: NaiveDate) -> Vec<FieldError> {
    if offers.offers.is_empty() {
        return vec![FieldError::new("offers", FieldCode::Missing)];
    }
    if offers.offers.len() > limits::ROUND_TABLE_OFFERS {
        return vec![FieldError::new("offers", FieldCode::TooMany)];
    }
    let mut errors = Vec::new();
    for (index, offer) in offers.offers.iter().enumerate() {
        let mut say = |field: &str, code| {
            errors.push(FieldError::new(format!("offers[{index}].{field}"), code));
        };
        let days_ahead = (offer.day - today).num_days();
        if !(0..=limits::CALENDAR_DAYS).contains(&days_ahead) {
            say("day", FieldCode::OutOfRange);
        }
        if offer.to <= offer.from {
            say("to", FieldCode::EndNotAfterStart);
        }
    }
    errors
}
