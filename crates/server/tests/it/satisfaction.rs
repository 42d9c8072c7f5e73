//! How a conversation was: asked once, answered in confidence, counted without a way back.

use axum::http::Method;
use chrono::TimeDelta;
use contract::ids::CaseId;
use genvej_server::db::entities::{
    booking, satisfaction_answer, satisfaction_ask, satisfaction_remark, satisfaction_waiting,
};
use genvej_server::satisfaction;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Client, TestApp};

const PAGE: &str = "/api/citizen/satisfaction";
const REPLIES: &str = "/api/citizen/satisfaction/replies";
const BY_LINK: &str = "/api/satisfaction/replies";
const REMARKS: &str = "/api/staff/satisfaction/remarks";
const REMARK: &str = "Jeg blev hørt af kranen på Havnevej.";

fn answer(satisfied: u8, closer: u8, remark: &str) -> Value {
    json!({ "kind": "answer", "satisfied": satisfied, "closer": closer, "remark": remark })
}

fn about(booking: &str, reply: Value) -> Value {
    json!({ "booking_id": booking, "reply": reply })
}

/// The conversations somebody is asked about.
async fn asked(client: &Client) -> Vec<String> {
    let (status, page) = client.get(PAGE).await;
    assert_eq!(status, 200, "{page}");
    let rows = page["asked"].as_array().expect("a list");
    rows.iter().map(|row| row["booking_id"].as_str().expect("an id").to_owned()).collect()
}

/// Sofie's conversation, held by now, and the caseworker who records so.
async fn conversation_is_over(app: &TestApp) -> (Client, Client, String) {
    let (sofie, hanne) = (app.citizen("booked").await, app.caseworker("caseworker-1").await);
    let case = app.case_of("booked").await;
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    let bookings = details["bookings"].as_array().expect("bookings");
    let booked = bookings.iter().find(|row| row["state"] == "booked").expect("one to come");
    let id = booked["id"].as_str().expect("an id").to_owned();
    let starts_at = booked["starts_at"].as_str().expect("a time").to_owned();
    app.set_time(&starts_at);
    app.pass(TimeDelta::hours(2));
    // Sessions end in two hours; people sign in again.
    drop((sofie, hanne));
    (app.citizen("booked").await, app.caseworker("caseworker-1").await, id)
}

async fn becomes(hanne: &Client, booking: &str, outcome: &str) {
    let path = format!("/api/staff/bookings/{booking}/outcome");
    let (status, answer) = hanne.post(&path, &json!({ "outcome": outcome })).await;
    assert_eq!(status, 200, "{answer}");
}

on_both_databases!(
    one_is_asked_once_after_each_conversation_that_was_held,
    async |app: TestApp| {
        let (sofie, hanne, id) = conversation_is_over(&app).await;
        assert_eq!(asked(&sofie).await, Vec::<String>::new());
        becomes(&hanne, &id, "no_show").await;
        assert_eq!(
            asked(&sofie).await,
            Vec::<String>::new(),
            "nothing to say of what was not held"
        );
        becomes(&hanne, &id, "held").await;
        assert_eq!(asked(&sofie).await, std::slice::from_ref(&id));
        assert_eq!(sofie.get("/api/citizen/overview").await.1["satisfaction_asked"], true);
        let link = async || {
            let asked = sofie.get("/api/citizen/data").await.1["cases"][0]["satisfaction"].clone();
            asked[0]["link"].clone()
        };
        assert!(link().await.is_string());
        becomes(&hanne, &id, "no_show").await;
        assert_eq!(asked(&sofie).await, Vec::<String>::new(), "it was not held after all");
        assert_eq!(link().await, Value::Null);
        becomes(&hanne, &id, "held").await;
        let said = sofie.post(REPLIES, &about(&id, json!({ "kind": "no" }))).await;
        assert_eq!(said.0, 204);
        becomes(&hanne, &id, "held").await;
        assert_eq!(asked(&sofie).await, Vec::<String>::new(), "one is not asked again");
        assert_eq!(sofie.get("/api/citizen/overview").await.1["satisfaction_asked"], false);
    }
);

on_both_databases!(the_first_answer_stands_and_the_same_again_is_as_good, async |app: TestApp| {
    let (sofie, hanne, id) = conversation_is_over(&app).await;
    becomes(&hanne, &id, "held").await;
    let first = about(&id, answer(4, 2, REMARK));
    for _ in 0..2 {
        assert_eq!(sofie.post(REPLIES, &first).await.0, 204);
    }
    for other in [answer(5, 5, ""), json!({ "kind": "no" })] {
        let (status, problem) = sofie.post(REPLIES, &about(&id, other)).await;
        assert_eq!((status, &problem["code"]), (409, &json!("already_answered")));
    }
    let rows = satisfaction_waiting::Entity::find().all(app.state.db.read()).await.expect("rows");
    let row = rows.first().expect("the answer");
    assert_eq!((rows.len(), row.satisfied, row.closer), (1, 4, 2));
});

