//! Extractors whose every rejection is a problem+json with a 4xx code (I11). Handlers use these
//! instead of axum's own.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use contract::limits;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};

use super::error::ApiError;

/// A JSON body, in or out.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

/// A body of text/csv, in whatever encoding.
#[derive(Clone, Debug)]
pub struct Csv(pub Bytes);

/// Parameters in the path. A malformed one names nothing, so it is 404 `not_found`, the same
/// as an id that does not exist.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

/// Parameters after the question mark. A malformed or missing one is 400
/// `malformed_parameter`; so is an unknown one when the type denies unknown fields.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        if !is_of_type(request.headers(), "application/json") {
            return Err(ApiError::UnsupportedMediaType);
        }
        let body = Bytes::from_request(request, state).await.map_err(unreadable)?;
        serde_json::from_slice(&body).map(Self).map_err(|_| ApiError::MalformedBody)
    }
}

impl<S: Send + Sync> FromRequest<S> for Csv {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        if !is_of_type(request.headers(), "text/csv") {
            return Err(ApiError::UnsupportedMediaType);
        }
        Bytes::from_request(request, state).await.map(Self).map_err(unreadable)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        axum::extract::Path::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Self(value))
            .map_err(|_| ApiError::NotFound)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        axum::extract::Query::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|_| ApiError::MalformedParameter)
    }
}

/// For a date in the query that may be absent: refuses years no calendar reaches.
///
/// # Errors
/// When it is no date, or one far away.
pub fn near_date<'de, D: Deserializer<'de>>(given: D) -> Result<Option<NaiveDate>, D::Error> {
    let date = Option::<NaiveDate>::deserialize(given)?;
    match date {
        Some(date) if !limits::YEARS.contains(&date.year()) => {
            Err(D::Error::custom("a year out of range"))
        }
        _ => Ok(date),
    }
}

fn is_of_type(headers: &HeaderMap, wanted: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case(wanted))
}

fn unreadable(rejection: BytesRejection) -> ApiError {
    if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        ApiError::BodyTooLarge
    } else {
        ApiError::MalformedBody
    }
}
