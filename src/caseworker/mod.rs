//! The caseworker's area: the week, the calendar and what it publishes, and the cases
//! with their job plans.

mod actions;
mod calendar;
mod cases;
mod desk;
mod dialogs;
mod notice;
mod owner;
mod problems;
mod refusal;
mod week;
mod words;

pub use calendar::CalendarPage;
pub use cases::{CasePage, CaseTimesPage, CasesPage, PlanPage};
pub use desk::StaffDesk;
pub use week::WeekPage;
