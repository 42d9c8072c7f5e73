//! Sending the same thing again changes nothing and gives the first answer (I3). The key is
//! stored in the transaction that does the work, so that the two cannot part. Refusals are not
//! stored: they changed nothing, and asking again may rightly succeed.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::{Json, http::HeaderMap};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::booking::Actor;
use crate::clock::Clock;
use crate::db::entities::idempotency_key;
use crate::http::error::ApiError;

/// Name of the header.
pub const HEADER: &str = "idempotency-key";

/// The `Idempotency-Key` of a call: 8 to 64 visible ASCII characters.
#[derive(Clone, Debug)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    fn from_headers(headers: &HeaderMap) -> Result<Self, ApiError> {
        Self::parse(headers.get(HEADER).and_then(|value| value.to_str().ok()))
    }

    /// The key, if it is one.
    ///
    /// # Errors
    /// [`ApiError::IdempotencyKeyMissing`] when it is not.
    pub fn parse(key: Option<&str>) -> Result<Self, ApiError> {
        match key {
            Some(key)
                if (8..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()) =>
            {
                Ok(Self(key.to_owned()))
            }
            _ => Err(ApiError::IdempotencyKeyMissing),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Self::from_headers(&parts.headers)
    }
}

/// A creating call: who calls, with which key, to ask for what.
#[derive(Clone, Debug)]
pub struct Call {
    /// Who calls.
    pub actor: Actor,
    key: String,
    request: String,
}

impl Call {
    /// `what` names the endpoint and its path parameters; `body` is what was sent.
    ///
    /// # Errors
    /// When the body cannot be written as JSON.
    pub fn new(
        actor: Actor,
        key: IdempotencyKey,
        what: impl std::fmt::Display,
        body: &impl Serialize,
    ) -> Result<Self, ApiError> {
        let body = serde_json::to_vec(body).map_err(ApiError::internal)?;
        let mut hash = Sha256::new();
        hash.update(what.to_string());
        hash.update([0]);
        hash.update(body);
        let request = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { actor, key: key.0, request })
    }

    /// The first answer, if this call was answered before.
    ///
    /// # Errors
    /// When the key was used for another request, or the database fails.
    pub async fn first_answer<T: DeserializeOwned>(
        &self,
        db: &impl ConnectionTrait,
    ) -> Result<Option<Answer<T>>, ApiError> {
        let stored = idempotency_key::Entity::find()
            .filter(idempotency_key::Column::Actor.eq(self.actor.to_string()))
            .filter(idempotency_key::Column::Key.eq(&self.key))
            .one(db)
            .await?;
        let Some(stored) = stored else { return Ok(None) };
        if stored.request != self.request {
            return Err(ApiError::IdempotencyKeyReused);
        }
        let body = serde_json::from_str(&stored.body).map_err(ApiError::internal)?;
        let status = u16::try_from(stored.status)
            .ok()
            .and_then(|status| StatusCode::from_u16(status).ok())
            .unwrap_or(StatusCode::OK);
        Ok(Some(Answer { status, body }))
    }

    /// Begins the call inside its transaction: the first answer when there is one, else the
    /// key is ours until the transaction ends. A second call with the same key waits here.
    ///
    /// # Errors
    /// When the key was used for another request, or the database fails.
    pub async fn begin<T: DeserializeOwned>(
        &self,
        tx: &DatabaseTransaction,
        clock: &Clock,
    ) -> Result<Option<Answer<T>>, ApiError> {
        let row = idempotency_key::ActiveModel {
            actor: Set(self.actor.to_string()),
            key: Set(self.key.clone()),
            request: Set(self.request.clone()),
            status: Set(0),
            body: Set(String::new()),
            at: Set(clock.now()),
        };
        let inserted = idempotency_key::Entity::insert_many([row])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(tx)
            .await?;
        match inserted {
            sea_orm::TryInsertResult::Inserted(1) => Ok(None),
            _ => self.first_answer(tx).await,
        }
    }

    /// Stores the answer, to be committed with the work.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn answer<T: Serialize>(
        &self,
        tx: &DatabaseTransaction,
        status: StatusCode,
        body: T,
    ) -> Result<Answer<T>, ApiError> {
        let text = serde_json::to_string(&body).map_err(ApiError::internal)?;
        idempotency_key::Entity::update_many()
            .col_expr(idempotency_key::Column::Status, i32::from(status.as_u16()).into())
            .col_expr(idempotency_key::Column::Body, text.into())
            .filter(idempotency_key::Column::Actor.eq(self.actor.to_string()))
            .filter(idempotency_key::Column::Key.eq(&self.key))
            .exec(tx)
            .await?;
        Ok(Answer { status, body })
    }
}

/// The answer to a creating call.
#[derive(Clone, Debug)]
pub struct Answer<T> {
    /// Its status.
    pub status: StatusCode,
    /// Its body.
    pub body: T,
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        (self.status, Json(self.body)).into_response()
    }
}
