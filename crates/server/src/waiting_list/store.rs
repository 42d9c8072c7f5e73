//! Who waits and what was offered, as it is stored. Knows no rules.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use contract::waiting_list::{OfferState, WaitingEnd, WaitingWish};
use rules::ContactChannel;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, Set, TryInsertResult,
};
use uuid::Uuid;

use crate::booking::guard::Stretch;
use crate::db::entities::{
    time_slot, waiting_entry, waiting_new_time, waiting_offer, waiting_turn,
};
use crate::http::error::ApiError;

/// Waits.
pub const OPEN: &str = "open";
/// Waits no more.
const ENDED: &str = "ended";

/// A time that is kept for a case.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub slot: Uuid,
    /// For whose.
    pub case: Uuid,
    /// With whom.
    pub caseworker: Uuid,
    /// When.
    pub stretch: Stretch,
    /// Place and room, for a visit.
    pub room: Option<(String, String)>,
}

/// The times that are kept at a moment and not over at `from`.
///
/// # Errors
/// When the database fails.
pub async fn kept(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    from: DateTime<Utc>,
) -> Result<Vec<Kept>, ApiError> {
    let rows = waiting_offer::Entity::find()
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .filter(waiting_offer::Column::ExpiresAt.gt(now))
        .filter(waiting_offer::Column::EndsAt.gt(from))
        .all(db)
        .await?;
    let kept = |row: waiting_offer::Model| Kept {
        slot: row.slot_id,
        case: row.case_id,
        caseworker: row.caseworker_id,
        stretch: Stretch { starts_at: row.starts_at, ends_at: row.ends_at },
        room: row.place_id.zip(row.room_id),
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// What is kept of a caseworker's times at a moment, by slot.
///
/// # Errors
/// When the database fails.
pub async fn kept_slots(
    db: &impl ConnectionTrait,
    caseworker: Uuid,
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, waiting_offer::Model>, ApiError> {
    let rows = waiting_offer::Entity::find()
        .filter(waiting_offer::Column::CaseworkerId.eq(caseworker))
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .filter(waiting_offer::Column::ExpiresAt.gt(now))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slot_id, row)).collect())
}

/// The offers by which some of these slots are kept at a moment.
pub(super) async fn kept_of(
    tx: &DatabaseTransaction,
    slots: &[Uuid],
    now: DateTime<Utc>,
) -> Result<Vec<waiting_offer::Model>, ApiError> {
    let open = waiting_offer::Entity::find()
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .filter(waiting_offer::Column::ExpiresAt.gt(now))
        .all(tx)
        .await?;
    Ok(open.into_iter().filter(|offer| slots.contains(&offer.slot_id)).collect())
}

/// Waits until it is one's turn to pass times on; until the transaction ends it is nobody else's.
pub(super) async fn take_turn(tx: &DatabaseTransaction) -> Result<(), ApiError> {
    waiting_turn::Entity::update_many()
        .col_expr(waiting_turn::Column::Turns, waiting_turn::Column::Turns.into_expr().add(1))
        .exec(tx)
        .await?;
    Ok(())
}

/// Those who wait, the first in line first.
pub(super) async fn line(db: &impl ConnectionTrait) -> Result<Vec<waiting_entry::Model>, ApiError> {
    Ok(waiting_entry::Entity::find()
        .filter(waiting_entry::Column::State.eq(OPEN))
        .order_by_asc(waiting_entry::Column::CreatedAt)
        .order_by_asc(waiting_entry::Column::Id)
        .all(db)
        .await?)
}

/// Does anybody wait?
pub(super) async fn anybody(db: &impl ConnectionTrait) -> Result<bool, ApiError> {
    let first = waiting_entry::Entity::find().filter(waiting_entry::Column::State.eq(OPEN));
    Ok(first.one(db).await?.is_some())
}

/// What a case waits for.
pub(super) async fn open_entry(
    db: &impl ConnectionTrait,
    case: Uuid,
) -> Result<Option<waiting_entry::Model>, ApiError> {
    Ok(waiting_entry::Entity::find()
        .filter(waiting_entry::Column::CaseId.eq(case))
        .filter(waiting_entry::Column::State.eq(OPEN))
        .one(db)
        .await?)
}

/// All it has waited for, the newest first.
pub(super) async fn entries(
    db: &impl ConnectionTrait,
    case: Uuid,
) -> Result<Vec<waiting_entry::Model>, ApiError> {
    Ok(waiting_entry::Entity::find()
        .filter(waiting_entry::Column::CaseId.eq(case))
        .order_by_desc(waiting_entry::Column::CreatedAt)
        .order_by_desc(waiting_entry::Column::Id)
        .all(db)
        .await?)
}

/// All that was offered for these turns in the line, the newest first.
pub(super) async fn offers(
    db: &impl ConnectionTrait,
    entries: &[waiting_entry::Model],
) -> Result<Vec<waiting_offer::Model>, ApiError> {
    Ok(waiting_offer::Entity::find()
        .filter(waiting_offer::Column::EntryId.is_in(entries.iter().map(|entry| entry.id)))
        .order_by_desc(waiting_offer::Column::OfferedAt)
        .order_by_desc(waiting_offer::Column::Id)
        .all(db)
        .await?)
}

/// The offer to a case that nothing has become of yet, though its time may have run out.
pub(super) async fn open_offer(
    db: &impl ConnectionTrait,
    case: Uuid,
) -> Result<Option<waiting_offer::Model>, ApiError> {
    Ok(waiting_offer::Entity::find()
        .filter(waiting_offer::Column::CaseId.eq(case))
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .one(db)
        .await?)
}

