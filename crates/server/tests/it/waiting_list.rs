//! Waiting for an earlier time: who is offered what has come free, for how long, and what becomes
//! of it.

use chrono::{DateTime, TimeDelta, Utc};
use contract::paths::{self, CITIZEN_WAITING_LIST as LIST};
use genvej_server::db::entities::{occupancy, waiting_offer};
use genvej_server::waiting_list::pass_on;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, book_first, free, wish};
use crate::preview_calendar::hidden;
use crate::support::{Client, START, TestApp};

/// Books the last time that is shown, some days after the first.
pub async fn books_late(citizen: &Client) -> Value {
    let times = free(citizen, "phone").await;
    let days = times["days"].as_array().expect("days");
    let last = days.last().expect("a day")["times"].as_array().expect("times").last();
    let (status, booking) = citizen.post(BOOKINGS, &wish(last.expect("a time"))).await;
    assert_eq!(status, 201, "{booking}");
    assert_ne!(days[0]["date"], days.last().expect("a day")["date"], "not the same day");
    booking
}

/// Waits for what the page suggests.
pub async fn waits(citizen: &Client) -> Value {
    let list = citizen.get(LIST).await.1;
    let (status, list) = citizen.put(LIST, &list["suggested"]).await;
    assert_eq!(status, 200, "{list}");
    list
}

pub async fn offer_to(citizen: &Client) -> Value {
    citizen.get(LIST).await.1["waiting"]["offer"].clone()
}

pub async fn cancels(citizen: &Client, booking: &Value) {
    let path = format!("{BOOKINGS}/{}/cancellation", booking["id"].as_str().expect("an id"));
    assert_eq!(citizen.post(&path, &json!({})).await.0, 200);
}

pub fn offer_path(offer: &Value) -> String {
    format!("{LIST}/offers/{}", offer["id"].as_str().expect("an offer"))
}

pub async fn takes(citizen: &Client, offer: &Value) -> (u16, Value) {
    citizen.post(&format!("{}/acceptance", offer_path(offer)), &json!({})).await
}

pub fn at(time: &Value) -> DateTime<Utc> {
    time.as_str().expect("a time").parse().expect("a time")
}

/// Jonas has the first time; Karim and Ole have late ones and wait, Karim first in line.
pub struct Three {
    pub jonas: Client,
    pub karim: Client,
    pub ole: Client,
    pub first: Value,
}

pub async fn three(app: &TestApp) -> Three {
    app.set_time("2026-12-01T07:58:00Z");
    let jonas = app.citizen("next-due").await;
    let karim = app.citizen("video-locked").await;
    let ole = app.citizen("standby").await;
    let first = book_first(&jonas, "phone").await;
    for citizen in [&karim, &ole] {
        books_late(citizen).await;
        app.pass(TimeDelta::minutes(1));
        waits(citizen).await;
    }
    assert_eq!(app.state.clock.now(), at(&json!(START)));
    Three { jonas, karim, ole, first }
}

pub async fn held_cells(app: &TestApp) -> usize {
    let cells = occupancy::Entity::find().all(app.state.db.read()).await.expect("cells");
    cells.iter().filter(|cell| cell.held_until.is_some()).count()
}

on_both_databases!(
    a_time_that_comes_free_is_kept_for_the_first_in_line_and_taken_with_one_call,
    async |app: TestApp| {
        let Three { jonas, karim, ole, first } = three(&app).await;
        assert!(offer_to(&karim).await.is_null());
        cancels(&jonas, &first).await;
        let offer = offer_to(&karim).await;
        assert_eq!(offer["starts_at"], first["starts_at"]);
        assert_eq!(offer["until"], "2026-12-01T09:30:00+01:00", "half an hour by day");
        assert_eq!(karim.get("/api/citizen/overview").await.1["waiting"]["offer"], offer);
        assert!(offer_to(&ole).await.is_null(), "for nobody else meanwhile");
        // Others do not see it; who it is kept for does.
        for other in [&jonas, &ole] {
            assert_ne!(free(other, "phone").await["first_free"]["starts_at"], first["starts_at"]);
        }
        assert_eq!(free(&karim, "phone").await["first_free"]["starts_at"], first["starts_at"]);

        let (status, booking) = takes(&karim, &offer).await;
        assert_eq!((status, &booking["starts_at"]), (200, &first["starts_at"]), "{booking}");
        assert_eq!(booking["moved"]["by"], "citizen", "the conversation is the same, moved");
        let list = karim.get(LIST).await.1;
        assert!(list["waiting"].is_null());
        assert_eq!(list["ended"]["why"], "taken");
        assert_eq!(held_cells(&app).await, 0);
    }
);

