//! A booking that is made: its receipt, its page, cancelling it.

mod cancel;
mod change;
mod facts;
mod receipt;

pub use self::cancel::CancelPage;
pub use self::change::change_sentence;
pub use self::facts::{CalendarLink, arrival, moved_by_caseworker};
pub use self::receipt::BookingPage;
