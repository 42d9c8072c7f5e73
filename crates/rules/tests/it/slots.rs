//! From a week template to times, by example.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Copenhagen;
use rules::slots::{
    ChannelLengths, GeneratedSlot, NotBookable, SlotSource, bookable, generate, generate_regardless,
};
use rules::{
    CalendarException, ClosingDay, ContactChannel, ExceptionKind, WeekTemplate, WorkBlock,
    WorkBreak, WorkPlace,
};

use crate::support::{at, closed, closed_from, day, moment};

use ContactChannel::{InPerson, Phone, Video};

/// A Monday in winter.
const MONDAY: &str = "2026-01-19";

fn lengths() -> ChannelLengths {
    ChannelLengths(vec![(Phone, 30), (Video, 45), (InPerson, 45)])
}

fn office() -> WorkPlace {
    WorkPlace::Office { place: "townhall".to_owned() }
}

fn block(weekday: u8, from: &str, to: &str, channels: &[ContactChannel]) -> WorkBlock {
    WorkBlock { weekday, from: at(from), to: at(to), channels: channels.to_vec(), place: office() }
}

fn exception(kind: ExceptionKind) -> CalendarException {
    CalendarException { from_date: day(MONDAY), to_date: day(MONDAY), kind }
}

fn extra(from: &str, to: &str, channels: &[ContactChannel]) -> CalendarException {
    exception(ExceptionKind::ExtraHours {
        from: at(from),
        to: at(to),
        channels: channels.to_vec(),
        place: office(),
    })
}

/// A caseworker's calendar in an example.
#[derive(Default)]
struct Example {
    template: WeekTemplate,
    exceptions: Vec<CalendarException>,
    closing_days: Vec<ClosingDay>,
}

impl Example {
    fn of(blocks: Vec<WorkBlock>, pause_minutes: u16) -> Self {
        let template = WeekTemplate { blocks, breaks: Vec::new(), pause_minutes };
        Self { template, ..Self::default() }
    }

    fn source<'a>(&'a self, lengths: &'a ChannelLengths) -> SlotSource<'a> {
        SlotSource {
            template: &self.template,
            exceptions: &self.exceptions,
            closing_days: &self.closing_days,
            lengths,
        }
    }

    fn slots(&self, from: NaiveDate, to: NaiveDate) -> Vec<GeneratedSlot> {
        generate(self.source(&lengths()), from, to, &Copenhagen)
    }

    /// The times of one day as "09:00-09:45" on the wall clock.
    fn times(&self, date: &str) -> Vec<String> {
        self.slots(day(date), day(date)).iter().map(on_the_wall).collect()
    }

    /// The same if nothing took any hours away.
    fn regardless(&self, date: &str) -> Vec<String> {
        let slots = generate_regardless(self.source(&lengths()), day(date), &Copenhagen);
        slots.iter().map(on_the_wall).collect()
    }
}

fn on_the_wall(slot: &GeneratedSlot) -> String {
    let wall = |moment: chrono::DateTime<chrono::Utc>| {
        moment.with_timezone(&Copenhagen).format("%H:%M").to_string()
    };
    format!("{}-{}", wall(slot.starts_at), wall(slot.ends_at))
}

#[test]
fn a_block_is_filled_with_its_longest_conversation_and_the_pause() {
    let example = Example::of(vec![block(1, "09:00", "11:45", &[Phone, InPerson])], 15);
    assert_eq!(example.times(MONDAY), ["09:00-09:45", "10:00-10:45", "11:00-11:45"]);
    let phone_only = Example::of(vec![block(1, "09:00", "10:20", &[Phone])], 5);
    assert_eq!(phone_only.times(MONDAY), ["09:00-09:30", "09:35-10:05"]);
    assert!(example.times("2026-01-20").is_empty(), "no block on Tuesday");
}

