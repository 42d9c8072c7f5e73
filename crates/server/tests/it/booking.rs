//! A citizen books, moves and cancels, as the rules of the case allow.

use serde_json::{Value, json};

use crate::support::{Client, TestApp};

const PHONE: &str = "/api/citizen/times?channel=phone";
/// Where a citizen books.
pub const BOOKINGS: &str = "/api/citizen/bookings";

/// The free times of the first week that has any.
pub async fn free(client: &Client, channel: &str) -> Value {
    let (status, times) = client.get(&format!("/api/citizen/times?channel={channel}")).await;
    assert_eq!(status, 200, "{times}");
    times
}

/// What is sent to book a time.
pub fn wish(time: &Value) -> Value {
    json!({ "slot_id": time["slot_id"], "channel": time["channel"] })
}

/// Books the first free time.
pub async fn book_first(client: &Client, channel: &str) -> Value {
    let first = free(client, channel).await["first_free"].clone();
    let (status, booking) = client.post(BOOKINGS, &wish(&first)).await;
    assert_eq!(status, 201, "{booking}");
    booking
}

fn path(booking: &Value, what: &str) -> String {
    format!("{BOOKINGS}/{}{what}", booking["id"].as_str().expect("an id"))
}

on_both_databases!(
    a_booked_time_is_gone_for_everyone_and_shown_to_its_citizen,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let booking = book_first(&jonas, "phone").await;
        assert_eq!(booking["state"], "booked");
        assert_eq!(booking["in_time"], true);
        assert_eq!(booking["self_booked"], true);
        let overview = jonas.get("/api/citizen/overview").await.1;
        assert_eq!(overview["next_booking"]["id"], booking["id"]);
        assert_eq!(overview["overdue"], false);
        let karim = app.citizen("video-locked").await;
        let first = free(&karim, "phone").await["first_free"].clone();
        assert_ne!(first["starts_at"], booking["starts_at"], "the same caseworker's next time");
    }
);

on_both_databases!(
    first_conversation_is_in_person_unless_the_caseworker_unlocks_it,
    async |app: TestApp| {
        let maja = app.citizen("first-due").await;
        let visit = free(&maja, "in_person").await["first_free"].clone();
        assert!(visit["place"]["name"].is_string(), "{visit}");
        assert!(free(&maja, "phone").await["first_free"].is_null());
        let by_phone = json!({ "slot_id": visit["slot_id"], "channel": "phone" });
        let (status, problem) = maja.post(BOOKINGS, &by_phone).await;
        assert_eq!((status, &problem["code"]), (409, &json!("channel_locked")));

        let hanne = app.caseworker("caseworker-1").await;
        let case = app.case_of("first-due").await;
        let decide = format!("/api/staff/cases/{case}/channel-decisions");
        let unlock =
            json!({ "channel": "phone", "unlocked": true, "reason": "Kan ikke køre bil." });
        assert_eq!(hanne.post(&decide, &unlock).await.0, 201);
        assert_eq!(maja.post(BOOKINGS, &by_phone).await.0, 201);
    }
);

on_both_databases!(
    a_locked_channel_is_shown_with_its_reason_and_cannot_be_booked,
    async |app: TestApp| {
        let karim = app.citizen("video-locked").await;
        let options = karim.get("/api/citizen/booking-options").await.1;
        let video = &options["channels"][1];
        assert_eq!(video["choice"]["allowed"], false);
        assert_eq!(video["choice"]["because"]["kind"], "locked");
        assert!(video["first_free"].is_null());
        let slot = free(&karim, "phone").await["first_free"]["slot_id"].clone();
        let (status, problem) =
            karim.post(BOOKINGS, &json!({ "slot_id": slot, "channel": "video" })).await;
        assert_eq!((status, &problem["code"]), (409, &json!("channel_locked")));
    }
);

on_both_databases!(i4_a_case_has_at_most_one_open_follow_up, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    book_first(&jonas, "phone").await;
    let next = free(&jonas, "video").await["first_free"].clone();
    let (status, problem) = jonas.post(BOOKINGS, &wish(&next)).await;
    assert_eq!((status, &problem["code"]), (409, &json!("already_booked")));
});

