//! The citizen books a round-table conversation: one transaction that takes the seat and the
//! time of all three.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use contract::access_log::AccessedData;
use contract::ids::CaseId;
use contract::problem::Problem;
use contract::retention_plan::{BookRoundTable, MessageKind, RoundTable};
use rules::slots::{NotBookable, bookable};
use rules::{ContactChannel, CourseParty};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, TryInsertResult,
};
use uuid::Uuid;

use super::{store, times};
use crate::auth::Citizen;
use crate::booking::Actor;
use crate::booking::availability::stretch_of;
use crate::booking::guard::{self, Holder, Stretch};
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::cases::CaseFile;
use crate::clock::{local_date, to_local};
use crate::db::entities::{round_table, round_table_offer, time_slot};
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;
use crate::{access_log, outbox};

/// Times offered instead of one that cannot be had.
const NEAREST: usize = 4;

/// Books a time that the company has offered and the caseworker has free.
#[utoipa::path(post, path = "/api/citizen/round-tables", tag = "citizen",
    params(("Idempotency-Key" = String, Header)), request_body = BookRoundTable,
    responses((status = 201, body = RoundTable), (status = "4XX", body = Problem)))]
pub async fn book(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Json(body): Json<BookRoundTable>,
) -> Result<Answer<RoundTable>, ApiError> {
    let case = citizen.case_id();
    let call = Call::new(Actor::Citizen(case), key, "round table", &body)?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    let slot = time_slot::Entity::find_by_id(body.slot_id.0).one(state.db.read()).await?;
    let slot = slot.ok_or(ApiError::NotFound)?;
    let refusal = if slot.published && slot.taken < slot.seats {
        match try_book(&state, &call, case, slot.id).await {
            Err(error @ (ApiError::SlotTaken { .. } | ApiError::SlotTooSoon { .. })) => error,
            done => return done,
        }
    } else {
        taken()
    };
    // Taken, perhaps, by this very call, sent twice and answered in between.
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    Err(instead(&state, case, slot.starts_at, refusal).await?)
}

fn taken() -> ApiError {
    ApiError::SlotTaken { nearest: Vec::new() }
}

/// A refusal with the nearest times that can be had; or why none can, which goes before.
async fn instead(
    state: &AppState,
    case: CaseId,
    asked: DateTime<Utc>,
    refusal: ApiError,
) -> Result<ApiError, ApiError> {
    let (db, now) = (state.db.read(), state.clock.now());
    let file = CaseFile::load(db, case).await?;
    if file.is_closed(local_date(now)) {
        return Ok(ApiError::CaseClosed);
    }
    if store::open(db, case, now).await?.is_some() {
        return Ok(ApiError::RoundTableBooked);
    }
    let cvr = file.case.employer_cvr.as_deref();
    let offers = store::open_offers(db, case, cvr, now).await?;
    let mut nearest = times::free(db, state, &file, &offers).await?;
    nearest.sort_by_key(|time| (time.starts_at - to_local(asked)).abs());
    nearest.truncate(NEAREST);
    nearest.sort_by_key(|time| time.starts_at);
    Ok(match refusal {
        ApiError::SlotTooSoon { .. } => ApiError::SlotTooSoon { nearest },
        _ => ApiError::SlotTaken { nearest },
    })
}

async fn try_book(
    state: &AppState,
    call: &Call,
    case: CaseId,
    slot: Uuid,
) -> Result<Answer<RoundTable>, ApiError> {
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let row = time_slot::Entity::find_by_id(slot).one(&*tx).await?.ok_or(ApiError::NotFound)?;
    let stretch = stretch_of(&state.config.municipality, &row, ContactChannel::Video)
        .ok_or(ApiError::ChannelNotOffered)?;
    if !guard::take_seat(&tx, slot).await? {
        return Err(taken());
    }
    let file = CaseFile::load(&*tx, case).await?;
    permit(&*tx, state, &file, &row).await?;
    let id = state.clock.new_id();
    let holder = Holder::booking(id, state.clock.now());
    let host = claim(&tx, state, &file, stretch, holder).await?;
    let row = round_table::Model {
        id,
        case_id: case.0,
        cvr: host.cvr,
        slot_id: slot,
        caseworker_id: row.caseworker_id,
        employer_user_id: host.by_id,
        employer_name: host.by_name,
        starts_at: stretch.starts_at,
        ends_at: stretch.ends_at,
        state: store::BOOKED.to_owned(),
    };
    insert(&tx, &row, state.clock.now()).await?;
    let what = AccessedData::RoundTable;
    access_log::sent_by_citizen(&tx, &state.clock, &file.citizen, case, what).await?;
    for to in [CourseParty::Employer, CourseParty::Staff] {
        let once = format!("round-table-booked:{}:{id}", to.as_str());
        outbox::tell(&tx, &state.clock, case, to, MessageKind::RoundTableBooked, once).await?;
    }
    let made = store::shown(&row, &file.caseworker.name);
    let answer = call.answer(&tx, StatusCode::CREATED, made).await?;
    tx.commit().await?;
    Ok(answer)
}

