//! Booking, moving and cancelling follow-up conversations: the citizen's own, and a
//! caseworker's for a citizen. What the rules allow is decided in `rules`; what cannot happen
//! twice is guarded by the database (`guard`).

pub mod availability;
pub mod calendar_file;
pub mod change;
mod citizen;
pub mod claim;
pub mod draft;
pub mod guard;
pub mod hidden;
pub mod housekeeping;
pub mod idempotency;
pub mod make;
pub mod nearest;
mod outcome;
mod staff;
pub mod supply;
pub mod view;

pub use citizen::{TimesQuery, monday};

use std::fmt;

use chrono::{DateTime, Utc};
use contract::booking::BookingState;
use contract::ids::{CaseId, CaseworkerId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::db::entities::booking;
use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(citizen::options))
        .routes(routes!(citizen::times))
        .routes(routes!(citizen::book))
        .routes(routes!(citizen::booking))
        .routes(routes!(citizen::move_booking))
        .routes(routes!(citizen::cancel))
        .routes(routes!(calendar_file::calendar_file))
        .routes(routes!(draft::draft, draft::save_draft))
        .routes(routes!(staff::times))
        .routes(routes!(staff::book))
        .routes(routes!(staff::move_booking))
        .routes(routes!(staff::cancel))
        .routes(routes!(outcome::record_outcome))
}

/// Who makes or changes a booking. The rules for the two differ; the guard does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The citizen of this case.
    Citizen(CaseId),
    /// A caseworker.
    Caseworker(CaseworkerId),
    /// Somebody of an employer, who books and changes no follow-up conversation.
    Employer(Uuid),
}

impl Actor {
    const fn kind(self) -> &'static str {
        match self {
            Self::Citizen(_) => "citizen",
            Self::Caseworker(_) => "caseworker",
            Self::Employer(_) => "employer",
        }
    }

    const fn id(self) -> Uuid {
        match self {
            Self::Citizen(id) => id.0,
            Self::Caseworker(id) => id.0,
            Self::Employer(id) => id,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.kind(), self.id())
    }
}

/// A state's name in storage.
pub const fn state_name(state: BookingState) -> &'static str {
    match state {
        BookingState::Booked => "booked",
        BookingState::AwaitingOutcome => "awaiting_outcome",
        BookingState::Held => "held",
        BookingState::NoShow => "no_show",
        BookingState::Cancelled => "cancelled",
    }
}

/// What has become of a booking: one that is over and still `booked` awaits its outcome.
pub fn state_of(booking: &booking::Model, now: DateTime<Utc>) -> BookingState {
    match booking.state.as_str() {
        "held" => BookingState::Held,
        "no_show" => BookingState::NoShow,
        "cancelled" => BookingState::Cancelled,
        "booked" if now < booking.ends_at => BookingState::Booked,
        _ => BookingState::AwaitingOutcome,
    }
}
