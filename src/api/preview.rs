//! Calls of a caseworker who sees a citizen's pages as the citizen does. The calls of the pages
//! themselves are the citizen's own.

use chrono::NaiveDate;
use contract::ids::PreviewId;
use contract::paths;
use contract::preview::{OpenPreview, Preview};
use contract::rules::ContactChannel;

use super::{ApiError, IdempotencyKey, delete, post};
use crate::routes::with_query;

/// Opens a view.
pub async fn open(key: &IdempotencyKey, what: &OpenPreview) -> Result<Preview, ApiError> {
    post(paths::STAFF_PREVIEWS, key, what).await
}

/// Closes it.
pub async fn close(id: PreviewId) -> Result<(), ApiError> {
    delete(&paths::staff_preview(id)).await
}

/// Where the times are that its citizen does not see.
pub fn hidden_times_url(id: PreviewId, channel: ContactChannel, week: NaiveDate) -> String {
    let channel = Some(channel.as_str().to_owned());
    let week = Some(week.to_string());
    with_query(&paths::staff_preview_hidden_times(id), &[("channel", channel), ("week", week)])
}
