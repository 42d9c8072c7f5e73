//! Which gaps reach those who wait, for how long, and what is not to be had after all: the same gap
//! from one to the next, every new time, and what a group session that is called off leaves behind.

use chrono::{DateTime, TimeDelta, Utc};
use contract::paths::{self, CITIZEN_WAITING_LIST as LIST};
use genvej_server::db::entities::waiting_new_time;
use genvej_server::waiting_list::offer_new_times;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, free, wish};
use crate::groups::STAFF as GROUPS;
use crate::support::{Client, TestApp};
use crate::waiting_list::{
    Three, at, books_late, cancels, held_cells, offer_path, offer_to, takes, three, waits,
};

/// Waits for these forms on these weekdays, as long as one can.
async fn waits_for(citizen: &Client, channels: &[&str], weekdays: &[u8]) {
    let latest = citizen.get(LIST).await.1["latest"].clone();
    let wish = json!({ "before": latest, "channels": channels, "weekdays": weekdays });
    let (status, list) = citizen.put(LIST, &wish).await;
    assert_eq!(status, 200, "{list}");
}

/// Hours on a day on which there are none, not published yet.
async fn extra_hours(
    by: &Client,
    day: &str,
    (from, to): (&str, &str),
    channels: &[&str],
) -> String {
    let hours = json!({
        "kind": "extra_hours", "from": from, "to": to, "channels": channels,
        "place": { "kind": "home" },
    });
    let body = json!({ "from_date": day, "to_date": day, "kind": hours });
    let (status, stored) = by.post(paths::STAFF_CALENDAR_EXCEPTIONS, &body).await;
    assert_eq!(status, 201, "{stored}");
    stored["id"].as_str().expect("an id").to_owned()
}

async fn publish(by: &Client, from: &str, to: &str) -> Value {
    let span = json!({ "from": from, "to": to });
    let (status, published) = by.post(paths::STAFF_CALENDAR_PUBLICATIONS, &span).await;
    assert_eq!(status, 201, "{published}");
    published["added"].clone()
}

on_both_databases!(
    who_gave_a_time_up_is_not_offered_it_after_the_next_has_let_it_go,
    async |app: TestApp| {
        let (karim, ole) = (app.citizen("video-locked").await, app.citizen("standby").await);
        let times = free(&karim, "phone").await;
        let days = times["days"].as_array().expect("days");
        let soon = &days[days.len() / 2]["times"][0];
        let (status, booking) = karim.post(BOOKINGS, &wish(soon)).await;
        assert_eq!(status, 201, "{booking}");
        books_late(&ole).await;
        waits(&ole).await;
        cancels(&karim, &booking).await;
        let offer = offer_to(&ole).await;
        assert_eq!(offer["starts_at"], booking["starts_at"], "the gap is Ole's first");
        waits_for(&karim, &["phone"], &[1, 2, 3, 4, 5]).await;
        assert_eq!(ole.delete(&offer_path(&offer)).await.0, 204);
        assert!(offer_to(&karim).await.is_null(), "they gave it up themselves");
        let times = free(&karim, "phone").await.to_string();
        let at = booking["starts_at"].as_str().expect("a time");
        assert!(times.contains(at), "it is free to all, also to them");
    }
);

on_both_databases!(
    all_new_times_are_offered_the_later_ones_a_moment_after,
    async |app: TestApp| {
        // Whoever waits for a form that is locked can be offered none of them.
        waits_for(&app.citizen("video-locked").await, &["video"], &[6]).await;
        let ole = app.citizen("standby").await;
        waits_for(&ole, &["phone"], &[7]).await;
        let hanne = app.caseworker("caseworker-1").await;
        extra_hours(&hanne, "2026-12-12", ("07:00", "17:00"), &["video"]).await;
        extra_hours(&hanne, "2026-12-13", ("10:00", "11:00"), &["phone"]).await;
        let added = publish(&hanne, "2026-12-12", "2026-12-13").await;
        assert!(added.as_u64() > Some(13), "{added}");
        assert!(offer_to(&ole).await.is_null(), "not its turn yet");
        let left = async || {
            waiting_new_time::Entity::find().count(app.state.db.read()).await.expect("a count")
        };
        assert!(left().await > 0);
        let (one, other) = tokio::join!(offer_new_times(&app.state), offer_new_times(&app.state));
        assert!(one.is_ok() && other.is_ok());
        assert_eq!(offer_to(&ole).await["starts_at"], "2026-12-13T10:00:00+01:00");
        assert_eq!(left().await, 0, "once");
    }
);

