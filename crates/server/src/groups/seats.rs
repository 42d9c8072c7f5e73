//! Taking seats, giving them up, and passing them on to who is first in line. Every change holds
//! the session's row first: whoever else changes it waits. A seat is given by inserting it, never
//! after a look whether it is free.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::ids::CaseId;
use contract::retention_plan::MessageKind;
use rules::CourseParty;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Set,
    TryInsertResult,
};
use uuid::Uuid;

use super::store::{is_to_come, line};
use crate::booking::guard::{self, Holder, Stretch};
use crate::cases::is_closed;
use crate::clock::{local_date, to_local};
use crate::db::entities::{group_seat, group_session, group_waiting, sickness_case};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;

/// Locks a session until the transaction ends, and reads it then.
pub(super) async fn hold(
    tx: &DatabaseTransaction,
    session: Uuid,
) -> Result<group_session::Model, ApiError> {
    group_session::Entity::update_many()
        .col_expr(group_session::Column::State, group_session::Column::State.into_expr())
        .filter(group_session::Column::Id.eq(session))
        .exec(tx)
        .await?;
    group_session::Entity::find_by_id(session).one(tx).await?.ok_or(ApiError::NotFound)
}

/// Gives the citizen of a case a seat: the one that is kept for them, or a free one. `false`, and
/// nothing is changed, when they have one.
///
/// # Errors
/// [`ApiError::GroupFull`] when there is none, [`ApiError::GroupClash`] when they are somewhere
/// else at that time; the caller rolls back then.
pub async fn take(
    tx: &DatabaseTransaction,
    session: &group_session::Model,
    case: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    match seat_of(tx, session.id, case).await? {
        Some(seat) if seat.held_until.is_none() => return Ok(false),
        Some(_) => {
            let kept = group_seat::Entity::update_many()
                .col_expr(group_seat::Column::HeldUntil, None::<DateTime<Utc>>.into())
                .col_expr(group_seat::Column::TakenAt, now.into())
                .filter(group_seat::Column::SessionId.eq(session.id))
                .filter(group_seat::Column::CaseId.eq(case))
                .filter(group_seat::Column::HeldUntil.gt(now))
                .exec(tx)
                .await?;
            if kept.rows_affected == 0 {
                return Err(ApiError::GroupFull);
            }
        }
        None => {
            if !put(tx, session, case, (None, now)).await? {
                return Err(ApiError::GroupFull);
            }
        }
    }
    let stretch = Stretch { starts_at: session.starts_at, ends_at: session.ends_at };
    if !guard::claim(tx, &guard::citizen(case), stretch, Holder::booking(session.id, now)).await? {
        return Err(ApiError::GroupClash);
    }
    stands(tx, session.id, case, line::SEATED).await?;
    Ok(true)
}

/// Gives up whatever the citizen of a case has of a session: the seat, the one that is kept for
/// them, the place in line.
///
/// # Errors
/// When the database fails.
pub async fn give_up(tx: &DatabaseTransaction, session: Uuid, case: Uuid) -> Result<(), ApiError> {
    group_seat::Entity::delete_many()
        .filter(group_seat::Column::SessionId.eq(session))
        .filter(group_seat::Column::CaseId.eq(case))
        .exec(tx)
        .await?;
    guard::release(tx, &guard::citizen(case), session).await?;
    stands(tx, session, case, line::LEFT).await?;
    Ok(())
}

