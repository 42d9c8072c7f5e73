//! What goes out to the case system, as CSV or JSON, a few hundred cases at a time: however much
//! there is, little of it is in memory, and nobody's data leaves before the look is written down.
//! For team leaders. `docs/export.md` says what the columns mean.

mod body;
mod bookings;
mod contacts;
mod plans;
mod routes;

pub use self::body::csv_of;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(routes::bookings))
        .routes(routes!(routes::employer_contacts))
        .routes(routes!(routes::plans))
}
