//! I11: bad input of any kind gives a 4xx with a clear code, never a 5xx. Walks every route of
//! the API document.

use axum::body::Body;
use axum::http::{Method, header};
use contract::limits;
use genvej_server::http::router::document;
use serde_json::{Value, json};

use crate::support::{Answer, Client, TestApp};

struct Operation {
    method: Method,
    path: String,
    takes_body: bool,
}

fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&String, &Value)| {
        let path = path.clone();
        let item = item.as_object().expect("operations").clone();
        item.into_iter().map(move |(method, operation)| Operation {
            method: method.to_uppercase().parse().expect("a method"),
            path: path.clone(),
            takes_body: operation.get("requestBody").is_some(),
        })
    };
    paths.iter().flat_map(of_path).collect()
}

fn filled(path: &str, id: &str) -> String {
    path.replace("{id}", id).replace("{form}", "job-plan").replace("{number}", id)
}

const NOBODY: &str = "01a20000-0000-7000-8000-000000000000";

async fn people(app: &TestApp) -> Vec<Client> {
    vec![
        app.anonymous(),
        app.citizen("next-due").await,
        app.employer().await,
        app.caseworker("caseworker-1").await,
        app.caseworker("team-leader").await,
    ]
}

async fn send(
    client: &Client,
    operation: &Operation,
    path: &str,
    kind: &str,
    body: &str,
) -> Answer {
    let request = client
        .request(operation.method.clone(), path)
        .header("idempotency-key", "a-key-of-this-test")
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(body.to_owned()));
    client.call(request.expect("a request")).await
}

fn assert_refused(answer: &Answer, operation: &Operation, what: &str) {
    let Operation { method, path, .. } = operation;
    assert!((400..500).contains(&answer.status), "{method} {path}, {what}: {answer:?}");
    answer.code();
}

on_both_databases!(i11_bodies_that_are_wrong_are_refused, async |app: TestApp| {
    for client in people(&app).await {
        for operation in operations().iter().filter(|operation| operation.takes_body) {
            let path = filled(&operation.path, NOBODY);
            for (kind, body) in [
                ("application/json", ""),
                ("application/json", "{"),
                ("application/json", "null"),
                ("application/json", "[]"),
                ("application/json", "{\"never_heard_of\": 1}"),
                ("application/json", "\"\\ud800\""),
                ("text/plain", "{}"),
            ] {
                let answer = send(&client, operation, &path, kind, body).await;
                assert_refused(&answer, operation, body);
            }
        }
    }
});

on_both_databases!(i11_ids_that_name_nothing_are_refused, async |app: TestApp| {
    for client in people(&app).await {
        let named = |operation: &&Operation| operation.path.contains('{');
        for operation in operations().iter().filter(named) {
            for id in [NOBODY, "1", "%00", "%ff", "..", "x'%20OR%201=1--", &"9".repeat(2000)] {
                let path = filled(&operation.path.replace("{form}", id), id);
                let answer = send(&client, operation, &path, "application/json", "{}").await;
                // Taking away what is not there is no mistake.
                if (&operation.method, id, answer.status) != (&Method::DELETE, NOBODY, 204) {
                    assert_refused(&answer, operation, id);
                }
            }
        }
    }
});

on_both_databases!(i11_parameters_that_are_wrong_are_refused, async |app: TestApp| {
    let citizen = app.citizen("next-due").await;
    let caseworker = app.caseworker("caseworker-1").await;
    for (client, path, expected) in [
        (&citizen, "/api/citizen/times", "malformed_parameter"),
        (&citizen, "/api/citizen/times?channel=fax", "malformed_parameter"),
        (&citizen, "/api/citizen/times?channel=phone&week=yesterday", "malformed_parameter"),
        (&citizen, "/api/citizen/times?channel=phone&week=2026-13-01", "malformed_parameter"),
        (&caseworker, "/api/staff/calendar?caseworker=me", "malformed_parameter"),
        (&caseworker, "/api/staff/calendar?week=x", "malformed_parameter"),
    ] {
        let answer = client.send(Method::GET, path, None).await;
        assert_eq!((answer.status, answer.code()), (400, expected), "{path}");
    }
});