#[test]
fn channels_are_offered_in_their_order_and_only_where_they_can_be() {
    let mut example = Example::of(vec![block(1, "09:00", "09:45", &[InPerson, Phone])], 0);
    let slots = example.slots(day(MONDAY), day(MONDAY));
    assert_eq!(
        (slots[0].channels.as_slice(), &slots[0].place),
        (&[Phone, InPerson][..], &office())
    );
    example.template.blocks[0].place = WorkPlace::Home;
    let slots = example.slots(day(MONDAY), day(MONDAY));
    assert_eq!(slots[0].channels, [Phone], "nobody visits a caseworker at home");
    assert_eq!(example.times(MONDAY), ["09:00-09:30"], "as long as what is left to offer");
    example.template.blocks[0].channels = vec![InPerson];
    assert!(example.times(MONDAY).is_empty());
}

#[test]
fn a_channel_without_a_length_is_not_offered() {
    let template = WeekTemplate {
        blocks: vec![block(1, "09:00", "10:00", &[Phone, Video])],
        ..WeekTemplate::default()
    };
    let lengths = ChannelLengths(vec![(Phone, 30), (Video, 0)]);
    let source =
        |lengths| SlotSource { template: &template, exceptions: &[], closing_days: &[], lengths };
    let slots = generate(source(&lengths), day(MONDAY), day(MONDAY), &Copenhagen);
    assert_eq!(slots.len(), 2);
    let nothing = ChannelLengths(vec![(Phone, 0)]);
    assert!(generate(source(&nothing), day(MONDAY), day(MONDAY), &Copenhagen).is_empty());
}

#[test]
fn breaks_and_absence_are_kept_free() {
    let mut example = Example::of(vec![block(1, "09:00", "15:00", &[Video])], 0);
    example.template.breaks = vec![WorkBreak { weekday: 1, from: at("12:00"), to: at("12:30") }];
    example.exceptions =
        vec![exception(ExceptionKind::Away { from: at("13:00"), to: at("14:30") })];
    let expected = ["09:00-09:45", "09:45-10:30", "10:30-11:15", "11:15-12:00"];
    assert_eq!(example.times(MONDAY), expected);
    assert_eq!(example.times("2026-01-26").len(), 7, "the next Monday only has the break");
}

#[test]
fn what_breaks_absence_and_closing_take_is_there_regardless() {
    let mut example = Example::of(vec![block(1, "09:00", "12:00", &[Video])], 0);
    let all = ["09:00-09:45", "09:45-10:30", "10:30-11:15", "11:15-12:00"];
    assert_eq!(example.regardless(MONDAY), all);
    example.template.breaks = vec![WorkBreak { weekday: 1, from: at("10:00"), to: at("10:15") }];
    example.exceptions = vec![exception(ExceptionKind::AwayAllDay)];
    example.closing_days = vec![closed(MONDAY, "Lukket")];
    assert!(example.times(MONDAY).is_empty());
    assert_eq!(example.regardless(MONDAY), all);
    assert!(example.regardless("2026-01-20").is_empty(), "nobody works on Tuesdays");
}

#[test]
fn away_all_day_leaves_nothing_not_even_extra_hours() {
    let mut example = Example::of(vec![block(1, "09:00", "12:00", &[Video])], 0);
    example.exceptions =
        vec![extra("13:00", "15:00", &[Video]), exception(ExceptionKind::AwayAllDay)];
    assert!(example.times(MONDAY).is_empty());
}

#[test]
fn extra_hours_are_filled_around_the_template() {
    let mut example = Example::of(vec![block(1, "09:00", "10:30", &[Video])], 0);
    example.exceptions = vec![extra("08:30", "12:00", &[Phone])];
    let expected =
        ["08:30-09:00", "09:00-09:45", "09:45-10:30", "10:30-11:00", "11:00-11:30", "11:30-12:00"];
    assert_eq!(example.times(MONDAY), expected);
    assert_eq!(example.times("2026-01-26"), ["09:00-09:45", "09:45-10:30"]);
}

#[test]
fn the_pause_is_kept_between_stretches_too() {
    let blocks = vec![block(1, "09:00", "09:45", &[Video]), block(1, "09:45", "11:00", &[Phone])];
    let example = Example::of(blocks, 10);
    assert_eq!(example.times(MONDAY), ["09:00-09:45", "09:55-10:25"]);
}

