//! From a week template to times, whatever the template.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Europe::Copenhagen;
use proptest::collection::vec;
use proptest::prelude::*;
use rules::holidays::closure_on;
use rules::slots::{ChannelLengths, GeneratedSlot, SlotSource, generate};
use rules::{
    CalendarException, ClosingDay, Closure, ContactChannel, ExceptionKind, WallTime, WeekTemplate,
    WorkBlock, WorkBreak, WorkPlace,
};

use crate::support::{closed, closed_from, day};

/// Everything times are made from, made up.
#[derive(Clone, Debug)]
struct Calendar {
    template: WeekTemplate,
    exceptions: Vec<CalendarException>,
    lengths: ChannelLengths,
    from: NaiveDate,
}

impl Calendar {
    fn slots(&self, to: NaiveDate) -> Vec<GeneratedSlot> {
        let closing_days = closing_days();
        let source = SlotSource {
            template: &self.template,
            exceptions: &self.exceptions,
            closing_days: &closing_days,
            lengths: &self.lengths,
        };
        generate(source, self.from, to, &Copenhagen)
    }

    fn three_weeks(&self) -> Vec<GeneratedSlot> {
        self.slots(self.from + TimeDelta::days(20))
    }
}

fn closing_days() -> Vec<ClosingDay> {
    vec![
        closed("03-30", "closed"),
        closed_from("03-29", "early", "02:30"),
        closed_from("10-26", "early", "12:00"),
        closed("easter+40", "closed"),
    ]
}

/// A span on the five-minute grid.
fn any_span() -> impl Strategy<Value = (WallTime, WallTime)> {
    (0_u16..288, 1_u16..=144).prop_map(|(from, length)| {
        let end = (from + length).min(288);
        (WallTime::from_minutes(from * 5).unwrap(), WallTime::from_minutes(end * 5).unwrap())
    })
}

fn any_channels() -> impl Strategy<Value = Vec<ContactChannel>> {
    proptest::sample::subsequence(ContactChannel::ALL.to_vec(), 0..=3)
}

fn any_place() -> impl Strategy<Value = WorkPlace> {
    prop_oneof![Just(WorkPlace::Home), Just(WorkPlace::Office { place: "townhall".to_owned() })]
}

fn any_block() -> impl Strategy<Value = WorkBlock> {
    (1_u8..=7, any_span(), any_channels(), any_place()).prop_map(
        |(weekday, (from, to), channels, place)| WorkBlock { weekday, from, to, channels, place },
    )
}

fn any_break() -> impl Strategy<Value = WorkBreak> {
    (1_u8..=7, any_span()).prop_map(|(weekday, (from, to))| WorkBreak { weekday, from, to })
}

fn any_exception(from: NaiveDate) -> impl Strategy<Value = CalendarException> {
    let kind = prop_oneof![
        1 => Just(ExceptionKind::AwayAllDay),
        2 => any_span().prop_map(|(from, to)| ExceptionKind::Away { from, to }),
        3 => (any_span(), any_channels(), any_place()).prop_map(|((from, to), channels, place)| {
            ExceptionKind::ExtraHours { from, to, channels, place }
        }),
    ];
    (0_i64..21, 0_i64..4, kind).prop_map(move |(after, days, kind)| {
        let from_date = from + TimeDelta::days(after);
        CalendarException { from_date, to_date: from_date + TimeDelta::days(days), kind }
    })
}

/// Weeks around Easter and both changes of the clock, and ordinary ones.
fn any_start() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        (0_i64..14).prop_map(|days| day("2026-03-16") + TimeDelta::days(days)),
        (0_i64..14).prop_map(|days| day("2026-10-12") + TimeDelta::days(days)),
        crate::support::any_day(),
    ]
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let lengths = vec(1_u16..=24, 3).prop_map(|grid| {
        ChannelLengths(ContactChannel::ALL.into_iter().zip(grid.iter().map(|n| n * 5)).collect())
    });
    (any_start(), vec(any_block(), 0..10), vec(any_break(), 0..4), 0_u16..=12, lengths)
        .prop_flat_map(|(from, blocks, breaks, pause, lengths)| {
            let template = WeekTemplate { blocks, breaks, pause_minutes: pause * 5 };
            vec(any_exception(from), 0..5).prop_map(move |exceptions| Calendar {
                template: template.clone(),
                exceptions,
                lengths: lengths.clone(),
                from,
            })
        })
}

