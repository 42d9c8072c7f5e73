//! Which gaps reach those who wait: the same gap from one to the next, every new time, and what a
//! group session that is called off leaves behind.

use contract::paths::{self, CITIZEN_WAITING_LIST as LIST};
use genvej_server::db::entities::waiting_new_time;
use genvej_server::waiting_list::offer_new_times;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, free, wish};
use crate::groups::STAFF as GROUPS;
use crate::support::{Client, TestApp};
use crate::waiting_list::{books_late, cancels, offer_path, offer_to, waits};

/// Waits for these forms on these weekdays, as long as one can.
async fn waits_for(citizen: &Client, channels: &[&str], weekdays: &[u8]) {
    let latest = citizen.get(LIST).await.1["latest"].clone();
    let wish = json!({ "before": latest, "channels": channels, "weekdays": weekdays });
    let (status, list) = citizen.put(LIST, &wish).await;
    assert_eq!(status, 200, "{list}");
}

/// Hours on a day on which there are none, not published yet.
async fn extra_hours(by: &Client, day: &str, (from, to): (&str, &str), channel: &str) {
    let hours = json!({
        "kind": "extra_hours", "from": from, "to": to, "channels": [channel],
        "place": { "kind": "home" },
    });
    let body = json!({ "from_date": day, "to_date": day, "kind": hours });
    let (status, stored) = by.post(paths::STAFF_CALENDAR_EXCEPTIONS, &body).await;
    assert_eq!(status, 201, "{stored}");
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
        extra_hours(&hanne, "2026-12-12", ("07:00", "17:00"), "video").await;
        extra_hours(&hanne, "2026-12-13", ("10:00", "11:00"), "phone").await;
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
        extra_hours(&hanne, "2026-12-12", ("10:00", "11:30"), "phone").await;
        assert_eq!(publish(&hanne, "2026-12-12", "2026-12-12").await, 2);
        let session = json!({
            "theme": "cv", "day": "2026-12-12", "from": "10:00", "room": null, "seats": 6,
        });
        let (status, group) = hanne.post(GROUPS, &session).await;
        assert_eq!(status, 201, "{group}");
        let ole = app.citizen("standby").await;
        waits_for(&ole, &["phone"], &[6]).await;
        let id = group["line"]["id"].as_str().expect("an id");
        let reason = json!({ "reason": "Vi samler to hold." });
        let (status, group) = hanne.post(&format!("{GROUPS}/{id}/cancellation"), &reason).await;
        assert_eq!(status, 200, "{group}");
        assert_eq!(offer_to(&ole).await["starts_at"], "2026-12-12T10:00:00+01:00");
    }
);
