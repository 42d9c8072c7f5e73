//! The calendar file of a group session that the citizen has a seat in. Danish text; names no
//! other participant, and not the theme: calendars are looked at over shoulders (I8).

use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::ids::GroupSessionId;
use contract::problem::Problem;
use icalendar::{Component, Event, EventLike, EventStatus};
use sea_orm::EntityTrait;

use super::shown::place;
use super::store::{Crowd, caseworkers, is_to_come};
use crate::auth::CitizenView;
use crate::booking::calendar_file::{file_with, local};
use crate::config::MunicipalityConfig;
use crate::db::entities::group_session;
use crate::http::error::ApiError;
use crate::http::extract::Path;

/// The session as a calendar file.
#[utoipa::path(get, path = "/api/citizen/groups/{id}/calendar.ics", tag = "citizen",
    params(("id" = GroupSessionId, Path)),
    responses((status = 200, content_type = "text/calendar", body = String), (status = "4XX", body = Problem)))]
pub async fn calendar_file(
    citizen: CitizenView,
    Path(id): Path<GroupSessionId>,
) -> Result<Response, ApiError> {
    let state = citizen.state();
    let (db, now) = (state.db.read(), state.clock.now());
    let config = &state.config.municipality;
    let session = group_session::Entity::find_by_id(id.0).one(db).await?;
    let session = session.ok_or(ApiError::NotFound)?;
    let crowd = Crowd::load(db, std::slice::from_ref(&session)).await?;
    let case = citizen.case_id().0;
    let has_seat =
        crowd.seats(session.id, now).any(|seat| seat.case_id == case && seat.held_until.is_none());
    if !has_seat || !is_to_come(&session, now) {
        return Err(ApiError::NotFound);
    }
    let leaders = caseworkers(db, [session.caseworker_id]).await?;
    let leader = leaders.get(&session.caseworker_id).map(|leader| leader.name.as_str());
    let (name, phone) = (&config.municipality.name, &config.municipality.phone);
    let description = format!(
        "{} fra {name} holder mødet. Det er frivilligt.\nBliver du forhindret, så giv pladsen videre i Genvej, eller ring på {phone}.",
        leader.unwrap_or_default()
    );
    let mut event = Event::new();
    event
        .uid(&format!("{id}@genvej"))
        .timestamp(now)
        .starts(local(session.starts_at))
        .ends(local(session.ends_at))
        .summary("Møde i gruppe")
        .description(&description)
        .location(&address(config, &session).unwrap_or_else(|| "Video".to_owned()))
        .status(EventStatus::Confirmed);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"gruppe.ics\""),
    ];
    Ok((headers, file_with(event.done(), false)).into_response())
}

/// "Rådhuset, Lokale 1, Torvet 1, 9999 Genby".
fn address(config: &MunicipalityConfig, session: &group_session::Model) -> Option<String> {
    let place_and_room = place(config, session)?;
    let address = &config.place(session.place_id.as_deref()?)?.address;
    Some(format!("{place_and_room}, {address}"))
}
