//! I6: a preview never changes anything.

use axum::http::Method;
use genvej_server::db::entities::session;
use genvej_server::http::router::document;
use sea_orm::EntityTrait;

use crate::support::TestApp;

/// Every operation of the API that is no reading, with ids filled in.
fn changes() -> Vec<(Method, String)> {
    let document = serde_json::to_value(document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let mut changes = Vec::new();
    for (path, item) in paths {
        let path = path
            .replace("{id}", "01a20000-0000-7000-8000-000000000000")
            .replace("{form}", "job-plan")
            .replace("{number}", "1");
        for method in item.as_object().expect("operations").keys() {
            let method: Method = method.to_uppercase().parse().expect("a method");
            if method != Method::GET {
                changes.push((method, path.clone()));
            }
        }
    }
    changes
}

on_both_databases!(i6_every_change_is_refused_in_a_preview, async |app: TestApp| {
    let case_id = app.case_of("next-due").await;
    let preview = app.preview("caseworker-1", case_id).await;
    let changes = changes();
    assert!(changes.len() > 10);
    for (method, path) in changes {
        if (&method, path.as_str()) == (&Method::DELETE, "/api/session") {
            continue;
        }
        let answer = preview.send(method.clone(), &path, None).await;
        assert_eq!(
            (answer.status, answer.code()),
            (403, "preview_is_read_only"),
            "{method} {path}"
        );
    }
});

on_both_databases!(a_preview_sees_what_the_citizen_sees, async |app: TestApp| {
    let case_id = app.case_of("next-due").await;
    let preview = app.preview("caseworker-1", case_id).await;
    let citizen = app.citizen("next-due").await;
    for path in ["/api/citizen/overview", "/api/citizen/booking-options"] {
        assert_eq!(preview.get(path).await, citizen.get(path).await, "{path}");
    }
    let (_, session) = preview.get("/api/session").await;
    assert_eq!(session["signed_in"]["role"]["kind"], "preview");
});

on_both_databases!(a_preview_is_no_caseworker_and_can_be_left, async |app: TestApp| {
    let case_id = app.case_of("next-due").await;
    let preview = app.preview("caseworker-1", case_id).await;
    let answer = preview.send(Method::GET, "/api/staff/cases", None).await;
    assert_eq!((answer.status, answer.code()), (403, "not_allowed"));
    assert_eq!(preview.delete("/api/session").await.0, 204);
    let rows = session::Entity::find().all(app.state.db.read()).await.expect("sessions");
    assert!(rows.iter().all(|row| row.preview_case_id.is_none()));
});