on_both_databases!(i4_moving_takes_the_new_time_and_frees_the_old_one, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let booking = book_first(&jonas, "phone").await;
    let visit = free(&jonas, "in_person").await["first_free"].clone();
    let (status, moved) = jonas.post(&path(&booking, "/move"), &wish(&visit)).await;
    assert_eq!(status, 200, "{moved}");
    assert_eq!(moved["id"], booking["id"]);
    assert_eq!(moved["sequence"], 1);
    assert_eq!(moved["channel"], "in_person");
    assert!(moved["room"].is_string());
    let karim = app.citizen("video-locked").await;
    let first = free(&karim, "phone").await["first_free"].clone();
    let freed = if visit["starts_at"] == booking["starts_at"] { &first } else { &booking };
    assert_eq!(first["starts_at"], freed["starts_at"], "the old time is free again");
});

on_both_databases!(the_same_time_can_be_moved_to_another_channel, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let first = free(&jonas, "phone").await["first_free"].clone();
    let booking = book_first(&jonas, "phone").await;
    let same = json!({ "slot_id": first["slot_id"], "channel": "video" });
    let (status, moved) = jonas.post(&path(&booking, "/move"), &same).await;
    assert_eq!((status, &moved["channel"]), (200, &json!("video")));
    assert_eq!(moved["starts_at"], booking["starts_at"]);
});

on_both_databases!(
    a_move_into_a_taken_time_is_refused_and_the_old_time_stays,
    async |app: TestApp| {
        let (jonas, karim) = (app.citizen("next-due").await, app.citizen("video-locked").await);
        let taken = free(&jonas, "phone").await["first_free"].clone();
        book_first(&karim, "phone").await;
        let booking = book_first(&jonas, "phone").await;
        let (status, problem) = jonas.post(&path(&booking, "/move"), &wish(&taken)).await;
        assert_eq!((status, &problem["code"]), (409, &json!("slot_taken")));
        assert!(!problem["nearest"].as_array().expect("nearest").is_empty());
        let still = jonas.get(&path(&booking, "")).await.1;
        assert_eq!(still["starts_at"], booking["starts_at"]);
        assert_eq!(still["sequence"], 0);
    }
);

on_both_databases!(a_cancelled_time_is_free_and_another_can_be_booked, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let booking = book_first(&jonas, "phone").await;
    let (status, cancelled) = jonas.post(&path(&booking, "/cancellation"), &json!({})).await;
    assert_eq!((status, &cancelled["state"]), (200, &json!("cancelled")));
    let again = book_first(&jonas, "phone").await;
    assert_eq!(again["starts_at"], booking["starts_at"]);
    assert_ne!(again["id"], booking["id"]);
    let past = jonas.get("/api/citizen/overview").await.1["past"].clone();
    assert_eq!(past[0]["state"], "cancelled");
    assert_eq!(past[0]["cancelled"]["by"], "citizen");
    assert_eq!(cancelled["cancelled"]["reason"], serde_json::Value::Null);
});

on_both_databases!(close_to_the_conversation_only_a_caseworker_moves_it, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let booking = book_first(&jonas, "phone").await;
    let later = free(&jonas, "phone").await["first_free"].clone();
    let start: chrono::DateTime<chrono::FixedOffset> =
        booking["starts_at"].as_str().expect("a time").parse().expect("a time");
    app.set_time(&(start - chrono::TimeDelta::hours(23)).to_utc().to_rfc3339());
    let jonas = app.citizen("next-due").await;
    let (status, problem) = jonas.post(&path(&booking, "/move"), &wish(&later)).await;
    assert_eq!((status, &problem["code"]), (409, &json!("too_late_to_change")));
    let (_, problem) = jonas.post(&path(&booking, "/cancellation"), &json!({})).await;
    assert_eq!(problem["code"], "too_late_to_change");
    let hanne = app.caseworker("caseworker-1").await;
    let id = booking["id"].as_str().expect("an id");
    let (status, _) = hanne.post(&format!("/api/staff/bookings/{id}/move"), &wish(&later)).await;
    assert_eq!(status, 200);
});

