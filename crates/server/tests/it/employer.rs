//! I5: an employer gets of their own employees what `EmployeeFile` and the retention plan say, and
//! of anybody else's not even that there is one.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, Method};
use genvej_server::db::entities::{access_log, citizen, outbox, sickness_case};
use genvej_server::http::router::document;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Answer, Client, TestApp};

/// Every operation there is, with placeholders for ids.
pub fn operations() -> Vec<(Method, String)> {
    let document = serde_json::to_value(document()).expect("a document");
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("operations").keys() {
            all.push((method.to_uppercase().parse().expect("a method"), path.clone()));
        }
    }
    all
}

/// What never stands in anything an employer gets: words of the demonstration's job plans, what
/// only they are called, and how conversations with the municipality are held.
const NEVER: [&str; 17] = [
    "Konditor",
    "svimmel",
    "Afklaring",
    "Truckf",
    "Karen Lund",
    "job_plan",
    "job-plan",
    "channel",
    "in_person",
    "next_booking",
    "hold_by",
    "case_number",
    "cpr",
    "standby",
    "expected_back",
    "activities",
    "step_report",
];

/// Every operation there is for an employer.
const EVERYTHING: [&str; 10] = [
    "DELETE /api/employer/round-table-offers/{id}",
    "GET /api/employer/cases",
    "GET /api/employer/cases/{id}/retention-plan",
    "GET /api/employer/cases/{id}/retention-plan/draft",
    "GET /api/employer/cases/{id}/retention-plan/versions/{number}",
    "GET /api/employer/draft-key",
    "PATCH /api/employer/cases/{id}/retention-plan/draft",
    "POST /api/employer/cases/{id}/retention-plan/moves",
    "POST /api/employer/cases/{id}/round-table-offers",
    "POST /api/employer/round-tables/{id}/cancellation",
];

/// A body that goes as far as it can.
fn body(method: &Method, path: &str) -> Option<Value> {
    let body = match path {
        _ if *method == Method::GET || *method == Method::DELETE => return None,
        _ if path.starts_with("/api/employer") && path.ends_with("/moves") => {
            json!({ "move": "begin" })
        }
        _ if path.ends_with("/draft") => {
            json!({ "changes": [{ "field": "goal", "base": 0, "value": "x" }] })
        }
        _ if path.ends_with("/round-table-offers") => {
            json!({ "offers": [{ "day": "2026-12-15", "from": "09:00", "to": "10:00" }] })
        }
        _ => json!({}),
    };
    Some(body)
}

/// A company's case with everything that belongs to it, each by its id.
struct Belongings {
    case: Uuid,
    ids: Vec<Uuid>,
}

fn id(value: &Value) -> Uuid {
    value["id"].as_str().expect("an id").parse().expect("an id")
}

/// Offers times for a case, and books one, and a follow-up conversation.
async fn belongings(app: &TestApp, employer: &Client, key: &str) -> Belongings {
    let (case, citizen) = (app.case_of(key).await, app.citizen(key).await);
    let offers = json!({ "offers": [{ "day": "2026-12-08", "from": "08:00", "to": "15:00" }] });
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    let (status, page) = employer.post(&path, &offers).await;
    assert_eq!(status, 200, "{page}");
    let times = citizen.get("/api/citizen/round-table/times").await.1;
    let slot = times["times"][0]["slot_id"].clone();
    let wish = json!({ "slot_id": slot });
    let (status, table) = citizen.post("/api/citizen/round-tables", &wish).await;
    assert_eq!(status, 201, "{table}");
    let booking = crate::booking::book_first(&citizen, "phone").await;
    let slot = slot.as_str().expect("an id").parse().expect("an id");
    let ids = vec![case.0, id(&page["offers"][0]), id(&table), id(&booking), slot];
    Belongings { case: case.0, ids }
}

/// All that can be seen of an answer, but when it came and which it was.
fn seen(answer: &Answer) -> (u16, String, HeaderMap) {
    let mut headers = answer.headers.clone();
    for own in ["date", "x-request-id"] {
        headers.remove(own);
    }
    (answer.status, answer.text.clone(), headers)
}

async fn ask(client: &Client, method: &Method, path: &str, id: Uuid) -> Answer {
    let body = body(method, path);
    let path = path.replace("{id}", &id.to_string());
    let path = path.replace("{form}", "job-plan").replace("{number}", "1");
    client.send(method.clone(), &path, body.as_ref()).await
}

