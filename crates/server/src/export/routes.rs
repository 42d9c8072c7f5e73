//! The three exports.

use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use contract::export::{Export, ExportFormat, ExportedBooking, ExportedContact, ExportedPlan};
use contract::problem::{FieldCode, FieldError, Problem};
use serde::Deserialize;

use super::body::{self, Span};
use crate::auth::TeamLeader;
use crate::http::error::ApiError;
use crate::http::extract::{Query, near_date};
use crate::state::AppState;

/// As what, and of when.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ExportQuery {
    /// CSV when absent.
    #[serde(default)]
    pub format: ExportFormat,
    /// From that day on, in Denmark; from the first when absent.
    #[serde(default, deserialize_with = "near_date")]
    pub from: Option<NaiveDate>,
    /// Up to and including that day; to the last when absent.
    #[serde(default, deserialize_with = "near_date")]
    pub to: Option<NaiveDate>,
}

impl ExportQuery {
    fn span(self) -> Result<Span, ApiError> {
        let Self { from, to, .. } = self;
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            let wrong = FieldError::new("to", FieldCode::EndNotAfterStart);
            return Err(ApiError::InvalidFields(vec![wrong]));
        }
        Ok(Span { from, to })
    }
}

/// The team's conversations that begin in a span of days, and what became of them.
#[utoipa::path(get, path = "/api/staff/exports/bookings", tag = "staff", params(ExportQuery),
    responses((status = 200, content((Export<ExportedBooking> = "application/json"),
        (String = "text/csv"))), (status = "4XX", body = Problem)))]
pub async fn bookings(
    State(state): State<AppState>,
    leader: TeamLeader,
    Query(query): Query<ExportQuery>,
) -> Result<Response, ApiError> {
    body::of::<ExportedBooking>(&state, leader, query.format, query.span()?).await
}

/// The team's contacts with employers in a span of days.
#[utoipa::path(get, path = "/api/staff/exports/employer-contacts", tag = "staff",
    params(ExportQuery),
    responses((status = 200, content((Export<ExportedContact> = "application/json"),
        (String = "text/csv"))), (status = "4XX", body = Problem)))]
pub async fn employer_contacts(
    State(state): State<AppState>,
    leader: TeamLeader,
    Query(query): Query<ExportQuery>,
) -> Result<Response, ApiError> {
    body::of::<ExportedContact>(&state, leader, query.format, query.span()?).await
}

/// Where the plans of the team's cases are that have come there in a span of days.
#[utoipa::path(get, path = "/api/staff/exports/plans", tag = "staff", params(ExportQuery),
    responses((status = 200, content((Export<ExportedPlan> = "application/json"),
        (String = "text/csv"))), (status = "4XX", body = Problem)))]
pub async fn plans(
    State(state): State<AppState>,
    leader: TeamLeader,
    Query(query): Query<ExportQuery>,
) -> Result<Response, ApiError> {
    body::of::<ExportedPlan>(&state, leader, query.format, query.span()?).await
}
