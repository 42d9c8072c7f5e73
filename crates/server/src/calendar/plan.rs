//! What publishing would do to a span of days. The preview shows this plan and the publication
//! carries it out, so that the two cannot differ.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::calendar::{
    PreviewChange, PreviewDay, PreviewTime, PublishSpan, StoredException, StoredTemplate,
    TimesPreview,
};
use contract::ids::{CaseworkerId, ExceptionId};
use rules::slots::{ChannelLengths, GeneratedSlot, generate};
use rules::{CalendarException, ContactChannel, WeekTemplate, WorkPlace};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::hours::Hours;
use crate::booking::guard::Stretch;
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;
use crate::db::entities::{calendar_exception, time_slot, waiting_offer, week_template};
use crate::http::error::ApiError;
use crate::waiting_list;

/// What to do, time by time, in order of start.
#[derive(Debug)]
pub struct Plan {
    /// Each time and what happens to it.
    pub steps: Vec<Step>,
}

/// One time of a plan.
#[derive(Clone, Debug)]
pub enum Step {
    /// Appears.
    Add(GeneratedSlot),
    /// Stays as it is.
    Keep(time_slot::Model),
    /// Booked and taken out of the calendar before; wanted again, and offered once it is free.
    Restore(time_slot::Model),
    /// Booked, and no longer wanted: its booking stays, and nobody gets the time after it.
    KeepBooked(time_slot::Model),
    /// Cannot appear: a booking is in its way.
    Blocked(GeneratedSlot),
    /// Free, and no longer wanted.
    Withdraw(time_slot::Model),
}

/// Makes the plan for a span, from `template` or the stored one. The past is left alone.
///
/// # Errors
/// When the database fails.
pub async fn plan(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    whose: CaseworkerId,
    span: PublishSpan,
    template: Option<&WeekTemplate>,
    now: DateTime<Utc>,
) -> Result<Plan, ApiError> {
    let mut hours = Hours::of(db, whose, span.from).await?;
    if let Some(template) = template {
        hours.template = template.clone();
    }
    plan_of(db, config, whose, span, &hours, now).await
}

/// The same from hours that may be anybody's.
pub(super) async fn plan_of(
    db: &impl ConnectionTrait,
    config: &MunicipalityConfig,
    whose: CaseworkerId,
    span: PublishSpan,
    hours: &Hours,
    now: DateTime<Utc>,
) -> Result<Plan, ApiError> {
    let lengths = lengths(config);
    let source = hours.source(config, &lengths);
    let wanted = generate(source, span.from, span.to, &Copenhagen);
    let published = published(db, whose, span).await?;
    let kept = waiting_list::kept_slots(db, whose.0, now).await?;
    let coming = |start: DateTime<Utc>| start > now;
    Ok(compare(
        wanted.into_iter().filter(|slot| coming(slot.starts_at)).collect(),
        published.into_iter().filter(|slot| coming(slot.starts_at)).collect(),
        &kept,
    ))
}

fn compare(
    wanted: Vec<GeneratedSlot>,
    published: Vec<time_slot::Model>,
    kept: &HashMap<Uuid, waiting_offer::Model>,
) -> Plan {
    let is_booked = |slot: &time_slot::Model| slot.taken > 0;
    let mut steps = Vec::with_capacity(wanted.len());
    let mut published: Vec<Option<time_slot::Model>> = published.into_iter().map(Some).collect();
    let taken: Vec<Stretch> =
        published.iter().flatten().filter(|slot| is_booked(slot)).map(stretch).collect();
    for slot in wanted {
        let same = published.iter_mut().find(|entry| {
            entry.as_ref().is_some_and(|one| is_same(&slot, one) || still_kept(&slot, one, kept))
        });
        let own = Stretch { starts_at: slot.starts_at, ends_at: slot.ends_at };
        steps.push(match same.and_then(Option::take) {
            Some(published) if published.published => Step::Keep(published),
            Some(booked) => Step::Restore(booked),
            None if taken.iter().any(|taken| taken.overlaps(&own)) => Step::Blocked(slot),
            None => Step::Add(slot),
        });
    }
    steps.extend(
        published.into_iter().flatten().map(|slot| {
            if is_booked(&slot) { Step::KeepBooked(slot) } else { Step::Withdraw(slot) }
        }),
    );
    steps.sort_by_key(Step::starts_at);
    Plan { steps }
}

impl Step {
    fn starts_at(&self) -> DateTime<Utc> {
        match self {
            Self::Add(slot) | Self::Blocked(slot) => slot.starts_at,
            Self::Keep(slot)
            | Self::Restore(slot)
            | Self::KeepBooked(slot)
            | Self::Withdraw(slot) => slot.starts_at,
        }
    }

    fn shown(&self) -> PreviewTime {
        let generated = |slot: &GeneratedSlot, change| PreviewTime {
            starts_at: to_local(slot.starts_at),
            ends_at: to_local(slot.ends_at),
            channels: slot.channels.clone(),
            place: slot.place.clone(),
            change,
        };
        let stored = |slot: &time_slot::Model, change| PreviewTime {
            starts_at: to_local(slot.starts_at),
            ends_at: to_local(slot.ends_at),
            channels: channels(slot),
            place: place(slot),
            change,
        };
        match self {
            Self::Add(slot) => generated(slot, PreviewChange::New),
            Self::Blocked(slot) => generated(slot, PreviewChange::BlockedByBooking),
            Self::Keep(slot) if slot.taken == 0 => stored(slot, PreviewChange::Kept),
            Self::Keep(slot) | Self::Restore(slot) | Self::KeepBooked(slot) => {
                stored(slot, PreviewChange::Booked)
            }
            Self::Withdraw(slot) => stored(slot, PreviewChange::Withdrawn),
        }
    }
}

