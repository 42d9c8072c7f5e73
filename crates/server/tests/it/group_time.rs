//! Group sessions as caseworkers plan them, call them off and note them, and what is decided on
//! the working day before.

use chrono::TimeDelta;
use genvej_server::db::entities::occupancy;
use genvej_server::groups;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::groups::{STAFF, done, first, part, refused, session, sessions, told};
use crate::support::{Client, TestApp};

fn new(day: &str, from: &str) -> Value {
    let room = json!({ "place": "raadhuset", "room": "lokale-2" });
    json!({ "theme": "cv", "day": day, "from": from, "room": room, "seats": 6 })
}

async fn plan(by: &Client, body: &Value) -> Value {
    let (status, group) = by.post(STAFF, body).await;
    assert_eq!(status, 201, "{group}");
    group
}

async fn held_cells(app: &TestApp, id: &str) -> u64 {
    let id: Uuid = id.parse().expect("an id");
    occupancy::Entity::find()
        .filter(occupancy::Column::BookingId.eq(id))
        .count(app.state.db.read())
        .await
        .expect("a count")
}

on_both_databases!(a_caseworker_plans_a_session, async |app: TestApp| {
    let (hanne, thomas) =
        (app.caseworker("caseworker-1").await, app.caseworker("caseworker-2").await);
    let (status, page) = hanne.get(STAFF).await;
    assert_eq!(
        (status, &page["first_day"], &page["sessions"][0]["taken"]),
        (200, &json!("2026-12-02"), &json!(3))
    );
    let body = new("2026-12-14", "15:00");
    let (status, once) = hanne.post_with_key(STAFF, "plan-key-1", &body).await;
    assert_eq!((status, &once["line"]["leader"]), (201, &json!("Hanne Ravn")), "{once}");
    assert_eq!(hanne.post_with_key(STAFF, "plan-key-1", &body).await.1, once, "I3");
    let id = once["line"]["id"].as_str().expect("an id");
    assert_eq!(held_cells(&app, id).await, 48, "of the leader and of the room");
    assert_eq!(once["line"]["place"], "Rådhuset, Lokale 2");
    let week = hanne.get("/api/staff/calendar?week=2026-12-14").await.1;
    assert_eq!(week["days"][0]["groups"][0]["id"], id);
    assert_eq!(sessions(&app.citizen("next-due").await).await.len(), 3);

    // I1: neither she nor the room is in two places.
    let (status, problem) = hanne.post(STAFF, &new("2026-12-14", "16:55")).await;
    assert_eq!((status, &problem["code"]), (409, &json!("group_clash")));
    let (status, problem) = thomas.post(STAFF, &new("2026-12-14", "14:00")).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_room_free")));
    plan(&thomas, &new("2026-12-14", "17:00")).await;

    let wrong = [
        ("day", json!("2026-12-01"), "out_of_range"),
        ("day", json!("2026-12-12"), "closed"),
        ("day", json!("2026-12-24"), "closed"),
        ("from", json!("03:00"), "out_of_range"),
        ("day", json!("2030-01-01"), "out_of_range"),
        ("theme", json!("x"), "unknown"),
        ("from", json!("13:03"), "off_grid"),
        ("from", json!("23:00"), "out_of_range"),
        ("seats", json!(8), "out_of_range"),
        ("seats", json!(4), "out_of_range"),
        ("room", json!({ "place": "x", "room": "y" }), "unknown"),
    ];
    for (field, value, code) in wrong {
        let mut body = new("2026-12-15", "08:00");
        body[field] = value;
        let (status, problem) = hanne.post(STAFF, &body).await;
        assert_eq!(status, 422, "{field}: {problem}");
        let error = &problem["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)));
    }
});

on_both_databases!(the_leader_sees_who_comes_and_others_their_own, async |app: TestApp| {
    let id = first(&app).await;
    let path = format!("{STAFF}/{id}");
    let jonas = app.citizen("next-due").await;
    done(&jonas, &id, "seat").await;
    let [hanne, thomas, gitte] = [
        app.caseworker("caseworker-1").await,
        app.caseworker("caseworker-2").await,
        app.caseworker("team-leader").await,
    ];
    let names = |group: &Value| -> Vec<String> {
        let people = group["people"].as_array().expect("people");
        people.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
    };
    let log = async || {
        let log = jonas.get("/api/citizen/access-log").await.1;
        let entries = log["entries"].as_array().expect("entries").clone();
        entries.iter().filter(|look| look["what"] == "group_session").count()
    };
    let all = gitte.get(&path).await.1;
    assert_eq!((names(&all).len(), &all["all_listed"]), (4, &json!(true)));
    assert_eq!(log().await, 1, "I7");
    let own = hanne.get(&path).await.1;
    assert!(names(&own).contains(&"Jonas Bak".to_owned()));
    assert_eq!((&own["all_listed"], &own["line"]["taken"]), (&json!(false), &json!(4)));
    assert_eq!(log().await, 2, "I7");
    let others = thomas.get(&path).await.1;
    assert!(!others.to_string().contains("Jonas Bak"));
    assert_eq!(log().await, 2, "nothing was seen");

    app.set_time("2026-12-11T14:30:00Z");
    let (hanne, gitte) =
        (app.caseworker("caseworker-1").await, app.caseworker("team-leader").await);
    let outcome = format!("{path}/outcome");
    let case = app.case_of("next-due").await;
    assert_eq!(hanne.put(&outcome, &json!({ "came": [case] })).await.0, 403);
    let stranger = app.case_of("closed").await;
    assert_eq!(gitte.put(&outcome, &json!({ "came": [stranger] })).await.0, 422);
    for _ in 0..2 {
        let (status, noted) = gitte.put(&outcome, &json!({ "came": [case] })).await;
        assert_eq!((status, &noted["line"]["state"]), (200, &json!("held")), "{noted}");
        let came = noted["people"].as_array().expect("people").iter();
        assert_eq!(came.filter(|one| one["came"] == true).count(), 1);
    }
    let jonas = app.citizen("next-due").await;
    assert_eq!(jonas.get("/api/citizen/data").await.1["cases"][0]["groups"][0]["came"], true);
    assert_eq!(
        jonas.get("/api/citizen/overview").await.1["held"].as_array().map(Vec::len),
        Some(1),
        "no follow-up"
    );
});

on_both_databases!(
    under_the_minimum_it_is_cancelled_the_working_day_before,
    async |app: TestApp| {
        let id = first(&app).await;
        let (jonas, case) = (app.citizen("next-due").await, app.case_of("next-due").await);
        done(&jonas, &id, "seat").await;
        let gitte = app.caseworker("team-leader").await;
        let mut again = new("2027-01-12", "13:00");
        again["theme"] = json!("job-retention");
        plan(&gitte, &again).await;
        assert_eq!(held_cells(&app, &id).await, 24 * 6, "leader, room, four people");
        app.set_time("2026-12-10T10:59:00Z");
        groups::decide(&app.state).await.expect("a decision");
        let jonas = app.citizen("next-due").await;
        assert_eq!(part(&jonas, &id).await, "seat", "not yet");
        app.set_time("2026-12-10T11:00:00Z");
        let (one, other) = tokio::join!(groups::decide(&app.state), groups::decide(&app.state));
        assert!(one.is_ok() && other.is_ok());
        let mine = session(&jonas, &id).await["mine"].clone();
        assert_eq!(mine, json!({ "kind": "cancelled", "too_few": true, "reason": "" }));
        assert_eq!(held_cells(&app, &id).await, 0, "everybody's time is free again");
        let messages = told(&app, case).await;
        assert_eq!(messages.len(), 1, "told once");
        assert_eq!(
            (&messages[0]["kind"], &messages[0]["too_few"]),
            (&json!("group_cancelled"), &json!(true))
        );
        assert_eq!(messages[0]["next"], "2027-01-12T13:00:00+01:00");
        assert_eq!(refused(&jonas, &id, "seat").await, "group_over");
        let hanne = app.caseworker("caseworker-1").await;
        let letters = hanne.get(&format!("/api/staff/cases/{case}/letters")).await.1;
        let letter = letters["letters"][0].to_string();
        for words in [
            "fredag den 11. december 2026 kl. 13.00 er aflyst",
            "tirsdag den 12. januar 2027 kl. 13.00",
            "Friday 11 December 2026 at 13:00 is cancelled",
        ] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        let others = sessions(&app.citizen("exempt").await).await;
        assert!(others.iter().all(|other| other["id"] != *id), "nothing to do with them");
    }
);

on_both_databases!(what_is_decided_stays_decided, async |app: TestApp| {
    let id = first(&app).await;
    for key in ["next-due", "first-due"] {
        done(&app.citizen(key).await, &id, "seat").await;
    }
    app.set_time("2026-12-10T11:00:00Z");
    groups::decide(&app.state).await.expect("a decision");
    app.pass(TimeDelta::hours(1));
    let jonas = app.citizen("next-due").await;
    done(&jonas, &id, "nothing").await;
    app.pass(TimeDelta::hours(1));
    groups::decide(&app.state).await.expect("a decision");
    let maja = app.citizen("first-due").await;
    assert_eq!(
        part(&maja, &id).await,
        "seat",
        "nobody is told so late that it does not take place"
    );
});

on_both_databases!(a_session_is_called_off_with_a_reason, async |app: TestApp| {
    let id = first(&app).await;
    let path = format!("{STAFF}/{id}/cancellation");
    let (jonas, case) = (app.citizen("next-due").await, app.case_of("next-due").await);
    done(&jonas, &id, "seat").await;
    let thomas = app.caseworker("caseworker-2").await;
    for reason in ["", "Om 010190-1234"] {
        assert_eq!(thomas.post(&path, &json!({ "reason": reason })).await.0, 422);
    }
    let body = json!({ "reason": "Gitte er syg." });
    for _ in 0..2 {
        let (status, group) = thomas.post(&path, &body).await;
        assert_eq!((status, &group["line"]["state"]), (200, &json!("cancelled")), "{group}");
    }
    assert_eq!(held_cells(&app, &id).await, 0);
    let messages = told(&app, case).await;
    assert_eq!((messages.len(), &messages[0]["too_few"]), (1, &json!(false)));
    assert!(!messages[0].to_string().contains("syg"), "a message says no caseworker's words");
    let mine = session(&jonas, &id).await["mine"].clone();
    assert_eq!(mine, json!({ "kind": "cancelled", "too_few": false, "reason": "Gitte er syg." }));
    let off = async |app: &TestApp| {
        let jonas = app.citizen("next-due").await;
        jonas.get("/api/citizen/overview").await.1["group_cancelled"].clone()
    };
    assert_eq!(off(&app).await, "2026-12-11", "on Min side until the day has passed");
    groups::decide(&app.state).await.expect("nothing to decide");
    app.set_time("2026-12-12T08:00:00Z");
    assert_eq!(off(&app).await, Value::Null);
});

on_both_databases!(a_colleague_leads_in_the_place_of_a_leader_who_is_ill, async |app: TestApp| {
    let id = first(&app).await;
    let path = format!("{STAFF}/{id}");
    let leader = format!("{path}/leader");
    let jonas = app.citizen("next-due").await;
    done(&jonas, &id, "seat").await;
    let cells = held_cells(&app, &id).await;
    let (hanne, gitte) =
        (app.caseworker("caseworker-1").await, app.caseworker("team-leader").await);
    assert_eq!(hanne.get(&path).await.1["may_lead"], true);
    assert_eq!(gitte.get(&path).await.1["may_lead"], false, "she does already");
    for _ in 0..2 {
        let (status, led) = hanne.put(&leader, &json!(null)).await;
        assert_eq!((status, &led["line"]["leader"]), (200, &json!("Hanne Ravn")), "{led}");
        assert_eq!((&led["all_listed"], &led["may_lead"]), (&json!(true), &json!(false)));
        assert_eq!(led["people"].as_array().map(Vec::len), Some(4));
    }
    assert_eq!(held_cells(&app, &id).await, cells, "her time instead of the other's");
    assert_eq!(gitte.get(&path).await.1["all_listed"], false, "who leads it meets them");
    let seen = jonas.get("/api/citizen/groups").await.1;
    assert!(seen.to_string().contains("Hanne Ravn"), "who will be there");

    // I1: whoever is somewhere else at that time cannot.
    let thomas = app.caseworker("caseworker-2").await;
    let mut other = new("2026-12-11", "14:00");
    other["room"] = json!(null);
    plan(&thomas, &other).await;
    let (status, problem) = thomas.put(&leader, &json!(null)).await;
    assert_eq!((status, &problem["code"]), (409, &json!("group_clash")));

    // It was Gitte who held it after all; who held it notes who came.
    app.set_time("2026-12-14T09:00:00Z");
    let (hanne, gitte) =
        (app.caseworker("caseworker-1").await, app.caseworker("team-leader").await);
    assert_eq!(gitte.put(&leader, &json!(null)).await.0, 200, "also when it is over");
    let outcome = format!("{path}/outcome");
    let body = json!({ "came": [app.case_of("next-due").await] });
    assert_eq!(hanne.put(&outcome, &body).await.0, 403);
    assert_eq!(gitte.put(&outcome, &body).await.0, 200);
    assert_eq!(hanne.put(&leader, &json!(null)).await.0, 403, "it is noted");
});
