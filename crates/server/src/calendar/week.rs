//! A week of a calendar as it stands: free times, bookings, round tables, closed days.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};
use contract::access_log::AccessedData;
use contract::booking::{BookingState, Participant};
use contract::calendar::{CalendarDay, CalendarRoundTable, CalendarWeek, PublishedTime};
use contract::ids::{BookingId, CaseId, TimeSlotId};
use contract::job_plan::GivenWords;
use contract::problem::Problem;
use contract::staff::CalendarBooking;
use rules::{CalendarException, ExceptionKind, WallTime};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::owner::{CalendarOwner, CalendarQuery};
use super::plan::{channels, midnight, place, template_of};
use super::settings::store_exception;
use crate::access_log;
use crate::booking::{monday, state_name, state_of, view};
use crate::clock::{local_date, to_local};
use crate::db::entities::{booking, citizen, sickness_case, time_slot};
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::state::AppState;
use crate::waiting_list::Line;
use crate::{groups, job_plan, round_table, waiting_list};

/// One week, Monday to Sunday.
#[utoipa::path(get, path = "/api/staff/calendar", tag = "calendar", params(CalendarQuery),
    responses((status = 200, body = CalendarWeek), (status = "4XX", body = Problem)))]
pub async fn calendar(
    State(state): State<AppState>,
    owner: CalendarOwner,
) -> Result<axum::Json<CalendarWeek>, ApiError> {
    let today = state.clock.today();
    let week = monday(owner.week().unwrap_or(today));
    let slots = free_slots(&state, &owner, week).await?;
    let kept = waiting_list::kept_slots(state.db.read(), owner.id().0, state.clock.now()).await?;
    let bookings = bookings(&state, &owner, week).await?;
    let round_tables = round_tables(&state, &owner, week).await?;
    let span = midnight(week)..midnight(week + Days::new(7));
    let led = groups::led_between(&state, owner.id(), span).await?;
    let closing_days = &state.config.municipality.closing_days;
    let day = |date: NaiveDate| CalendarDay {
        date,
        closed: rules::holidays::closure_on(closing_days, date),
        free: slots
            .iter()
            .filter(|slot| local_date(slot.starts_at) == date)
            .map(|slot| published_time(slot, kept.get(&slot.id).map(|offer| offer.expires_at)))
            .collect(),
        bookings: bookings
            .iter()
            .filter(|booking| booking.starts_at.date_naive() == date)
            .cloned()
            .collect(),
        round_tables: round_tables
            .iter()
            .filter(|row| row.round_table.starts_at.date_naive() == date)
            .cloned()
            .collect(),
        groups: led.iter().filter(|group| group.starts_at.date_naive() == date).cloned().collect(),
    };
    Ok(axum::Json(CalendarWeek {
        caseworker_id: owner.id(),
        caseworker: owner.name().to_owned(),
        today,
        week,
        days: week.iter_days().take(7).map(day).collect(),
        published_until: published_until(&state, &owner).await?,
    }))
}

/// Takes back a free time, for good: its hours become an exception, so that no publication
/// brings it back until that is removed. A booked one stays: cancel or move the booking first. For
/// whom one is kept is told.
#[utoipa::path(delete, path = "/api/staff/calendar/times/{id}", tag = "calendar",
    params(("id" = TimeSlotId, Path), CalendarQuery),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn withdraw_time(
    State(state): State<AppState>,
    owner: CalendarOwner,
    Path(id): Path<TimeSlotId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let line = Line::freeing(&tx, None).await?;
    let slot = time_slot::Entity::find_by_id(id.0)
        .filter(time_slot::Column::CaseworkerId.eq(owner.id().0))
        .one(&*tx)
        .await?
        .ok_or(ApiError::NotFound)?;
    let withdrawn = time_slot::Entity::update_many()
        .col_expr(time_slot::Column::Published, false.into())
        .filter(time_slot::Column::Id.eq(slot.id))
        .filter(time_slot::Column::Published.eq(true))
        .filter(time_slot::Column::Taken.eq(0))
        .exec(&*tx)
        .await?;
    if withdrawn.rows_affected == 0 {
        let now = time_slot::Entity::find_by_id(slot.id).one(&*tx).await?;
        let booked = now.is_some_and(|slot| slot.taken > 0);
        // Withdrawn already, and sent again: that is what was wanted (I3).
        return if booked { Err(ApiError::SlotIsBooked) } else { Ok(StatusCode::NO_CONTENT) };
    }
    line.withdrawn(&tx, &state, &[slot.id]).await?;
    keep_out(&tx, &state, &owner, &slot).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes the hours of a time an exception. The pause after it belongs to them: without it the
/// times that follow would move up into the gap.
async fn keep_out(
    tx: &DatabaseTransaction,
    state: &AppState,
    owner: &CalendarOwner,
    slot: &time_slot::Model,
) -> Result<(), ApiError> {
    let day = local_date(slot.starts_at);
    let pause = template_of(tx, owner.id()).await?.template.pause_minutes;
    let start = i64::from(to_local(slot.starts_at).time().num_seconds_from_midnight() / 60);
    let end = start + (slot.ends_at - slot.starts_at).num_minutes() + i64::from(pause);
    let at = |minute: i64| WallTime::from_minutes(u16::try_from(minute).ok()?);
    let hours = at(start).zip(at(end.min(24 * 60)));
    let (from, to) = hours.ok_or_else(|| ApiError::internal("a time on no day"))?;
    let kind = ExceptionKind::Away { from, to };
    let exception = CalendarException { from_date: day, to_date: day, kind };
    store_exception(tx, state, owner, &exception).await?;
    Ok(())
}

async fn free_slots(
    state: &AppState,
    owner: &CalendarOwner,
    week: NaiveDate,
) -> Result<Vec<time_slot::Model>, ApiError> {
    let slots = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.eq(owner.id().0))
        .filter(time_slot::Column::Published.eq(true))
        .filter(time_slot::Column::Taken.eq(0))
        .filter(time_slot::Column::StartsAt.gte(midnight(week)))
        .filter(time_slot::Column::StartsAt.lt(midnight(week + Days::new(7))))
        .order_by_asc(time_slot::Column::StartsAt)
        .all(state.db.read())
        .await?;
    Ok(slots)
}

