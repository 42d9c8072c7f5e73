//! Whose calendar a call is about: one's own, or for a team leader a colleague's.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use sea_orm::EntityTrait;
use serde::Deserialize;

use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::http::extract::Query;
use crate::state::AppState;

/// Whose calendar, and which week of it.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CalendarQuery {
    /// A colleague's, for a team leader; one's own when absent.
    pub caseworker: Option<CaseworkerId>,
    /// Any day of the week to show, where a week is shown; this week when absent.
    #[serde(default, deserialize_with = "crate::http::extract::near_date")]
    pub week: Option<NaiveDate>,
}

/// The right to a calendar. Only the extractor makes one.
#[derive(Debug)]
pub struct CalendarOwner {
    row: caseworker::Model,
    by: Caseworker,
    week: Option<NaiveDate>,
}

impl CalendarOwner {
    /// Whose calendar.
    pub fn id(&self) -> CaseworkerId {
        CaseworkerId(self.row.id)
    }

    /// Their name.
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        Actor::Caseworker(self.by.id())
    }

    /// Who looks.
    pub fn by(&self) -> &Caseworker {
        &self.by
    }

    /// The week asked for.
    pub fn week(&self) -> Option<NaiveDate> {
        self.week
    }
}

impl FromRequestParts<AppState> for CalendarOwner {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let caseworker = Caseworker::from_request_parts(parts, state).await?;
        let Query(query) = Query::<CalendarQuery>::from_request_parts(parts, state).await?;
        let asked = query.caseworker.unwrap_or(caseworker.id());
        let row = caseworker::Entity::find_by_id(asked.0)
            .one(state.db.read())
            .await?
            .filter(|row| row.team == caseworker.team())
            .filter(|row| row.id == caseworker.id().0 || caseworker.is_team_leader())
            .ok_or(ApiError::NotFound)?;
        Ok(Self { row, by: caseworker, week: query.week })
    }
}
