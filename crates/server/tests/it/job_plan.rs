//! A plan is private, then shared, opened, shared again; and what staff never see.

use axum::http::Method;
use contract::ids::CaseId;
use genvej_server::db::entities::sickness_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::form_drafts::{DRAFT, type_in};
use crate::support::{Client, TestApp};

/// The citizen's plan.
pub const PLAN: &str = "/api/citizen/job-plan";
/// What was shared of it.
pub const VERSIONS: &str = "/api/citizen/job-plan/versions";

/// Shares what is typed.
pub async fn share(client: &Client, draft_version: u32) -> (u16, Value) {
    client.post(VERSIONS, &json!({ "draft_version": draft_version })).await
}

fn withdrawal(number: u32) -> String {
    format!("{VERSIONS}/{number}/withdrawal")
}

/// What staff read and write of a case.
pub fn of(case: CaseId, what: &str) -> String {
    format!("/api/staff/cases/{case}/{what}")
}

/// Maja has a plan with a step, shared as version 1.
pub async fn shared_once(app: &TestApp) -> (Client, Client, CaseId) {
    let maja = app.citizen("first-due").await;
    let draft = type_in(
        &maja,
        0,
        &[
            ("goal", "Gartner i Tivoli, 10 timer om ugen"),
            ("a.steps.s1.what", "Ringe til chefen"),
            ("a.steps.s1.who", "Mig"),
            ("a.steps.s1.when", "2026-12-10"),
        ],
    )
    .await;
    assert_eq!(share(&maja, draft).await.0, 201);
    let case = app.case_of("first-due").await;
    (maja, app.caseworker("caseworker-1").await, case)
}

on_both_databases!(a_shared_version_is_what_was_seen_and_stays_so, async |app: TestApp| {
    let maja = app.citizen("first-due").await;
    let seen = type_in(&maja, 0, &[("goal", "Gartner")]).await;
    let other_phone = app.citizen("first-due").await;
    let newer = type_in(&other_phone, 0, &[("a.sure", "7")]).await;
    let (status, problem) = share(&maja, seen).await;
    assert_eq!((status, &problem["code"]), (409, &json!("stale_version")));
    let (status, shared) = share(&maja, newer).await;
    assert_eq!((status, &shared["version"]["number"]), (201, &json!(1)));
    assert_eq!(shared["version"]["state"], json!({ "kind": "unopened" }));
    assert_eq!(shared["plan"]["legs"][0]["sure"], 7);
    type_in(&maja, 1, &[("goal", "Noget andet")]).await;
    let read = maja.get(&format!("{VERSIONS}/1")).await.1;
    assert_eq!(read, shared, "frozen");
    let page = maja.get(PLAN).await.1;
    assert_eq!(page["draft"]["version"], json!(3));
    assert_eq!(page["latest"], shared);
});

on_both_databases!(what_cannot_be_read_is_mended_before_it_is_shared, async |app: TestApp| {
    let maja = app.citizen("first-due").await;
    let (status, problem) = share(&maja, 0).await;
    assert_eq!((status, &problem["code"]), (422, &json!("invalid_fields")));
    assert_eq!(problem["errors"], json!([{ "field": "goal", "code": "missing" }]));
    let typed = [
        ("a.steps.s1.when", "2026-02-30"),
        ("return.normal", "37"),
        ("return.now", "38"),
        ("ramp.r1.from", "2026-12-07"),
        ("ramp.r1.to", "2026-12-01"),
        ("ramp.r1.hours", "mange"),
        ("b.sure", "11"),
    ];
    let draft = type_in(&maja, 0, &typed).await;
    let problem = share(&maja, draft).await.1;
    let mut fields: Vec<&str> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| error["field"].as_str().expect("a field"))
        .collect();
    fields.sort_unstable();
    let expected = ["a.steps.s1.what", "a.steps.s1.when", "b.sure", "ramp.r1.hours", "return.now"];
    assert_eq!(fields, expected);
    assert_eq!(maja.get(PLAN).await.1["versions"], json!([]));
});

on_both_databases!(nothing_new_is_not_shared_again, async |app: TestApp| {
    let (maja, _, _) = shared_once(&app).await;
    let (status, problem) = share(&maja, 1).await;
    assert_eq!((status, &problem["code"]), (409, &json!("nothing_to_share")));
    let draft = type_in(&maja, 0, &[("talk", "Om timer")]).await;
    let problem = share(&maja, draft).await.1;
    assert_eq!(problem["code"], "nothing_to_share", "what to talk about is not of the plan");
    let draft = type_in(&maja, 0, &[("c.job", "Postbud")]).await;
    assert_eq!(share(&maja, draft).await.1["version"]["number"], 2);
});

