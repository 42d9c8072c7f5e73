//! What both the citizen and the caseworker see of a job plan, read only: the document, the
//! picture of the way up, the comments and what changed since the version before. Knows no
//! calls and nobody's page.

mod activities;
mod answers;
mod changes;
mod comments;
mod document;
mod partial_return;
mod ramp_picture;
mod ramp_shape;
mod ramp_words;
#[cfg(test)]
pub(crate) mod samples;
mod small_ramp;
mod steps;
mod words;

pub use activities::Activities;
pub use changes::Differences;
pub use comments::comments_of;
pub use document::PlanDocument;
pub use ramp_picture::{RampNumbers, RampPicture};
pub use ramp_words::{ramp_remarks, total, worth_saying};
pub use small_ramp::small_ramp;
pub use steps::agreement;
pub use words::{Reader, activity_kind, leg_label, section_name};
