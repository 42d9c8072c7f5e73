//! Signing in, staying so, and what a session's secret never touches (I8).

use axum::body::Body;
use axum::http::{Method, header};
use chrono::TimeDelta;
use contract::rules::identifiers::CprError;
use genvej_server::cases::parse_cpr;
use genvej_server::config::ServerOverrides;
use genvej_server::db::entities::{citizen, session, sickness_case};
use genvej_server::state::AppState;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::support::{TestApp, on_sqlite_with};

on_both_databases!(everyone_is_told_who_they_are, async |app: TestApp| {
    let (status, session) = app.anonymous().get("/api/session").await;
    assert_eq!((status, &session["signed_in"]), (200, &serde_json::Value::Null));
    assert_eq!(session["demo"], true);
    let (_, session) = app.citizen("next-due").await.get("/api/session").await;
    assert_eq!(session["signed_in"]["role"]["kind"], "citizen");
    assert_eq!(session["signed_in"]["expires_in_seconds"], 1800);
    let (_, session) = app.caseworker("team-leader").await.get("/api/session").await;
    assert_eq!(session["signed_in"]["role"]["team_leader"], true);
    let (_, session) = app.employer().await.get("/api/session").await;
    assert_eq!(session["signed_in"]["role"]["kind"], "employer");
});

on_both_databases!(a_citizen_without_a_case_is_told_who_they_are, async |app: TestApp| {
    let jonas = app.citizen("next-due").await;
    let case = app.case_of("next-due").await;
    let done = sickness_case::Entity::delete_by_id(case.0).exec(app.state.db.read()).await;
    assert_eq!(done.expect("deleted").rows_affected, 1);
    let (status, session) = jonas.get("/api/session").await;
    assert_eq!((status, &session["signed_in"]["name"]), (200, &json!("Jonas Bak")));
    assert!(session["signed_in"]["role"]["case_id"].is_null());
    assert_eq!(jonas.get("/api/citizen/overview").await.0, 403);
});

on_both_databases!(every_persona_can_sign_in, async |app: TestApp| {
    let (_, personas) = app.anonymous().get("/api/session/demo").await;
    let personas = personas.as_array().expect("a list");
    assert_eq!(personas.len(), 17);
    for persona in personas {
        let mut client = app.anonymous();
        let answer = client.sign_in(persona["key"].as_str().expect("a key")).await;
        assert_eq!(answer.json["signed_in"]["name"], persona["name"]);
    }
});

on_both_databases!(i8_the_database_knows_only_the_hash, async |app: TestApp| {
    let client = app.citizen("next-due").await;
    let secret = client.cookie().split_once('=').expect("a pair").1.to_owned();
    let rows = session::Entity::find().all(app.state.db.read()).await.expect("sessions");
    assert!(rows.iter().all(|row| row.id_hash.len() == 64 && row.id_hash != secret));
    assert!(!format!("{rows:?}").contains(&secret));
});

