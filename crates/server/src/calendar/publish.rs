//! Previewing and publishing times.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use contract::calendar::{
    PreviewTimes, PublishSpan, Published, TimesPreview, check_days, check_template,
};
use contract::ids::CaseworkerId;
use contract::problem::{FieldCode, FieldError, Problem};
use rules::slots::GeneratedSlot;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, TryInsertResult};
use uuid::Uuid;

use super::owner::{CalendarOwner, CalendarQuery};
use super::plan::{Plan, Step, channel_names, place_id, plan};
use super::settings::check_places;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::config::MunicipalityConfig;
use crate::db::entities::{caseworker, time_slot};
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;
use crate::waiting_list::Line;

/// Rows in one statement: SQLite allows some thirty thousand values.
const ROWS_AT_ONCE: usize = 500;

/// What publishing would give. Stores nothing.
#[utoipa::path(post, path = "/api/staff/calendar/previews", tag = "calendar", params(CalendarQuery),
    request_body = PreviewTimes,
    responses((status = 200, body = TimesPreview), (status = "4XX", body = Problem)))]
pub async fn preview(
    State(state): State<AppState>,
    owner: CalendarOwner,
    Json(body): Json<PreviewTimes>,
) -> Result<axum::Json<TimesPreview>, ApiError> {
    let span = PublishSpan { from: body.from, to: body.to };
    let config = &state.config.municipality;
    ApiError::check(check_span(config, state.clock.today(), span))?;
    if let Some(template) = &body.template {
        ApiError::check(check_template(template))?;
        ApiError::check(check_places(config, template))?;
    }
    let now = state.clock.now();
    let plan = plan(state.db.read(), config, owner.id(), span, body.template.as_ref(), now).await?;
    Ok(axum::Json(plan.preview(config, span)))
}

/// Publishes what the stored template gives: new times appear, free ones that are no longer
/// wanted disappear, booked ones stay.
#[utoipa::path(post, path = "/api/staff/calendar/publications", tag = "calendar",
    params(CalendarQuery, ("Idempotency-Key" = String, Header)), request_body = PublishSpan,
    responses((status = 201, body = Published), (status = "4XX", body = Problem)))]
pub async fn publish(
    State(state): State<AppState>,
    owner: CalendarOwner,
    key: IdempotencyKey,
    Json(body): Json<PublishSpan>,
) -> Result<Answer<Published>, ApiError> {
    let call = Call::new(owner.actor(), key, format_args!("publish {}", owner.id()), &body)?;
    if let Some(first) = call.first_answer(state.db.read()).await? {
        return Ok(first);
    }
    ApiError::check(check_span(&state.config.municipality, state.clock.today(), body))?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let line = Line::freeing(&tx, None).await?;
    one_at_a_time(&tx, &owner).await?;
    let config = &state.config.municipality;
    let plan = plan(&*tx, config, owner.id(), body, None, state.clock.now()).await?;
    let done = carry_out(&tx, &state, owner.id(), plan).await?;
    line.withdrawn(&tx, &state, &done.withdrawn).await?;
    line.published(&tx, &state, done.added).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, done.published).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Checks a span of days against today and the last day that may be published.
pub fn check_span(
    config: &MunicipalityConfig,
    today: NaiveDate,
    span: PublishSpan,
) -> Vec<FieldError> {
    let mut errors = check_days(span.from, span.to);
    if span.to > config.booking.horizon(today) {
        errors.push(FieldError::new("to", FieldCode::OutOfRange));
    }
    if span.from < today {
        errors.push(FieldError::new("from", FieldCode::OutOfRange));
    }
    errors
}

/// Two publications of one calendar at the same moment would both add the same times.
async fn one_at_a_time(tx: &DatabaseTransaction, owner: &CalendarOwner) -> Result<(), ApiError> {
    caseworker::Entity::update_many()
        .col_expr(caseworker::Column::Name, caseworker::Column::Name.into_expr())
        .filter(caseworker::Column::Id.eq(owner.id().0))
        .exec(tx)
        .await?;
    Ok(())
}

