//! The cases: who will miss a deadline, and one case with what is decided about it.

mod bookings;
mod contact;
mod conversation_words;
mod decided;
mod decisions;
mod details;
mod letters;
mod list;
mod looks;
mod messages;
mod plan;
mod plan_line;
mod retention;
mod retention_line;
mod time_line;
mod times;
mod versions;
mod waiting;
mod whose;

pub use contact::UnsavedContact;
pub use conversation_words::in_short;
pub use details::CasePage;
pub use letters::{LettersPage, all_letters, one_letter};
pub use list::{CasesPage, WayBack};
pub use looks::LooksPage;
pub use plan::PlanPage;
pub use retention::RetentionPage;
pub use times::CaseTimesPage;