on_both_databases!(
    whoever_said_no_may_think_better_of_it_until_the_last_day,
    async |app: TestApp| {
        let (sofie, hanne, id) = conversation_is_over(&app).await;
        becomes(&hanne, &id, "held").await;
        assert_eq!(sofie.post(REPLIES, &about(&id, json!({ "kind": "no" }))).await.0, 204);
        assert_eq!(sofie.post(REPLIES, &about(&id, answer(3, 3, ""))).await.0, 204);
        let lars = app.citizen("no-employer").await;
        let asked_about = asked(&lars).await.remove(0);
        app.pass(TimeDelta::days(40));
        let lars = app.citizen("no-employer").await;
        let (status, problem) = lars.post(REPLIES, &about(&asked_about, answer(3, 3, ""))).await;
        assert_eq!((status, &problem["code"]), (409, &json!("asking_is_over")));
        assert_eq!(asked(&lars).await, Vec::<String>::new());
    }
);

on_both_databases!(by_the_link_one_answers_without_signing_in, async |app: TestApp| {
    let lars = app.citizen("no-employer").await;
    let data = lars.get("/api/citizen/data").await.1;
    let link = data["cases"][0]["satisfaction"][0]["link"].as_str().expect("a link").to_owned();
    let (page, token) = link.split_once('#').expect("behind the #");
    assert!(page.ends_with("/satisfaction/link"), "{link}");
    let body = json!({ "token": token, "reply": answer(5, 4, "") });
    let anybody = app.anonymous();
    assert_eq!(anybody.post(BY_LINK, &body).await, (204, Value::Null));
    assert_eq!(anybody.post(BY_LINK, &body).await.0, 204, "the same again");
    let no = json!({ "token": token, "reply": { "kind": "no" } });
    assert_eq!(anybody.post(BY_LINK, &no).await.0, 204, "it tells nothing");
    assert_eq!(asked(&lars).await, Vec::<String>::new());
    let unknown = json!({ "token": Uuid::nil(), "reply": answer(5, 4, "") });
    assert_eq!(anybody.post(BY_LINK, &unknown).await.0, 404);
    let data = lars.get("/api/citizen/data").await.1;
    let own = &data["cases"][0]["satisfaction"][0];
    assert_eq!(own["answer"], json!({ "satisfied": 5, "closer": 4, "remark": "" }));
    assert_eq!((&own["state"], &own["link"]), (&json!("answered"), &Value::Null));
    app.pass(TimeDelta::days(40));
    let anybody = app.anonymous();
    for late in [&body, &no] {
        assert_eq!(anybody.post(BY_LINK, late).await.1["code"], "asking_is_over", "nor afterwards");
    }
});

on_both_databases!(what_is_no_answer_changes_nothing, async |app: TestApp| {
    let lars = app.citizen("no-employer").await;
    let id = asked(&lars).await.remove(0);
    for (reply, field, code) in [
        (answer(0, 3, ""), "satisfied", "out_of_range"),
        (answer(3, 6, ""), "closer", "out_of_range"),
        (answer(3, 3, &"x".repeat(1001)), "remark", "too_long"),
        (answer(3, 3, "Jeg hedder 070761-4285"), "remark", "cpr_number"),
        (answer(3, 3, "\u{0007}"), "remark", "control_characters"),
    ] {
        let (status, problem) = lars.post(REPLIES, &about(&id, reply)).await;
        assert_eq!(status, 422, "{problem}");
        assert_eq!(problem["errors"], json!([{ "field": field, "code": code }]));
    }
    let another = app.citizen("booked").await;
    let (status, _) = another.post(REPLIES, &about(&id, answer(3, 3, ""))).await;
    assert_eq!(status, 404, "somebody else's conversation");
    assert_eq!(asked(&lars).await, [id]);
});

