//! Caseworkers act for citizens, and record what happened.

use contract::ids::CaseId;
use genvej_server::db::entities::{booking, sickness_case};
use sea_orm::{ColumnTrait, DbBackend, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::support::{Client, TestApp};

async fn first_time(client: &Client, case: CaseId, channel: &str) -> Value {
    let (status, times) =
        client.get(&format!("/api/staff/cases/{case}/times?channel={channel}")).await;
    assert_eq!(status, 200, "{times}");
    json!({ "slot_id": times["first_free"]["slot_id"], "channel": channel })
}

/// Closes a case so many days from today.
async fn close_case(app: &TestApp, case: CaseId, days: u64) {
    let day = app.state.clock.today() + chrono::Days::new(days);
    sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::ClosedOn, day.into())
        .filter(sickness_case::Column::Id.eq(case.0))
        .exec(app.state.db.read())
        .await
        .expect("the case is there");
}

fn booking_path(booking: &Value, what: &str) -> String {
    format!("/api/staff/bookings/{}/{what}", booking["id"].as_str().expect("an id"))
}

on_both_databases!(a_caseworker_books_moves_and_cancels_for_a_citizen, async |app: TestApp| {
    let thomas = app.caseworker("caseworker-2").await;
    let case = app.case_of("withdrawn").await;
    let wish = first_time(&thomas, case, "phone").await;
    let (status, booking) = thomas.post(&format!("/api/staff/cases/{case}/bookings"), &wish).await;
    assert_eq!((status, &booking["self_booked"]), (201, &json!(false)));
    let later = first_time(&thomas, case, "video").await;
    let (status, moved) = thomas.post(&booking_path(&booking, "move"), &later).await;
    assert_eq!((status, &moved["channel"]), (200, &json!("video")));
    let cancel = booking_path(&booking, "cancellation");
    let (status, problem) = thomas.post(&cancel, &json!({ "reason": " " })).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (422, &json!("reason")));
    let (status, cancelled) = thomas.post(&cancel, &json!({ "reason": "Jeg er syg." })).await;
    assert_eq!((status, &cancelled["state"]), (200, &json!("cancelled")));
    let mette = app.citizen("withdrawn").await;
    let id = booking["id"].as_str().expect("an id");
    let read = mette.get(&format!("/api/citizen/bookings/{id}")).await.1;
    assert_eq!(read["cancelled"]["by"], "caseworker");
    assert_eq!(read["cancelled"]["reason"], "Jeg er syg.", "the citizen reads why");
    let past = mette.get("/api/citizen/overview").await.1["past"][0].clone();
    assert_eq!(past["cancelled"], read["cancelled"]);
});

on_both_databases!(
    the_citizen_reads_who_moved_a_conversation_and_from_where,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let times = jonas.get("/api/citizen/times?channel=phone").await.1;
        let wish = json!({ "slot_id": times["first_free"]["slot_id"], "channel": "phone" });
        let booking = jonas.post("/api/citizen/bookings", &wish).await.1;
        assert_eq!(booking["moved"], Value::Null);
        let later = jonas.get("/api/citizen/times?channel=video&week=2026-12-07").await.1;
        let later = &later["days"][0]["times"][0]["slot_id"];
        let later = json!({ "slot_id": later, "channel": "video" });
        let hanne = app.caseworker("caseworker-1").await;
        app.pass(chrono::TimeDelta::minutes(1));
        assert_eq!(hanne.post(&booking_path(&booking, "move"), &later).await.0, 200);
        let next = jonas.get("/api/citizen/overview").await.1["next_booking"].clone();
        assert_eq!(next["moved"]["by"], "caseworker");
        assert_eq!(next["moved"]["from"], booking["starts_at"]);
        assert_eq!(next["moved"]["channel"], "phone");

        app.pass(chrono::TimeDelta::minutes(1));
        let id = booking["id"].as_str().expect("an id");
        let back = jonas.post(&format!("/api/citizen/bookings/{id}/move"), &wish).await.1;
        assert_eq!(back["moved"]["by"], "citizen", "the last one counts");
        assert_eq!(back["moved"]["from"], next["starts_at"]);
        assert_eq!(back["moved"]["channel"], "video");
    }
);

