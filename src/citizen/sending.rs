//! Carrying out what a citizen asks for, exactly once. Knows no page.

use contract::booking::Booking;
use leptos::prelude::*;

use super::booking::refusal::Refusal;
use super::desk::{Asked, Desk};
use crate::api::attempt::attempt;
use crate::api::{IdempotencyKey, citizen};

/// Books, moves or cancels. An attempt whose answer stays unknown is remembered at the desk,
/// so that asking for the same again is the same attempt.
pub(super) async fn carry_out(desk: Desk, asked: Asked) -> Result<Booking, Refusal> {
    let attempt = attempt(desk.unanswered.get_value(), asked, IdempotencyKey::new);
    desk.unanswered.set_value(Some(attempt.clone()));
    let key = &attempt.key;
    let answer = match &attempt.body {
        Asked::Book(time) => citizen::book(key, time).await,
        Asked::Move(id, to) => citizen::move_booking(*id, key, to).await,
        Asked::Cancel(id) => citizen::cancel(*id, key).await,
    };
    let answer = answer.map_err(Refusal::of);
    if !answer.as_ref().is_err_and(Refusal::leaves_open) {
        desk.unanswered.set_value(None);
    }
    answer
}
