//! From a caseworker's week to the times citizens can book. Wall-clock times stay put across
//! daylight saving; the zone is a parameter.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use crate::channel::ContactChannel;
use crate::holidays::ClosingDay;
use crate::work_week::{CalendarException, WeekTemplate, WorkPlace};

/// How long a conversation lasts in each channel the municipality offers, in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelLengths(pub Vec<(ContactChannel, u16)>);

impl ChannelLengths {
    /// Minutes of a conversation in `channel`; `None` when it is not offered.
    pub fn of(&self, channel: ContactChannel) -> Option<u16> {
        self.0.iter().find(|(offered, _)| *offered == channel).map(|(_, minutes)| *minutes)
    }
}

/// What to generate times from.
#[derive(Clone, Copy, Debug)]
pub struct SlotSource<'a> {
    /// The ordinary week.
    pub template: &'a WeekTemplate,
    /// Departures from it.
    pub exceptions: &'a [CalendarException],
    /// The municipality's closing days; public holidays are always closed.
    pub closing_days: &'a [ClosingDay],
    /// Conversation lengths.
    pub lengths: &'a ChannelLengths,
}

/// A time that can be published. As long as the longest channel it offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedSlot {
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Channels offered.
    pub channels: Vec<ContactChannel>,
    /// Where the caseworker sits.
    pub place: WorkPlace,
}