/// The cases that a time is not offered to (again): those that have had it since it came free, and
/// those for which another is kept.
pub(super) async fn passed_over(
    db: &impl ConnectionTrait,
    slot: Uuid,
    freed_at: DateTime<Utc>,
) -> Result<HashSet<Uuid>, ApiError> {
    let open = waiting_offer::Column::State.eq(OfferState::Open.as_str());
    let had =
        waiting_offer::Column::SlotId.eq(slot).and(waiting_offer::Column::FreedAt.eq(freed_at));
    let cases: Vec<Uuid> = waiting_offer::Entity::find()
        .select_only()
        .column(waiting_offer::Column::CaseId)
        .filter(open.or(had))
        .into_tuple()
        .all(db)
        .await?;
    Ok(cases.into_iter().collect())
}

/// Offers that have run out and that nobody has passed on.
pub(super) async fn run_out(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Vec<waiting_offer::Model>, ApiError> {
    Ok(waiting_offer::Entity::find()
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .filter(waiting_offer::Column::ExpiresAt.lte(now))
        .order_by_asc(waiting_offer::Column::ExpiresAt)
        .order_by_asc(waiting_offer::Column::Id)
        .all(db)
        .await?)
}

/// Rows in one statement.
const ROWS_AT_ONCE: usize = 500;

/// New times that are offered to those who wait later on.
pub(super) async fn put_off(
    tx: &DatabaseTransaction,
    slots: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    let row = |slot: &Uuid| waiting_new_time::ActiveModel { slot_id: Set(*slot), since: Set(now) };
    for some in slots.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(row);
        waiting_new_time::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// New times that are still to be offered, the earliest first.
pub(super) async fn new_times(
    db: &impl ConnectionTrait,
) -> Result<Vec<waiting_new_time::Model>, ApiError> {
    let slot = waiting_new_time::Entity::belongs_to(time_slot::Entity)
        .from(waiting_new_time::Column::SlotId)
        .to(time_slot::Column::Id)
        .into();
    Ok(waiting_new_time::Entity::find()
        .join(JoinType::InnerJoin, slot)
        .order_by_asc(time_slot::Column::StartsAt)
        .order_by_asc(time_slot::Column::Id)
        .all(db)
        .await?)
}

/// A new time is offered now; false when it has been.
pub(super) async fn is_offered(tx: &DatabaseTransaction, slot: Uuid) -> Result<bool, ApiError> {
    let done = waiting_new_time::Entity::delete_by_id(slot).exec(tx).await?;
    Ok(done.rows_affected == 1)
}

/// Writes what became of an offer; false when something has already.
pub(super) async fn end_offer(
    tx: &DatabaseTransaction,
    offer: Uuid,
    state: OfferState,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let ended = waiting_offer::Entity::update_many()
        .col_expr(waiting_offer::Column::State, state.as_str().into())
        .col_expr(waiting_offer::Column::EndedAt, now.into())
        .filter(waiting_offer::Column::Id.eq(offer))
        .filter(waiting_offer::Column::State.eq(OfferState::Open.as_str()))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Ends waiting; false when it had ended.
pub(super) async fn end_entry(
    tx: &DatabaseTransaction,
    entry: Uuid,
    why: WaitingEnd,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let ended = waiting_entry::Entity::update_many()
        .col_expr(waiting_entry::Column::State, ENDED.into())
        .col_expr(waiting_entry::Column::Why, why.as_str().into())
        .col_expr(waiting_entry::Column::EndedAt, now.into())
        .filter(waiting_entry::Column::Id.eq(entry))
        .filter(waiting_entry::Column::State.eq(OPEN))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Begins to wait, or waits for something else and keeps the place in the line.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    id: Uuid,
    case: Uuid,
    wish: &WaitingWish,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    let (channels, weekdays) = (channel_names(wish), weekday_numbers(wish));
    let row = waiting_entry::ActiveModel {
        id: Set(id),
        case_id: Set(case),
        before_date: Set(wish.before),
        channels: Set(channels.clone()),
        weekdays: Set(weekdays.clone()),
        state: Set(OPEN.to_owned()),
        created_at: Set(now),
        ended_at: Set(None),
        why: Set(None),
    };
    let inserted = waiting_entry::Entity::insert_many([row])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    if matches!(inserted, TryInsertResult::Inserted(1)) {
        return Ok(());
    }
    waiting_entry::Entity::update_many()
        .col_expr(waiting_entry::Column::BeforeDate, wish.before.into())
        .col_expr(waiting_entry::Column::Channels, channels.into())
        .col_expr(waiting_entry::Column::Weekdays, weekdays.into())
        .filter(waiting_entry::Column::CaseId.eq(case))
        .filter(waiting_entry::Column::State.eq(OPEN))
        .exec(tx)
        .await?;
    Ok(())
}

/// What an entry asks for.
pub(super) fn wish_of(entry: &waiting_entry::Model) -> WaitingWish {
    WaitingWish {
        before: entry.before_date,
        channels: entry.channels.split(',').filter_map(ContactChannel::parse).collect(),
        weekdays: entry.weekdays.split(',').filter_map(|day| day.parse().ok()).collect(),
    }
}

fn channel_names(wish: &WaitingWish) -> String {
    let wanted = ContactChannel::ALL.into_iter().filter(|one| wish.channels.contains(one));
    wanted.map(ContactChannel::as_str).collect::<Vec<_>>().join(",")
}

fn weekday_numbers(wish: &WaitingWish) -> String {
    let wanted = (1..=7_u8).filter(|day| wish.weekdays.contains(day));
    wanted.map(|day| day.to_string()).collect::<Vec<_>>().join(",")
}
