//! Forgetting what nobody needs any more, so that the tables that guard bookings stay small.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::guard::cell_at;
use crate::case_import;
use crate::db::Db;
use crate::db::entities::{idempotency_key, occupancy};

/// First answers are remembered this long: longer than any page tries again.
const ANSWERS_KEPT: TimeDelta = TimeDelta::days(7);
/// Cells this far past can stand in nobody's way.
const CELLS_KEPT: TimeDelta = TimeDelta::days(1);

/// No import takes this long.
const ROWS_WAIT: TimeDelta = TimeDelta::hours(1);

/// Forgets old first answers, past cells, and what imports that were cut off have left. Bookings and their events stay.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn forget_past(db: &Db, now: DateTime<Utc>) -> Result<(), DbErr> {
    let tx = db.begin_write().await?;
    idempotency_key::Entity::delete_many()
        .filter(idempotency_key::Column::At.lt(now - ANSWERS_KEPT))
        .exec(&*tx)
        .await?;
    occupancy::Entity::delete_many()
        .filter(occupancy::Column::Cell.lt(cell_at(now - CELLS_KEPT)))
        .exec(&*tx)
        .await?;
    case_import::forget_left_behind(&tx, now - ROWS_WAIT).await?;
    tx.commit().await
}
