//! A caseworker looks at a citizen's pages: they are the citizen's, nothing can be changed (I6),
//! and the citizen sees the look with its reason (I7).

use axum::body::Body;
use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use contract::paths::{self, PREVIEW_HEADER, STAFF_PREVIEWS};
use genvej_server::db::entities::preview;
use genvej_server::http::router::document;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::retention_plan::three;
use crate::support::{Client, TestApp};

/// Every operation of the API, with ids filled in.
pub fn operations() -> Vec<(Method, String)> {
    let document = serde_json::to_value(document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let mut operations = Vec::new();
    for (path, item) in paths {
        let path = path
            .replace("{id}", "01a20000-0000-7000-8000-000000000000")
            .replace("{form}", "job-plan")
            .replace("{number}", "1");
        for method in item.as_object().expect("operations").keys() {
            let method: Method = method.to_uppercase().parse().expect("a method");
            operations.push((method, path.clone()));
        }
    }
    operations
}

/// Opens a preview of a case.
pub fn of_case(case: CaseId, reason: &str) -> Value {
    json!({ "of": { "kind": "case", "case_id": case }, "reason": reason })
}

async fn looks(citizen: &Client) -> Vec<Value> {
    let log = citizen.get(paths::CITIZEN_ACCESS_LOG).await.1;
    log["entries"].as_array().expect("entries").clone()
}

on_both_databases!(i6_every_change_is_refused_in_a_preview, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let of_sample = json!({ "of": { "kind": "sample", "situation": "booked" } });
    for body in [of_case(case, ""), of_sample] {
        let preview = hanne.opens_preview(&body).await;
        let changes: Vec<_> =
            operations().into_iter().filter(|(method, _)| method != Method::GET).collect();
        assert!(changes.len() > 30);
        for (method, path) in changes {
            let answer = preview.send(method.clone(), &path, None).await;
            assert_eq!(
                (answer.status, answer.code()),
                (403, "preview_is_read_only"),
                "{method} {path}"
            );
        }
    }
});

on_both_databases!(a_preview_sees_what_the_citizen_sees, async |app: TestApp| {
    let keys = ["first-due", "next-due", "booked", "overdue", "exempt", "standby", "closed"];
    let mine = app.caseworker("team-leader").await;
    for key in keys.into_iter().chain(["withdrawn", "video-locked", "no-employer"]) {
        let citizen = app.citizen(key).await;
        let preview = mine.opens_preview(&of_case(app.case_of(key).await, "Vi ser på den.")).await;
        let overview = citizen.get(paths::CITIZEN_OVERVIEW).await.1;
        let mut all: Vec<String> = [
            paths::CITIZEN_OVERVIEW,
            paths::CITIZEN_BOOKING_OPTIONS,
            paths::CITIZEN_ROUND_TABLE_TIMES,
        ]
        .map(str::to_owned)
        .to_vec();
        all.extend(
            ["phone", "video", "in_person"].map(|c| format!("/api/citizen/times?channel={c}")),
        );
        if let Some(id) = overview["next_booking"]["id"].as_str() {
            all.push(format!("/api/citizen/bookings/{id}"));
            all.push(format!("/api/citizen/bookings/{id}/calendar.ics"));
        }
        for path in all {
            let (seen, own) = (
                preview.send(Method::GET, &path, None).await,
                citizen.send(Method::GET, &path, None).await,
            );
            // A calendar file names its time zone anew each time.
            let part = |text: &str| text.split("BEGIN:VEVENT").last().map(str::to_owned);
            assert_eq!((own.status, part(&own.text)), (200, part(&seen.text)), "{key} {path}");
        }
        let log = paths::CITIZEN_ACCESS_LOG;
        assert_eq!(preview.get(log).await, citizen.get(log).await, "{key}");
    }
});

