//! A caseworker's calendar: what the preview shows is what citizens get.

use serde_json::{Value, json};

use crate::support::{Client, TestApp};

const TEMPLATE: &str = "/api/staff/calendar/template";
const PREVIEWS: &str = "/api/staff/calendar/previews";
const PUBLICATIONS: &str = "/api/staff/calendar/publications";

fn week_of(from: &str, to: &str) -> Value {
    json!({
        "pause_minutes": 0,
        "breaks": [],
        "blocks": [{
            "weekday": 2, "from": from, "to": to, "channels": ["phone", "video"],
            "place": { "kind": "home" },
        }],
    })
}

async fn starts_on(client: &Client, day: &str) -> Vec<String> {
    let (status, week) = client.get(&format!("/api/staff/calendar?week={day}")).await;
    assert_eq!(status, 200, "{week}");
    let days = week["days"].as_array().expect("days");
    let day = days.iter().find(|entry| entry["date"] == day).expect("the day");
    let times = day["free"].as_array().expect("times").iter();
    times.map(|time| time["starts_at"].as_str().expect("a time").to_owned()).collect()
}

on_both_databases!(
    what_the_preview_shows_is_what_is_published_and_what_citizens_get,
    async |app: TestApp| {
        let hanne = app.caseworker("caseworker-1").await;
        let save = json!({ "version": 1, "template": week_of("13:00", "15:00") });
        assert_eq!(hanne.put(TEMPLATE, &save).await.0, 200);
        let span = json!({ "from": "2026-12-07", "to": "2026-12-13" });
        let (_, preview) = hanne.post(PREVIEWS, &span).await;
        let tuesday = &preview["days"][1];
        let shown: Vec<&str> = tuesday["times"]
            .as_array()
            .expect("times")
            .iter()
            .filter(|time| time["change"] == "new" || time["change"] == "kept")
            .map(|time| time["starts_at"].as_str().expect("a time"))
            .collect();
        assert_eq!(shown.len(), 4);
        assert_eq!(shown[0], "2026-12-08T13:00:00+01:00");
        let (status, published) = hanne.post(PUBLICATIONS, &span).await;
        assert_eq!(status, 201, "{published}");
        assert_eq!(starts_on(&hanne, "2026-12-08").await, shown);
        let jonas = app.citizen("next-due").await;
        let (_, times) = jonas.get("/api/citizen/times?channel=phone&week=2026-12-07").await;
        let offered: Vec<&str> = times["days"]
            .as_array()
            .expect("days")
            .iter()
            .flat_map(|day| day["times"].as_array().expect("times"))
            .map(|time| time["starts_at"].as_str().expect("a time"))
            .collect();
        assert_eq!(offered, shown, "the citizen sees exactly that");
        let (_, again) = hanne.post(PUBLICATIONS, &span).await;
        assert_eq!((&again["added"], &again["withdrawn"]), (&json!(0), &json!(0)));
    }
);

on_both_databases!(a_booked_time_survives_a_new_template, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let times = jonas.get("/api/citizen/times?channel=phone").await.1;
    let wish = json!({ "slot_id": times["first_free"]["slot_id"], "channel": "phone" });
    let booking = jonas.post("/api/citizen/bookings", &wish).await.1;
    let hanne = app.caseworker("caseworker-1").await;
    let save = json!({ "version": 1, "template": week_of("13:00", "15:00") });
    hanne.put(TEMPLATE, &save).await;
    let span = json!({ "from": "2026-12-01", "to": "2026-12-31" });
    assert_eq!(hanne.post(PUBLICATIONS, &span).await.0, 201);
    let overview = jonas.get("/api/citizen/overview").await.1;
    assert_eq!(overview["next_booking"]["starts_at"], booking["starts_at"]);
});

