//! I7: every look by someone else shows in the citizen's log.

use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use contract::paths;
use genvej_server::http::router::document;
use serde_json::{Value, json};

use crate::case_import;
use crate::retention_plan::{MOVES, employers, three};
use crate::support::{Answer, Client, TestApp};

const LOG: &str = "/api/citizen/access-log";

/// Every operation that is not the citizen's own, and the look it writes down. A new route
/// must be put here: the test below takes the list from the API document.
const STAFF: [(&str, &str, Option<&str>); 56] = [
    ("get", "/api/staff/caseworkers", None),
    ("get", "/api/staff/cases", Some("case_list")),
    ("get", "/api/staff/calendar", Some("calendar")),
    ("get", "/api/staff/cases/{id}", Some("case")),
    ("get", "/api/staff/cases/{id}/times", Some("free_times")),
    ("post", "/api/staff/cases/{id}/bookings", Some("conversation")),
    ("post", "/api/staff/cases/{id}/channel-decisions", Some("decision")),
    ("post", "/api/staff/cases/{id}/self-booking-decisions", Some("decision")),
    ("get", "/api/staff/cases/{id}/job-plan", Some("job_plan")),
    ("post", "/api/staff/cases/{id}/job-plan/comments", Some("job_plan_answer")),
    ("post", "/api/staff/cases/{id}/job-plan/agreed-steps", Some("job_plan_answer")),
    ("post", "/api/staff/cases/{id}/activities", Some("activity")),
    ("delete", "/api/staff/activities/{id}", Some("activity")),
    ("post", "/api/staff/bookings/{id}/move", Some("conversation")),
    ("post", "/api/staff/bookings/{id}/outcome", Some("conversation")),
    ("post", "/api/staff/bookings/{id}/cancellation", Some("conversation")),
    ("get", "/api/staff/calendar/settings", None),
    ("put", "/api/staff/calendar/template", None),
    ("post", "/api/staff/calendar/exceptions", None),
    ("delete", "/api/staff/calendar/exceptions/{id}", None),
    ("post", "/api/staff/calendar/previews", None),
    ("post", "/api/staff/calendar/publications", None),
    ("delete", "/api/staff/calendar/times/{id}", None),
    ("get", "/api/staff/cases/{id}/retention-plan", Some("retention_plan")),
    ("post", "/api/staff/cases/{id}/retention-plan/moves", Some("retention_plan_move")),
    ("get", "/api/staff/cases/{id}/access-log", Some("access_log")),
    ("get", "/api/staff/cases/{id}/letters", Some("letters")),
    ("post", "/api/staff/cases/{id}/letters/previews", Some("letters")),
    ("get", "/api/staff/cases/{id}/employer-contacts", Some("employer_contact")),
    ("post", "/api/staff/cases/{id}/employer-contacts", Some("employer_contact")),
    // A look, where there is such a conversation: the tests of round tables show it.
    ("post", "/api/staff/round-tables/{id}/cancellation", None),
    ("get", "/api/staff/groups", None),
    ("post", "/api/staff/groups", None),
    // Looks, where there are people in it: the tests of group sessions show it.
    ("get", "/api/staff/groups/{id}", None),
    ("post", "/api/staff/groups/{id}/cancellation", None),
    ("put", "/api/staff/groups/{id}/outcome", None),
    ("put", "/api/staff/groups/{id}/leader", None),
    ("post", "/api/staff/previews", Some("preview")),
    // A look, where there is such a preview: the tests of previews show it.
    ("get", "/api/staff/previews/{id}", None),
    ("delete", "/api/staff/previews/{id}", None),
    ("get", "/api/staff/previews/{id}/hidden-times", None),
    ("get", "/api/staff/previews/{id}/letters", None),
    ("post", "/api/staff/case-imports/dry-runs", None),
    ("post", "/api/staff/case-imports", Some("import")),
    ("get", "/api/staff/exports/bookings", Some("export")),
    ("get", "/api/staff/exports/employer-contacts", Some("export")),
    ("get", "/api/staff/exports/plans", Some("export")),
    // Nobody's in particular.
    ("get", "/api/staff/satisfaction/remarks", None),
    ("post", "/api/satisfaction/replies", None),
    ("get", "/api/staff/kpi", None),
    ("get", "/api/staff/kpi/export", None),
    // A look, where there are enough of them: the tests of key figures show it.
    ("get", "/api/staff/kpi/{figure}/rows", None),
    // After the others: it is Thomas's case then, and each of the team may still look.
    ("post", "/api/staff/cases/{id}/caseworker", Some("caseworker_change")),
    ("get", "/api/session", None),
    ("delete", "/api/session", None),
    ("post", "/api/session/extension", None),
];

