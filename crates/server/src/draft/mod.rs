//! What is typed in a form and not sent yet, field by field (I9): one place for every form.
//! Knows no form's fields but what `contract::draft` says of them.

mod key;
mod routes;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use key::key_of;
pub use store::{Writer, empty, load, load_written, lock, remove_others, save};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(routes::draft, routes::save_draft))
        .routes(routes!(key::draft_key))
}