on_both_databases!(
    a_booked_time_taken_out_of_the_calendar_is_nobodys_once_it_is_free,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let first = jonas.get("/api/citizen/times?channel=phone").await.1["first_free"].clone();
        let wish = json!({ "slot_id": first["slot_id"], "channel": "phone" });
        let booking = jonas.post("/api/citizen/bookings", &wish).await.1;
        let hanne = app.caseworker("caseworker-1").await;
        let day = first["starts_at"].as_str().expect("a time")[..10].to_owned();
        let away = json!({ "from_date": day, "to_date": day, "kind": { "kind": "away_all_day" } });
        let (_, exception) = hanne.post("/api/staff/calendar/exceptions", &away).await;
        let span = json!({ "from": day, "to": day });
        let changes = async || {
            let preview = hanne.post(PREVIEWS, &span).await.1;
            let times = preview["days"][0]["times"].as_array().expect("times").clone();
            let kind = |time: &Value| time["change"].as_str().expect("a change").to_owned();
            times.iter().map(kind).collect::<Vec<_>>()
        };
        let mut kept = changes().await;
        kept.retain(|change| change == "booked");
        let (_, published) = hanne.post(PUBLICATIONS, &span).await;
        assert_eq!(published["kept"], kept.len());
        assert_eq!(changes().await, kept, "the bookings are still there");

        // Wanted again before it is free: offered again once it is.
        let id = exception["id"].as_str().expect("an id");
        hanne.delete(&format!("/api/staff/calendar/exceptions/{id}")).await;
        let (_, back) = hanne.post(PUBLICATIONS, &span).await;
        assert_eq!(back["added"], published["withdrawn"]);
        hanne.post("/api/staff/calendar/exceptions", &away).await;
        hanne.post(PUBLICATIONS, &span).await;

        let id = booking["id"].as_str().expect("an id");
        let cancel = format!("/api/citizen/bookings/{id}/cancellation");
        assert_eq!(jonas.post(&cancel, &json!({})).await.0, 200);
        assert_eq!(starts_on(&hanne, &day).await, Vec::<String>::new());
        let next = jonas.get("/api/citizen/times?channel=phone").await.1["first_free"].clone();
        assert_ne!(next["starts_at"], first["starts_at"], "the caseworker is away");
        let (status, problem) = jonas.post("/api/citizen/bookings", &wish).await;
        assert_eq!((status, &problem["code"]), (409, &json!("slot_taken")));
    }
);

on_both_databases!(
    a_booked_time_that_is_wanted_again_is_offered_again_once_it_is_free,
    async |app: TestApp| {
        let jonas = app.citizen("next-due").await;
        let first = jonas.get("/api/citizen/times?channel=phone").await.1["first_free"].clone();
        let wish = json!({ "slot_id": first["slot_id"], "channel": "phone" });
        let booking = jonas.post("/api/citizen/bookings", &wish).await.1;
        let hanne = app.caseworker("caseworker-1").await;
        let day = first["starts_at"].as_str().expect("a time")[..10].to_owned();
        let away = json!({ "from_date": day, "to_date": day, "kind": { "kind": "away_all_day" } });
        let (_, exception) = hanne.post("/api/staff/calendar/exceptions", &away).await;
        let span = json!({ "from": day, "to": day });
        hanne.post(PUBLICATIONS, &span).await;
        let id = exception["id"].as_str().expect("an id");
        hanne.delete(&format!("/api/staff/calendar/exceptions/{id}")).await;
        hanne.post(PUBLICATIONS, &span).await;
        let id = booking["id"].as_str().expect("an id");
        let cancel = format!("/api/citizen/bookings/{id}/cancellation");
        assert_eq!(jonas.post(&cancel, &json!({})).await.0, 200);
        let next = jonas.get("/api/citizen/times?channel=phone").await.1["first_free"].clone();
        assert_eq!(next["slot_id"], first["slot_id"]);
    }
);

on_both_databases!(i3_a_publication_sent_again_days_later_is_answered, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let span = json!({ "from": "2026-12-01", "to": "2026-12-31" });
    let once = hanne.post_with_key(PUBLICATIONS, "publish-key", &span).await;
    assert_eq!(once.0, 201);
    app.pass(chrono::TimeDelta::days(1));
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(hanne.post_with_key(PUBLICATIONS, "publish-key", &span).await, once);
});

on_both_databases!(closing_days_give_no_times_and_say_why, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let span = json!({ "from": "2026-12-24", "to": "2026-12-31" });
    let (_, preview) = hanne.post(PREVIEWS, &span).await;
    assert_eq!(
        preview["days"][0]["closed"],
        json!({ "kind": "closing_day", "name": "Juleaftensdag", "from": null })
    );
    assert_eq!(preview["days"][1]["closed"]["holiday"], "christmas_day");
    for day in [0, 1, 2, 7] {
        assert_eq!(preview["days"][day]["times"], json!([]));
    }
});

on_both_databases!(a_template_that_cannot_be_is_refused_field_by_field, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let mut template = week_of("15:00", "13:02");
    template["blocks"][0]["channels"] = json!(["in_person"]);
    let (status, problem) =
        hanne.put(TEMPLATE, &json!({ "version": 1, "template": template })).await;
    assert_eq!(status, 422);
    let codes: Vec<&str> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .filter_map(|e| e["code"].as_str())
        .collect();
    assert_eq!(codes, ["end_not_after_start", "off_grid", "in_person_from_home"]);
    let mut nowhere = week_of("13:00", "15:00");
    nowhere["blocks"][0]["place"] = json!({ "kind": "office", "place": "atlantis" });
    let (_, problem) = hanne.put(TEMPLATE, &json!({ "version": 1, "template": nowhere })).await;
    assert_eq!(problem["errors"][0], json!({ "field": "blocks[0].place", "code": "unknown" }));
});

