//! What citizens think of the conversations that were held (decision 19): asked once, answered in
//! confidence. An answer says whose it is until five or more are counted together, and nothing of it
//! is shown before. No call of staff reads what waits; the access log, which staff read as well, does
//! not know of it.

mod ask;
mod count;
mod own;
mod remarks;
mod reply;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use ask::{ask, is_asked};
pub use count::count;
pub use own::own;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(ask::page))
        .routes(routes!(reply::reply))
        .routes(routes!(reply::reply_by_link))
        .routes(routes!(remarks::remarks))
}
