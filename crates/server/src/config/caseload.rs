//! The municipality's part of the caseworkers' list of cases. The built-in settings stand where the
//! file says nothing.

use serde::Deserialize;

/// The table `[caseload]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseloadSettings {
    /// A case that has been on standby for so many days is marked for a look. The
    /// municipality's own choice: the law sets no such day.
    pub standby_review_after_days: u16,
}

impl Default for CaseloadSettings {
    fn default() -> Self {
        Self { standby_review_after_days: 28 }
    }
}