/// What a publication has done.
#[derive(Debug)]
pub struct CarriedOut {
    /// In numbers.
    pub published: Published,
    /// The times that are new.
    pub added: Vec<time_slot::Model>,
    /// Those that are offered no more, booked ones among them.
    pub withdrawn: Vec<Uuid>,
}

/// Carries out a plan.
///
/// # Errors
/// When the database fails.
pub async fn carry_out(
    tx: &DatabaseTransaction,
    state: &AppState,
    whose: CaseworkerId,
    plan: Plan,
) -> Result<CarriedOut, ApiError> {
    let mut wanted = Vec::new();
    let (mut restored, mut unwanted, mut not_again) = (Vec::new(), Vec::new(), Vec::new());
    let mut kept = 0_u32;
    for step in plan.steps {
        match step {
            Step::Add(slot) => wanted.push(new_slot(state, whose, &slot)),
            Step::Keep(_) => kept += 1,
            Step::Restore(slot) => {
                kept += 1;
                restored.push(slot.id);
            }
            Step::KeepBooked(slot) => {
                kept += 1;
                not_again.push(slot.id);
            }
            Step::Withdraw(slot) => unwanted.push(slot.id),
            Step::Blocked(_) => {}
        }
    }
    let withdrawn = withdraw(tx, &unwanted).await?;
    set_published(tx, &not_again, false).await?;
    set_published(tx, &restored, true).await?;
    let added = insert(tx, &wanted).await?;
    let count = |rows: u64| u32::try_from(rows).unwrap_or(u32::MAX);
    let published = Published { added: count(added), kept, withdrawn: count(withdrawn) };
    Ok(CarriedOut { published, added: wanted, withdrawn: unwanted })
}

fn new_slot(state: &AppState, whose: CaseworkerId, slot: &GeneratedSlot) -> time_slot::Model {
    time_slot::Model {
        id: state.clock.new_id(),
        caseworker_id: whose.0,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        channels: channel_names(&slot.channels),
        place_id: place_id(&slot.place).map(str::to_owned),
        seats: 1,
        taken: 0,
        published: true,
    }
}

/// Takes times out of the calendar, and says how many of them were free. The booked ones are
/// no longer offered either, so that none comes back when its booking is moved or cancelled.
async fn withdraw(tx: &DatabaseTransaction, slots: &[Uuid]) -> Result<u64, ApiError> {
    let mut free = 0;
    for ids in slots.chunks(ROWS_AT_ONCE) {
        let done = time_slot::Entity::update_many()
            .col_expr(time_slot::Column::Published, false.into())
            .filter(time_slot::Column::Id.is_in(ids.iter().copied()))
            .filter(time_slot::Column::Taken.eq(0))
            .exec(tx)
            .await?;
        free += done.rows_affected;
    }
    set_published(tx, slots, false).await?;
    Ok(free)
}

async fn set_published(
    tx: &DatabaseTransaction,
    slots: &[Uuid],
    published: bool,
) -> Result<(), ApiError> {
    for ids in slots.chunks(ROWS_AT_ONCE) {
        time_slot::Entity::update_many()
            .col_expr(time_slot::Column::Published, published.into())
            .filter(time_slot::Column::Id.is_in(ids.iter().copied()))
            .filter(time_slot::Column::Published.ne(published))
            .exec(tx)
            .await?;
    }
    Ok(())
}

async fn insert(tx: &DatabaseTransaction, rows: &[time_slot::Model]) -> Result<u64, ApiError> {
    let mut added = 0;
    for chunk in rows.chunks(ROWS_AT_ONCE) {
        let inserted =
            time_slot::Entity::insert_many(chunk.iter().cloned().map(time_slot::ActiveModel::from))
                .on_conflict(OnConflict::new().do_nothing().to_owned())
                .try_insert()
                .exec_without_returning(tx)
                .await?;
        if let TryInsertResult::Inserted(rows) = inserted {
            added += rows;
        }
    }
    Ok(added)
}