on_both_databases!(i3_taking_again_gives_the_same_answer, async |app: TestApp| {
    let Three { jonas, karim, first, .. } = three(&app).await;
    cancels(&jonas, &first).await;
    let path = format!("{}/acceptance", offer_path(&offer_to(&karim).await));
    let once = karim.post_with_key(&path, "take-it-once", &json!({})).await;
    assert_eq!(once.0, 200, "{}", once.1);
    assert_eq!(karim.post_with_key(&path, "take-it-once", &json!({})).await, once);
    let (status, again) = karim.post(&path, &json!({})).await;
    assert_eq!((status, &again["code"]), (409, &json!("offer_over")));
    assert_eq!(jonas.post(&path, &json!({})).await.0, 404, "another's does not exist");
});

on_both_databases!(a_time_somebody_declines_goes_to_the_next_in_line, async |app: TestApp| {
    let Three { jonas, karim, ole, first } = three(&app).await;
    cancels(&jonas, &first).await;
    let offer = offer_to(&karim).await;
    assert_eq!(jonas.delete(&offer_path(&offer)).await.0, 404, "another's does not exist");
    assert_eq!(karim.delete(&offer_path(&offer)).await.0, 204);
    assert!(offer_to(&karim).await.is_null());
    assert!(karim.get(LIST).await.1["waiting"].is_object(), "and waits on");
    assert_eq!(offer_to(&ole).await["starts_at"], first["starts_at"]);
    assert_eq!(karim.delete(&offer_path(&offer)).await.0, 204, "said again, it changes nothing");
    let (status, late) = takes(&karim, &offer).await;
    assert_eq!((status, &late["code"]), (409, &json!("offer_over")));
    // The last in line does not want it either: it is free to all.
    assert_eq!(ole.delete(&offer_path(&offer_to(&ole).await)).await.0, 204);
    assert_eq!(free(&jonas, "phone").await["first_free"]["starts_at"], first["starts_at"]);
    assert_eq!(held_cells(&app).await, 0);
});

on_both_databases!(
    a_time_nobody_takes_is_free_to_all_until_it_is_passed_on,
    async |app: TestApp| {
        let Three { jonas, karim, first, .. } = three(&app).await;
        cancels(&jonas, &first).await;
        let offer = offer_to(&karim).await;
        pass_on(&app.state).await.expect("nothing to pass on");
        assert_eq!(offer_to(&karim).await, offer);
        app.pass(TimeDelta::minutes(30));
        let jonas = app.citizen("next-due").await;
        let karim = app.citizen("video-locked").await;
        let ole = app.citizen("standby").await;
        assert!(offer_to(&karim).await.is_null());
        let (status, late) = takes(&karim, &offer).await;
        assert_eq!((status, &late["code"]), (409, &json!("offer_over")));
        // No worker has been here: held by nobody, it can be had.
        assert_eq!(free(&jonas, "phone").await["first_free"]["starts_at"], first["starts_at"]);
        pass_on(&app.state).await.expect("it is passed on");
        assert_eq!(offer_to(&ole).await["starts_at"], first["starts_at"]);
        assert_eq!(offer_to(&ole).await["until"], "2026-12-01T10:00:00+01:00");
        app.pass(TimeDelta::minutes(31));
        let jonas = app.citizen("next-due").await;
        let karim = app.citizen("video-locked").await;
        let ole = app.citizen("standby").await;
        let (status, booked) = jonas.post(BOOKINGS, &wish_of(&first, &offer, &app).await).await;
        assert_eq!((status, &booked["starts_at"]), (201, &first["starts_at"]));
        pass_on(&app.state).await.expect("somebody has it");
        assert!(offer_to(&karim).await.is_null() && offer_to(&ole).await.is_null());
        assert_eq!(held_cells(&app).await, 0);
        let offers = waiting_offer::Entity::find().all(app.state.db.read()).await.expect("offers");
        let states: Vec<&str> = offers.iter().map(|offer| offer.state.as_str()).collect();
        assert_eq!(states, ["lapsed", "lapsed"], "counted");
    }
);

