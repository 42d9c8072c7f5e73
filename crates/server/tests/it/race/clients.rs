//! Phones: they call one of the two servers and note how long they waited.

use std::time::{Duration, Instant};

use contract::booking::Booking;
use contract::ids::{BookingId, TimeSlotId, WaitingOfferId};
use contract::problem::Problem;
use contract::retention_plan::RoundTable;
use contract::waiting_list::WaitingWish;
use serde::de::DeserializeOwned;
use serde_json::json;
use uuid::Uuid;

use super::town::Racer;

/// What came back.
#[derive(Debug)]
pub enum Answer<T = Booking> {
    /// Booked or moved.
    Done(Box<T>),
    /// Refused.
    No(Box<Problem>),
    /// The server went away.
    Gone,
}

impl<T> Answer<T> {
    /// The booking, if it was made.
    pub fn booking(&self) -> Option<&T> {
        match self {
            Self::Done(booking) => Some(booking),
            _ => None,
        }
    }
}

/// An answer and how long it took.
#[derive(Debug)]
pub struct Timed<T = Booking> {
    /// The answer.
    pub answer: Answer<T>,
    /// How long it took.
    pub took: Duration,
}

/// Calls the servers in turn.
#[derive(Clone)]
pub struct Phones {
    http: reqwest::Client,
    servers: Vec<String>,
}

impl Phones {
    /// Phones that know these servers.
    pub fn new(servers: Vec<String>) -> Self {
        Self { http: reqwest::Client::new(), servers }
    }

    /// Books `slot`; the number of the client picks the server.
    pub async fn book(
        &self,
        client: usize,
        racer: &Racer,
        slot: TimeSlotId,
        channel: &str,
        any: bool,
        key: &str,
    ) -> Timed {
        let body = json!({ "slot_id": slot, "channel": channel, "any_caseworker": any });
        self.post(client, racer, contract::paths::CITIZEN_BOOKINGS.to_owned(), body, key).await
    }

    /// Books a round table at `slot`.
    pub async fn meet(
        &self,
        client: usize,
        racer: &Racer,
        slot: TimeSlotId,
        key: &str,
    ) -> Timed<RoundTable> {
        let path = contract::paths::CITIZEN_ROUND_TABLES.to_owned();
        self.post(client, racer, path, json!({ "slot_id": slot }), key).await
    }

    /// Asks who is signed in: how long a call takes that waits for nobody.
    pub async fn look(self, client: usize) -> Duration {
        let server = &self.servers[client % self.servers.len()];
        let began = Instant::now();
        let url = format!("{server}{}", contract::paths::SESSION);
        let answer = self.http.get(url).send().await.expect("an answer");
        answer.bytes().await.expect("a body");
        began.elapsed()
    }

    /// Moves a booking to `slot`.
    pub async fn move_to(
        &self,
        client: usize,
        racer: &Racer,
        booking: BookingId,
        slot: TimeSlotId,
        key: &str,
    ) -> Timed {
        let body = json!({ "slot_id": slot, "channel": "phone" });
        self.post(client, racer, contract::paths::citizen_booking_move(booking), body, key).await
    }

    /// Cancels a booking.
    pub async fn cancel(
        &self,
        client: usize,
        racer: &Racer,
        booking: BookingId,
        key: &str,
    ) -> Timed {
        let path = contract::paths::citizen_booking_cancellation(booking);
        self.post(client, racer, path, json!({}), key).await
    }

    /// Waits for an earlier time.
    pub async fn wait(&self, client: usize, racer: &Racer, wish: &WaitingWish) {
        let server = &self.servers[client % self.servers.len()];
        let url = format!("{server}{}", contract::paths::CITIZEN_WAITING_LIST);
        let call = self.http.put(url).header("cookie", &racer.cookie).json(wish);
        let answer = call.send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{}", answer.text().await.expect("a body"));
    }

    /// Takes what is kept for them.
    pub async fn take(&self, client: usize, racer: &Racer, offer: Uuid, key: &str) -> Timed {
        let path = contract::paths::citizen_waiting_offer_acceptance(WaitingOfferId(offer));
        self.post(client, racer, path, json!({}), key).await
    }

    async fn post<T: DeserializeOwned>(
        &self,
        client: usize,
        racer: &Racer,
        path: String,
        body: serde_json::Value,
        key: &str,
    ) -> Timed<T> {
        let server = &self.servers[client % self.servers.len()];
        let call = self
            .http
            .post(format!("{server}{path}"))
            .header("cookie", &racer.cookie)
            .header("idempotency-key", key)
            .json(&body);
        let start = Instant::now();
        let answer = match call.send().await {
            Err(_) => Answer::Gone,
            Ok(response) => read(response).await,
        };
        Timed { answer, took: start.elapsed() }
    }
}

async fn read<T: DeserializeOwned>(response: reqwest::Response) -> Answer<T> {
    let status = response.status();
    let Ok(text) = response.text().await else { return Answer::Gone };
    if status.is_success() {
        Answer::Done(serde_json::from_str(&text).expect("a booking"))
    } else {
        assert_eq!(status, 409, "a loser is told 409, not {status}: {text}");
        Answer::No(serde_json::from_str(&text).expect("a problem"))
    }
}
