//! What the clock brings about: offers that run out are passed on, new times that were too many are
//! offered, and waiting that has become vain ends. Each in a transaction of its own that looks again,
//! so that two servers may do it at once and one may be killed at any moment: until it is done, the
//! time is simply free.

use contract::ids::CaseId;
use contract::waiting_list::OfferState;

use super::{Line, offering, store};
use crate::booking::guard;
use crate::cases::{CaseFile, CaseSet};
use crate::db::entities::{waiting_entry, waiting_new_time, waiting_offer};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Offers what nobody took in time to the next in line. One that cannot be passed on now stops none
/// of the others.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn pass_on(state: &AppState) -> Result<(), ApiError> {
    for offer in store::run_out(state.db.read(), state.clock.now()).await? {
        if let Err(error) = pass_one_on(state, &offer).await {
            tracing::warn!(?error, "a time that nobody took is passed on the next time");
        }
    }
    Ok(())
}

async fn pass_one_on(state: &AppState, offer: &waiting_offer::Model) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    Line::turn(&tx, None).await?;
    // The slot before the cells, as booking locks them.
    guard::lock_slots(&tx, [offer.slot_id]).await?;
    if store::end_offer(&tx, offer.id, OfferState::Lapsed, state.clock.now()).await? {
        guard::release_all(&tx, offer.id).await?;
        offering::offer(&tx, state, offering::Freed::again(offer)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Offers the new times that were too many to be offered when they were published, the earliest
/// first.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn offer_new_times(state: &AppState) -> Result<(), ApiError> {
    for time in store::new_times(state.db.read()).await? {
        if let Err(error) = offer_new_time(state, &time).await {
            tracing::warn!(?error, "a new time is offered the next time");
        }
    }
    Ok(())
}

async fn offer_new_time(state: &AppState, time: &waiting_new_time::Model) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    Line::turn(&tx, None).await?;
    if store::is_offered(&tx, time.slot_id).await? {
        let freed = offering::Freed::new_time(time.slot_id, time.since);
        offering::offer(&tx, state, freed).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Ends the waiting of those who cannot get any more what they wait for.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn end_what_is_over(state: &AppState) -> Result<(), ApiError> {
    let (config, db, now) = (&state.config.municipality, state.db.read(), state.clock.now());
    let line = store::line(db).await?;
    if line.is_empty() {
        return Ok(());
    }
    let files = CaseFile::load_all(db, &CaseSet::waiting()).await?;
    for entry in line {
        let file = files.iter().find(|file| file.case.id == entry.case_id);
        if file.is_none_or(|file| offering::over(config, file, entry.before_date, now).is_none()) {
            continue;
        }
        if let Err(error) = end_if_over(state, &entry).await {
            tracing::warn!(?error, "waiting that has become vain ends the next time");
        }
    }
    Ok(())
}

async fn end_if_over(state: &AppState, entry: &waiting_entry::Model) -> Result<(), ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    let tx = state.db.begin_write().await?;
    let case = CaseId(entry.case_id);
    let line = Line::turn(&tx, Some(case)).await?;
    let file = CaseFile::load(&*tx, case).await?;
    let before = line.entry().map(|entry| entry.before_date);
    if let Some(why) = before.and_then(|day| offering::over(config, &file, day, now)) {
        line.end(&tx, state, why).await?;
        tx.commit().await?;
    }
    Ok(())
}
