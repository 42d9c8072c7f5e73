//! The round-table conversation: the company offers times, the citizen books one that their
//! caseworker also has free, and nobody is in two places for it (I1).

use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use genvej_server::db::entities::{occupancy, outbox, time_slot};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, free};
use crate::support::{Client, TestApp};

pub const TIMES: &str = "/api/citizen/round-table/times";
pub const TABLES: &str = "/api/citizen/round-tables";
/// A Tuesday on which the caseworkers have times.
pub const DAY: &str = "2026-12-08";

pub async fn offer(employer: &Client, case: CaseId, day: &str, from: &str, to: &str) -> Value {
    let body = json!({ "offers": [{ "day": day, "from": from, "to": to }] });
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    let (status, page) = employer.post(&path, &body).await;
    assert_eq!(status, 200, "{page}");
    page
}

/// Everything that a citizen can choose.
pub async fn times(citizen: &Client) -> Vec<Value> {
    let (status, times) = citizen.get(TIMES).await;
    assert_eq!(status, 200, "{times}");
    times["times"].as_array().expect("times").clone()
}

pub fn wish(time: &Value) -> Value {
    json!({ "slot_id": time["slot_id"] })
}

pub async fn book(citizen: &Client, time: &Value) -> Value {
    let (status, table) = citizen.post(TABLES, &wish(time)).await;
    assert_eq!(status, 201, "{table}");
    table
}

pub async fn refused(client: &Client, path: &str, body: &Value) -> (String, Value) {
    let (status, problem) = client.post(path, body).await;
    assert_eq!(status, 409, "{problem}");
    (problem["code"].as_str().expect("a code").to_owned(), problem)
}

pub fn cancellation(of: &str, table: &Value) -> String {
    format!("/api/{of}/round-tables/{}/cancellation", table["id"].as_str().expect("an id"))
}

async fn day_of(hanne: &Client) -> Value {
    let week = hanne.get(&format!("/api/staff/calendar?week={DAY}")).await.1;
    let days = week["days"].as_array().expect("days");
    days.iter().find(|day| day["date"] == DAY).expect("the day").clone()
}

/// A case with a company that has offered a morning, and its citizen.
pub async fn offered(app: &TestApp, key: &str) -> (CaseId, Client, Client) {
    let (case, employer) = (app.case_of(key).await, app.employer().await);
    offer(&employer, case, DAY, "09:00", "12:00").await;
    (case, employer, app.citizen(key).await)
}

/// What was told about a case, the oldest first: to whom, and what.
pub async fn told(app: &TestApp, case: CaseId) -> Vec<(String, String)> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::CaseId.eq(case.0))
        .order_by_asc(outbox::Column::At)
        .order_by_asc(outbox::Column::Recipient)
        .all(app.state.db.read())
        .await
        .expect("messages");
    let kind = |row: &outbox::Model| row.kind["kind"].as_str().expect("a kind").to_owned();
    let ours = |(_, kind): &(String, String)| kind.starts_with("round_table");
    rows.iter().map(|row| (row.recipient.clone(), kind(row))).filter(ours).collect()
}

on_both_databases!(the_citizen_books_a_time_that_all_three_have, async |app: TestApp| {
    let (case, jonas) = (app.case_of("next-due").await, app.citizen("next-due").await);
    assert_eq!(jonas.get(TIMES).await, (200, json!({ "times": [], "offers": 0 })));
    let (_, employer, jonas) = { (case, app.employer().await, jonas) };
    let page = offer(&employer, case, DAY, "09:00", "12:00").await;
    assert_eq!(page["offers"][0]["by"], "Camilla Strand");
    assert_eq!(page["offers"][0]["starts_at"], "2026-12-08T09:00:00+01:00");
    let before = jonas.get("/api/citizen/overview").await.1;
    let choice = times(&jonas).await;
    assert!(!choice.is_empty());
    for time in &choice {
        let (starts, ends) = (time["starts_at"].as_str(), time["ends_at"].as_str());
        assert!(starts >= Some("2026-12-08T09:00:00+01:00"), "{time}");
        assert!(ends <= Some("2026-12-08T12:00:00+01:00"), "{time}");
        assert_eq!((&time["channel"], &time["own_caseworker"]), (&json!("video"), &json!(true)));
    }

    let table = book(&jonas, &choice[0]).await;
    assert_eq!(table["starts_at"], choice[0]["starts_at"]);
    assert_eq!(table["employer"], "Camilla Strand");
    assert_eq!(table["caseworker"], "Hanne Ravn");
    let after = jonas.get("/api/citizen/overview").await.1;
    for part in ["next_booking", "duty", "held", "overdue"] {
        assert_eq!(after[part], before[part], "no follow-up: {part}");
    }
    let page = employer.get(&format!("/api/employer/cases/{case}/retention-plan")).await.1;
    assert_eq!(page["round_table"], table);
    let hanne = app.caseworker("caseworker-1").await;
    let day = day_of(&hanne).await;
    assert_eq!(day["round_tables"][0]["round_table"], table);
    assert_eq!(day["round_tables"][0]["citizen"], "Jonas Bak");
    let free = day["free"].as_array().expect("free times");
    assert!(free.iter().all(|time| time["starts_at"] != table["starts_at"]), "not free any more");
    let expected = [
        ("citizen", "round_table_offered"),
        ("employer", "round_table_booked"),
        ("staff", "round_table_booked"),
    ];
    assert_eq!(told(&app, case).await, expected.map(|(to, what)| (to.into(), what.into())));
});

