//! The caseworkers' list of cases: who will miss a deadline first, and what each case waits for.
//! Reads in a fixed number of statements whatever belongs to the cases, and then only decides. Each
//! subject says itself what is open with it; nothing is changed here.

mod attention;
mod list;
mod order;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list::cases))
}
