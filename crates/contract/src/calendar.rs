//! A caseworker's calendar: the week template, the exceptions, what they give, and what is
//! published.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rules::{
    CalendarException, Closure, ContactChannel, ExceptionKind, WeekTemplate, WorkBlock, WorkPlace,
};
use serde::{Deserialize, Serialize};

use crate::groups::GroupLine;
use crate::ids::{CaseId, CaseworkerId, ExceptionId, TimeSlotId};
use crate::limits;
use crate::problem::{FieldCode, FieldError};
use crate::retention_plan::RoundTable;
use crate::staff::CalendarBooking;

/// `GET /api/staff/calendar?caseworker=…&week=2026-12-07`: one week as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarWeek {
    /// Whose.
    pub caseworker_id: CaseworkerId,
    /// Name.
    pub caseworker: String,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The Monday of the week shown.
    pub week: NaiveDate,
    /// Monday to Sunday.
    pub days: Vec<CalendarDay>,
    /// Last day of the furthest published time.
    pub published_until: Option<NaiveDate>,
}

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// Holiday or closing day.
    pub closed: Option<Closure>,
    /// Published times without a booking, in order.
    pub free: Vec<PublishedTime>,
    /// Bookings, in order; cancelled ones left out.
    pub bookings: Vec<CalendarBooking>,
    /// Round-table conversations, in order; cancelled ones left out.
    pub round_tables: Vec<CalendarRoundTable>,
    /// Group sessions that the caseworker leads, in order; cancelled ones left out.
    pub groups: Vec<GroupLine>,
}

/// A round-table conversation in a caseworker's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarRoundTable {
    /// Whose case.
    pub case_id: CaseId,
    /// The citizen's name.
    pub citizen: String,
    /// When, and who else comes.
    pub round_table: RoundTable,
}

/// A published time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedTime {
    /// Which.
    pub id: TimeSlotId,
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End of the longest channel's conversation.
    pub ends_at: DateTime<FixedOffset>,
    /// Channels offered.
    pub channels: Vec<ContactChannel>,
    /// Where.
    pub place: WorkPlace,
    /// Kept until then for somebody on the waiting list.
    pub kept_until: Option<DateTime<FixedOffset>>,
}

/// `GET` and `PUT /api/staff/calendar/template`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StoredTemplate {
    /// The version this is based on; 0 for none. A stale one is refused.
    pub version: u32,
    /// The week.
    pub template: WeekTemplate,
}

/// `GET /api/staff/calendar/settings`: what the template and its exceptions may refer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarSettings {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The stored template.
    pub template: StoredTemplate,
    /// Exceptions that are not over, in order.
    pub exceptions: Vec<StoredException>,
    /// Places with rooms.
    pub places: Vec<PlaceOption>,
    /// Length of a conversation by channel.
    pub lengths: Vec<ChannelLength>,
    /// Last day that may be published (the horizon).
    pub horizon: NaiveDate,
}

/// A place a block can be at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceOption {
    /// Id in the configuration.
    pub id: String,
    /// Name.
    pub name: String,
    /// Number of rooms for visits.
    pub rooms: u32,
}

/// How long a conversation lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChannelLength {
    /// Channel.
    pub channel: ContactChannel,
    /// Minutes.
    pub minutes: u16,
}

/// A stored exception. `POST /api/staff/calendar/exceptions` takes a [`CalendarException`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredException {
    /// Which.
    pub id: ExceptionId,
    /// What.
    pub exception: CalendarException,
}

/// `POST /api/staff/calendar/previews` and `…/publications`: a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PublishSpan {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// `POST /api/staff/calendar/previews`: what the stored template, or the one given, would
/// publish. Stores nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PreviewTimes {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// A template being edited; the stored one when absent.
    #[serde(default)]
    pub template: Option<WeekTemplate>,
}

/// What publishing would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimesPreview {
    /// Every day of the span, in order.
    pub days: Vec<PreviewDay>,
    /// Times in all.
    pub total: u32,
}

/// One day of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewDay {
    /// The day.
    pub date: NaiveDate,
    /// Holiday or closing day; it may still have times if it closes only part of the day.
    pub closed: Option<Closure>,
    /// The times.
    pub times: Vec<PreviewTime>,
}

/// One time of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewTime {
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// Channels offered.
    pub channels: Vec<ContactChannel>,
    /// Where.
    pub place: WorkPlace,
    /// What publishing would do with it.
    pub change: PreviewChange,
}

/// What publishing does with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PreviewChange {
    /// It will appear.
    New,
    /// It is free, published already, and stays.
    Kept,
    /// It is booked, and stays. One that is no longer wanted is not offered again when its
    /// booking goes.
    Booked,
    /// A booking stands in its way; it will not appear.
    BlockedByBooking,
    /// It is published, free, and will disappear.
    Withdrawn,
}

