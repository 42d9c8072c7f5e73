//! Bookings as the API shows them.

use chrono::{DateTime, Utc};
use contract::booking::{
    Booking, BookingState, Cancelled, CaseworkerContact, ChangeRight, ChangedBy, Moved, Place,
    SelfBooking,
};
use contract::ids::BookingId;
use rules::ContactChannel;
use rules::contact::{booking_meets, change_cutoff};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::de::DeserializeOwned;

use super::{state_name, state_of};
use crate::cases::{CaseFile, Standing};
use crate::clock::{local_date, to_local};
use crate::config::{MunicipalityConfig, PlaceSettings};
use crate::db::entities::{booking, booking_event, caseworker};
use crate::http::error::ApiError;

/// A place for visits.
pub fn place(place: &PlaceSettings) -> Place {
    Place { name: place.name.clone(), address: place.address.clone() }
}

/// Whom to ask for.
pub fn contact(caseworker: &caseworker::Model) -> CaseworkerContact {
    CaseworkerContact { name: caseworker.name.clone(), phone: caseworker.phone.clone() }
}

/// A booking of `file`.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn booking(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    file: &CaseFile,
    standing: &Standing<'_>,
    booking: &booking::Model,
    now: DateTime<Utc>,
) -> Result<Booking, ApiError> {
    let caseworker = if booking.caseworker_id == file.caseworker.id {
        contact(&file.caseworker)
    } else {
        let colleague = caseworker::Entity::find_by_id(booking.caseworker_id).one(db).await?;
        contact(&colleague.ok_or_else(|| ApiError::internal("a booking without caseworker"))?)
    };
    let state = state_of(booking, now);
    let held_or_booked = matches!(state, BookingState::Booked | BookingState::AwaitingOutcome);
    let at = booking.place_id.as_deref().and_then(|id| config.place(id));
    let room = at.and_then(|place| {
        place.rooms.iter().find(|room| Some(&room.id) == booking.room_id.as_ref())
    });
    Ok(Booking {
        id: BookingId(booking.id),
        state,
        channel: channel(booking)?,
        starts_at: to_local(booking.starts_at),
        ends_at: to_local(booking.ends_at),
        caseworker,
        place: at.map(place),
        room: room.map(|room| room.name.clone()),
        participants: stored(&booking.participants)?,
        topics: stored(&booking.topics)?,
        note: booking.note.clone(),
        change: change_right(config, file, standing, booking, now),
        in_time: held_or_booked
            .then(|| booking_meets(&standing.duty, local_date(booking.starts_at)))
            .flatten(),
        sequence: u32::try_from(booking.sequence).unwrap_or_default(),
        self_booked: booking.self_booked,
        moved: moved(db, booking).await?,
        cancelled: cancelled(db, booking).await?,
    })
}

/// Who cancelled a booking, and why; `None` when nobody did.
///
/// # Errors
/// When the database fails.
pub async fn cancelled(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
) -> Result<Option<Cancelled>, ApiError> {
    let name = state_name(BookingState::Cancelled);
    if booking.state != name {
        return Ok(None);
    }
    let event = booking_event::Entity::find()
        .filter(booking_event::Column::BookingId.eq(booking.id))
        .filter(booking_event::Column::Kind.eq(name))
        .order_by_desc(booking_event::Column::At)
        .order_by_desc(booking_event::Column::Id)
        .one(db)
        .await?;
    Ok(event.map(|event| Cancelled {
        by: actor_of(&event),
        reason: Some(event.reason).filter(|reason| !reason.trim().is_empty()),
        at: to_local(event.at),
    }))
}

/// Who moved a booking last, and what it was before; `None` when nobody did. What it was
/// stands in the event before that one.
async fn moved(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
) -> Result<Option<Moved>, ApiError> {
    if booking.sequence == 0 {
        return Ok(None);
    }
    let mut latest = booking_event::Entity::find()
        .filter(booking_event::Column::BookingId.eq(booking.id))
        .filter(booking_event::Column::Kind.is_in(["booked", "moved"]))
        .order_by_desc(booking_event::Column::At)
        .order_by_desc(booking_event::Column::Id)
        .limit(2)
        .all(db)
        .await?
        .into_iter();
    let (Some(last), Some(before)) = (latest.next(), latest.next()) else { return Ok(None) };
    Ok(Some(Moved {
        by: actor_of(&last),
        from: to_local(before.starts_at),
        channel: parsed(&before.channel)?,
        at: to_local(last.at),
    }))
}

fn actor_of(event: &booking_event::Model) -> ChangedBy {
    if event.actor_kind == "citizen" { ChangedBy::Citizen } else { ChangedBy::Caseworker }
}

/// How a booking is held.
///
/// # Errors
/// When the stored name is none of ours.
pub fn channel(booking: &booking::Model) -> Result<ContactChannel, ApiError> {
    parsed(&booking.channel)
}

fn parsed(name: &str) -> Result<ContactChannel, ApiError> {
    ContactChannel::parse(name).ok_or_else(|| ApiError::internal("a booking in an unknown channel"))
}

/// May the citizen move or cancel it? Until when follows the rule set of its day.
pub fn change_right(
    config: &MunicipalityConfig,
    file: &CaseFile,
    standing: &Standing<'_>,
    booking: &booking::Model,
    now: DateTime<Utc>,
) -> ChangeRight {
    let rules = file.rules_on(config, local_date(booking.starts_at)).unwrap_or(standing.rules);
    let until = change_cutoff(rules, booking.starts_at);
    if state_of(booking, now) != BookingState::Booked {
        return ChangeRight::Over;
    }
    match file.self_booking(local_date(now)) {
        SelfBooking::CaseClosed => ChangeRight::CaseClosed,
        SelfBooking::Withdrawn { .. } => ChangeRight::Withdrawn,
        SelfBooking::Open if now <= until => ChangeRight::Until { until: to_local(until) },
        SelfBooking::Open => ChangeRight::TooLate { until: to_local(until) },
    }
}

fn stored<T: DeserializeOwned>(json: &serde_json::Value) -> Result<T, ApiError> {
    T::deserialize(json).map_err(ApiError::internal)
}
