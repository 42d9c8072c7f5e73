//! The handles without which nothing can be read or written: each is made only by its
//! extractor, from the session of the request. A preview gives a [`CitizenView`] and nothing
//! else, never a [`Citizen`], which all that a citizen changes asks for (I6); and every call that is
//! no read is refused in a preview before there is a handle (`http/guards`). What a view is read
//! through could write, as could any database: that no page does is shown by a test, which reads
//! them all and compares what is stored. A citizen's page says which case it is about, and gets no
//! handle to another one.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use contract::ids::{CaseId, CaseworkerId};
use contract::paths::ABOUT_HEADER;
use contract::preview::PreviewOf;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::session::{Actor, CurrentSession};
use crate::access_log;
use crate::db::entities::{caseworker, citizen, employer_user, sickness_case};
use crate::http::ApiError;
use crate::preview::{self, Opened};
use crate::state::AppState;

/// A citizen who acts on their own case.
#[derive(Clone, Debug)]
pub struct Citizen {
    citizen_id: Uuid,
    case_id: CaseId,
}

/// Somebody who looks at a citizen's pages: the citizen, or a caseworker in a preview, whose
/// look is written down before there is a handle (I7). What they see is read through
/// [`CitizenView::state`], and through nothing else.
#[derive(Clone)]
pub struct CitizenView {
    state: AppState,
    case_id: CaseId,
    viewer: Viewer,
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// The citizen.
    Citizen,
    /// A caseworker in a preview of a case.
    Caseworker(CaseworkerId),
    /// A caseworker in a preview of nobody's pages.
    Sample(CaseworkerId),
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

/// A caseworker who leads their team, and may bring its cases in and take its data out.
#[derive(Clone, Debug)]
pub struct TeamLeader {
    caseworker: Caseworker,
}

impl TeamLeader {
    /// As a caseworker of the team.
    pub fn caseworker(&self) -> &Caseworker {
        &self.caseworker
    }
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

    /// What a caseworker sees in a preview they have opened, once the look is written down.
    ///
    /// # Errors
    /// [`ApiError::PreviewClosed`] when the case is not their team's any more, or a colleague's by
    /// now and they have not said why.
    pub(crate) async fn in_preview(
        state: &AppState,
        preview: &Opened,
        by: &caseworker::Model,
    ) -> Result<Self, ApiError> {
        let case_id = preview::case_of(state, preview).await?;
        let viewer = match preview.of {
            PreviewOf::Case { case_id } => {
                access_log::previewed(state, by, case_id, &preview.reason).await?;
                Viewer::Caseworker(preview.by)
            }
            PreviewOf::Sample { .. } => Viewer::Sample(preview.by),
        };
        Ok(Self { state: preview::state_of(state, preview).await?, case_id, viewer })
    }

    /// What the pages are read through: the server's own, or in a preview the day, the calendar
    /// and the invented people that it shows.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Who looks.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Is it somebody else than whose pages they are? What the citizen has not sent yet is not
    /// for them. An invented citizen has no secrets.
    pub fn is_by_another(&self) -> bool {
        matches!(self.viewer, Viewer::Caseworker(_))
    }
}

impl Employer {
    /// Which person.
    pub fn id(&self) -> Uuid {
        self.user.id
    }

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
                same_person(&parts.headers, case_id.0)?;
                Ok(Self { citizen_id, case_id })
            }
            Actor::Preview(_) => Err(ApiError::PreviewIsReadOnly),
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
                same_person(&parts.headers, case_id.0)?;
                Ok(Self { state: state.clone(), case_id, viewer: Viewer::Citizen })
            }
            Actor::Preview(preview) => {
                let case_id = preview::case_of(state, &preview).await?;
                same_person(&parts.headers, case_id.0)?;
                let by = caseworker_row(state, preview.by.0).await?;
                Self::in_preview(state, &preview, &by).await
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
        same_person(&parts.headers, user_id)?;
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

impl FromRequestParts<AppState> for TeamLeader {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let caseworker = Caseworker::from_request_parts(parts, state).await?;
        if caseworker.is_team_leader() {
            Ok(Self { caseworker })
        } else {
            Err(ApiError::NotAllowed)
        }
    }
}

/// Refuses a page that is about somebody else than the session is: one person's page never reads
/// or writes with the cookie of another who has signed in in the same browser (I8, I9). A call
/// that names no case, such as a link that is followed, is about the session's.
fn same_person(headers: &HeaderMap, about: Uuid) -> Result<(), ApiError> {
    let is_it = |said: &str| said.parse() == Ok(about);
    let mut said = headers.get_all(ABOUT_HEADER).iter();
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
pub(crate) async fn caseworker_row(
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
