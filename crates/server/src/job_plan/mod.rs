//! The citizen's job plan: private until it is shared, then a numbered version that
//! caseworkers read and answer. Knows what is typed only as a draft it reads once, to share
//! it. Nothing here can be reached by an employer (I5).

mod activities;
mod answers;
mod citizen;
mod share;
mod staff;
mod store;
mod words;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use activities::own_activities;
pub(crate) use share::share_in;
pub use staff::status;
pub use store::{SharedInShort, every_version, in_short, says, shared};
pub(crate) use words::write as write_words;
pub use words::{next_conversation, words_of};

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(citizen::job_plan))
        .routes(routes!(citizen::version))
        .routes(routes!(share::share))
        .routes(routes!(share::take_back))
        .routes(routes!(words::give_words))
        .routes(routes!(staff::job_plan))
        .routes(routes!(answers::comment))
        .routes(routes!(answers::agree))
        .routes(routes!(activities::add))
        .routes(routes!(activities::remove))
}
