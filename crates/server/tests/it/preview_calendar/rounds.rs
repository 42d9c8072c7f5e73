//! What is drawn for the rounds of the test of calendars that are not published: whose week, with
//! which hours, looked at for which days. Knows no application.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use super::{CHANNELS, TEAM};

/// What was drawn for one round of the test.
#[derive(Clone, Debug)]
pub struct Round {
    /// Whose week, by the place of their name.
    pub whose: usize,
    /// Whose pages.
    pub case: usize,
    /// In how many days.
    pub days: u64,
    /// How many days after that the calendar begins.
    pub from: u64,
    /// How many days it has beside the first.
    pub length: u64,
    /// The week.
    pub template: Value,
    /// After how many days, for how many more, and what.
    pub exceptions: Vec<(u64, u64, Value)>,
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn rounds() -> impl Strategy<Value = Round> {
    let five = |range: std::ops::Range<u16>| range.prop_map(|step| step * 5);
    let channels = proptest::sample::subsequence(CHANNELS.to_vec(), 1..=3);
    // A block in the morning or the afternoon, so that none overlap.
    let block = (any::<bool>(), five(0..24), five(6..40), channels, 0_usize..3);
    let days = proptest::collection::vec(
        (1_u8..=7, proptest::option::of(block.clone()), proptest::option::of(block)),
        0..7,
    );
    let breaks = proptest::collection::vec((1_u8..=7, five(96..180), five(1..12)), 0..4);
    let template = (days, breaks, five(0..7)).prop_map(|(days, breaks, pause)| {
        let mut blocks = BTreeMap::new();
        for (weekday, first, second) in days {
            for (late, after, minutes, channels, place) in [first, second].into_iter().flatten() {
                let from = if late { 12 * 60 + 30 } else { 7 * 60 } + after;
                let to = (from + minutes).min(if late { 18 * 60 } else { 12 * 60 + 30 });
                let home = place == 0 && !channels.contains(&"in_person");
                let places = ["raadhuset", "raadhuset", "havnen"];
                let place = match home {
                    true => json!({ "kind": "home" }),
                    false => json!({ "kind": "office", "place": places[place] }),
                };
                blocks.insert((weekday, late), json!({
                    "weekday": weekday, "from": clock(from), "to": clock(to),
                    "channels": channels, "place": place,
                }));
            }
        }
        let pause_of = |(weekday, from, minutes): (u8, u16, u16)| {
            json!({ "weekday": weekday, "from": clock(from), "to": clock(from + minutes) })
        };
        json!({
            "blocks": blocks.into_values().collect::<Vec<_>>(),
            "breaks": breaks.into_iter().map(pause_of).collect::<Vec<_>>(),
            "pause_minutes": pause,
        })
    });
    let kind = prop_oneof![
        Just(json!({ "kind": "away_all_day" })),
        Just(json!({ "kind": "away", "from": "09:30", "to": "13:05" })),
        Just(json!({
            "kind": "extra_hours", "from": "16:00", "to": "18:30",
            "channels": ["phone", "in_person"],
            "place": { "kind": "office", "place": "raadhuset" },
        })),
    ];
    let exceptions = proptest::collection::vec((0_u64..25, 0_u64..4, kind), 0..4);
    let when = (0_u64..4, 0_u64..12, 0_u64..25);
    // By name: the leader's, Hanne's, whose cases most of them are, and Thomas'.
    let whose = prop_oneof![1 => Just(0_usize), 4 => Just(1), 1 => Just(2)];
    (whose, 0..TEAM.len(), when, template, exceptions).prop_map(
        |(whose, case, (days, from, length), template, exceptions)| Round {
            whose,
            case,
            days,
            from,
            length,
            template,
            exceptions,
        },
    )
}

/// What the rounds are drawn from when `GENVEJ_TEST_SEED` names no other number.
const SEED: u64 = 20_261_201;

fn seed() -> u64 {
    let given = std::env::var("GENVEJ_TEST_SEED").ok();
    given.map_or(SEED, |seed| seed.parse().expect("GENVEJ_TEST_SEED is a number"))
}

/// Are the rounds those that are known to bring everything about?
pub fn are_the_usual_ones() -> bool {
    seed() == SEED
}

/// Rounds that begin at a time of their own: shortly before midnight, and before the clocks change.
pub const STARTS: [(usize, &str); 5] = [
    (3, "2026-12-09T22:50:00Z"),
    (6, "2027-03-24T22:50:00Z"),
    (9, "2027-03-26T22:50:00Z"),
    (12, "2027-10-27T21:50:00Z"),
    (15, "2027-10-29T21:50:00Z"),
];

/// From this one on, the clocks change in every round.
const CHANGES_FROM: usize = 6;

/// Citizens who may book, one for each three rounds.
pub const BOOKERS: [&str; 6] =
    ["next-due", "overdue", "video-locked", "no-employer", "first-due", "next-due"];

/// A week whose hours begin ten minutes later, where they last as long.
fn ten_minutes_later(mut week: Value) -> Value {
    for block in week["blocks"].as_array_mut().expect("blocks") {
        let from = block["from"].as_str().expect("a time").to_owned();
        let (hour, minutes) = from.split_once(':').expect("hours and minutes");
        let from: u16 =
            hour.parse::<u16>().expect("hours") * 60 + minutes.parse::<u16>().expect("minutes");
        if clock(from + 10).as_str() < block["to"].as_str().expect("a time") {
            block["from"] = json!(clock(from + 10));
        }
    }
    week
}

/// Three rounds belong together. After the first somebody books a time that it has put out; in the
/// second the days get other hours, and in the third those of the first again.
fn in_threes(drawn: Vec<Round>) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::with_capacity(drawn.len());
    for (number, drawn) in drawn.into_iter().enumerate() {
        let first = rounds.get(number - number % 3).cloned();
        let round = match first {
            Some(first) if number % 3 == 1 => Round {
                template: match number % 2 {
                    0 => drawn.template,
                    _ => ten_minutes_later(first.template.clone()),
                },
                exceptions: drawn.exceptions,
                days: drawn.days % 2,
                from: 0,
                length: first.from + first.length,
                ..first
            },
            Some(first) => Round { days: 0, from: 0, length: first.from + first.length, ..first },
            None if number >= CHANGES_FROM => Round {
                days: drawn.days % 2,
                from: drawn.from % 2,
                length: drawn.length.max(7),
                ..drawn
            },
            None => drawn,
        };
        rounds.push(round);
    }
    rounds
}

/// So many rounds; it says how to have the same ones again.
pub fn draw(rounds: usize) -> Vec<Round> {
    println!("GENVEJ_TEST_SEED={}", seed());
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed().to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let drawn = proptest::collection::vec(self::rounds(), rounds).new_tree(&mut runner);
    in_threes(drawn.expect("rounds").current())
}