on_both_databases!(staff_never_learn_whether_one_has_answered_nor_what, async |app: TestApp| {
    let case: CaseId = app.case_of("no-employer").await;
    let lars = app.citizen("no-employer").await;
    let thomas = app.caseworker("caseworker-2").await;
    let leader = app.caseworker("team-leader").await;
    let preview = app.preview("caseworker-2", case).await;
    let mut seen = Vec::new();
    for answered in [false, true] {
        if answered {
            let id = asked(&lars).await.remove(0);
            assert_eq!(lars.post(REPLIES, &about(&id, answer(1, 1, REMARK))).await.0, 204);
        }
        let mut all = String::new();
        for (client, path) in [
            (&preview, PAGE.to_owned()),
            (&preview, "/api/citizen/overview".to_owned()),
            (&thomas, format!("/api/staff/cases/{case}")),
            (&thomas, format!("/api/staff/cases/{case}/letters")),
            (&leader, REMARKS.to_owned()),
            (&leader, "/api/staff/exports/bookings?format=json".to_owned()),
        ] {
            let answer = client.send(Method::GET, &path, None).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
            all += &answer.text;
        }
        assert!(!all.contains("kranen"), "the remark");
        let looks = thomas.get(&format!("/api/staff/cases/{case}/access-log")).await.1;
        let by_citizen = looks["entries"].as_array().expect("a list").iter();
        assert_eq!(by_citizen.filter(|look| look["role"] == "citizen").count(), 0);
        seen.push(preview.get(PAGE).await.1);
    }
    assert_eq!(seen[0], seen[1], "the page is the same before and after");
    let (status, problem) = thomas.get(REMARKS).await;
    assert_eq!((status, &problem["code"]), (403, &json!("not_allowed")));
});

/// Asks about every conversation that Hanne has held in November, and answers so many of them.
async fn answered(app: &TestApp, many: usize) {
    let all = booking::Entity::find()
        .filter(booking::Column::State.eq("held"))
        .filter(booking::Column::StartsAt.gt(app.state.clock.now() - TimeDelta::days(30)))
        .order_by_asc(booking::Column::StartsAt)
        .all(app.state.db.read())
        .await
        .expect("conversations");
    let hanne = all[0].caseworker_id;
    let held: Vec<_> =
        all.into_iter().filter(|row| row.caseworker_id == hanne).take(many).collect();
    assert_eq!(held.len(), many);
    let tx = app.state.db.begin_write().await.expect("a transaction");
    for row in &held {
        satisfaction::ask(&tx, &app.state, row).await.expect("asked");
    }
    tx.commit().await.expect("written");
    let anybody = app.anonymous();
    for (row, satisfied) in held.iter().zip([5, 4, 4, 2, 3, 1]) {
        let asked = satisfaction_ask::Entity::find_by_id(row.id).one(app.state.db.read()).await;
        let token = asked.expect("an answer").expect("asked").token;
        let body = json!({ "token": token, "reply": answer(satisfied, 3, REMARK) });
        assert_eq!(anybody.post(BY_LINK, &body).await.0, 204);
    }
}

async fn waiting(app: &TestApp) -> u64 {
    satisfaction_waiting::Entity::find().count(app.state.db.read()).await.expect("a count")
}

/// The satisfied steps of counted answers of a month, least first.
async fn counted(app: &TestApp, month: &str) -> Vec<i16> {
    let rows = satisfaction_answer::Entity::find()
        .filter(satisfaction_answer::Column::Month.eq(month))
        .order_by_asc(satisfaction_answer::Column::Satisfied)
        .all(app.state.db.read())
        .await
        .expect("answers");
    assert!(rows.iter().all(|row| row.id.get_version_num() == 4), "an id that tells no time");
    rows.into_iter().map(|row| row.satisfied).collect()
}

on_both_databases!(four_answers_wait_and_five_are_counted_together, async |app: TestApp| {
    // November's are Hanne's conversations of the last thirty days, seen from 1 December.
    answered(&app, 4).await;
    satisfaction::count(&app.state).await.expect("counted");
    assert_eq!((waiting(&app).await, counted(&app, "2026-11").await.len()), (4, 18));
    let leader = app.caseworker("team-leader").await;
    let before = leader.get(REMARKS).await.1;
    assert!(!before.to_string().contains("kranen"), "{before}");
    answered(&app, 6).await;
    satisfaction::count(&app.state).await.expect("counted");
    assert_eq!((waiting(&app).await, counted(&app, "2026-11").await.len()), (0, 24));
    let remarks = leader.get(REMARKS).await.1;
    let november = &remarks["months"][0];
    assert_eq!((&november["month"], &november["answers"]), (&json!("2026-11-01"), &json!(24)));
    let words = november["remarks"].as_array().expect("remarks");
    assert_eq!(words.iter().filter(|words| words.as_str() == Some(REMARK)).count(), 6);
    let lars = app.citizen("next-due").await;
    let own = lars.get("/api/citizen/data").await.1;
    let own = &own["cases"][0]["satisfaction"][0];
    assert_eq!((&own["state"], &own["answer"]), (&json!("answered"), &Value::Null));
});

