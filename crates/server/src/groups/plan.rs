//! Planning a group session: what may be planned, and the transaction that takes the time of its
//! leader and its room.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use contract::groups::{GroupRoom, GroupState, NewGroup, RoomId, StaffGroups, check_new_group};
use contract::ids::CaseworkerId;
use contract::problem::{FieldCode, FieldError};
use rules::holidays::is_working_day;
use sea_orm::{DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::store::{decision, moment};
use crate::booking::guard::{self, Holder, Stretch};
use crate::config::MunicipalityConfig;
use crate::db::entities::group_session;
use crate::http::error::ApiError;
use crate::state::AppState;

/// A session that may be planned.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its theme's code.
    theme: String,
    /// When.
    stretch: Stretch,
    /// In which room.
    room: Option<RoomId>,
    /// Seats.
    seats: u16,
}

impl Planned {
    /// Checks what somebody wants to plan.
    ///
    /// # Errors
    /// The fields at fault.
    pub fn check(state: &AppState, wanted: &NewGroup) -> Result<Self, ApiError> {
        let (config, now) = (&state.config.municipality, state.clock.now());
        ApiError::check(check_new_group(wanted, &may_be(state, Vec::new())))?;
        let wrong = |field| Err(ApiError::InvalidFields(vec![field]));
        let Some(starts_at) = moment(wanted.day, wanted.from) else {
            return wrong(FieldError::new("from", FieldCode::OutOfRange));
        };
        if !is_working_day(&config.closing_days, wanted.day) {
            return wrong(FieldError::new("day", FieldCode::Closed));
        }
        if !is_in_time(config, starts_at, now) {
            return wrong(FieldError::new("day", FieldCode::OutOfRange));
        }
        let ends_at = starts_at + TimeDelta::minutes(config.groups.minutes.into());
        Ok(Self {
            theme: wanted.theme.clone(),
            stretch: Stretch { starts_at, ends_at },
            room: wanted.room.clone(),
            seats: wanted.seats,
        })
    }
}

/// Does the decision about a session lie ahead? One planned later would be cancelled at once.
fn is_in_time(config: &MunicipalityConfig, starts_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    decision(config, starts_at).is_some_and(|at| now < at)
}

/// What may be planned now, with the sessions there are.
pub(super) fn may_be(state: &AppState, sessions: Vec<contract::groups::GroupLine>) -> StaffGroups {
    let (config, now, today) = (&state.config.municipality, state.clock.now(), state.clock.today());
    let groups = &config.groups;
    let last_day = config.booking.horizon(today);
    let in_time = |day: &NaiveDate| {
        let noon = rules::WallTime::hour(12);
        moment(*day, noon).is_some_and(|at| is_in_time(config, at, now))
    };
    let first_day = today.iter_days().take_while(|day| *day <= last_day).find(in_time);
    let rooms = config.places.iter().flat_map(|place| {
        place.rooms.iter().map(|room| GroupRoom {
            at: RoomId { place: place.id.clone(), room: room.id.clone() },
            place: place.name.clone(),
            room: room.name.clone(),
        })
    });
    StaffGroups {
        today,
        first_day: first_day.unwrap_or(last_day),
        last_day,
        themes: groups.themes.clone(),
        rooms: rooms.collect(),
        minutes: groups.minutes,
        min_seats: groups.min_seats,
        max_seats: groups.max_seats,
        decide_hour: groups.decide_hour,
        earliest: groups.earliest,
        latest: groups.latest,
        sessions,
    }
}

/// Plans a session that a caseworker leads: takes their time, and the room's.
///
/// # Errors
/// [`ApiError::GroupClash`] when the caseworker is somewhere else at that time,
/// [`ApiError::NoRoomFree`] when somebody else has the room; the caller rolls back then.
pub async fn plan_in(
    tx: &DatabaseTransaction,
    state: &AppState,
    leader: CaseworkerId,
    planned: Planned,
) -> Result<group_session::Model, ApiError> {
    let id: Uuid = state.clock.new_id();
    let Planned { theme, stretch, room, seats } = planned;
    let holder = Holder::booking(id, state.clock.now());
    if !guard::claim(tx, &guard::caseworker(leader.0), stretch, holder).await? {
        return Err(ApiError::GroupClash);
    }
    if let Some(at) = &room
        && !guard::claim(tx, &guard::room(&at.place, &at.room), stretch, holder).await?
    {
        return Err(ApiError::NoRoomFree { nearest: Vec::new() });
    }
    let (place_id, room_id) = room.map(|at| (at.place, at.room)).unzip();
    let session = group_session::Model {
        id,
        theme,
        caseworker_id: leader.0,
        starts_at: stretch.starts_at,
        ends_at: stretch.ends_at,
        place_id,
        room_id,
        seats: seats.into(),
        minimum: state.config.municipality.groups.min_seats.into(),
        state: GroupState::Planned.as_str().to_owned(),
        created_at: state.clock.now(),
        decided_at: None,
        cancelled_at: None,
        reason: String::new(),
    };
    let row = group_session::ActiveModel::from(session.clone());
    group_session::Entity::insert_many([row]).exec_without_returning(tx).await?;
    Ok(session)
}
