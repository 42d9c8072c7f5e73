//! I5: an employer can never obtain a job plan, nor learn that there is one.

use axum::http::Method;
use genvej_server::http::router::document;
use serde_json::{Value, json};

use crate::support::TestApp;

/// Every operation there is, with ids filled in.
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

/// Words that stand in the demonstration's plans, and what only a plan is called.
const OF_A_PLAN: [&str; 7] =
    ["Konditor", "svimmel", "Afklaring", "Truckf", "job_plan", "job-plan", "draft"];

on_both_databases!(i5_an_employer_reaches_no_plan_draft_log_or_data, async |app: TestApp| {
    let employer = app.employer().await;
    let case = app.case_of("booked").await.to_string();
    let mut refused = 0;
    for (method, path) in operations() {
        let path =
            path.replace("{id}", &case).replace("{form}", "job-plan").replace("{number}", "1");
        let theirs = path.starts_with("/api/citizen") || path.starts_with("/api/staff");
        let body = (method != Method::GET).then(|| json!({ "draft_version": 2, "changes": [] }));
        if theirs {
            let answer = employer.send(method.clone(), &path, body.as_ref()).await;
            assert_eq!((answer.status, answer.code()), (403, "not_allowed"), "{method} {path}");
            refused += 1;
        }
    }
    assert!(refused > 40, "{refused}");
});

on_both_databases!(i5_nothing_an_employer_gets_mentions_a_plan, async |app: TestApp| {
    let employer = app.employer().await;
    let mut got = 0;
    for (method, path) in operations().into_iter().filter(|(method, _)| method == Method::GET) {
        let answer = employer.send(method, &path.replace("{id}", &"1".repeat(8)), None).await;
        if answer.status == 200 {
            got += 1;
            for word in OF_A_PLAN {
                assert!(!answer.text.contains(word), "{path}: {word}");
            }
        } else {
            assert_eq!(answer.json["errors"], Value::Null);
        }
    }
    assert!(got >= 2, "an employer gets their session at least");
});
