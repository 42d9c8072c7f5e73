//! A citizen's own group sessions, for Min side and for their own data.

use chrono::{DateTime, NaiveDate, Utc};
use contract::groups::{GroupState, OwnGroup};
use contract::ids::CaseId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::store::is_to_come;
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{group_seat, group_session, group_waiting};
use crate::http::error::ApiError;

/// What Min side says of group sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnNews {
    /// The day of the next session with a seat.
    pub on: Option<NaiveDate>,
    /// Until when a seat is kept, if one is.
    pub offered: Option<DateTime<Utc>>,
    /// The day of a session to come that they had a seat in and that is off.
    pub cancelled: Option<NaiveDate>,
}

/// What there is to say to the citizen of a case.
///
/// # Errors
/// When the database fails.
pub async fn news(
    db: &impl ConnectionTrait,
    case: CaseId,
    now: DateTime<Utc>,
) -> Result<OwnNews, ApiError> {
    let seats =
        group_seat::Entity::find().filter(group_seat::Column::CaseId.eq(case.0)).all(db).await?;
    if seats.is_empty() {
        return Ok(OwnNews::default());
    }
    let sessions = sessions(db, seats.iter().map(|seat| seat.session_id)).await?;
    let mut news = OwnNews::default();
    // The newest first: the last one found is the next to come.
    for session in &sessions {
        let seat = seats.iter().find(|seat| seat.session_id == session.id);
        let (held_until, day) =
            (seat.and_then(|seat| seat.held_until), local_date(session.starts_at));
        match (is_to_come(session, now), held_until) {
            (true, None) => news.on = Some(day),
            (true, Some(until)) if now < until => news.offered = Some(until),
            // Whoever does not look again would come all the same.
            (false, None) if is_off(session) && local_date(now) <= day => {
                news.cancelled = Some(day)
            }
            _ => {}
        }
    }
    Ok(news)
}

/// Every session that the citizen of a case had a seat in or was in line for, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn own(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    case: CaseId,
) -> Result<Vec<OwnGroup>, ApiError> {
    let seats = group_seat::Entity::find()
        .filter(group_seat::Column::CaseId.eq(case.0))
        .filter(group_seat::Column::HeldUntil.is_null())
        .all(db)
        .await?;
    let lines = group_waiting::Entity::find()
        .filter(group_waiting::Column::CaseId.eq(case.0))
        .all(db)
        .await?;
    let ids = seats.iter().map(|seat| seat.session_id);
    let ids = ids.chain(lines.iter().map(|one| one.session_id));
    let shown = |session: &group_session::Model| {
        let seat = seats.iter().find(|seat| seat.session_id == session.id);
        let in_line = lines.iter().find(|one| one.session_id == session.id);
        OwnGroup {
            theme: config.groups.theme(&session.theme),
            starts_at: to_local(session.starts_at),
            ends_at: to_local(session.ends_at),
            cancelled: is_off(session),
            seat_since: seat.map(|seat| to_local(seat.taken_at)),
            in_line_since: in_line.map(|one| to_local(one.since)),
            came: seat.and_then(|seat| seat.came),
        }
    };
    Ok(sessions(db, ids).await?.iter().map(shown).collect())
}

fn is_off(session: &group_session::Model) -> bool {
    session.state == GroupState::Cancelled.as_str()
}

async fn sessions(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<Vec<group_session::Model>, ApiError> {
    let rows = group_session::Entity::find()
        .filter(group_session::Column::Id.is_in(ids))
        .order_by_desc(group_session::Column::StartsAt)
        .order_by_desc(group_session::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}