on_both_databases!(
    a_conversation_that_came_to_nothing_leaves_calendars_too,
    async |app: TestApp| {
        let hanne = app.caseworker("caseworker-1").await;
        let case = app.case_of("booked").await;
        let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
        let booking = details["overview"]["next_booking"].clone();
        app.set_time(booking["ends_at"].as_str().expect("a time"));
        let hanne = app.caseworker("caseworker-1").await;
        let outcome = booking_path(&booking, "outcome");
        let (status, gone) = hanne.post(&outcome, &json!({ "outcome": "cancelled" })).await;
        assert_eq!((status, &gone["state"]), (200, &json!("cancelled")));
        assert_eq!(gone["sequence"], 1, "later than what the calendar has");
        let (status, problem) = hanne.post(&outcome, &json!({ "outcome": "held" })).await;
        assert_eq!((status, &problem["code"]), (409, &json!("booking_not_open")));
    }
);

on_both_databases!(
    i3_a_decision_sent_again_is_answered_after_the_case_closed,
    async |app: TestApp| {
        let hanne = app.caseworker("caseworker-1").await;
        let case = app.case_of("next-due").await;
        let decide = format!("/api/staff/cases/{case}/channel-decisions");
        let lock = json!({ "channel": "video", "unlocked": false, "reason": "Dårlig lyd." });
        let once = hanne.post_with_key(&decide, "decide-key", &lock).await;
        assert_eq!(once.0, 201);
        close_case(&app, case, 0).await;
        assert_eq!(hanne.post_with_key(&decide, "decide-key", &lock).await, once);
        let (status, problem) = hanne.post_with_key(&decide, "another-key", &lock).await;
        assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
    }
);

on_both_databases!(a_case_is_closed_from_its_day_on, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let sofie = app.citizen("booked").await;
    let hanne = app.caseworker("caseworker-1").await;
    let listed = async |client: &Client| {
        let rows = client.get("/api/staff/cases").await.1;
        let id = case.to_string();
        rows.as_array().expect("rows").iter().any(|row| row["id"] == id.as_str())
    };
    close_case(&app, case, 1).await;
    let overview = sofie.get("/api/citizen/overview").await.1;
    assert_eq!(overview["self_booking"]["kind"], "open", "tomorrow is not today");
    assert!(listed(&hanne).await);
    close_case(&app, case, 0).await;
    let overview = sofie.get("/api/citizen/overview").await.1;
    assert_eq!(overview["self_booking"]["kind"], "case_closed");
    assert_eq!(overview["next_booking"]["change"]["kind"], "case_closed");
    let id = overview["next_booking"]["id"].as_str().expect("an id").to_owned();
    let cancel = format!("/api/citizen/bookings/{id}/cancellation");
    assert_eq!(sofie.post(&cancel, &json!({})).await.1["code"], "case_closed");
    assert!(!listed(&hanne).await);
});

on_both_databases!(a_held_conversation_drives_the_next_deadline, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let times = jonas.get("/api/citizen/times?channel=phone").await.1;
    let wish = json!({ "slot_id": times["first_free"]["slot_id"], "channel": "phone" });
    let booking = jonas.post("/api/citizen/bookings", &wish).await.1;
    let hanne = app.caseworker("caseworker-1").await;
    let outcome = booking_path(&booking, "outcome");
    let (status, problem) = hanne.post(&outcome, &json!({ "outcome": "held" })).await;
    assert_eq!((status, &problem["code"]), (409, &json!("conversation_not_over")));

    let starts: chrono::DateTime<chrono::FixedOffset> =
        booking["starts_at"].as_str().expect("a time").parse().expect("a time");
    app.set_time(&(starts + chrono::TimeDelta::hours(2)).to_utc().to_rfc3339());
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(hanne.post(&outcome, &json!({ "outcome": "held" })).await.0, 200);
    let jonas = app.citizen("next-due").await;
    let overview = jonas.get("/api/citizen/overview").await.1;
    let four_weeks = starts.date_naive() + chrono::Days::new(28);
    assert_eq!(overview["duty"]["hold_by"], four_weeks.to_string());
    assert_eq!(overview["duty"]["because"]["rule"], "interval_after_conversation");
});

