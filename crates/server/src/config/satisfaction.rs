//! The municipality's part of asking how a conversation was. The built-in settings stand where the
//! file says nothing.

use serde::Deserialize;

/// The table `[satisfaction]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SatisfactionSettings {
    /// Are citizens asked at all? The municipality decides.
    pub ask: bool,
    /// One can answer for so many days after the conversation.
    pub open_days: u16,
}

impl Default for SatisfactionSettings {
    fn default() -> Self {
        Self { ask: true, open_days: 30 }
    }
}
