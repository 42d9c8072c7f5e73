//! What is refused before a handler runs: calls from other sites, changes in a preview, too
//! many calls, too large bodies, and calls that take too long.

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use contract::{limits, paths};

use super::ApiError;
use super::client::ClientAddress;
use crate::auth::{Actor, CurrentSession};
use crate::state::AppState;

fn only_reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Refuses changes asked for by other sites' pages. Browsers say where a call comes from;
/// a client that says nothing is not a browser, and carries nobody's cookie but its own.
pub async fn same_origin(request: Request, next: Next) -> Response {
    if only_reads(request.method()) || is_same_origin(request.headers()) {
        next.run(request).await
    } else {
        ApiError::CrossOrigin.into_response()
    }
}

fn is_same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let authority = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    authority.is_some_and(|(_, authority)| Some(authority) == host)
}

/// Refuses every change in a preview, whatever the route (I6). One leaves it by calling without
/// its name.
pub async fn preview_reads_only(
    current: Option<Extension<CurrentSession>>,
    request: Request,
    next: Next,
) -> Response {
    let in_preview =
        current.is_some_and(|Extension(current)| matches!(current.actor, Actor::Preview(_)));
    if in_preview && !only_reads(request.method()) {
        return ApiError::PreviewIsReadOnly.into_response();
    }
    next.run(request).await
}

/// Counts calls per session, or per address where there is none.
pub async fn rate_limit(
    State(state): State<AppState>,
    ClientAddress(address): ClientAddress,
    current: Option<Extension<CurrentSession>>,
    request: Request,
    next: Next,
) -> Response {
    let counted = match &current {
        Some(Extension(current)) => state.rate_limiter.session(&current.id_hash),
        None => state.rate_limiter.address(address),
    };
    match counted {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

/// Refuses a body that says it is too large before any of it is read, whether or not the
/// handler wants one. Bodies that do not say are cut off while they are read.
pub async fn small_enough(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let most = if takes_files(&request) { limits::IMPORT_BYTES } else { limits::BODY_BYTES };
    if length.is_some_and(|length| length > most) {
        return ApiError::BodyTooLarge.into_response();
    }
    next.run(request).await
}

/// How many times as long as any other call a file may take.
const FILE_PATIENCE: u32 = 8;

/// Files of cases are larger than what people type, and take longer.
fn takes_files(request: &Request) -> bool {
    request.uri().path().starts_with(paths::STAFF_CASE_IMPORTS)
}

/// Answers "busy" when a call takes too long; what it had begun to write is taken back.
pub async fn in_time(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let patience = if takes_files(&request) { FILE_PATIENCE } else { 1 };
    let most = state.config.server.request_timeout() * patience;
    match tokio::time::timeout(most, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::Busy.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), (*value).parse().unwrap()))
            .collect()
    }

    #[test]
    fn a_change_comes_from_our_own_pages_or_from_no_browser() {
        let host = ("host", "genvej.example:8080");
        for (given, allowed) in [
            (vec![host], true),
            (vec![host, ("sec-fetch-site", "same-origin")], true),
            (vec![host, ("sec-fetch-site", "same-site")], false),
            (vec![host, ("sec-fetch-site", "cross-site")], false),
            (vec![host, ("sec-fetch-site", "none")], false),
            (vec![host, ("origin", "https://genvej.example:8080")], true),
            (vec![host, ("origin", "https://genvej.example")], false),
            (vec![host, ("origin", "https://evil.example:8080")], false),
            (vec![host, ("origin", "null")], false),
        ] {
            assert_eq!(is_same_origin(&headers(&given)), allowed, "{given:?}");
        }
    }
}
