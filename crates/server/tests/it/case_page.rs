//! The case page: its time line, who has looked, and giving the case to a colleague (seed C14).

use axum::http::Method;
use contract::ids::CaseId;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use serde_json::{Value, json};

use crate::retention_plan::three;
use crate::support::{Client, TestApp};

const REASON: &str = "Hanne holder op, så Thomas følger dig herfra.";

fn path(case: CaseId, rest: &str) -> String {
    format!("/api/staff/cases/{case}{rest}")
}

async fn details(client: &Client, case: CaseId) -> Value {
    let (status, details) = client.get(&path(case, "")).await;
    assert_eq!(status, 200, "{details}");
    details
}

async fn id_of(app: &TestApp, key: &str) -> Value {
    let session = app.caseworker(key).await.get("/api/session").await.1;
    session["signed_in"]["role"]["caseworker_id"].clone()
}

/// From Hanne to Thomas.
async fn change(app: &TestApp) -> Value {
    let (from, to) = (id_of(app, "caseworker-1").await, id_of(app, "caseworker-2").await);
    json!({ "from": from, "to": to, "reason": REASON })
}

async fn messages(app: &TestApp, key: &str) -> Vec<Value> {
    let data = app.citizen(key).await.get("/api/citizen/data").await.1;
    data["cases"][0]["messages"].as_array().expect("messages").clone()
}

on_both_databases!(the_days_of_a_case_come_in_order_of_time, async |app: TestApp| {
    let three = three(&app).await;
    three.submitted().await;
    three.staff(&json!({ "move": "acknowledge", "version": 1 })).await;
    let hanne = app.caseworker("caseworker-1").await;
    let what = json!({ "kind": "contacted", "channel": "phone", "outcome": "Ja." });
    let contact = json!({ "on": "2026-11-30", "what": what });
    assert_eq!(hanne.post(&path(three.case, "/employer-contacts"), &contact).await.0, 201);
    let shown = details(&hanne, three.case).await;
    let days = shown["time_line"].as_array().expect("days");
    let on: Vec<&str> = days.iter().map(|day| day["on"].as_str().expect("a day")).collect();
    assert!(on.is_sorted(), "{on:?}");
    let kinds: Vec<&str> =
        days.iter().map(|day| day["what"]["kind"].as_str().expect("a kind")).collect();
    assert_eq!(kinds[..2], ["first_absence", "opened"]);
    for kind in [
        "employer_contacted",
        "retention_submitted",
        "retention_acknowledged",
        "today",
        "step",
        "book_by",
        "hold_by",
    ] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    assert_eq!(shown["rule_set"]["name"], "2026");
    assert_eq!(shown["rule_set"]["valid_from"], "2026-07-01");
});

on_both_databases!(what_has_not_reached_staff_is_not_on_their_time_line, async |app: TestApp| {
    let three = three(&app).await;
    three.approved().await;
    let hanne = app.caseworker("caseworker-1").await;
    let shown = details(&hanne, three.case).await;
    let days = shown["time_line"].as_array().expect("days").iter();
    let mut kinds = days.map(|day| day["what"]["kind"].as_str().expect("a kind"));
    assert!(!kinds.any(|kind| kind.starts_with("retention") || kind == "step"));
});

