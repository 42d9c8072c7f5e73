//! Who has looked at a citizen's data (I7). Whoever is not the citizen comes to a case only
//! through the `gate`, which writes the look down before it hands anything over. Knows cases,
//! and nothing of what is done with them.

mod bulk;
mod gate;
mod log;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use bulk::{exported, imported};
pub use gate::{
    Look, Looker, listed, listed_employees, note, open_booking, open_case, open_case_because,
    open_case_in, open_employee, open_employee_draft, open_employee_in, previewed, sent_by_citizen,
    sent_by_employer,
};
pub use log::everything;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(log::access_log)).routes(routes!(log::staff_access_log))
}
