//! Invented data for the tests of the citizen's pages.

use chrono::NaiveDate;
use contract::booking::{
    Booking, BookingDraft, BookingOptions, BookingState, Cancelled, CaseOverview,
    CaseworkerContact, ChangeRight, ChangedBy, ChannelOption, OfferedTime, PastBooking, Place,
    SelfBooking,
};
use contract::ids::{BookingId, TimeSlotId};
use contract::problem::{ErrorCode, Problem};
use contract::rules::{
    Because, ChannelChoice, ChannelReason, ContactChannel, ContactDuty, Deadline,
};
use uuid::Uuid;

use crate::api::ApiError;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn refusal(code: ErrorCode) -> ApiError {
    ApiError::Problem(Box::new(Problem {
        kind: "about:blank".into(),
        title: "Conflict".into(),
        status: 409,
        code,
        errors: Vec::new(),
        nearest: Vec::new(),
        stored_draft: None,
    }))
}

pub(crate) fn time(text: &str) -> OfferedTime {
    let starts_at = text.parse().expect("a time");
    OfferedTime {
        slot_id: TimeSlotId(Uuid::from_u128(7)),
        channel: ContactChannel::Phone,
        starts_at,
        ends_at: starts_at + chrono::TimeDelta::minutes(30),
        caseworker: "Mette Holm".into(),
        own_caseworker: true,
        place: None,
        changeable: true,
    }
}

pub(crate) fn caseworker() -> CaseworkerContact {
    CaseworkerContact { name: "Mette Holm".into(), phone: "70 10 20 31".into() }
}

pub(crate) fn deadline() -> Deadline {
    Deadline {
        book_by: day("2026-12-01"),
        hold_by: day("2026-12-08"),
        because: Because::FirstWithinWeeks { weeks: 8, from: day("2026-10-14") },
    }
}

pub(crate) fn withdrawn() -> SelfBooking {
    SelfBooking::Withdrawn { reason: "Vi finder tiderne sammen.".into(), on: day("2026-11-02") }
}

pub(crate) fn booking() -> Booking {
    let at = time("2026-12-01T10:15:00+01:00");
    Booking {
        id: BookingId(Uuid::from_u128(9)),
        state: BookingState::Booked,
        channel: ContactChannel::InPerson,
        starts_at: at.starts_at,
        ends_at: at.ends_at,
        caseworker: caseworker(),
        place: Some(Place { name: "Rådhuset".into(), address: "Torvet 1".into() }),
        room: Some("Lokale 2".into()),
        participants: Vec::new(),
        topics: Vec::new(),
        note: String::new(),
        change: ChangeRight::Until { until: at.starts_at },
        in_time: Some(true),
        sequence: 0,
        self_booked: true,
        moved: None,
        cancelled: None,
    }
}

pub(crate) fn cancelled(by: ChangedBy, at: &str) -> PastBooking {
    let at = at.parse().expect("a time");
    PastBooking {
        id: BookingId(Uuid::from_u128(8)),
        starts_at: time("2026-12-01T10:15:00+01:00").starts_at,
        channel: ContactChannel::Phone,
        state: BookingState::Cancelled,
        cancelled: Some(Cancelled { by, reason: Some("Jeg er syg.".into()), at }),
    }
}

pub(crate) fn overview() -> CaseOverview {
    CaseOverview {
        today: day("2026-11-23"),
        first_absence: day("2026-10-14"),
        employer: Some("Solsikken".into()),
        caseworker: caseworker(),
        duty: ContactDuty::Due(deadline()),
        overdue: false,
        next_booking: None,
        self_booking: SelfBooking::Open,
        channels: vec![ChannelChoice {
            channel: ContactChannel::Phone,
            allowed: true,
            because: ChannelReason::CitizenChooses,
        }],
        first_free: Some(time("2026-11-30T10:15:00+01:00")),
        held: Vec::new(),
        past: Vec::new(),
        retention: None,
        satisfaction_asked: false,
        waiting: None,
        group_on: None,
        group_offered: None,
        group_cancelled: None,
    }
}

pub(crate) fn options() -> BookingOptions {
    let overview = overview();
    BookingOptions {
        today: overview.today,
        duty: overview.duty,
        self_booking: SelfBooking::Open,
        caseworker: caseworker(),
        channels: overview
            .channels
            .into_iter()
            .map(|choice| ChannelOption { choice, minutes: 30, first_free: None })
            .collect(),
        next_booking: None,
        draft: BookingDraft::default(),
    }
}
