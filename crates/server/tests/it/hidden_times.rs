//! Why a time is not seen, where something has to be there first: a last day that can be booked,
//! the citizen's own round table, a full house.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::clock::local_date;
use genvej_server::db::entities::time_slot;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use crate::booking::{book_first, free};
use crate::preview::of_case;
use crate::preview_calendar::hidden;
use crate::round_table::{self, DAY};
use crate::support::{Client, TestApp};

const REASON: &str = "Vi ser på tiderne.";
const THOMAS: &str = "Thomas Elm";

fn at(time: &Value, name: &str) -> DateTime<Utc> {
    time[name].as_str().expect("a time").parse().expect("a time")
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// A preview of a citizen's pages, by its id.
async fn open(app: &TestApp, leader: &Client, key: &str) -> String {
    let (status, opened) =
        leader.post(STAFF_PREVIEWS, &of_case(app.case_of(key).await, REASON)).await;
    assert_eq!(status, 201, "{opened}");
    opened["id"].as_str().expect("an id").to_owned()
}

/// Why the times of a week are hidden, by whose they are and when they start; of those that meet a
/// stretch of time.
async fn why(
    leader: &Client,
    preview: &str,
    channel: &str,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> BTreeMap<(String, DateTime<Utc>), String> {
    let (_, times) = hidden(leader, preview, channel, monday(local_date(from))).await;
    let times =
        times.iter().filter(|time| at(time, "starts_at") < to && from < at(time, "ends_at"));
    let name = |time: &Value, name: &str| time[name].as_str().expect("words").to_owned();
    times
        .map(|time| ((name(time, "caseworker"), at(time, "starts_at")), name(time, "because")))
        .collect()
}

on_both_databases!(of_a_time_that_has_begun_it_is_said_that_it_is_over, async |app: TestApp| {
    app.set_time("2026-12-02T10:00:00Z");
    let leader = app.caseworker("team-leader").await;
    let preview = open(&app, &leader, "next-due").await;
    let now: DateTime<Utc> = "2026-12-02T10:00:00Z".parse().expect("a time");
    let (_, times) = hidden(&leader, &preview, "phone", monday(local_date(now))).await;
    let (over, to_come): (Vec<_>, Vec<_>) =
        times.iter().partition(|time| at(time, "starts_at") <= now);
    assert!(!over.is_empty() && !to_come.is_empty(), "{times:?}");
    assert!(over.iter().all(|time| time["because"] == "too_soon"), "{over:?}");
    assert!(to_come.iter().any(|time| time["because"] != "too_soon"), "{to_come:?}");
});

on_both_databases!(the_deadline_hides_no_time_and_is_said_beside_them, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let preview = open(&app, &leader, "next-due").await;
    let jonas = app.citizen("next-due").await;
    let overview = jonas.get(paths::CITIZEN_OVERVIEW).await.1;
    let hold_by = overview["duty"]["hold_by"].clone();
    let last: NaiveDate = hold_by.as_str().expect("a day").parse().expect("a day");
    let week = monday(last + Days::new(7));
    let path = format!("{STAFF_PREVIEWS}/{preview}/hidden-times?channel=phone&week={week}");
    let times = leader.get(&path).await.1;
    assert_eq!(times["hold_by"], hold_by);
    assert!(times["shown"].as_u64().expect("a number") > 0, "a week after it: {times}");
    let ole = open(&app, &leader, "standby").await;
    let path = format!("{STAFF_PREVIEWS}/{ole}/hidden-times?channel=phone");
    assert_eq!(leader.get(&path).await.1["hold_by"], Value::Null, "nothing is due");
});

on_both_databases!(a_time_after_the_last_day_that_can_be_booked_says_so, async |app: TestApp| {
    // Times are out for eight weeks and booked no more than three ahead: to Tuesday the 22nd.
    let app = app.configured(|config| config.municipality.booking.horizon_weeks = 3);
    let leader = app.caseworker("team-leader").await;
    let team = leader.get(paths::STAFF_CASEWORKERS).await.1;
    let team = team.as_array().expect("rows").iter().map(|row| row["id"].as_str().expect("an id"));
    let team: Vec<uuid::Uuid> = team.map(|id| id.parse().expect("an id")).collect();
    let out = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.is_in(team))
        .filter(time_slot::Column::Published.eq(true))
        .all(app.state.db.read())
        .await
        .expect("times");
    for last in ["2026-12-22", "2026-12-23"] {
        let last: NaiveDate = last.parse().expect("a day");
        // Sessions do not last until the next day.
        let leader = app.caseworker("team-leader").await;
        let preview = open(&app, &leader, "next-due").await;
        let week = monday(last);
        let mut later: Vec<_> = out
            .iter()
            .map(|slot| slot.starts_at)
            .filter(|start| monday(local_date(*start)) == week && local_date(*start) > last)
            .collect();
        let (shown, times) = hidden(&leader, &preview, "phone", week).await;
        let beyond = times.iter().filter(|time| time["because"] == "beyond_horizon");
        let mut beyond: Vec<_> = beyond.map(|time| at(time, "starts_at")).collect();
        later.sort();
        beyond.sort();
        assert_eq!(beyond, later, "{last}");
        assert!(shown > 0, "the days before can be booked");
        let path = format!("{}?channel=phone&week={week}", paths::CITIZEN_TIMES);
        let seen = leader.in_preview(&preview).get(&path).await.1;
        for day in seen["days"].as_array().expect("days") {
            assert!(
                day["date"].as_str().expect("a day").parse::<NaiveDate>().expect("a day") <= last
            );
        }
        app.pass(TimeDelta::days(1));
    }
    let leader = app.caseworker("team-leader").await;
    let preview = open(&app, &leader, "next-due").await;
    let far = hidden(&leader, &preview, "phone", "2027-01-04".parse().expect("a day")).await.1;
    assert!(far.iter().any(|time| time["because"] == "beyond_horizon"), "a whole week of them");
});

