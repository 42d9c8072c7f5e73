//! Group sessions, seats and lines as they are stored.

use std::collections::HashMap;

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::groups::GroupState;
use rules::WallTime;
use rules::group::decided_on;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::clock::local_date;
use crate::config::MunicipalityConfig;
use crate::db::entities::{caseworker, group_seat, group_session, group_waiting};
use crate::http::error::ApiError;

/// Where somebody in line stands.
pub(super) mod line {
    /// In line.
    pub const WAITING: &str = "waiting";
    /// A seat is kept for them, or was until a moment ago.
    pub const OFFERED: &str = "offered";
    /// A seat was kept for them, and they did not take it in time.
    pub const LAPSED: &str = "lapsed";
    /// Not in line any more, or said no.
    pub const LEFT: &str = "left";
    /// They got a seat.
    pub const SEATED: &str = "seated";
}

/// Is a session to come, and not cancelled?
pub(super) fn is_to_come(session: &group_session::Model, now: DateTime<Utc>) -> bool {
    session.state == GroupState::Planned.as_str() && now < session.starts_at
}

/// The state as stored.
pub(super) fn state_of(session: &group_session::Model) -> Result<GroupState, ApiError> {
    GroupState::parse(&session.state).ok_or_else(|| ApiError::internal("a group in no state"))
}

/// A time on the wall clock in Denmark; none where daylight saving leaves it out.
pub(super) fn moment(day: chrono::NaiveDate, at: WallTime) -> Option<DateTime<Utc>> {
    let wall =
        day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(at.minutes().into());
    Copenhagen.from_local_datetime(&wall).earliest().map(|at| at.to_utc())
}

/// When it is decided whether enough people come to a session that begins then.
pub(super) fn decision(
    config: &MunicipalityConfig,
    starts_at: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let day = decided_on(&config.closing_days, local_date(starts_at))?;
    moment(day, config.groups.decide_hour)
}

/// Every session that is planned and not over at a moment, each with the cases that have a seat.
///
/// # Errors
/// When the database fails.
pub async fn coming(
    db: &impl ConnectionTrait,
    from: DateTime<Utc>,
) -> Result<Vec<(group_session::Model, Vec<Uuid>)>, DbErr> {
    let sessions = group_session::Entity::find()
        .filter(group_session::Column::State.eq(GroupState::Planned.as_str()))
        .filter(group_session::Column::EndsAt.gt(from))
        .order_by_asc(group_session::Column::StartsAt)
        .order_by_asc(group_session::Column::Id)
        .all(db)
        .await?;
    let seats = group_seat::Entity::find()
        .filter(group_seat::Column::SessionId.is_in(sessions.iter().map(|session| session.id)))
        .filter(group_seat::Column::HeldUntil.is_null())
        .all(db)
        .await?;
    let with_people = |session: group_session::Model| {
        let of_session = seats.iter().filter(|seat| seat.session_id == session.id);
        let people = of_session.map(|seat| seat.case_id).collect();
        (session, people)
    };
    Ok(sessions.into_iter().map(with_people).collect())
}

/// The seats and the lines of some sessions.
#[derive(Debug)]
pub(super) struct Crowd {
    seats: HashMap<Uuid, Vec<group_seat::Model>>,
    lines: HashMap<Uuid, Vec<group_waiting::Model>>,
}

impl Crowd {
    /// Reads them.
    pub async fn load(
        db: &impl ConnectionTrait,
        sessions: &[group_session::Model],
    ) -> Result<Self, DbErr> {
        let ids: Vec<Uuid> = sessions.iter().map(|session| session.id).collect();
        let mut crowd = Self { seats: HashMap::new(), lines: HashMap::new() };
        let seats = group_seat::Entity::find()
            .filter(group_seat::Column::SessionId.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        for seat in seats {
            crowd.seats.entry(seat.session_id).or_default().push(seat);
        }
        let lines = group_waiting::Entity::find()
            .filter(group_waiting::Column::SessionId.is_in(ids))
            .all(db)
            .await?;
        for one in lines {
            crowd.lines.entry(one.session_id).or_default().push(one);
        }
        Ok(crowd)
    }

    /// A session's seats that are taken, or kept still.
    pub fn seats(
        &self,
        session: Uuid,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &group_seat::Model> {
        let seats = self.seats.get(&session).into_iter().flatten();
        seats.filter(move |seat| seat.held_until.is_none_or(|until| now < until))
    }

    /// Of those, how many are taken, and how many kept.
    pub fn taken_and_kept(&self, session: Uuid, now: DateTime<Utc>) -> (usize, usize) {
        let taken = self.seats(session, now).filter(|seat| seat.held_until.is_none()).count();
        (taken, self.seats(session, now).count() - taken)
    }

    /// How many stand in line.
    pub fn in_line(&self, session: Uuid) -> usize {
        let line = self.lines.get(&session).into_iter().flatten();
        line.filter(|one| one.state == line::WAITING).count()
    }

    /// A case's place in a session's line.
    pub fn line_of(&self, session: Uuid, case: Uuid) -> Option<&group_waiting::Model> {
        self.lines.get(&session)?.iter().find(|one| one.case_id == case)
    }
}

/// Caseworkers by their ids.
pub(super) async fn caseworkers(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, caseworker::Model>, DbErr> {
    let rows = caseworker::Entity::find().filter(caseworker::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