on_both_databases!(i3_sharing_sent_again_shares_once, async |app: TestApp| {
    let maja = app.citizen("first-due").await;
    let draft = type_in(&maja, 0, &[("goal", "Gartner")]).await;
    let body = json!({ "draft_version": draft });
    let first = maja.post_with_key(VERSIONS, "share-key-1", &body).await;
    assert_eq!(first.0, 201);
    assert_eq!(maja.post_with_key(VERSIONS, "share-key-1", &body).await, first);
    assert_eq!(maja.get(PLAN).await.1["versions"].as_array().map(Vec::len), Some(1));
});

on_both_databases!(the_caseworker_never_sees_the_draft, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    type_in(&maja, 1, &[("goal", "HEMMELIGT"), ("talk", "HEMMELIGT")]).await;
    for path in [
        format!("/api/staff/cases/{case}"),
        of(case, "job-plan"),
        of(case, "job-plan?version=1"),
        "/api/staff/cases".to_owned(),
        "/api/staff/calendar".to_owned(),
    ] {
        let answer = hanne.send(Method::GET, &path, None).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.text.contains("HEMMELIGT"), "{path}");
    }
    for (path, status) in [(DRAFT, 403), (PLAN, 403), (&*format!("{VERSIONS}/1"), 403)] {
        assert_eq!(hanne.get(path).await.0, status, "{path}");
    }
});

on_both_databases!(a_version_taken_back_was_never_there_for_staff, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let (status, version) = maja.post(&withdrawal(1), &json!({})).await;
    assert_eq!((status, &version["state"]["kind"]), (200, &json!("taken_back")));
    assert_eq!(maja.post(&withdrawal(1), &json!({})).await, (status, version), "sent again (I3)");
    let page = hanne.get(&of(case, "job-plan")).await.1;
    assert_eq!((&page["shown"], &page["versions"]), (&Value::Null, &json!([])));
    assert_eq!(page["goal"], "missing");
    for path in [of(case, "job-plan?version=1"), of(case, "job-plan?version=4294967295")] {
        assert_eq!(hanne.get(&path).await.0, 404, "{path}");
    }
    let comment = json!({ "version": 1, "section": "goal", "text": "Godt." });
    assert_eq!(hanne.post(&of(case, "job-plan/comments"), &comment).await.0, 404);
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    assert_eq!(details["job_plan"]["latest"], Value::Null);
    let again = share(&maja, 1).await.1;
    assert_eq!(again["version"]["number"], 2, "its number is not used again");
    assert_eq!(again["previous"], Value::Null, "nothing to compare with");
    assert_eq!(maja.get(&format!("{VERSIONS}/1")).await.0, 200, "it stays the citizen's");
});

on_both_databases!(what_was_opened_cannot_be_taken_back, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    hanne.get(&format!("/api/staff/cases/{case}")).await;
    hanne.get("/api/staff/cases").await;
    let state = async |maja: &Client| maja.get(PLAN).await.1["versions"][0]["state"].clone();
    assert_eq!(state(&maja).await["kind"], "unopened", "the case page opens nothing");
    let page = hanne.get(&of(case, "job-plan")).await.1;
    assert_eq!(page["shown"]["plan"]["goal"], "Gartner i Tivoli, 10 timer om ugen");
    assert_eq!((&page["goal"], &page["required"]), (&json!("concrete"), &json!(false)));
    let opened = state(&maja).await;
    assert_eq!(opened["kind"], "opened");
    let (status, problem) = maja.post(&withdrawal(1), &json!({})).await;
    assert_eq!((status, &problem["code"]), (409, &json!("already_opened")));
    app.pass(chrono::TimeDelta::minutes(5));
    hanne.get(&of(case, "job-plan")).await;
    assert_eq!(state(&maja).await, opened, "the first time counts");
    for number in ["2", "0", "-1", "x", "4294967295", "99999999999"] {
        let path = format!("{VERSIONS}/{number}/withdrawal");
        assert_eq!(maja.post(&path, &json!({})).await.0, 404, "{number}");
    }
});

