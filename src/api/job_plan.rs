//! The citizen's calls about the job plan.

use contract::ids::BookingId;
use contract::job_plan::{GiveWords, ShareJobPlan, SharedPlan};
use contract::paths;
use serde::Serialize;

use super::{ApiError, IdempotencyKey, post, post_plain, put};

/// Shares the draft of that version.
pub async fn share(key: &IdempotencyKey, draft: ShareJobPlan) -> Result<SharedPlan, ApiError> {
    post(paths::CITIZEN_JOB_PLAN_VERSIONS, key, &draft).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}

/// Takes a version back that nobody has opened.
pub async fn withdraw(number: u32) -> Result<(), ApiError> {
    post_plain(&paths::citizen_job_plan_version_withdrawal(number), &Nothing {}).await
}

/// Hands words over for a conversation; empty ones take them back.
pub async fn give_words(booking: BookingId, words: &GiveWords) -> Result<(), ApiError> {
    put(&paths::citizen_booking_words(booking), words).await
}
