//! The citizen's own conversations over HTTP. Reading serves the preview as well; only
//! [`Citizen`] can change anything.

use axum::extract::State;
use chrono::{Datelike, Days, NaiveDate};
use contract::booking::{
    BookTime, Booking, BookingOptions, ChannelOption, FreeDay, FreeTimes, MoveBooking, OfferedTime,
    SelfBooking, WhoseTimes, check_details,
};
use contract::ids::{BookingId, CaseId};
use contract::problem::Problem;
use rules::{ChannelChoice, ContactChannel, ContactDuty};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use super::availability::{Availability, Window};
use super::idempotency::{Answer, Call, IdempotencyKey};
use super::{Actor, change, draft, make, view};
use crate::auth::{Citizen, CitizenView};
use crate::cases::{CaseFile, Standing};
use crate::clock::local_date;
use crate::db::entities::booking;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path, Query};
use crate::state::AppState;

/// The booking page's first data: what is due, and each channel with its first free time.
#[utoipa::path(get, path = "/api/citizen/booking-options", tag = "citizen",
    responses((status = 200, body = BookingOptions), (status = "4XX", body = Problem)))]
pub async fn options(citizen: CitizenView) -> Result<axum::Json<BookingOptions>, ApiError> {
    let state = citizen.state();
    let now = state.clock.now();
    let db = state.db.read();
    let file = CaseFile::load(db, citizen.case_id()).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    let self_booking = file.self_booking(local_date(now));
    let open = file.open_booking(now);
    let window = Window::for_citizen(&state.config.municipality, now);
    let free = Availability::load(db, state, &file, open, window).await?;
    let may_book = self_booking == SelfBooking::Open;
    let option = |today: &ChannelChoice| {
        let (times, _) = free.times(today.channel, standing.needed_by());
        let first_free = times.into_iter().next().filter(|_| may_book);
        // A channel that a later rule set opens is open, from its first time on.
        let day = first_free.as_ref().map(|time| time.starts_at.date_naive());
        let choices = day.and_then(|day| file.channels_on(&state.config.municipality, day).ok());
        let then = choices.and_then(|all| all.into_iter().find(|c| c.channel == today.channel));
        ChannelOption {
            minutes: state.config.municipality.conversations.minutes(today.channel),
            choice: then.unwrap_or_else(|| today.clone()),
            first_free,
        }
    };
    let channels = standing.channels.iter().map(option).collect();
    let next_booking = match open {
        Some(open) => {
            Some(view::booking(db, &state.config.municipality, &file, &standing, open, now).await?)
        }
        None => None,
    };
    Ok(axum::Json(BookingOptions {
        today: local_date(now),
        self_booking,
        caseworker: view::contact(&file.caseworker),
        channels,
        next_booking,
        draft: draft::seen(&citizen).await?,
        duty: standing.duty,
    }))
}

/// Which free times to show.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TimesQuery {
    /// In which channel.
    pub channel: ContactChannel,
    /// Any day of the week to show; the week of the first free time when absent.
    #[serde(default, deserialize_with = "crate::http::extract::near_date")]
    pub week: Option<NaiveDate>,
}

/// The free times of one week.
#[utoipa::path(get, path = "/api/citizen/times", tag = "citizen", params(TimesQuery),
    responses((status = 200, body = FreeTimes), (status = "4XX", body = Problem)))]
pub async fn times(
    citizen: CitizenView,
    Query(query): Query<TimesQuery>,
) -> Result<axum::Json<FreeTimes>, ApiError> {
    let state = citizen.state();
    let now = state.clock.now();
    let db = state.db.read();
    let file = CaseFile::load(db, citizen.case_id()).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    let window = Window::for_citizen(&state.config.municipality, now);
    let moving = file.open_booking(now);
    let free = Availability::load(db, state, &file, moving, window).await?;
    let may_book = file.self_booking(local_date(now)) == SelfBooking::Open;
    let (times, whose) = if may_book {
        free.times(query.channel, standing.needed_by())
    } else {
        (Vec::new(), WhoseTimes::Own)
    };
    Ok(axum::Json(free_times(times, whose, &query, &standing, local_date(now))))
}

