//! The citizen's calls about waiting for an earlier time.

use contract::booking::Booking;
use contract::ids::WaitingOfferId;
use contract::paths;
use contract::waiting_list::{WaitingList, WaitingWish};
use serde::Serialize;

use super::{ApiError, IdempotencyKey, delete, post, put};

/// Waits for that, and no longer for what was asked for before.
pub async fn wait(wish: &WaitingWish) -> Result<WaitingList, ApiError> {
    put(paths::CITIZEN_WAITING_LIST, wish).await
}

/// Waits no longer; once more changes nothing.
pub async fn leave() -> Result<(), ApiError> {
    delete(paths::CITIZEN_WAITING_LIST).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}

/// Takes the time that is kept.
pub async fn take(id: WaitingOfferId, key: &IdempotencyKey) -> Result<Booking, ApiError> {
    post(&paths::citizen_waiting_offer_acceptance(id), key, &Nothing {}).await
}

/// Does not want it; once more changes nothing.
pub async fn decline(id: WaitingOfferId) -> Result<(), ApiError> {
    delete(&paths::citizen_waiting_offer(id)).await
}
