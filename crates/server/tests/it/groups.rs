//! Group sessions: seats, the line for them, and who learns what of whom.

use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use genvej_server::db::entities::{occupancy, outbox};
use genvej_server::groups;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, free};
use crate::preview::{of_case, operations};
use crate::support::{Client, TestApp};

pub const GROUPS: &str = "/api/citizen/groups";
pub const STAFF: &str = "/api/staff/groups";
/// The people of the demonstration who have a seat in its first session.
const CROWD: [&str; 3] = ["Anders Friis", "Pia Mose", "Kirsten Eng"];

/// The sessions that a citizen sees.
pub async fn sessions(citizen: &Client) -> Vec<Value> {
    let (status, page) = citizen.get(GROUPS).await;
    assert_eq!(status, 200, "{page}");
    page["sessions"].as_array().expect("sessions").clone()
}

/// One of them, as it is now.
pub async fn session(citizen: &Client, id: &str) -> Value {
    let all = sessions(citizen).await;
    all.into_iter().find(|session| session["id"] == id).expect("the session")
}

pub async fn wish(citizen: &Client, id: &str, wish: &str) -> (u16, Value) {
    citizen.put(&format!("{GROUPS}/{id}"), &json!({ "wish": wish })).await
}

pub async fn done(citizen: &Client, id: &str, what: &str) -> Value {
    let (status, page) = wish(citizen, id, what).await;
    assert_eq!(status, 200, "{what}: {page}");
    page
}

pub async fn refused(citizen: &Client, id: &str, what: &str) -> String {
    let (status, problem) = wish(citizen, id, what).await;
    assert_eq!(status, 409, "{what}: {problem}");
    problem["code"].as_str().expect("a code").to_owned()
}

pub async fn part(citizen: &Client, id: &str) -> String {
    session(citizen, id).await["mine"]["kind"].as_str().expect("a kind").to_owned()
}

/// The id of the demonstration's first session: five seats, three of them taken.
pub async fn first(app: &TestApp) -> String {
    let all = sessions(&app.citizen("next-due").await).await;
    all[0]["id"].as_str().expect("an id").to_owned()
}

/// What was told the citizen of a case about group sessions, the oldest first.
pub async fn told(app: &TestApp, case: CaseId) -> Vec<Value> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::CaseId.eq(case.0))
        .filter(outbox::Column::Recipient.eq("citizen"))
        .order_by_asc(outbox::Column::At)
        .all(app.state.db.read())
        .await
        .expect("messages");
    let kinds = rows.into_iter().map(|row| row.kind);
    kinds
        .filter(|kind| kind["kind"].as_str().is_some_and(|kind| kind.starts_with("group")))
        .collect()
}

async fn cells(app: &TestApp, case: CaseId) -> u64 {
    occupancy::Entity::find()
        .filter(occupancy::Column::Resource.eq(format!("case:{case}")))
        .count(app.state.db.read())
        .await
        .expect("a count")
}

