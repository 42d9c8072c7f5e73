//! Group sessions as caseworkers see them. Names only through the access log, and to whom they
//! concern.

use std::collections::HashMap;
use std::ops::Range;

use chrono::{DateTime, Utc};
use contract::groups::{GroupLine, GroupPerson, GroupState, StaffGroup};
use contract::ids::{CaseId, CaseworkerId, GroupSessionId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::store::{Crowd, caseworkers, decision, is_to_come, state_of};
use crate::auth::Caseworker;
use crate::clock::to_local;
use crate::config::MunicipalityConfig;
use crate::db::entities::{caseworker, citizen, group_seat, group_session, sickness_case};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Sessions in lines.
pub(super) async fn lines(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    sessions: &[group_session::Model],
    now: DateTime<Utc>,
) -> Result<Vec<GroupLine>, ApiError> {
    let crowd = Crowd::load(db, sessions).await?;
    let leaders = caseworkers(db, sessions.iter().map(|session| session.caseworker_id)).await?;
    sessions.iter().map(|session| line(config, session, &crowd, &leaders, now)).collect()
}

fn line(
    config: &MunicipalityConfig,
    session: &group_session::Model,
    crowd: &Crowd,
    leaders: &HashMap<Uuid, caseworker::Model>,
    now: DateTime<Utc>,
) -> Result<GroupLine, ApiError> {
    let leader = leaders.get(&session.caseworker_id);
    let leader = leader.ok_or_else(|| ApiError::internal("a group without leader"))?;
    let (taken, kept) = crowd.taken_and_kept(session.id, now);
    Ok(GroupLine {
        id: GroupSessionId(session.id),
        theme: config.groups.theme(&session.theme),
        starts_at: to_local(session.starts_at),
        ends_at: to_local(session.ends_at),
        place: place(config, session),
        leader: leader.name.clone(),
        state: state_of(session)?,
        seats: number(session.seats),
        minimum: number(session.minimum),
        taken: number(taken),
        kept: number(kept),
        in_line: number(crowd.in_line(session.id)),
    })
}

fn number(count: impl TryInto<u16>) -> u16 {
    count.try_into().unwrap_or(u16::MAX)
}

/// "Rådhuset, Lokale 1".
pub(super) fn place(config: &MunicipalityConfig, session: &group_session::Model) -> Option<String> {
    let place = config.place(session.place_id.as_deref()?)?;
    let room = place.rooms.iter().find(|room| Some(&room.id) == session.room_id.as_ref());
    Some(match room {
        Some(room) => format!("{}, {}", place.name, room.name),
        None => place.name.clone(),
    })
}

/// The sessions that a caseworker leads and that begin in a span of time, in order; cancelled ones
/// left out.
///
/// # Errors
/// When the database fails.
pub async fn led_between(
    state: &AppState,
    caseworker: CaseworkerId,
    span: Range<DateTime<Utc>>,
) -> Result<Vec<GroupLine>, ApiError> {
    let db = state.db.read();
    let sessions = group_session::Entity::find()
        .filter(group_session::Column::CaseworkerId.eq(caseworker.0))
        .filter(group_session::Column::State.ne(GroupState::Cancelled.as_str()))
        .filter(group_session::Column::StartsAt.gte(span.start))
        .filter(group_session::Column::StartsAt.lt(span.end))
        .order_by_asc(group_session::Column::StartsAt)
        .all(db)
        .await?;
    lines(db, &state.config.municipality, &sessions, state.clock.now()).await
}

/// A session with those who come, as far as a caseworker may know them: its leader meets them all,
/// another sees those whose case is theirs. The caller writes the looks down before it answers.
pub(super) async fn detail(
    db: &impl ConnectionTrait,
    state: &AppState,
    by: &Caseworker,
    session: &group_session::Model,
) -> Result<StaffGroup, ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    let mut lines = lines(db, config, std::slice::from_ref(session), now).await?;
    let line = lines.pop().ok_or_else(|| ApiError::internal("a group in no line"))?;
    let leads = session.caseworker_id == by.id().0;
    Ok(StaffGroup {
        decided_at: decision(config, session.starts_at).filter(|at| now < *at).map(to_local),
        reason: session.reason.clone(),
        may_cancel: is_to_come(session, now) && is_of_team(db, session, by).await?,
        may_lead: may_lead(db, session, by).await?,
        may_note: leads && line.state != GroupState::Cancelled && session.starts_at <= now,
        all_listed: leads,
        people: people(db, session, (!leads).then(|| by.id())).await?,
        line,
    })
}

/// Is its leader of the caseworker's team? A colleague calls off for a leader who is ill.
pub(super) async fn is_of_team(
    db: &impl ConnectionTrait,
    session: &group_session::Model,
    by: &Caseworker,
) -> Result<bool, ApiError> {
    let leader = caseworker::Entity::find_by_id(session.caseworker_id).one(db).await?;
    Ok(leader.is_some_and(|leader| leader.team == by.team()))
}

/// May the caseworker lead it in its leader's place? Also when it is over and nobody has noted it:
/// whoever held it knows who came.
pub(super) async fn may_lead(
    db: &impl ConnectionTrait,
    session: &group_session::Model,
    by: &Caseworker,
) -> Result<bool, ApiError> {
    let is_planned = session.state == GroupState::Planned.as_str();
    let leads = session.caseworker_id == by.id().0;
    Ok(is_planned && !leads && is_of_team(db, session, by).await?)
}

/// Those who have a seat, by name; only those of `whose` cases when it says so.
async fn people(
    db: &impl ConnectionTrait,
    session: &group_session::Model,
    whose: Option<CaseworkerId>,
) -> Result<Vec<GroupPerson>, ApiError> {
    let seats = group_seat::Entity::find()
        .filter(group_seat::Column::SessionId.eq(session.id))
        .filter(group_seat::Column::HeldUntil.is_null())
        .all(db)
        .await?;
    let mut cases = sickness_case::Entity::find()
        .filter(sickness_case::Column::Id.is_in(seats.iter().map(|seat| seat.case_id)));
    if let Some(whose) = whose {
        cases = cases.filter(sickness_case::Column::CaseworkerId.eq(whose.0));
    }
    let cases = cases.all(db).await?;
    let citizens: HashMap<Uuid, String> = citizen::Entity::find()
        .filter(citizen::Column::Id.is_in(cases.iter().map(|case| case.citizen_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|citizen| (citizen.id, citizen.name))
        .collect();
    let followed_by = caseworkers(db, cases.iter().map(|case| case.caseworker_id)).await?;
    let person = |case: &sickness_case::Model| {
        Some(GroupPerson {
            case_id: CaseId(case.id),
            name: citizens.get(&case.citizen_id)?.clone(),
            caseworker: followed_by.get(&case.caseworker_id)?.name.clone(),
            came: seats.iter().find(|seat| seat.case_id == case.id)?.came,
        })
    };
    let mut people: Vec<GroupPerson> = cases.iter().filter_map(person).collect();
    people.sort_by(|one, other| (&one.name, one.case_id).cmp(&(&other.name, other.case_id)));
    Ok(people)
}