/// What is sent to book the time of an offer as if it were any.
async fn wish_of(booking: &Value, offer: &Value, app: &TestApp) -> Value {
    let id = offer["id"].as_str().expect("an id").parse().expect("an id");
    let row: waiting_offer::Model = waiting_offer::Entity::find_by_id::<uuid::Uuid>(id)
        .one(app.state.db.read())
        .await
        .expect("an answer")
        .expect("an offer");
    json!({ "slot_id": row.slot_id, "channel": booking["channel"] })
}

on_both_databases!(i1_a_time_that_is_kept_is_nobody_elses, async |app: TestApp| {
    let Three { jonas, karim, first, .. } = three(&app).await;
    cancels(&jonas, &first).await;
    let offer = offer_to(&karim).await;
    let wish = wish_of(&first, &offer, &app).await;
    let (status, refusal) = jonas.post(BOOKINGS, &wish).await;
    assert_eq!((status, &refusal["code"]), (409, &json!("slot_taken")));
    assert!(!refusal["nearest"].as_array().expect("nearest").is_empty());
    // Nor a caseworker's for somebody else.
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("next-due").await;
    let (status, refusal) = hanne.post(&paths::staff_case_bookings(case), &wish).await;
    assert_eq!((status, &refusal["code"]), (409, &json!("slot_taken")));
    let times = hanne.get(&format!("{}?channel=phone", paths::staff_case_times(case))).await.1;
    assert_ne!(times["first_free"]["slot_id"], wish["slot_id"]);
    let day = &first["starts_at"].as_str().expect("a time")[..10];
    let week = hanne.get(&format!("{}?week={day}", paths::STAFF_CALENDAR)).await.1;
    let days = week["days"].as_array().expect("days").iter();
    let kept = days
        .flat_map(|day| day["free"].as_array().expect("times"))
        .find(|time| time["id"] == wish["slot_id"])
        .expect("it is in the week");
    assert_eq!(kept["kept_until"], offer["until"]);
    let (status, booking) = takes(&karim, &offer).await;
    assert_eq!((status, &booking["starts_at"]), (200, &first["starts_at"]), "{booking}");
});

on_both_databases!(who_looks_as_the_citizen_reads_that_a_time_is_kept, async |app: TestApp| {
    let Three { jonas, karim, first, .. } = three(&app).await;
    cancels(&jonas, &first).await;
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("next-due").await;
    let preview = app.preview("caseworker-1", case).await;
    let id = {
        let of = json!({ "of": { "kind": "case", "case_id": case }, "reason": "Ja." });
        let (status, opened) = hanne.post(paths::STAFF_PREVIEWS, &of).await;
        assert_eq!(status, 201, "{opened}");
        opened["id"].as_str().expect("an id").to_owned()
    };
    let week = genvej_server::booking::monday(at(&first["starts_at"]).date_naive());
    let (_, times) = hidden(&hanne, &id, "phone", week).await;
    let kept = times.iter().find(|time| {
        at(&time["starts_at"]) == at(&first["starts_at"])
            && time["caseworker"] == first["caseworker"]["name"]
    });
    assert_eq!(kept.expect("it is hidden")["because"], "kept");
    assert!(preview.get(LIST).await.1["waiting"].is_null());
    // And sees what is offered to whom it is kept for, and changes nothing.
    let karims = app.preview("caseworker-1", app.case_of("video-locked").await).await;
    let offer = karims.get(LIST).await.1["waiting"]["offer"].clone();
    assert_eq!(offer, offer_to(&karim).await);
    assert_eq!(takes(&karims, &offer).await.1["code"], "preview_is_read_only");
    assert_eq!(karims.delete(&offer_path(&offer)).await.1["code"], "preview_is_read_only");
    assert_eq!(karims.delete(LIST).await.1["code"], "preview_is_read_only");
    assert_eq!(offer_to(&karim).await, offer);
});