impl Plan {
    /// The plan as the preview shows it, every day of the span.
    pub fn preview(&self, config: &MunicipalityConfig, span: PublishSpan) -> TimesPreview {
        let days = span.from.iter_days().take_while(|day| *day <= span.to);
        let day = |date: NaiveDate| PreviewDay {
            date,
            closed: rules::holidays::closure_on(&config.closing_days, date),
            times: self
                .steps
                .iter()
                .filter(|step| local_date(step.starts_at()) == date)
                .map(Step::shown)
                .collect(),
        };
        let stays = |step: &&Step| !matches!(step, Step::Blocked(_) | Step::Withdraw(_));
        let total = self.steps.iter().filter(stays).count();
        TimesPreview {
            days: days.map(day).collect(),
            total: u32::try_from(total).unwrap_or(u32::MAX),
        }
    }
}

fn stretch(slot: &time_slot::Model) -> Stretch {
    Stretch { starts_at: slot.starts_at, ends_at: slot.ends_at }
}

fn is_same(wanted: &GeneratedSlot, published: &time_slot::Model) -> bool {
    wanted.starts_at == published.starts_at
        && wanted.ends_at == published.ends_at
        && channel_names(&wanted.channels) == published.channels
        && place_id(&wanted.place) == published.place_id.as_deref()
}

/// Is it a time that is kept for somebody, and still one they could have as it was offered to them?
/// Then it stays as it is, whatever else of it has changed.
fn still_kept(
    wanted: &GeneratedSlot,
    published: &time_slot::Model,
    kept: &HashMap<Uuid, waiting_offer::Model>,
) -> bool {
    kept.get(&published.id).is_some_and(|offer| {
        wanted.starts_at == published.starts_at
            && offer.ends_at <= wanted.ends_at
            && wanted.channels.iter().any(|channel| channel.as_str() == offer.channel)
            && place_id(&wanted.place) == published.place_id.as_deref()
    })
}

/// Channels as stored with a slot.
pub fn channel_names(channels: &[ContactChannel]) -> String {
    channels.iter().map(|channel| channel.as_str()).collect::<Vec<_>>().join(",")
}

/// Channels of a stored slot.
pub fn channels(slot: &time_slot::Model) -> Vec<ContactChannel> {
    slot.channels.split(',').filter_map(ContactChannel::parse).collect()
}

/// The place as stored with a slot.
pub fn place_id(place: &WorkPlace) -> Option<&str> {
    match place {
        WorkPlace::Home => None,
        WorkPlace::Office { place } => Some(place),
    }
}

/// The place of a stored slot.
pub fn place(slot: &time_slot::Model) -> WorkPlace {
    match &slot.place_id {
        Some(place) => WorkPlace::Office { place: place.clone() },
        None => WorkPlace::Home,
    }
}

/// Conversation lengths as the rules want them.
pub fn lengths(config: &MunicipalityConfig) -> ChannelLengths {
    let minutes = |channel| (channel, config.conversations.minutes(channel));
    ChannelLengths(ContactChannel::ALL.into_iter().map(minutes).collect())
}

/// The stored week template; an empty one of version 0 when there is none.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn template_of(
    db: &impl ConnectionTrait,
    whose: CaseworkerId,
) -> Result<StoredTemplate, ApiError> {
    let row = week_template::Entity::find_by_id(whose.0).one(db).await?;
    let Some(row) = row else {
        return Ok(StoredTemplate { version: 0, template: WeekTemplate::default() });
    };
    Ok(StoredTemplate {
        version: u32::try_from(row.version).unwrap_or_default(),
        template: WeekTemplate::deserialize(&row.template).map_err(ApiError::internal)?,
    })
}

/// Exceptions that are not over on `from`, in order.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn exceptions_of(
    db: &impl ConnectionTrait,
    whose: CaseworkerId,
    from: NaiveDate,
) -> Result<Vec<StoredException>, ApiError> {
    let rows = calendar_exception::Entity::find()
        .filter(calendar_exception::Column::CaseworkerId.eq(whose.0))
        .filter(calendar_exception::Column::ToDate.gte(from))
        .order_by_asc(calendar_exception::Column::FromDate)
        .order_by_asc(calendar_exception::Column::Id)
        .all(db)
        .await?;
    let stored = |row: calendar_exception::Model| {
        Ok(StoredException {
            id: ExceptionId(row.id),
            exception: CalendarException {
                from_date: row.from_date,
                to_date: row.to_date,
                kind: rules::ExceptionKind::deserialize(&row.kind).map_err(ApiError::internal)?,
            },
        })
    };
    rows.into_iter().map(stored).collect()
}

/// The times that are out: published or booked. A booked time that was taken out of the calendar
/// still fills its caseworker's day.
async fn published(
    db: &impl ConnectionTrait,
    whose: CaseworkerId,
    span: PublishSpan,
) -> Result<Vec<time_slot::Model>, ApiError> {
    let out = time_slot::Column::Published.eq(true).or(time_slot::Column::Taken.gt(0));
    let slots = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.eq(whose.0))
        .filter(out)
        .filter(time_slot::Column::StartsAt.gte(midnight(span.from)))
        .filter(time_slot::Column::StartsAt.lt(midnight(span.to + Days::new(1))))
        .order_by_asc(time_slot::Column::StartsAt)
        .all(db)
        .await?;
    Ok(slots)
}

/// The first moment of a day in Denmark.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let start = day.and_time(chrono::NaiveTime::MIN);
    match Copenhagen.from_local_datetime(&start).earliest() {
        Some(at) => at.to_utc(),
        None => start.and_utc(),
    }
}
