//! The one place for time and randomness: everything else takes a `Clock`, so that a test and
//! the demonstration can decide what day it is. Knows nothing of cases or HTTP.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the time is, and where random values come from.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    StartingAt { start: DateTime<Utc>, since: Instant },
    Settable(Mutex<DateTime<Utc>>),
    OnDay { clock: Clock, day: NaiveDate },
    Repeatable { at: DateTime<Utc>, drawn: Arc<AtomicU64> },
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// A clock that shows `start` now and ticks from there.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::StartingAt { start, since: Instant::now() }))
    }

    /// A clock that stands still until it is [`Clock::set`].
    pub fn settable(at: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Settable(Mutex::new(at))))
    }

    /// A clock that stands still, and whose ids are the same ones in the same order whenever it
    /// is made anew: of invented people. Nothing secret is to be drawn from it.
    pub fn repeatable(at: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Repeatable { at, drawn: Arc::default() }))
    }

    /// This clock as it showed another time: it stands still, and draws from where this one does.
    pub fn back_at(&self, at: DateTime<Utc>) -> Self {
        match &*self.0 {
            Source::Repeatable { drawn, .. } => {
                Self(Arc::new(Source::Repeatable { at, drawn: Arc::clone(drawn) }))
            }
            _ => Self::settable(at),
        }
    }

    /// This clock on another day: the same time by the wall clock.
    pub fn on_day(&self, day: NaiveDate) -> Self {
        Self(Arc::new(Source::OnDay { clock: self.clone(), day }))
    }

    /// Sets a settable clock, and all its clones; another clock keeps its own time.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Source::Settable(time) = &*self.0 {
            *time.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        match &*self.0 {
            Source::System => machine_time(),
            Source::StartingAt { start, since } => *start + since.elapsed(),
            Source::Settable(time) => *time.lock().unwrap_or_else(PoisonError::into_inner),
            Source::OnDay { clock, day } => same_time_on(clock.now(), *day),
            Source::Repeatable { at, .. } => *at,
        }
    }

    /// Today's date in Denmark.
    pub fn today(&self) -> NaiveDate {
        local_date(self.now())
    }

    /// A new id (UUIDv7), in the order of this clock's time.
    pub fn new_id(&self) -> Uuid {
        self.id_at(self.now())
    }

    /// An id in the order of another time: of what is told of the past in a demonstration.
    pub fn id_at(&self, at: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        let bytes = match &*self.0 {
            Source::Repeatable { drawn, .. } => repeated(drawn.fetch_add(1, Ordering::Relaxed)),
            _ => random(),
        };
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// An id that says nothing of when it was made, nor of its order among others.
    pub fn random_id(&self) -> Uuid {
        let drawn: [u8; 32] = self.token();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&drawn[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// Thirty-two random bytes that nobody can guess.
    pub fn token(&self) -> [u8; 32] {
        random()
    }
}

#[expect(clippy::disallowed_methods, reason = "this module is where the time comes from")]
fn machine_time() -> DateTime<Utc> {
    Utc::now()
}

/// The same time by the wall clock on another day. One that daylight saving skips there is an
/// hour later.
fn same_time_on(now: DateTime<Utc>, day: NaiveDate) -> DateTime<Utc> {
    let wall = day.and_time(now.with_timezone(&Copenhagen).time());
    let on = |wall: NaiveDateTime| Copenhagen.from_local_datetime(&wall).earliest();
    on(wall).or_else(|| on(wall + TimeDelta::hours(1))).map_or(now, |at| at.to_utc())
}

/// An id of what is the same whenever it is looked at, though it is not in the database: a time
/// of a calendar that is not published.
pub fn id_of(at: DateTime<Utc>, whose: Uuid) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let mut bytes = [0; 10];
    bytes.iter_mut().zip(Sha256::digest(whose.as_bytes())).for_each(|(to, from)| *to = from);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

fn repeated(number: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    let digest = Sha256::digest(number.to_be_bytes());
    // The number leads, so that ids of one moment are in the order they were drawn.
    let (head, tail) = bytes.split_at_mut(4);
    head.copy_from_slice(&(number as u32).to_be_bytes());
    tail.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    bytes
}

#[expect(clippy::expect_used, reason = "without randomness no session is safe; stop at once")]
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A moment with Denmark's offset, as it goes over the wire.
pub fn to_local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&Copenhagen).fixed_offset()
}

/// The date in Denmark at a moment.
pub fn local_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Copenhagen).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn today_is_the_date_in_denmark() {
        let clock = Clock::settable(at("2026-06-30T22:30:00Z"));
        assert_eq!(clock.today().to_string(), "2026-07-01");
        clock.set(at("2026-12-31T22:30:00Z"));
        assert_eq!(clock.today().to_string(), "2026-12-31");
    }

    #[test]
    fn the_offset_follows_daylight_saving() {
        assert_eq!(to_local(at("2026-07-01T10:00:00Z")).to_rfc3339(), "2026-07-01T12:00:00+02:00");
        assert_eq!(to_local(at("2026-12-01T10:00:00Z")).to_rfc3339(), "2026-12-01T11:00:00+01:00");
    }

    #[test]
    fn ids_are_version_7_and_differ() {
        let clock = Clock::settable(at("2026-06-30T22:30:00Z"));
        let (one, other) = (clock.new_id(), clock.new_id());
        assert_eq!(one.get_version_num(), 7);
        assert_ne!(one, other);
    }

    #[test]
    fn a_clock_that_starts_elsewhere_ticks() {
        let start = at("2030-01-01T00:00:00Z");
        let clock = Clock::starting_at(start);
        assert!(clock.now() >= start);
        assert!(clock.now() < start + chrono::TimeDelta::minutes(5));
    }
}
