//! The week template and the exceptions to it.

use axum::extract::State;
use axum::http::StatusCode;
use contract::calendar::{
    CalendarSettings, ChannelLength, PlaceOption, StoredException, StoredTemplate, check_exception,
    check_template,
};
use contract::ids::ExceptionId;
use contract::problem::{FieldCode, FieldError, Problem};
use rules::{CalendarException, ContactChannel, ExceptionKind, WeekTemplate, WorkPlace};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set, TryInsertResult};

use super::owner::{CalendarOwner, CalendarQuery};
use super::plan::{exceptions_of, template_of};
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::config::MunicipalityConfig;
use crate::db::entities::{calendar_exception, week_template};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// The template, the exceptions, and what they may refer to.
#[utoipa::path(get, path = "/api/staff/calendar/settings", tag = "calendar", params(CalendarQuery),
    responses((status = 200, body = CalendarSettings), (status = "4XX", body = Problem)))]
pub async fn settings(
    State(state): State<AppState>,
    owner: CalendarOwner,
) -> Result<axum::Json<CalendarSettings>, ApiError> {
    let config = &state.config.municipality;
    let today = state.clock.today();
    let length =
        |channel| ChannelLength { channel, minutes: config.conversations.minutes(channel) };
    Ok(axum::Json(CalendarSettings {
        today,
        template: template_of(state.db.read(), owner.id()).await?,
        exceptions: exceptions_of(state.db.read(), owner.id(), today).await?,
        places: config
            .places
            .iter()
            .map(|place| PlaceOption {
                id: place.id.clone(),
                name: place.name.clone(),
                rooms: u32::try_from(place.rooms.len()).unwrap_or(u32::MAX),
            })
            .collect(),
        lengths: ContactChannel::ALL.into_iter().map(length).collect(),
        horizon: config.booking.horizon(today),
    }))
}

/// Saves the template, if it builds on what is stored. Publishes nothing.
#[utoipa::path(put, path = "/api/staff/calendar/template", tag = "calendar", params(CalendarQuery),
    request_body = StoredTemplate,
    responses((status = 200, body = StoredTemplate), (status = "4XX", body = Problem)))]
pub async fn save_template(
    State(state): State<AppState>,
    owner: CalendarOwner,
    Json(body): Json<StoredTemplate>,
) -> Result<axum::Json<StoredTemplate>, ApiError> {
    ApiError::check(check_template(&body.template))?;
    ApiError::check(check_places(&state.config.municipality, &body.template))?;
    let stale = || ApiError::StaleVersion { stored_draft: None };
    let based_on = i32::try_from(body.version).map_err(|_| stale())?;
    let next = based_on.checked_add(1).ok_or_else(stale)?;
    let row = week_template::ActiveModel {
        caseworker_id: Set(owner.id().0),
        version: Set(next),
        template: Set(serde_json::to_value(&body.template).map_err(ApiError::internal)?),
    };
    let tx = state.db.begin_write().await?;
    let saved = if based_on == 0 {
        let inserted = week_template::Entity::insert_many([row])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(&*tx)
            .await?;
        matches!(inserted, TryInsertResult::Inserted(1))
    } else {
        let updated = week_template::Entity::update_many()
            .set(row)
            .filter(week_template::Column::CaseworkerId.eq(owner.id().0))
            .filter(week_template::Column::Version.eq(based_on))
            .exec(&*tx)
            .await?;
        updated.rows_affected == 1
    };
    if !saved {
        // Sent again, its answer lost, is no conflict (I3).
        let stored = template_of(&*tx, owner.id()).await?;
        let same = stored.version == body.version + 1 && stored.template == body.template;
        return if same { Ok(axum::Json(stored)) } else { Err(stale()) };
    }
    tx.commit().await?;
    Ok(axum::Json(StoredTemplate { version: body.version + 1, template: body.template }))
}

/// Adds an exception. Publishes nothing.
#[utoipa::path(post, path = "/api/staff/calendar/exceptions", tag = "calendar",
    params(CalendarQuery, ("Idempotency-Key" = String, Header)), request_body = CalendarException,
    responses((status = 201, body = StoredException), (status = "4XX", body = Problem)))]
pub async fn add_exception(
    State(state): State<AppState>,
    owner: CalendarOwner,
    key: IdempotencyKey,
    Json(body): Json<CalendarException>,
) -> Result<Answer<StoredException>, ApiError> {
    ApiError::check(check_exception(&body))?;
    if let ExceptionKind::ExtraHours { channels, place, .. } = &body.kind {
        let error = check_place(&state.config.municipality, "kind", channels, place);
        ApiError::check(error.into_iter().collect())?;
    }
    let call = Call::new(owner.actor(), key, format_args!("exception {}", owner.id()), &body)?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let id = store_exception(&tx, &state, &owner, &body).await?;
    let stored = StoredException { id, exception: body };
    let answer = call.answer(&tx, StatusCode::CREATED, stored).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Writes an exception, and gives its id.
pub(super) async fn store_exception(
    tx: &DatabaseTransaction,
    state: &AppState,
    owner: &CalendarOwner,
    exception: &CalendarException,
) -> Result<ExceptionId, ApiError> {
    let id = state.clock.new_id();
    let row = calendar_exception::ActiveModel {
        id: Set(id),
        caseworker_id: Set(owner.id().0),
        from_date: Set(exception.from_date),
        to_date: Set(exception.to_date),
        kind: Set(serde_json::to_value(&exception.kind).map_err(ApiError::internal)?),
    };
    calendar_exception::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(ExceptionId(id))
}

/// Removes an exception; one that is gone already is fine. Publishes nothing.
#[utoipa::path(delete, path = "/api/staff/calendar/exceptions/{id}", tag = "calendar",
    params(("id" = ExceptionId, Path), CalendarQuery),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn remove_exception(
    State(state): State<AppState>,
    owner: CalendarOwner,
    Path(id): Path<ExceptionId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    calendar_exception::Entity::delete_many()
        .filter(calendar_exception::Column::Id.eq(id.0))
        .filter(calendar_exception::Column::CaseworkerId.eq(owner.id().0))
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The template's places are ours, and visits are only where there are rooms.
pub(super) fn check_places(
    config: &MunicipalityConfig,
    template: &WeekTemplate,
) -> Vec<FieldError> {
    let blocks = template.blocks.iter().enumerate();
    blocks
        .filter_map(|(index, block)| {
            check_place(config, &format!("blocks[{index}]"), &block.channels, &block.place)
        })
        .collect()
}

fn check_place(
    config: &MunicipalityConfig,
    row: &str,
    channels: &[ContactChannel],
    place: &WorkPlace,
) -> Option<FieldError> {
    let WorkPlace::Office { place: id } = place else { return None };
    let visits = channels.contains(&ContactChannel::InPerson);
    match config.place(id) {
        Some(place) if visits && place.rooms.is_empty() => {
            Some(FieldError::new(format!("{row}.place"), FieldCode::OutOfRange))
        }
        Some(_) => None,
        None => Some(FieldError::new(format!("{row}.place"), FieldCode::Unknown)),
    }
}