/// Every operation of an employer, and the look it writes down.
const EMPLOYER: [(&str, &str, Option<&str>); 10] = [
    ("get", "/api/employer/cases", Some("employee_list")),
    ("get", "/api/employer/cases/{id}/retention-plan", Some("retention_plan")),
    ("get", "/api/employer/cases/{id}/retention-plan/versions/{number}", Some("retention_plan")),
    ("get", "/api/employer/cases/{id}/retention-plan/draft", Some("retention_plan")),
    ("patch", "/api/employer/cases/{id}/retention-plan/draft", Some("retention_plan")),
    ("post", "/api/employer/cases/{id}/retention-plan/moves", Some("retention_plan_move")),
    ("post", "/api/employer/cases/{id}/round-table-offers", Some("round_table")),
    ("get", "/api/employer/draft-key", None),
    // Looks, where there is such a thing: the tests of round tables show it.
    ("delete", "/api/employer/round-table-offers/{id}", None),
    ("post", "/api/employer/round-tables/{id}/cancellation", None),
];

fn operations(under: &str) -> Vec<(String, String)> {
    let document = serde_json::to_value(document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&String, &Value)| {
        let (path, item) = (path.clone(), item.as_object().expect("operations").clone());
        item.into_iter().map(move |(method, _)| (method, path.clone()))
    };
    paths.iter().flat_map(of_path).filter(|(_, path)| path.starts_with(under)).collect()
}

/// Every look, the newest first.
async fn looks(citizen: &Client) -> Vec<Value> {
    let mut all = Vec::new();
    let mut path = LOG.to_owned();
    loop {
        let (status, log) = citizen.get(&path).await;
        assert_eq!(status, 200, "{log}");
        all.extend(log["entries"].as_array().expect("entries").iter().cloned());
        let Some(before) = log["before"].as_str() else { return all };
        path = format!("{LOG}?before={before}");
    }
}

#[test]
fn i7_each_route_says_whether_it_is_a_look() {
    let mut known: Vec<(String, String)> = STAFF
        .iter()
        .filter(|(_, path, _)| path.starts_with("/api/staff"))
        .map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned()))
        .collect();
    let employers = EMPLOYER.iter();
    known.extend(employers.map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())));
    let mut routes = operations("/api/staff");
    routes.extend(operations("/api/employer"));
    known.sort();
    routes.sort();
    assert_eq!(routes, known, "a new route is put in the list, with the look it writes down");
}

/// The path and body of a call about Sofie's case that is no nonsense.
async fn call(app: &TestApp, hanne: &Client, case: CaseId, method: &str, path: &str) -> Answer {
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    let booking = details["bookings"][0]["id"].as_str().expect("a booking").to_owned();
    let page = hanne.get(&format!("/api/staff/cases/{case}/job-plan")).await.1;
    let activity = page["activities"][0]["id"].as_str().unwrap_or("1").to_owned();
    let times = hanne.get(&format!("/api/staff/cases/{case}/times?channel=video")).await.1;
    let slot = times["first_free"]["slot_id"].clone();
    let id = match path {
        _ if path.contains("/bookings/{id}") => booking,
        _ if path.contains("/activities/{id}") => activity,
        _ if path.contains("/cases/{id}") => case.to_string(),
        _ => "01a20000-0000-7000-8000-000000000000".to_owned(),
    };
    let day = "2026-12-15";
    let body = match path.rsplit('/').next().expect("a last part") {
        "bookings" | "move" => json!({ "slot_id": slot, "channel": "video" }),
        "channel-decisions" => json!({ "channel": "video", "unlocked": true, "reason": "Ja." }),
        "self-booking-decisions" => json!({ "withdrawn": false, "reason": "Ja." }),
        "previews" if path.contains("/letters/") => {
            let decision = json!({ "kind": "self_booking", "withdrawn": true });
            json!({ "decision": decision, "reason": "Ja." })
        }
        "caseworker" => json!({
            "from": details["caseworker"]["present"]["id"],
            "to": details["caseworker"]["may_get"][0]["id"],
            "reason": "Ja.",
        }),
        "comments" => json!({ "version": 1, "section": "goal", "text": "Godt." }),
        "agreed-steps" => json!({ "version": 1, "leg": "a", "step": "1", "agreed": true }),
        "activities" => json!({
            "kind": "other", "description": "Gåture", "place": "", "from": day, "to": null,
            "hours": 60, "responsible": "",
        }),
        "previews" if path == paths::STAFF_PREVIEWS => {
            json!({ "of": { "kind": "case", "case_id": case } })
        }
        "outcome" => json!({ "outcome": "held" }),
        "moves" => json!({ "move": "acknowledge", "version": 1 }),
        "employer-contacts" => {
            let what = json!({ "kind": "contacted", "channel": "phone", "outcome": "Ja." });
            json!({ "on": "2026-12-01", "what": what })
        }
        "cancellation" => json!({ "reason": "Jeg er syg." }),
        _ => json!({ "from": day, "to": day }),
    };
    let mut path = path.replace("{id}", &id);
    if path.ends_with("/times") {
        path.push_str("?channel=phone");
    }
    if path == "/api/staff/calendar" {
        let starts = details["bookings"][0]["starts_at"].as_str().expect("a time");
        path.push_str(&format!("?week={}", &starts[..10]));
    }
    if path.contains("/case-imports") {
        let mut row = case_import::stored(app, case).await;
        row.set("extension_ground", "27.1.2").set("extended_on", "2026-11-01");
        return hanne.post_csv(&path, case_import::file(&[row])).await;
    }
    let method: Method = method.to_uppercase().parse().expect("a method");
    let body = (method != Method::GET).then_some(body);
    hanne.send(method, &path, body.as_ref()).await
}