on_both_databases!(
    a_time_that_is_moved_from_goes_to_the_next_and_so_on_down_the_line,
    async |app: TestApp| {
        let Three { jonas, karim, ole, first } = three(&app).await;
        let karims = karim.get("/api/citizen/overview").await.1["next_booking"].clone();
        // Jonas moves to a late time; Karim takes his, and Ole is offered Karim's if it is earlier.
        let times = free(&jonas, "phone").await;
        let last =
            times["days"].as_array().expect("days").last().expect("a day")["times"][0].clone();
        let path = format!("{BOOKINGS}/{}/move", first["id"].as_str().expect("an id"));
        assert_eq!(jonas.post(&path, &wish(&last)).await.0, 200);
        let offer = offer_to(&karim).await;
        assert_eq!(offer["starts_at"], first["starts_at"]);
        assert_eq!(takes(&karim, &offer).await.0, 200);
        let oles = ole.get("/api/citizen/overview").await.1["next_booking"].clone();
        let earlier = at(&karims["starts_at"]).date_naive() < at(&oles["starts_at"]).date_naive();
        assert_eq!(offer_to(&ole).await.is_object(), earlier);
    }
);

on_both_databases!(who_gives_a_time_up_is_not_offered_it, async |app: TestApp| {
    let karim = app.citizen("video-locked").await;
    let jonas = app.citizen("next-due").await;
    let late = books_late(&karim).await;
    waits(&karim).await;
    cancels(&karim, &late).await;
    assert!(offer_to(&karim).await.is_null(), "the very time they have given up");
    assert!(karim.get(LIST).await.1["waiting"].is_object(), "they wait on");
    // With nothing booked, what is taken is booked.
    let first = book_first(&jonas, "phone").await;
    cancels(&jonas, &first).await;
    let offer = offer_to(&karim).await;
    assert_eq!(offer["starts_at"], first["starts_at"]);
    let (status, booking) = takes(&karim, &offer).await;
    assert_eq!((status, &booking["starts_at"]), (200, &first["starts_at"]), "{booking}");
    assert_eq!(booking["self_booked"], true);
});

on_both_databases!(only_such_a_time_as_was_asked_for_is_offered, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let karim = app.citizen("video-locked").await;
    let first = book_first(&jonas, "phone").await;
    books_late(&karim).await;
    let wanted = waits(&karim).await["waiting"]["wish"].clone();
    let weekday = chrono::Datelike::weekday(&at(&first["starts_at"]).date_naive());
    let other_days: Vec<u32> = (1..=7).filter(|day| *day != weekday.number_from_monday()).collect();
    for (field, value) in [
        ("weekdays", json!(other_days)),
        ("channels", json!(["in_person"])),
        ("before", json!(&first["starts_at"].as_str().expect("a time")[..10])),
    ] {
        let mut wish = wanted.clone();
        wish[field] = value;
        let (status, list) = karim.put(LIST, &wish).await;
        assert_eq!(status, 200, "{list}");
        let booking = jonas.get("/api/citizen/overview").await.1["next_booking"].clone();
        cancels(&jonas, &booking).await;
        let offer = offer_to(&karim).await;
        if field == "channels" {
            assert!(offer.is_null() || offer["channel"] == "in_person", "{offer}");
        } else {
            assert!(offer.is_null(), "{field}: {offer}");
        }
        if offer.is_object() {
            assert_eq!(karim.delete(&offer_path(&offer)).await.0, 204);
        }
        let again = book_first(&jonas, "phone").await;
        assert_eq!(again["starts_at"], first["starts_at"], "{field}");
    }
    // A locked form is not offered though it is asked for.
    let mut wish = wanted.clone();
    wish["channels"] = json!(["video"]);
    assert_eq!(karim.put(LIST, &wish).await.0, 200);
    let booking = jonas.get("/api/citizen/overview").await.1["next_booking"].clone();
    cancels(&jonas, &booking).await;
    assert!(offer_to(&karim).await.is_null());
});

