//! The employer's calls about an employee's plan and the round-table conversation.

use contract::ids::{CaseId, RoundTableId, RoundTableOfferId};
use contract::paths;
use contract::retention_plan::{EmployerRetentionMove, EmployerRetentionPage, NewRoundTableOffers};
use serde::Serialize;

use super::{ApiError, IdempotencyKey, delete, post, post_plain};

/// Makes a move; gives the page as it is then.
pub async fn make_move(
    case: CaseId,
    key: &IdempotencyKey,
    body: &EmployerRetentionMove,
) -> Result<EmployerRetentionPage, ApiError> {
    post(&paths::employer_retention_moves(case), key, body).await
}

/// Offers times for a round-table conversation; gives the page as it is then.
pub async fn offer_times(
    case: CaseId,
    key: &IdempotencyKey,
    offers: &NewRoundTableOffers,
) -> Result<EmployerRetentionPage, ApiError> {
    post(&paths::employer_round_table_offers(case), key, offers).await
}

/// Takes an offered stretch of time back.
pub async fn withdraw_offer(offer: RoundTableOfferId) -> Result<(), ApiError> {
    delete(&paths::employer_round_table_offer(offer)).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}

/// Cancels a round-table conversation.
pub async fn cancel_round_table(id: RoundTableId) -> Result<(), ApiError> {
    post_plain(&paths::employer_round_table_cancellation(id), &Nothing {}).await
}
