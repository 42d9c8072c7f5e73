//! "Employer contacted before or with the first conversation": recorded, or left out with a
//! reason, and a task until then (seeds C11, C12).

use contract::ids::CaseId;
use serde_json::{Value, json};

use crate::caseload::attention;
use crate::support::{Client, TestApp};

fn path(case: CaseId) -> String {
    format!("/api/staff/cases/{case}/employer-contacts")
}

fn rang(on: &str) -> Value {
    let what = json!({
        "kind": "contacted", "channel": "phone", "outcome": "De vil gerne lave en plan sammen.",
    });
    json!({ "on": on, "what": what })
}

async fn task(hanne: &Client, case: CaseId) -> Value {
    let (status, contacts) = hanne.get(&path(case)).await;
    assert_eq!(status, 200, "{contacts}");
    contacts["task"].clone()
}

async fn is_due_in_the_list(hanne: &Client, case: CaseId) -> bool {
    let rows = hanne.get("/api/staff/cases").await.1;
    let mut rows = rows.as_array().expect("rows").iter();
    let row = rows.find(|row| row["id"] == case.to_string()).expect("the case");
    attention(row, "no_employer_contact").is_some()
}

on_both_databases!(it_is_due_until_it_is_recorded, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let overview = app.citizen("first-due").await.get("/api/citizen/overview").await.1;
    let due = task(&hanne, case).await;
    assert_eq!((&due["state"], &due["late"]), (&json!("due"), &json!(false)));
    assert_eq!(due["by"], overview["duty"]["hold_by"], "with the first conversation at the latest");
    assert!(is_due_in_the_list(&hanne, case).await);

    let (status, contacts) = hanne.post(&path(case), &rang("2026-11-30")).await;
    assert_eq!(status, 201, "{contacts}");
    assert_eq!(contacts["employer"], "Nordlys Bageri ApS");
    assert_eq!(contacts["task"], json!({ "state": "done", "on": "2026-11-30", "late": false }));
    assert_eq!(contacts["contacts"][0]["by"], "Hanne Ravn");
    assert_eq!(contacts["contacts"][0]["what"], rang("")["what"]);
    assert_eq!(hanne.get(&path(case)).await.1, contacts);
    assert!(!is_due_in_the_list(&hanne, case).await);
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    assert_eq!(details["employer_contacts"], contacts);

    let earlier = hanne.post(&path(case), &rang("2026-11-20")).await.1;
    assert_eq!(earlier["task"]["on"], "2026-11-20", "the first one counts");
    assert_eq!(earlier["contacts"][0]["on"], "2026-11-30", "the newest day first");
});

on_both_databases!(it_is_left_out_with_a_reason, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let why = "Borgeren holder selv dialogen med sin arbejdsplads.";
    let left_out = json!({ "on": "2026-12-01", "what": { "kind": "left_out", "reason": why } });
    let (status, contacts) = hanne.post(&path(case), &left_out).await;
    assert_eq!((status, &contacts["task"]["state"]), (201, &json!("done")));
    assert_eq!(contacts["contacts"][0]["what"], left_out["what"]);
});

on_both_databases!(it_is_late_after_the_first_conversation, async |app: TestApp| {
    let (case, hanne) = (app.case_of("next-due").await, app.caseworker("caseworker-1").await);
    let held =
        app.citizen("next-due").await.get("/api/citizen/overview").await.1["held"][0].clone();
    assert_eq!(task(&hanne, case).await, json!({ "state": "due", "by": held, "late": true }));
    let done = hanne.post(&path(case), &rang("2026-12-01")).await.1;
    assert_eq!(done["task"], json!({ "state": "done", "on": "2026-12-01", "late": true }));
    let in_time = hanne.post(&path(case), &rang(held.as_str().expect("a day"))).await.1;
    assert_eq!(in_time["task"]["late"], false, "on the day itself is with the conversation");
});

on_both_databases!(a_booked_first_conversation_is_the_day, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let maja = app.citizen("first-due").await;
    let booking = crate::booking::book_first(&maja, "in_person").await;
    let day = &booking["starts_at"].as_str().expect("a time")[..10];
    assert_eq!(task(&hanne, case).await["by"], day);
});

on_both_databases!(without_an_employer_there_is_nothing_to_do, async |app: TestApp| {
    let (case, thomas) = (app.case_of("no-employer").await, app.caseworker("caseworker-2").await);
    let contacts = thomas.get(&path(case)).await.1;
    assert_eq!(contacts["task"], json!({ "state": "not_required" }));
    assert_eq!(contacts["employer"], Value::Null);
    assert!(!is_due_in_the_list(&thomas, case).await);
    let (status, problem) = thomas.post(&path(case), &rang("2026-12-01")).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_employer")));
});

on_both_databases!(i3_sent_again_it_is_recorded_once, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let once = hanne.post_with_key(&path(case), "contact-key", &rang("2026-12-01")).await;
    assert_eq!(once.0, 201);
    assert_eq!(hanne.post_with_key(&path(case), "contact-key", &rang("2026-12-01")).await, once);
    let all = hanne.get(&path(case)).await.1;
    assert_eq!(all["contacts"].as_array().expect("contacts").len(), 1);
});

on_both_databases!(i11_what_is_no_contact_changes_nothing, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let with = |on: &str, what: Value| json!({ "on": on, "what": what });
    let left_out = |reason: &str| json!({ "kind": "left_out", "reason": reason });
    for (body, field, code) in [
        (rang("2026-12-02"), "on", "out_of_range"),
        (rang("1900-01-01"), "on", "out_of_range"),
        (with("2026-12-01", left_out(" ")), "what.reason", "missing"),
        (with("2026-12-01", left_out("Hun hedder 010180-1234.")), "what.reason", "cpr_number"),
        (with("2026-12-01", left_out(&"x".repeat(1001))), "what.reason", "too_long"),
    ] {
        let (status, problem) = hanne.post(&path(case), &body).await;
        assert_eq!(status, 422, "{body}: {problem}");
        let error = &problem["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)));
    }
    assert_eq!(hanne.get(&path(case)).await.1["contacts"], json!([]));
    let another_team = app.case_of("no-times").await;
    assert_eq!(hanne.post(&path(another_team), &rang("2026-12-01")).await.0, 404);
    assert_eq!(hanne.get(&path(another_team)).await.0, 404);
});

on_both_databases!(i7_it_is_in_the_citizens_log, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    hanne.post(&path(case), &rang("2026-12-01")).await;
    app.pass(chrono::TimeDelta::seconds(1));
    hanne.get(&path(case)).await;
    let log = app.citizen("first-due").await.get("/api/citizen/access-log").await.1;
    let entries = log["entries"].as_array().expect("entries").iter();
    assert_eq!(entries.filter(|entry| entry["what"] == "employer_contact").count(), 2);
});
