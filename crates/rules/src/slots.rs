//! From a caseworker's week to the times citizens can book. Wall-clock times stay put across
//! daylight saving; the zone is a parameter. Knows no bookings.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

use crate::channel::ContactChannel;
use crate::holidays::{ClosingDay, Closure, closure_on};
use crate::wall_time::WallTime;
use crate::work_week::{CalendarException, ExceptionKind, WeekTemplate, WorkPlace};

/// How long a conversation lasts in each channel the municipality offers, in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelLengths(pub Vec<(ContactChannel, u16)>);

impl ChannelLengths {
    /// Minutes of a conversation in `channel`; `None` when it is not offered.
    pub fn of(&self, channel: ContactChannel) -> Option<u16> {
        self.0.iter().find(|(offered, _)| *offered == channel).map(|(_, minutes)| *minutes)
    }
}

/// What to generate times from.
#[derive(Clone, Copy, Debug)]
pub struct SlotSource<'a> {
    /// The ordinary week.
    pub template: &'a WeekTemplate,
    /// Departures from it.
    pub exceptions: &'a [CalendarException],
    /// The municipality's closing days; public holidays are always closed.
    pub closing_days: &'a [ClosingDay],
    /// Conversation lengths.
    pub lengths: &'a ChannelLengths,
}

/// A time that can be published. As long as the longest channel it offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedSlot {
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Channels offered.
    pub channels: Vec<ContactChannel>,
    /// Where the caseworker sits.
    pub place: WorkPlace,
}

/// Why a time cannot be booked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBookable {
    /// In the past, or closer than the minimum notice.
    TooSoon,
    /// Later than the last day that may be booked.
    BeyondHorizon,
}

/// May a time that starts at `starts_at`, on `local_date` in Denmark, be booked now?
///
/// # Errors
/// When it is closer than `minimum_notice` or later than `horizon`.
pub fn bookable(
    starts_at: DateTime<Utc>,
    now: DateTime<Utc>,
    minimum_notice: TimeDelta,
    horizon: NaiveDate,
    local_date: NaiveDate,
) -> Result<(), NotBookable> {
    let earliest = now.checked_add_signed(minimum_notice).unwrap_or(DateTime::<Utc>::MAX_UTC);
    if starts_at <= now || starts_at < earliest {
        Err(NotBookable::TooSoon)
    } else if local_date > horizon {
        Err(NotBookable::BeyondHorizon)
    } else {
        Ok(())
    }
}

/// The times a caseworker's calendar gives from `from` to `to`, both included, by start.
///
/// Each stretch of working hours left after breaks, absence and closing time is filled with
/// conversations as long as the longest channel it offers, with the template's pause after
/// each. Blocks come before extra hours: where hours overlap, the later stretch starts after
/// the conversation already there. A time that does not exist on the day daylight saving
/// begins is left out; of one that exists twice, the first is meant.
pub fn generate<Z: TimeZone>(
    source: SlotSource<'_>,
    from: NaiveDate,
    to: NaiveDate,
    zone: &Z,
) -> Vec<GeneratedSlot> {
    let mut slots: Vec<GeneratedSlot> = from
        .iter_days()
        .take_while(|date| *date <= to)
        .flat_map(|date| {
            day_plan(source, date).into_iter().filter_map(move |time| time.on(date, zone))
        })
        .collect();
    slots.sort_by_key(|slot| slot.starts_at);
    slots
}

/// The times it would give if nothing took any hours away: no break, no absence, no closing day.
/// Where one of these is none of [`generate`]'s, something did.
pub fn generate_regardless<Z: TimeZone>(
    source: SlotSource<'_>,
    date: NaiveDate,
    zone: &Z,
) -> Vec<GeneratedSlot> {
    let times = plan_around(source, date, &[]).into_iter();
    let mut slots: Vec<GeneratedSlot> = times.filter_map(|time| time.on(date, zone)).collect();
    slots.sort_by_key(|slot| slot.starts_at);
    slots
}

/// Hours on one day, with what they offer.
struct Stretch<'a> {
    from: u16,
    to: u16,
    minutes: u16,
    channels: Vec<ContactChannel>,
    place: &'a WorkPlace,
}

/// Hours taken out of a day.
#[derive(Clone, Copy)]
struct Taken {
    from: u16,
    to: u16,
}

/// One conversation on the wall clock.
struct PlannedTime<'a> {
    from: u16,
    minutes: u16,
    channels: Vec<ContactChannel>,
    place: &'a WorkPlace,
}

const END_OF_DAY: u16 = 24 * 60;

fn day_plan(source: SlotSource<'_>, date: NaiveDate) -> Vec<PlannedTime<'_>> {
    taken_hours(source, date).map_or_else(Vec::new, |taken| plan_around(source, date, &taken))
}

fn plan_around<'a>(
    source: SlotSource<'a>,
    date: NaiveDate,
    taken: &[Taken],
) -> Vec<PlannedTime<'a>> {
    let pause = source.template.pause_minutes;
    let mut plan: Vec<PlannedTime<'_>> = Vec::new();
    for stretch in stretches(source, date) {
        for (from, to) in remaining(stretch.from, stretch.to, taken) {
            fill(&stretch, from, to, pause, &mut plan);
        }
    }
    plan
}

