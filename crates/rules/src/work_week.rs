//! What a caseworker's week looks like: the template, and the exceptions to it. Data and its
//! checks only; `slots` turns it into times.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::channel::ContactChannel;
use crate::wall_time::WallTime;

/// The ordinary week of one caseworker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WeekTemplate {
    /// Hours offered for conversations.
    pub blocks: Vec<WorkBlock>,
    /// Hours taken out of the blocks (lunch, team meeting).
    pub breaks: Vec<WorkBreak>,
    /// Minutes kept free after each conversation, for notes. A multiple of five.
    pub pause_minutes: u16,
}

/// Hours on one weekday in which conversations can be booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkBlock {
    /// ISO weekday: 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// Start, on the five-minute grid.
    pub from: WallTime,
    /// End, on the five-minute grid, after `from`.
    pub to: WallTime,
    /// Channels offered, at least one; never in person from home.
    pub channels: Vec<ContactChannel>,
    /// Where the caseworker sits.
    pub place: WorkPlace,
}

/// A break on one weekday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkBreak {
    /// ISO weekday: 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// Start.
    pub from: WallTime,
    /// End, after `from`.
    pub to: WallTime,
}

/// Where a caseworker works in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum WorkPlace {
    /// At home: phone and video only.
    #[serde(deserialize_with = "no_fields")]
    Home,
    /// At one of the municipality's places, by its id in the configuration.
    Office {
        /// The place's id.
        place: String,
    },
}

/// A departure from the week template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarException {
    /// First day.
    pub from_date: NaiveDate,
    /// Last day, the same or later.
    pub to_date: NaiveDate,
    /// What is different on those days.
    pub kind: ExceptionKind,
}

/// The kinds of exception.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ExceptionKind {
    /// Away the whole day (holiday, course).
    #[serde(deserialize_with = "no_fields")]
    AwayAllDay,
    /// Away part of the day.
    Away {
        /// Start.
        from: WallTime,
        /// End, after `from`.
        to: WallTime,
    },
    /// Extra hours beside the template.
    ExtraHours {
        /// Start.
        from: WallTime,
        /// End, after `from`.
        to: WallTime,
        /// Channels offered.
        channels: Vec<ContactChannel>,
        /// Where.
        place: WorkPlace,
    },
}

/// In a tagged enum, `deny_unknown_fields` lets a variant without fields take any: a mistyped
/// request would be read as something it does not say.
fn no_fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct NoFields {}
    NoFields::deserialize(deserializer).map(|NoFields {}| ())
}