on_both_databases!(a_time_of_the_citizens_own_round_table_says_so, async |app: TestApp| {
    let (_, _, jonas) = round_table::offered(&app, "next-due").await;
    let table = round_table::book(&jonas, &round_table::times(&jonas).await[0]).await;
    assert_eq!(table["caseworker"], "Hanne Ravn");
    let stretch = (at(&table, "starts_at"), at(&table, "ends_at"));
    assert_eq!(local_date(stretch.0).to_string(), DAY);
    let leader = app.caseworker("team-leader").await;
    let own = open(&app, &leader, "next-due").await;
    let others = open(&app, &leader, "video-locked").await;
    let mut busy = 0;
    for ((name, start), because) in why(&leader, &own, "phone", stretch).await {
        if name == THOMAS {
            assert_eq!(because, "citizen_busy", "{start}");
            busy += 1;
        } else {
            assert_ne!(because, "citizen_busy", "{name} is in the conversation, or has no times");
        }
    }
    assert!(busy > 0, "Thomas has times then");
    let of_others = why(&leader, &others, "phone", stretch).await;
    assert!(of_others.values().all(|because| because != "citizen_busy"), "{of_others:?}");
    assert!(
        of_others.iter().any(|((name, _), because)| name == "Hanne Ravn" && because == "booked"),
        "{of_others:?}"
    );
    let hanne = app.caseworker("caseworker-1").await;
    let body = serde_json::json!({});
    assert_eq!(hanne.post(&round_table::cancellation("staff", &table), &body).await.0, 204);
    let free = why(&leader, &own, "phone", stretch).await;
    assert!(free.values().all(|because| because != "citizen_busy"), "{free:?}");
});

on_both_databases!(a_time_without_a_room_says_so, async |app: TestApp| {
    // The house has one room, and Jonas is in it.
    let small = app.configured(|config| {
        for place in &mut config.municipality.places {
            place.rooms.truncate(1);
        }
    });
    let (leader, jonas) = (small.caseworker("team-leader").await, small.citizen("next-due").await);
    let preview = open(&small, &leader, "overdue").await;
    let first = free(&jonas, "in_person").await["first_free"].clone();
    let stretch = (at(&first, "starts_at"), at(&first, "ends_at"));
    let before = why(&leader, &preview, "in_person", stretch).await;
    let booking = book_first(&jonas, "in_person").await;
    assert_eq!(booking["caseworker"]["name"], "Hanne Ravn");
    let after = why(&leader, &preview, "in_person", stretch).await;
    let in_large = why(&leader.at(&app), &preview, "in_person", stretch).await;
    let of_thomas: Vec<_> = after.iter().filter(|((name, _), _)| name == THOMAS).collect();
    assert!(!of_thomas.is_empty(), "he has visits then: {after:?}");
    for (time, because) in of_thomas {
        assert_eq!(because, "no_room", "{time:?}");
        assert_ne!(before.get(time).map(String::as_str), Some("no_room"), "{time:?}");
        assert_ne!(in_large.get(time).map(String::as_str), Some("no_room"), "there are more");
    }
    // By phone no room is needed.
    let by_phone = open(&small, &leader, "video-locked").await;
    let by_phone = why(&leader, &by_phone, "phone", stretch).await;
    assert!(by_phone.values().all(|because| because != "no_room"), "{by_phone:?}");
    let path = format!(
        "{}/{}/cancellation",
        paths::CITIZEN_BOOKINGS,
        booking["id"].as_str().expect("an id")
    );
    let body = serde_json::json!({});
    let (status, answer) = jonas.post(&path, &body).await;
    assert!((200..300).contains(&status), "{answer}");
    assert_eq!(why(&leader, &preview, "in_person", stretch).await, before);
});
