//! Whether a time is looked for to book it or to move a booking to it, and where the steps of
//! either are.

use chrono::{Datelike, Days, NaiveDate};
use contract::booking::OfferedTime;
use contract::ids::BookingId;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::Pick;
use crate::citizen::desk::use_desk;
use crate::routes::Route;

/// What a time is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To book it.
    Book,
    /// To move this booking to it.
    Move(BookingId),
}

impl Purpose {
    /// Where one came from.
    pub fn start(self) -> Route {
        match self {
            Self::Book => Route::My,
            Self::Move(id) => Route::Booking(id),
        }
    }

    /// Where the channel is chosen.
    pub fn channels(self) -> Route {
        match self {
            Self::Book => Route::Book,
            Self::Move(id) => Route::Move(id),
        }
    }

    /// Where the time is chosen.
    pub fn times(self, channel: ContactChannel, week: Option<NaiveDate>) -> Route {
        match self {
            Self::Book => Route::BookTimes(channel, week),
            Self::Move(id) => Route::MoveTimes(id, channel, week),
        }
    }

    /// Where everything is looked over. The week lets the page find the time again after a
    /// reload.
    pub fn check(self, time: &OfferedTime) -> Route {
        let week = Some(monday_of(time.starts_at.date_naive()));
        match self {
            Self::Book => Route::BookCheck(time.channel, time.slot_id, week),
            Self::Move(id) => Route::MoveCheck(id, time.channel, time.slot_id, week),
        }
    }

    /// Going on with a time. `replace` leaves no way back to a page whose time is gone. Call
    /// it inside a component.
    pub fn pick(self, replace: bool) -> Pick {
        let desk = use_desk();
        Pick {
            route: Callback::new(move |time| self.check(&time)),
            remember: Callback::new(move |time| desk.choose(time)),
            replace,
        }
    }
}

/// The Monday of a day's week.
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    let back = Days::new(date.weekday().num_days_from_monday().into());
    date.checked_sub_days(back).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn the_check_page_can_find_its_time_again() {
        let time = samples::time("2026-12-03T10:15:00+01:00");
        let path = Purpose::Book.check(&time).path();
        assert!(path.starts_with("/book/phone/") && path.ends_with("/check?week=2026-11-30"));
        let id = samples::booking().id;
        let path = Purpose::Move(id).check(&time).path();
        assert!(path.starts_with(&format!("/bookings/{id}/move/phone/")), "{path}");
    }

    #[test]
    fn weeks_begin_on_monday() {
        for day in ["2026-11-30", "2026-12-03", "2026-12-06"] {
            assert_eq!(monday_of(samples::day(day)), samples::day("2026-11-30"));
        }
    }
}
