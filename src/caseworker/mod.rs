//! The caseworker's area: the week, the calendar and what it publishes, and the cases.

mod actions;
mod calendar;
mod cases;
mod desk;
mod dialogs;
mod notice;
mod owner;
mod refusal;
mod week;
mod words;

pub use calendar::CalendarPage;
pub use cases::{CasePage, CaseTimesPage, CasesPage};
pub use desk::StaffDesk;
pub use week::WeekPage;