/// What a publication did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Published {
    /// Times that appeared.
    pub added: u32,
    /// Times that stayed.
    pub kept: u32,
    /// Free times that disappeared.
    pub withdrawn: u32,
}

/// Checks a week template. Empty when all is well.
pub fn check_template(template: &WeekTemplate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if template.blocks.len() > limits::TEMPLATE_ROWS {
        errors.push(FieldError::new("blocks", FieldCode::TooMany));
    }
    if template.breaks.len() > limits::TEMPLATE_ROWS {
        errors.push(FieldError::new("breaks", FieldCode::TooMany));
    }
    if template.pause_minutes > 60 {
        errors.push(FieldError::new("pause_minutes", FieldCode::OutOfRange));
    } else if !template.pause_minutes.is_multiple_of(limits::GRID_MINUTES) {
        errors.push(FieldError::new("pause_minutes", FieldCode::OffGrid));
    }
    for (index, block) in template.blocks.iter().enumerate() {
        let row = format!("blocks[{index}]");
        check_weekday(&row, block.weekday, &mut errors);
        check_span(&row, block.from, block.to, &mut errors);
        check_offer(&row, &block.channels, &block.place, &mut errors);
        if template.blocks.iter().take(index).any(|earlier| overlap(earlier, block)) {
            errors.push(FieldError::new(format!("{row}.from"), FieldCode::Overlaps));
        }
    }
    for (index, pause) in template.breaks.iter().enumerate() {
        let row = format!("breaks[{index}]");
        check_weekday(&row, pause.weekday, &mut errors);
        check_span(&row, pause.from, pause.to, &mut errors);
    }
    errors
}

/// Checks an exception. Empty when all is well.
pub fn check_exception(exception: &CalendarException) -> Vec<FieldError> {
    let mut errors = Vec::new();
    check_year("from_date", exception.from_date, &mut errors);
    let days = (exception.to_date - exception.from_date).num_days();
    if days < 0 {
        errors.push(FieldError::new("to_date", FieldCode::EndNotAfterStart));
    } else if days > limits::CALENDAR_DAYS {
        errors.push(FieldError::new("to_date", FieldCode::OutOfRange));
    }
    match &exception.kind {
        ExceptionKind::AwayAllDay => {}
        ExceptionKind::Away { from, to } => check_span("kind", *from, *to, &mut errors),
        ExceptionKind::ExtraHours { from, to, channels, place } => {
            check_span("kind", *from, *to, &mut errors);
            check_offer("kind", channels, place, &mut errors);
        }
    }
    errors
}

/// Checks a span of days to publish or preview. Empty when all is well.
pub fn check_days(from: NaiveDate, to: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    check_year("from", from, &mut errors);
    let days = (to - from).num_days();
    if days < 0 {
        errors.push(FieldError::new("to", FieldCode::EndNotAfterStart));
    } else if days > limits::CALENDAR_DAYS {
        errors.push(FieldError::new("to", FieldCode::OutOfRange));
    }
    errors
}

fn check_year(field: &str, date: NaiveDate, errors: &mut Vec<FieldError>) {
    if !limits::YEARS.contains(&date.year()) {
        errors.push(FieldError::new(field, FieldCode::OutOfRange));
    }
}

fn overlap(one: &WorkBlock, other: &WorkBlock) -> bool {
    one.weekday == other.weekday && one.from < other.to && other.from < one.to
}

fn check_weekday(row: &str, weekday: u8, errors: &mut Vec<FieldError>) {
    if !(1..=7).contains(&weekday) {
        errors.push(FieldError::new(format!("{row}.weekday"), FieldCode::OutOfRange));
    }
}

fn check_span(row: &str, from: rules::WallTime, to: rules::WallTime, errors: &mut Vec<FieldError>) {
    if to <= from {
        errors.push(FieldError::new(format!("{row}.to"), FieldCode::EndNotAfterStart));
    }
    for (name, time) in [("from", from), ("to", to)] {
        if !time.minutes().is_multiple_of(limits::GRID_MINUTES) {
            errors.push(FieldError::new(format!("{row}.{name}"), FieldCode::OffGrid));
        }
    }
}

fn check_offer(
    row: &str,
    channels: &[ContactChannel],
    place: &WorkPlace,
    errors: &mut Vec<FieldError>,
) {
    if channels.is_empty() {
        errors.push(FieldError::new(format!("{row}.channels"), FieldCode::Missing));
    }
    if *place == WorkPlace::Home && channels.contains(&ContactChannel::InPerson) {
        errors.push(FieldError::new(format!("{row}.channels"), FieldCode::InPersonFromHome));
    }
}