on_both_databases!(a_case_is_given_to_a_colleague_and_counted, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let (hanne, thomas) =
        (app.caseworker("caseworker-1").await, app.caseworker("caseworker-2").await);
    let before = details(&hanne, case).await;
    assert_eq!(before["caseworker"]["present"]["name"], "Hanne Ravn");
    let may_get = before["caseworker"]["may_get"].as_array().expect("colleagues");
    let names: Vec<&Value> = may_get.iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["Gitte Fjord", "Thomas Elm"], "those of the team");
    assert_eq!(details(&thomas, case).await["caseworker"]["may_get"], json!([]), "not his to give");

    let (status, after) = hanne.post(&path(case, "/caseworker"), &change(&app).await).await;
    assert_eq!(status, 201, "{after}");
    assert_eq!(after["caseworker"]["present"]["name"], "Thomas Elm");
    let changes = after["caseworker"]["changes"].as_array().expect("changes");
    assert_eq!(changes.len(), 1);
    let one = &changes[0];
    assert_eq!((&one["from"], &one["to"]), (&json!("Hanne Ravn"), &json!("Thomas Elm")));
    assert_eq!((&one["reason"], &one["by"]), (&json!(REASON), &json!("Hanne Ravn")));
    let days = after["time_line"].as_array().expect("days").iter();
    assert!(days.clone().any(|day| day["what"]["kind"] == "caseworker_changed"));

    let overview = app.citizen("booked").await.get("/api/citizen/overview").await.1;
    assert_eq!(overview["caseworker"]["name"], "Thomas Elm", "the citizen sees whose it is");
    let booking = &overview["next_booking"];
    assert_eq!(booking["caseworker"]["name"], "Hanne Ravn", "what is booked stays with her");

    let back = json!({
        "from": id_of(&app, "caseworker-2").await,
        "to": id_of(&app, "caseworker-1").await,
        "reason": "Hanne er tilbage.",
    });
    app.pass(chrono::TimeDelta::seconds(1));
    let twice = thomas.post(&path(case, "/caseworker"), &back).await.1;
    let reasons = twice["caseworker"]["changes"].as_array().expect("changes").iter();
    let reasons: Vec<&Value> = reasons.map(|one| &one["reason"]).collect();
    assert_eq!(reasons, ["Hanne er tilbage.", REASON], "the newest first");
});

on_both_databases!(the_citizen_reads_of_the_change_and_why, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let leader = app.caseworker("team-leader").await;
    let before = messages(&app, "next-due").await.len();
    assert_eq!(leader.post(&path(case, "/caseworker"), &change(&app).await).await.0, 201);
    let jonas = app.citizen("next-due").await;
    let data = jonas.get("/api/citizen/data").await.1;
    let change = &data["cases"][0]["caseworker_changes"][0];
    assert_eq!((&change["reason"], &change["by"]), (&json!(REASON), &json!("Gitte Fjord")));
    let told = messages(&app, "next-due").await;
    assert_eq!(told.len(), before + 1);
    let kind = json!({ "kind": "caseworker_changed", "change": change["id"] });
    assert_eq!((&told[0]["kind"], &told[0]["sent_at"]), (&kind, &Value::Null));
    let log = jonas.get("/api/citizen/access-log").await.1;
    let entry = &log["entries"][0];
    assert_eq!(
        (&entry["what"], &entry["role"]),
        (&json!("caseworker_change"), &json!("team_leader"))
    );
    assert_eq!(entry["reason"], REASON, "on the page that is theirs to read");
});

on_both_databases!(a_change_needs_a_reason_and_a_colleague, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let right = change(&app).await;
    let with = |field: &str, value: Value| {
        let mut body = right.clone();
        body[field] = value;
        body
    };
    let vibeke = details(&app.caseworker("caseworker-1").await, case).await;
    assert!(!vibeke["caseworker"]["may_get"].to_string().contains("Vibeke"), "of another team");
    let nobody = json!("01a20000-0000-7000-8000-000000000000");
    for (body, field, code) in [
        (with("reason", json!(" ")), "reason", "missing"),
        (with("reason", json!("Hun hedder 010180-1234.")), "reason", "cpr_number"),
        (with("reason", json!("x".repeat(501))), "reason", "too_long"),
        (with("to", nobody), "to", "unknown"),
        (with("to", right["from"].clone()), "to", "not_now"),
    ] {
        let (status, problem) = hanne.post(&path(case, "/caseworker"), &body).await;
        assert_eq!(status, 422, "{body}: {problem}");
        let error = &problem["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)));
    }
    let after = details(&hanne, case).await;
    assert_eq!(after["caseworker"]["present"]["name"], "Hanne Ravn");
    assert_eq!(after["caseworker"]["changes"], json!([]));
    let elsewhere = app.case_of("no-times").await;
    assert_eq!(hanne.post(&path(elsewhere, "/caseworker"), &right).await.0, 404);
    let closed = app.case_of("closed").await;
    let (status, problem) = hanne.post(&path(closed, "/caseworker"), &right).await;
    assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
});

