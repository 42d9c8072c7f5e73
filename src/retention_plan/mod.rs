//! What employer, employee and caseworker all see of a retention plan, read only: the document
//! both would sign, the plan in short, where it is and what has happened. Knows no calls and
//! nobody's page.

mod approvals;
mod comments;
mod course_line;
mod document;
mod history;
mod hours;
#[cfg(test)]
pub(crate) mod samples;
mod sections;
mod short;
mod words;

pub use course_line::CourseLine;
pub use document::RetentionDocument;
pub use history::CourseHistory;
pub use sections::section_body;
pub use short::PlanInShort;
pub use words::{Reader, section_name};
