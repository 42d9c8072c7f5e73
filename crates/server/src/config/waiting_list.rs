//! The municipality's part of waiting lists: how long something that has come free is kept for
//! whom it is offered to. The built-in settings stand where the file says nothing.

use rules::{OfferTerms, WallTime};
use serde::Deserialize;

/// The table `[waiting_list]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WaitingListSettings {
    /// So many minutes of daytime an offer stands.
    pub offer_minutes: u16,
    /// When the day begins.
    pub daytime_from: WallTime,
    /// When it ends.
    pub daytime_to: WallTime,
}

impl WaitingListSettings {
    /// What `rules` asks for.
    pub const fn terms(&self) -> OfferTerms {
        OfferTerms {
            minutes: self.offer_minutes,
            daytime_from: self.daytime_from,
            daytime_to: self.daytime_to,
        }
    }
}

impl Default for WaitingListSettings {
    fn default() -> Self {
        Self { offer_minutes: 30, daytime_from: WallTime::hour(8), daytime_to: WallTime::hour(20) }
    }
}
