//! The caseworker's area: the week, the calendar and what it publishes, and the cases
//! with their job plans, retention plans and contacts with employers; and the citizen's pages as
//! the citizen sees them; and for team leaders bringing cases in and taking data out.

mod actions;
mod calendar;
mod cases;
mod desk;
mod dialogs;
mod exchange;
mod groups;
mod kpi;
mod notice;
mod owner;
mod parts;
mod preview;
mod problems;
mod refusal;
mod remarks;
mod week;
mod words;

pub use calendar::CalendarPage;
pub use cases::{
    CasePage, CaseTimesPage, CasesPage, LettersPage, LooksPage, PlanPage, RetentionPage,
};
pub use desk::StaffDesk;
pub use exchange::ExchangePage;
pub use groups::{GroupPage, GroupsPage};
pub use kpi::KpiPage;
pub use preview::PreviewPage;
pub use remarks::RemarksPage;
pub use week::WeekPage;