on_both_databases!(
    colleagues_times_are_offered_only_when_the_own_caseworker_has_none,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let times = free(&jonas, "phone").await;
        assert_eq!(times["whose"], "own");
        let all_own = times["days"].as_array().expect("days").iter().all(|day| {
            day["times"]
                .as_array()
                .expect("times")
                .iter()
                .all(|time| time["own_caseworker"] == true)
        });
        assert!(all_own);
        let hanne = app.caseworker("caseworker-1").await;
        let away = json!({ "from_date": "2026-12-01", "to_date": "2027-02-26", "kind": { "kind": "away_all_day" } });
        assert_eq!(hanne.post("/api/staff/calendar/exceptions", &away).await.0, 201);
        let span = json!({ "from": "2026-12-01", "to": "2027-02-26" });
        let (status, published) = hanne.post("/api/staff/calendar/publications", &span).await;
        assert_eq!((status, &published["added"]), (201, &json!(0)));
        let times = free(&jonas, "phone").await;
        assert_eq!(times["whose"], "colleagues");
        assert_eq!(times["first_free"]["own_caseworker"], false);
        let any = json!({
            "slot_id": times["first_free"]["slot_id"], "channel": "phone", "any_caseworker": true,
        });
        assert_eq!(jonas.post(BOOKINGS, &any).await.0, 201);
    }
);

on_both_databases!(
    no_free_time_before_the_deadline_is_said_with_the_first_one_after,
    async |app: TestApp| {
        let ida = app.citizen("no-times").await;
        let times = free(&ida, "in_person").await;
        assert_eq!(times["any_before_deadline"], false);
        assert!(times["first_free"].is_object());
        assert!(times["hold_by"].is_string());
    }
);

on_both_databases!(
    self_booking_that_is_withdrawn_refuses_and_can_be_restored,
    async |app: TestApp| {
        let mette = app.citizen("withdrawn").await;
        let options = mette.get("/api/citizen/booking-options").await.1;
        assert_eq!(options["self_booking"]["kind"], "withdrawn");
        assert!(free(&mette, "phone").await["first_free"].is_null());
        let slot = free(&app.citizen("no-employer").await, "phone").await["first_free"].clone();
        let (status, problem) = mette.post(BOOKINGS, &wish(&slot)).await;
        assert_eq!((status, &problem["code"]), (409, &json!("self_booking_withdrawn")));
        let thomas = app.caseworker("caseworker-2").await;
        let case = app.case_of("withdrawn").await;
        let restore = json!({ "withdrawn": false, "reason": "Mette vil gerne selv." });
        let decide = format!("/api/staff/cases/{case}/self-booking-decisions");
        assert_eq!(thomas.post(&decide, &restore).await.0, 201);
        book_first(&mette, "phone").await;
    }
);

on_both_databases!(
    exempt_and_on_standby_one_may_still_ask_for_a_conversation,
    async |app: TestApp| {
        for key in ["exempt", "standby"] {
            let citizen = app.citizen(key).await;
            let overview = citizen.get("/api/citizen/overview").await.1;
            assert_eq!(overview["duty"]["kind"], "exempt", "{key}");
            let channel = if key == "exempt" { "in_person" } else { "phone" };
            let booking = book_first(&citizen, channel).await;
            assert!(booking["in_time"].is_null());
        }
    }
);

on_both_databases!(a_closed_case_books_nothing, async |app: TestApp| {
    let birthe = app.citizen("closed").await;
    let slot = free(&app.citizen("next-due").await, "phone").await["first_free"].clone();
    let (status, problem) = birthe.post(BOOKINGS, &wish(&slot)).await;
    assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
});

on_both_databases!(i11_past_times_and_others_bookings_are_refused, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let first = free(&jonas, "phone").await["first_free"].clone();
    let booking = book_first(&jonas, "phone").await;
    let karim = app.citizen("video-locked").await;
    for what in ["", "/calendar.ics"] {
        assert_eq!(karim.get(&path(&booking, what)).await.0, 404);
    }
    assert_eq!(karim.post(&path(&booking, "/cancellation"), &json!({})).await.0, 404);
    assert_eq!(karim.post(&path(&booking, "/move"), &wish(&first)).await.0, 404);
    let next = free(&karim, "phone").await["first_free"].clone();
    app.set_time("2026-12-20T08:00:00Z");
    let karim = app.citizen("video-locked").await;
    let (status, problem) = karim.post(BOOKINGS, &wish(&next)).await;
    assert_eq!((status, &problem["code"]), (409, &json!("slot_too_soon")));
});