on_both_databases!(an_offer_too_near_its_time_is_made_to_nobody, async |app: TestApp| {
    let Three { first, .. } = three(&app).await;
    // Four hours before, less half an hour: it could not be kept long enough.
    let late = at(&first["starts_at"]) - TimeDelta::hours(4) - TimeDelta::minutes(29);
    app.state.clock.set(late.max(app.state.clock.now()));
    let hanne = app.caseworker("caseworker-1").await;
    let path = format!("/api/staff/bookings/{}/cancellation", first["id"].as_str().expect("an id"));
    let (status, answer) = hanne.post(&path, &json!({ "reason": "Jeg er syg." })).await;
    assert_eq!(status, 200, "{answer}");
    let offers = waiting_offer::Entity::find().count(app.state.db.read()).await.expect("a count");
    assert_eq!(offers, 0);
});

on_both_databases!(new_times_are_offered_as_well, async |app: TestApp| {
    let ole = app.citizen("standby").await;
    let list = ole.get(LIST).await.1;
    let wish = json!({
        "before": list["latest"], "channels": ["phone"], "weekdays": [6],
    });
    assert_eq!(ole.put(LIST, &wish).await.0, 200);
    let hanne = app.caseworker("caseworker-1").await;
    let (day, kind) = ("2026-12-12", "extra_hours");
    let hours = json!({
        "kind": kind, "from": "10:00", "to": "11:30", "channels": ["phone"],
        "place": { "kind": "home" },
    });
    let saturday = json!({ "from_date": day, "to_date": day, "kind": hours });
    let (status, stored) = hanne.post(paths::STAFF_CALENDAR_EXCEPTIONS, &saturday).await;
    assert_eq!(status, 201, "{stored}");
    let span = json!({ "from": day, "to": day });
    let (status, published) = hanne.post(paths::STAFF_CALENDAR_PUBLICATIONS, &span).await;
    assert_eq!((status, &published["added"]), (201, &json!(2)), "{published}");
    let offer = offer_to(&ole).await;
    assert_eq!(offer["starts_at"], "2026-12-12T10:00:00+01:00");
    let jonas = app.citizen("next-due").await;
    let path = format!("/api/citizen/times?channel=phone&week={day}");
    let saturdays = jonas.get(&path).await.1["days"].as_array().expect("days").last().cloned();
    let times = saturdays.expect("a day")["times"].clone();
    assert_eq!(times.as_array().expect("times").len(), 1, "one is kept, one is free: {times}");
});

on_both_databases!(
    what_was_offered_is_on_the_case_page_in_the_messages_and_in_ones_own_data,
    async |app: TestApp| {
        let Three { jonas, karim, first, .. } = three(&app).await;
        cancels(&jonas, &first).await;
        let offer = offer_to(&karim).await;
        let hanne = app.caseworker("caseworker-1").await;
        let case = app.case_of("video-locked").await;
        let page = hanne.get(&paths::staff_case(case)).await.1;
        assert_eq!(page["waiting"][0]["offers"][0]["offer"], offer);
        assert_eq!(page["waiting"][0]["offers"][0]["state"], "open");
        assert_eq!(page["overview"]["waiting"]["offer"], offer);
        let told = page["messages"][0]["kind"].clone();
        assert_eq!(told, json!({ "kind": "time_offered", "until": offer["until"] }));
        let letters = hanne.get(&paths::staff_case_letters(case)).await.1;
        let text = letters.to_string();
        assert!(text.contains("tidligere tid til dig"), "{text}");
        let data = karim.get(paths::CITIZEN_DATA).await.1;
        assert_eq!(data["cases"][0]["waiting"], page["waiting"]);
        assert_eq!(takes(&karim, &offer).await.0, 200);
        let page = hanne.get(&paths::staff_case(case)).await.1;
        assert_eq!(page["waiting"][0]["offers"][0]["state"], "taken");
        assert_eq!(page["waiting"][0]["ended"]["why"], "taken");
    }
);
