//! Everything the citizen of a case is written, composed anew each time. Knows no request; in a
//! preview it reads through the preview's state.

use contract::ids::{CaseId, LetterId};
use contract::letters::{CaseLetters, Letter};

use super::compose::Desk;
use crate::cases::{CaseFile, caseworker_changes, decisions};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;

/// Every letter and message of a case, the newest first, with the day each leaves.
///
/// # Errors
/// When the database fails.
pub async fn written(state: &AppState, file: &CaseFile) -> Result<CaseLetters, ApiError> {
    let (db, id) = (state.db.read(), CaseId(file.case.id));
    let desk = Desk { config: &state.config.municipality, citizen: &file.citizen.name };
    let changes = caseworker_changes(db, id).await?;
    let told = outbox::to_citizen(db, id).await?;
    let mut letters: Vec<Letter> = told.iter().map(|told| desk.message(told, &changes)).collect();
    let decided = decisions(db, file).await?;
    letters.extend(decided.iter().map(|one| desk.decision(Some(LetterId(one.id.0)), one.into())));
    letters.sort_by_key(|letter| std::cmp::Reverse((letter.at, letter.id)));
    Ok(CaseLetters { today: state.clock.today(), citizen: file.citizen.name.clone(), letters })
}