on_both_databases!(
    i3_the_same_call_again_gives_the_first_answer_and_changes_nothing,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let first = free(&jonas, "phone").await["first_free"].clone();
        let once = jonas.post_with_key(BOOKINGS, "the-same-key", &wish(&first)).await;
        let again = jonas.post_with_key(BOOKINGS, "the-same-key", &wish(&first)).await;
        assert_eq!(once, again);
        let other = json!({ "slot_id": first["slot_id"], "channel": "video" });
        let (status, problem) = jonas.post_with_key(BOOKINGS, "the-same-key", &other).await;
        assert_eq!((status, &problem["code"]), (422, &json!("idempotency_key_reused")));
        let (_, problem) = jonas.post_with_key(BOOKINGS, "short", &wish(&first)).await;
        assert_eq!(problem["code"], "idempotency_key_missing");
        let cancel = path(&once.1, "/cancellation");
        let cancelled = jonas.post_with_key(&cancel, "cancel-key", &json!({})).await;
        assert_eq!(cancelled, jonas.post_with_key(&cancel, "cancel-key", &json!({})).await);
    }
);

on_both_databases!(
    i8_the_calendar_file_keeps_its_uid_through_moves_and_names_no_cpr,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let booking = book_first(&jonas, "phone").await;
        let file = |text: String| text.replace("\r\n ", "");
        let get = async || {
            let answer =
                jonas.send(axum::http::Method::GET, &path(&booking, "/calendar.ics"), None).await;
            assert!(answer.header("content-type").starts_with("text/calendar"));
            file(answer.text)
        };
        let first = get().await;
        let uid = format!("UID:{}@genvej", booking["id"].as_str().expect("an id"));
        for line in [
            uid.as_str(),
            "SEQUENCE:0",
            "METHOD:PUBLISH",
            "TZID:Europe/Copenhagen",
            "STATUS:CONFIRMED",
        ] {
            assert!(first.contains(line), "{line} in {first}");
        }
        assert!(first.contains("DTSTART;TZID=Europe/Copenhagen:2026"));
        let visit = free(&jonas, "in_person").await["first_free"].clone();
        jonas.post(&path(&booking, "/move"), &wish(&visit)).await;
        let moved = get().await;
        assert!(moved.contains(&uid) && moved.contains("SEQUENCE:1") && moved.contains("Rådhuset"));
        jonas.post(&path(&booking, "/cancellation"), &json!({})).await;
        let cancelled = get().await;
        assert_eq!(first.matches("PRODID:").count(), 1, "{first}");
        assert_eq!(first.matches("VERSION:").count(), 1, "{first}");
        for line in [uid.as_str(), "SEQUENCE:2", "METHOD:CANCEL", "STATUS:CANCELLED"] {
            assert!(cancelled.contains(line), "{line} in {cancelled}");
        }
        for text in [first, moved, cancelled] {
            // Ids, the time zone's too, are drawn at random and may have ten digits in a row.
            let text = text.replace(booking["id"].as_str().expect("an id"), "");
            let lines = text.lines().filter(|line| !line.starts_with("UID:"));
            let mut digits = lines.flat_map(|line| line.split(|c: char| !c.is_ascii_digit()));
            assert!(digits.all(|run| run.len() != 10), "nothing looks like a CPR number: {text}");
        }
    }
);

