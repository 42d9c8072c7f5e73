//! Seeing a citizen's pages as the citizen sees them (*se som borger*). A preview belongs to the
//! session that opened it, and is a handle to read through: another day, an invented citizen, a
//! calendar that is not published yet. The pages themselves are read by the citizen's own calls;
//! nothing here knows what is on them.

mod hidden;
mod letters;
mod onlooker;
mod open;
mod sample;
mod seen;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use sample::Samples;
pub use seen::{case_of, state_of};
pub use store::{Opened, close_all, close_left_behind, find};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(open::open))
        .routes(routes!(open::shown, open::close))
        .routes(routes!(hidden::hidden_times))
        .routes(routes!(letters::letters))
}
