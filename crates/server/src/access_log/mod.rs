//! Who has looked at a citizen's data (I7). Whoever is not the citizen comes to a case only
//! through the `gate`, which writes the look down before it hands anything over. Knows cases,
//! and nothing of what is done with them.

mod gate;
mod log;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use gate::{Look, listed, note, open_booking, open_case, open_case_in, previewed};
pub use log::everything;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(log::access_log))
}
