//! A citizen's calls: booking, moving, cancelling, and keeping what is typed. What a page only
//! reads, it asks for with `load` and the addresses here.

use chrono::NaiveDate;
use contract::booking::{BookTime, Booking, BookingDraft, MoveBooking};
use contract::ids::BookingId;
use contract::paths;
use contract::rules::ContactChannel;
use serde::Serialize;

use super::{ApiError, IdempotencyKey, Method, call, post, put};

/// Where the free times of a week are asked for.
pub fn times_url(channel: ContactChannel, week: Option<NaiveDate>) -> String {
    let url = format!("{}?channel={}", paths::CITIZEN_TIMES, channel.as_str());
    match week {
        Some(monday) => format!("{url}&week={monday}"),
        None => url,
    }
}

/// Books a time.
pub async fn book(key: &IdempotencyKey, time: &BookTime) -> Result<Booking, ApiError> {
    post(paths::CITIZEN_BOOKINGS, key, time).await
}

/// Moves a booking; the old time stays until the new one is taken.
pub async fn move_booking(
    id: BookingId,
    key: &IdempotencyKey,
    to: &MoveBooking,
) -> Result<Booking, ApiError> {
    post(&paths::citizen_booking_move(id), key, to).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}

/// Cancels a booking.
pub async fn cancel(id: BookingId, key: &IdempotencyKey) -> Result<Booking, ApiError> {
    post(&paths::citizen_booking_cancellation(id), key, &Nothing {}).await
}

/// Keeps what is typed; the answer carries the new version.
pub async fn save_draft(draft: &BookingDraft) -> Result<BookingDraft, ApiError> {
    put(paths::CITIZEN_BOOKING_DRAFT, draft).await
}

/// Asks the server whether it is there, and nothing else: for measuring the connection.
pub async fn reach() -> Result<(), ApiError> {
    call(Method::Get, "/healthz", None, None).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_asked_for_by_its_monday() {
        assert_eq!(
            times_url(ContactChannel::InPerson, None),
            "/api/citizen/times?channel=in_person"
        );
        let monday = "2026-12-07".parse().ok();
        assert_eq!(
            times_url(ContactChannel::Phone, monday),
            "/api/citizen/times?channel=phone&week=2026-12-07"
        );
    }
}
