//! The parts of Det Fælles Designsystem in use, one component each. Knows no domain words:
//! what is said comes from `text`, what happens from the page.

mod alert;
mod button;
mod card;
mod chip;
mod choice;
mod day;
mod details;
mod errors;
mod field;
mod file;
mod icon;
mod live;
mod modal;
mod page;
mod phone;
mod state;
mod table;

pub use alert::{Alert, AlertKind};
pub use button::{BackLink, Button, ButtonKind, LinkButton, Sending};
pub use card::Card;
pub use chip::Chip;
pub use choice::{CheckboxGroup, Choice, RadioGroup, Select};
pub use day::DayField;
pub use details::Details;
pub use errors::{ErrorSummary, FieldProblem, SUMMARY_ID, problem_of};
pub use field::{TextArea, TextField};
pub use file::{FileField, save_blob, save_text};
pub use icon::{Icon, IconKind};
pub use live::{Attribute, attribute, flag, live, live_if};
pub use modal::Modal;
pub use page::{Page, StepIndicator, focus_element};
pub use phone::{CallButton, PhoneLink};
pub use state::{Failed, Loading, NotFound, SignInNeeded, failure, show};
pub use table::{Table, Tag};
