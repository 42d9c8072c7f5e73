//! The shapes of the answers: which fields each has. A field that is forgotten does not
//! compile; that the names are the server's is tested by reading what serde writes.

use contract::booking::*;
use contract::calendar::*;
use contract::problem::{ErrorCode, FieldCode, FieldError, Problem};
use contract::rules::*;
use contract::session::*;
use contract::staff::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

/// Objects with the same fields as their type.
macro_rules! records {
    ($($name:ident { $($field:ident),* })*) => {
        $(
            impl Read for $name {
                fn read(json: Json) -> Option<Self> {
                    let mut fields = json.fields()?;
                    Some(Self { $($field: fields.take(stringify!($field))?),* })
                }
            }
        )*
    };
}

/// Objects that say in one field which variant they are.
macro_rules! variants {
    ($($name:ident by $tag:literal {
        $($word:literal => $variant:ident $({ $($field:ident),* })? $(($inner:ident))?),*
    })*) => {
        $(
            impl Read for $name {
                fn read(json: Json) -> Option<Self> {
                    let mut fields = json.fields()?;
                    let word: String = fields.take($tag)?;
                    match word.as_str() {
                        $($word => Some(Self::$variant
                            $({ $($field: fields.take(stringify!($field))?),* })?
                            $(($inner::read(fields.rest())?))?
                        ),)*
                        _ => None,
                    }
                }
            }
        )*
    };
}

/// Words, each a variant without data: serde knows them.
macro_rules! words {
    ($($name:ident)*) => {
        $(
            impl Read for $name {
                fn read(json: Json) -> Option<Self> {
                    let word: StringDeserializer<Error> = json.text()?.into_deserializer();
                    Self::deserialize(word).ok()
                }
            }
        )*
    };
}

mod case;
mod caseload;
mod exchange;
mod groups;
mod kpi;
mod plan;
mod preview;
mod retention;
mod satisfaction;
mod waiting;

words! {
    BookingState ChangedBy ContactChannel DemoRole DemoSituation ErrorCode FieldCode
    ParticipantKind PreviewChange PublicHoliday Topic WhoseTimes
}

records! {
    Session { signed_in, demo, municipality }
    SignedIn { name, role, expires_in_seconds }
    Municipality {
        name, unit_name, phone, phone_hours, phone_hours_en, email, address,
        accessibility_url, cookies_url
    }
    DemoPersona { key, name, role, situation }
    FieldError { field, code }
    CaseOverview {
        today, first_absence, employer, caseworker, duty, overdue, next_booking,
        self_booking, channels, first_free, held, past, retention, satisfaction_asked, waiting, group_on, group_offered,
        group_cancelled
    }
    PastBooking { id, starts_at, channel, state, cancelled }
    Cancelled { by, reason, at }
    Moved { by, from, channel, at }
    CaseworkerContact { name, phone }
    BookingOptions { today, duty, self_booking, caseworker, channels, next_booking, draft }
    ChannelOption { choice, minutes, first_free }
    ChannelChoice { channel, allowed, because }
    Deadline { book_by, hold_by, because }
    OfferedTime { slot_id, channel, starts_at, ends_at, caseworker, own_caseworker, place, changeable }
    Place { name, address }
    FreeTimes {
        channel, week, days, first_free, previous_week, next_week, whose, hold_by,
        any_before_deadline
    }
    FreeDay { date, times }
    Booking {
        id, state, channel, starts_at, ends_at, caseworker, place, room, participants,
        topics, note, change, in_time, sequence, self_booked, moved, cancelled
    }
    Participant { kind, name }
    BookingDraft { version, participants, topics, note }
}

records! {
    CalendarWeek { caseworker_id, caseworker, today, week, days, published_until }
    CalendarDay { date, closed, free, bookings, round_tables, groups }
    CalendarRoundTable { case_id, citizen, round_table }
    PublishedTime { id, starts_at, ends_at, channels, place, kept_until }
    CalendarBooking {
        id, case_id, citizen, state, channel, starts_at, ends_at, room, participants, words
    }
    CalendarSettings { today, template, exceptions, places, lengths, horizon }
    StoredTemplate { version, template }
    WeekTemplate { blocks, breaks, pause_minutes }
    WorkBlock { weekday, from, to, channels, place }
    WorkBreak { weekday, from, to }
    StoredException { id, exception }
    CalendarException { from_date, to_date, kind }
    PlaceOption { id, name, rooms }
    ChannelLength { channel, minutes }
    TimesPreview { days, total }
    PreviewDay { date, closed, times }
    PreviewTime { starts_at, ends_at, channels, place, change }
    Published { added, kept, withdrawn }
    CaseworkerRow { id, name, initials }
    CaseDetails {
        id, case_number, citizen, overview, caseworker, rule_set, time_line, decisions,
        waiting, bookings, job_plan, next_conversation, retention, employer_contacts, messages
    }
}

variants! {
    Role by "kind" {
        "citizen" => Citizen { case_id },
        "employer" => Employer { user_id, company },
        "caseworker" => Caseworker { caseworker_id, team_leader },
        "preview" => Preview { case_id, caseworker_id }
    }
    SelfBooking by "kind" {
        "open" => Open,
        "withdrawn" => Withdrawn { reason, on },
        "case_closed" => CaseClosed
    }
    ChangeRight by "kind" {
        "until" => Until { until },
        "too_late" => TooLate { until },
        "withdrawn" => Withdrawn,
        "case_closed" => CaseClosed,
        "over" => Over
    }
    ContactDuty by "kind" {
        "due" => Due(Deadline),
        "exempt" => Exempt(Exemption),
        "closed" => Closed { on }
    }
    Because by "rule" {
        "first_within_weeks" => FirstWithinWeeks { weeks, from },
        "interval_after_conversation" => IntervalAfterConversation { weeks, held_on },
        "minimum_in_first_half_year" => MinimumInFirstHalfYear { required, held, until }
    }
    Exemption by "rule" {
        "employed_and_expected_back" => EmployedAndExpectedBack { weeks, expected_back },
        "standby" => Standby { since },
        "by_agreement" => ByAgreement
    }
    ChannelReason by "kind" {
        "first_conversation" => FirstConversation,
        "first_conversation_elsewhere" => FirstConversationElsewhere,
        "citizen_chooses" => CitizenChooses,
        "unlocked" => Unlocked { reason, on },
        "locked" => Locked { reason, on },
        "not_offered" => NotOffered
    }
    Closure by "kind" {
        "public_holiday" => PublicHoliday { holiday },
        "closing_day" => ClosingDay { name, from }
    }
    WorkPlace by "kind" {
        "home" => Home,
        "office" => Office { place }
    }
    ExceptionKind by "kind" {
        "away_all_day" => AwayAllDay,
        "away" => Away { from, to },
        "extra_hours" => ExtraHours { from, to, channels, place }
    }
}

impl Read for Problem {
    /// By hand: one of its fields has a name that Rust keeps for itself.
    fn read(json: Json) -> Option<Self> {
        let mut fields = json.fields()?;
        Some(Self {
            kind: fields.take("type")?,
            title: fields.take("title")?,
            status: fields.take("status")?,
            code: fields.take("code")?,
            errors: fields.take("errors")?,
            nearest: fields.take("nearest")?,
            stored_draft: fields.take("stored_draft")?,
        })
    }
}

#[cfg(test)]
mod tests;
