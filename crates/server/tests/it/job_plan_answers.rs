//! What caseworkers answer to a plan, what is agreed, and what is handed over for the next
//! conversation.

use serde_json::{Value, json};

use crate::booking::book_first;
use crate::form_drafts::type_in;
use crate::job_plan::{PLAN, of, share, shared_once};
use crate::support::TestApp;

on_both_databases!(comments_and_agreements_reach_the_citizen, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let comment = json!({ "version": 1, "section": "a", "text": " Godt skridt. " });
    let (status, page) = hanne.post(&of(case, "job-plan/comments"), &comment).await;
    assert_eq!((status, &page["shown"]["version"]["number"]), (201, &json!(1)));
    for (wrong, code) in [(" ", "missing"), (&*"x".repeat(1001), "too_long")] {
        let comment = json!({ "version": 1, "section": "a", "text": wrong });
        let (status, problem) = hanne.post(&of(case, "job-plan/comments"), &comment).await;
        assert_eq!((status, &problem["errors"][0]["code"]), (422, &json!(code)));
    }
    let agree = json!({ "version": 1, "leg": "a", "step": "s1", "agreed": true });
    assert_eq!(hanne.post(&of(case, "job-plan/agreed-steps"), &agree).await.0, 201);
    assert_eq!(hanne.post(&of(case, "job-plan/agreed-steps"), &agree).await.0, 201, "twice");
    let latest = maja.get(PLAN).await.1["latest"].clone();
    assert_eq!(latest["comments"][0]["text"], "Godt skridt.");
    assert_eq!(latest["comments"][0]["by"], "Hanne Ravn");
    assert_eq!(latest["agreed"].as_array().map(Vec::len), Some(1));
    let unknown = json!({ "version": 1, "leg": "b", "step": "s1", "agreed": true });
    let (status, problem) = hanne.post(&of(case, "job-plan/agreed-steps"), &unknown).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (422, &json!("step")));
    let no_longer = json!({ "version": 1, "leg": "a", "step": "s1", "agreed": false });
    let page = hanne.post(&of(case, "job-plan/agreed-steps"), &no_longer).await.1;
    assert_eq!(page["shown"]["agreed"], json!([]));
});

on_both_databases!(an_agreement_lasts_as_long_as_the_step_says_the_same, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let agree = json!({ "version": 1, "leg": "a", "step": "s1", "agreed": true });
    hanne.post(&of(case, "job-plan/agreed-steps"), &agree).await;
    let agreed = async |number: u32| {
        let read = hanne.get(&of(case, &format!("job-plan?version={number}"))).await.1;
        read["shown"]["agreed"].as_array().expect("agreed").len()
    };
    let draft = type_in(&maja, 1, &[("a.steps.s1.done", "yes"), ("b.job", "Anlægsgartner")]).await;
    share(&maja, draft).await;
    assert_eq!(agreed(2).await, 1, "done, and says the same");
    let draft = type_in(&maja, 1, &[("a.steps.s1.when", "2026-12-17")]).await;
    share(&maja, draft).await;
    assert_eq!(agreed(3).await, 0, "another day is another step");
    assert_eq!((agreed(1).await, agreed(2).await), (1, 1));
    let third = hanne.get(&of(case, "job-plan")).await.1["shown"].clone();
    assert_eq!((&third["version"]["number"], &third["previous"]["number"]), (&json!(3), &json!(2)));
    assert_eq!(third["comments"], json!([]), "a comment is on its version");
});

on_both_databases!(another_teams_plan_does_not_exist_for_a_caseworker, async |app: TestApp| {
    let ida = app.citizen("no-times").await;
    let draft = type_in(&ida, 0, &[("goal", "Pædagogmedhjælper")]).await;
    share(&ida, draft).await;
    let case = app.case_of("no-times").await;
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(hanne.get(&of(case, "job-plan")).await.0, 404);
    let comment = json!({ "version": 1, "section": "goal", "text": "x" });
    assert_eq!(hanne.post(&of(case, "job-plan/comments"), &comment).await.0, 404);
    let state = ida.get(PLAN).await.1["versions"][0]["state"]["kind"].clone();
    assert_eq!(state, "unopened", "who may not see it has not opened it");
});