on_both_databases!(i3_booked_again_with_the_same_key_is_booked_once, async |app: TestApp| {
    let (_, _, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    let first = jonas.post_with_key(TABLES, "round-table-1", &wish(&choice[0])).await;
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(jonas.post_with_key(TABLES, "round-table-1", &wish(&choice[0])).await, first);
    let another = times(&jonas).await;
    let (code, _) = refused(&jonas, TABLES, &wish(&another[0])).await;
    assert_eq!(code, "round_table_booked");
    let (code, _) = refused(&jonas, TABLES, &wish(&choice[0])).await;
    assert_eq!(code, "round_table_booked", "whatever became of that time");
});

on_both_databases!(i4_it_stands_in_no_follow_ups_way_but_for_its_time, async |app: TestApp| {
    let (case, _, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    let table = book(&jonas, &choice[0]).await;
    let (starts, ends) = (table["starts_at"].as_str(), table["ends_at"].as_str());
    let offered = jonas.get(&format!("/api/citizen/times?channel=phone&week={DAY}")).await.1;
    let days = offered["days"].as_array().expect("days").iter();
    for time in days.flat_map(|day| day["times"].as_array().expect("times")) {
        let apart = time["ends_at"].as_str() <= starts || ends <= time["starts_at"].as_str();
        assert!(apart, "{time}");
    }

    // A colleague's time at the same moment, which nobody would be offered.
    let thomas = app.caseworker("caseworker-2").await;
    let hanne = app.caseworker("caseworker-1").await;
    let week = thomas.get(&format!("/api/staff/calendar?week={DAY}")).await.1;
    let days = week["days"].as_array().expect("days").iter();
    let mut all = days.flat_map(|day| day["free"].as_array().expect("free"));
    let clash =
        all.find(|time| time["starts_at"].as_str() < ends && starts < time["ends_at"].as_str());
    let clash = clash.expect("he works on that morning too");
    let body = json!({ "slot_id": clash["id"], "channel": "video" });
    let (code, _) = refused(&hanne, &format!("/api/staff/cases/{case}/bookings"), &body).await;
    assert_eq!(code, "slot_taken", "the citizen is at the round table");

    let first = free(&jonas, "phone").await["first_free"].clone();
    let body = json!({ "slot_id": first["slot_id"], "channel": "phone" });
    let (status, booking) = jonas.post(BOOKINGS, &body).await;
    assert_eq!(status, 201, "both at once: {booking}");
    let clash = json!({ "slot_id": clash["id"], "channel": "video" });
    let id = booking["id"].as_str().expect("an id");
    let (code, _) = refused(&hanne, &format!("/api/staff/bookings/{id}/move"), &clash).await;
    assert_eq!(code, "slot_taken", "nor is a conversation moved there");
});

on_both_databases!(a_follow_up_stands_in_the_way_of_its_own_time, async |app: TestApp| {
    let (_, _, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    let body = json!({ "slot_id": choice[0]["slot_id"], "channel": "video" });
    assert_eq!(jonas.post(BOOKINGS, &body).await.0, 201);
    let left = times(&jonas).await;
    assert_eq!(left.len(), choice.len() - 1);
    let (code, problem) = refused(&jonas, TABLES, &wish(&choice[0])).await;
    assert_eq!((code.as_str(), &problem["nearest"][0]), ("slot_taken", &left[0]));
});

on_both_databases!(nobody_of_the_company_is_at_two_tables, async |app: TestApp| {
    let (_, camilla, jonas) = offered(&app, "next-due").await;
    let (case, sofie) = (app.case_of("booked").await, app.citizen("booked").await);
    offer(&camilla, case, DAY, "09:00", "12:00").await;
    let choice = times(&jonas).await;
    assert_eq!(times(&sofie).await, choice, "the same caseworker and the same morning");
    book(&jonas, &choice[0]).await;
    assert_eq!(times(&sofie).await, choice[1..]);

    // Thomas has time at that moment, but Camilla has not; her colleague has.
    let (case, mette) = (app.case_of("withdrawn").await, app.citizen("withdrawn").await);
    offer(&camilla, case, DAY, "09:00", "12:00").await;
    let ends = choice[0]["ends_at"].as_str();
    let mettes = times(&mette).await;
    assert!(mettes.iter().all(|time| time["starts_at"].as_str() >= ends), "{mettes:?}");
    let bo = app.colleague().await;
    offer(&bo, case, DAY, "09:00", "12:00").await;
    let early = times(&mette).await;
    assert!(early.len() > mettes.len());
    assert_eq!(book(&mette, &early[0]).await["employer"], "Bo Lind", "who has time comes");
});

on_both_databases!(what_is_withdrawn_cannot_be_booked, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    let page = offer(&camilla, case, "2026-12-09", "09:00", "12:00").await;
    assert_eq!(page["offers"].as_array().expect("offers").len(), 2);
    let id = page["offers"][0]["id"].as_str().expect("an id");
    let path = format!("/api/employer/round-table-offers/{id}");
    // Anybody of the company may.
    let bo = app.colleague().await;
    assert_eq!(bo.delete(&path).await.0, 204);
    assert_eq!(camilla.delete(&path).await.0, 204, "sent again");
    let left = times(&jonas).await;
    assert!(left.iter().all(|time| time["starts_at"].as_str() > Some("2026-12-09")));
    let (code, problem) = refused(&jonas, TABLES, &wish(&choice[0])).await;
    assert_eq!((code.as_str(), &problem["nearest"][0]), ("slot_taken", &left[0]));
    let slots = time_slot::Entity::find().filter(time_slot::Column::Taken.gt(0));
    let cells =
        occupancy::Entity::find().filter(occupancy::Column::Resource.starts_with("employer:"));
    let db = app.state.db.read();
    assert_eq!(cells.count(db).await.expect("cells"), 0, "nothing is held");
    let slot = slots.all(db).await.expect("slots").into_iter().map(|slot| slot.id.to_string());
    assert!(slot.into_iter().all(|id| json!(id) != choice[0]["slot_id"]));
});

on_both_databases!(what_overlaps_is_offered_once, async |app: TestApp| {
    let (case, camilla, _) = offered(&app, "next-due").await;
    let page = offer(&camilla, case, DAY, "10:00", "11:00").await;
    assert_eq!(page["offers"].as_array().expect("offers").len(), 1, "it lies in the other");
    assert_eq!(told(&app, case).await.len(), 1, "and is no news");
    let page = offer(&camilla, case, DAY, "11:00", "14:00").await;
    assert_eq!(page["offers"].as_array().expect("offers").len(), 1);
    assert_eq!(page["offers"][0]["starts_at"], "2026-12-08T09:00:00+01:00");
    assert_eq!(page["offers"][0]["ends_at"], "2026-12-08T14:00:00+01:00");
    let page = offer(&app.colleague().await, case, DAY, "09:00", "14:00").await;
    assert_eq!(page["offers"].as_array().expect("offers").len(), 2, "a colleague's is another");
});

on_both_databases!(the_citizen_is_told_of_offers_once_until_it_is_sent, async |app: TestApp| {
    let (case, camilla, _) = offered(&app, "next-due").await;
    let bo = app.colleague().await;
    for day in ["2026-12-09", "2026-12-10", "2026-12-11"] {
        let offer = |who| offer(who, case, day, "09:00", "12:00");
        tokio::join!(offer(&camilla), offer(&bo));
    }
    assert_eq!(told(&app, case).await.len(), 1);
    let sent = outbox::Entity::update_many()
        .col_expr(outbox::Column::SentAt, Some(app.state.clock.now()).into())
        .filter(outbox::Column::CaseId.eq(case.0));
    sent.exec(app.state.db.read()).await.expect("sent");
    offer(&bo, case, "2026-12-14", "09:00", "12:00").await;
    assert_eq!(told(&app, case).await.len(), 2, "new offers after that are news");
});

on_both_databases!(nothing_more_is_offered_while_one_is_booked, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let table = book(&jonas, &times(&jonas).await[0]).await;
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    let body = json!({ "offers": [{ "day": "2026-12-09", "from": "09:00", "to": "12:00" }] });
    assert_eq!(refused(&camilla, &path, &body).await.0, "round_table_booked");
    assert_eq!(jonas.post(&cancellation("citizen", &table), &json!({})).await.0, 204);
    let first = camilla.post_with_key(&path, "offers-key-1", &body).await;
    assert_eq!(first.0, 200);
    let id = first.1["offers"][1]["id"].as_str().expect("an id");
    assert_eq!(camilla.delete(&format!("/api/employer/round-table-offers/{id}")).await.0, 204);
    assert_eq!(camilla.post_with_key(&path, "offers-key-1", &body).await, first, "as before (I3)");
    let page = camilla.get(&format!("/api/employer/cases/{case}/retention-plan")).await.1;
    assert_eq!(page["offers"].as_array().map(Vec::len), Some(1), "and not offered again");
});

on_both_databases!(each_of_the_three_may_call_it_off, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let (hanne, bo) = (app.caseworker("caseworker-1").await, app.colleague().await);
    let slots = times(&jonas).await;
    for (who, of) in
        [(&jonas, "citizen"), (&camilla, "employer"), (&bo, "employer"), (&hanne, "staff")]
    {
        let table = book(&jonas, &slots[0]).await;
        app.pass(TimeDelta::seconds(1));
        assert_eq!(who.post(&cancellation(of, &table), &json!({})).await.0, 204, "{of}");
        assert_eq!(times(&jonas).await, slots, "{of}: everything is free again");
        assert_eq!(who.post(&cancellation(of, &table), &json!({})).await.0, 204, "sent again");
        app.pass(TimeDelta::seconds(1));
    }
    let cancelled =
        told(&app, case).await.into_iter().filter(|(_, what)| what.ends_with("cancelled"));
    let to: Vec<String> = cancelled.map(|(to, _)| to).collect();
    let each = [["employer", "staff"], ["citizen", "staff"], ["citizen", "staff"]];
    assert_eq!(to, [each.as_flattened(), &["citizen", "employer"]].concat(), "the two others");
    assert_eq!(day_of(&hanne).await["round_tables"], json!([]));
    let page = camilla.get(&format!("/api/employer/cases/{case}/retention-plan")).await.1;
    assert_eq!(page["round_table"], Value::Null);
});

