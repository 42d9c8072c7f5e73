//! Calls about group sessions: what a citizen wants of one, and what caseworkers do with them.

use contract::groups::{
    CancelGroup, CitizenGroups, GroupOutcome, GroupWish, NewGroup, StaffGroup, WishGroup,
};
use contract::ids::{CaseId, GroupSessionId};
use contract::paths;

use super::{ApiError, IdempotencyKey, post, post_plain, put};

/// Says what the citizen wants; gives the page as it is then. Once more changes nothing.
pub async fn wish(id: GroupSessionId, wish: GroupWish) -> Result<CitizenGroups, ApiError> {
    put(&paths::citizen_group(id), &WishGroup { wish }).await
}

/// Plans a session.
pub async fn plan(key: &IdempotencyKey, group: &NewGroup) -> Result<StaffGroup, ApiError> {
    post(paths::STAFF_GROUPS, key, group).await
}

/// Calls one off; once more changes nothing.
pub async fn cancel(id: GroupSessionId, reason: String) -> Result<StaffGroup, ApiError> {
    post_plain(&paths::staff_group_cancellation(id), &CancelGroup { reason }).await
}

/// Leads one in its leader's place; once more changes nothing.
pub async fn lead(id: GroupSessionId) -> Result<StaffGroup, ApiError> {
    put(&paths::staff_group_leader(id), &()).await
}

/// Notes that one was held, and who came.
pub async fn note(id: GroupSessionId, came: Vec<CaseId>) -> Result<StaffGroup, ApiError> {
    put(&paths::staff_group_outcome(id), &GroupOutcome { came }).await
}
