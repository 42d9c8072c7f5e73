//! The writes that make double booking impossible (I1): a seat by one conditional update, the
//! time of caseworkers, employers' people, citizens and rooms by the primary key of five-minute
//! cells. No check before the insert: the insert is the check, on both databases. A cell may be held
//! only until a moment: whoever claims it from then on finds it free. Knows no rules and no people.
//!
//! Locks are always taken in the same order (slots by id, then the caseworker, then an employer's
//! people by id, each after the stretch of time they offered, then rooms, then the citizen, then
//! the row of the booking or the round table; before all of them, for who passes times on, the turn
//! of the waiting list, then the row of a group session), so that two bookings can wait for each other but never in a circle.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, Set, TryInsertResult,
};
use uuid::Uuid;

use crate::db::entities::{occupancy, time_slot};

/// Seconds of one cell; `contract::limits::GRID_MINUTES` on the clock.
const CELL_SECONDS: i64 = contract::limits::GRID_MINUTES as i64 * 60;

/// A stretch of time that somebody or something is busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
}

impl Stretch {
    /// Do the two share any time?
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// The cells it touches. A stretch off the grid takes every cell it reaches into.
    fn cells(&self) -> std::ops::Range<i64> {
        let first = cell_at(self.starts_at);
        let end = (self.ends_at.timestamp() + CELL_SECONDS - 1).div_euclid(CELL_SECONDS);
        first..end
    }

    /// The rows that say that a booking holds a resource all that time, for good.
    pub fn occupied(
        &self,
        resource: &str,
        booking: Uuid,
    ) -> impl Iterator<Item = occupancy::ActiveModel> + use<> {
        let resource = resource.to_owned();
        self.cells().map(move |cell| occupancy::ActiveModel {
            resource: Set(resource.clone()),
            cell: Set(cell),
            booking_id: Set(booking),
            held_until: Set(None),
        })
    }
}

/// What claims time.
#[derive(Clone, Copy, Debug)]
pub struct Holder {
    id: Uuid,
    now: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
}

impl Holder {
    /// A booking, a round table or a group session, for good.
    pub const fn booking(id: Uuid, now: DateTime<Utc>) -> Self {
        Self { id, now, until: None }
    }

    /// An offer, until it runs out.
    pub const fn offer(id: Uuid, now: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self { id, now, until: Some(until) }
    }

