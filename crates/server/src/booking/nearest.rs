//! What to tell who came too late: the free times nearest to the one they asked for.

use chrono::{DateTime, TimeDelta, Utc};
use contract::booking::OfferedTime;
use contract::ids::CaseId;
use sea_orm::EntityTrait;

use super::availability::{Availability, Window};
use super::make::{Wish, allowed};
use super::{Actor, change};
use crate::cases::CaseFile;
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Times offered.
const NEAREST: usize = 4;

/// A refusal, with the free times nearest to the one asked for; or why no time can be had at
/// all, which goes before any question of this one.
///
/// # Errors
/// When something else stands in the way, or the database fails.
pub async fn with_nearest(
    state: &AppState,
    actor: Actor,
    case: CaseId,
    moving: Option<&booking::Model>,
    wish: Wish,
    refusal: ApiError,
) -> Result<ApiError, ApiError> {
    let now = state.clock.now();
    let db = state.db.read();
    let file = CaseFile::load(db, case).await?;
    let standing = file.standing(&state.config.municipality, now)?;
    let asked =
        time_slot::Entity::find_by_id(wish.slot.0).one(db).await?.ok_or(ApiError::NotFound)?;
    if let Some(booking) = moving {
        change::may_change(actor, &file, &standing, booking, state)?;
    }
    allowed(actor, state, &file, &asked, wish.channel)?;
    if moving.is_none() && file.open_booking(now).is_some() {
        return Ok(ApiError::AlreadyBooked);
    }
    let mut nearest: Vec<OfferedTime> = match actor {
        Actor::Citizen(_) | Actor::Employer(_) => {
            let window = Window::for_citizen(&state.config.municipality, now);
            let free = Availability::load(db, state, &file, moving, window).await?;
            free.times(wish.channel, standing.needed_by()).0
        }
        Actor::Caseworker(_) => {
            let window = Window::for_staff(&state.config.municipality, now);
            let free = Availability::load(db, state, &file, moving, window).await?;
            free.all_times(wish.channel)
        }
    };
    let asked_for = to_local(asked.starts_at);
    nearest.sort_by_key(|time| (time.starts_at - asked_for).abs());
    nearest.truncate(NEAREST);
    nearest.sort_by_key(|time| time.starts_at);
    Ok(match refusal {
        ApiError::SlotTaken { .. } => ApiError::SlotTaken { nearest },
        ApiError::SlotTooSoon { .. } => ApiError::SlotTooSoon { nearest },
        ApiError::NoRoomFree { .. } => ApiError::NoRoomFree { nearest },
        other => other,
    })
}

impl Window {
    /// What citizens may book: from the minimum notice to the horizon.
    pub fn for_citizen(config: &MunicipalityConfig, now: DateTime<Utc>) -> Self {
        Self {
            now,
            earliest: now + config.booking.minimum_notice(),
            horizon: config.booking.horizon(local_date(now)),
        }
    }

    /// What a caseworker may book: anything to come.
    pub fn for_staff(config: &MunicipalityConfig, now: DateTime<Utc>) -> Self {
        Self {
            now,
            earliest: now + TimeDelta::minutes(1),
            horizon: config.booking.horizon(local_date(now)),
        }
    }
}