on_both_databases!(a_citizen_takes_a_seat_and_gives_it_up, async |app: TestApp| {
    let (jonas, case) = (app.citizen("next-due").await, app.case_of("next-due").await);
    let all = sessions(&jonas).await;
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["starts_at"], "2026-12-11T13:00:00+01:00");
    assert_eq!(all[0]["ends_at"], "2026-12-11T15:00:00+01:00");
    assert_eq!(all[0]["decided_at"], "2026-12-10T12:00:00+01:00");
    assert_eq!((&all[0]["left"], &all[1]["left"]), (&json!("few"), &json!("free")));
    assert_eq!((&all[0]["room"], &all[1]["place"]), (&json!("Lokale A"), &Value::Null));
    assert_eq!(all[0]["leader"], "Gitte Fjord");
    let id = all[0]["id"].as_str().expect("an id");
    let file = format!("{GROUPS}/{id}/calendar.ics");
    assert_eq!(jonas.get(&file).await.0, 404, "no seat, no file");

    for _ in 0..2 {
        let page = done(&jonas, id, "seat").await;
        assert_eq!(page["sessions"][0]["mine"], json!({ "kind": "seat" }), "I3");
    }
    assert_eq!(cells(&app, case).await, 24, "two hours");
    let overview = jonas.get("/api/citizen/overview").await.1;
    assert_eq!(
        (&overview["group_on"], &overview["group_offered"]),
        (&json!("2026-12-11"), &Value::Null)
    );
    assert_eq!(
        (&overview["next_booking"], &overview["held"].as_array().map(Vec::len)),
        (&Value::Null, &Some(1))
    );
    let own = jonas.get("/api/citizen/data").await.1;
    let group = &own["cases"][0]["groups"][0];
    assert_eq!((&group["cancelled"], &group["came"]), (&json!(false), &Value::Null));
    assert!(group["seat_since"].is_string(), "{group}");
    let ics = jonas.send(Method::GET, &file, None).await;
    assert!(ics.text.contains("DTSTART;TZID=Europe/Copenhagen:20261211T130000"), "{}", ics.text);
    let unfolded = ics.text.replace("\r\n ", "");
    let place = unfolded.lines().find(|line| line.starts_with("LOCATION:")).expect("a place");
    assert!(place.contains("Lokale A") && place.chars().any(|c| c.is_ascii_digit()), "{place}");
    let zone = ics.text.split("BEGIN:VEVENT").next().expect("what comes before the event");
    assert!(zone.contains("BEGIN:VTIMEZONE") && !zone.contains("UID") && !zone.contains("DTSTAMP"));

    for _ in 0..2 {
        let page = done(&jonas, id, "nothing").await;
        assert_eq!(page["sessions"][0]["mine"], json!({ "kind": "none" }));
    }
    assert_eq!(cells(&app, case).await, 0);
    assert_eq!(jonas.get("/api/citizen/overview").await.1["group_on"], Value::Null);
    assert_eq!(told(&app, case).await, [Value::Null; 0]);
});

on_both_databases!(no_participant_learns_of_another, async |app: TestApp| {
    let id = first(&app).await;
    let (jonas, maja) = (app.citizen("next-due").await, app.citizen("first-due").await);
    done(&jonas, &id, "seat").await;
    done(&maja, &id, "seat").await;
    let line = app.citizen("exempt").await;
    done(&line, &id, "in_line").await;
    let others = CROWD.into_iter().chain(["Maja Holm"]);
    for (who, names) in [
        (&jonas, others.clone().collect::<Vec<_>>()),
        (&line, others.chain(["Jonas Bak"]).collect()),
    ] {
        for (method, path) in operations() {
            if method != Method::GET || !path.starts_with("/api/citizen/") {
                continue;
            }
            let path = path.replace("01a20000-0000-7000-8000-000000000000", &id);
            let answer = who.send(method, &path, None).await;
            for name in &names {
                assert!(!answer.text.contains(name), "{path} tells of {name}");
            }
        }
        for what in ["in_line", "seat", "nothing"] {
            let (_, answer) = wish(who, &id, what).await;
            for name in &names {
                assert!(!answer.to_string().contains(name), "{what} tells of {name}");
            }
        }
    }
    for seat in sessions(&line).await {
        for field in ["seats", "taken", "in_line", "kept", "people"] {
            assert_eq!(seat.get(field), None, "no numbers: {field}");
        }
    }
    let company = app.employer().await;
    let case = app.case_of("first-due").await;
    for path in
        ["/api/employer/cases".to_owned(), format!("/api/employer/cases/{case}/retention-plan")]
    {
        let text = company.get(&path).await.1.to_string();
        assert!(!text.contains("group") && !text.contains(&id), "I5: {path}");
    }
});