on_both_databases!(only_whose_it_is_or_the_leader_may_give_it, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let thomas = app.caseworker("caseworker-2").await;
    let body = change(&app).await;
    let answer = thomas.send(Method::POST, &path(case, "/caseworker"), Some(&body)).await;
    assert_eq!((answer.status, answer.code()), (403, "not_allowed"));
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(details(&hanne, case).await["caseworker"]["changes"], json!([]));
});

on_both_databases!(i3_a_change_sent_again_is_made_once, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let (path, body) = (path(case, "/caseworker"), change(&app).await);
    let before = messages(&app, "next-due").await.len();
    let once = hanne.post_with_key(&path, "change-key", &body).await;
    assert_eq!(once.0, 201, "{}", once.1);
    assert_eq!(hanne.post_with_key(&path, "change-key", &body).await, once);
    assert_eq!(messages(&app, "next-due").await.len(), before + 1);
});

/// Waits until two calls wait for a row. On SQLite nobody reads before it is their turn to write.
async fn two_wait(app: &TestApp) {
    if app.state.db.backend() != DatabaseBackend::Postgres {
        return;
    }
    let asked = "SELECT count(*) AS waiting FROM pg_stat_activity \
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut waiting = 0_i64;
    for _ in 0..500 {
        let asked = Statement::from_string(DatabaseBackend::Postgres, asked);
        let row = app.state.db.read().query_one_raw(asked).await.expect("an answer");
        waiting = row.expect("a row").try_get("", "waiting").expect("a number");
        if waiting == 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(waiting, 2, "two calls wait for the case");
}

on_both_databases!(of_two_changes_at_once_one_is_told_that_it_is_late, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let another_server = app.configured(|_| {});
    let hanne = app.caseworker("caseworker-1").await;
    let leader = app.caseworker("team-leader").await.at(&another_server);
    let to_thomas = change(&app).await;
    let mut to_gitte = to_thomas.clone();
    to_gitte["to"] = id_of(&app, "team-leader").await;
    let path = path(case, "/caseworker");
    // The case is held until both have read whose it is, so that only the write can tell.
    let held = app.state.db.begin_write().await.expect("a turn");
    let hold = "UPDATE sickness_case SET caseworker_id = caseworker_id";
    held.execute_unprepared(hold).await.expect("held");
    let let_go = async {
        two_wait(&app).await;
        held.rollback().await.expect("let go");
    };
    let (one, other, ()) =
        tokio::join!(hanne.post(&path, &to_thomas), leader.post(&path, &to_gitte), let_go);
    let mut statuses = [one.0, other.0];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{} {}", one.1, other.1);
    let late = if one.0 == 409 { one.1 } else { other.1 };
    assert_eq!(late["code"], "stale_version");
    let after = details(&leader, case).await;
    assert_eq!(after["caseworker"]["changes"].as_array().expect("changes").len(), 1);
});

on_both_databases!(staff_read_of_looks_what_the_citizen_reads, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let hanne = app.caseworker("caseworker-1").await;
    for _ in 0..60 {
        hanne.get(&path(case, "")).await;
    }
    app.pass(chrono::TimeDelta::seconds(1));
    let (status, log) = hanne.get(&path(case, "/access-log")).await;
    assert_eq!(status, 200, "{log}");
    assert_eq!(log["entries"][0]["what"], "access_log", "looking there is a look");
    let citizens = app.citizen("booked").await.get("/api/citizen/access-log").await.1;
    assert_eq!(log, citizens);
    let before = log["before"].as_str().expect("there are more");
    let rest = hanne.get(&path(case, &format!("/access-log?before={before}"))).await.1;
    let rest = rest["entries"].as_array().expect("entries");
    assert!(rest.iter().all(|entry| entry["id"].as_str() < Some(before)));
    let elsewhere = app.case_of("no-times").await;
    assert_eq!(hanne.get(&path(elsewhere, "/access-log")).await.0, 404);
});