on_both_databases!(
    who_may_not_book_at_all_is_told_that_before_that_a_time_is_taken,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let first = free(&jonas, "phone").await["first_free"].clone();
        book_first(&jonas, "phone").await;
        for (key, channel, code) in [
            ("video-locked", "video", "channel_locked"),
            ("withdrawn", "phone", "self_booking_withdrawn"),
            ("closed", "phone", "case_closed"),
        ] {
            let wish = json!({ "slot_id": first["slot_id"], "channel": channel });
            let (status, problem) = app.citizen(key).await.post(BOOKINGS, &wish).await;
            assert_eq!((status, &problem["code"]), (409, &json!(code)), "{key}");
            assert!(problem.get("nearest").is_none(), "{key} is offered nothing");
        }
        let sofie = app.citizen("booked").await;
        let overview = sofie.get("/api/citizen/overview").await.1;
        let booking = overview["next_booking"].clone();
        app.set_time(booking["starts_at"].as_str().expect("a time"));
        app.pass(chrono::TimeDelta::hours(-1));
        let sofie = app.citizen("booked").await;
        let (_, problem) = sofie.post(&path(&booking, "/move"), &wish(&first)).await;
        assert_eq!(problem["code"], "too_late_to_change");
    }
);

on_both_databases!(when_it_is_late_the_whole_teams_times_are_offered, async |app: TestApp| {
    let peter = app.citizen("overdue").await;
    let times = free(&peter, "in_person").await;
    assert_eq!(times["whose"], "colleagues");
    assert_eq!(times["any_before_deadline"], true, "any time is better than none");
    let own = |time: &Value| time["own_caseworker"] == true;
    let all = times["days"].as_array().expect("days").iter();
    let all: Vec<Value> =
        all.flat_map(|day| day["times"].as_array().expect("times").clone()).collect();
    assert!(all.iter().any(own) && !all.iter().all(own));
});

on_both_databases!(a_week_can_be_asked_for_and_leads_to_its_neighbours, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let first = free(&jonas, "phone").await;
    let next = first["next_week"].as_str().expect("a later week").to_owned();
    let (_, second) = jonas.get(&format!("{PHONE}&week={next}")).await;
    assert_eq!(second["week"], next.as_str());
    assert_eq!(second["previous_week"], first["week"]);
    let (_, far) = jonas.get(&format!("{PHONE}&week=2030-01-01")).await;
    assert_eq!(far["days"], json!([]));
    assert!(far["previous_week"].is_string(), "a way back from an empty week");
});

on_both_databases!(past_cells_and_answers_are_forgotten_and_bookings_stay, async |app: TestApp| {
    use genvej_server::db::entities::{booking, idempotency_key, occupancy};
    use sea_orm::{EntityTrait, PaginatorTrait};
    let jonas = app.citizen("next-due").await;
    let booking = book_first(&jonas, "phone").await;
    let db = app.state.db.read();
    let before = booking::Entity::find().count(db).await.unwrap();
    for (days, expected) in [(0, true), (60, false)] {
        app.pass(chrono::TimeDelta::days(days));
        let now = app.state.clock.now();
        genvej_server::booking::housekeeping::forget_past(&app.state.db, now).await.unwrap();
        assert_eq!(occupancy::Entity::find().count(db).await.unwrap() > 0, expected);
        assert_eq!(idempotency_key::Entity::find().count(db).await.unwrap() > 0, expected);
    }
    assert_eq!(booking::Entity::find().count(db).await.unwrap(), before);
    let jonas = app.citizen("next-due").await;
    assert_eq!(jonas.get(&path(&booking, "")).await.1["state"], "awaiting_outcome");
});

on_both_databases!(a_time_that_could_not_be_changed_afterwards_says_so, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let first = free(&jonas, "phone").await["first_free"].clone();
    let starts_at = first["starts_at"].as_str().expect("a time");
    let starts_at: chrono::DateTime<chrono::FixedOffset> = starts_at.parse().expect("a time");
    app.set_time(&(starts_at - chrono::TimeDelta::hours(25)).to_rfc3339());
    let jonas = app.citizen("next-due").await;
    let times = free(&jonas, "phone").await;
    let same = times["days"][0]["times"].as_array().expect("times").iter();
    let same: Vec<_> = same.filter(|time| time["slot_id"] == first["slot_id"]).collect();
    assert_eq!(same[0]["changeable"], true);

    app.set_time(&(starts_at - chrono::TimeDelta::hours(5)).to_rfc3339());
    let jonas = app.citizen("next-due").await;
    assert_eq!(free(&jonas, "phone").await["first_free"]["changeable"], false);
    let booking = book_first(&jonas, "phone").await;
    assert_eq!(booking["starts_at"], first["starts_at"]);
    assert_eq!(booking["change"]["kind"], "too_late");
});