on_both_databases!(a_seat_that_comes_free_goes_to_the_first_in_line, async |app: TestApp| {
    let id = first(&app).await;
    let [maja, jonas, karim, peter] = [
        app.citizen("first-due").await,
        app.citizen("next-due").await,
        app.citizen("video-locked").await,
        app.citizen("overdue").await,
    ];
    done(&maja, &id, "seat").await;
    done(&jonas, &id, "seat").await;
    assert_eq!(session(&karim, &id).await["left"], "full");
    assert_eq!(refused(&karim, &id, "seat").await, "group_full");
    done(&karim, &id, "in_line").await;
    app.pass(TimeDelta::minutes(1));
    done(&peter, &id, "in_line").await;
    assert_eq!(
        (part(&karim, &id).await, part(&peter, &id).await),
        ("in_line".into(), "in_line".into())
    );

    app.pass(TimeDelta::minutes(1));
    done(&maja, &id, "nothing").await;
    let offered = session(&karim, &id).await["mine"].clone();
    assert_eq!(offered, json!({ "kind": "offered", "until": "2026-12-01T09:32:00+01:00" }));
    assert_eq!(part(&peter, &id).await, "in_line");
    assert_eq!(session(&maja, &id).await["left"], "full", "nobody takes it past the line");
    assert_eq!(refused(&maja, &id, "seat").await, "group_full");
    assert_eq!(refused(&peter, &id, "seat").await, "group_full");
    let overview = karim.get("/api/citizen/overview").await.1;
    assert_eq!(
        (&overview["group_offered"], &overview["group_on"]),
        (&offered["until"], &Value::Null)
    );
    let case = app.case_of("video-locked").await;
    assert_eq!(cells(&app, case).await, 0, "what is kept takes nobody's time");
    let message = told(&app, case).await;
    assert_eq!(message.len(), 1);
    assert_eq!(message[0]["kind"], "group_seat_offered");

    // Time runs out: the clock alone passes the seat on, once, also with two processes.
    app.pass(TimeDelta::minutes(31));
    let [maja, jonas, karim, peter] = [
        app.citizen("first-due").await,
        app.citizen("next-due").await,
        app.citizen("video-locked").await,
        app.citizen("overdue").await,
    ];
    assert_eq!(part(&karim, &id).await, "offer_over");
    assert_eq!(refused(&karim, &id, "seat").await, "group_full");
    let (one, other) = tokio::join!(groups::pass_on(&app.state), groups::pass_on(&app.state));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(
        (part(&karim, &id).await, part(&peter, &id).await),
        ("offer_over".into(), "offered".into())
    );
    done(&peter, &id, "seat").await;
    assert_eq!(cells(&app, app.case_of("overdue").await).await, 24);
    assert_eq!(told(&app, app.case_of("overdue").await).await.len(), 1);
    // Who let it pass may stand in line again, at its end.
    done(&karim, &id, "in_line").await;
    assert_eq!(part(&karim, &id).await, "in_line");
    done(&jonas, &id, "nothing").await;
    assert_eq!(part(&karim, &id).await, "offered");
    done(&karim, &id, "nothing").await;
    assert_eq!(session(&maja, &id).await["left"], "few", "declined, and nobody waits");
});