on_both_databases!(activities_are_added_shown_and_removed, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let walk = json!({
        "kind": "health", "description": "Gåhold", "place": "Åen", "from": "2026-12-01",
        "to": null, "hours": 120, "responsible": "Sundhedscentret",
    });
    let (status, page) = hanne.post(&of(case, "activities"), &walk).await;
    assert_eq!(
        (status, &page["activities"][0]["kind"]["name_en"]),
        (201, &json!("Health programme"))
    );
    assert_eq!(maja.get(PLAN).await.1["activities"], page["activities"]);
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    assert_eq!(details["job_plan"]["activities"], 1);
    for (field, value, code) in [
        ("kind", json!("dans"), "unknown"),
        ("description", json!(""), "missing"),
        ("place", json!("x".repeat(201)), "too_long"),
        ("responsible", json!("x\u{0}"), "control_characters"),
        ("from", json!("2999-01-01"), "out_of_range"),
        ("to", json!("2026-11-30"), "end_not_after_start"),
        ("hours", json!(10_081), "out_of_range"),
    ] {
        let mut wrong = walk.clone();
        wrong[field] = value;
        let (status, problem) = hanne.post(&of(case, "activities"), &wrong).await;
        assert_eq!(status, 422, "{problem}");
        assert_eq!(problem["errors"][0], json!({ "field": field, "code": code }));
    }
    let id = page["activities"][0]["id"].as_str().expect("an id");
    let path = format!("/api/staff/activities/{id}");
    assert_eq!(maja.delete(&path).await.0, 403);
    assert_eq!(hanne.delete(&path).await.0, 204);
    assert_eq!(hanne.delete(&path).await.0, 204, "sent again (I3)");
    assert_eq!(maja.get(PLAN).await.1["activities"], json!([]));
});

on_both_databases!(words_reach_the_caseworker_on_the_day, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let booking = book_first(&jonas, "phone").await;
    let id = booking["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/citizen/bookings/{id}/words");
    let words = json!({ "goal": "Bager om dagen", "talk": "Kan jeg begynde med to timer?" });
    let (status, given) = jonas.put(&path, &words).await;
    assert_eq!((status, &given["words"]["talk"]), (200, &words["talk"]));
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    assert_eq!(details["next_conversation"], given);
    assert_eq!(hanne.get(&of(case, "job-plan")).await.1["next_conversation"], given);
    assert_eq!(jonas.get(PLAN).await.1["next_conversation"], given);
    let later = jonas.get("/api/citizen/times?channel=video&week=2026-12-07").await.1;
    let later = json!({ "slot_id": later["days"][1]["times"][0]["slot_id"], "channel": "video" });
    let moved = jonas.post(&format!("/api/citizen/bookings/{id}/move"), &later).await;
    assert_eq!(moved.0, 200, "{}", moved.1);
    let week = hanne.get("/api/staff/calendar?week=2026-12-07").await.1;
    assert!(week.to_string().contains("Kan jeg begynde med to timer?"), "moved with its words");
    let (_, taken_back) = jonas.put(&path, &json!({ "goal": " ", "talk": "" })).await;
    assert_eq!(taken_back["words"], Value::Null);
    for (field, value, code) in [
        ("goal", "x".repeat(201), "too_long"),
        ("talk", "x".repeat(2001), "too_long"),
        ("talk", "bip\u{7}".to_owned(), "control_characters"),
    ] {
        let mut wrong = words.clone();
        wrong[field] = json!(value);
        let (status, problem) = jonas.put(&path, &wrong).await;
        assert_eq!(
            (status, &problem["errors"][0]),
            (422, &json!({ "field": field, "code": code }))
        );
    }
    let karim = app.citizen("video-locked").await;
    assert_eq!(karim.put(&path, &words).await.0, 404, "somebody else's");
    app.set_time(moved.1["starts_at"].as_str().expect("a time"));
    let jonas = app.citizen("next-due").await;
    let (status, problem) = jonas.put(&path, &words).await;
    assert_eq!((status, &problem["code"]), (409, &json!("booking_not_open")), "it has begun");
});
