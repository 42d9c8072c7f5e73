//! Opening, showing and closing a preview: the caseworker's own calls. What is looked at in it
//! is asked for by the citizen's calls, with the preview's name on them.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike, NaiveDate};
use contract::access_log::AccessedData;
use contract::ids::{CaseworkerId, PreviewId};
use contract::limits;
use contract::preview::{OpenPreview, Preview, PreviewOf, check_open_preview};
use contract::problem::{FieldCode, FieldError, Problem};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::onlooker::Onlooker;
use super::store::{self, Opened};
use super::{case_of, state_of};
use crate::access_log;
use crate::auth::{Caseworker, CurrentSession};
use crate::calendar::check_span;
use crate::cases::CaseFile;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;

/// Opens a preview, and writes the look down with its reason.
#[utoipa::path(post, path = "/api/staff/previews", tag = "preview", request_body = OpenPreview,
    responses((status = 201, body = Preview), (status = "4XX", body = Problem)))]
pub async fn open(
    State(state): State<AppState>,
    session: CurrentSession,
    caseworker: Caseworker,
    Json(body): Json<OpenPreview>,
) -> Result<(StatusCode, Json<Preview>), ApiError> {
    let today = state.clock.today();
    let opened = Opened {
        id: PreviewId(state.clock.new_id()),
        by: caseworker.id(),
        of: body.of,
        on: body.on.filter(|day| *day != today),
        calendar: body.calendar,
        reason: body.reason.trim().to_owned(),
    };
    if let Some(calendar) = body.calendar {
        may_open(&state, &caseworker, calendar.caseworker_id).await?;
    }
    if let PreviewOf::Sample { .. } = body.of {
        ApiError::check(check(&state, &body, false))?;
        // Made now, if it can be: not within the transaction, nor after it.
        case_of(&state, &opened).await?;
    }
    let tx = state.db.begin_write().await?;
    let reason_asked = begin(&tx, &state, &caseworker, &opened).await?;
    ApiError::check(check(&state, &body, reason_asked))?;
    store::insert(&tx, &session.id_hash, &opened, state.clock.now()).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(preview(&state, &opened).await?)))
}

/// A preview of this session.
#[utoipa::path(get, path = "/api/staff/previews/{id}", tag = "preview",
    params(("id" = PreviewId, Path)),
    responses((status = 200, body = Preview), (status = "4XX", body = Problem)))]
pub async fn shown(
    State(state): State<AppState>,
    onlooker: Onlooker,
    Path(id): Path<PreviewId>,
) -> Result<Json<Preview>, ApiError> {
    let (opened, _) = onlooker.look(&state, id).await?;
    Ok(Json(preview(&state, &opened).await?))
}

/// Closes it. Fine when it is closed already.
#[utoipa::path(delete, path = "/api/staff/previews/{id}", tag = "preview",
    params(("id" = PreviewId, Path)),
    responses((status = 204, description = "Closed"), (status = "4XX", body = Problem)))]
pub async fn close(
    State(state): State<AppState>,
    session: CurrentSession,
    _caseworker: Caseworker,
    Path(id): Path<PreviewId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    store::close(&tx, &session.id_hash, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes the look down. Is a reason asked for?
async fn begin(
    tx: &DatabaseTransaction,
    state: &AppState,
    caseworker: &Caseworker,
    opened: &Opened,
) -> Result<bool, ApiError> {
    let PreviewOf::Case { case_id } = opened.of else { return Ok(false) };
    let look = (AccessedData::Preview, opened.reason.as_str());
    let file = access_log::open_case_because(tx, &state.clock, caseworker, case_id, look).await?;
    Ok(file.case.caseworker_id != caseworker.id().0)
}

/// Days gone by are not looked at: what has happened since would be on the pages all the same.
fn check(state: &AppState, body: &OpenPreview, reason_asked: bool) -> Vec<FieldError> {
    let mut errors = check_open_preview(body, reason_asked);
    let today = state.clock.today();
    let fits = |day: NaiveDate| day >= today && limits::YEARS.contains(&day.year());
    if body.on.is_some_and(|day| !fits(day)) {
        errors.push(FieldError::new("on", FieldCode::OutOfRange));
    } else if let Some(calendar) = body.calendar {
        // What could be published on the day that is looked at.
        let then = body.on.unwrap_or(today);
        let wrong = check_span(&state.config.municipality, then, calendar.span).into_iter();
        errors.extend(wrong.map(|error| FieldError {
            field: format!("calendar.span.{}", error.field),
            code: error.code,
        }));
    }
    errors
}

/// One's own calendar, or a colleague's for a team leader; another does not exist.
async fn may_open(
    state: &AppState,
    caseworker: &Caseworker,
    whose: CaseworkerId,
) -> Result<(), ApiError> {
    if whose == caseworker.id() {
        return Ok(());
    }
    let row = caseworker::Entity::find_by_id(whose.0).one(state.db.read()).await?;
    let may = row.is_some_and(|row| caseworker.is_team_leader() && row.team == caseworker.team());
    if may { Ok(()) } else { Err(ApiError::NotFound) }
}

async fn preview(state: &AppState, opened: &Opened) -> Result<Preview, ApiError> {
    let case_id = case_of(state, opened).await?;
    let seen = state_of(state, opened).await?;
    let file = CaseFile::load(seen.db.read(), case_id).await?;
    let on = opened.day(state);
    Ok(Preview {
        id: opened.id,
        of: opened.of,
        case_id,
        citizen: file.citizen.name,
        on,
        other_day: on != state.clock.today(),
        calendar: opened.calendar,
    })
}
