//! What goes out to the case system, as CSV or JSON, a few hundred cases at a time: however much
//! there is, little of it is in memory, and nobody's data leaves before the look is written down.
//! For team leaders. `docs/export.md` says what the columns mean.

mod body;
mod bookings;
mod contacts;
mod plans;
mod routes;

use chrono::{DateTime, FixedOffset, SubsecRound, Utc};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use self::body::csv_of;

use crate::clock::to_local;
use crate::state::AppState;

/// A moment as it goes out: Danish wall clock with its offset, in whole seconds, because other
/// programs stumble over more.
fn moment(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    to_local(at).trunc_subsecs(0)
}

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(routes::bookings))
        .routes(routes!(routes::employer_contacts))
        .routes(routes!(routes::plans))
}
