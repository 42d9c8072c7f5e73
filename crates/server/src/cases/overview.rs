//! A citizen's case and what is next. The same answer serves the citizen, the preview and the
//! caseworker's case page.

use axum::Json;
use chrono::{DateTime, Utc};
use contract::booking::{BookingState, CaseOverview, OfferedTime, PastBooking, SelfBooking};
use contract::ids::{BookingId, CaseId};
use rules::ContactChannel;
use sea_orm::ConnectionTrait;

use super::file::{CaseFile, Standing};
use crate::auth::CitizenView;
use crate::booking::availability::{Availability, Window};
use crate::booking::{state_of, view};
use crate::clock::{local_date, to_local};
use crate::db::entities::booking;
use crate::groups;
use crate::http::error::ApiError;
use crate::retention_plan::{self, Reader};
use crate::satisfaction;
use crate::state::AppState;
use crate::waiting_list;

/// Missed and cancelled conversations shown.
const PAST_SHOWN: usize = 5;

/// My case and what is next, with reasons.
#[utoipa::path(get, path = "/api/citizen/overview", tag = "citizen",
    responses((status = 200, body = CaseOverview), (status = "4XX", body = contract::problem::Problem)))]
pub async fn citizen_overview(view: CitizenView) -> Result<Json<CaseOverview>, ApiError> {
    let state = view.state();
    let file = CaseFile::load(state.db.read(), view.case_id()).await?;
    let reader = if view.is_by_another() { Reader::Staff } else { Reader::Citizen };
    Ok(Json(overview(state.db.read(), state, &file, reader).await?))
}

/// What the citizen of `file` sees now, as far as `reader` may know it, read through `db`: a
/// connection or a transaction.
///
/// # Errors
/// When no rule set governs the case, or the database fails.
pub async fn overview(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    reader: Reader,
) -> Result<CaseOverview, ApiError> {
    let now = state.clock.now();
    let standing = file.standing(&state.config.municipality, now)?;
    let self_booking = file.self_booking(local_date(now));
    let open = file.open_booking(now);
    let first_free = if open.is_none() && self_booking == SelfBooking::Open {
        first_free(db, state, file, &standing, now).await?
    } else {
        None
    };
    let next_booking = match open {
        Some(booking) => Some(
            view::booking(db, &state.config.municipality, file, &standing, booking, now).await?,
        ),
        None => None,
    };
    let case = CaseId(file.case.id);
    let group = groups::news(db, case, now).await?;
    Ok(CaseOverview {
        today: local_date(now),
        first_absence: file.case.first_absence,
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        caseworker: view::contact(&file.caseworker),
        overdue: standing.overdue,
        next_booking,
        self_booking,
        first_free,
        past: past(db, file, now).await?,
        duty: standing.duty,
        channels: standing.channels,
        held: standing.held,
        retention: retention_plan::line(db, file, reader, now).await?,
        satisfaction_asked: satisfaction::is_asked(db, case, reader, local_date(now)).await?,
        waiting: waiting_list::line_of(db, &state.config.municipality, file, now).await?,
        group_on: group.on,
        group_offered: group.offered.map(to_local),
        group_cancelled: group.cancelled,
    })
}

/// The first free time in an open channel: the citizen's last channel if that is open, else
/// the one with the earliest time.
async fn first_free(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    standing: &Standing<'_>,
    now: DateTime<Utc>,
) -> Result<Option<OfferedTime>, ApiError> {
    let window = Window::for_citizen(&state.config.municipality, now);
    let free = Availability::load(db, state, file, None, window).await?;
    let first = |channel: ContactChannel| {
        let (times, _) = free.times(channel, standing.needed_by());
        times.into_iter().next()
    };
    let last = file.bookings.first().and_then(|booking| ContactChannel::parse(&booking.channel));
    if let Some(time) = last.and_then(first) {
        return Ok(Some(time));
    }
    Ok(ContactChannel::ALL.into_iter().filter_map(first).min_by_key(|time| time.starts_at))
}

async fn past(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Vec<PastBooking>, ApiError> {
    let missed = |booking: &&booking::Model| {
        matches!(
            state_of(booking, now),
            BookingState::NoShow | BookingState::Cancelled | BookingState::AwaitingOutcome
        )
    };
    let mut rows = Vec::new();
    for booking in file.bookings.iter().filter(missed).take(PAST_SHOWN) {
        rows.push(PastBooking {
            id: BookingId(booking.id),
            starts_at: to_local(booking.starts_at),
            channel: view::channel(booking)?,
            state: state_of(booking, now),
            cancelled: view::cancelled(db, booking).await?,
        });
    }
    Ok(rows)
}