/// A figure of November as somebody is told it: how many, and the value in tenths.
async fn november(client: &Client, figure: &str, of: &str) -> (Value, Value) {
    let (status, board) = client.get(&format!("/api/staff/kpi{of}")).await;
    assert_eq!(status, 200, "{board}");
    let months = board["months"].as_array().expect("months");
    let place = months.iter().position(|month| month == "2026-11-01").expect("November");
    let figures = board["figures"].as_array().expect("figures");
    let figure = figures.iter().find(|one| one["key"] == figure).expect("the figure");
    let measure = &figure["months"][place];
    (measure["n"].clone(), measure["tenths"].clone())
}

on_both_databases!(counted_answers_are_key_figures_without_rows_behind, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    assert_eq!(november(&leader, "satisfied", "").await, (json!(18), json!(778)));
    answered(&app, 6).await;
    assert_eq!(november(&leader, "satisfied", "").await, (json!(18), json!(778)), "they wait");
    satisfaction::count(&app.state).await.expect("counted");
    assert_eq!(november(&leader, "satisfied", "").await, (json!(24), json!(708)));
    let hanne = app.caseworker("caseworker-1").await;
    let me = hanne.get("/api/session").await.1;
    let me = me["signed_in"]["role"]["caseworker_id"].as_str().expect("an id").to_owned();
    let own = format!("?caseworker={me}");
    assert_eq!(november(&hanne, "satisfied", &own).await.0, json!(15));
    for figure in ["satisfied", "closer_to_work"] {
        let (status, problem) = leader.get(&format!("/api/staff/kpi/{figure}/rows{own}")).await;
        assert_eq!((status, &problem["code"]), (403, &json!("not_allowed")));
    }
});

on_both_databases!(what_stays_too_few_is_counted_without_the_caseworker, async |app: TestApp| {
    answered(&app, 4).await;
    let lars = app.citizen("no-employer").await;
    let id = asked(&lars).await.remove(0);
    assert_eq!(lars.post(REPLIES, &about(&id, answer(5, 5, ""))).await.0, 204);
    satisfaction::count(&app.state).await.expect("counted");
    assert_eq!(waiting(&app).await, 5, "more answers of November can still come");
    app.pass(TimeDelta::days(45));
    satisfaction::count(&app.state).await.expect("counted");
    let of_nobody = satisfaction_answer::Entity::find()
        .filter(satisfaction_answer::Column::CaseworkerId.is_null())
        .count(app.state.db.read())
        .await;
    assert_eq!((waiting(&app).await, of_nobody.expect("a count")), (0, 5));
    let leader = app.caseworker("team-leader").await;
    assert_eq!(november(&leader, "satisfied", "").await.0, json!(23), "the department's");
});

on_both_databases!(two_servers_that_count_at_once_count_once, async |app: TestApp| {
    answered(&app, 6).await;
    let before = counted(&app, "2026-11").await.len();
    let other = app.configured(|_| {});
    let (one, two) =
        tokio::join!(satisfaction::count(&app.state), satisfaction::count(&other.state));
    one.expect("counted");
    two.expect("counted");
    assert_eq!(waiting(&app).await, 0);
    assert_eq!(counted(&app, "2026-11").await.len(), before + 6);
    let remarks = satisfaction_remark::Entity::find()
        .filter(satisfaction_remark::Column::Remark.eq(REMARK))
        .count(app.state.db.read())
        .await;
    assert_eq!(remarks.expect("a count"), 6);
});

on_both_databases!(what_is_typed_and_not_sent_is_kept_and_nobody_elses, async |app: TestApp| {
    let lars = app.citizen("no-employer").await;
    let id = asked(&lars).await.remove(0);
    let field = format!("{id}.remark");
    let change = json!({ "field": field, "base": 0, "value": REMARK });
    let (status, saved) =
        lars.patch("/api/citizen/drafts/satisfaction", &json!({ "changes": [change] })).await;
    assert_eq!(status, 200, "{saved}");
    let page = lars.get(PAGE).await.1;
    assert_eq!(page["draft"]["fields"][0]["value"], REMARK);
    let case = app.case_of("no-employer").await;
    let preview = app.preview("caseworker-2", case).await;
    assert_eq!(preview.get(PAGE).await.1["draft"]["fields"], json!([]));
    assert_eq!(lars.post(REPLIES, &about(&id, answer(5, 5, REMARK))).await.0, 204);
    assert_eq!(lars.get(PAGE).await.1["draft"]["fields"][0]["value"], "");
});
