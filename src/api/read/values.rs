//! The plain values of answers: texts, numbers, lists, identifiers, days and times.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use contract::ids::{
    AccessLogEntryId, ActivityId, BookingId, CaseId, CaseworkerChangeId, CaseworkerId, DecisionId,
    EmployerContactId, EmployerUserId, ExceptionId, GroupSessionId, LetterId, OutboxMessageId,
    PreviewId, RoundTableId, RoundTableOfferId, TimeSlotId, WaitingOfferId,
};
use contract::rules::WallTime;

use super::{Json, Read};

impl Read for () {
    /// For answers whose content is of no interest.
    fn read(_: Json) -> Option<Self> {
        Some(())
    }
}

impl Read for bool {
    fn read(json: Json) -> Option<Self> {
        match json {
            Json::Bool(flag) => Some(flag),
            _ => None,
        }
    }
}

impl Read for String {
    fn read(json: Json) -> Option<Self> {
        json.text()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: Json) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::read(json).map(Some),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    /// A list that is left out is empty.
    fn read(json: Json) -> Option<Self> {
        match json {
            Json::Null => Some(Self::new()),
            Json::List(items) => items.into_iter().map(T::read).collect(),
            _ => None,
        }
    }
}

/// A whole number that is not negative.
fn whole(json: Json) -> Option<u32> {
    match json {
        Json::Number(number) if (0.0..=4_294_967_295.0).contains(&number) => Some(number as u32),
        _ => None,
    }
}

impl Read for u32 {
    fn read(json: Json) -> Option<Self> {
        whole(json)
    }
}

impl Read for u16 {
    fn read(json: Json) -> Option<Self> {
        whole(json)?.try_into().ok()
    }
}

impl Read for u8 {
    fn read(json: Json) -> Option<Self> {
        whole(json)?.try_into().ok()
    }
}

macro_rules! from_text {
    ($($name:ident)*) => {
        $(
            impl Read for $name {
                fn read(json: Json) -> Option<Self> {
                    json.text()?.parse().ok()
                }
            }
        )*
    };
}

from_text! {
    AccessLogEntryId ActivityId BookingId CaseId CaseworkerChangeId CaseworkerId DecisionId
    EmployerContactId EmployerUserId ExceptionId GroupSessionId LetterId OutboxMessageId PreviewId RoundTableId RoundTableOfferId TimeSlotId WaitingOfferId WallTime
}

impl Read for NaiveDate {
    fn read(json: Json) -> Option<Self> {
        day(&json.text()?)
    }
}

impl Read for DateTime<FixedOffset> {
    fn read(json: Json) -> Option<Self> {
        moment(&json.text()?)
    }
}

/// A day as `2026-12-01`. Of our own, like [`moment`]: chrono's reader takes every way of
/// writing a date, and 3 kB of a phone's download.
pub fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-').map(number);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
}

/// A moment as `2026-12-01T10:15:00+01:00`, which is how the contract writes them. Parts of a
/// second are dropped.
fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    let (date, time) = text.split_once('T')?;
    let (clock, offset) = time.split_at_checked(time.find(['+', '-', 'Z'])?)?;
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let mut parts = clock.splitn(3, ':').map(number);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let wall = NaiveDateTime::new(day(date)?, NaiveTime::from_hms_opt(hour, minute, second)?);
    wall.and_local_timezone(east(offset)?).single()
}

/// An offset as `+01:00`, or `Z` for none.
fn east(text: &str) -> Option<FixedOffset> {
    if text == "Z" {
        return FixedOffset::east_opt(0);
    }
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let seconds: i32 = (number(hours)? * 3600 + number(minutes)? * 60).try_into().ok()?;
    match text.as_bytes().first()? {
        b'+' => FixedOffset::east_opt(seconds),
        b'-' => FixedOffset::west_opt(seconds),
        _ => None,
    }
}

/// Up to four digits.
fn number(digits: &str) -> Option<u32> {
    let plain =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_chrono_writes_them() {
        for text in [
            "2026-12-01T10:15:00+01:00",
            "2026-06-30T23:59:59+02:00",
            "2024-02-29T00:00:00-03:30",
            "2026-12-01T10:15:00+00:00",
        ] {
            let expected: DateTime<FixedOffset> = text.parse().unwrap();
            let read = moment(text).unwrap();
            assert_eq!((read, read.offset()), (expected, expected.offset()), "{text}");
            assert_eq!(read.to_rfc3339(), text);
        }
    }

    #[test]
    fn parts_of_a_second_and_no_offset_are_understood() {
        let plain = moment("2026-12-01T10:15:07+00:00");
        assert_eq!(moment("2026-12-01T10:15:07.123456+00:00"), plain);
        assert_eq!(moment("2026-12-01T10:15:07Z"), plain);
    }

    #[test]
    fn what_is_no_day_or_moment_is_refused() {
        for text in ["", "2026", "2026-02-29", "2026-13-01", "æ-12-01", "2026-12-1x", "+2026-1-1"]
        {
            assert_eq!(day(text), None, "{text}");
        }
        let moments =
            ["2026-12-01", "2026-12-01T10:15", "2026-12-01T25:00:00+01:00", "TTTTTTTæ:00"];
        for text in moments {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_refused() {
        assert_eq!(u8::read(Json::Number(255.0)), Some(255));
        assert_eq!(u8::read(Json::Number(256.0)), None);
        assert_eq!(u32::read(Json::Number(-1.0)), None);
        assert_eq!(u32::read(Json::Number(f64::NAN)), None);
        assert_eq!(u32::read(Json::Text("1".into())), None);
    }
}
