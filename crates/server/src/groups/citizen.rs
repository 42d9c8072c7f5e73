//! The citizen's page of group sessions, and what they want of one. Says of others only whether
//! seats are left.

use axum::extract::State;
use chrono::{DateTime, Utc};
use contract::groups::{CitizenGroup, CitizenGroups, GroupPart, GroupState, GroupWish, WishGroup};
use contract::ids::{CaseId, GroupSessionId};
use contract::problem::Problem;
use rules::SeatsLeft;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::seats::{give_up, hold, kept_until, settle, stand_in_line, take};
use super::store::{Crowd, caseworkers, decision, is_to_come, line};
use crate::auth::{Citizen, CitizenView};
use crate::booking::view;
use crate::cases::CaseFile;
use crate::clock::{local_date, to_local};
use crate::db::entities::{caseworker, group_session};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Group sessions to come.
#[utoipa::path(get, path = "/api/citizen/groups", tag = "citizen",
    responses((status = 200, body = CitizenGroups), (status = "4XX", body = Problem)))]
pub async fn groups(citizen: CitizenView) -> Result<axum::Json<CitizenGroups>, ApiError> {
    let state = citizen.state();
    Ok(axum::Json(page(state.db.read(), state, citizen.case_id()).await?))
}

/// Takes a seat, stands in line for one, or does neither any more.
#[utoipa::path(put, path = "/api/citizen/groups/{id}", tag = "citizen",
    params(("id" = GroupSessionId, Path)), request_body = WishGroup,
    responses((status = 200, body = CitizenGroups), (status = "4XX", body = Problem)))]
pub async fn wish(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<GroupSessionId>,
    Json(body): Json<WishGroup>,
) -> Result<axum::Json<CitizenGroups>, ApiError> {
    let case = citizen.case_id();
    let tx = state.db.begin_write().await?;
    let session = hold(&tx, id.0).await?;
    let now = state.clock.now();
    if !is_to_come(&session, now) {
        return Err(ApiError::GroupOver);
    }
    let file = CaseFile::load(&*tx, case).await?;
    if body.wish != GroupWish::Nothing && file.is_closed(local_date(now)) {
        return Err(ApiError::CaseClosed);
    }
    // What was kept for others until now is theirs no longer, and the line goes first.
    settle(&tx, &state, &session).await?;
    match body.wish {
        GroupWish::Seat => {
            take(&tx, &session, case.0, now).await?;
        }
        GroupWish::InLine => stand_in_line(&tx, session.id, case.0, now).await?,
        GroupWish::Nothing => give_up(&tx, session.id, case.0).await?,
    }
    settle(&tx, &state, &session).await?;
    let page = page(&*tx, &state, case).await?;
    tx.commit().await?;
    Ok(axum::Json(page))
}

/// What the citizen of a case is shown.
async fn page(
    db: &impl ConnectionTrait,
    state: &AppState,
    case: CaseId,
) -> Result<CitizenGroups, ApiError> {
    let now = state.clock.now();
    let file = CaseFile::load(db, case).await?;
    let mut sessions = group_session::Entity::find()
        .filter(group_session::Column::StartsAt.gt(now))
        .filter(group_session::Column::State.ne(GroupState::Held.as_str()))
        .order_by_asc(group_session::Column::StartsAt)
        .order_by_asc(group_session::Column::Id)
        .all(db)
        .await?;
    let crowd = Crowd::load(db, &sessions).await?;
    sessions.retain(|session| {
        is_to_come(session, now) || part(&crowd, session, case, now) != GroupPart::None
    });
    let leaders = caseworkers(db, sessions.iter().map(|session| session.caseworker_id)).await?;
    let shown = |session: &group_session::Model| {
        let leader = leaders.get(&session.caseworker_id);
        let leader = leader.ok_or_else(|| ApiError::internal("a group without leader"))?;
        let mine = part(&crowd, session, case, now);
        let decided_at = decision(&state.config.municipality, session.starts_at);
        let decided_at = decided_at.filter(|at| now < *at).map(to_local);
        let left = left(state, &crowd, session, now);
        Ok(CitizenGroup { decided_at, ..shown(state, session, leader, left, mine) })
    };
    Ok(CitizenGroups {
        case_closed: file.is_closed(local_date(now)),
        standby: file.case.standby_since.is_some(),
        sessions: sessions.iter().map(shown).collect::<Result<_, ApiError>>()?,
    })
}

fn shown(
    state: &AppState,
    session: &group_session::Model,
    leader: &caseworker::Model,
    left: SeatsLeft,
    mine: GroupPart,
) -> CitizenGroup {
    let config = &state.config.municipality;
    let place = session.place_id.as_deref().and_then(|id| config.place(id));
    let room = place.and_then(|place| {
        place.rooms.iter().find(|room| Some(&room.id) == session.room_id.as_ref())
    });
    CitizenGroup {
        id: GroupSessionId(session.id),
        theme: config.groups.theme(&session.theme),
        starts_at: to_local(session.starts_at),
        ends_at: to_local(session.ends_at),
        place: place.map(view::place),
        room: room.map(|room| room.name.clone()),
        leader: leader.name.clone(),
        decided_at: None,
        left,
        mine,
    }
}

/// What is left for whoever comes now: what is free goes to the line first, while there is time to
/// offer it.
fn left(
    state: &AppState,
    crowd: &Crowd,
    session: &group_session::Model,
    now: DateTime<Utc>,
) -> SeatsLeft {
    let seats = usize::try_from(session.seats).unwrap_or_default();
    let in_line = match kept_until(state, session, now) {
        Some(_) => crowd.in_line(session.id),
        None => 0,
    };
    SeatsLeft::of(seats, crowd.seats(session.id, now).count(), in_line)
}

/// What the citizen of a case has to do with a session.
fn part(
    crowd: &Crowd,
    session: &group_session::Model,
    case: CaseId,
    now: DateTime<Utc>,
) -> GroupPart {
    let seat = crowd.seats(session.id, now).find(|seat| seat.case_id == case.0);
    let in_line = crowd.line_of(session.id, case.0).map(|one| one.state.as_str());
    if session.state == GroupState::Cancelled.as_str() {
        let had_to_do = seat.is_some() || matches!(in_line, Some(line::WAITING | line::OFFERED));
        let reason = session.reason.clone();
        let cancelled = GroupPart::Cancelled { too_few: reason.is_empty(), reason };
        return if had_to_do { cancelled } else { GroupPart::None };
    }
    match (seat.map(|seat| seat.held_until), in_line) {
        (Some(None), _) => GroupPart::Seat,
        (Some(Some(until)), _) => GroupPart::Offered { until: to_local(until) },
        (None, Some(line::WAITING)) => GroupPart::InLine,
        (None, Some(line::OFFERED | line::LAPSED)) => GroupPart::OfferOver,
        (None, _) => GroupPart::None,
    }
}