on_both_databases!(what_is_not_sent_is_for_nobody_else, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let jonas = app.citizen("next-due").await;
    let draft = json!({ "version": 0, "participants": [], "topics": [], "note": "HEMMELIGT" });
    assert_eq!(jonas.put(paths::CITIZEN_BOOKING_DRAFT, &draft).await.0, 200);
    let preview = app.preview("caseworker-1", case).await;
    for (method, path) in operations() {
        if method == Method::GET && path.starts_with("/api/citizen/") {
            let answer = preview.send(method, &path, None).await;
            assert!(!answer.text.contains("HEMMELIGT"), "{path}");
        }
    }
    let plan = preview.get(paths::CITIZEN_JOB_PLAN).await.1;
    let own = jonas.get(paths::CITIZEN_JOB_PLAN).await.1;
    assert_eq!(plan["draft"]["fields"], json!([]));
    for same in ["required", "legs", "employer", "caseworker", "activities", "next_conversation"] {
        assert_eq!(plan[same], own[same], "{same}");
    }
});

on_both_databases!(what_the_municipality_has_got_is_all_there, async |app: TestApp| {
    // Line's plan has been sent to the municipality.
    let line = app.citizen("exempt").await;
    let preview = app.preview("caseworker-1", app.case_of("exempt").await).await;
    let of = async |client: &Client| client.get(paths::CITIZEN_RETENTION_PLAN).await.1;
    assert_eq!(of(&preview).await, of(&line).await);
    let version = paths::citizen_retention_version(1);
    assert_eq!(preview.get(&version).await, line.get(&version).await);
});

on_both_databases!(a_plan_that_the_municipality_has_not_got_is_said_to_be, async |app: TestApp| {
    let three = three(&app).await;
    let says = async || {
        let (status, opened) = three.hanne.post(STAFF_PREVIEWS, &of_case(three.case, "")).await;
        assert_eq!(status, 201, "{opened}");
        let id = opened["id"].as_str().expect("an id");
        let shown = three.hanne.get(&format!("{STAFF_PREVIEWS}/{id}")).await.1;
        assert_eq!(shown["plan_not_sent"], opened["plan_not_sent"]);
        shown["plan_not_sent"].clone()
    };
    assert_eq!(says().await, false, "there is none");
    three.approved().await;
    assert_eq!(says().await, true, "its pages do not show it");
    three.citizen(&json!({ "move": "submit", "version": 1 })).await;
    assert_eq!(says().await, false);
});

on_both_databases!(a_preview_is_a_header_and_leaves_the_session_alone, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let preview = hanne.opens_preview(&of_case(case, "")).await;
    let kind =
        async |client: &Client| client.get(paths::SESSION).await.1["signed_in"]["role"].clone();
    let role = kind(&preview).await;
    assert_eq!((&role["kind"], &role["case_id"]), (&json!("preview"), &json!(case)));
    let answer = preview.send(Method::GET, paths::STAFF_CASES, None).await;
    assert_eq!((answer.status, answer.code()), (403, "not_allowed"));
    // Another tab.
    assert_eq!(kind(&hanne).await["kind"], "caseworker");
    assert_eq!(hanne.get(paths::STAFF_CASES).await.0, 200);
    assert_eq!(hanne.get(paths::CITIZEN_OVERVIEW).await.0, 403, "not without its name");
});

on_both_databases!(the_pages_bear_the_citizens_name, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let signed_in = async |client: &Client| client.get(paths::SESSION).await.1["signed_in"].clone();
    let me = signed_in(&hanne).await;
    let sample = |on: &str| json!({ "of": { "kind": "sample", "situation": "booked" }, "on": on });
    for (body, name) in [
        (of_case(app.case_of("next-due").await, ""), Some("Jonas Bak")),
        (sample("2026-12-01"), None),
        (sample("2027-03-03"), None),
    ] {
        let opened = hanne.post(STAFF_PREVIEWS, &body).await.1;
        let citizen = name.map_or(opened["citizen"].clone(), Value::from);
        assert!(citizen.is_string() && citizen != me["name"], "{opened}");
        let preview = hanne.in_preview(opened["id"].as_str().expect("an id"));
        let seen = signed_in(&preview).await;
        assert_eq!(seen["name"], citizen);
        assert_eq!(seen["role"]["caseworker_id"], me["role"]["caseworker_id"], "who looks");
    }
    assert_eq!(signed_in(&hanne).await, me, "their own pages stay theirs");
});

