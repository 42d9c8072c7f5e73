//! Cases come from the case system in a file, because that is where they live: what the file would
//! do, row by row, and doing it, whole or not at all. The bytes become text (`encoding`), a table
//! (`table`), rows (`row`), which are compared with what is here (`known`, `compare`, `plan`) and
//! written (`write`). For team leaders.

mod compare;
mod encoding;
mod known;
mod plan;
mod routes;
mod row;
mod shown;
mod table;
mod write;

use axum::extract::DefaultBodyLimit;
use contract::limits;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use write::forget_left_behind;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(routes::dry_run))
        .routes(routes!(routes::import))
        .layer(DefaultBodyLimit::max(limits::IMPORT_BYTES))
}