on_both_databases!(two_windows_cannot_overwrite_each_others_template, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let save = json!({ "version": 1, "template": week_of("13:00", "15:00") });
    let saved = hanne.put(TEMPLATE, &save).await;
    assert_eq!(saved.1["version"], 2);
    assert_eq!(hanne.put(TEMPLATE, &save).await, saved, "I3: sent again, its answer lost");
    let other = json!({ "version": 1, "template": week_of("09:00", "11:00") });
    let (status, problem) = hanne.put(TEMPLATE, &other).await;
    assert_eq!((status, &problem["code"]), (409, &json!("stale_version")));
});

on_both_databases!(a_free_time_can_be_taken_back_and_a_booked_one_cannot, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let times = jonas.get("/api/citizen/times?channel=phone").await.1;
    let slot = times["first_free"]["slot_id"].as_str().expect("an id").to_owned();
    let other = times["days"][0]["times"][1]["slot_id"].as_str().expect("an id").to_owned();
    let wish = json!({ "slot_id": slot, "channel": "phone" });
    jonas.post("/api/citizen/bookings", &wish).await;
    let hanne = app.caseworker("caseworker-1").await;
    let (status, problem) = hanne.delete(&format!("/api/staff/calendar/times/{slot}")).await;
    assert_eq!((status, &problem["code"]), (409, &json!("slot_is_booked")));
    assert_eq!(hanne.delete(&format!("/api/staff/calendar/times/{other}")).await.0, 204);
    let thomas = app.caseworker("caseworker-2").await;
    assert_eq!(thomas.delete(&format!("/api/staff/calendar/times/{other}")).await.0, 404);
});

on_both_databases!(only_a_team_leader_opens_a_colleagues_calendar, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let session = hanne.get("/api/session").await.1;
    let id = session["signed_in"]["role"]["caseworker_id"].as_str().expect("an id").to_owned();
    let path = format!("/api/staff/calendar?caseworker={id}");
    assert_eq!(app.caseworker("team-leader").await.get(&path).await.0, 200);
    assert_eq!(app.caseworker("caseworker-2").await.get(&path).await.0, 404);
});

on_both_databases!(
    a_time_taken_back_stays_away_until_its_exception_is_removed,
    async |app: TestApp| {
        let hanne = app.caseworker("caseworker-1").await;
        let mut template = week_of("09:00", "12:00");
        template["pause_minutes"] = json!(15);
        hanne.put(TEMPLATE, &json!({ "version": 1, "template": template })).await;
        let span = json!({ "from": "2026-12-07", "to": "2026-12-13" });
        hanne.post(PUBLICATIONS, &span).await;
        let all = starts_on(&hanne, "2026-12-08").await;
        assert!(all.len() > 2, "{all:?}");
        let week = hanne.get("/api/staff/calendar?week=2026-12-07").await.1;
        let time = week["days"][1]["free"][1]["id"].as_str().expect("an id").to_owned();
        let withdraw = format!("/api/staff/calendar/times/{time}");
        assert_eq!(hanne.delete(&withdraw).await.0, 204);
        assert_eq!(hanne.delete(&withdraw).await.0, 204, "I3: sent again");
        let mut rest = all.clone();
        rest.remove(1);

        let (_, preview) = hanne.post(PREVIEWS, &span).await;
        let shown = preview["days"][1]["times"].as_array().expect("times");
        assert!(shown.iter().all(|time| time["change"] == "kept"), "{shown:?}");
        let (_, published) = hanne.post(PUBLICATIONS, &span).await;
        assert_eq!((&published["added"], &published["withdrawn"]), (&json!(0), &json!(0)));
        assert_eq!(starts_on(&hanne, "2026-12-08").await, rest);

        let settings = hanne.get("/api/staff/calendar/settings").await.1;
        let on_that_day = |stored: &&Value| stored["exception"]["from_date"] == "2026-12-08";
        let exceptions = settings["exceptions"].as_array().expect("exceptions");
        let ours: Vec<&Value> = exceptions.iter().filter(on_that_day).collect();
        assert_eq!(ours.len(), 1, "one, though asked for twice");
        let id = ours[0]["id"].as_str().expect("an id");
        hanne.delete(&format!("/api/staff/calendar/exceptions/{id}")).await;
        hanne.post(PUBLICATIONS, &span).await;
        assert_eq!(starts_on(&hanne, "2026-12-08").await, all);
    }
);
