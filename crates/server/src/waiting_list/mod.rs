//! The waiting list for earlier times (decision 17): who waits for what (`citizen`), and what
//! becomes of a time that comes free. The first in line whom it fits (`offering`) has it for a
//! while, held in `booking::guard` under the offer's id; then the next (`Line`, `passing`). What
//! fits is asked of `booking::availability`: a time is offered to nobody who would not be shown it.

mod citizen;
mod line;
mod offering;
mod passing;
mod store;
mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use line::Line;
pub use passing::{end_what_is_over, offer_new_times, pass_on};
pub use store::{Kept, kept, kept_slots};
pub use view::{line_of, records};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(citizen::waiting_list, citizen::wait, citizen::leave))
        .routes(routes!(citizen::take))
        .routes(routes!(citizen::decline))
}