on_both_databases!(a_preview_is_of_the_session_that_opened_it, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let opened = hanne.post(STAFF_PREVIEWS, &of_case(case, "")).await.1;
    let id = opened["id"].as_str().expect("an id");
    assert_eq!(opened["citizen"], "Jonas Bak");
    let own = format!("{STAFF_PREVIEWS}/{id}");
    assert_eq!(hanne.get(&own).await, (200, opened.clone()));
    let nothing = "01a20000-0000-7000-8000-000000000000";
    for (client, id) in [
        (app.caseworker("caseworker-1").await, id),
        (app.caseworker("caseworker-2").await, id),
        (app.citizen("next-due").await, id),
        (app.employer().await, id),
        (hanne.clone(), nothing),
        (hanne.clone(), "x"),
        (hanne.clone(), ""),
    ] {
        for path in [paths::CITIZEN_OVERVIEW, paths::STAFF_CASES, paths::SESSION] {
            let answer = client.in_preview(id).send(Method::GET, path, None).await;
            assert_eq!((answer.status, answer.code()), (403, "preview_closed"), "{id} {path}");
        }
    }
    let twice = hanne.in_preview(id).request(Method::GET, paths::CITIZEN_OVERVIEW);
    let twice = twice.header(PREVIEW_HEADER, id).body(Body::empty()).expect("a request");
    assert_eq!(hanne.call(twice).await.code(), "preview_closed", "said twice");
    let stranger = app.caseworker("caseworker-2").await;
    assert_eq!(stranger.get(&own).await.0, 404);
    assert_eq!(stranger.delete(&own).await.0, 204, "nothing of theirs is there");
    assert_eq!(hanne.in_preview(id).get(paths::CITIZEN_OVERVIEW).await.0, 200);
    assert_eq!(app.anonymous().in_preview(id).get(paths::CITIZEN_OVERVIEW).await.0, 401);
});

on_both_databases!(a_preview_ends_when_it_is_closed_and_with_its_session, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let open = async || preview::Entity::find().count(app.state.db.read()).await.expect("a count");
    let hanne = app.caseworker("caseworker-1").await;
    let opened = hanne.post(STAFF_PREVIEWS, &of_case(case, "")).await.1;
    let own = format!("{STAFF_PREVIEWS}/{}", opened["id"].as_str().expect("an id"));
    assert_eq!(hanne.delete(&own).await.0, 204);
    assert_eq!((open().await, hanne.get(&own).await.0), (0, 404));
    hanne.opens_preview(&of_case(case, "")).await;
    assert_eq!(hanne.delete(paths::SESSION).await.0, 204);
    assert_eq!(open().await, 0, "signed out");
    app.caseworker("caseworker-1").await.opens_preview(&of_case(case, "")).await;
    app.pass(TimeDelta::hours(13));
    app.citizen("next-due").await;
    assert_eq!(open().await, 0, "the session has run out");
});

