//! A citizen's question who has looked at their data.

use contract::access_log::AccessLog;
use contract::ids::AccessLogEntryId;
use contract::paths;

use super::{ApiError, get};
use crate::routes::with_query;

/// The looks before that one.
pub async fn before(entry: AccessLogEntryId) -> Result<AccessLog, ApiError> {
    get(&with_query(paths::CITIZEN_ACCESS_LOG, &[("before", Some(entry.to_string()))])).await
}
