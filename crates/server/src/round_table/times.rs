//! The times a citizen can choose for a round-table conversation: those of their own caseworker
//! that lie in a stretch the company offers, with everybody free. Reads only; the guard has the
//! last word.

use contract::booking::OfferedTime;
use contract::ids::TimeSlotId;
use contract::problem::Problem;
use contract::retention_plan::RoundTableTimes;
use rules::ContactChannel;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store;
use crate::auth::CitizenView;
use crate::booking::availability::{Window, as_seen, stretch_of};
use crate::booking::guard::{self, Stretch, Taken};
use crate::cases::CaseFile;
use crate::clock::{local_date, to_local};
use crate::db::entities::{round_table_offer, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Times for a round-table conversation.
#[utoipa::path(get, path = "/api/citizen/round-table/times", tag = "citizen",
    responses((status = 200, body = RoundTableTimes), (status = "4XX", body = Problem)))]
pub async fn times(citizen: CitizenView) -> Result<axum::Json<RoundTableTimes>, ApiError> {
    let state = citizen.state();
    let db = state.db.read();
    let file = CaseFile::load(db, citizen.case_id()).await?;
    let cvr = file.case.employer_cvr.as_deref();
    let offers = store::open_offers(db, citizen.case_id(), cvr, state.clock.now()).await?;
    let times = free(db, state, &file, &offers).await?;
    let offers = u32::try_from(offers.len()).unwrap_or(u32::MAX);
    Ok(axum::Json(RoundTableTimes { times, offers }))
}

/// The free times of the case's own caseworker that lie in one of the offers, in order.
pub(super) async fn free(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    offers: &[round_table_offer::Model],
) -> Result<Vec<OfferedTime>, ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    if offers.is_empty() || file.is_closed(local_date(now)) {
        return Ok(Vec::new());
    }
    let window = Window::for_citizen(config, now);
    let both = [guard::caseworker(file.caseworker.id), guard::citizen(file.case.id)];
    let hosts = offers.iter().map(|offer| guard::employer(offer.by_id));
    let everybody: Vec<String> = both.iter().cloned().chain(hosts).collect();
    let taken = Taken::load(db, &everybody, now).await?;
    let is_free = |stretch: Stretch| {
        both.iter().all(|who| taken.is_free(who, stretch))
            && holding(offers, stretch)
                .any(|offer| taken.is_free(&guard::employer(offer.by_id), stretch))
    };
    let times = slots(db, state, file, window).await?.into_iter().filter_map(|slot| {
        let stretch = stretch_of(config, &slot, ContactChannel::Video)?;
        let near = local_date(stretch.starts_at) <= window.horizon;
        (near && is_free(stretch)).then(|| OfferedTime {
            slot_id: TimeSlotId(slot.id),
            channel: ContactChannel::Video,
            starts_at: to_local(stretch.starts_at),
            ends_at: to_local(stretch.ends_at),
            caseworker: file.caseworker.name.clone(),
            own_caseworker: true,
            place: None,
            changeable: true,
        })
    });
    Ok(times.collect())
}

/// The offers that a stretch lies wholly in.
pub(super) fn holding(
    offers: &[round_table_offer::Model],
    stretch: Stretch,
) -> impl Iterator<Item = &round_table_offer::Model> {
    offers.iter().filter(move |offer| {
        offer.starts_at <= stretch.starts_at && stretch.ends_at <= offer.ends_at
    })
}

async fn slots(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    window: Window,
) -> Result<Vec<time_slot::Model>, ApiError> {
    let mut slots = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.eq(file.caseworker.id))
        .filter(time_slot::Column::Published.eq(true))
        .filter(time_slot::Column::StartsAt.gte(window.earliest))
        .all(db)
        .await?;
    as_seen(db, state, window.now, &mut slots).await?;
    slots.retain(|slot| {
        slot.caseworker_id == file.caseworker.id
            && slot.published
            && slot.taken < slot.seats
            && slot.starts_at >= window.earliest
    });
    Ok(slots)
}