/// The times of the week asked for, and the way to the others.
pub(super) fn free_times(
    times: Vec<OfferedTime>,
    whose: WhoseTimes,
    query: &TimesQuery,
    standing: &Standing<'_>,
    today: NaiveDate,
) -> FreeTimes {
    let first_free = times.first().cloned();
    let first_day = first_free.as_ref().map_or(today, |time| time.starts_at.date_naive());
    let week = monday(query.week.unwrap_or(first_day));
    let week_of = |time: &OfferedTime| monday(time.starts_at.date_naive());
    let hold_by = match &standing.duty {
        ContactDuty::Due(deadline) => Some(deadline.hold_by),
        _ => None,
    };
    let in_time = |time: &OfferedTime| standing.needed_by().is_met_on(time.starts_at.date_naive());
    let mut days: Vec<FreeDay> = Vec::new();
    for time in times.iter().filter(|time| week_of(time) == week) {
        let date = time.starts_at.date_naive();
        match days.last_mut() {
            Some(day) if day.date == date => day.times.push(time.clone()),
            _ => days.push(FreeDay { date, times: vec![time.clone()] }),
        }
    }
    FreeTimes {
        channel: query.channel,
        week,
        days,
        previous_week: times.iter().map(week_of).rfind(|other| *other < week),
        next_week: times.iter().map(week_of).find(|other| *other > week),
        any_before_deadline: times.iter().any(in_time),
        first_free,
        whose,
        hold_by,
    }
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let since = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(since).unwrap_or(day)
}

/// Books a time.
#[utoipa::path(post, path = "/api/citizen/bookings", tag = "citizen", request_body = BookTime,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = Booking), (status = "4XX", body = Problem)))]
pub async fn book(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Json(body): Json<BookTime>,
) -> Result<Answer<Booking>, ApiError> {
    ApiError::check(check_details(&body.participants, &body.topics, &body.note))?;
    let call = Call::new(Actor::Citizen(citizen.case_id()), key, "book", &body)?;
    make::book(&state, &call, citizen.case_id(), &body).await
}

/// One of my conversations.
#[utoipa::path(get, path = "/api/citizen/bookings/{id}", tag = "citizen",
    params(("id" = BookingId, Path)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn booking(
    citizen: CitizenView,
    Path(id): Path<BookingId>,
) -> Result<axum::Json<Booking>, ApiError> {
    let state = citizen.state();
    let (file, row) = own(state.db.read(), citizen.case_id(), id).await?;
    let now = state.clock.now();
    let standing = file.standing(&state.config.municipality, now)?;
    let booking =
        view::booking(state.db.read(), &state.config.municipality, &file, &standing, &row, now)
            .await?;
    Ok(axum::Json(booking))
}

/// Moves it to another time, another channel, or both.
#[utoipa::path(post, path = "/api/citizen/bookings/{id}/move", tag = "citizen", request_body = MoveBooking,
    params(("id" = BookingId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn move_booking(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Path(id): Path<BookingId>,
    Json(body): Json<MoveBooking>,
) -> Result<Answer<Booking>, ApiError> {
    own(state.db.read(), citizen.case_id(), id).await?;
    let actor = Actor::Citizen(citizen.case_id());
    let call = Call::new(actor, key, format_args!("move {id}"), &body)?;
    change::move_booking(&state, &call, id, body).await
}

/// Cancels it.
#[utoipa::path(post, path = "/api/citizen/bookings/{id}/cancellation", tag = "citizen",
    params(("id" = BookingId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = Booking), (status = "4XX", body = Problem)))]
pub async fn cancel(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Path(id): Path<BookingId>,
) -> Result<Answer<Booking>, ApiError> {
    own(state.db.read(), citizen.case_id(), id).await?;
    let actor = Actor::Citizen(citizen.case_id());
    let call = Call::new(actor, key, format_args!("cancel {id}"), &())?;
    change::cancel(&state, &call, id, "").await
}

/// The booking, if it is this citizen's; another's does not exist for them.
pub(super) async fn own(
    db: &impl ConnectionTrait,
    case: CaseId,
    id: BookingId,
) -> Result<(CaseFile, booking::Model), ApiError> {
    let row = booking::Entity::find_by_id(id.0)
        .filter(booking::Column::CaseId.eq(case.0))
        .one(db)
        .await?
        .ok_or(ApiError::NotFound)?;
    Ok((CaseFile::load(db, case).await?, row))
}
