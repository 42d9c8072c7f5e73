//! Looking at pages on another day, at nobody's pages, and asking why a time is not seen.

use std::collections::BTreeSet;

use axum::http::Method;
use chrono::TimeDelta;
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::db::entities::access_log;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::preview::of_case;
use crate::preview_calendar::{CHANNELS, each_is_shown_or_says_why, hidden, with};
use crate::reforms::reform;
use crate::support::TestApp;

on_both_databases!(the_rules_of_another_day_are_looked_at, async |app: TestApp| {
    let app = app.configured(|config| {
        reform(config, "2026-12-07", |set| {
            set.later_channels = vec![contract::rules::ContactChannel::InPerson];
            set.local_interval_weeks = Some(6);
        });
    });
    let hanne = app.caseworker("caseworker-1").await;
    let body = of_case(app.case_of("next-due").await, "");
    for (on, phone, weeks) in [("2026-12-06", true, 4), ("2026-12-08", false, 6)] {
        let preview = hanne.opens_preview(&with(&body, "on", on)).await;
        let options = preview.get(paths::CITIZEN_BOOKING_OPTIONS).await.1;
        assert_eq!(options["today"], on);
        let option = &options["channels"].as_array().expect("channels").iter();
        let option = option.clone().find(|option| option["choice"]["channel"] == "phone");
        assert_eq!(option.expect("phone")["choice"]["allowed"], phone, "{on}");
        let overview = preview.get(paths::CITIZEN_OVERVIEW).await.1;
        assert_eq!(overview["today"], on);
        // The deadline, and the weeks it is explained by.
        let (duty, because) = (&overview["duty"], &overview["duty"]["because"]);
        assert_eq!(because["weeks"], weeks, "{on}: {duty}");
        let day = |value: &Value| {
            value.as_str().expect("a day").parse::<chrono::NaiveDate>().expect("a day")
        };
        let after = day(&duty["hold_by"]) - day(&because["held_on"]);
        assert_eq!(after.num_weeks(), weeks, "{on}: {duty}");
    }
    let (_, opened) = hanne.post(STAFF_PREVIEWS, &with(&body, "on", "2026-12-08")).await;
    assert_eq!((&opened["on"], &opened["other_day"]), (&json!("2026-12-08"), &json!(true)));
    let own = app.citizen("next-due").await.get(paths::CITIZEN_OVERVIEW).await.1;
    assert_eq!(own["today"], "2026-12-01", "the citizen's own day stays");
});

/// Every situation that there is a sample of.
const SITUATIONS: [&str; 11] = [
    "first_conversation_due",
    "next_conversation_due",
    "booked",
    "overdue",
    "exempt",
    "standby",
    "self_booking_withdrawn",
    "video_locked",
    "no_free_times",
    "no_employer",
    "case_closed",
];

on_both_databases!(i7_a_sample_is_nobodys_data, async |app: TestApp| {
    let log =
        async || access_log::Entity::find().count(app.state.db.read()).await.expect("a count");
    let before = log().await;
    let replica = app.configured(|_| {});
    let hanne = app.caseworker("caseworker-1").await;
    for (situation, on) in
        SITUATIONS.into_iter().zip([None, Some("2027-03-03")].into_iter().cycle())
    {
        let mut body = json!({ "of": { "kind": "sample", "situation": situation } });
        if let Some(on) = on {
            body["on"] = json!(on);
        }
        let (status, opened) = hanne.post(STAFF_PREVIEWS, &body).await;
        assert_eq!(status, 201, "{situation}: {opened}");
        let id = opened["id"].as_str().expect("an id");
        let (here, there) = (hanne.in_preview(id), hanne.at(&replica).in_preview(id));
        let role = here.get(paths::SESSION).await.1["signed_in"]["role"].clone();
        assert_eq!((&role["kind"], &role["case_id"]), (&json!("preview"), &opened["case_id"]));
        for path in [
            paths::CITIZEN_OVERVIEW,
            paths::CITIZEN_BOOKING_OPTIONS,
            "/api/citizen/times?channel=phone",
            paths::CITIZEN_JOB_PLAN,
            paths::CITIZEN_RETENTION_PLAN,
            paths::CITIZEN_ACCESS_LOG,
            paths::CITIZEN_ROUND_TABLE_TIMES,
        ] {
            let (status, answer) = here.get(path).await;
            assert_eq!(status, 200, "{situation} {path}: {answer}");
            assert_eq!(there.get(path).await.1, answer, "{situation} {path}: every server's ids");
        }
        let why = paths::staff_preview_hidden_times(id.parse().expect("an id"));
        assert_eq!(hanne.get(&format!("{why}?channel=phone")).await.0, 200);
        assert_eq!(hanne.get(&paths::staff_preview(id.parse().expect("an id"))).await.1, opened);
    }
    assert_eq!(log().await, before, "nothing was looked at");
});

on_both_databases!(a_sample_needs_no_demonstration, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let real = app.without_demo().with_cookie_of(&hanne);
    let body = json!({ "of": { "kind": "sample", "situation": "booked" } });
    let preview = real.opens_preview(&body).await;
    let overview = preview.get(paths::CITIZEN_OVERVIEW).await.1;
    assert!(overview["next_booking"].is_object());
    assert_eq!(preview.get(paths::SESSION).await.1["demo"], false);
});

