//! What operators and their tools ask: alive, ready, and how it goes.

use std::sync::OnceLock;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};

use super::ApiError;
use crate::db::entities::booking;
use crate::state::AppState;

/// The process runs.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers and has the schema this binary needs.
pub async fn ready(State(state): State<AppState>) -> impl IntoResponse {
    match state.db.is_migrated().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not migrated\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

/// Counts and durations as Prometheus reads them. Nothing about persons.
pub async fn metrics(State(state): State<AppState>) -> Result<impl IntoResponse, ApiError> {
    measure(&state).await?;
    let text = recorder().map(PrometheusHandle::render).unwrap_or_default();
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text))
}

/// The process's recorder, installed when first asked for. `None` when the program that
/// embeds this library has installed its own.
pub fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    const SECONDS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];
    RECORDER
        .get_or_init(|| {
            PrometheusBuilder::new()
                .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
                .and_then(PrometheusBuilder::install_recorder)
                .ok()
        })
        .as_ref()
}

async fn measure(state: &AppState) -> Result<(), ApiError> {
    // Written out, so that the index of open bookings answers it whatever else is stored.
    let booked = booking::Entity::find()
        .filter(Expr::cust("state = 'booked'"))
        .count(state.db.read())
        .await?;
    metrics::gauge!("bookings", "state" => "booked").set(as_gauge(booked));
    let (open, idle) = state.db.pool();
    metrics::gauge!("database_connections", "state" => "open").set(f64::from(open));
    metrics::gauge!("database_connections", "state" => "idle").set(f64::from(idle));
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; counts stay far below 2^52")]
fn as_gauge(count: u64) -> f64 {
    count as f64
}
