//! What opening a preview takes, what ends one, and what it leaves behind.

use std::collections::BTreeMap;

use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::db::entities::{caseworker, preview, sickness_case};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseBackend, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    Statement,
};
use serde_json::{Value, json};

use crate::preview::{of_case, operations};
use crate::preview_calendar::with;
use crate::support::{Client, TestApp};

async fn open_previews(app: &TestApp) -> u64 {
    preview::Entity::find().count(app.state.db.read()).await.expect("a count")
}

on_both_databases!(i3_a_preview_opened_twice_is_opened_once, async |app: TestApp| {
    let (case, hanne) = (app.case_of("booked").await, app.caseworker("caseworker-1").await);
    let body = of_case(case, "Vi taler om siden.");
    let sofie = app.citizen("booked").await;
    let looks = async || {
        let log = sofie.get(paths::CITIZEN_ACCESS_LOG).await.1;
        log["entries"].as_array().expect("entries").len()
    };
    let before = looks().await;
    let once = hanne.post_with_key(STAFF_PREVIEWS, "preview-key", &body).await;
    assert_eq!(once.0, 201, "{}", once.1);
    assert_eq!(hanne.post_with_key(STAFF_PREVIEWS, "preview-key", &body).await, once);
    assert_eq!((open_previews(&app).await, looks().await), (1, before + 1));

    let other = of_case(case, "Noget andet.");
    let reused = hanne.post_with_key(STAFF_PREVIEWS, "preview-key", &other).await;
    assert_eq!(reused.1["code"], "idempotency_key_reused");
    // Another browser's preview would be no use to it: a preview is of one session.
    let elsewhere = app.caseworker("caseworker-1").await;
    let reused = elsewhere.post_with_key(STAFF_PREVIEWS, "preview-key", &body).await;
    assert_eq!(reused.1["code"], "idempotency_key_reused");
    let without = hanne.request(Method::POST, STAFF_PREVIEWS);
    let without = without.header("content-type", "application/json");
    let without = without.body(body.to_string().into()).expect("a request");
    assert_eq!(hanne.call(without).await.code(), "idempotency_key_missing");

    let sample = json!({ "of": { "kind": "sample", "situation": "booked" } });
    let once = hanne.post_with_key(STAFF_PREVIEWS, "sample-key", &sample).await;
    assert_eq!(hanne.post_with_key(STAFF_PREVIEWS, "sample-key", &sample).await, once);
    assert_eq!(open_previews(&app).await, 2);
});

on_both_databases!(i11_a_day_without_rules_is_not_opened, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let app = app.configured(|config| {
        let last = config.municipality.contact_rule_sets.last_mut().expect("a rule set");
        last.valid_to = Some("2026-12-31".parse().expect("a day"));
        config.municipality.contact_rule_sets.drain(..1);
    });
    let hanne = app.caseworker("caseworker-1").await;
    let sample = json!({ "of": { "kind": "sample", "situation": "booked" } });
    for body in [of_case(case, ""), sample] {
        let (status, problem) = hanne.post(STAFF_PREVIEWS, &with(&body, "on", "2027-01-01")).await;
        assert_eq!(status, 422, "{problem}");
        let error = &problem["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!("on"), &json!("unknown")));
        assert_eq!(hanne.post(STAFF_PREVIEWS, &with(&body, "on", "2026-12-31")).await.0, 201);
    }
});

/// Gives a case to somebody, past every rule.
async fn give(app: &TestApp, case: CaseId, whose: &caseworker::Model) {
    sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::CaseworkerId, Expr::value(whose.id))
        .filter(sickness_case::Column::Id.eq(case.0))
        .exec(app.state.db.read())
        .await
        .expect("given");
}

async fn colleague(app: &TestApp, key: &str) -> caseworker::Model {
    let row = caseworker::Entity::find().filter(caseworker::Column::DemoKey.eq(key));
    row.one(app.state.db.read()).await.expect("an answer").expect("a caseworker")
}

/// How a preview answers, on its pages and to its onlooker.
async fn answers(hanne: &Client, id: &str) -> Vec<(u16, Value)> {
    let own = format!("{STAFF_PREVIEWS}/{id}");
    let why = format!("{own}/hidden-times?channel=phone");
    let pages = hanne.in_preview(id).get(paths::CITIZEN_OVERVIEW).await;
    let all = [pages, hanne.get(&own).await, hanne.get(&why).await];
    all.into_iter().map(|(status, mut answer)| (status, answer["code"].take())).collect()
}

on_both_databases!(a_preview_ends_when_the_case_is_given_away, async |app: TestApp| {
    let case = app.case_of("next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let open = async |reason: &str| {
        let opened = hanne.post(STAFF_PREVIEWS, &of_case(case, reason)).await.1;
        opened["id"].as_str().expect("an id").to_owned()
    };
    let (own, with_reason) = (open("").await, open("Jonas og jeg taler om siden.").await);
    give(&app, case, &colleague(&app, "caseworker-2").await).await;
    let closed = (403, json!("preview_closed"));
    assert_eq!(answers(&hanne, &own).await, vec![closed.clone(); 3], "a reason is asked for now");
    assert_eq!(answers(&hanne, &with_reason).await, vec![(200, Value::Null); 3], "it has one");
    assert_eq!(hanne.post(STAFF_PREVIEWS, &of_case(case, "")).await.0, 422);

    let elsewhere = caseworker::Entity::find().filter(caseworker::Column::Team.ne("Sygedagpenge"));
    let elsewhere = elsewhere.one(app.state.db.read()).await.expect("an answer").expect("one");
    give(&app, case, &elsewhere).await;
    let jonas = app.citizen("next-due").await;
    let looks = async || jonas.get(paths::CITIZEN_ACCESS_LOG).await.1["entries"].clone();
    let before = looks().await;
    app.pass(TimeDelta::seconds(61));
    for id in [own, with_reason] {
        assert_eq!(answers(&hanne, &id).await, vec![closed.clone(); 3], "it is another team's");
    }
    assert_eq!(looks().await, before, "nothing was seen");
});