on_both_databases!(
    what_a_called_off_group_session_stood_in_the_way_of_is_offered,
    async |app: TestApp| {
        let hanne = app.caseworker("caseworker-1").await;
        extra_hours(&hanne, "2026-12-14", ("17:00", "18:30"), &["phone"]).await;
        assert_eq!(publish(&hanne, "2026-12-14", "2026-12-14").await, 2);
        let session = json!({
            "theme": "cv", "day": "2026-12-14", "from": "17:00", "room": null, "seats": 6,
        });
        let (status, group) = hanne.post(GROUPS, &session).await;
        assert_eq!(status, 201, "{group}");
        let ole = app.citizen("standby").await;
        waits_for(&ole, &["phone"], &[1]).await;
        let id = group["line"]["id"].as_str().expect("an id");
        let reason = json!({ "reason": "Vi samler to hold." });
        let (status, group) = hanne.post(&format!("{GROUPS}/{id}/cancellation"), &reason).await;
        assert_eq!(status, 200, "{group}");
        assert_eq!(offer_to(&ole).await["starts_at"], "2026-12-14T17:00:00+01:00");
    }
);

on_both_databases!(a_kept_time_that_is_published_otherwise_stays_kept, async |app: TestApp| {
    let (hanne, ole) = (app.caseworker("caseworker-1").await, app.citizen("standby").await);
    waits_for(&ole, &["phone"], &[6]).await;
    let (day, hours) = ("2026-12-12", ("10:00", "11:30"));
    let phone = extra_hours(&hanne, day, hours, &["phone"]).await;
    publish(&hanne, day, day).await;
    let offer = offer_to(&ole).await;
    assert_eq!(offer["starts_at"], "2026-12-12T10:00:00+01:00");
    let path = format!("{}/{phone}", paths::STAFF_CALENDAR_EXCEPTIONS);
    assert_eq!(hanne.delete(&path).await.0, 204);
    extra_hours(&hanne, day, hours, &["phone", "video"]).await;
    publish(&hanne, day, day).await;
    assert_eq!(offer_to(&ole).await, offer, "they can still have it as it was offered");
    let (status, booking) = takes(&ole, &offer).await;
    assert_eq!((status, &booking["starts_at"]), (200, &offer["starts_at"]), "{booking}");
});

/// How often the citizen of a case was told that a time is not to be had after all. Nobody is asked
/// to ring them about the offer that is over.
async fn told(app: &TestApp, persona: &str) -> usize {
    let hanne = app.caseworker("caseworker-1").await;
    let page = hanne.get(&paths::staff_case(app.case_of(persona).await)).await.1;
    let messages = page["messages"].as_array().expect("messages");
    assert!(messages.iter().all(|message| message["kind"]["kind"] != "time_offered"));
    messages.iter().filter(|message| message["kind"]["kind"] == "time_withdrawn").count()
}

