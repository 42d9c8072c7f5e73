//! Waiting for an earlier time: what a citizen has asked for, and the times that came free and
//! were offered to them, one at a time and for nobody else meanwhile.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{ChannelChoice, ContactChannel};
use serde::{Deserialize, Serialize};

use crate::booking::{OfferedTime, Place, SelfBooking};
use crate::ids::WaitingOfferId;
use crate::problem::{FieldCode, FieldError};

/// What somebody waits for; the body of `PUT /api/citizen/waiting-list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WaitingWish {
    /// A time before this day.
    pub before: NaiveDate,
    /// In any of these forms.
    pub channels: Vec<ContactChannel>,
    /// On any of these weekdays: 1 is Monday, 7 is Sunday.
    pub weekdays: Vec<u8>,
}

/// `GET /api/citizen/waiting-list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingList {
    /// The first day on which a time can still be had: [`WaitingWish::before`] is after it.
    pub first: NaiveDate,
    /// May the citizen book, and so wait, and if not, why.
    pub self_booking: SelfBooking,
    /// Every form, open or locked.
    pub channels: Vec<ChannelChoice>,
    /// When the booked conversation starts.
    pub booked: Option<DateTime<FixedOffset>>,
    /// The last day that [`WaitingWish::before`] may be: that of the booked conversation, else the
    /// last day that can be booked; `first`, and so none, when the conversation cannot be moved any
    /// more.
    pub latest: NaiveDate,
    /// How long a time that comes free is kept, in minutes of daytime.
    pub minutes: u16,
    /// What to begin with.
    pub suggested: WaitingWish,
    /// What the citizen waits for.
    pub waiting: Option<Waiting>,
    /// How it ended when last they waited, when they do not wait now.
    pub ended: Option<WaitingEnded>,
    /// The first time that can be had at once and is before the one booked: then there is no need
    /// to wait.
    pub free_now: Option<OfferedTime>,
}

/// Somebody waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// For what.
    pub wish: WaitingWish,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// The time that is kept for them now.
    pub offer: Option<TimeOffer>,
}

/// A time that came free and is kept for one citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimeOffer {
    /// Which.
    pub id: WaitingOfferId,
    /// In which form.
    pub channel: ContactChannel,
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// With whom.
    pub caseworker: String,
    /// Where, for a visit.
    pub place: Option<Place>,
    /// Until when it is kept.
    pub until: DateTime<FixedOffset>,
}

/// How waiting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingEnded {
    /// Why.
    pub why: WaitingEnd,
    /// The day they waited for a time before.
    pub before: NaiveDate,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Why waiting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaitingEnd {
    /// The citizen took an offered time.
    Taken,
    /// The citizen did not want to wait any longer.
    Left,
    /// A conversation is booked as early as they had asked for.
    EarlyEnough,
    /// No time before the day can be booked any more.
    DatePassed,
    /// The booked conversation is so near that the citizen can move it no more.
    TooLate,
    /// The citizen does not book themselves any more.
    SelfBookingWithdrawn,
    /// The case is closed.
    CaseClosed,
}

impl WaitingEnd {
    /// Its name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Left => "left",
            Self::EarlyEnough => "early_enough",
            Self::DatePassed => "date_passed",
            Self::TooLate => "too_late",
            Self::SelfBookingWithdrawn => "self_booking_withdrawn",
            Self::CaseClosed => "case_closed",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [
            Self::Taken,
            Self::Left,
            Self::EarlyEnough,
            Self::DatePassed,
            Self::TooLate,
            Self::SelfBookingWithdrawn,
            Self::CaseClosed,
        ]
        .into_iter()
        .find(|end| end.as_str() == name)
    }
}

/// Waiting, on Min side and in the case's overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingLine {
    /// For a time before this day.
    pub before: NaiveDate,
    /// The time that is kept for them now.
    pub offer: Option<TimeOffer>,
}

/// Waiting from beginning to end, with what was offered: for the case page and one's own data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingRecord {
    /// For what.
    pub wish: WaitingWish,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// How it ended, when it has.
    pub ended: Option<WaitingEnded>,
    /// What was offered, the newest first.
    pub offers: Vec<OfferRecord>,
}

/// A time that was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferRecord {
    /// The time.
    pub offer: TimeOffer,
    /// When it was offered.
    pub offered_at: DateTime<FixedOffset>,
    /// What became of it.
    pub state: OfferState,
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfferState {
    /// The time is kept.
    Open,
    /// The citizen took it.
    Taken,
    /// It ran out.
    Lapsed,
    /// The citizen did not want it.
    Declined,
    /// The citizen had no use for it any more, or the caseworker took the time back.
    Withdrawn,
}

impl OfferState {
    /// Its name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Lapsed => "lapsed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Open, Self::Taken, Self::Lapsed, Self::Declined, Self::Withdrawn]
            .into_iter()
            .find(|state| state.as_str() == name)
    }
}

/// Checks what somebody asks for: a day after the `first` on which there can be a time and not after
/// `latest`, and at least one form and one weekday.
pub fn check_wish(wish: &WaitingWish, first: NaiveDate, latest: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if wish.before <= first || wish.before > latest {
        errors.push(FieldError::new("before", FieldCode::OutOfRange));
    }
    if wish.channels.is_empty() {
        errors.push(FieldError::new("channels", FieldCode::Missing));
    } else if wish.channels.len() > ContactChannel::ALL.len() {
        errors.push(FieldError::new("channels", FieldCode::TooMany));
    }
    if wish.weekdays.is_empty() {
        errors.push(FieldError::new("weekdays", FieldCode::Missing));
    } else if wish.weekdays.len() > 7 {
        errors.push(FieldError::new("weekdays", FieldCode::TooMany));
    } else if wish.weekdays.iter().any(|day| !(1..=7).contains(day)) {
        errors.push(FieldError::new("weekdays", FieldCode::OutOfRange));
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_names_a_day_to_come_a_form_and_a_weekday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let wish = |before: &str, channels: &[ContactChannel], weekdays: &[u8]| {
            let wish = WaitingWish {
                before: day(before),
                channels: channels.to_vec(),
                weekdays: weekdays.to_vec(),
            };
            let errors = check_wish(&wish, day("2026-12-01"), day("2026-12-20"));
            errors.into_iter().map(|error| error.field).collect::<Vec<_>>()
        };
        let phone = [ContactChannel::Phone];
        assert!(wish("2026-12-20", &phone, &[1, 7]).is_empty());
        assert!(wish("2026-12-02", &ContactChannel::ALL, &[3]).is_empty());
        assert_eq!(wish("2026-12-01", &phone, &[1]), ["before"]);
        assert_eq!(wish("2026-12-21", &phone, &[1]), ["before"]);
        assert_eq!(wish("2026-12-20", &[], &[]), ["channels", "weekdays"]);
        assert_eq!(wish("2026-12-20", &phone, &[0]), ["weekdays"]);
        assert_eq!(wish("2026-12-20", &phone, &[8]), ["weekdays"]);
    }

    #[test]
    fn names_in_storage_are_read_again() {
        for end in [WaitingEnd::Taken, WaitingEnd::EarlyEnough, WaitingEnd::DatePassed] {
            assert_eq!(WaitingEnd::parse(end.as_str()), Some(end));
        }
        for state in [OfferState::Open, OfferState::Lapsed, OfferState::Withdrawn] {
            assert_eq!(OfferState::parse(state.as_str()), Some(state));
        }
    }
}
