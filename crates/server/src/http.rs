//! HTTP around the subjects: the router, the layers every request passes, extractors and
//! errors. Knows no domain rule.

pub mod client;
pub mod error;
pub mod extract;
pub mod rate_limit;

pub use error::ApiError;
pub use extract::{Json, Path, Query};
