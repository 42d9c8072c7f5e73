//! Danish public holidays and the municipality's closing days (DOMAIN 7.1). Valid for 2024
//! and later; earlier years lack Store Bededag. Knows no caseworker and no times.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

/// Easter Sunday of a year (the Gregorian computus). `None` for a year no calendar reaches.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let leap_centuries = century.div_euclid(4);
    let moon_shift = (8 * i64::from(century) + 13).div_euclid(25);
    let epact =
        (19 * i64::from(golden) + i64::from(century) - i64::from(leap_centuries) - moon_shift + 15)
            .rem_euclid(30);
    let weekday_shift = (32 + 2 * i64::from(century.rem_euclid(4)) + 2 * i64::from(of_century / 4)
        - epact
        - i64::from(of_century % 4))
    .rem_euclid(7);
    let late_moon = (i64::from(golden) + 11 * epact + 22 * weekday_shift).div_euclid(451);
    let days_from_march = epact + weekday_shift - 7 * late_moon + 21;
    NaiveDate::from_ymd_opt(year, 3, 1)?.checked_add_signed(TimeDelta::days(days_from_march))
}

/// The public holiday on that day, if it is one.
pub fn public_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    match (date.month(), date.day()) {
        (1, 1) => return Some(PublicHoliday::NewYearsDay),
        (12, 25) => return Some(PublicHoliday::ChristmasDay),
        (12, 26) => return Some(PublicHoliday::SecondChristmasDay),
        _ => {}
    }
    match date.signed_duration_since(easter_sunday(date.year())?).num_days() {
        -3 => Some(PublicHoliday::MaundyThursday),
        -2 => Some(PublicHoliday::GoodFriday),
        0 => Some(PublicHoliday::EasterSunday),
        1 => Some(PublicHoliday::EasterMonday),
        39 => Some(PublicHoliday::AscensionDay),
        49 => Some(PublicHoliday::WhitSunday),
        50 => Some(PublicHoliday::WhitMonday),
        _ => None,
    }
}

/// Why that day is closed, wholly or in part: a public holiday before a closing day, a whole
/// day before part of one, and of several parts the one that closes first.
pub fn closure_on(closing_days: &[ClosingDay], date: NaiveDate) -> Option<Closure> {
    if let Some(holiday) = public_holiday(date) {
        return Some(Closure::PublicHoliday { holiday });
    }
    closing_days
        .iter()
        .filter(|closing_day| closing_day.falls_on(date))
        // `None`, the whole day, is less than any time.
        .min_by_key(|closing_day| closing_day.from)
        .map(|closing_day| Closure::ClosingDay {
            name: closing_day.name.clone(),
            from: closing_day.from,
        })
}

/// Does the municipality work that day? Not at weekends, on public holidays or on whole
/// closing days; a day that closes early is a working day.
pub fn is_working_day(closing_days: &[ClosingDay], date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
        && !closure_on(closing_days, date).is_some_and(|closure| closure.is_whole_day())
}

/// The first working day after that day. `None` when there is none within two years, which
/// only a configuration that closes every day can cause.
pub fn next_working_day(closing_days: &[ClosingDay], date: NaiveDate) -> Option<NaiveDate> {
    date.iter_days().skip(1).take(SEARCH_DAYS).find(|day| is_working_day(closing_days, *day))
}

/// How far ahead to look for a working day before giving up.
pub(crate) const SEARCH_DAYS: usize = 731;

impl Closure {
    /// Is nothing possible on that day at all?
    pub const fn is_whole_day(&self) -> bool {
        matches!(self, Self::PublicHoliday { .. } | Self::ClosingDay { from: None, .. })
    }
}

impl ClosingDay {
    /// Is it on that day?
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        match self.on {
            ClosingDate::Yearly { month, day } => date.month() == month && date.day() == day,
            ClosingDate::Once(on) => on == date,
            ClosingDate::FromEaster(days) => TimeDelta::try_days(days)
                .and_then(|span| date.checked_sub_signed(span))
                .is_some_and(|sunday| easter_sunday(sunday.year()) == Some(sunday)),
        }
    }
}

/// The text is not "MM-DD", "YYYY-MM-DD" or "easter+N".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAClosingDate;

impl fmt::Display for NotAClosingDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a day as MM-DD, YYYY-MM-DD or easter+40")
    }
}

impl std::error::Error for NotAClosingDate {}

/// A leap year, so that 29 February can be a yearly closing day.
const LEAP_YEAR: i32 = 2024;
/// Furthest closing day from Easter, either way.
const MAX_DAYS_FROM_EASTER: i64 = 300;

impl FromStr for ClosingDate {
    type Err = NotAClosingDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(days) = text.strip_prefix("easter") {
            return days_from_easter(days).ok_or(NotAClosingDate);
        }
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [month, day] => yearly(month, day),
            [year, month, day] => once(year, month, day),
            _ => None,
        }
        .ok_or(NotAClosingDate)
    }
}

fn days_from_easter(text: &str) -> Option<ClosingDate> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'+' => (1, &text[1..]),
        b'-' => (-1, &text[1..]),
        _ => return None,
    };
    let days = i64::from(number(digits, 1..=3)?);
    (days <= MAX_DAYS_FROM_EASTER).then_some(ClosingDate::FromEaster(sign * days))
}

fn yearly(month: &str, day: &str) -> Option<ClosingDate> {
    let (month, day) = (number(month, 2..=2)?, number(day, 2..=2)?);
    NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).map(|_| ClosingDate::Yearly { month, day })
}

fn once(year: &str, month: &str, day: &str) -> Option<ClosingDate> {
    let year = i32::try_from(number(year, 4..=4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month, 2..=2)?, number(day, 2..=2)?).map(ClosingDate::Once)
}

fn number(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (length.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

impl fmt::Display for ClosingDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yearly { month, day } => write!(formatter, "{month:02}-{day:02}"),
            Self::Once(date) => write!(formatter, "{date}"),
            Self::FromEaster(days) => write!(formatter, "easter{days:+}"),
        }
    }
}

impl Serialize for ClosingDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClosingDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
