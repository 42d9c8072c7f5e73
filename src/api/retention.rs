//! The citizen's calls about the retention plan and the round-table conversation.

use contract::ids::RoundTableId;
use contract::paths;
use contract::retention_plan::{
    BookRoundTable, CitizenRetentionMove, CitizenRetentionPage, NewStepReport, RoundTable,
};
use serde::Serialize;

use super::{ApiError, IdempotencyKey, post, post_plain};

/// A move in the plan's course; gives the page as it is then.
pub async fn make_move(
    key: &IdempotencyKey,
    body: &CitizenRetentionMove,
) -> Result<CitizenRetentionPage, ApiError> {
    post(paths::CITIZEN_RETENTION_MOVES, key, body).await
}

/// Tells that it did not go at a step; gives the page as it is then.
pub async fn report_step(
    key: &IdempotencyKey,
    report: &NewStepReport,
) -> Result<CitizenRetentionPage, ApiError> {
    post(paths::CITIZEN_STEP_REPORTS, key, report).await
}

/// Books a round-table conversation.
pub async fn book_round_table(
    key: &IdempotencyKey,
    time: BookRoundTable,
) -> Result<RoundTable, ApiError> {
    post(paths::CITIZEN_ROUND_TABLES, key, &time).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}

/// Cancels it; once more changes nothing.
pub async fn cancel_round_table(id: RoundTableId) -> Result<(), ApiError> {
    post_plain(&paths::citizen_round_table_cancellation(id), &Nothing {}).await
}