on_both_databases!(i7_every_look_of_staff_is_written_down, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let names = ["Sofie Lund", "Jonas Bak", "Lars Bro", "Pia Mose"];
    for (method, path, what) in STAFF {
        let sofie = app.citizen("booked").await;
        let leads = ["case-imports", "exports", "remarks"].iter().any(|part| path.contains(part));
        let key = if leads { "team-leader" } else { "caseworker-1" };
        let hanne = app.caseworker(key).await;
        app.pass(TimeDelta::minutes(2));
        if path.ends_with("/retention-plan/moves") {
            let approve = json!({ "move": "approve", "version": 1, "remark": "" });
            assert_eq!(sofie.post(MOVES, &approve).await.0, 201);
            let submit = json!({ "move": "submit", "version": 1 });
            assert_eq!(sofie.post(MOVES, &submit).await.0, 201);
            app.pass(TimeDelta::seconds(1));
        }
        // Gets ready, which is looking as well.
        let ready = looks(&sofie).await.len();
        let answer = call(&app, &hanne, case, method, path).await;
        assert!(answer.status < 300 || [404, 409, 422, 400].contains(&answer.status), "{path}");
        let after = looks(&sofie).await;
        let mut new: Vec<&str> = after
            .iter()
            .take(after.len() - ready)
            .map(|entry| entry["what"].as_str().expect("what"))
            .collect();
        for seen_getting_ready in ["case", "job_plan", "free_times"] {
            let place = new.iter().position(|what| *what == seen_getting_ready);
            new.remove(place.expect("getting ready is written down"));
        }
        match what {
            Some(what) => {
                assert_ne!(answer.status, 404, "{method} {path}: {}", answer.text);
                assert_eq!(new, [what], "{method} {path}");
            }
            None => {
                assert_eq!(new, [""; 0], "{method} {path}");
                for name in names {
                    assert!(!answer.text.contains(name), "{method} {path} is a look");
                }
            }
        }
    }
});