/// What breaks, absence and an early closing take out of a day; `None` for all of it.
fn taken_hours(source: SlotSource<'_>, date: NaiveDate) -> Option<Vec<Taken>> {
    let weekday = iso_weekday(date);
    let mut taken: Vec<Taken> = source
        .template
        .breaks
        .iter()
        .filter(|pause| pause.weekday == weekday)
        .map(|pause| Taken { from: pause.from.minutes(), to: pause.to.minutes() })
        .collect();
    match closure_on(source.closing_days, date) {
        Some(Closure::ClosingDay { from: Some(closes), .. }) => {
            taken.push(Taken { from: closes.minutes(), to: END_OF_DAY });
        }
        Some(_) => return None,
        None => {}
    }
    for exception in exceptions_on(source, date) {
        match &exception.kind {
            ExceptionKind::AwayAllDay => return None,
            ExceptionKind::Away { from, to } => {
                taken.push(Taken { from: from.minutes(), to: to.minutes() });
            }
            ExceptionKind::ExtraHours { .. } => {}
        }
    }
    taken.retain(|hours| hours.from < hours.to);
    taken.sort_by_key(|hours| hours.from);
    Some(taken)
}

/// The working hours of a day: the blocks by start, then the extra hours by start.
fn stretches(source: SlotSource<'_>, date: NaiveDate) -> Vec<Stretch<'_>> {
    let weekday = iso_weekday(date);
    let mut blocks: Vec<Stretch<'_>> = source
        .template
        .blocks
        .iter()
        .filter(|block| block.weekday == weekday)
        .filter_map(|block| {
            stretch(source.lengths, block.from, block.to, &block.channels, &block.place)
        })
        .collect();
    let mut extra: Vec<Stretch<'_>> = exceptions_on(source, date)
        .filter_map(|exception| match &exception.kind {
            ExceptionKind::ExtraHours { from, to, channels, place } => {
                stretch(source.lengths, *from, *to, channels, place)
            }
            ExceptionKind::AwayAllDay | ExceptionKind::Away { .. } => None,
        })
        .collect();
    blocks.sort_by_key(|block| block.from);
    extra.sort_by_key(|hours| hours.from);
    blocks.append(&mut extra);
    blocks
}

fn exceptions_on(
    source: SlotSource<'_>,
    date: NaiveDate,
) -> impl Iterator<Item = &CalendarException> {
    source
        .exceptions
        .iter()
        .filter(move |exception| exception.from_date <= date && date <= exception.to_date)
}

/// Hours with the channels that can really be offered there; `None` when none can.
fn stretch<'a>(
    lengths: &ChannelLengths,
    from: WallTime,
    to: WallTime,
    channels: &[ContactChannel],
    place: &'a WorkPlace,
) -> Option<Stretch<'a>> {
    let at_home = *place == WorkPlace::Home;
    let channels: Vec<ContactChannel> = ContactChannel::ALL
        .into_iter()
        .filter(|channel| channels.contains(channel))
        .filter(|channel| !(at_home && *channel == ContactChannel::InPerson))
        .filter(|channel| lengths.of(*channel).is_some())
        .collect();
    let minutes = channels.iter().filter_map(|channel| lengths.of(*channel)).max()?;
    // A length of nothing would fill a day with nothing, for ever.
    (minutes > 0).then(|| Stretch {
        from: from.minutes(),
        to: to.minutes(),
        minutes,
        channels,
        place,
    })
}

/// What is left of `from`–`to` without the hours taken, which are sorted by start.
fn remaining(from: u16, to: u16, taken: &[Taken]) -> Vec<(u16, u16)> {
    let mut left = Vec::new();
    let mut open_from = from;
    for hours in taken {
        if hours.from >= to {
            break;
        }
        if hours.from > open_from {
            left.push((open_from, hours.from));
        }
        open_from = open_from.max(hours.to);
    }
    if open_from < to {
        left.push((open_from, to));
    }
    left
}

/// Adds the conversations that fit between `from` and `to`, clear of those already planned
/// and of the pause after each.
fn fill<'a>(
    stretch: &Stretch<'a>,
    from: u16,
    to: u16,
    pause: u16,
    plan: &mut Vec<PlannedTime<'a>>,
) {
    let mut next = from;
    while let Some(end) = next.checked_add(stretch.minutes).filter(|end| *end <= to) {
        let busy_until = end.saturating_add(pause);
        let in_the_way = plan
            .iter()
            .filter(|time| next < time.end_with(pause) && time.from < busy_until)
            .map(|time| time.end_with(pause))
            .max();
        if let Some(free_from) = in_the_way {
            next = free_from;
        } else {
            plan.push(PlannedTime {
                from: next,
                minutes: stretch.minutes,
                channels: stretch.channels.clone(),
                place: stretch.place,
            });
            next = busy_until;
        }
    }
}

impl PlannedTime<'_> {
    fn end_with(&self, pause: u16) -> u16 {
        self.from.saturating_add(self.minutes).saturating_add(pause)
    }

    /// The moment this is on that day; `None` when daylight saving takes part of it away.
    fn on<Z: TimeZone>(self, date: NaiveDate, zone: &Z) -> Option<GeneratedSlot> {
        let starts_local = at_minute(date, self.from)?;
        let ends_local = at_minute(date, self.from.checked_add(self.minutes)?)?;
        let starts_at = zone.from_local_datetime(&starts_local).earliest()?;
        let length = TimeDelta::minutes(self.minutes.into());
        let ends_at = starts_at.clone().checked_add_signed(length)?;
        // Past the hour that is skipped, a conversation would run into the next one.
        (ends_at.naive_local() <= ends_local).then(|| GeneratedSlot {
            starts_at: starts_at.to_utc(),
            ends_at: ends_at.to_utc(),
            channels: self.channels,
            place: self.place.clone(),
        })
    }
}

fn at_minute(date: NaiveDate, minutes: u16) -> Option<NaiveDateTime> {
    date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minutes.into()))
}

/// 1 is Monday, as in the template.
fn iso_weekday(date: NaiveDate) -> u8 {
    // Seven days fit in a byte.
    date.weekday().number_from_monday() as u8
}