on_both_databases!(i11_extreme_dates_break_nothing, async |app: TestApp| {
    let citizen = app.citizen("next-due").await;
    let caseworker = app.caseworker("caseworker-1").await;
    for date in ["-262143-01-01", "+262142-12-31", "0000-01-01", "9999-12-31", "1969-12-31"] {
        let date = date.replace('+', "%2B");
        for (client, path) in [
            (&citizen, format!("/api/citizen/times?channel=phone&week={date}")),
            (&caseworker, format!("/api/staff/calendar?week={date}")),
        ] {
            let (status, _) = client.get(&path).await;
            assert!(status < 500, "{path}: {status}");
        }
        let body = json!({ "from": date.replace("%2B", "+"), "to": date.replace("%2B", "+") });
        let (status, _) = caseworker.post("/api/staff/calendar/previews", &body).await;
        assert!(status < 500, "{body}: {status}");
    }
});

on_both_databases!(i11_huge_bodies_are_refused_on_every_route, async |app: TestApp| {
    let huge = format!("{{\"note\": \"{}\"}}", "x".repeat(limits::BODY_BYTES));
    let client = app.citizen("next-due").await;
    for operation in operations() {
        let path = filled(&operation.path, NOBODY);
        // Files of cases may be larger; what is said of their length is believed.
        let files = operation.path.starts_with("/api/staff/case-imports");
        let length = if files { limits::IMPORT_BYTES + 1 } else { huge.len() };
        let request = client
            .request(operation.method.clone(), &path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::CONTENT_LENGTH, length)
            .body(Body::from(huge.clone()));
        let answer = client.call(request.expect("a request")).await;
        assert_eq!((answer.status, answer.code()), (413, "body_too_large"), "{path}");
    }
    let request = client
        .request(Method::PUT, "/api/citizen/booking-draft")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(huge));
    let answer = client.call(request.expect("a request")).await;
    assert_eq!((answer.status, answer.code()), (413, "body_too_large"), "of no stated length");
});

on_both_databases!(i11_unknown_paths_and_methods_are_refused, async |app: TestApp| {
    for client in people(&app).await {
        for method in [Method::GET, Method::POST, Method::DELETE, Method::OPTIONS] {
            let answer = client.send(method, "/api/nothing", None).await;
            assert_eq!((answer.status, answer.code()), (404, "not_found"));
        }
        let all = operations();
        let patched =
            |path: &str| all.iter().any(|one| one.path == path && one.method == Method::PATCH);
        for operation in all.iter().filter(|operation| !patched(&operation.path)) {
            let path = filled(&operation.path, NOBODY);
            let answer = client.send(Method::PATCH, &path, None).await;
            assert_eq!((answer.status, answer.code()), (405, "method_not_allowed"), "{path}");
            assert!(answer.header("allow").contains(operation.method.as_str()), "{path}");
        }
    }
});

on_both_databases!(nobody_gets_past_the_wrong_door, async |app: TestApp| {
    let citizen = app.citizen("next-due").await;
    let caseworker = app.caseworker("caseworker-1").await;
    let employer = app.employer().await;
    for operation in operations().iter().filter(|operation| operation.method == Method::GET) {
        let path = filled(&operation.path, NOBODY);
        let answer = app.anonymous().send(Method::GET, &path, None).await;
        let refused = |answer: &Answer| {
            assert_eq!((answer.status, answer.code()), (403, "not_allowed"), "{path}")
        };
        if operation.path.starts_with("/api/citizen") {
            assert_eq!((answer.status, answer.code()), (401, "not_signed_in"), "{path}");
            refused(&caseworker.send(Method::GET, &path, None).await);
            refused(&employer.send(Method::GET, &path, None).await);
        } else if operation.path.starts_with("/api/staff") {
            assert_eq!((answer.status, answer.code()), (401, "not_signed_in"), "{path}");
            refused(&citizen.send(Method::GET, &path, None).await);
            refused(&employer.send(Method::GET, &path, None).await);
        }
    }
});
