//! One log line and one count for each request: method, matched route, status, duration.
//! Never a path as sent, a query, a body or a header: they may carry personal data (I8).

use std::any::Any;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, Response as HttpResponse};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

use super::ApiError;
use crate::state::AppState;

/// Logs and counts a request, and names it in `X-Request-Id`.
pub async fn observe(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = state.clock.new_id().to_string();
    let method = known(request.method()).to_owned();
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("unmatched", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id, %method, %route);
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, seconds) = (response.status().as_u16(), started.elapsed().as_secs_f64());
    span.in_scope(|| tracing::info!(status, ms = (seconds * 1000.0).round(), "answered"));
    count(method, route, status, seconds);
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// A method's name, if it is one of the standard's: the wire lets callers make up others, and
/// what they make up belongs neither in the log nor in a label.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::TRACE => "TRACE",
        Method::CONNECT => "CONNECT",
        _ => "OTHER",
    }
}

fn count(method: String, route: String, status: u16, seconds: f64) {
    let labels = [("method", method), ("route", route), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    let [method, route, _] = labels;
    metrics::histogram!("http_request_duration_seconds", &[method, route]).record(seconds);
}

/// A panic in a handler is a failure like any other; its message is on standard error.
pub fn panicked(_cause: Box<dyn Any + Send + 'static>) -> HttpResponse<axum::body::Body> {
    ApiError::internal("a handler panicked").into_response()
}
