//! The citizen's area: what is next, booking, moving and cancelling a conversation, the job
//! plan, and who has looked at one's data.
//! Knows the server only through `api`, and no other area.

mod access_log;
pub mod booked;
pub mod booking;
mod desk;
mod details;
mod equipment;
mod job_plan;
mod overview;
mod own_data;
pub mod reasons;
#[cfg(test)]
pub(crate) mod samples;
mod sending;

pub use access_log::AccessLogPage;
pub use booked::{BookingPage, CancelPage};
pub use booking::{ChannelPage, CheckPage, Purpose, TimesPage};
pub use desk::Desk;
pub use details::DetailsPage;
pub use equipment::EquipmentPage;
pub use job_plan::{PlanDesk, page as job_plan_page};
pub use overview::OverviewPage;
