//! HTTP around the subjects: the router, the layers every request passes, extractors and
//! errors. Knows no domain rule.

pub mod client;
pub mod compression;
pub mod encoding;
pub mod error;
pub mod extract;
pub mod files;
pub mod guards;
pub mod headers;
pub mod health;
pub mod observe;
pub mod openapi;
pub mod rate_limit;
pub mod router;

pub use error::ApiError;
pub use extract::{Json, Path, Query};
pub use router::router;