on_both_databases!(i1_nobody_has_a_seat_and_a_conversation_at_once, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let jonas = app.citizen("next-due").await;
    let friday = free(&jonas, "phone").await;
    let (mut week, mut slot) = (friday, Value::Null);
    while slot.is_null() {
        let days = week["days"].as_array().expect("days").clone();
        let afternoon =
            |time: &&Value| time["starts_at"].as_str().is_some_and(|at| &at[11..13] == "13");
        let times = days.iter().flat_map(|day| day["times"].as_array().expect("times").clone());
        slot = times.collect::<Vec<_>>().iter().find(afternoon).cloned().unwrap_or_default();
        let next = week["next_week"].as_str().unwrap_or("2026-12-14").to_owned();
        week = jonas.get(&format!("/api/citizen/times?channel=phone&week={next}")).await.1;
    }
    // A session at the time of a conversation that Jonas could book.
    let day = &slot["starts_at"].as_str().expect("a time")[..10];
    let gitte = app.caseworker("team-leader").await;
    let new = json!({ "theme": "cv", "day": day, "from": "13:00", "room": null, "seats": 5 });
    let (status, planned) = gitte.post(STAFF, &new).await;
    assert_eq!(status, 201, "{planned}");
    let id = planned["line"]["id"].as_str().expect("an id");

    done(&jonas, id, "seat").await;
    let body = json!({ "slot_id": slot["slot_id"], "channel": "phone" });
    let (status, problem) = jonas.post(BOOKINGS, &body).await;
    assert_eq!((status, &problem["code"]), (409, &json!("slot_taken")), "{problem}");
    let monday = &slot["starts_at"].as_str().expect("a time")[..10];
    let week = jonas.get(&format!("/api/citizen/times?channel=phone&week={monday}")).await.1;
    assert!(!week.to_string().contains(slot["slot_id"].as_str().expect("an id")), "not shown");
    let case = app.case_of("next-due").await;
    let (_, opened) = hanne.post("/api/staff/previews", &of_case(case, "")).await;
    let preview = opened["id"].as_str().expect("an id");
    let hidden = format!("/api/staff/previews/{preview}/hidden-times?channel=phone&week={monday}");
    let hidden = hanne.get(&hidden).await.1;
    let days = hidden["days"].as_array().expect("days");
    let times = days.iter().flat_map(|day| day["times"].as_array().expect("times"));
    let mut same = times.filter(|time| time["starts_at"] == slot["starts_at"]);
    assert!(same.any(|time| time["because"] == "citizen_busy"), "and the preview says why");

    done(&jonas, id, "nothing").await;
    assert_eq!(jonas.post(BOOKINGS, &body).await.0, 201);
    assert_eq!(refused(&jonas, id, "seat").await, "group_clash");
    assert_eq!(part(&jonas, id).await, "none", "nothing is changed");
});

on_both_databases!(who_may_take_a_seat, async |app: TestApp| {
    let id = first(&app).await;
    let (closed, standby) = (app.citizen("closed").await, app.citizen("standby").await);
    let page = closed.get(GROUPS).await.1;
    assert_eq!(page["case_closed"], true);
    for what in ["seat", "in_line"] {
        assert_eq!(refused(&closed, &id, what).await, "case_closed");
    }
    done(&closed, &id, "nothing").await;
    assert_eq!(standby.get(GROUPS).await.1["standby"], true);
    done(&standby, &id, "seat").await;
    let withdrawn = app.citizen("withdrawn").await;
    done(&withdrawn, &id, "seat").await;
    let none = "01a20000-0000-7000-8000-000000000000";
    assert_eq!(wish(&standby, none, "seat").await.0, 404);
    assert_eq!(standby.put(&format!("{GROUPS}/{id}"), &json!({ "wish": "x" })).await.0, 400);
    app.set_time("2026-12-11T12:00:00Z");
    let standby = app.citizen("standby").await;
    assert_eq!(refused(&standby, &id, "nothing").await, "group_over", "it has begun");
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(hanne.get(GROUPS).await.0, 403);
    assert_eq!(app.employer().await.get(GROUPS).await.0, 403);
});

on_both_databases!(a_preview_of_the_page_is_the_page, async |app: TestApp| {
    let (id, case) = (first(&app).await, app.case_of("next-due").await);
    let jonas = app.citizen("next-due").await;
    done(&jonas, &id, "seat").await;
    let preview = app.preview("caseworker-1", case).await;
    assert_eq!(preview.get(GROUPS).await, jonas.get(GROUPS).await);
    let (status, problem) = wish(&preview, &id, "nothing").await;
    assert_eq!((status, &problem["code"]), (403, &json!("preview_is_read_only")));
    assert_eq!(part(&jonas, &id).await, "seat");
});
