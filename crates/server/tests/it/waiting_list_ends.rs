//! What may be waited for, and how waiting ends.

use chrono::TimeDelta;
use contract::paths::{self, CITIZEN_WAITING_LIST as LIST};
use genvej_server::waiting_list::end_what_is_over;
use serde_json::json;

use crate::booking::{BOOKINGS, free, wish};
use crate::support::TestApp;
use crate::waiting_list::{Three, at, books_late, cancels, held_cells, offer_to, takes, three};

on_both_databases!(
    waiting_ends_by_itself_when_it_has_become_vain_and_says_why,
    async |app: TestApp| {
        let Three { jonas, karim, ole, first } = three(&app).await;
        cancels(&jonas, &first).await;
        let offer = offer_to(&karim).await;
        // Self-booking is withdrawn while a time is kept: it goes on to the next.
        let hanne = app.caseworker("caseworker-1").await;
        let case = app.case_of("video-locked").await;
        let decision = json!({ "withdrawn": true, "reason": "Vi finder tiderne sammen." });
        let path = paths::staff_case_self_booking_decisions(case);
        assert_eq!(hanne.post(&path, &decision).await.0, 201);
        let (status, refusal) = takes(&karim, &offer).await;
        assert_eq!((status, &refusal["code"]), (409, &json!("self_booking_withdrawn")));
        let list = karim.get(LIST).await.1;
        assert!(list["waiting"].is_null());
        assert_eq!(list["ended"]["why"], "self_booking_withdrawn", "at once");
        end_what_is_over(&app.state).await.expect("it ends");
        assert_eq!(karim.get(LIST).await.1["ended"]["why"], "self_booking_withdrawn");
        assert_eq!(offer_to(&ole).await["starts_at"], first["starts_at"]);
        let (status, refusal) = karim.put(LIST, &list["suggested"]).await;
        assert_eq!((status, &refusal["code"]), (409, &json!("self_booking_withdrawn")));
        // Who books a time that is early enough waits no more, and the kept one goes on.
        let booking = ole.get("/api/citizen/overview").await.1["next_booking"].clone();
        let path = format!("{BOOKINGS}/{}/move", booking["id"].as_str().expect("an id"));
        let early = free(&ole, "phone").await["first_free"].clone();
        assert_eq!(early["starts_at"], first["starts_at"], "that which is kept for them");
        let (status, moved) = ole.post(&path, &wish(&early)).await;
        assert_eq!(status, 200, "{moved}");
        assert_eq!(ole.get(LIST).await.1["ended"]["why"], "taken");
        assert_eq!(held_cells(&app).await, 0);
    }
);

on_both_databases!(waiting_ends_when_the_day_has_passed, async |app: TestApp| {
    let karim = app.citizen("video-locked").await;
    let list = karim.get(LIST).await.1;
    let wish = json!({ "before": "2026-12-03", "channels": ["phone"], "weekdays": [3] });
    assert_eq!(karim.put(LIST, &wish).await.0, 200, "{list}");
    end_what_is_over(&app.state).await.expect("not yet");
    assert!(karim.get(LIST).await.1["waiting"].is_object());
    app.set_time("2026-12-02T20:30:00Z");
    let karim = app.citizen("video-locked").await;
    end_what_is_over(&app.state).await.expect("it ends");
    let list = karim.get(LIST).await.1;
    assert_eq!(list["ended"]["why"], "date_passed");
    assert_eq!(list["ended"]["before"], "2026-12-03");
});

on_both_databases!(leaving_the_list_passes_on_what_is_kept, async |app: TestApp| {
    let Three { jonas, karim, ole, first } = three(&app).await;
    cancels(&jonas, &first).await;
    assert!(offer_to(&karim).await.is_object());
    assert_eq!(karim.delete(LIST).await.0, 204);
    assert_eq!(karim.delete(LIST).await.0, 204, "said again, it changes nothing");
    assert_eq!(karim.get(LIST).await.1["ended"]["why"], "left");
    assert_eq!(offer_to(&ole).await["starts_at"], first["starts_at"]);
});

on_both_databases!(what_is_waited_for_is_checked, async |app: TestApp| {
    let karim = app.citizen("video-locked").await;
    let booked = books_late(&karim).await;
    let day = &booked["starts_at"].as_str().expect("a time")[..10];
    let refused = async |before: &str, channels: &[&str], weekdays: &[u8]| {
        let wish = json!({ "before": before, "channels": channels, "weekdays": weekdays });
        let (status, problem) = karim.put(LIST, &wish).await;
        assert_eq!(status, 422, "{problem}");
        problem["errors"][0]["field"].as_str().expect("a field").to_owned()
    };
    assert_eq!(refused("2026-12-01", &["phone"], &[1]).await, "before");
    let later = at(&booked["starts_at"]).date_naive() + TimeDelta::days(1);
    assert_eq!(refused(&later.to_string(), &["phone"], &[1]).await, "before", "not earlier");
    assert_eq!(refused(day, &[], &[1]).await, "channels");
    assert_eq!(refused(day, &["phone"], &[]).await, "weekdays");
    assert_eq!(refused(day, &["phone"], &[8]).await, "weekdays");
    assert!(karim.get(LIST).await.1["waiting"].is_null());
    let closed = app.citizen("closed").await;
    let wish = json!({ "before": day, "channels": ["phone"], "weekdays": [1] });
    assert_eq!(closed.put(LIST, &wish).await.1["code"], "case_closed");
});