on_both_databases!(i7_every_look_of_an_employer_is_written_down, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    three.employer(&json!({ "move": "take_back", "version": 1 })).await;
    let version = three.type_in(&[("goal", "Kassen")]).await;
    three.employer(&json!({ "move": "send", "draft_version": version })).await;
    for (method, path, what) in EMPLOYER {
        app.pass(TimeDelta::minutes(2));
        if path.ends_with("/draft") {
            // Beyond the time that what is typed is kept as one look.
            app.pass(TimeDelta::hours(12));
        }
        let (maja, camilla) = (app.citizen("first-due").await, app.employer().await);
        let before = looks(&maja).await.len();
        let path = path.replace("{id}", &three.case.to_string()).replace("{number}", "2");
        let body = match path.rsplit('/').next().expect("a last part") {
            "draft" => json!({ "changes": [] }),
            "moves" => json!({ "move": "take_back", "version": 2 }),
            _ => json!({ "offers": [{ "day": "2026-12-08", "from": "09:00", "to": "12:00" }] }),
        };
        let method: Method = method.to_uppercase().parse().expect("a method");
        let body = (method != Method::GET).then_some(body);
        for _ in 0..2 {
            camilla.send(method.clone(), &path, body.as_ref()).await;
        }
        let after = looks(&maja).await;
        let new: Vec<&Value> = after.iter().take(after.len() - before).collect();
        match what {
            // What is changed is a look each time; what is only opened again is the same look.
            Some(what) if method == Method::POST && path.ends_with("offers") => {
                assert!(new.iter().all(|look| look["what"] == what), "{method} {path}");
                assert!(!new.is_empty(), "{method} {path}");
            }
            Some(what) => {
                assert_eq!(new.len(), 1, "{method} {path}");
                assert_eq!((&new[0]["what"], &new[0]["role"]), (&json!(what), &json!("employer")));
                assert_eq!(new[0]["unit"], "Nordlys Bageri ApS");
                assert_eq!(new[0]["name"], "Camilla Strand");
            }
            None => assert_eq!(new, [&Value::Null; 0], "{method} {path}"),
        }
    }
});

on_both_databases!(i7_calls_at_the_same_moment_are_one_look, async |app: TestApp| {
    let three = three(&app).await;
    app.pass(TimeDelta::minutes(2));
    let before = looks(&three.maja).await.len();
    let path = employers(three.case, "");
    let call = async || assert_eq!(three.camilla.get(&path).await.0, 200);
    tokio::join!(call(), call(), call(), call());
    assert_eq!(looks(&three.maja).await.len(), before + 1);
});

on_both_databases!(i7_hours_of_writing_are_one_look, async |app: TestApp| {
    let three = three(&app).await;
    three.employer(&json!({ "move": "begin" })).await;
    app.pass(TimeDelta::minutes(2));
    three.type_in(&[("goal", "Kassen")]).await;
    let before = looks(&three.maja).await.len();
    for minutes in [3, 10, 10] {
        app.pass(TimeDelta::minutes(minutes));
        three.type_in(&[("goal", &format!("Kassen i {minutes} timer"))]).await;
    }
    assert_eq!(looks(&three.maja).await.len(), before, "kept by itself");
    assert_eq!(three.camilla.get(&employers(three.case, "")).await.0, 200);
    assert_eq!(looks(&three.maja).await.len(), before + 1, "opened anew");
    let bo = app.colleague().await;
    assert_eq!(bo.get(&employers(three.case, "/draft")).await.0, 200);
    assert_eq!(looks(&three.maja).await.len(), before + 2, "somebody else's is another");
});

on_both_databases!(ones_own_moves_are_in_ones_log, async |app: TestApp| {
    let three = three(&app).await;
    three.citizen(&json!({ "move": "request" })).await;
    let entry = looks(&three.maja).await[0].clone();
    assert_eq!(
        (&entry["what"], &entry["role"]),
        (&json!("retention_plan_move"), &json!("citizen"))
    );
    assert_eq!((&entry["name"], &entry["unit"]), (&json!("Maja Holm"), &json!("")));
});

on_both_databases!(i7_every_look_of_a_preview_is_written_down, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let sofie = app.citizen("booked").await;
    let preview = app.preview("caseworker-1", case).await;
    let overview = sofie.get("/api/citizen/overview").await.1;
    let booking = overview["next_booking"]["id"].as_str().expect("a booking");
    let mut seen = 0;
    for (method, path) in operations("/api/citizen") {
        if method != "get" {
            continue;
        }
        app.pass(TimeDelta::seconds(61));
        let mut path = path.replace("{id}", booking).replace("{number}", "1");
        path = path.replace("{form}", "job-plan");
        if path.ends_with("/times") {
            path.push_str("?channel=phone");
        }
        let before = looks(&sofie).await.len();
        let answer = preview.send(Method::GET, &path, None).await;
        let after = looks(&sofie).await;
        if answer.status == 200 {
            assert_eq!((after.len(), &after[0]["what"]), (before + 1, &json!("preview")), "{path}");
            seen += 1;
        } else if answer.status == 404 {
            // What the municipality has not got: a look all the same.
            assert_eq!(after.len(), before + 1, "{path}");
        } else {
            assert_eq!((answer.status, after.len()), (403, before), "{path}");
        }
    }
    assert!(seen >= 8, "{seen}");
});

