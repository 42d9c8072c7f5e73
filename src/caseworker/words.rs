//! Words for states, closures, places and channels in the caseworker's area.

use chrono::{DateTime, FixedOffset};
use contract::booking::BookingState;
use contract::rules::{Closure, ContactChannel, PublicHoliday, WorkPlace};

use crate::text::{Texts, dates, fill};

/// The state of a booking, and the kind of its tag.
pub fn state(t: &Texts, state: BookingState) -> (&'static str, &'static str) {
    let words = &t.staff().week;
    match state {
        BookingState::Booked => (words.state_booked, "info"),
        BookingState::AwaitingOutcome => (words.state_awaiting, "warning"),
        BookingState::Held => (words.state_held, "success"),
        BookingState::NoShow => (words.state_no_show, "error"),
        BookingState::Cancelled => (words.state_cancelled, ""),
    }
}

/// Why a day is closed.
pub fn closure(t: &Texts, closure: &Closure) -> String {
    let words = &t.staff().week;
    match closure {
        Closure::PublicHoliday { holiday: which } => fill(words.closed, &[holiday(t, *which)]),
        Closure::ClosingDay { name, from: None } => fill(words.closed, &[name]),
        Closure::ClosingDay { name, from: Some(from) } => {
            fill(words.closed_from, &[&dates::wall_time(t.language, *from), name])
        }
    }
}

/// What a public holiday is called.
pub fn holiday(t: &Texts, holiday: PublicHoliday) -> &'static str {
    let words = &t.staff().week;
    match holiday {
        PublicHoliday::NewYearsDay => words.new_year,
        PublicHoliday::MaundyThursday => words.maundy_thursday,
        PublicHoliday::GoodFriday => words.good_friday,
        PublicHoliday::EasterSunday => words.easter_sunday,
        PublicHoliday::EasterMonday => words.easter_monday,
        PublicHoliday::AscensionDay => words.ascension,
        PublicHoliday::WhitSunday => words.whit_sunday,
        PublicHoliday::WhitMonday => words.whit_monday,
        PublicHoliday::ChristmasDay => words.christmas,
        PublicHoliday::SecondChristmasDay => words.second_christmas,
    }
}

/// "Telefon, Video".
pub fn channels(t: &Texts, channels: &[ContactChannel]) -> String {
    let names: Vec<_> = channels.iter().map(|channel| t.common.channel(*channel)).collect();
    names.join(", ")
}

/// "8. december 2026 kl. 10.15": conversations of a case may lie years back.
pub fn day_with_year(t: &Texts, at: &DateTime<FixedOffset>) -> String {
    let day = dates::date_with_year(t.language, at.date_naive());
    fill(t.staff().cases.day_and_time, &[&day, &dates::time(t.language, at)])
}

/// Where a time is.
pub fn place(t: &Texts, place: &WorkPlace) -> &'static str {
    match place {
        WorkPlace::Home => t.staff().week.home,
        WorkPlace::Office { .. } => t.staff().week.office,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn closed_days_are_named() {
        let t = Language::Da.texts();
        let christmas = Closure::PublicHoliday { holiday: PublicHoliday::ChristmasDay };
        assert_eq!(closure(t, &christmas), "Lukket: juledag");
        let half = Closure::ClosingDay {
            name: "Grundlovsdag".into(),
            from: contract::rules::WallTime::new(12, 0),
        };
        assert_eq!(closure(t, &half), "Lukket fra kl. 12.00: Grundlovsdag");
    }

    #[test]
    fn channels_stand_in_a_row() {
        let all = ContactChannel::ALL;
        assert_eq!(channels(Language::Da.texts(), &all), "Telefon, Video, Fremmøde");
    }
}
