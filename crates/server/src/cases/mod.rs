//! Sickness cases: what is known of one, what the rules say of it, and what caseworkers
//! decide. Knows bookings as facts; making them is `booking`'s business.

mod citizen;
mod decisions;
mod file;
mod overview;
mod staff;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use citizen::{NewCitizen, add_citizen, parse_cpr};
pub use file::{CaseFile, Matter, NeededBy, Standing, must_be_open};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(overview::citizen_overview))
        .routes(routes!(staff::cases))
        .routes(routes!(staff::case))
        .routes(routes!(staff::caseworkers))
        .routes(routes!(decisions::decide_channel))
        .routes(routes!(decisions::decide_self_booking))
}
