//! A calendar that is not published yet, looked at as its citizens will: what the preview shows is
//! what they get once it is published, and each time that it does not show says why.

mod rounds;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use contract::ids::CaseworkerId;
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::db::entities::time_slot;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use self::rounds::{BOOKERS, Round, STARTS, are_the_usual_ones, draw};
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

/// The last Sundays of March and October, on which the clocks change.
const CLOCKS_CHANGE: [&str; 2] = ["2027-03-28", "2027-10-31"];

/// The stored times of a caseworker that are to come, by id: are they out, and are they booked?
async fn stored(app: &TestApp, whose: CaseworkerId) -> BTreeMap<Uuid, (bool, bool)> {
    let rows = time_slot::Entity::find().filter(time_slot::Column::CaseworkerId.eq(whose.0));
    let rows = rows.filter(time_slot::Column::StartsAt.gt(app.state.clock.now()));
    let rows = rows.all(app.state.db.read()).await.expect("times");
    rows.into_iter().map(|row| (row.id, (row.published, row.taken > 0))).collect()
}

/// What a publication did to one time, by what was stored before and after.
fn step(before: Option<(bool, bool)>, after: Option<(bool, bool)>) -> &'static str {
    match (before, after) {
        (None, _) => "add",
        (Some((true, _)), Some((true, _))) => "keep",
        (Some((false, true)), Some((true, _))) => "restore",
        (Some((true, true)), Some((false, true))) => "keep_booked",
        (Some((true, false)), Some((false, _)) | None) => "withdraw",
        _ => "left",
    }
}

/// Is there a time that a booking keeps from appearing?
async fn is_one_blocked(leader: &Client, whose: CaseworkerId, span: &Value) -> bool {
    let path = format!("{}?caseworker={whose}", paths::STAFF_CALENDAR_PREVIEWS);
    let (status, plan) = leader.post(&path, span).await;
    assert_eq!(status, 200, "{plan}");
    plan.to_string().contains("\"blocked_by_booking\"")
}

on_both_databases!(
    what_a_preview_of_a_calendar_shows_is_what_citizens_get,
    async |app: TestApp| {
        let (mut weeks, mut changed, mut booked, mut over_a_change) = (0, 0, 0, 0);
        let mut steps = BTreeSet::new();
        for (number, round) in draw(18).into_iter().enumerate() {
            if let Some((_, at)) = STARTS.iter().find(|(of, _)| *of == number) {
                app.set_time(at);
            }
            let leader = app.caseworker("team-leader").await;
            let team = caseworkers(&leader).await;
            let whose = *team.values().nth(round.whose).expect("three of them");
            let today = app.state.clock.today();
            let on = today + Days::new(round.days);
            let (from, key) = (on + Days::new(round.from), TEAM[round.case]);
            let to = from + Days::new(round.length);
            let span = json!({ "from": from, "to": to });
            let within = |day: &str| (from..=to).contains(&day.parse().expect("a day"));
            over_a_change += usize::from(CLOCKS_CHANGE.into_iter().any(within));
            stores(&leader, whose, on, &round).await;
            let body =
                with(&of_case(app.case_of(key).await, "Vi prøver planen."), "on", on.to_string());
            let calendar = json!({ "caseworker_id": whose, "span": span });
            let opened = leader.post(STAFF_PREVIEWS, &with(&body, "calendar", calendar)).await;
            assert_eq!(opened.0, 201, "{}", opened.1);
            let id = opened.1["id"].as_str().expect("an id");
            let before = shown(&leader.in_preview(id), from, to).await;
            let as_it_is = shown(&leader.opens_preview(&body).await, from, to).await;
            changed += usize::from(as_it_is != before);
            let monday = from - Days::new(u64::from(from.weekday().num_days_from_monday()));
            each_is_shown_or_says_why(&app, &leader, id, monday).await;
            app.state.clock.set(app.state.clock.on_day(on).now());
            let leader = app.caseworker("team-leader").await;
            let path = format!("{}?caseworker={whose}", paths::STAFF_CALENDAR_PUBLICATIONS);
            let stored_before = stored(&app, whose).await;
            if is_one_blocked(&leader, whose, &span).await {
                steps.insert("blocked");
            }
            let (status, answer) = leader.post(&path, &span).await;
            assert_eq!(status, 201, "{answer}");
            let stored_after = stored(&app, whose).await;
            let all: BTreeSet<&Uuid> = stored_before.keys().chain(stored_after.keys()).collect();
            steps.extend(
                all.into_iter()
                    .map(|id| step(stored_before.get(id).copied(), stored_after.get(id).copied())),
            );
            let citizen = app.citizen(key).await;
            for (before, after) in before.into_iter().zip(shown(&citizen, from, to).await) {
                assert_eq!(before, after, "{key} {round:?}");
                weeks +=
                    usize::from(after.2["days"].as_array().is_some_and(|days| !days.is_empty()));
            }
            if number % 3 == 0 {
                let name = team.keys().nth(round.whose).expect("three of them");
                let booker = app.citizen(BOOKERS[number / 3]).await;
                booked += usize::from(books(&booker, name, from, to).await);
            }
        }
        println!(
            "{weeks} weeks with times, {changed} other than now, {booked} bookings, {steps:?}"
        );
        if !are_the_usual_ones() {
            // Others may by chance lack something.
            return;
        }
        assert!(weeks > 20 && changed > 4, "{weeks} weeks with times, {changed} other than now");
        assert!(over_a_change > 6, "{over_a_change} calendars in which the clocks change");
        assert!(booked > 2, "{booked} bookings");
        for kind in ["add", "keep", "restore", "keep_booked", "withdraw", "blocked"] {
            assert!(steps.contains(kind), "{kind} is not among {steps:?}");
        }
    }
);

/// The citizen books a time of a caseworker in a span of days. Was there one, and did they get it?
async fn books(citizen: &Client, caseworker: &str, from: NaiveDate, to: NaiveDate) -> bool {
    let weeks = from.iter_weeks().take_while(|day| *day <= to + Days::new(6));
    for (channel, week) in CHANNELS.iter().flat_map(|c| weeks.clone().map(move |week| (c, week))) {
        let path = format!("{}?channel={channel}&week={week}", paths::CITIZEN_TIMES);
        let answer = citizen.get(&path).await.1;
        for day in answer["days"].as_array().expect("days") {
            let on: NaiveDate = day["date"].as_str().expect("a day").parse().expect("a day");
            let times = day["times"].as_array().expect("times").iter();
            let mut theirs = times.filter(|time| time["caseworker"] == caseworker);
            if let (true, Some(time)) = ((from..=to).contains(&on), theirs.next()) {
                let wish = json!({ "slot_id": time["slot_id"], "channel": channel });
                return citizen.post(paths::CITIZEN_BOOKINGS, &wish).await.0 == 201;
            }
        }
    }
    false
}

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