on_both_databases!(a_plan_is_required_only_where_a_rule_set_says_so, async |app: TestApp| {
    let required = async |app: &TestApp, key: &str| {
        app.citizen(key).await.get(PLAN).await.1["required"].clone()
    };
    for (key, expected) in
        [("no-employer", true), ("next-due", false), ("exempt", false), ("closed", false)]
    {
        assert_eq!(required(&app, key).await, json!(expected), "{key}");
    }
    let stricter = app.configured(|config| {
        for set in &mut config.municipality.contact_rule_sets {
            set.min_plan_required_if_employed = true;
            set.min_plan_required_if_unemployed = false;
        }
    });
    for (key, expected) in
        [("no-employer", false), ("next-due", true), ("exempt", false), ("closed", false)]
    {
        assert_eq!(required(&stricter, key).await, json!(expected), "{key}");
    }
});

on_both_databases!(in_a_closed_case_nothing_is_shared_or_answered, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let booking = app.citizen("booked").await.get(PLAN).await.1;
    assert_eq!(booking["case_closed"], false);
    sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::ClosedOn, app.state.clock.today().into())
        .filter(sickness_case::Column::Id.eq(case.0))
        .exec(app.state.db.read())
        .await
        .expect("closed");
    assert_eq!(maja.get(PLAN).await.1["case_closed"], true);
    let comment = json!({ "version": 1, "section": "goal", "text": "x" });
    let agree = json!({ "version": 1, "leg": "a", "step": "s1", "agreed": true });
    let walk = json!({
        "kind": "health", "description": "Gåhold", "place": "", "from": "2026-12-01",
        "to": null, "hours": null, "responsible": "",
    });
    for (client, path, body) in [
        (&maja, VERSIONS.to_owned(), json!({ "draft_version": 1 })),
        (&maja, withdrawal(1), json!({})),
        (&hanne, of(case, "job-plan/comments"), comment),
        (&hanne, of(case, "job-plan/agreed-steps"), agree),
        (&hanne, of(case, "activities"), walk),
    ] {
        let (status, problem) = client.post(&path, &body).await;
        assert_eq!((status, &problem["code"]), (409, &json!("case_closed")), "{path}");
    }
    assert_eq!(hanne.get(&of(case, "job-plan")).await.1["case_closed"], true);
});

on_both_databases!(i6_a_preview_shows_what_was_opened_and_opens_nothing, async |app: TestApp| {
    let (maja, hanne, case) = shared_once(&app).await;
    let preview = app.preview("caseworker-1", case).await;
    let page = preview.get(PLAN).await.1;
    assert_eq!(page["draft"], json!({ "version": 0, "fields": [] }));
    assert_eq!(page["latest"], Value::Null, "nobody has opened it");
    assert_eq!(page["versions"][0]["state"]["kind"], "unopened");
    assert_eq!(preview.get(&format!("{VERSIONS}/1")).await.0, 404);
    assert_eq!(maja.get(PLAN).await.1["versions"][0]["state"]["kind"], "unopened");
    hanne.get(&of(case, "job-plan")).await;
    let shown = preview.get(PLAN).await.1["latest"].clone();
    assert_eq!(shown, maja.get(PLAN).await.1["latest"]);
    assert_eq!(preview.get(&format!("{VERSIONS}/1")).await.1, shown);
    let draft = type_in(&maja, 1, &[("goal", "HEMMELIGT")]).await;
    share(&maja, draft).await;
    maja.post(&withdrawal(2), &json!({})).await;
    assert!(!preview.send(Method::GET, PLAN, None).await.text.contains("HEMMELIGT"));
    assert_eq!(preview.get(PLAN).await.1["versions"].as_array().map(Vec::len), Some(1));
    assert_eq!(preview.get(&format!("{VERSIONS}/2")).await.0, 404);
});

on_both_databases!(the_demonstration_shows_each_state_of_a_plan, async |app: TestApp| {
    let page = async |key: &str| app.citizen(key).await.get(PLAN).await.1;
    let half = page("next-due").await;
    assert!(half["draft"]["version"] == 1 && half["versions"] == json!([]), "{half}");
    let answered = page("booked").await;
    assert_eq!(answered["versions"][0]["state"]["kind"], "unopened");
    assert_eq!(answered["versions"][1]["state"]["kind"], "opened");
    assert_eq!(answered["latest"]["previous"]["number"], 1);
    assert_eq!(answered["latest"]["agreed"].as_array().map(Vec::len), Some(1));
    assert!(answered["next_conversation"]["words"].is_object());
    let case = app.case_of("no-employer").await;
    let thomas = app.caseworker("caseworker-2").await;
    assert_eq!(thomas.get(&of(case, "job-plan")).await.1["goal"], "vague");
    assert_eq!(page("first-due").await["draft"]["version"], 0);
});
