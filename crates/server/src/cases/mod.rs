//! Sickness cases: what is known of one, what the rules say of it, whose it is, and what
//! caseworkers decide. Knows bookings as facts; making them is `booking`'s business.

mod caseworker;
mod citizen;
mod decisions;
mod file;
mod files;
mod overview;
mod set;
mod staff;
mod time_line;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use caseworker::{changes as caseworker_changes, names as caseworker_names};
pub use citizen::{NewCitizen, add_citizen, add_citizens, parse_cpr};
pub use decisions::decisions;
pub use file::{CaseFile, Matter, NeededBy, Standing, is_closed, must_be_open};
pub use set::CaseSet;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(overview::citizen_overview))
        .routes(routes!(staff::case))
        .routes(routes!(staff::caseworkers))
        .routes(routes!(caseworker::change_caseworker))
        .routes(routes!(decisions::decide_channel))
        .routes(routes!(decisions::decide_self_booking))
}