on_both_databases!(an_outcome_is_of_the_conversation_that_was_looked_at, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("booked").await;
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    let shown = details["overview"]["next_booking"].clone();
    app.set_time(shown["starts_at"].as_str().expect("a time"));
    let hanne = app.caseworker("caseworker-1").await;
    // Somebody moves it, and has not quite finished when the outcome is recorded.
    let id: uuid::Uuid = shown["id"].as_str().expect("an id").parse().expect("an id");
    let tx = app.state.db.begin_write().await.expect("a transaction");
    let moved = booking::Entity::update_many()
        .col_expr(booking::Column::Channel, "video".into())
        .col_expr(booking::Column::Sequence, 1.into())
        .filter(booking::Column::Id.eq(id));
    moved.exec(&*tx).await.expect("moved");
    let held = json!({ "outcome": "held" });
    let path = booking_path(&shown, "outcome");
    let finish = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        tx.commit().await.expect("committed");
    };
    let ((status, answer), ()) = tokio::join!(hanne.post(&path, &held), finish);
    // SQLite reads only once the move is done; PostgreSQL has read the one before.
    match app.state.db.backend() {
        DbBackend::Sqlite => {
            assert_eq!((status, &answer["channel"]), (200, &json!("video")));
        }
        _ => {
            assert_eq!((status, &answer["code"]), (409, &json!("stale_version")));
            let row = booking::Entity::find_by_id(id).one(app.state.db.read()).await;
            assert_eq!(row.expect("an answer").expect("the booking").state, "booked");
        }
    }
});

on_both_databases!(a_no_show_is_recorded_and_sanctions_nobody, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("booked").await;
    let before = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    let booking = before["overview"]["next_booking"].clone();
    app.set_time(booking["ends_at"].as_str().expect("a time"));
    let hanne = app.caseworker("caseworker-1").await;
    let (status, _) =
        hanne.post(&booking_path(&booking, "outcome"), &json!({ "outcome": "no_show" })).await;
    assert_eq!(status, 200);
    let sofie = app.citizen("booked").await;
    let overview = sofie.get("/api/citizen/overview").await.1;
    assert_eq!(overview["self_booking"]["kind"], "open");
    assert_eq!(overview["past"][0]["state"], "no_show");
    assert_eq!(overview["duty"]["because"], before["overview"]["duty"]["because"]);
    let channels = |overview: &Value| overview["channels"].clone();
    assert_eq!(channels(&overview), channels(&before["overview"]));
});

on_both_databases!(a_decision_needs_a_reason_and_is_kept_in_the_history, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("next-due").await;
    let decide = format!("/api/staff/cases/{case}/channel-decisions");
    let empty = json!({ "channel": "video", "unlocked": false, "reason": "" });
    let (status, problem) = hanne.post(&decide, &empty).await;
    assert_eq!((status, &problem["errors"][0]["code"]), (422, &json!("missing")));
    let lock =
        json!({ "channel": "video", "unlocked": false, "reason": "Skærmen er gået i stykker." });
    let (status, details) = hanne.post(&decide, &lock).await;
    assert_eq!(status, 201);
    assert_eq!(details["decisions"][0]["reason"], lock["reason"]);
    app.pass(chrono::TimeDelta::minutes(1));
    let unlock = json!({ "channel": "video", "unlocked": true, "reason": "Ny skærm." });
    let details = hanne.post(&decide, &unlock).await.1;
    assert_eq!(details["decisions"].as_array().expect("both").len(), 2);
    assert_eq!(details["overview"]["channels"][1]["allowed"], true);
});

on_both_databases!(another_teams_case_does_not_exist_for_a_caseworker, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let case = app.case_of("no-times").await;
    assert_eq!(hanne.get(&format!("/api/staff/cases/{case}")).await.0, 404);
    let decide = json!({ "withdrawn": true, "reason": "x" });
    let path = format!("/api/staff/cases/{case}/self-booking-decisions");
    assert_eq!(hanne.post(&path, &decide).await.0, 404);
});

on_both_databases!(citizens_and_employers_reach_no_staff_endpoint, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    for client in [app.citizen("next-due").await, app.employer().await] {
        for path in ["/api/staff/cases", "/api/staff/calendar", &format!("/api/staff/cases/{case}")]
        {
            assert_eq!(client.get(path).await.0, 403, "{path}");
        }
    }
    assert_eq!(app.employer().await.get("/api/citizen/overview").await.0, 403);
});