async fn published_until(
    state: &AppState,
    owner: &CalendarOwner,
) -> Result<Option<NaiveDate>, ApiError> {
    let last = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.eq(owner.id().0))
        .filter(time_slot::Column::Published.eq(true))
        .order_by_desc(time_slot::Column::StartsAt)
        .one(state.db.read())
        .await?;
    Ok(last.map(|slot| local_date(slot.starts_at)))
}

fn published_time(slot: &time_slot::Model, kept_until: Option<DateTime<Utc>>) -> PublishedTime {
    PublishedTime {
        id: TimeSlotId(slot.id),
        starts_at: to_local(slot.starts_at),
        ends_at: to_local(slot.ends_at),
        channels: channels(slot),
        place: place(slot),
        kept_until: kept_until.map(to_local),
    }
}

async fn bookings(
    state: &AppState,
    owner: &CalendarOwner,
    week: NaiveDate,
) -> Result<Vec<CalendarBooking>, ApiError> {
    let db = state.db.read();
    let rows = booking::Entity::find()
        .filter(booking::Column::CaseworkerId.eq(owner.id().0))
        .filter(booking::Column::State.ne(state_name(BookingState::Cancelled)))
        .filter(booking::Column::StartsAt.gte(midnight(week)))
        .filter(booking::Column::StartsAt.lt(midnight(week + Days::new(7))))
        .order_by_asc(booking::Column::StartsAt)
        .all(db)
        .await?;
    let names = names(state, rows.iter().map(|row| row.case_id)).await?;
    let name = |case: Uuid| names.get(&case).cloned();
    let mut words =
        job_plan::words_of(db, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let shown = rows.iter().map(|row| shown(state, row, name(row.case_id), words.remove(&row.id)));
    let shown = shown.collect::<Result<Vec<_>, ApiError>>()?;
    let what = AccessedData::Calendar;
    access_log::listed(state, owner.by(), what, shown, |booking| booking.case_id).await
}

/// The citizens of cases, by the case.
async fn names(
    state: &AppState,
    cases: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, ApiError> {
    let db = state.db.read();
    let cases: Vec<sickness_case::Model> = sickness_case::Entity::find()
        .filter(sickness_case::Column::Id.is_in(cases))
        .all(db)
        .await?;
    let citizens: HashMap<Uuid, String> = citizen::Entity::find()
        .filter(citizen::Column::Id.is_in(cases.iter().map(|case| case.citizen_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|citizen| (citizen.id, citizen.name))
        .collect();
    let named = |case: &sickness_case::Model| {
        citizens.get(&case.citizen_id).map(|name| (case.id, name.clone()))
    };
    Ok(cases.iter().filter_map(named).collect())
}

async fn round_tables(
    state: &AppState,
    owner: &CalendarOwner,
    week: NaiveDate,
) -> Result<Vec<CalendarRoundTable>, ApiError> {
    let span = midnight(week)..midnight(week + Days::new(7));
    let rows = round_table::between(state.db.read(), owner.id(), span).await?;
    let names = names(state, rows.iter().map(|row| row.case_id)).await?;
    let shown = |row: &crate::db::entities::round_table::Model| {
        let citizen = names.get(&row.case_id).cloned();
        Ok(CalendarRoundTable {
            case_id: CaseId(row.case_id),
            citizen: citizen.ok_or_else(|| ApiError::internal("a round table without citizen"))?,
            round_table: round_table::shown(row, owner.name()),
        })
    };
    let shown = rows.iter().map(shown).collect::<Result<Vec<_>, ApiError>>()?;
    access_log::listed(state, owner.by(), AccessedData::Calendar, shown, |row| row.case_id).await
}

fn shown(
    state: &AppState,
    row: &booking::Model,
    citizen: Option<String>,
    words: Option<GivenWords>,
) -> Result<CalendarBooking, ApiError> {
    let participants =
        Vec::<Participant>::deserialize(&row.participants).map_err(ApiError::internal)?;
    let place = row.place_id.as_deref().and_then(|id| state.config.municipality.place(id));
    let room = place
        .and_then(|place| place.rooms.iter().find(|room| Some(&room.id) == row.room_id.as_ref()));
    Ok(CalendarBooking {
        id: BookingId(row.id),
        case_id: CaseId(row.case_id),
        citizen: citizen.ok_or_else(|| ApiError::internal("a booking without citizen"))?,
        state: state_of(row, state.clock.now()),
        channel: view::channel(row)?,
        starts_at: to_local(row.starts_at),
        ends_at: to_local(row.ends_at),
        room: room.map(|room| room.name.clone()),
        participants: u32::try_from(participants.len()).unwrap_or(u32::MAX),
        words,
    })
}
