//! What a preview is read through: the server's own state with another day, another database.
//! Handlers get it from their `CitizenView` and do not know the difference.

use std::sync::Arc;

use chrono::NaiveDate;
use contract::ids::{CaseId, CaseworkerId};
use contract::preview::{PreviewOf, UnpublishedCalendar};

use super::sample;
use super::store::Opened;
use crate::calendar::{Hours, Unpublished};
use crate::cases::CaseFile;
use crate::http::error::ApiError;
use crate::state::AppState;

impl Opened {
    /// The day its pages are of.
    pub(super) fn day(&self, state: &AppState) -> NaiveDate {
        self.on.unwrap_or_else(|| state.clock.today())
    }
}

/// The case whose pages a preview shows; an invented one of a sample.
///
/// # Errors
/// When the sample cannot be made, or the database fails.
pub async fn case_of(state: &AppState, preview: &Opened) -> Result<CaseId, ApiError> {
    match preview.of {
        PreviewOf::Case { case_id } => Ok(case_id),
        PreviewOf::Sample { situation } => {
            let samples = state.samples.on(state, preview.day(state)).await?;
            sample::case_of(&samples, situation).await
        }
    }
}

/// What its pages are read through.
///
/// # Errors
/// As [`case_of`].
pub async fn state_of(state: &AppState, preview: &Opened) -> Result<AppState, ApiError> {
    let mut seen = AppState { unpublished: None, ..state.clone() };
    if let PreviewOf::Sample { .. } = preview.of {
        seen.db = state.samples.on(state, preview.day(state)).await?;
    }
    if let Some(day) = preview.on {
        seen.clock = state.clock.on_day(day);
    }
    if let Some(calendar) = preview.calendar {
        let UnpublishedCalendar { caseworker_id, span } = calendar;
        let hours = Hours::of(state.db.read(), caseworker_id, span.from).await?;
        let whose = match preview.of {
            PreviewOf::Case { .. } => caseworker_id,
            // The invented citizen's caseworker gets the calendar.
            PreviewOf::Sample { .. } => {
                let case = case_of(state, preview).await?;
                let file = CaseFile::load(seen.db.read(), case).await?;
                CaseworkerId(file.caseworker.id)
            }
        };
        seen.unpublished = Some(Arc::new(Unpublished { whose, span, hours }));
    }
    Ok(seen)
}
