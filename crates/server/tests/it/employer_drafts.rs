//! What several people of a company type in one plan: who wrote what, when it can be typed, and
//! what looks as if it told what the employee suffers from.

use chrono::TimeDelta;
use genvej_server::db::entities::sickness_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::retention_plan::{PLAN, employers, three};
use crate::support::{Client, TestApp};

async fn save(client: &Client, path: &str, field: &str, base: u32, value: &str) -> Value {
    let changes = json!({ "changes": [{ "field": field, "base": base, "value": value }] });
    let (status, saved) = client.patch(path, &changes).await;
    assert_eq!(status, 200, "{saved}");
    saved
}

on_both_databases!(colleagues_see_who_wrote_what, async |app: TestApp| {
    let three = three(&app).await;
    let bo = app.colleague().await;
    three.employer(&json!({ "move": "begin" })).await;
    let path = employers(three.case, "/draft");
    save(&three.camilla, &path, "goal", 0, "Kassen").await;
    save(&bo, &path, "workplace", 0, "1234567890").await;
    let late = save(&bo, &path, "goal", 0, "Bageriet").await;
    assert_eq!(late["conflicts"][0]["value"], "Kassen", "as any draft");
    save(&bo, &path, "goal", 1, "Bageriet").await;
    let page = three.camilla.get(&employers(three.case, "")).await.1;
    let written = page["written"].as_array().expect("written");
    let names: Vec<_> = written.iter().map(|one| (&one["field"], &one["name"])).collect();
    let (goal, place, name) = (json!("goal"), json!("workplace"), json!("Bo Lind"));
    assert_eq!(names, [(&goal, &name), (&place, &name)]);
    assert_eq!(three.camilla.get(&path).await.1, page["draft"]);
});

on_both_databases!(a_plan_is_typed_only_while_it_is_written, async |app: TestApp| {
    let three = three(&app).await;
    let path = employers(three.case, "/draft");
    let refused = async |field: &str| {
        let changes = json!({ "changes": [{ "field": field, "base": 0, "value": "x" }] });
        let (status, problem) = three.camilla.patch(&path, &changes).await;
        assert_eq!((status, &problem["code"]), (409, &json!("move_not_possible")), "{field}");
    };
    refused("goal").await;
    three.citizen(&json!({ "move": "request" })).await;
    refused("goal").await;
    refused("answer").await;
    save(&three.camilla, &path, "decline-reason", 0, "Vi har ikke tid").await;
    three.sent().await;
    refused("goal").await;
    refused("decline-reason").await;
    three.citizen(&json!({ "move": "approve", "version": 1, "remark": "" })).await;
    three.citizen(&json!({ "move": "submit", "version": 1 })).await;
    refused("answer").await;
    three.staff(&json!({ "move": "ask", "version": 1, "text": "Hvem?" })).await;
    save(&three.camilla, &path, "answer", 0, "Camilla").await;
    refused("goal").await;
    let answer = json!({ "move": "answer", "version": 1, "text": "Camilla" });
    let page = three.employer(&answer).await;
    let fields = page["draft"]["fields"].as_array().expect("fields");
    let left =
        |name: &str| fields.iter().find(|one| one["field"] == name).expect("it")["value"].clone();
    assert_eq!((left("answer"), left("decline-reason")), (json!(""), json!("Vi har ikke tid")));
});

on_both_databases!(a_field_that_cannot_be_written_now_holds_no_other_back, async |app: TestApp| {
    let three = three(&app).await;
    three.employer(&json!({ "move": "begin" })).await;
    let change = |field: &str| json!({ "field": field, "base": 0, "value": "Kassen" });
    let changes = json!({ "changes": [change("answer"), change("tasks.can")] });
    let path = employers(three.case, "/draft");
    let (status, saved) = three.camilla.patch(&path, &changes).await;
    assert_eq!(status, 200, "{saved}");
    assert_eq!(saved["saved"][0]["field"], "tasks.can");
    assert_eq!(saved["refused"], json!([{ "field": "answer", "code": "not_now" }]));
});

on_both_databases!(what_is_typed_beside_a_plan_does_not_hold_it_back, async |app: TestApp| {
    let three = three(&app).await;
    let bo = app.colleague().await;
    three.employer(&json!({ "move": "begin" })).await;
    let seen = three.type_in(&PLAN).await;
    let path = employers(three.case, "/draft");
    save(&bo, &path, "goal", seen, "Tilbage i bageriet").await;
    let send = |version: u32| json!({ "move": "send", "draft_version": version });
    let moves = employers(three.case, "/moves");
    for unknown in [seen, seen + 2] {
        let (status, problem) = three.camilla.post(&moves, &send(unknown)).await;
        assert_eq!((status, &problem["code"]), (409, &json!("stale_version")), "{unknown}");
    }
    let seen = seen + 1;
    save(&bo, &path, "offers.o1.day", 0, "2026-12-08").await;
    save(&bo, &path, "decline-reason", 0, "Måske ikke").await;
    let page = three.employer(&send(seen)).await;
    assert_eq!(page["latest"]["plan"]["goal"], "Tilbage i bageriet");
});

