//! Danish public holidays and the municipality's closing days (DOMAIN 7.1).

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::wall_time::WallTime;

/// A statutory public holiday. Store Bededag is gone since 1 January 2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicHoliday {
    /// 1 January.
    NewYearsDay,
    /// Three days before Easter.
    MaundyThursday,
    /// Two days before Easter.
    GoodFriday,
    /// Easter Sunday.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 39 days after Easter.
    AscensionDay,
    /// 49 days after Easter.
    WhitSunday,
    /// 50 days after Easter.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

/// A day on which the municipality is closed beside the public holidays, wholly or from a
/// time on (Grundlovsdag, 24 and 31 December and the like are local: DOMAIN 7.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosingDay {
    /// When: "MM-DD" every year, "YYYY-MM-DD" once, or "easter+40" (days from Easter Sunday).
    pub on: ClosingDate,
    /// What it is called.
    pub name: String,
    /// Closed from this time on; the whole day when absent.
    #[serde(default)]
    pub from: Option<WallTime>,
}

/// When a closing day falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingDate {
    /// Every year on this month and day.
    Yearly {
        /// 1–12.
        month: u32,
        /// 1–31.
        day: u32,
    },
    /// Once.
    Once(NaiveDate),
    /// So many days from Easter Sunday.
    FromEaster(i64),
}

/// Why a day is closed, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Closure {
    /// A public holiday.
    PublicHoliday {
        /// Which.
        holiday: PublicHoliday,
    },
    /// A closing day of the municipality.
    ClosingDay {
        /// What it is called.
        name: String,
        /// Closed from this time on; the whole day when absent.
        from: Option<WallTime>,
    },
}

impl<'de> Deserialize<'de> for ClosingDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
impl Serialize for ClosingDate {
    fn serialize<S: serde::Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        todo!()
    }
}
impl FromStr for ClosingDate {
    type Err = &'static str;
    fn from_str(_text: &str) -> Result<Self, Self::Err> {
        todo!()
    }
}
