//! How long an offer stands, by example and whatever the terms.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Copenhagen;
use proptest::prelude::*;
use rules::{OfferTerms, WallTime};

fn terms(minutes: u16, from: &str, to: &str) -> OfferTerms {
    OfferTerms { minutes, daytime_from: from.parse().unwrap(), daytime_to: to.parse().unwrap() }
}

/// A moment in Denmark.
fn at(local: &str) -> DateTime<Utc> {
    local.parse::<DateTime<Utc>>().unwrap()
}

#[test]
fn an_offer_stands_for_its_minutes_of_daytime() {
    let half_an_hour = terms(30, "08:00", "20:00");
    // Offered, the last moment it can be taken, kept until.
    for (offered, latest, until, why) in [
        (
            "2026-12-01T10:00:00+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-01T10:30:00+01:00",
            "by day",
        ),
        (
            "2026-12-01T19:30:00+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-01T20:00:00+01:00",
            "just before the evening",
        ),
        (
            "2026-12-01T19:50:00+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-02T08:20:00+01:00",
            "the rest counts the next morning",
        ),
        (
            "2026-12-01T20:00:00+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-02T08:30:00+01:00",
            "in the evening",
        ),
        (
            "2026-12-01T23:59:30+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-02T08:30:00+01:00",
            "before midnight",
        ),
        (
            "2026-12-02T03:00:00+01:00",
            "2026-12-03T08:00:00+01:00",
            "2026-12-02T08:30:00+01:00",
            "at night",
        ),
        (
            "2026-12-02T08:00:00+01:00",
            "2026-12-02T08:30:00+01:00",
            "2026-12-02T08:30:00+01:00",
            "exactly in time",
        ),
        (
            "2027-03-27T20:00:00+01:00",
            "2027-03-30T08:00:00+02:00",
            "2027-03-28T08:30:00+02:00",
            "over the night that is short",
        ),
        (
            "2026-10-24T19:45:00+02:00",
            "2026-10-30T08:00:00+01:00",
            "2026-10-25T08:15:00+01:00",
            "over the night that is long",
        ),
    ] {
        let kept = half_an_hour.kept_until(at(offered), at(latest), &Copenhagen);
        assert_eq!(kept, Some(at(until)), "{why}");
    }
}

#[test]
fn what_cannot_be_kept_long_enough_is_offered_to_nobody() {
    let half_an_hour = terms(30, "08:00", "20:00");
    for (offered, latest, why) in [
        ("2026-12-01T10:00:00+01:00", "2026-12-01T10:29:59+01:00", "a second too little"),
        ("2026-12-01T20:00:00+01:00", "2026-12-02T08:00:00+01:00", "a night is no time to answer"),
        ("2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00+01:00", "over already"),
    ] {
        assert_eq!(half_an_hour.kept_until(at(offered), at(latest), &Copenhagen), None, "{why}");
    }
}

#[test]
fn long_offers_go_on_for_days() {
    let two_hours_a_day = terms(300, "10:00", "12:00");
    let (offered, latest) = (at("2026-12-01T11:00:00+01:00"), at("2026-12-31T11:00:00+01:00"));
    let kept = two_hours_a_day.kept_until(offered, latest, &Copenhagen);
    assert_eq!(kept, Some(at("2026-12-03T12:00:00+01:00")));
}

#[test]
fn days_without_daytime_keep_nothing() {
    for never in
        [terms(30, "20:00", "08:00"), terms(30, "08:00", "08:00"), terms(0, "08:00", "20:00")]
    {
        let (offered, latest) = (at("2026-12-01T11:00:00+01:00"), at("2026-12-31T11:00:00+01:00"));
        assert_eq!(never.kept_until(offered, latest, &Copenhagen), None);
    }
}

fn any_terms() -> impl Strategy<Value = OfferTerms> {
    (1_u16..=600, 0_u16..1440, 1_u16..=1440).prop_map(|(minutes, from, length)| OfferTerms {
        minutes,
        daytime_from: WallTime::from_minutes(from).unwrap(),
        daytime_to: WallTime::from_minutes((from + length).min(1440)).unwrap(),
    })
}

/// Any minute of two years, with their four nights of an hour more or less.
fn any_moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..2 * 365 * 24 * 60)
        .prop_map(|minutes| at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes))
}

/// Minutes of daytime between two moments, counted one by one.
fn daytime(terms: OfferTerms, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    let minutes = (to - from).num_minutes();
    let by_day = |minute: &i64| {
        let local = (from + TimeDelta::minutes(*minute)).with_timezone(&Copenhagen).time();
        let minute = chrono::Timelike::num_seconds_from_midnight(&local) / 60;
        (u32::from(terms.daytime_from.minutes())..u32::from(terms.daytime_to.minutes()))
            .contains(&minute)
    };
    i64::try_from((0..minutes).filter(by_day).count()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn it_is_kept_for_its_minutes_and_never_too_long(
        terms in any_terms(),
        offered in any_moment(),
        days in 0_i64..40,
    ) {
        let latest = offered + TimeDelta::days(days);
        if let Some(until) = terms.kept_until(offered, latest, &Copenhagen) {
            prop_assert!(offered < until && until <= latest);
            // The two nights when the clock is put forward or back count what the wall clock hides.
            let off = daytime(terms, offered, until) - i64::from(terms.minutes);
            prop_assert!(off.abs() <= 60, "{off} minutes off");
            let whole_days = (until - offered).num_days();
            let crosses = (0..=whole_days + 1).any(|day| {
                let midnight = offered + TimeDelta::days(day);
                let zone = |at: DateTime<Utc>| at.with_timezone(&Copenhagen).naive_local() - at.naive_utc();
                zone(midnight) != zone(midnight - TimeDelta::days(1))
            });
            prop_assert!(off == 0 || crosses, "{off} minutes off");
        }
    }

    #[test]
    fn more_time_to_take_it_never_keeps_it_shorter(
        terms in any_terms(),
        offered in any_moment(),
        hours in 0_i64..200,
        more in 0_i64..200,
    ) {
        let latest = offered + TimeDelta::hours(hours);
        let kept = terms.kept_until(offered, latest, &Copenhagen);
        if kept.is_some() {
            let later = terms.kept_until(offered, latest + TimeDelta::hours(more), &Copenhagen);
            prop_assert_eq!(later, kept);
        }
    }

    #[test]
    fn who_is_offered_it_later_has_it_later(
        terms in any_terms(),
        offered in any_moment(),
        later in 0_i64..3000,
    ) {
        let (latest, second) = (offered + TimeDelta::days(900), offered + TimeDelta::minutes(later));
        let first = terms.kept_until(offered, latest, &Copenhagen);
        prop_assert!(first <= terms.kept_until(second, latest, &Copenhagen));
    }
}
