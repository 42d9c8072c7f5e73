//! What serde writes on the server is read here as it was, variant by variant.

use std::fmt::Debug;

use contract::ids::{CaseId, CaseworkerId, PreviewId};
use contract::preview::*;
use serde::Serialize;
use uuid::Uuid;

use super::*;
use crate::api::read::tests::tree;
use crate::citizen::samples;

#[track_caller]
pub(super) fn there_and_back<T: Serialize + Read + PartialEq + Debug>(sample: T) {
    let sent = serde_json::to_value(&sample).unwrap();
    assert_eq!(T::read(tree(sent)), Some(sample));
}

fn wall(text: &str) -> WallTime {
    text.parse().unwrap()
}

#[test]
fn the_case_and_its_bookings() {
    there_and_back(samples::overview());
    there_and_back(samples::options());
    there_and_back(samples::booking());
    there_and_back(Some(samples::time("2026-12-01T10:15:00+01:00")));
    let draft = BookingDraft {
        version: 3,
        participants: vec![Participant {
            kind: ParticipantKind::Union, name: "æøå 👍".into()
        }],
        topics: Topic::ALL.to_vec(),
        note: "\"a\"\n".into(),
    };
    there_and_back(draft);
}

#[test]
fn every_variant_of_what_is_due() {
    let day = samples::day("2026-12-01");
    there_and_back(ContactDuty::Closed { on: day });
    for because in [
        Because::FirstWithinWeeks { weeks: 8, from: day },
        Because::IntervalAfterConversation { weeks: 4, held_on: day },
        Because::MinimumInFirstHalfYear { required: 4, held: 2, until: day },
    ] {
        there_and_back(ContactDuty::Due(Deadline { book_by: day, hold_by: day, because }));
    }
    for exemption in [
        Exemption::EmployedAndExpectedBack { weeks: 4, expected_back: day },
        Exemption::Standby { since: day },
        Exemption::ByAgreement,
    ] {
        there_and_back(ContactDuty::Exempt(exemption));
    }
}

#[test]
fn every_variant_of_what_is_allowed() {
    let (on, reason) = (samples::day("2026-12-01"), || "Aftalt".to_owned());
    let until = samples::time("2026-12-01T10:15:00+01:00").starts_at;
    there_and_back(vec![
        SelfBooking::Open,
        SelfBooking::Withdrawn { reason: reason(), on },
        SelfBooking::CaseClosed,
    ]);
    there_and_back(vec![
        ChangeRight::Until { until },
        ChangeRight::TooLate { until },
        ChangeRight::Withdrawn,
        ChangeRight::CaseClosed,
        ChangeRight::Over,
    ]);
    there_and_back(vec![
        ChannelReason::FirstConversation,
        ChannelReason::FirstConversationElsewhere,
        ChannelReason::CitizenChooses,
        ChannelReason::Unlocked { reason: reason(), on },
        ChannelReason::Locked { reason: reason(), on },
        ChannelReason::NotOffered,
    ]);
}

#[test]
fn every_role() {
    let (case_id, caseworker_id) = (CaseId(Uuid::from_u128(1)), CaseworkerId(Uuid::from_u128(2)));
    for role in [
        Role::Citizen { case_id: Some(case_id) },
        Role::Citizen { case_id: None },
        Role::Employer {
            user_id: contract::ids::EmployerUserId(Uuid::from_u128(3)),
            company: "Solsikken".into(),
        },
        Role::Caseworker { caseworker_id, team_leader: true },
        Role::Preview { case_id, caseworker_id },
    ] {
        there_and_back(SignedIn { name: "Maja Holm".into(), role, expires_in_seconds: 1800 });
    }
}

