//! Opening, showing and closing a preview: the caseworker's own calls. What is looked at in it
//! is asked for by the citizen's calls, with the preview's name on them.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike, NaiveDate};
use contract::access_log::AccessedData;
use contract::ids::{CaseId, CaseworkerId, PreviewId};
use contract::limits;
use contract::preview::{OpenPreview, Preview, PreviewOf, check_open_preview};
use contract::problem::{FieldCode, FieldError, Problem};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::onlooker::Onlooker;
use super::store::{self, Opened};
use super::{case_of, state_of};
use crate::auth::{Caseworker, CurrentSession};
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::calendar::check_span;
use crate::cases::CaseFile;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, retention_plan};

/// Opens a preview, and writes the look down with its reason.
#[utoipa::path(post, path = "/api/staff/previews", tag = "preview", request_body = OpenPreview,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = Preview), (status = "4XX", body = Problem)))]
pub async fn open(
    State(state): State<AppState>,
    session: CurrentSession,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Json(body): Json<OpenPreview>,
) -> Result<Answer<Preview>, ApiError> {
    let opened = Opened {
        id: PreviewId(state.clock.new_id()),
        by: caseworker.id(),
        of: body.of,
        on: day_of(&body, state.clock.today()),
        calendar: body.calendar,
        reason: body.reason.trim().to_owned(),
    };
    // A preview is of one session: another's would be no use to this one.
    let (actor, whose) = (Actor::Caseworker(caseworker.id()), &session.id_hash);
    let call = Call::new(actor, key, format_args!("open preview in {whose}"), &body)?;
    if let Some(calendar) = body.calendar {
        may_open(&state, &caseworker, calendar.caseworker_id).await?;
    }
    // Made before the transaction, if it can be: not within it.
    let sample = sample_of(&state, &body, &opened).await?;
    let tx = state.db.begin_write().await?;
    let (file, reason_asked) = match (sample, opened.of) {
        (None, PreviewOf::Case { case_id }) => {
            let look = (AccessedData::Preview, opened.reason.as_str());
            let clock = &state.clock;
            let file =
                access_log::open_case_because(&tx, clock, &caseworker, case_id, look).await?;
            let of_another = file.case.caseworker_id != caseworker.id().0;
            (file, of_another)
        }
        (sample, _) => (sample.ok_or(ApiError::NotFound)?, false),
    };
    // Opened again, the look was written down the first time: this one goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let mut wrong = check(&state, &body, reason_asked);
    wrong.extend(without_rules(&state, &body, &file));
    ApiError::check(wrong)?;
    store::insert(&tx, &session.id_hash, &opened, state.clock.now()).await?;
    let shown = preview(&*tx, &state, &opened, &file).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, shown).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The day it is kept at. A case is looked at as it is today, whenever that is; an invented citizen
/// is another one each day, so theirs is the day on which they were met.
fn day_of(body: &OpenPreview, today: NaiveDate) -> Option<NaiveDate> {
    match body.of {
        PreviewOf::Case { .. } => body.on.filter(|day| *day != today),
        PreviewOf::Sample { .. } => Some(body.on.unwrap_or(today)),
    }
}

/// The invented citizen who is asked for; none when it is a real one.
async fn sample_of(
    state: &AppState,
    body: &OpenPreview,
    opened: &Opened,
) -> Result<Option<CaseFile>, ApiError> {
    if let PreviewOf::Case { .. } = body.of {
        return Ok(None);
    }
    ApiError::check(check(state, body, false))?;
    let seen = state_of(state, opened).await?;
    let case = case_of(state, opened).await?;
    Ok(Some(CaseFile::load(seen.db.read(), case).await?))
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
    let (opened, view) = onlooker.look(&state, id).await?;
    let file = CaseFile::load(view.state().db.read(), view.case_id()).await?;
    Ok(Json(preview(view.state().db.read(), &state, &opened, &file).await?))
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

/// A day that no rule set governs has no pages to look at. Today's are what they are.
fn without_rules(state: &AppState, body: &OpenPreview, file: &CaseFile) -> Option<FieldError> {
    let day = body.on.filter(|day| *day != state.clock.today())?;
    let rules = file.rules_on(&state.config.municipality, day);
    rules.is_err().then(|| FieldError::new("on", FieldCode::Unknown))
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

async fn preview(
    db: &impl ConnectionTrait,
    state: &AppState,
    opened: &Opened,
    file: &CaseFile,
) -> Result<Preview, ApiError> {
    let on = opened.day(state);
    let plan_not_sent = match opened.of {
        PreviewOf::Case { .. } => retention_plan::lies_unsent(db, file).await?,
        PreviewOf::Sample { .. } => false,
    };
    Ok(Preview {
        id: opened.id,
        of: opened.of,
        case_id: CaseId(file.case.id),
        citizen: file.citizen.name.clone(),
        on,
        other_day: on != state.clock.today(),
        calendar: opened.calendar,
        plan_not_sent,
    })
}