on_both_databases!(i7_the_look_is_in_the_log_with_its_reason, async |app: TestApp| {
    let (withdrawn, own) = (app.case_of("withdrawn").await, app.case_of("next-due").await);
    let hanne = app.caseworker("caseworker-1").await;
    for reason in ["", "  ", &"x".repeat(501)] {
        let refused = hanne.post(STAFF_PREVIEWS, &of_case(withdrawn, reason)).await;
        assert_eq!((refused.0, &refused.1["errors"][0]["field"]), (422, &json!("reason")));
    }
    let mette = app.citizen("withdrawn").await;
    let before = looks(&mette).await.len();
    let preview = hanne.opens_preview(&of_case(withdrawn, " Thomas er syg i dag. ")).await;
    for _ in 0..3 {
        assert_eq!(preview.get(paths::CITIZEN_OVERVIEW).await.0, 200);
    }
    let seen = looks(&mette).await;
    assert_eq!(seen.len(), before + 1, "within a minute it is one look");
    assert_eq!((&seen[0]["what"], &seen[0]["name"]), (&json!("preview"), &json!("Hanne Ravn")));
    assert_eq!(seen[0]["reason"], "Thomas er syg i dag.");
    let file = mette.get(paths::CITIZEN_DATA).await.1;
    assert_eq!(file["cases"][0]["access_log"][0]["reason"], "Thomas er syg i dag.");
    app.pass(TimeDelta::seconds(61));
    preview.get(paths::CITIZEN_JOB_PLAN).await;
    assert_eq!(looks(&mette).await.len(), before + 2, "a minute later it is another");
    hanne.opens_preview(&of_case(withdrawn, "Igen.")).await;
    assert_eq!(looks(&mette).await.len(), before + 3, "for another reason as well");
    let jonas = app.citizen("next-due").await;
    hanne.opens_preview(&of_case(own, "")).await;
    assert_eq!(looks(&jonas).await[0]["reason"], Value::Null, "none is asked for of one's own");
});

on_both_databases!(i7_what_the_onlooker_asks_is_a_look_with_its_reason, async |app: TestApp| {
    let case = app.case_of("withdrawn").await;
    let hanne = app.caseworker("caseworker-1").await;
    let opened = hanne.post(STAFF_PREVIEWS, &of_case(case, "Thomas er syg i dag.")).await.1;
    let own = format!("{STAFF_PREVIEWS}/{}", opened["id"].as_str().expect("an id"));
    let mette = app.citizen("withdrawn").await;
    for path in [own.clone(), format!("{own}/hidden-times?channel=phone")] {
        app.pass(TimeDelta::seconds(61));
        let before = looks(&mette).await.len();
        for _ in 0..2 {
            assert_eq!(hanne.get(&path).await.0, 200, "{path}");
        }
        let after = looks(&mette).await;
        assert_eq!(after.len(), before + 1, "{path}");
        assert_eq!(after[0]["what"], "preview", "{path}");
        assert_eq!(after[0]["reason"], "Thomas er syg i dag.", "{path}");
    }
});

on_both_databases!(another_teams_cases_do_not_exist, async |app: TestApp| {
    let case = app.case_of("no-times").await;
    let hanne = app.caseworker("caseworker-1").await;
    let refused = hanne.post(STAFF_PREVIEWS, &of_case(case, "Jeg er nysgerrig.")).await;
    assert_eq!((refused.0, &refused.1["code"]), (404, &json!("not_found")));
    assert_eq!(looks(&app.citizen("no-times").await).await, [Value::Null; 0]);
    for client in [app.citizen("next-due").await, app.employer().await] {
        let refused = client.post(STAFF_PREVIEWS, &of_case(case, "x")).await;
        assert_eq!((refused.0, &refused.1["code"]), (403, &json!("not_allowed")));
    }
});

on_both_databases!(i11_a_preview_of_nonsense_is_refused, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let with = |extra: Value| {
        let mut body = of_case(case, "");
        body.as_object_mut().expect("an object").extend(extra.as_object().expect("one").clone());
        body
    };
    for (body, status, field) in [
        (json!({ "of": { "kind": "sample", "situation": "ordinary" } }), 422, "of"),
        (json!({ "of": { "kind": "sample", "situation": "rich" } }), 400, ""),
        (json!({ "of": { "kind": "case" } }), 400, ""),
        (json!({}), 400, ""),
        (with(json!({ "on": "2026-11-30" })), 422, "on"),
        (with(json!({ "on": "9999-01-01" })), 422, "on"),
        (with(json!({ "on": "2026-02-30" })), 400, ""),
        (with(json!({ "more": 1 })), 400, ""),
    ] {
        let (got, problem) = hanne.post(STAFF_PREVIEWS, &body).await;
        assert_eq!(got, status, "{body}: {problem}");
        assert_eq!(problem["errors"][0]["field"].as_str().unwrap_or_default(), field, "{body}");
    }
    assert_eq!(preview::Entity::find().count(app.state.db.read()).await.expect("a count"), 0);
});