on_both_databases!(one_that_is_over_is_over_and_the_next_can_be_booked, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    offer(&camilla, case, "2026-12-15", "09:00", "12:00").await;
    let table = book(&jonas, &times(&jonas).await[0]).await;
    app.set_time(table["ends_at"].as_str().expect("a time"));
    let (camilla, jonas) = (app.employer().await, app.citizen("next-due").await);
    let hanne = app.caseworker("caseworker-1").await;
    for (who, of) in [(&jonas, "citizen"), (&camilla, "employer"), (&hanne, "staff")] {
        let (code, _) = refused(who, &cancellation(of, &table), &json!({})).await;
        assert_eq!(code, "round_table_over", "{of}");
    }
    assert_eq!(day_of(&hanne).await["round_tables"][0]["round_table"], table, "it stays there");
    let again = times(&jonas).await;
    book(&jonas, again.last().expect("the week after")).await;
    let (code, _) = refused(&jonas, &cancellation("citizen", &table), &json!({})).await;
    assert_eq!(code, "round_table_over");
});

on_both_databases!(a_time_that_is_too_near_or_a_closed_case_is_refused, async |app: TestApp| {
    let (_, _, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    app.set_time(choice[0]["starts_at"].as_str().expect("a time"));
    app.pass(TimeDelta::minutes(-5));
    let jonas = app.citizen("next-due").await;
    let (code, _) = refused(&jonas, TABLES, &wish(&choice[0])).await;
    assert_eq!(code, "slot_too_soon");

    let (case, camilla) = (app.case_of("closed").await, app.employer().await);
    let body = json!({ "offers": [{ "day": DAY, "from": "12:00", "to": "13:00" }] });
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    assert_eq!(refused(&camilla, &path, &body).await.0, "case_closed");
    let birthe = app.citizen("closed").await;
    assert_eq!(refused(&birthe, TABLES, &wish(&choice[1])).await.0, "case_closed");
});

on_both_databases!(a_taken_time_survives_what_is_published_and_withdrawn, async |app: TestApp| {
    let (_, _, jonas) = offered(&app, "next-due").await;
    let table = book(&jonas, &times(&jonas).await[0]).await;
    let hanne = app.caseworker("caseworker-1").await;
    let slot = time_slot::Entity::find()
        .filter(time_slot::Column::Taken.gt(0))
        .filter(
            time_slot::Column::StartsAt.eq(table["starts_at"]
                .as_str()
                .expect("a time")
                .parse::<chrono::DateTime<chrono::Utc>>()
                .expect("a time")),
        )
        .one(app.state.db.read())
        .await
        .expect("slots")
        .expect("the time that was taken");
    let answer = hanne.delete(&format!("/api/staff/calendar/times/{}", slot.id)).await;
    assert_eq!((answer.0, &answer.1["code"]), (409, &json!("slot_is_booked")));
    let away = json!({ "from_date": DAY, "to_date": DAY, "kind": { "kind": "away_all_day" } });
    assert_eq!(hanne.post("/api/staff/calendar/exceptions", &away).await.0, 201);
    let span = json!({ "from": DAY, "to": DAY });
    assert_eq!(hanne.post("/api/staff/calendar/publications", &span).await.0, 201);
    let day = day_of(&hanne).await;
    assert_eq!(day["round_tables"][0]["round_table"], table);
    assert_eq!(day["free"], json!([]));
    assert_eq!(jonas.post(&cancellation("citizen", &table), &json!({})).await.0, 204);
    assert_eq!(times(&jonas).await, Vec::<Value>::new(), "the caseworker is away");
});

on_both_databases!(another_persons_round_table_does_not_exist, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let table = book(&jonas, &times(&jonas).await[0]).await;
    let page = camilla.get(&format!("/api/employer/cases/{case}/retention-plan")).await.1;
    let id = page["offers"][0]["id"].as_str().expect("an id");
    let other = app.other_employer().await;
    let sofie = app.citizen("booked").await;
    assert_eq!(sofie.post(&cancellation("citizen", &table), &json!({})).await.0, 404);
    assert_eq!(other.post(&cancellation("employer", &table), &json!({})).await.0, 404);
    assert_eq!(other.delete(&format!("/api/employer/round-table-offers/{id}")).await.0, 404);
    let body = json!({ "offers": [{ "day": DAY, "from": "12:00", "to": "13:00" }] });
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    assert_eq!(other.post(&path, &body).await.0, 404);
    // A colleague's time, and a time of another citizen's caseworker.
    let mettes = app.case_of("withdrawn").await;
    offer(&camilla, mettes, DAY, "08:00", "12:00").await;
    let thomas = times(&app.citizen("withdrawn").await).await;
    offer(&camilla, app.case_of("booked").await, DAY, "08:00", "12:00").await;
    assert_eq!(sofie.post(TABLES, &wish(&thomas[0])).await.0, 404);
});

