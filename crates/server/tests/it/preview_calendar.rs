//! A calendar that is not published yet, looked at as its citizens will: what the preview shows is
//! what they get once it is published, and each time that it does not show says why.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use contract::ids::CaseworkerId;
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::db::entities::time_slot;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::preview::of_case;
use crate::support::{Client, TestApp};

/// Every channel.
pub const CHANNELS: [&str; 3] = ["phone", "video", "in_person"];

/// The citizens of the team.
const TEAM: [&str; 10] = [
    "first-due",
    "next-due",
    "booked",
    "overdue",
    "exempt",
    "standby",
    "withdrawn",
    "video-locked",
    "no-employer",
    "closed",
];

/// A body with one more field.
pub fn with(body: &Value, name: &str, value: impl Into<Value>) -> Value {
    let mut body = body.clone();
    body[name] = value.into();
    body
}

async fn caseworkers(leader: &Client) -> BTreeMap<String, CaseworkerId> {
    let rows = leader.get(paths::STAFF_CASEWORKERS).await.1;
    let row = |row: &Value| {
        let id = row["id"].as_str().expect("an id").parse().expect("an id");
        (row["name"].as_str().expect("a name").to_owned(), id)
    };
    rows.as_array().expect("rows").iter().map(row).collect()
}

/// Without the ids of times, which publishing gives.
fn without_ids(mut answer: Value) -> Value {
    match &mut answer {
        Value::Object(fields) => {
            fields.remove("slot_id");
            fields.values_mut().for_each(|value| *value = without_ids(value.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = without_ids(item.take())),
        _ => {}
    }
    answer
}

/// Everything about times that a citizen is shown.
async fn shown(client: &Client, from: NaiveDate, to: NaiveDate) -> Vec<(String, u16, Value)> {
    let mut paths: Vec<String> =
        [paths::CITIZEN_OVERVIEW, paths::CITIZEN_BOOKING_OPTIONS, paths::CITIZEN_ROUND_TABLE_TIMES]
            .map(str::to_owned)
            .to_vec();
    for channel in CHANNELS {
        paths.push(format!("{}?channel={channel}", paths::CITIZEN_TIMES));
        let weeks = from.iter_weeks().take_while(|day| *day <= to + Days::new(6));
        paths.extend(
            weeks.map(|day| format!("{}?channel={channel}&week={day}", paths::CITIZEN_TIMES)),
        );
    }
    let mut answers = Vec::new();
    for path in paths {
        let (status, answer) = client.get(&path).await;
        answers.push((path, status, without_ids(answer)));
    }
    answers
}

/// The times of a week that an onlooker is told are hidden, and how many are not.
pub async fn hidden(
    hanne: &Client,
    preview: &str,
    channel: &str,
    week: NaiveDate,
) -> (u64, Vec<Value>) {
    let path = format!("{STAFF_PREVIEWS}/{preview}/hidden-times?channel={channel}&week={week}");
    let (status, answer) = hanne.get(&path).await;
    assert_eq!(status, 200, "{answer}");
    let days = answer["days"].as_array().expect("days");
    assert_eq!(days.len(), 7);
    let times = days.iter().flat_map(|day| day["times"].as_array().expect("times").clone());
    (answer["shown"].as_u64().expect("a number"), times.collect())
}

/// What was drawn for one round of the test below.
#[derive(Clone, Debug)]
struct Round {
    whose: usize,
    case: usize,
    days: u64,
    from: u64,
    length: u64,
    template: Value,
    exceptions: Vec<(u64, u64, Value)>,
    books: bool,
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
    (whose, 0..TEAM.len(), when, template, exceptions, any::<bool>()).prop_map(
        |(whose, case, (days, from, length), template, exceptions, books)| Round {
            whose,
            case,
            days,
            from,
            length,
            template,
            exceptions,
            books,
        },
    )
}

/// Stores a week and its exceptions, in place of those before.
async fn stores(leader: &Client, whose: CaseworkerId, today: NaiveDate, round: &Round) {
    let of = |path: &str| format!("{path}?caseworker={whose}");
    let settings = leader.get(&of(paths::STAFF_CALENDAR_SETTINGS)).await.1;
    for stored in settings["exceptions"].as_array().expect("exceptions") {
        let id = stored["id"].as_str().expect("an id").parse().expect("an id");
        leader.delete(&of(&paths::staff_calendar_exception(id))).await;
    }
    let version = &settings["template"]["version"];
    let body = json!({ "version": version, "template": round.template });
    let (status, answer) = leader.put(&of(paths::STAFF_CALENDAR_TEMPLATE), &body).await;
    assert_eq!(status, 200, "{answer} {round:?}");
    for (after, length, kind) in &round.exceptions {
        let from = today + Days::new(*after);
        let body = json!({ "from_date": from, "to_date": from + Days::new(*length), "kind": kind });
        let (status, answer) = leader.post(&of(paths::STAFF_CALENDAR_EXCEPTIONS), &body).await;
        assert_eq!(status, 201, "{answer}");
    }
}

/// Each time of the team in a week is shown or has a reason, and none has both.
pub async fn each_is_shown_or_says_why(
    app: &TestApp,
    leader: &Client,
    preview: &str,
    week: NaiveDate,
) {
    let team = caseworkers(leader).await;
    let pages = leader.in_preview(preview);
    for channel in CHANNELS {
        let path = format!("{}?channel={channel}&week={week}", paths::CITIZEN_TIMES);
        let times = pages.get(&path).await.1;
        let start = |time: &Value| {
            let at: DateTime<Utc> =
                time["starts_at"].as_str().expect("a time").parse().expect("a time");
            (time["caseworker"].as_str().expect("a name").to_owned(), at)
        };
        let days = times["days"].as_array().expect("days").iter();
        let offered: Vec<_> =
            days.flat_map(|day| day["times"].as_array().expect("times")).map(start).collect();
        let (shown, hidden) = hidden(leader, preview, channel, week).await;
        assert_eq!(shown, offered.len() as u64, "{channel} {week}");
        let mut known: HashSet<_> = offered.into_iter().collect();
        for time in &hidden {
            assert!(time["because"].is_string(), "{time}");
            assert!(known.insert(start(time)), "twice: {time}");
        }
        for (name, id) in &team {
            let rows = time_slot::Entity::find().filter(time_slot::Column::CaseworkerId.eq(id.0));
            for row in rows.all(app.state.db.read()).await.expect("times") {
                let day = genvej_server::clock::local_date(row.starts_at);
                if (week..week + Days::new(7)).contains(&day) {
                    assert!(known.contains(&(name.clone(), row.starts_at)), "{row:?}");
                }
            }
        }
    }
}

on_both_databases!(
    what_a_preview_of_a_calendar_shows_is_what_citizens_get,
    async |app: TestApp| {
        let mut runner = TestRunner::deterministic();
        let rounds = proptest::collection::vec(rounds(), 14).new_tree(&mut runner).expect("rounds");
        let (mut weeks, mut changed) = (0, 0);
        for round in rounds.current() {
            let leader = app.caseworker("team-leader").await;
            let team = caseworkers(&leader).await;
            let whose = *team.values().nth(round.whose).expect("three of them");
            let today = app.state.clock.today();
            let on = today + Days::new(round.days);
            let (from, key) = (on + Days::new(round.from), TEAM[round.case]);
            let span = json!({ "from": from, "to": from + Days::new(round.length) });
            stores(&leader, whose, on, &round).await;
            let body =
                with(&of_case(app.case_of(key).await, "Vi prøver planen."), "on", on.to_string());
            let calendar = json!({ "caseworker_id": whose, "span": span });
            let opened = leader.post(STAFF_PREVIEWS, &with(&body, "calendar", calendar)).await;
            assert_eq!(opened.0, 201, "{}", opened.1);
            let id = opened.1["id"].as_str().expect("an id");
            let to = from + Days::new(round.length);
            let before = shown(&leader.in_preview(id), from, to).await;
            let as_it_is = shown(&leader.opens_preview(&body).await, from, to).await;
            changed += usize::from(as_it_is != before);
            let monday = from - Days::new(u64::from(from.weekday().num_days_from_monday()));
            each_is_shown_or_says_why(&app, &leader, id, monday).await;
            app.pass(TimeDelta::days(i64::try_from(round.days).expect("a few")));
            let leader = app.caseworker("team-leader").await;
            let path = format!("{}?caseworker={whose}", paths::STAFF_CALENDAR_PUBLICATIONS);
            let (status, answer) = leader.post(&path, &span).await;
            assert_eq!(status, 201, "{answer}");
            let citizen = app.citizen(key).await;
            for (before, after) in before.into_iter().zip(shown(&citizen, from, to).await) {
                assert_eq!(before, after, "{key} {round:?}");
                weeks +=
                    usize::from(after.2["days"].as_array().is_some_and(|days| !days.is_empty()));
            }
            if round.books {
                let options = citizen.get(paths::CITIZEN_BOOKING_OPTIONS).await.1;
                let first =
                    options["channels"].as_array().expect("channels").iter().find_map(|option| {
                        option["first_free"].is_object().then(|| option["first_free"].clone())
                    });
                if let Some(first) = first {
                    let wish = json!({ "slot_id": first["slot_id"], "channel": first["channel"] });
                    citizen.post(paths::CITIZEN_BOOKINGS, &wish).await;
                }
            }
        }
        assert!(weeks > 20 && changed > 4, "{weeks} weeks with times, {changed} other than now");
    }
);

on_both_databases!(a_time_that_is_not_published_can_be_pointed_at, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let hanne = caseworkers(&leader).await["Hanne Ravn"];
    // Beyond what the demonstration has published.
    let span = json!({ "from": "2027-02-01", "to": "2027-02-12" });
    let app = app.configured(|config| config.municipality.booking.horizon_weeks = 20);
    let leader = leader.at(&app);
    let body = with(
        &of_case(app.case_of("overdue").await, "Vi prøver planen."),
        "calendar",
        json!({ "caseworker_id": hanne, "span": span }),
    );
    let preview = leader.opens_preview(&body).await;
    let path = format!("{}?channel=in_person&week=2027-02-01", paths::CITIZEN_TIMES);
    let times = preview.get(&path).await.1;
    assert!(times["days"][0]["times"][0]["slot_id"].is_string(), "{times}");
    assert_eq!(preview.get(&path).await.1, times, "the same ids on the next call");
    assert_eq!(leader.opens_preview(&body).await.get(&path).await.1, times, "and the next preview");
    let citizen = app.citizen("overdue").await;
    assert_eq!(citizen.get(&path).await.1["days"], json!([]), "nobody else sees them");
});

on_both_databases!(a_calendar_is_looked_at_by_who_may_open_it, async |app: TestApp| {
    let team = caseworkers(&app.caseworker("team-leader").await).await;
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let of = |name: &str, from: &str, to: &str| {
        let span = json!({ "from": from, "to": to });
        let calendar = json!({ "caseworker_id": team[name], "span": span });
        with(&of_case(case, ""), "calendar", calendar)
    };
    for (body, status, field) in [
        (of("Hanne Ravn", "2026-12-07", "2026-12-18"), 201, ""),
        (of("Thomas Elm", "2026-12-07", "2026-12-18"), 404, ""),
        (of("Hanne Ravn", "2026-12-18", "2026-12-07"), 422, "calendar.span.to"),
        (of("Hanne Ravn", "2026-11-30", "2026-12-07"), 422, "calendar.span.from"),
        (of("Hanne Ravn", "2026-12-07", "2099-12-07"), 422, "calendar.span.to"),
        (
            with(&of("Hanne Ravn", "2026-12-02", "2026-12-07"), "on", "2026-12-07"),
            422,
            "calendar.span.from",
        ),
    ] {
        let (got, answer) = hanne.post(STAFF_PREVIEWS, &body).await;
        assert_eq!(got, status, "{body}: {answer}");
        assert_eq!(answer["errors"][0]["field"].as_str().unwrap_or_default(), field, "{body}");
    }
});
