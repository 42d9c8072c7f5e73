//! The citizen's area: what is next, and booking, moving and cancelling a conversation.
//! Knows the server only through `api`, and no other area.

pub mod booked;
pub mod booking;
mod desk;
mod details;
mod equipment;
mod overview;
pub mod reasons;
#[cfg(test)]
pub(crate) mod samples;
mod sending;

pub use booked::{BookingPage, CancelPage};
pub use booking::{ChannelPage, CheckPage, Purpose, TimesPage};
pub use desk::Desk;
pub use details::DetailsPage;
pub use equipment::EquipmentPage;
pub use overview::OverviewPage;