on_both_databases!(the_log_says_who_in_which_role_and_of_which_team, async |app: TestApp| {
    let case = app.case_of("booked").await;
    let sofie = app.citizen("booked").await;
    app.caseworker("team-leader").await.get(&format!("/api/staff/cases/{case}")).await;
    let entry = looks(&sofie).await[0].clone();
    assert_eq!((&entry["role"], &entry["unit"]), (&json!("team_leader"), &json!("Sygedagpenge")));
    assert_eq!((&entry["name"], &entry["what"]), (&json!("Gitte Fjord"), &json!("case")));
    let quiet = app.configured(|config| config.municipality.access_log.show_names = false);
    let entry = looks(&quiet.citizen("booked").await).await[0].clone();
    assert_eq!((&entry["name"], &entry["role"]), (&Value::Null, &json!("team_leader")));
});

on_both_databases!(a_list_opened_again_on_the_same_day_is_the_same_look, async |app: TestApp| {
    let sofie = app.citizen("booked").await;
    let hanne = app.caseworker("caseworker-1").await;
    let before = looks(&sofie).await.len();
    for _ in 0..3 {
        hanne.get("/api/staff/cases").await;
    }
    assert_eq!(looks(&sofie).await.len(), before + 1);
    app.caseworker("team-leader").await.get("/api/staff/cases").await;
    assert_eq!(looks(&sofie).await.len(), before + 2, "somebody else's look is another");
    app.pass(TimeDelta::hours(8));
    let (sofie, hanne) = (app.citizen("booked").await, app.caseworker("caseworker-1").await);
    hanne.get("/api/staff/cases").await;
    assert_eq!(looks(&sofie).await.len(), before + 2, "it is in view all day");
    app.pass(TimeDelta::hours(5));
    let (sofie, hanne) = (app.citizen("booked").await, app.caseworker("caseworker-1").await);
    hanne.get("/api/staff/cases").await;
    assert_eq!(looks(&sofie).await.len(), before + 3, "the next day's is another");
    let case = app.case_of("booked").await;
    for _ in 0..2 {
        hanne.get(&format!("/api/staff/cases/{case}")).await;
    }
    assert_eq!(looks(&sofie).await.len(), before + 5, "a case is never the same look");
});

on_both_databases!(ones_own_looks_and_other_peoples_cases_are_no_entries, async |app: TestApp| {
    let maja = app.citizen("first-due").await;
    for path in ["/api/citizen/overview", "/api/citizen/job-plan", "/api/citizen/data", LOG] {
        assert_eq!(maja.get(path).await.0, 200, "{path}");
    }
    let other = app.case_of("booked").await;
    app.caseworker("caseworker-1").await.get(&format!("/api/staff/cases/{other}")).await;
    assert_eq!(looks(&maja).await, [Value::Null; 0]);
    let another_team = app.case_of("no-times").await;
    let refused = format!("/api/staff/cases/{another_team}");
    assert_eq!(app.caseworker("caseworker-1").await.get(&refused).await.0, 404);
    assert_eq!(looks(&app.citizen("no-times").await).await, [Value::Null; 0], "nothing was seen");
});

on_both_databases!(the_log_is_read_page_by_page, async |app: TestApp| {
    let case = app.case_of("first-due").await;
    let maja = app.citizen("first-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    for _ in 0..53 {
        app.pass(TimeDelta::seconds(1));
        assert_eq!(hanne.get(&format!("/api/staff/cases/{case}")).await.0, 200);
    }
    let first = maja.get(LOG).await.1;
    let entries = first["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), 50);
    let times: Vec<&str> = entries.iter().map(|entry| entry["at"].as_str().expect("at")).collect();
    assert!(times.iter().rev().is_sorted(), "the newest first");
    let before = first["before"].as_str().expect("there is more");
    let rest = maja.get(&format!("{LOG}?before={before}")).await.1;
    assert_eq!(rest["entries"].as_array().map(Vec::len), Some(3));
    assert_eq!(rest["before"], Value::Null);
    for wrong in ["?before=x", "?before=", "?after=1"] {
        let answer = maja.send(Method::GET, &format!("{LOG}{wrong}"), None).await;
        assert_eq!((answer.status, answer.code()), (400, "malformed_parameter"), "{wrong}");
    }
});