/// Puts the citizen of a case at the end of the line, unless they stand in it, or have a seat.
pub(super) async fn stand_in_line(
    tx: &DatabaseTransaction,
    session: Uuid,
    case: Uuid,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    if seat_of(tx, session, case).await?.is_some() {
        return Ok(());
    }
    let row = group_waiting::ActiveModel {
        session_id: Set(session),
        case_id: Set(case),
        since: Set(now),
        state: Set(line::WAITING.to_owned()),
    };
    let inserted = group_waiting::Entity::insert_many([row])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    if matches!(inserted, TryInsertResult::Inserted(1)) {
        return Ok(());
    }
    group_waiting::Entity::update_many()
        .col_expr(group_waiting::Column::State, line::WAITING.into())
        .col_expr(group_waiting::Column::Since, now.into())
        .filter(group_waiting::Column::SessionId.eq(session))
        .filter(group_waiting::Column::CaseId.eq(case))
        .filter(group_waiting::Column::State.ne(line::WAITING))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes back seats that were kept and not taken in time, and keeps every free one for whoever is
/// first in line, as long as there is time to answer: no seat is free to others while somebody
/// waits. The caller holds the session.
pub(super) async fn settle(
    tx: &DatabaseTransaction,
    state: &AppState,
    session: &group_session::Model,
) -> Result<(), ApiError> {
    let now = state.clock.now();
    lapse(tx, session.id, now).await?;
    if !is_to_come(session, now) {
        return Ok(());
    }
    let Some(until) = kept_until(state, session, now) else { return Ok(()) };
    while let Some(next) = next_in_line(tx, session.id).await? {
        let case = sickness_case::Entity::find_by_id(next.case_id).one(tx).await?;
        if case.is_none_or(|case| is_closed(&case, local_date(now))) {
            stands(tx, session.id, next.case_id, line::LEFT).await?;
            continue;
        }
        if !put(tx, session, next.case_id, (Some(until), now)).await? {
            break;
        }
        stands(tx, session.id, next.case_id, line::OFFERED).await?;
        let kind = MessageKind::GroupSeatOffered {
            starts_at: to_local(session.starts_at),
            until: to_local(until),
        };
        let (case, to) = (CaseId(next.case_id), CourseParty::Citizen);
        let once = format!("group-offer:{}:{case}:{}", session.id, until.timestamp());
        outbox::tell(tx, &state.clock, case, to, kind, once).await?;
    }
    Ok(())
}

/// Until when a seat would be kept that comes free now; none when there is no time to answer.
pub(super) fn kept_until(
    state: &AppState,
    session: &group_session::Model,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let terms = state.config.municipality.waiting_list.terms();
    terms.kept_until(now, session.starts_at, &Copenhagen)
}

/// Takes back the seats that were kept until now.
async fn lapse(tx: &DatabaseTransaction, session: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let over =
        || group_seat::Column::SessionId.eq(session).and(group_seat::Column::HeldUntil.lte(now));
    for seat in group_seat::Entity::find().filter(over()).all(tx).await? {
        stands(tx, session, seat.case_id, line::LAPSED).await?;
    }
    group_seat::Entity::delete_many().filter(over()).exec(tx).await?;
    Ok(())
}

async fn next_in_line(
    tx: &DatabaseTransaction,
    session: Uuid,
) -> Result<Option<group_waiting::Model>, DbErr> {
    group_waiting::Entity::find()
        .filter(group_waiting::Column::SessionId.eq(session))
        .filter(group_waiting::Column::State.eq(line::WAITING))
        .order_by_asc(group_waiting::Column::Since)
        .order_by_asc(group_waiting::Column::CaseId)
        .one(tx)
        .await
}

async fn seat_of(
    tx: &DatabaseTransaction,
    session: Uuid,
    case: Uuid,
) -> Result<Option<group_seat::Model>, DbErr> {
    group_seat::Entity::find()
        .filter(group_seat::Column::SessionId.eq(session))
        .filter(group_seat::Column::CaseId.eq(case))
        .one(tx)
        .await
}

/// Inserts the first seat that nobody has; `false` when there is none.
async fn put(
    tx: &DatabaseTransaction,
    session: &group_session::Model,
    case: Uuid,
    (held_until, now): (Option<DateTime<Utc>>, DateTime<Utc>),
) -> Result<bool, DbErr> {
    for number in 1..=session.seats {
        let seat = group_seat::ActiveModel {
            session_id: Set(session.id),
            number: Set(number),
            case_id: Set(case),
            held_until: Set(held_until),
            taken_at: Set(now),
            came: Set(None),
        };
        let inserted = group_seat::Entity::insert_many([seat])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(tx)
            .await?;
        if matches!(inserted, TryInsertResult::Inserted(1)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Somebody's place in line becomes that, if they have one.
async fn stands(
    tx: &DatabaseTransaction,
    session: Uuid,
    case: Uuid,
    state: &str,
) -> Result<(), DbErr> {
    group_waiting::Entity::update_many()
        .col_expr(group_waiting::Column::State, state.into())
        .filter(group_waiting::Column::SessionId.eq(session))
        .filter(group_waiting::Column::CaseId.eq(case))
        .exec(tx)
        .await?;
    Ok(())
}