on_both_databases!(ones_own_calendar_is_looked_at_by_a_sample, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let settings = hanne.get(paths::STAFF_CALENDAR_SETTINGS).await.1;
    let block = json!({
        "weekday": 3, "from": "13:00", "to": "13:45", "channels": ["phone"],
        "place": { "kind": "home" },
    });
    let template = json!({ "blocks": [block], "breaks": [], "pause_minutes": 0 });
    let body = json!({ "version": settings["template"]["version"], "template": template });
    assert_eq!(hanne.put(paths::STAFF_CALENDAR_TEMPLATE, &body).await.0, 200);
    let me = hanne.get(paths::SESSION).await.1["signed_in"]["role"]["caseworker_id"].clone();
    let preview = hanne
        .opens_preview(&json!({
            "of": { "kind": "sample", "situation": "next_conversation_due" },
            "calendar": {
                "caseworker_id": me, "span": { "from": "2026-12-07", "to": "2026-12-11" },
            },
        }))
        .await;
    let week = preview.get("/api/citizen/times?channel=phone&week=2026-12-07").await.1;
    let days = week["days"].as_array().expect("days");
    assert_eq!((days.len(), &days[0]["date"]), (1, &json!("2026-12-09")), "{week}");
    assert_eq!(days[0]["times"][0]["starts_at"], "2026-12-09T13:00:00+01:00");
});

on_both_databases!(a_time_that_is_not_seen_says_why, async |app: TestApp| {
    // Times are out from the second day on.
    app.pass(TimeDelta::days(1));
    let leader = app.caseworker("team-leader").await;
    let mut reasons = BTreeSet::new();
    let weeks = ["2026-11-30", "2026-12-07", "2026-12-21", "2027-03-01"];
    for key in ["next-due", "overdue", "withdrawn", "video-locked", "booked"] {
        let body = of_case(app.case_of(key).await, "Vi ser på tiderne.");
        let opened = leader.post(STAFF_PREVIEWS, &body).await.1;
        let id = opened["id"].as_str().expect("an id");
        for (channel, week) in CHANNELS.iter().flat_map(|c| weeks.map(|week| (c, week))) {
            let week = week.parse().expect("a day");
            for time in hidden(&leader, id, channel, week).await.1 {
                let because = time["because"].as_str().expect("a reason").to_owned();
                let expected = match key {
                    "withdrawn" => because == "no_self_booking",
                    _ => because != "no_self_booking",
                };
                assert!(expected, "{key}: {time}");
                if because == "form_locked" {
                    // A first conversation is in person.
                    let locked = [("video-locked", "video"), ("overdue", "phone")];
                    let locked = locked.into_iter().chain([("overdue", "video")]);
                    assert!(locked.clone().any(|lock| lock == (key, *channel)), "{key} {time}");
                }
                reasons.insert(because);
            }
        }
        each_is_shown_or_says_why(&app, &leader, id, "2026-12-07".parse().expect("a day")).await;
    }
    let expected = [
        "no_self_booking",
        "closed",
        "outside_hours",
        "not_published",
        "too_soon",
        "other_form",
        "form_locked",
        "booked",
        "own_conversation",
        "other_caseworker",
        "same_start",
    ];
    for reason in expected {
        assert!(reasons.contains(reason), "{reason}: {reasons:?}");
    }
});

on_both_databases!(i11_asking_why_nonsense_is_hidden_is_refused, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let body = of_case(app.case_of("next-due").await, "");
    let opened = hanne.post(STAFF_PREVIEWS, &body).await.1;
    let id = opened["id"].as_str().expect("an id").to_owned();
    let path = |id: &str, query: &str| format!("{STAFF_PREVIEWS}/{id}/hidden-times{query}");
    for (client, path, status, code) in [
        (&hanne, path(&id, ""), 400, "malformed_parameter"),
        (&hanne, path(&id, "?channel=fax"), 400, "malformed_parameter"),
        (&hanne, path(&id, "?channel=phone&week=0001-01-01"), 400, "malformed_parameter"),
        (&hanne, path("x", "?channel=phone"), 404, "not_found"),
        (&app.caseworker("caseworker-1").await, path(&id, "?channel=phone"), 404, "not_found"),
        (&app.citizen("next-due").await, path(&id, "?channel=phone"), 403, "not_allowed"),
        (&app.anonymous(), path(&id, "?channel=phone"), 401, "not_signed_in"),
    ] {
        let answer = client.send(Method::GET, &path, None).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{path}");
    }
    for week in ["1900-01-01", "2199-12-31"] {
        let answer = hanne.get(&path(&id, &format!("?channel=phone&week={week}"))).await;
        assert_eq!(answer.0, 200, "{week}");
    }
    let inside = hanne.in_preview(&id).get(&path(&id, "?channel=phone")).await;
    assert_eq!(inside.0, 200, "its own onlooker is told inside as well");
});
