//! Group sessions (DOMAIN C15, C16; *gruppeforløb*): voluntary, a few people and a caseworker,
//! about one theme. It is no follow-up conversation (I4), but nobody is in two places for it (I1):
//! `booking::guard` has the last word on leaders, rooms and citizens, the primary key of
//! `group_seat` on seats. No participant learns of another.

mod calendar_file;
mod citizen;
mod daily;
mod leader;
mod own;
mod plan;
mod seats;
mod shown;
mod staff;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use daily::{decide, pass_on};
pub use own::{OwnNews, news, own};
pub use plan::{Planned, plan_in};
pub use seats::{give_up, take};
pub use shown::led_between;
pub use store::coming;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(citizen::groups))
        .routes(routes!(citizen::wish))
        .routes(routes!(calendar_file::calendar_file))
        .routes(routes!(staff::groups, staff::plan))
        .routes(routes!(staff::group))
        .routes(routes!(staff::cancel))
        .routes(routes!(staff::note))
        .routes(routes!(leader::lead))
}
