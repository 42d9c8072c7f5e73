//! Saying how a conversation was. Said again, it is as good as said once.

use contract::ids::{BookingId, SatisfactionToken};
use contract::paths;
use contract::satisfaction::{ReplyByLink, ReplySatisfaction, SatisfactionReply};

use super::{ApiError, post_plain};

/// On one's own page.
pub async fn reply(booking_id: BookingId, reply: SatisfactionReply) -> Result<(), ApiError> {
    post_plain(paths::CITIZEN_SATISFACTION_REPLIES, &ReplySatisfaction { booking_id, reply }).await
}

/// By link.
pub async fn reply_by_link(
    token: SatisfactionToken,
    reply: SatisfactionReply,
) -> Result<(), ApiError> {
    post_plain(paths::SATISFACTION_REPLIES, &ReplyByLink { token, reply }).await
}
