//! The handles without which nothing can be read or written: each is made only by its
//! extractor, from the session of the request. A preview gives a [`CitizenView`] and nothing
//! else, so that a preview that writes does not compile (I6). A citizen's page says which case it
//! is about, and gets no handle to another one.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use contract::ids::{CaseId, CaseworkerId};
use contract::paths::CASE_HEADER;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::session::{Actor, CurrentSession};
use crate::access_log;
use crate::db::entities::{caseworker, citizen, employer_user, sickness_case};
use crate::http::ApiError;
use crate::state::AppState;

/// A citizen who acts on their own case.
#[derive(Clone, Debug)]
pub struct Citizen {
    citizen_id: Uuid,
    case_id: CaseId,
}

/// Somebody who looks at a citizen's pages: the citizen, or a caseworker in a preview, whose
/// look is written down before there is a handle (I7).
#[derive(Clone, Debug)]
pub struct CitizenView {
    case_id: CaseId,
    viewer: Viewer,
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// The citizen.
    Citizen,
    /// A caseworker in a preview.
    Caseworker(CaseworkerId),
}

/// Somebody who acts for an employer.
#[derive(Clone, Debug)]
pub struct Employer {
    user: employer_user::Model,
}

/// A caseworker who acts as such.
#[derive(Clone, Debug)]
pub struct Caseworker {
    row: caseworker::Model,
}

impl Citizen {
    /// Which citizen.
    pub fn citizen_id(&self) -> Uuid {
        self.citizen_id
    }

    /// Their case.
    pub fn case_id(&self) -> CaseId {
        self.case_id
    }
}

impl CitizenView {
    /// The case looked at.
    pub fn case_id(&self) -> CaseId {
        self.case_id
    }

    /// Who looks.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Is it a preview?
    pub fn is_preview(&self) -> bool {
        matches!(self.viewer, Viewer::Caseworker(_))
    }
}

impl Employer {
    /// The company's CVR number.
    pub fn cvr(&self) -> &str {
        &self.user.cvr
    }

    /// The person's name.
    pub fn name(&self) -> &str {
        &self.user.name
    }
}

impl Caseworker {
    /// Which caseworker.
    pub fn id(&self) -> CaseworkerId {
        CaseworkerId(self.row.id)
    }

    /// Their name.
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// Who they are, for the access log.
    pub fn row(&self) -> &caseworker::Model {
        &self.row
    }

    /// Their team.
    pub fn team(&self) -> &str {
        &self.row.team
    }

    /// Do they lead the team: may they open colleagues' calendars, and list the team's cases?
    /// A single case of the team is open to each of its caseworkers.
    pub fn is_team_leader(&self) -> bool {
        self.row.team_leader
    }
}

impl FromRequestParts<AppState> for CurrentSession {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
        parts.extensions.get::<Self>().cloned().ok_or(ApiError::NotSignedIn)
    }
}

impl FromRequestParts<AppState> for Citizen {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let session = CurrentSession::from_request_parts(parts, state).await?;
        match session.actor {
            Actor::Citizen { citizen_id } => {
                let case_id = current_case(state, citizen_id).await?;
                same_person(&parts.headers, case_id)?;
                Ok(Self { citizen_id, case_id })
            }
            Actor::Preview { .. } => Err(ApiError::PreviewIsReadOnly),
            Actor::Employer { .. } | Actor::Caseworker { .. } => Err(ApiError::NotAllowed),
        }
    }
}

impl FromRequestParts<AppState> for CitizenView {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let session = CurrentSession::from_request_parts(parts, state).await?;
        match session.actor {
            Actor::Citizen { citizen_id } => {
                let case_id = current_case(state, citizen_id).await?;
                same_person(&parts.headers, case_id)?;
                Ok(Self { case_id, viewer: Viewer::Citizen })
            }
            Actor::Preview { caseworker_id, case_id } => {
                let (case_id, by) = (CaseId(case_id), caseworker_row(state, caseworker_id).await?);
                same_person(&parts.headers, case_id)?;
                access_log::previewed(state, &by, case_id).await?;
                Ok(Self { case_id, viewer: Viewer::Caseworker(CaseworkerId(caseworker_id)) })
            }
            Actor::Employer { .. } | Actor::Caseworker { .. } => Err(ApiError::NotAllowed),
        }
    }
}

impl FromRequestParts<AppState> for Employer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let session = CurrentSession::from_request_parts(parts, state).await?;
        let Actor::Employer { user_id } = session.actor else {
            return Err(ApiError::NotAllowed);
        };
        Ok(Self { user: employer_user_row(state, user_id).await? })
    }
}

impl FromRequestParts<AppState> for Caseworker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let session = CurrentSession::from_request_parts(parts, state).await?;
        let Actor::Caseworker { caseworker_id } = session.actor else {
            return Err(ApiError::NotAllowed);
        };
        Ok(Self { row: caseworker_row(state, caseworker_id).await? })
    }
}

/// Refuses a page that is about another case than the session's: one person's page never reads
/// or writes with the cookie of another who has signed in in the same browser (I8, I9). A call
/// that names no case, such as a link that is followed, is about the session's.
fn same_person(headers: &HeaderMap, case: CaseId) -> Result<(), ApiError> {
    let is_it = |said: &str| said.parse() == Ok(case);
    let mut said = headers.get_all(CASE_HEADER).iter();
    let same = said.all(|said| said.to_str().is_ok_and(is_it));
    if same { Ok(()) } else { Err(ApiError::AnotherPerson) }
}

/// The citizen's latest case, open or closed.
pub(super) async fn current_case(state: &AppState, citizen_id: Uuid) -> Result<CaseId, ApiError> {
    let case = sickness_case::Entity::find()
        .filter(sickness_case::Column::CitizenId.eq(citizen_id))
        .order_by_desc(sickness_case::Column::OpenedOn)
        .order_by_desc(sickness_case::Column::Id)
        .one(state.db.read())
        .await?;
    case.map(|case| CaseId(case.id)).ok_or(ApiError::NotAllowed)
}

/// The signed-in citizen; gone means signed out.
pub(super) async fn citizen_row(state: &AppState, id: Uuid) -> Result<citizen::Model, ApiError> {
    citizen::Entity::find_by_id(id).one(state.db.read()).await?.ok_or(ApiError::NotSignedIn)
}

/// The signed-in caseworker; gone means signed out.
pub(super) async fn caseworker_row(
    state: &AppState,
    id: Uuid,
) -> Result<caseworker::Model, ApiError> {
    caseworker::Entity::find_by_id(id).one(state.db.read()).await?.ok_or(ApiError::NotSignedIn)
}

/// The signed-in person of an employer; gone means signed out.
pub(super) async fn employer_user_row(
    state: &AppState,
    id: Uuid,
) -> Result<employer_user::Model, ApiError> {
    employer_user::Entity::find_by_id(id).one(state.db.read()).await?.ok_or(ApiError::NotSignedIn)
}