// The work is the same as well: each of these ids is looked for by one query that names the
// company (`EmployeeFile::load`, `employer::cases_of`), and nothing is done when it finds
// nothing.
on_both_databases!(i5_what_is_another_companys_does_not_exist, async |app: TestApp| {
    let (camilla, rikke) = (app.employer().await, app.other_employer().await);
    let ours = belongings(&app, &camilla, "next-due").await;
    let theirs = belongings(&app, &rikke, "video-locked").await;
    let db = app.state.db.read();
    let written = async || {
        let looks = access_log::Entity::find().count(db).await.expect("looks");
        (looks, outbox::Entity::find().count(db).await.expect("messages"))
    };
    let before = written().await;
    let mut asked = 0;
    for (client, others) in [(&camilla, &theirs), (&rikke, &ours)] {
        let with_id = operations().into_iter().filter(|(_, path)| path.contains("{id}"));
        for (method, path) in with_id {
            let nothing = seen(&ask(client, &method, &path, app.state.clock.new_id()).await);
            assert!([403, 404].contains(&nothing.0), "{method} {path}: {nothing:?}");
            for id in &others.ids {
                let answer = ask(client, &method, &path, *id).await;
                assert_eq!(seen(&answer), nothing, "{method} {path} {id}");
                asked += 1;
            }
        }
    }
    assert!(asked > 300, "{asked}");
    assert_eq!(written().await, before, "nothing is written, either");
});

on_both_databases!(i5_a_list_and_a_page_hold_ones_own_employees_only, async |app: TestApp| {
    for (client, cvr) in
        [(app.employer().await, "12345678"), (app.other_employer().await, "99999993")]
    {
        let rows = client.get("/api/employer/cases").await.1;
        let listed: BTreeSet<String> = rows
            .as_array()
            .expect("employees")
            .iter()
            .map(|row| row["id"].as_str().expect("an id").to_owned())
            .collect();
        let cases = sickness_case::Entity::find().all(app.state.db.read()).await.expect("cases");
        let own = cases
            .iter()
            .filter(|case| case.employer_cvr.as_deref() == Some(cvr) && case.closed_on.is_none());
        assert_eq!(listed, own.map(|case| case.id.to_string()).collect());
        assert!(!listed.is_empty());
    }
});

on_both_databases!(i5_what_an_employer_gets_holds_nothing_else, async |app: TestApp| {
    let employer = app.employer().await;
    let ours = belongings(&app, &employer, "next-due").await;
    let db = app.state.db.read();
    let people = citizen::Entity::find().all(db).await.expect("people");
    let case_numbers = sickness_case::Entity::find().all(db).await.expect("cases");
    let mut never: Vec<String> = NEVER.iter().map(|word| (*word).to_owned()).collect();
    never.extend(people.iter().map(|person| person.cpr.expose_digits().to_owned()));
    never.extend(case_numbers.into_iter().map(|case| case.case_number));
    let mut cases = vec![ours.case];
    for key in ["booked", "exempt", "standby"] {
        cases.push(app.case_of(key).await.0);
    }
    let (own, of_others): (Vec<_>, Vec<_>) =
        operations().into_iter().partition(|(_, path)| path.starts_with("/api/employer"));
    let of_others = of_others.iter().filter(|(method, path)| {
        *method == Method::GET && !path.starts_with("/api/session") && !path.contains("openapi")
    });
    let mut got = BTreeSet::new();
    // Its own once more: with a plan that has begun, in which can be typed.
    for (method, path) in of_others.chain(&own).chain(&own) {
        for id in cases.iter().chain(&ours.ids) {
            let answer = ask(&employer, method, path, *id).await;
            assert_ne!(answer.status, 429, "{method} {path} is not asked at all");
            if (200..300).contains(&answer.status) {
                got.insert(format!("{method} {path}"));
            }
            for word in &never {
                assert!(!answer.text.contains(word), "{method} {path}: {word}: {}", answer.text);
            }
        }
    }
    let done: Vec<&str> =
        got.iter().map(String::as_str).filter(|one| one.contains(" /api/employer")).collect();
    assert_eq!(done, EVERYTHING, "each operation there is for an employer");
});

on_both_databases!(i5_an_employer_reaches_no_plan_draft_log_or_data, async |app: TestApp| {
    let employer = app.employer().await;
    let case = app.case_of("booked").await;
    let mut refused = 0;
    for (method, path) in operations() {
        if path.starts_with("/api/citizen") || path.starts_with("/api/staff") {
            let answer = ask(&employer, &method, &path, case.0).await;
            assert_eq!((answer.status, answer.code()), (403, "not_allowed"), "{method} {path}");
            refused += 1;
        }
    }
    assert!(refused > 50, "{refused}");
});