/// May this citizen have a round-table conversation at that time? With their own caseworker
/// only: the three follow the case.
async fn permit(
    db: &impl ConnectionTrait,
    state: &AppState,
    file: &CaseFile,
    slot: &time_slot::Model,
) -> Result<(), ApiError> {
    let (settings, now) = (&state.config.municipality.booking, state.clock.now());
    if slot.caseworker_id != file.caseworker.id {
        return Err(ApiError::NotFound);
    }
    if file.is_closed(local_date(now)) {
        return Err(ApiError::CaseClosed);
    }
    if store::open(db, CaseId(file.case.id), now).await?.is_some() {
        return Err(ApiError::RoundTableBooked);
    }
    let horizon = settings.horizon(local_date(now));
    let day = local_date(slot.starts_at);
    match bookable(slot.starts_at, now, settings.minimum_notice(), horizon, day) {
        Ok(()) => Ok(()),
        Err(NotBookable::TooSoon) => Err(ApiError::SlotTooSoon { nearest: Vec::new() }),
        Err(NotBookable::BeyondHorizon) => Err(ApiError::NotFound),
    }
}

/// Claims the time of all three, and gives the offer of whoever comes for the employer.
async fn claim(
    tx: &DatabaseTransaction,
    state: &AppState,
    file: &CaseFile,
    stretch: Stretch,
    holder: Holder,
) -> Result<round_table_offer::Model, ApiError> {
    let caseworker = guard::caseworker(file.caseworker.id);
    if !guard::claim(tx, &caseworker, stretch, holder).await? {
        return Err(taken());
    }
    let (case, cvr) = (CaseId(file.case.id), file.case.employer_cvr.as_deref());
    let offers = store::open_offers(tx, case, cvr, state.clock.now()).await?;
    let host = host(tx, &offers, stretch, holder).await?.ok_or_else(taken)?;
    if !guard::claim(tx, &guard::citizen(case.0), stretch, holder).await? {
        return Err(taken());
    }
    Ok(host)
}

/// The first of those who offered that stretch who is free.
async fn host(
    tx: &DatabaseTransaction,
    offers: &[round_table_offer::Model],
    stretch: Stretch,
    holder: Holder,
) -> Result<Option<round_table_offer::Model>, ApiError> {
    let mut hosts: Vec<_> = times::holding(offers, stretch).collect();
    hosts.sort_by_key(|offer| offer.by_id);
    hosts.dedup_by_key(|offer| offer.by_id);
    for offer in hosts {
        if !is_still_offered(tx, offer.id).await? {
            continue;
        }
        let who = guard::employer(offer.by_id);
        if guard::claim(tx, &who, stretch, holder).await? {
            return Ok(Some(offer.clone()));
        }
        guard::release(tx, &who, holder.id()).await?;
    }
    Ok(None)
}

/// Locks an offer that is not withdrawn: who withdraws it now waits, and finds it booked.
async fn is_still_offered(tx: &DatabaseTransaction, offer: Uuid) -> Result<bool, ApiError> {
    use round_table_offer::{Column, Entity};
    let locked = Entity::update_many()
        .col_expr(Column::WithdrawnAt, Column::WithdrawnAt.into_expr())
        .filter(Column::Id.eq(offer))
        .filter(Column::WithdrawnAt.is_null())
        .exec(tx)
        .await?;
    Ok(locked.rows_affected == 1)
}

/// The index `round_table_open_per_case` lets one through; one that is over no longer stands in
/// its way.
async fn insert(
    tx: &DatabaseTransaction,
    row: &round_table::Model,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    round_table::Entity::update_many()
        .col_expr(round_table::Column::State, store::OVER.into())
        .filter(round_table::Column::CaseId.eq(row.case_id))
        .filter(round_table::Column::State.eq(store::BOOKED))
        .filter(round_table::Column::EndsAt.lte(now))
        .exec(tx)
        .await?;
    let inserted = round_table::Entity::insert_many([round_table::ActiveModel::from(row.clone())])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    match inserted {
        TryInsertResult::Inserted(1) => Ok(()),
        _ => Err(ApiError::RoundTableBooked),
    }
}