on_both_databases!(a_sample_stays_who_it_is_past_midnight, async |app: TestApp| {
    app.set_time("2026-12-01T22:50:00Z");
    let hanne = app.caseworker("caseworker-1").await;
    let body = json!({ "of": { "kind": "sample", "situation": "booked" } });
    let opened = hanne.post(STAFF_PREVIEWS, &body).await.1;
    let id = opened["id"].as_str().expect("an id");
    let pages = hanne.in_preview(id);
    let before = pages.get(paths::CITIZEN_OVERVIEW).await.1;
    assert_eq!((&opened["on"], &before["today"]), (&json!("2026-12-01"), &json!("2026-12-01")));
    app.pass(TimeDelta::minutes(20));
    assert_eq!(pages.get(paths::CITIZEN_OVERVIEW).await.1, before);
    let shown = hanne.get(&format!("{STAFF_PREVIEWS}/{id}")).await.1;
    assert_eq!((&shown["case_id"], &shown["on"]), (&opened["case_id"], &opened["on"]));
    assert_eq!(shown["other_day"], true, "it is the second by now");
});

on_both_databases!(samples_of_many_days_do_not_wait_for_each_other, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let open = async |day: u32| {
        let body = json!({ "of": { "kind": "sample", "situation": "booked" } });
        let body = with(&body, "on", format!("2026-12-{day:02}"));
        let (status, opened) = hanne.post(STAFF_PREVIEWS, &body).await;
        assert_eq!(status, 201, "{opened}");
        opened["case_id"].clone()
    };
    let (one, other, same) = tokio::join!(open(10), open(11), open(10));
    assert_eq!(one, same);
    assert_ne!(one, other);
});

/// Everything stored but looks and sessions, by table.
async fn stored(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let db = app.state.db.read();
    let names = match app.state.db.backend() {
        DatabaseBackend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        }
        _ => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let all = async |sql: String| {
        let statement = Statement::from_string(app.state.db.backend(), sql);
        Value::find_by_statement(statement).all(db).await.expect("rows")
    };
    let mut tables = BTreeMap::new();
    for table in all(names.to_owned()).await {
        let name = table["name"].as_str().expect("a name").to_owned();
        if !["access_log", "session"].contains(&name.as_str()) {
            let rows = all(format!("SELECT * FROM \"{name}\"")).await;
            let mut rows: Vec<String> = rows.iter().map(Value::to_string).collect();
            rows.sort_unstable();
            tables.insert(name, rows);
        }
    }
    tables
}

on_both_databases!(i6_reading_every_page_of_a_preview_stores_nothing, async |app: TestApp| {
    let (case, hanne) = (app.case_of("booked").await, app.caseworker("caseworker-1").await);
    let sofie = app.citizen("booked").await;
    let overview = sofie.get(paths::CITIZEN_OVERVIEW).await.1;
    let booking = overview["next_booking"]["id"].as_str().expect("a booking").to_owned();
    let sample = json!({ "of": { "kind": "sample", "situation": "booked" } });
    let me = hanne.get(paths::SESSION).await.1["signed_in"]["role"]["caseworker_id"].clone();
    let span = json!({ "from": "2026-12-07", "to": "2026-12-18" });
    let calendar = json!({ "caseworker_id": me, "span": span });
    let own = of_case(case, "");
    let unpublished = with(&with(&own, "calendar", calendar), "on", "2026-12-03");
    for body in [own, unpublished, sample] {
        let opened = hanne.post(STAFF_PREVIEWS, &body).await.1;
        let id = opened["id"].as_str().expect("an id").to_owned();
        let pages = hanne.in_preview(&id);
        let before = stored(&app).await;
        assert!(before.len() > 20 && before["time_slot"].len() > 100, "there is much to change");
        let mut read = 0;
        let gets = operations().into_iter().filter(|(method, _)| method == Method::GET);
        for (_, path) in gets {
            let nothing = "01a20000-0000-7000-8000-000000000000";
            let known = match path.as_str() {
                path if path.starts_with(STAFF_PREVIEWS) => path.replace(nothing, &id),
                path if path.starts_with("/api/staff/cases") => {
                    path.replace(nothing, &case.to_string())
                }
                path => path.replace(nothing, &booking),
            };
            let query = if known.ends_with("times") { "?channel=phone" } else { "" };
            let answer = pages.send(Method::GET, &format!("{known}{query}"), None).await;
            read += usize::from(answer.status == 200);
        }
        assert!(read > 12, "{read} pages");
        let after = stored(&app).await;
        for (table, rows) in &before {
            assert_eq!(&after[table], rows, "{table}");
        }
        assert_eq!(after.len(), before.len());
    }
});
