//! Who calls, and what they may do. Permission is a type: a handler that takes [`Citizen`]
//! cannot be reached by anybody else, and only the extractors here can make one.

pub mod cookie;
pub mod demo;
pub mod permission;
pub mod routes;
pub mod session;

pub(crate) use permission::caseworker_row as caseworker_of;
pub use permission::{Caseworker, Citizen, CitizenView, Employer, TeamLeader, Viewer};
pub use routes::routes;
pub use session::{Actor, CurrentSession};
