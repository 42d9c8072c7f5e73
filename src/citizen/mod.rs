//! The citizen's area: what is next, booking, moving and cancelling a conversation, waiting for an
//! earlier time, the plans, group sessions, how a conversation was, and who has looked at one's data.
//! Knows the server only through `api`, and no other area. Staff draw a case's days and looks with
//! parts of it.

mod access_log;
pub mod booked;
pub mod booking;
mod desk;
mod details;
mod equipment;
mod form_desk;
mod groups;
mod job_plan;
mod kept;
pub mod overview;
mod own_data;
pub mod reasons;
mod retention_plan;
#[cfg(test)]
pub(crate) mod samples;
mod satisfaction;
mod sending;
mod steps_ahead;
mod waiting;

pub use access_log::{AccessLogPage, Looks, MoreLooks};
pub use booked::{BookingPage, CancelPage};
pub use booking::{ChannelPage, CheckPage, Purpose, TimesPage};
pub use desk::Desk;
pub use details::DetailsPage;
pub use equipment::EquipmentPage;
pub use groups::GroupsPage;
pub use job_plan::{PlanDesk, page as job_plan_page};
pub use overview::OverviewPage;
pub use retention_plan::{RetentionDesk, page as retention_page};
pub use satisfaction::{SatisfactionDesk, SatisfactionLinkPage, SatisfactionPage};
pub use waiting::WaitingPage;
