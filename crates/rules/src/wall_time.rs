//! A time on the wall clock, to the minute, with no date and no zone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Minutes since midnight on the wall clock in Denmark; written "HH:MM".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(u16);

impl WallTime {
    /// The time at `hour`:`minute`; `None` outside 00:00–24:00.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if minute < 60 && hour < 24 || hour == 24 && minute == 0 {
            Some(Self(hour * 60 + minute))
        } else {
            None
        }
    }

    /// A full hour of the day, at the latest the end of it.
    pub const fn hour(hour: u8) -> Self {
        Self(if hour < 24 { hour as u16 * 60 } else { 24 * 60 })
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// This time `minutes` later; `None` past midnight.
    pub const fn plus(self, minutes: u16) -> Option<Self> {
        match self.0.checked_add(minutes) {
            Some(total) if total <= 24 * 60 => Some(Self(total)),
            _ => None,
        }
    }

    /// The time that many minutes after midnight; `None` past midnight.
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        Self(0).plus(minutes)
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The text is not a time "HH:MM".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAWallTime;

impl fmt::Display for NotAWallTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a time as HH:MM")
    }
}

impl std::error::Error for NotAWallTime {}

impl FromStr for WallTime {
    type Err = NotAWallTime;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hour, minute) = text.split_once(':').ok_or(NotAWallTime)?;
        let digits = |part: &str| -> Option<u16> {
            (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        digits(hour)
            .zip(digits(minute))
            .and_then(|(hour, minute)| Self::new(hour, minute))
            .ok_or(NotAWallTime)
    }
}

impl Serialize for WallTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WallTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for WallTime {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("A wall-clock time, HH:MM"))
            .pattern(Some("^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for WallTime {}
