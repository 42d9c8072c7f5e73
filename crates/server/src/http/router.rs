//! Every route, and the layers they pass, as one list.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use contract::limits;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use super::{ApiError, compression, files, guards, headers, health, observe, openapi};
use crate::auth::{self, session};
use crate::state::AppState;
use crate::{
    access_log, booking, calendar, case_import, caseload, cases, draft, employer_contact, export,
    groups, job_plan, letters, own_data, preview, retention_plan, round_table, waiting_list,
};

/// The whole server.
pub fn router(state: AppState) -> Router {
    // Before the first request, which counts as well.
    health::recorder();
    let document = document().to_pretty_json().unwrap_or_default();
    let api = Router::from(api());
    let json = [(header::CONTENT_TYPE, "application/json")];
    let api = api
        .route("/api/openapi.json", get(async move || (json, document)))
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .layer(
            // From the outside in.
            ServiceBuilder::new()
                .layer(compression::layer())
                .layer(from_fn(headers::never_stored))
                .layer(from_fn(guards::same_origin))
                .layer(from_fn_with_state(state.clone(), session::load))
                .layer(from_fn(guards::preview_reads_only))
                .layer(from_fn_with_state(state.clone(), guards::rate_limit)),
        );
    Router::new()
        .merge(api)
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(files::serve)
        .layer(
            // From the outside in.
            ServiceBuilder::new()
                .layer(from_fn_with_state(state.clone(), observe::observe))
                .layer(from_fn(headers::security))
                .layer(CatchPanicLayer::custom(observe::panicked))
                .layer(from_fn_with_state(state.clone(), guards::in_time))
                .layer(from_fn(guards::small_enough))
                .layer(DefaultBodyLimit::max(limits::BODY_BYTES)),
        )
        .with_state(state)
}

/// The API's routes with their documentation.
fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(openapi::begin())
        .merge(auth::routes())
        .merge(booking::routes())
        .merge(cases::routes())
        .merge(caseload::routes())
        .merge(calendar::routes())
        .merge(draft::routes())
        .merge(job_plan::routes())
        .merge(retention_plan::routes())
        .merge(employer_contact::routes())
        .merge(round_table::routes())
        .merge(groups::routes())
        .merge(waiting_list::routes())
        .merge(preview::routes())
        .merge(letters::routes())
        .merge(case_import::routes())
        .merge(export::routes())
        .merge(access_log::routes())
        .merge(own_data::routes())
}

/// The document of the whole API, as `GET /api/openapi.json` answers it.
pub fn document() -> OpenApi {
    let mut document = api().into_openapi();
    openapi::complete(&mut document);
    document
}