on_both_databases!(
    a_caseworker_who_is_away_takes_a_kept_time_back_and_the_citizen_is_told,
    async |app: TestApp| {
        let Three { jonas, karim, first, .. } = three(&app).await;
        let hanne = app.caseworker("caseworker-1").await;
        let again = async |times: usize| {
            assert!(offer_to(&karim).await.is_null());
            assert!(karim.get(LIST).await.1["waiting"].is_object(), "and waits on");
            assert_eq!(told(&app, "video-locked").await, times);
            assert_eq!(held_cells(&app).await, 0);
        };
        // One time by itself.
        cancels(&jonas, &first).await;
        let offer = offer_to(&karim).await;
        let day = &first["starts_at"].as_str().expect("a time")[..10];
        let week = hanne.get(&format!("{}?week={day}", paths::STAFF_CALENDAR)).await.1;
        let days = week["days"].as_array().expect("days").iter();
        let kept = days
            .flat_map(|day| day["free"].as_array().expect("times"))
            .find(|time| time["kept_until"].is_string())
            .expect("it is in the week");
        let path =
            format!("{}/times/{}", paths::STAFF_CALENDAR, kept["id"].as_str().expect("an id"));
        for _ in 0..2 {
            assert_eq!(hanne.delete(&path).await.0, 204, "I3");
        }
        again(1).await;
        let (status, late) = takes(&karim, &offer).await;
        assert_eq!((status, &late["code"]), (409, &json!("offer_over")));
        // A whole day, by publishing it without hours.
        let next = crate::booking::book_first(&jonas, "phone").await;
        cancels(&jonas, &next).await;
        assert_eq!(offer_to(&karim).await["starts_at"], next["starts_at"]);
        let day = &next["starts_at"].as_str().expect("a time")[..10];
        let away = json!({
            "from_date": day, "to_date": day, "kind": { "kind": "away_all_day" },
        });
        assert_eq!(hanne.post(paths::STAFF_CALENDAR_EXCEPTIONS, &away).await.0, 201);
        publish(&hanne, day, day).await;
        again(2).await;
    }
);

/// The moment up to which a citizen can move a conversation.
fn cutoff(booking: &Value) -> DateTime<Utc> {
    at(&booking["change"]["until"])
}

on_both_databases!(
    a_time_is_kept_only_for_as_long_as_the_present_conversation_can_be_moved,
    async |app: TestApp| {
        let (jonas, karim) = (app.citizen("next-due").await, app.citizen("video-locked").await);
        let times = free(&karim, "phone").await;
        let days = times["days"].as_array().expect("days");
        let late = &days[2]["times"][0];
        let before = days[1]["times"].as_array().expect("times").last().expect("a time");
        let (status, booking) = karim.post(BOOKINGS, &wish(late)).await;
        assert_eq!(status, 201, "{booking}");
        waits(&karim).await;
        let mut gap = jonas.post(BOOKINGS, &wish(before)).await.1;
        let cutoff = cutoff(&booking);
        // Forty minutes before: time enough for half an hour.
        for (minutes, offered) in [(40, true), (29, false)] {
            app.state.clock.set(cutoff - TimeDelta::minutes(minutes));
            let (karim, hanne) =
                (app.citizen("video-locked").await, app.caseworker("caseworker-1").await);
            let id = gap["id"].as_str().expect("an id");
            let path = format!("/api/staff/bookings/{id}/cancellation");
            assert_eq!(hanne.post(&path, &json!({ "reason": "Til en anden." })).await.0, 200);
            let offer = offer_to(&karim).await;
            assert_eq!(offer.is_object(), offered, "{minutes}: {offer}");
            if offered {
                assert!(at(&offer["until"]) <= cutoff, "{offer}");
                assert_eq!(karim.delete(&offer_path(&offer)).await.0, 204);
                let path = paths::staff_case_bookings(app.case_of("next-due").await);
                let (status, again) = hanne.post(&path, &wish(before)).await;
                assert_eq!(status, 201, "{again}");
                gap = again;
            }
        }
        // Too late to move it: nothing is waited for in vain.
        app.state.clock.set(cutoff + TimeDelta::minutes(1));
        let karim = app.citizen("video-locked").await;
        let list = karim.get(LIST).await.1;
        assert!(list["waiting"].is_null());
        assert_eq!(list["ended"]["why"], "too_late");
        assert_eq!(list["latest"], list["first"], "there is nothing to ask for");
        let (status, refusal) = karim.put(LIST, &list["suggested"]).await;
        assert_eq!((status, &refusal["code"]), (409, &json!("too_late_to_change")));
    }
);