on_both_databases!(what_tells_of_an_illness_gets_a_hint, async |app: TestApp| {
    let three = three(&app).await;
    three.employer(&json!({ "move": "begin" })).await;
    let path = employers(three.case, "/draft");
    let saved = save(&three.camilla, &path, "tasks.cannot", 0, "Har DEPRESSION og MIGRÆNE").await;
    assert_eq!(saved["sensitive"], json!(["tasks.cannot"]), "stored, with a hint: {saved}");
    assert_eq!(saved["saved"][0]["field"], "tasks.cannot");
    let saved = save(&three.camilla, &path, "tasks.can", 0, "Kassen, siddende").await;
    assert_eq!(saved["sensitive"], Value::Null);
    let saved = save(&three.camilla, &path, "party.adviser.name", 0, "Angst").await;
    assert_eq!(saved["sensitive"], Value::Null, "a name is no illness");
    let page = three.camilla.get(&employers(three.case, "")).await.1;
    assert_eq!(page["sensitive"], json!(["tasks.cannot"]));
    let cpr = json!({ "changes": [{ "field": "goal", "base": 0, "value": "CPR 010190-1234" }] });
    let saved = three.camilla.patch(&path, &cpr).await.1;
    assert_eq!(saved["refused"], json!([{ "field": "goal", "code": "cpr_number" }]));
});

on_both_databases!(a_key_is_a_persons_also_in_a_company, async |app: TestApp| {
    const KEY: &str = "/api/employer/draft-key";
    let (camilla, bo) = (app.employer().await, app.colleague().await);
    let key = camilla.get(KEY).await.1;
    assert_eq!(key, app.employer().await.get(KEY).await.1);
    assert_ne!(key, bo.get(KEY).await.1);
    assert_eq!(app.citizen("first-due").await.get(KEY).await.0, 403);
});

on_both_databases!(i5_another_company_finds_nothing, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let rikke = app.other_employer().await;
    let nobody = "01a20000-0000-7000-8000-000000000000".parse().expect("an id");
    for case in [three.case, nobody] {
        for rest in ["", "/draft", "/versions/1"] {
            let (status, problem) = rikke.get(&employers(case, rest)).await;
            assert_eq!((status, &problem["code"]), (404, &json!("not_found")), "{rest}");
        }
        let begin = json!({ "move": "begin" });
        assert_eq!(rikke.post(&employers(case, "/moves"), &begin).await.0, 404);
        let changes = json!({ "changes": [] });
        assert_eq!(rikke.patch(&employers(case, "/draft"), &changes).await.0, 404);
    }
    let rows = rikke.get("/api/employer/cases").await.1;
    let names: Vec<_> = rows.as_array().expect("rows").iter().map(|row| &row["employee"]).collect();
    assert_eq!(names, ["Karim Said"]);
});

on_both_databases!(i5_a_new_employer_gets_nothing_of_the_last_one, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let moved = sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::EmployerCvr, "99999993".into())
        .filter(sickness_case::Column::Id.eq(three.case.0))
        .exec(app.state.db.read())
        .await;
    moved.expect("another employer");
    app.pass(TimeDelta::minutes(2));
    assert_eq!(three.camilla.get(&employers(three.case, "")).await.0, 404);
    let rikke = app.other_employer().await;
    let (_, page) = rikke.get(&employers(three.case, "")).await;
    for (name, empty) in [
        ("course", Value::Null),
        ("latest", Value::Null),
        ("previous", Value::Null),
        ("versions", json!([])),
        ("written", json!([])),
        ("moves", json!(["begin"])),
    ] {
        assert_eq!(page[name], empty, "{name}");
    }
    assert_eq!(page["draft"], json!({ "version": 0, "fields": [] }));
    assert_eq!(rikke.get(&employers(three.case, "/versions/1")).await.0, 404);
    let path = employers(three.case, "/moves");
    let (status, page) = rikke.post(&path, &json!({ "move": "begin" })).await;
    assert_eq!((status, &page["draft"]["fields"]), (201, &json!([])), "{page}");
    let changes: Vec<Value> = PLAN
        .iter()
        .map(|(field, value)| json!({ "field": field, "base": 0, "value": value }))
        .collect();
    let (_, saved) =
        rikke.patch(&employers(three.case, "/draft"), &json!({ "changes": changes })).await;
    let send = json!({ "move": "send", "draft_version": saved["version"] });
    let (status, page) = rikke.post(&path, &send).await;
    assert_eq!((status, &page["latest"]["version"]["number"]), (201, &json!(2)), "{page}");
    assert_eq!(page["versions"].as_array().map(Vec::len), Some(1), "and never the first");
});

on_both_databases!(the_list_says_who_waits_for_the_employer, async |app: TestApp| {
    let three = three(&app).await;
    let rows = three.camilla.get("/api/employer/cases").await.1;
    let before = rows.as_array().expect("rows").len();
    assert!(before > 5, "{before}");
    let jonas = app.citizen("next-due").await;
    jonas.post(crate::retention_plan::MOVES, &json!({ "move": "request" })).await;
    let rows = three.camilla.get("/api/employer/cases").await.1;
    assert_eq!((&rows[0]["employee"], &rows[0]["next"]), (&json!("Jonas Bak"), &json!("employer")));
    let maja = rows.as_array().expect("rows").iter().find(|row| row["employee"] == "Maja Holm");
    let duties = &maja.expect("Maja")["duties"];
    assert_eq!((&duties[0]["kind"], &duties[0]["late"]), (&json!("talk"), &json!(true)));
    assert_eq!((&duties[1]["kind"], &duties[1]["late"]), (&json!("fast_track"), &json!(false)));
    let known = ["course", "duties", "employee", "first_absence", "id", "next", "since"];
    let keys: Vec<_> = rows[0].as_object().expect("a row").keys().map(String::as_str).collect();
    assert_eq!(keys, known, "and nothing else (I5)");
});
