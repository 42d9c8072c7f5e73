//! What the examples are made of.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use rules::rule_set::ExemptionCountedFrom;
use rules::{CaseFacts, ClosingDay, ContactChannel, ContactRuleSet, WallTime};

/// The day written "YYYY-MM-DD".
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The moment written in RFC 3339.
pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The time written "HH:MM".
pub fn at(text: &str) -> WallTime {
    text.parse().unwrap()
}

/// The rules of Slagelse today: every four weeks, the 26-week exemption.
pub fn slagelse() -> ContactRuleSet {
    ContactRuleSet {
        name: "2026".to_owned(),
        valid_from: day("2026-01-01"),
        valid_to: None,
        first_absence_from: None,
        first_followup_deadline_weeks: 8,
        min_followups_first_halfyear: 4,
        local_interval_weeks: Some(4),
        exempt_if_employed_and_expected_weeks: Some(26),
        exempt_counted_from: ExemptionCountedFrom::FirstAbsence,
        first_conversation_channels: vec![ContactChannel::InPerson],
        later_channels: ContactChannel::ALL.to_vec(),
        selfbook_deadline_days: 8,
        rebook_cutoff_hours: 24,
        employer_contact_required: true,
        employer_talk_weeks: 4,
        fasttrack_request_weeks: 5,
        min_plan_required_if_employed: false,
        min_plan_required_if_unemployed: false,
    }
}

/// A municipality that keeps to the statute: four in the first half year, then by agreement.
pub fn statute_only() -> ContactRuleSet {
    ContactRuleSet { local_interval_weeks: None, ..slagelse() }
}

/// A case of somebody without a job, first absent on the day of the vectors in DOMAIN 2.3.
pub fn case() -> CaseFacts {
    CaseFacts {
        first_absence: day("2026-01-14"),
        opened_on: day("2026-02-02"),
        employed: false,
        expected_back: None,
        standby_since: None,
        closed_on: None,
        held: Vec::new(),
    }
}

/// The same case with conversations held on those days.
pub fn case_with_held(days: &[&str]) -> CaseFacts {
    CaseFacts { held: days.iter().map(|text| day(text)).collect(), ..case() }
}

/// A whole closing day.
pub fn closed(on: &str, name: &str) -> ClosingDay {
    ClosingDay { on: on.parse().unwrap(), name: name.to_owned(), from: None }
}

/// A closing day from a time on.
pub fn closed_from(on: &str, name: &str, from: &str) -> ClosingDay {
    ClosingDay { from: Some(at(from)), ..closed(on, name) }
}

/// The four closing days most municipalities have (DOMAIN 7.1).
pub fn four_closing_days() -> Vec<ClosingDay> {
    vec![
        closed("06-05", "Constitution Day"),
        closed("12-24", "Christmas Eve"),
        closed("12-31", "New Year's Eve"),
        closed("easter+40", "Friday after Ascension"),
    ]
}

/// Days people could mean.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..365 * 40).prop_map(|days| day("2024-01-01") + TimeDelta::days(days))
}

/// Any day there is, up to the ends of the calendar.
pub fn any_day_at_all() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        any_day(),
        (NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce())
            .prop_filter_map("no such day", NaiveDate::from_num_days_from_ce_opt),
    ]
}