fn wall(moment: DateTime<Utc>) -> chrono::NaiveDateTime {
    moment.with_timezone(&Copenhagen).naive_local()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_two_times_of_one_caseworker_overlap(calendar in any_calendar()) {
        let pause = TimeDelta::minutes(calendar.template.pause_minutes.into());
        for pair in calendar.three_weeks().windows(2) {
            let same_day = wall(pair[0].starts_at).date() == wall(pair[1].starts_at).date();
            let free_from = if same_day { pair[0].ends_at + pause } else { pair[0].ends_at };
            prop_assert!(free_from <= pair[1].starts_at, "{:?}", pair);
        }
    }

    #[test]
    fn no_time_is_on_a_closed_day(calendar in any_calendar()) {
        for slot in calendar.three_weeks() {
            let (starts, ends) = (wall(slot.starts_at), wall(slot.ends_at));
            match closure_on(&closing_days(), starts.date()) {
                None => {}
                Some(Closure::ClosingDay { from: Some(closes), .. }) => {
                    let minutes = TimeDelta::minutes(closes.minutes().into());
                    prop_assert!(ends <= starts.date().and_time(chrono::NaiveTime::MIN) + minutes);
                }
                Some(closure) => prop_assert!(false, "{closure:?} has {slot:?}"),
            }
        }
    }

    #[test]
    fn no_time_is_in_a_break_or_away(calendar in any_calendar()) {
        for slot in calendar.three_weeks() {
            let (starts, ends) = (wall(slot.starts_at), wall(slot.ends_at));
            let date = starts.date();
            let clear_of = |from: WallTime, to: WallTime| {
                let at = |time: WallTime| {
                    date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(time.minutes().into())
                };
                ends <= at(from) || at(to) <= starts
            };
            for pause in &calendar.template.breaks {
                let today = u32::from(pause.weekday) == date.weekday().number_from_monday();
                prop_assert!(!today || clear_of(pause.from, pause.to));
            }
            for exception in &calendar.exceptions {
                if !(exception.from_date <= date && date <= exception.to_date) {
                    continue;
                }
                match &exception.kind {
                    ExceptionKind::AwayAllDay => prop_assert!(false, "away on {date}"),
                    ExceptionKind::Away { from, to } => prop_assert!(clear_of(*from, *to)),
                    ExceptionKind::ExtraHours { .. } => {}
                }
            }
        }
    }

    #[test]
    fn every_time_is_as_long_as_its_longest_channel_and_on_the_grid(calendar in any_calendar()) {
        for slot in calendar.three_weeks() {
            let longest = slot.channels.iter().filter_map(|c| calendar.lengths.of(*c)).max();
            let minutes = (slot.ends_at - slot.starts_at).num_minutes();
            prop_assert_eq!(longest.map(i64::from), Some(minutes));
            prop_assert_eq!(wall(slot.starts_at).minute() % 5, 0);
            let at_home = slot.place == WorkPlace::Home;
            prop_assert!(!(at_home && slot.channels.contains(&ContactChannel::InPerson)));
        }
    }

    #[test]
    fn wall_clock_times_stay_put_across_daylight_saving(calendar in any_calendar()) {
        let weekly = Calendar { exceptions: Vec::new(), ..calendar };
        let daytime = |monday: &str| -> Vec<(u32, chrono::NaiveTime)> {
            let from = day(monday);
            let week = Calendar { from, ..weekly.clone() }.slots(from + TimeDelta::days(6));
            week.iter()
                .map(|slot| wall(slot.starts_at))
                // The Sunday is the one on which clocks change; the last two Mondays are closed
                // or close early.
                .filter(|starts| !matches!(starts.weekday().number_from_monday(), 1 | 7))
                .map(|starts| (starts.weekday().number_from_monday(), starts.time()))
                .collect()
        };
        let winter = daytime("2026-03-16");
        for summer_or_winter in ["2026-03-23", "2026-10-19", "2026-10-26", "2026-06-15"] {
            prop_assert_eq!(&daytime(summer_or_winter), &winter);
        }
    }

    #[test]
    fn a_longer_span_holds_the_times_of_a_shorter_one(calendar in any_calendar()) {
        let all = calendar.three_weeks();
        let first_week = calendar.slots(calendar.from + TimeDelta::days(6));
        prop_assert!(all.starts_with(&first_week), "publishing day by day gives the same");
    }

    #[test]
    fn a_template_nobody_checked_makes_nothing_panic(
        blocks in vec((any::<u8>(), 0_u16..=1440, 0_u16..=1440), 0..8),
        pause_minutes in any::<u16>(),
        phone in any::<u16>(),
    ) {
        let blocks = blocks.into_iter().map(|(weekday, from, to)| WorkBlock {
            weekday: weekday % 9,
            from: WallTime::from_minutes(from).unwrap(),
            to: WallTime::from_minutes(to).unwrap(),
            channels: vec![ContactChannel::Phone],
            place: WorkPlace::Home,
        }).collect();
        let calendar = Calendar {
            template: WeekTemplate { blocks, breaks: Vec::new(), pause_minutes },
            exceptions: Vec::new(),
            lengths: ChannelLengths(vec![(ContactChannel::Phone, phone)]),
            from: day("2026-03-23"),
        };
        for pair in calendar.three_weeks().windows(2) {
            prop_assert!(pair[0].ends_at <= pair[1].starts_at);
        }
    }
}
