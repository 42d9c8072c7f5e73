//! Two people, one browser: a page that is about one person's case neither reads nor writes with
//! the cookie of another who has signed in behind its back (I8, I9).

use axum::body::Body;
use axum::http::{Method, header};
use contract::ids::CaseId;
use contract::paths::ABOUT_HEADER;
use genvej_server::http::router::document;
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, book_first, free, wish};
use crate::form_drafts::{DRAFT, type_in};
use crate::job_plan::{PLAN, VERSIONS};
use crate::support::{Answer, Client, TestApp};

/// A call from a page that believes it is about that case.
async fn from_page_of(
    case: &str,
    client: &Client,
    method: Method,
    path: &str,
    body: &Value,
) -> Answer {
    let request = client
        .request(method, path)
        .header(ABOUT_HEADER, case)
        .header("idempotency-key", format!("page-of-{case}"))
        .header(header::CONTENT_TYPE, "application/json");
    client.call(request.body(Body::from(body.to_string())).expect("a request")).await
}

async fn refused(case: CaseId, client: &Client, method: Method, path: &str, body: &Value) {
    let answer = from_page_of(&case.to_string(), client, method.clone(), path, body).await;
    assert_eq!((answer.status, answer.code()), (409, "another_person"), "{method} {path}");
}

fn save_goal() -> Value {
    json!({ "changes": [{ "field": "goal", "base": 0, "value": "HEMMELIGT" }] })
}

on_both_databases!(i9_what_one_types_is_never_saved_as_anothers, async |app: TestApp| {
    let (majas, jonas) = (app.case_of("first-due").await, app.citizen("next-due").await);
    let draft = type_in(&jonas, 0, &[("c.job", "Postbud")]).await;
    let booking = book_first(&jonas, "phone").await;
    let id = booking["id"].as_str().expect("an id");
    let words = format!("{BOOKINGS}/{id}/words");
    let given = json!({ "goal": "HEMMELIGT", "talk": "HEMMELIGT" });
    let before = jonas.get(PLAN).await;
    for (method, path, body) in [
        (Method::PATCH, DRAFT, save_goal()),
        (Method::POST, VERSIONS, json!({ "draft_version": draft })),
        (Method::PUT, &words, given),
        (Method::POST, &format!("{BOOKINGS}/{id}/cancellation"), json!({})),
    ] {
        refused(majas, &jonas, method, path, &body).await;
    }
    assert_eq!(jonas.get(PLAN).await, before, "nothing was written");
});

on_both_databases!(a_time_is_never_booked_for_another, async |app: TestApp| {
    let (majas, jonas) = (app.case_of("first-due").await, app.citizen("next-due").await);
    let first = free(&jonas, "phone").await["first_free"].clone();
    refused(majas, &jonas, Method::POST, BOOKINGS, &wish(&first)).await;
    assert_eq!(jonas.get("/api/citizen/overview").await.1["next_booking"], Value::Null);
    assert_eq!(free(&jonas, "phone").await["first_free"], first, "still free");
});

on_both_databases!(i8_one_is_never_shown_what_is_anothers, async |app: TestApp| {
    let (majas, jonas) = (app.case_of("first-due").await, app.citizen("next-due").await);
    let document = serde_json::to_value(document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let citizens = paths.iter().filter(|(path, _)| path.starts_with("/api/citizen/"));
    let mut calls = 0;
    for (path, item) in citizens {
        let path = path
            .replace("{id}", "01a20000-0000-7000-8000-000000000000")
            .replace("{form}", "job-plan")
            .replace("{number}", "1");
        for method in item.as_object().expect("operations").keys() {
            let method: Method = method.to_uppercase().parse().expect("a method");
            refused(majas, &jonas, method, &path, &Value::Null).await;
            calls += 1;
        }
    }
    assert!(calls > 15, "{calls} calls");
});

on_both_databases!(ones_own_page_is_answered_as_ever, async |app: TestApp| {
    let (case, maja) = (app.case_of("first-due").await.to_string(), app.citizen("first-due").await);
    for case in [case.clone(), case.to_uppercase()] {
        let saved = from_page_of(&case, &maja, Method::PATCH, DRAFT, &save_goal()).await;
        assert_eq!((saved.status, &saved.json["version"]), (200, &json!(1)), "{}", saved.text);
    }
    for (path, expected) in [(PLAN, maja.get(PLAN).await), (DRAFT, maja.get(DRAFT).await)] {
        let read = from_page_of(&case, &maja, Method::GET, path, &Value::Null).await;
        assert_eq!((read.status, read.json), expected, "{path}");
    }
});

on_both_databases!(i11_a_case_that_is_none_is_not_ones_own, async |app: TestApp| {
    let maja = app.citizen("first-due").await;
    for case in ["", "x", "null", "01a20000-0000-7000-8000-000000000000", "\u{e6}"] {
        for (method, path) in [(Method::PATCH, DRAFT), (Method::GET, DRAFT), (Method::GET, PLAN)] {
            let answer = from_page_of(case, &maja, method, path, &save_goal()).await;
            assert_eq!((answer.status, answer.code()), (409, "another_person"), "{case:?}");
        }
    }
    let own = app.case_of("first-due").await.to_string();
    let twice =
        maja.request(Method::GET, DRAFT).header(ABOUT_HEADER, own).header(ABOUT_HEADER, "x");
    let answer = maja.call(twice.body(Body::empty()).expect("a request")).await;
    assert_eq!((answer.status, answer.code()), (409, "another_person"), "said twice");
    assert_eq!(maja.get(DRAFT).await.1["version"], 0, "nothing was written");
});

on_both_databases!(i7_a_preview_of_another_case_is_no_look, async |app: TestApp| {
    let (majas, jonas) = (app.case_of("first-due").await, app.case_of("next-due").await);
    let preview = app.preview("caseworker-1", jonas).await;
    let citizen = app.citizen("next-due").await;
    let before = citizen.get("/api/citizen/access-log").await;
    refused(majas, &preview, Method::GET, PLAN, &Value::Null).await;
    assert_eq!(citizen.get("/api/citizen/access-log").await, before, "nothing was shown");
    let own = from_page_of(&jonas.to_string(), &preview, Method::GET, PLAN, &Value::Null).await;
    assert_eq!(own.status, 200);
});