on_both_databases!(signing_out_ends_the_session, async |app: TestApp| {
    let client = app.citizen("next-due").await;
    let answer = client.send(Method::DELETE, "/api/session", None).await;
    assert_eq!(answer.status, 204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(client.get("/api/citizen/overview").await.0, 401);
    assert_eq!(app.anonymous().delete("/api/session").await.0, 204);
});

on_both_databases!(signing_in_again_ends_the_session_before, async |app: TestApp| {
    let mut client = app.citizen("next-due").await;
    let before = client.clone();
    client.sign_in("first-due").await;
    assert_ne!(client.cookie(), before.cookie());
    assert_eq!(before.get("/api/citizen/overview").await.0, 401);
    assert_eq!(client.get("/api/citizen/overview").await.0, 200);
});

on_both_databases!(an_idle_session_ends, async |app: TestApp| {
    let client = app.citizen("next-due").await;
    app.pass(TimeDelta::minutes(29));
    assert_eq!(client.get("/api/citizen/overview").await.0, 200);
    app.pass(TimeDelta::minutes(29));
    assert_eq!(client.get("/api/citizen/overview").await.0, 200);
    app.pass(TimeDelta::minutes(31));
    assert_eq!(client.get("/api/citizen/overview").await.0, 401);
    let (_, session) = client.get("/api/session").await;
    assert_eq!(session["signed_in"], serde_json::Value::Null);
    assert_eq!(client.post("/api/session/extension", &json!({})).await.0, 401);
});

on_both_databases!(no_session_outlives_twelve_hours, async |app: TestApp| {
    let client = app.citizen("next-due").await;
    for _ in 0..28 {
        app.pass(TimeDelta::minutes(25));
        assert_eq!(client.post("/api/session/extension", &json!({})).await.0, 200);
    }
    app.pass(TimeDelta::minutes(20));
    assert_eq!(client.get("/api/citizen/overview").await.0, 401);
});

on_both_databases!(a_call_within_a_minute_writes_nothing, async |app: TestApp| {
    let client = app.citizen("next-due").await;
    let seen = async || {
        let rows = session::Entity::find().all(app.state.db.read()).await.expect("sessions");
        rows.iter().map(|row| row.last_seen_at).max()
    };
    let before = seen().await;
    app.pass(TimeDelta::seconds(59));
    client.get("/api/citizen/overview").await;
    assert_eq!(seen().await, before);
    app.pass(TimeDelta::seconds(1));
    client.get("/api/citizen/overview").await;
    assert_ne!(seen().await, before);
});

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_the_host() {
    let https = ServerOverrides {
        public_url: Some("https://genvej.example".to_owned()),
        ..ServerOverrides::default()
    };
    on_sqlite_with(https, async |app| {
        let mut client = app.anonymous();
        let cookie = client.sign_in("next-due").await.header("set-cookie").to_owned();
        assert!(cookie.starts_with("__Host-genvej="), "{cookie}");
        for flag in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.split("; ").any(|part| part == flag), "{flag} in {cookie}");
        }
        assert_eq!(client.get("/api/citizen/overview").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn the_invented_people_exist_in_a_demonstration_only() {
    on_sqlite_with(ServerOverrides::default(), async |app| {
        let client = app.without_demo();
        assert_eq!(client.get("/api/session/demo").await.0, 404);
        assert_eq!(client.post("/api/session/demo", &json!({"key": "next-due"})).await.0, 404);
        assert_eq!(client.get("/api/session").await.1["demo"], false);
    })
    .await;
}

#[tokio::test]
async fn other_sites_cannot_change_anything() {
    on_sqlite_with(ServerOverrides::default(), async |app| {
        let client = app.citizen("next-due").await;
        for (name, value, allowed) in [
            ("sec-fetch-site", "cross-site", false),
            ("sec-fetch-site", "same-site", false),
            ("origin", "https://evil.example", false),
            ("origin", "null", false),
            ("origin", "http://127.0.0.1:8080", true),
            ("sec-fetch-site", "same-origin", true),
        ] {
            let request =
                client.request(Method::POST, "/api/session/extension").header(name, value);
            let answer = client.call(request.body(Body::empty()).expect("a request")).await;
            if allowed {
                assert_eq!(answer.status, 200, "{name}: {value}");
            } else {
                assert_eq!((answer.status, answer.code()), (403, "cross_origin"), "{value}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn too_many_calls_are_told_when_to_come_back() {
    let few = ServerOverrides { session_calls_per_minute: Some(3), ..ServerOverrides::default() };
    on_sqlite_with(few, async |app| {
        let client = app.citizen("next-due").await;
        for _ in 0..3 {
            assert_eq!(client.get("/api/session").await.0, 200);
        }
        let answer = client.send(Method::GET, "/api/session", None).await;
        assert_eq!((answer.status, answer.code()), (429, "too_many_requests"));
        assert!(answer.header("retry-after").parse::<u64>().expect("seconds") > 0);
        assert_eq!(app.citizen("first-due").await.get("/api/session").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    on_sqlite_with(ServerOverrides::default(), async |app| {
        for path in ["/api/session", "/api/nothing", "/", "/nothing", "/healthz"] {
            let answer = app.anonymous().send(Method::GET, path, None).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("frame-ancestors 'self'"), "{path}");
            assert!(!policy.contains("unsafe-inline"), "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            if path.starts_with("/api") {
                assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
            }
        }
    })
    .await;
}

on_both_databases!(i8_test_numbers_are_for_demonstrations_and_test_mode, async |app: TestApp| {
    const TEST_NUMBER: &str = "6101801000";
    assert!(parse_cpr(&app.state, TEST_NUMBER).is_ok());
    let real = AppState { demo: false, ..app.state.clone() };
    assert_eq!(parse_cpr(&real, TEST_NUMBER), Err(CprError::TestNumber));
    let testing = app.configured(|config| config.server.test_mode = true);
    let testing = AppState { demo: false, ..testing.state.clone() };
    assert!(parse_cpr(&testing, TEST_NUMBER).is_ok());
});

on_both_databases!(i8_a_citizens_row_prints_no_cpr, async |app: TestApp| {
    let people = citizen::Entity::find().all(app.state.db.read()).await.expect("citizens");
    let printed = format!("{people:?}");
    assert!(people.iter().all(|person| !printed.contains(person.cpr.expose_digits())));
});
