//! What the citizen is written: a letter for each decision about their case, a message for whatever
//! else there is to tell, each with the day it leaves (`rules::letter_day`, I12). Beside the calendar
//! file the only place on the server with sentences, in Danish and English side by side. Delivers
//! nothing: what it writes is shown to staff as the citizen will get it.

mod compose;
mod dates;
mod decisions;
mod draft;
mod messages;
mod routes;
mod written;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use written::written;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(routes::letters)).routes(routes!(routes::preview_letter))
}