#[test]
fn every_variant_of_the_calendar() {
    let (from, to) = (wall("09:00"), wall("12:00"));
    let (office, channels) =
        (WorkPlace::Office { place: "townhall".into() }, vec![ContactChannel::InPerson]);
    there_and_back(vec![
        Closure::PublicHoliday { holiday: PublicHoliday::GoodFriday },
        Closure::ClosingDay { name: "Grundlovsdag".into(), from: Some(to) },
    ]);
    let day = samples::day("2026-12-01");
    for kind in [
        ExceptionKind::AwayAllDay,
        ExceptionKind::Away { from, to },
        ExceptionKind::ExtraHours { from, to, channels: channels.clone(), place: office.clone() },
    ] {
        there_and_back(CalendarException { from_date: day, to_date: day, kind });
    }
    there_and_back(WeekTemplate {
        blocks: vec![
            WorkBlock { weekday: 1, from, to, channels, place: office },
            WorkBlock { weekday: 2, from, to, channels: Vec::new(), place: WorkPlace::Home },
        ],
        breaks: vec![WorkBreak { weekday: 1, from, to }],
        pause_minutes: 5,
    });
}

#[test]
fn a_view_of_a_citizens_pages() {
    let (case_id, caseworker_id) = (CaseId(Uuid::from_u128(1)), CaseworkerId(Uuid::from_u128(2)));
    let day = samples::day("2026-12-01");
    let span = PublishSpan { from: day, to: samples::day("2026-12-04") };
    let preview = Preview {
        id: PreviewId(Uuid::from_u128(3)),
        of: PreviewOf::Case { case_id },
        case_id,
        citizen: "Maja Holm".into(),
        on: day,
        other_day: true,
        calendar: Some(UnpublishedCalendar { caseworker_id, span }),
        plan_not_sent: true,
    };
    there_and_back(preview.clone());
    let of = PreviewOf::Sample { situation: DemoSituation::Standby };
    there_and_back(Preview { of, calendar: None, ..preview });
}

#[test]
fn times_that_a_citizen_does_not_see() {
    let day = samples::day("2026-12-24");
    let (starts_at, ends_at) = {
        let time = samples::time("2026-12-24T10:15:00+01:00");
        (time.starts_at, time.ends_at)
    };
    let time =
        |because| HiddenTime { starts_at, ends_at, caseworker: "Hanne Ravn".into(), because };
    let every = [
        WhyHidden::NoSelfBooking,
        WhyHidden::Closed,
        WhyHidden::OutsideHours,
        WhyHidden::NotPublished,
        WhyHidden::TooSoon,
        WhyHidden::BeyondHorizon,
        WhyHidden::OtherForm,
        WhyHidden::FormLocked,
        WhyHidden::Booked,
        WhyHidden::Kept,
        WhyHidden::CitizenBusy,
        WhyHidden::NoRoom,
        WhyHidden::OwnConversation,
        WhyHidden::OtherCaseworker,
        WhyHidden::SameStart,
    ];
    there_and_back(HiddenTimes {
        channel: ContactChannel::Video,
        week: samples::day("2026-12-21"),
        shown: 4,
        hold_by: Some(day),
        days: vec![HiddenDay {
            date: day,
            closed: Some(Closure::ClosingDay { name: "Juleaften".into(), from: None }),
            times: every.into_iter().map(time).collect(),
        }],
    });
}

#[test]
fn a_refusal_with_and_without_what_comes_with_it() {
    let mut problem = Problem {
        kind: "about:blank".into(),
        title: "Taken".into(),
        status: 409,
        code: ErrorCode::SlotTaken,
        errors: vec![FieldError::new("note", FieldCode::TooLong)],
        nearest: vec![samples::time("2026-12-01T10:15:00+01:00")],
        stored_draft: Some(BookingDraft::default()),
    };
    there_and_back(problem.clone());
    problem.errors.clear();
    problem.nearest.clear();
    problem.stored_draft = None;
    there_and_back(problem);
}

#[test]
fn other_shapes_are_refused() {
    for wrong in ["null", "[]", r#"{"demo": 1}"#, r#""text""#, "17"] {
        let json = tree(serde_json::from_str(wrong).unwrap());
        assert_eq!(Session::read(json), None, "{wrong}");
    }
}
