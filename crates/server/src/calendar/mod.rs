//! Caseworkers' calendars: the week template, its exceptions, what they give, publishing, and
//! the week as it stands. Which times come out is decided in `rules::slots`.

mod hours;
mod owner;
mod plan;
mod publish;
mod settings;
mod unpublished;
mod week;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use hours::Hours;
pub use plan::{channel_names, lengths, midnight, place_id, plan};
pub use publish::{carry_out, check_span};
pub use unpublished::Unpublished;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(week::calendar))
        .routes(routes!(week::withdraw_time))
        .routes(routes!(settings::settings))
        .routes(routes!(settings::save_template))
        .routes(routes!(settings::add_exception))
        .routes(routes!(settings::remove_exception))
        .routes(routes!(publish::preview))
        .routes(routes!(publish::publish))
}