#[test]
fn a_closed_day_has_no_times() {
    let mut example = Example::of(vec![block(4, "09:00", "12:00", &[Video])], 0);
    example.closing_days = vec![closed("12-24", "Christmas Eve")];
    example.exceptions = vec![CalendarException {
        from_date: day("2026-12-24"),
        to_date: day("2026-12-24"),
        kind: extra("09:00", "12:00", &[Video]).kind,
    }];
    assert!(example.times("2026-12-24").is_empty(), "closing day");
    assert!(example.times("2026-05-14").is_empty(), "Ascension Day");
    assert_eq!(example.times("2026-12-17").len(), 4);
}

#[test]
fn nothing_ends_after_an_early_closing() {
    let mut example = Example::of(vec![block(3, "09:00", "15:00", &[Video])], 15);
    example.closing_days = vec![closed_from("12-23", "Early closing", "11:30")];
    assert_eq!(example.times("2026-12-23"), ["09:00-09:45", "10:00-10:45"]);
    example.closing_days = vec![closed_from("12-23", "Early closing", "11:45")];
    assert_eq!(example.times("2026-12-23").len(), 3, "one may end just then");
}

#[test]
fn wall_clock_times_stay_put_when_daylight_saving_begins_and_ends() {
    let example = Example::of(vec![block(1, "09:00", "09:45", &[Video])], 0);
    let starts = |from: &str, to: &str| -> Vec<String> {
        let slots = example.slots(day(from), day(to));
        slots.iter().map(|slot| slot.starts_at.format("%m-%d %H:%M").to_string()).collect()
    };
    assert_eq!(starts("2026-03-23", "2026-03-30"), ["03-23 08:00", "03-30 07:00"]);
    assert_eq!(starts("2026-10-19", "2026-10-26"), ["10-19 07:00", "10-26 08:00"]);
}

#[test]
fn a_time_the_spring_night_skips_is_left_out() {
    let example = Example::of(vec![block(7, "01:00", "04:30", &[Phone])], 0);
    let expected = ["01:00-01:30", "03:00-03:30", "03:30-04:00", "04:00-04:30"];
    // 01:30-02:00 would end at a time that does not exist.
    assert_eq!(example.times("2026-03-29"), expected);
}

#[test]
fn of_a_time_the_autumn_night_repeats_the_first_is_meant() {
    let example = Example::of(vec![block(7, "02:00", "03:00", &[Phone])], 0);
    let slots = example.slots(day("2026-10-25"), day("2026-10-25"));
    let starts: Vec<_> = slots.iter().map(|slot| slot.starts_at).collect();
    assert_eq!(starts, [moment("2026-10-25T00:00:00Z"), moment("2026-10-25T00:30:00Z")]);
}

#[test]
fn a_span_that_ends_before_it_starts_has_no_times() {
    let example = Example::of(vec![block(1, "09:00", "12:00", &[Video])], 0);
    assert!(example.slots(day("2026-01-26"), day(MONDAY)).is_empty());
}

#[test]
fn a_time_can_be_booked_from_the_notice_to_the_horizon() {
    let now = moment("2026-03-02T10:00:00Z");
    let notice = TimeDelta::hours(24);
    let examples = [
        ("2026-03-01T10:00:00Z", Err(NotBookable::TooSoon)),
        ("2026-03-03T09:59:59Z", Err(NotBookable::TooSoon)),
        ("2026-03-03T10:00:00Z", Ok(())),
        ("2026-04-30T10:00:00Z", Ok(())),
        ("2026-05-01T10:00:00Z", Err(NotBookable::BeyondHorizon)),
    ];
    for (starts_at, expected) in examples {
        let starts_at = moment(starts_at);
        let local_date = starts_at.with_timezone(&Copenhagen).date_naive();
        let found = bookable(starts_at, now, notice, day("2026-04-30"), local_date);
        assert_eq!(found, expected, "{starts_at}");
    }
    let started = bookable(now, now, TimeDelta::zero(), day("2026-04-30"), day("2026-03-02"));
    assert_eq!(started, Err(NotBookable::TooSoon), "no notice is no right to the past");
}
