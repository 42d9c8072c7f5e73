//! `/api/session`: who is signed in, staying so, signing out, and the demonstration's sign-in.

use axum::Extension;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use contract::ids::{CaseworkerId, EmployerUserId};
use contract::session::{DemoPersona, DemoSignIn, Role, Session, SignedIn};
use sea_orm::EntityTrait;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::permission::{
    CitizenView, caseworker_row, citizen_row, current_case, employer_user_row,
};
use super::session::{Actor, CurrentSession};
use super::{cookie, demo, session};
use crate::cases::CaseFile;
use crate::db::entities::employer;
use crate::http::client::ClientAddress;
use crate::http::{ApiError, Json};
use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show, sign_out))
        .routes(routes!(extend))
        .routes(routes!(demo_personas, demo_sign_in))
}

/// Who is signed in, and whose Genvej this is. Answered to everyone.
#[utoipa::path(
    get, path = contract::paths::SESSION, tag = "session",
    responses((status = 200, body = Session))
)]
async fn show(
    State(state): State<AppState>,
    current: Option<Extension<CurrentSession>>,
) -> Result<Json<Session>, ApiError> {
    let signed_in = match current {
        Some(Extension(current)) => match describe(&state, &current).await {
            Err(ApiError::NotSignedIn) => None,
            other => Some(other?),
        },
        None => None,
    };
    Ok(Json(answer(&state, signed_in)))
}

/// Stay signed in: the session's end moves as far out as it goes.
#[utoipa::path(
    post, path = contract::paths::SESSION_EXTENSION, tag = "session",
    responses((status = 200, body = Session))
)]
async fn extend(
    State(state): State<AppState>,
    mut current: CurrentSession,
) -> Result<Json<Session>, ApiError> {
    current.expires_at = session::extend(&state, &current).await?;
    let signed_in = describe(&state, &current).await?;
    Ok(Json(answer(&state, Some(signed_in))))
}

/// Sign out. Fine when nobody is signed in.
#[utoipa::path(
    delete, path = contract::paths::SESSION, tag = "session",
    responses((status = 204, description = "Signed out"))
)]
async fn sign_out(
    State(state): State<AppState>,
    current: Option<Extension<CurrentSession>>,
) -> Result<impl IntoResponse, ApiError> {
    if let Some(Extension(current)) = current {
        session::end(&state, &current.id_hash).await?;
    }
    let cookie = cookie::removal_cookie(state.config.server.address());
    Ok((StatusCode::NO_CONTENT, AppendHeaders(cookie.map(|value| (header::SET_COOKIE, value)))))
}

/// The invented people one can sign in as. Only in a demonstration.
#[utoipa::path(
    get, path = contract::paths::SESSION_DEMO, tag = "session",
    responses((status = 200, body = [DemoPersona]))
)]
async fn demo_personas(State(state): State<AppState>) -> Result<Json<Vec<DemoPersona>>, ApiError> {
    only_in_demo(&state)?;
    Ok(Json(demo::PERSONAS.into_iter().map(DemoPersona::from).collect()))
}

/// Sign in as an invented person. Only in a demonstration; ends the session before.
#[utoipa::path(
    post, path = contract::paths::SESSION_DEMO, tag = "session",
    request_body = DemoSignIn,
    responses((status = 200, body = Session))
)]
async fn demo_sign_in(
    State(state): State<AppState>,
    ClientAddress(address): ClientAddress,
    before: Option<Extension<CurrentSession>>,
    Json(body): Json<DemoSignIn>,
) -> Result<impl IntoResponse, ApiError> {
    only_in_demo(&state)?;
    state.rate_limiter.sign_in(address)?;
    let actor = demo::find_actor(&state, &body.key).await?;
    if let Some(Extension(before)) = before {
        session::end(&state, &before.id_hash).await?;
    }
    let (token, current) = session::start(&state, actor).await?;
    let signed_in = describe(&state, &current).await?;
    let cookie = token.set_cookie(state.config.server.address());
    Ok((
        AppendHeaders(cookie.map(|value| (header::SET_COOKIE, value))),
        Json(answer(&state, Some(signed_in))),
    ))
}

fn only_in_demo(state: &AppState) -> Result<(), ApiError> {
    if state.demo { Ok(()) } else { Err(ApiError::NotFound) }
}

fn answer(state: &AppState, signed_in: Option<SignedIn>) -> Session {
    let municipality = state.config.municipality.municipality.clone();
    Session { signed_in, demo: state.demo, municipality }
}

async fn describe(state: &AppState, current: &CurrentSession) -> Result<SignedIn, ApiError> {
    let (name, role) = name_and_role(state, &current.actor).await?;
    let left = (current.expires_at - state.clock.now()).num_seconds();
    let expires_in_seconds = u32::try_from(left).unwrap_or_default();
    Ok(SignedIn { name, role, expires_in_seconds })
}

async fn name_and_role(state: &AppState, actor: &Actor) -> Result<(String, Role), ApiError> {
    Ok(match actor {
        Actor::Citizen { citizen_id } => {
            let citizen = citizen_row(state, *citizen_id).await?;
            let case_id = match current_case(state, *citizen_id).await {
                Err(ApiError::NotAllowed) => None,
                case => Some(case?),
            };
            (citizen.name, Role::Citizen { case_id })
        }
        Actor::Employer { user_id } => {
            let user = employer_user_row(state, *user_id).await?;
            let company = employer::Entity::find_by_id(&user.cvr).one(state.db.read()).await?;
            let company = company.map_or(user.cvr, |company| company.name);
            (user.name, Role::Employer { user_id: EmployerUserId(*user_id), company })
        }
        Actor::Caseworker { caseworker_id } => {
            let row = caseworker_row(state, *caseworker_id).await?;
            let caseworker_id = CaseworkerId(*caseworker_id);
            (row.name, Role::Caseworker { caseworker_id, team_leader: row.team_leader })
        }
        Actor::Preview(preview) => {
            // As on the citizen's own pages: who looks is told around them.
            let by = caseworker_row(state, preview.by.0).await?;
            let view = CitizenView::in_preview(state, preview, &by).await?;
            let case_id = view.case_id();
            let file = CaseFile::load(view.state().db.read(), case_id).await?;
            (file.citizen.name, Role::Preview { case_id, caseworker_id: preview.by })
        }
    })
}
