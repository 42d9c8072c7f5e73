//! The calendar file (RFC 5545) of a booking: the same UID through every move, a SEQUENCE that
//! rises, CANCEL when it is cancelled. Danish text; no CPR, and none of the citizen's words (I8).

use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::{Booking, BookingState};
use contract::ids::BookingId;
use contract::problem::Problem;
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus, Property};
use rules::ContactChannel;

use super::{citizen, view};
use crate::auth::CitizenView;
use crate::http::error::ApiError;
use crate::http::extract::Path;

const EVENT: &str = "BEGIN:VEVENT";
const ZONE: &str = "Europe/Copenhagen";

/// The conversation as a calendar file.
#[utoipa::path(get, path = "/api/citizen/bookings/{id}/calendar.ics", tag = "citizen",
    params(("id" = BookingId, Path)),
    responses((status = 200, content_type = "text/calendar", body = String), (status = "4XX", body = Problem)))]
pub async fn calendar_file(
    citizen: CitizenView,
    Path(id): Path<BookingId>,
) -> Result<Response, ApiError> {
    let state = citizen.state();
    let db = state.db.read();
    let (file, row) = citizen::own(db, citizen.case_id(), id).await?;
    let now = state.clock.now();
    let config = &state.config.municipality;
    let standing = file.standing(config, now)?;
    let booking = view::booking(db, config, &file, &standing, &row, now).await?;
    let text = write(&booking, &config.municipality, now);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"samtale.ics\""),
    ];
    Ok((headers, text).into_response())
}

fn write(
    booking: &Booking,
    municipality: &contract::session::Municipality,
    now: DateTime<Utc>,
) -> String {
    let cancelled = booking.state == BookingState::Cancelled;
    let mut event = Event::new();
    event
        .uid(&format!("{}@genvej", booking.id))
        .sequence(booking.sequence)
        .timestamp(now)
        .starts(local(booking.starts_at.to_utc()))
        .ends(local(booking.ends_at.to_utc()))
        .summary(&format!("Opfølgningssamtale – {}", channel_name(booking.channel)))
        .description(&description(booking, municipality))
        .location(&location(booking))
        .status(if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    file_with(event.done(), cancelled)
}

/// A calendar with one event.
pub fn file_with(event: Event, cancelled: bool) -> String {
    // Not `new`, which names a maker of its own: a file has one PRODID (RFC 5545 3.6).
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Genvej//Genvej//DA"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.push(event);
    // Written in by hand: as a component of the library it would get a UID and a DTSTAMP, which a time
    // zone has not (RFC 5545 3.6.5).
    calendar.to_string().replacen(EVENT, &format!("{TIME_ZONE}{EVENT}"), 1)
}

/// A moment by the clock in Denmark.
pub fn local(at: DateTime<Utc>) -> CalendarDateTime {
    let date_time = at.with_timezone(&Copenhagen).naive_local();
    CalendarDateTime::WithTimezone { date_time, tzid: ZONE.to_owned() }
}

const fn channel_name(channel: ContactChannel) -> &'static str {
    match channel {
        ContactChannel::Phone => "telefon",
        ContactChannel::Video => "video",
        ContactChannel::InPerson => "fremmøde",
    }
}

fn description(booking: &Booking, municipality: &contract::session::Municipality) -> String {
    let how = match booking.channel {
        ContactChannel::Phone => "Vi ringer til dig.",
        ContactChannel::Video => {
            "Din sagsbehandler sender dig et link til mødet, før det begynder."
        }
        ContactChannel::InPerson => "Du kommer til os.",
    };
    let with = &booking.caseworker.name;
    let (name, phone) = (&municipality.name, &municipality.phone);
    format!("{how}\nDu skal tale med {with}.\nBliver du forhindret, så ring til {name} på {phone}.")
}

fn location(booking: &Booking) -> String {
    match (&booking.place, &booking.room) {
        (Some(place), Some(room)) => format!("{}, {room}, {}", place.name, place.address),
        (Some(place), None) => format!("{}, {}", place.name, place.address),
        (None, _) if booking.channel == ContactChannel::Video => "Video".to_owned(),
        (None, _) => "Telefon".to_owned(),
    }
}

/// Danish time with the European rule for daylight saving, for calendars that do not know the
/// zone by its name.
const TIME_ZONE: &str = "\
BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n\
BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
DTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
END:VTIMEZONE\r\n";
