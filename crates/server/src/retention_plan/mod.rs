//! The retention plan (*fastholdelsesplan*, § 7 b): the employer writes, the employee answers, the
//! municipality reads what both have agreed. Who may do what next is decided in `rules::course`;
//! here a move is one transaction with its look, its event and its message. What each of the
//! three may read is decided in one place, `store::Reader`.

mod answers;
mod citizen;
mod draft;
mod employer;
mod moves;
mod previous;
pub mod reminders;
mod staff;
mod status;
mod steps;
mod store;
mod unanswered;
mod view;
mod words;

use contract::retention_plan::RetentionPlan;
use rules::ramp::RampUpStep;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use answers::make_in as citizen_move;
pub use employer::{employer_page, make_in as employer_move};
pub use moves::Mover;
pub use status::{lies_unsent, line, own, reached_staff, status, waiting};
pub use store::Reader;
pub use unanswered::{FailedStep, unanswered};
pub use words::looks_like_health;

use crate::state::AppState;

/// The routes of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(citizen::page))
        .routes(routes!(citizen::version))
        .routes(routes!(answers::make))
        .routes(routes!(steps::report))
        .routes(routes!(employer::employees))
        .routes(routes!(employer::page))
        .routes(routes!(employer::version))
        .routes(routes!(employer::make))
        .routes(routes!(draft::draft, draft::save_draft))
        .routes(routes!(draft::draft_key))
        .routes(routes!(staff::page))
        .routes(routes!(staff::make))
}

/// Minutes of work a week at the first and the last step of a plan; none without steps.
pub fn hours_at_the_ends(plan: &RetentionPlan) -> Option<(i32, i32)> {
    let steps: Vec<RampUpStep> = plan.ramp.iter().map(|row| row.step).collect();
    let steps = rules::ramp::in_order(&steps);
    let minutes = |step: &RampUpStep| i32::from(step.hours.minutes);
    steps.first().map(minutes).zip(steps.last().map(minutes))
}
