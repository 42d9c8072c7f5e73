//! The round-table conversation: employer, citizen and caseworker on video. The company offers
//! stretches of time, the citizen books a time of their own caseworker that lies in one. It is
//! no follow-up (I4), but nobody is in two places for it (I1): `booking::guard` has the last
//! word here as well.

mod book;
mod cancel;
mod offer;
mod store;
mod times;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use cancel::call_off_former;
pub use offer::{Host, offer_in, stretches};
pub use store::{between, booked, booked_with, coming, every, offers, shown};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(offer::offer))
        .routes(routes!(offer::withdraw))
        .routes(routes!(times::times))
        .routes(routes!(book::book))
        .routes(routes!(cancel::by_citizen))
        .routes(routes!(cancel::by_employer))
        .routes(routes!(cancel::by_staff))
}
