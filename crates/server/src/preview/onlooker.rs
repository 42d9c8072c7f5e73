//! Who has opened a preview, in a call of their own or in one that is made in the preview itself:
//! they are told what its citizen is not.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use contract::ids::PreviewId;

use super::store::{self, Opened};
use crate::auth::{Actor, CitizenView, CurrentSession, caseworker_of};
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::state::AppState;

/// A caseworker's session. Only the extractor makes one.
pub struct Onlooker {
    session: String,
    by: caseworker::Model,
}

impl Onlooker {
    /// A preview of their session and what is seen in it, the look written down.
    pub async fn look(
        &self,
        state: &AppState,
        id: PreviewId,
    ) -> Result<(Opened, CitizenView), ApiError> {
        let opened = store::find(state.db.read(), &self.session, id).await?;
        let opened = opened.ok_or(ApiError::NotFound)?;
        let view = CitizenView::in_preview(state, &opened, &self.by).await?;
        Ok((opened, view))
    }
}

impl FromRequestParts<AppState> for Onlooker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let session = CurrentSession::from_request_parts(parts, state).await?;
        let by = match session.actor {
            Actor::Caseworker { caseworker_id } => caseworker_id,
            Actor::Preview(preview) => preview.by.0,
            Actor::Citizen { .. } | Actor::Employer { .. } => return Err(ApiError::NotAllowed),
        };
        Ok(Self { session: session.id_hash, by: caseworker_of(state, by).await? })
    }
}