on_both_databases!(i7_every_move_is_in_the_citizens_log, async |app: TestApp| {
    let (_, camilla, jonas) = offered(&app, "next-due").await;
    app.pass(TimeDelta::seconds(1));
    let table = book(&jonas, &times(&jonas).await[0]).await;
    app.pass(TimeDelta::seconds(1));
    assert_eq!(camilla.post(&cancellation("employer", &table), &json!({})).await.0, 204);
    let log = jonas.get("/api/citizen/access-log").await.1;
    let entries = log["entries"].as_array().expect("entries").iter();
    let ours = entries.filter(|entry| entry["what"] == "round_table");
    let roles: Vec<&str> = ours.map(|entry| entry["role"].as_str().expect("a role")).collect();
    assert_eq!(roles, ["employer", "citizen", "employer"]);
});

on_both_databases!(i11_offers_that_are_none_change_nothing, async |app: TestApp| {
    let (case, camilla) = (app.case_of("next-due").await, app.employer().await);
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    let on = |day: &str, from: &str, to: &str| json!({ "offers": [{ "day": day, "from": from, "to": to }] });
    for (body, field) in [
        (json!({ "offers": [] }), "offers"),
        (on(DAY, "12:00", "12:00"), "offers[0].to"),
        (on("2026-11-30", "09:00", "10:00"), "offers[0].day"),
        (on("2028-11-30", "09:00", "10:00"), "offers[0].day"),
        (on("2026-12-01", "06:00", "07:00"), "offers[0].to"),
        // An hour that the clocks skip.
        (on("2027-03-28", "02:00", "03:00"), "offers[0].to"),
    ] {
        let answer = camilla.send(Method::POST, &path, Some(&body)).await;
        assert_eq!((answer.status, answer.code()), (422, "invalid_fields"), "{body}");
        assert_eq!(answer.json["errors"][0]["field"], field, "{body}");
    }
    let page = offer(&camilla, case, "2027-03-28", "01:30", "02:30").await;
    assert_eq!(page["offers"][0]["ends_at"], "2027-03-28T03:00:00+02:00");
    assert_eq!(page["offers"].as_array().expect("offers").len(), 1);
});