    /// By this id.
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

/// The cell that a moment lies in.
pub fn cell_at(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(CELL_SECONDS)
}

/// What can be busy.
pub fn caseworker(id: Uuid) -> String {
    format!("caseworker:{id}")
}

/// What can be busy: somebody of an employer, at a round table.
pub fn employer(user: Uuid) -> String {
    format!("employer:{user}")
}

/// What can be busy: the citizen of a case.
pub fn citizen(case: Uuid) -> String {
    format!("case:{case}")
}

/// What can be busy.
pub fn room(place: &str, room: &str) -> String {
    format!("room:{place}/{room}")
}

/// Takes a seat of a published slot. `false` when there is none left.
///
/// # Errors
/// When the database fails.
pub async fn take_seat(tx: &DatabaseTransaction, slot: Uuid) -> Result<bool, DbErr> {
    let taken = time_slot::Entity::update_many()
        .col_expr(time_slot::Column::Taken, time_slot::Column::Taken.into_expr().add(1))
        .filter(time_slot::Column::Id.eq(slot))
        .filter(time_slot::Column::Published.eq(true))
        .filter(time_slot::Column::Taken.into_expr().lt(time_slot::Column::Seats.into_expr()))
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Gives a seat back.
///
/// # Errors
/// When the database fails.
pub async fn free_seat(tx: &DatabaseTransaction, slot: Uuid) -> Result<(), DbErr> {
    time_slot::Entity::update_many()
        .col_expr(time_slot::Column::Taken, time_slot::Column::Taken.into_expr().sub(1))
        .filter(time_slot::Column::Id.eq(slot))
        .filter(time_slot::Column::Taken.gt(0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Locks slots in the order of their ids, whichever of them is taken and which freed.
///
/// # Errors
/// When the database fails.
pub async fn lock_slots(
    tx: &DatabaseTransaction,
    slots: impl IntoIterator<Item = Uuid>,
) -> Result<(), DbErr> {
    for slot in slots.into_iter().collect::<BTreeSet<_>>() {
        time_slot::Entity::update_many()
            .col_expr(time_slot::Column::Taken, time_slot::Column::Taken.into_expr())
            .filter(time_slot::Column::Id.eq(slot))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Claims a resource. `false`, and nothing claimed, when somebody else has any part of that time.
/// Cells the holder has already count as claimed; holds that have run out make way.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    tx: &DatabaseTransaction,
    resource: &str,
    stretch: Stretch,
    holder: Holder,
) -> Result<bool, DbErr> {
    if insert(tx, resource, stretch, holder).await? {
        return Ok(true);
    }
    let cells = stretch.cells();
    let lapsed = occupancy::Entity::delete_many()
        .filter(occupancy::Column::Resource.eq(resource))
        .filter(occupancy::Column::Cell.gte(cells.start))
        .filter(occupancy::Column::Cell.lt(cells.end))
        .filter(occupancy::Column::HeldUntil.lte(holder.now))
        .exec(tx)
        .await?;
    Ok(lapsed.rows_affected > 0 && insert(tx, resource, stretch, holder).await?)
}

async fn insert(
    tx: &DatabaseTransaction,
    resource: &str,
    stretch: Stretch,
    holder: Holder,
) -> Result<bool, DbErr> {
    let cells = stretch.cells();
    let wanted = u64::try_from(cells.end - cells.start).unwrap_or_default();
    let held = |cell: occupancy::ActiveModel| occupancy::ActiveModel {
        held_until: Set(holder.until),
        ..cell
    };
    let rows = stretch.occupied(resource, holder.id).map(held);
    let inserted = occupancy::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    if matches!(inserted, TryInsertResult::Inserted(rows) if rows == wanted) {
        return Ok(true);
    }
    let mine = occupancy::Entity::find()
        .filter(occupancy::Column::Resource.eq(resource))
        .filter(occupancy::Column::Cell.gte(cells.start))
        .filter(occupancy::Column::Cell.lt(cells.end))
        .filter(occupancy::Column::BookingId.eq(holder.id))
        .count(tx)
        .await?;
    Ok(mine == wanted)
}

/// What is taken of some resources from a moment on, for who looks before they book.
#[derive(Clone, Debug)]
pub struct Taken(HashSet<(String, i64)>);

impl Taken {
    /// Reads what is taken at `from`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(
        db: &impl ConnectionTrait,
        resources: &[String],
        from: DateTime<Utc>,
    ) -> Result<Self, DbErr> {
        let rows = occupancy::Entity::find()
            .filter(occupancy::Column::Resource.is_in(resources))
            .filter(occupancy::Column::Cell.gte(cell_at(from)))
            .filter(
                occupancy::Column::HeldUntil.is_null().or(occupancy::Column::HeldUntil.gt(from)),
            )
            .all(db)
            .await?;
        Ok(Self(rows.into_iter().map(|row| (row.resource, row.cell)).collect()))
    }

    /// Is nothing of a stretch taken?
    pub fn is_free(&self, resource: &str, stretch: Stretch) -> bool {
        stretch.cells().all(|cell| !self.0.contains(&(resource.to_owned(), cell)))
    }
}

/// Frees what a booking holds of a resource.
///
/// # Errors
/// When the database fails.
pub async fn release(tx: &DatabaseTransaction, resource: &str, booking: Uuid) -> Result<(), DbErr> {
    occupancy::Entity::delete_many()
        .filter(occupancy::Column::BookingId.eq(booking))
        .filter(occupancy::Column::Resource.eq(resource))
        .exec(tx)
        .await?;
    Ok(())
}

/// Frees everything a booking holds, but for `stretch` of the resources in `keep`.
///
/// # Errors
/// When the database fails.
pub async fn release_all_but(
    tx: &DatabaseTransaction,
    booking: Uuid,
    keep: &[String],
    stretch: Stretch,
) -> Result<(), DbErr> {
    let cells = stretch.cells();
    let kept = occupancy::Column::Resource
        .is_in(keep)
        .and(occupancy::Column::Cell.gte(cells.start))
        .and(occupancy::Column::Cell.lt(cells.end));
    occupancy::Entity::delete_many()
        .filter(occupancy::Column::BookingId.eq(booking))
        .filter(kept.not())
        .exec(tx)
        .await?;
    Ok(())
}

/// Frees everything a booking holds.
///
/// # Errors
/// When the database fails.
pub async fn release_all(tx: &DatabaseTransaction, booking: Uuid) -> Result<(), DbErr> {
    occupancy::Entity::delete_many()
        .filter(occupancy::Column::BookingId.eq(booking))
        .exec(tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, to: &str) -> Stretch {
        Stretch { starts_at: from.parse().unwrap(), ends_at: to.parse().unwrap() }
    }

    #[test]
    fn a_conversation_takes_every_five_minutes_it_touches() {
        let half_hour = stretch("2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z");
        assert_eq!(half_hour.cells().count(), 6);
        let off_grid = stretch("2026-12-01T09:02:00Z", "2026-12-01T09:06:00Z");
        assert_eq!(off_grid.cells().count(), 2);
    }

    #[test]
    fn conversations_back_to_back_do_not_overlap() {
        let first = stretch("2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z");
        let second = stretch("2026-12-01T09:30:00Z", "2026-12-01T10:15:00Z");
        assert!(!first.overlaps(&second));
        assert!(first.cells().all(|cell| !second.cells().contains(&cell)));
    }
}
