//! Contacts with employers: what caseworkers record, and the task "contact the employer before or
//! with the first conversation" (seeds C11, C12). When it is done is decided in
//! `rules::employer`.

mod record;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use store::{add, first_contacts, last_recorded, of_case, task, task_of, task_with};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(record::contacts, record::add_contact))
}
