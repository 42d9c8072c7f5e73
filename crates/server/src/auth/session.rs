//! Sessions in the database: who is signed in, until when. The database holds only the hash of
//! a session's token (I8).

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use contract::paths::PREVIEW_HEADER;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::cookie::SessionToken;
use crate::db::entities::session;
use crate::http::ApiError;
use crate::preview::{self, Opened};
use crate::state::AppState;

/// A session ends after this long however busy it is.
const LONGEST: TimeDelta = TimeDelta::hours(12);
/// A call within this long of the last one is not written down.
const TOUCH_AFTER: TimeDelta = TimeDelta::minutes(1);

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A citizen.
    Citizen {
        /// Which.
        citizen_id: Uuid,
    },
    /// Somebody acting for an employer.
    Employer {
        /// Which person.
        user_id: Uuid,
    },
    /// A caseworker.
    Caseworker {
        /// Which.
        caseworker_id: Uuid,
    },
    /// A caseworker looking at a citizen's pages: their session, and a call that names a preview
    /// they have opened in it.
    Preview(Opened),
}

impl Actor {
    /// Whose session it is. A preview is no session of its own.
    fn columns(&self) -> (&'static str, Uuid) {
        match self {
            Self::Citizen { citizen_id } => ("citizen", *citizen_id),
            Self::Employer { user_id } => ("employer", *user_id),
            Self::Caseworker { caseworker_id } => ("caseworker", *caseworker_id),
            Self::Preview(preview) => ("caseworker", preview.by.0),
        }
    }

    fn from_row(row: &session::Model) -> Option<Self> {
        match row.actor_kind.as_str() {
            "citizen" => Some(Self::Citizen { citizen_id: row.actor_id }),
            "employer" => Some(Self::Employer { user_id: row.actor_id }),
            "caseworker" => Some(Self::Caseworker { caseworker_id: row.actor_id }),
            _ => None,
        }
    }
}

/// The running session of a request; an extension set by [`load`].
#[derive(Clone, Debug)]
pub struct CurrentSession {
    /// Hash of its token.
    pub id_hash: String,
    /// Who.
    pub actor: Actor,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Ends then if nothing happens.
    pub expires_at: DateTime<Utc>,
}

/// Starts a session and gives its token. The caller ends the one before.
///
/// # Errors
/// When the database cannot.
pub async fn start(
    state: &AppState,
    actor: Actor,
) -> Result<(SessionToken, CurrentSession), ApiError> {
    let token = SessionToken::new(state.clock.token());
    let now = state.clock.now();
    let expires_at = expiry(state, now, now);
    let (actor_kind, actor_id) = actor.columns();
    let current = CurrentSession { id_hash: token.hash(), actor, created_at: now, expires_at };
    let row = session::ActiveModel {
        id_hash: Set(current.id_hash.clone()),
        actor_kind: Set(actor_kind.to_owned()),
        actor_id: Set(actor_id),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(expires_at),
    };
    let tx = state.db.begin_write().await?;
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(&*tx).await?;
    preview::close_left_behind(&tx).await?;
    session::Entity::insert(row).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok((token, current))
}

/// Ends a session, and what was open in it; nothing happens when it has ended already.
///
/// # Errors
/// When the database cannot.
pub async fn end(state: &AppState, id_hash: &str) -> Result<(), ApiError> {
    let tx = state.db.begin_write().await?;
    session::Entity::delete_by_id(id_hash).exec(&*tx).await?;
    preview::close_all(&tx, id_hash).await?;
    Ok(tx.commit().await?)
}

/// Moves the end of a session as far out as it goes, and gives the new end.
///
/// # Errors
/// When the database cannot.
pub async fn extend(state: &AppState, current: &CurrentSession) -> Result<DateTime<Utc>, ApiError> {
    let now = state.clock.now();
    let expires_at = expiry(state, current.created_at, now);
    let row = session::ActiveModel {
        id_hash: Set(current.id_hash.clone()),
        last_seen_at: Set(now),
        expires_at: Set(expires_at),
        ..Default::default()
    };
    let tx = state.db.begin_write().await?;
    match row.update(&*tx).await {
        Err(DbErr::RecordNotUpdated) => return Err(ApiError::NotSignedIn),
        other => other?,
    };
    tx.commit().await?;
    Ok(expires_at)
}

/// The layer that finds the session of a request, so that everything after it may ask for
/// [`CurrentSession`].
pub async fn load(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    match found(&state, request.headers()).await {
        Ok(Some(current)) => {
            request.extensions_mut().insert(current);
        }
        Ok(None) => {}
        Err(error) => return error.into_response(),
    }
    next.run(request).await
}

/// The session of a request, in the preview that its header names. A call that names one is never
/// taken for the caseworker's own.
async fn found(state: &AppState, headers: &HeaderMap) -> Result<Option<CurrentSession>, ApiError> {
    let Some(current) = find(state, headers).await? else { return Ok(None) };
    let mut named = headers.get_all(PREVIEW_HEADER).iter();
    let Some(id) = named.next() else { return Ok(Some(current)) };
    let id = id.to_str().ok().and_then(|id| id.parse().ok()).filter(|_| named.next().is_none());
    let (Some(id), Actor::Caseworker { .. }) = (id, &current.actor) else {
        return Err(ApiError::PreviewClosed);
    };
    let preview = preview::find(state.db.read(), &current.id_hash, id).await?;
    let preview = preview.ok_or(ApiError::PreviewClosed)?;
    Ok(Some(CurrentSession { actor: Actor::Preview(preview), ..current }))
}

async fn find(state: &AppState, headers: &HeaderMap) -> Result<Option<CurrentSession>, ApiError> {
    let Some(token) = SessionToken::from_headers(headers, state.config.server.address()) else {
        return Ok(None);
    };
    let row = session::Entity::find_by_id(token.hash()).one(state.db.read()).await?;
    let Some(row) = row.filter(|row| row.expires_at > state.clock.now()) else {
        return Ok(None);
    };
    let Some(actor) = Actor::from_row(&row) else {
        return Err(ApiError::internal("a session row of an unknown kind"));
    };
    let idle = state.clock.now() - row.last_seen_at;
    let mut current = CurrentSession {
        id_hash: row.id_hash,
        actor,
        created_at: row.created_at,
        expires_at: row.expires_at,
    };
    if idle >= TOUCH_AFTER {
        match extend(state, &current).await {
            Ok(expires_at) => current.expires_at = expires_at,
            // A busy database delays the note, it does not sign anybody out.
            Err(ApiError::Busy) => {}
            Err(ApiError::NotSignedIn) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    Ok(Some(current))
}

fn expiry(state: &AppState, created_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + state.config.server.session_idle()).min(created_at + LONGEST)
}
