//! The department's key figures, for the team and for each caseworker. What each figure counts is
//! said once, as SQL, in `counted`; `facts` writes down what the rules decide (`decided`), so that it
//! can be counted; `rules::suppress` says what is too little to tell. Decides nothing about a case.

mod board;
mod counted;
mod decided;
mod export;
mod facts;
mod months;
mod routes;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use self::facts::{refresh, rewrite};
use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(routes::board))
        .routes(routes!(routes::rows))
        .routes(routes!(routes::export))
}
