//! A case that has come to another company: what the former one offered, booked and wrote is
//! nothing the new one sees or touches (I5), and waits for nobody.

use chrono::{DateTime, TimeDelta, Utc};
use contract::ids::CaseId;
use genvej_server::db::entities::{sickness_case, time_slot};
use genvej_server::retention_plan::reminders;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::caseload::attention;
use crate::retention_plan::{PAGE, employers, staffs, three};
use crate::round_table::{TABLES, book, cancellation, offer, offered, refused, times, told, wish};
use crate::support::{Client, TestApp};

const OLD: &str = "12345678";
const NEW: &str = "99999993";

/// The employee has another employer now, or none.
async fn moves_to(app: &TestApp, case: CaseId, cvr: Option<&str>) {
    let moved = sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::EmployerCvr, cvr.map(str::to_owned).into())
        .filter(sickness_case::Column::Id.eq(case.0))
        .exec(app.state.db.read())
        .await;
    moved.expect("another employer");
    app.pass(TimeDelta::minutes(2));
}

on_both_databases!(i5_what_a_former_company_offered_is_nobodys, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let page = camilla.get(&employers(case, "")).await.1;
    let id = page["offers"][0]["id"].as_str().expect("an id").to_owned();
    let choice = times(&jonas).await;
    let rikke = app.other_employer().await;
    for cvr in [Some(NEW), None] {
        moves_to(&app, case, cvr).await;
        assert_eq!(times(&jonas).await, [Value::Null; 0]);
        assert_eq!(refused(&jonas, TABLES, &wish(&choice[0])).await.0, "slot_taken");
        assert_eq!(jonas.get(PAGE).await.1["round_table_offered"], false);
        let path = format!("/api/employer/round-table-offers/{id}");
        assert_eq!(rikke.delete(&path).await.0, 404, "and not the new one's to withdraw");
    }
    moves_to(&app, case, Some(NEW)).await;
    assert_eq!(rikke.get(&employers(case, "")).await.1["offers"], json!([]));
    let page = offer(&rikke, case, crate::round_table::DAY, "10:00", "12:00").await;
    assert_eq!(page["offers"].as_array().map(Vec::len), Some(1), "its own, alone");
    let table = book(&jonas, times(&jonas).await.last().expect("a time")).await;
    assert_eq!(table["employer"], "Rikke Hav");
});

on_both_databases!(i5_a_former_companys_round_table_is_the_citizens, async |app: TestApp| {
    let (case, _, jonas) = offered(&app, "next-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let rikke = app.other_employer().await;
    for (who, of) in [(&jonas, "citizen"), (&hanne, "staff")] {
        let table = book(&jonas, &times(&jonas).await[0]).await;
        moves_to(&app, case, Some(NEW)).await;
        assert_eq!(rikke.get(&employers(case, "")).await.1["round_table"], Value::Null);
        let path = cancellation("employer", &table);
        assert_eq!(rikke.post(&path, &json!({})).await.0, 404);
        assert_eq!(jonas.get(PAGE).await.1["round_table"], table, "it stays");
        let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
        assert_eq!(details["retention"]["round_table"], table);
        let before = told(&app, case).await;
        assert_eq!(who.post(&cancellation(of, &table), &json!({})).await.0, 204, "{of}");
        let after = told(&app, case).await;
        let news = after.iter().filter(|one| !before.contains(one));
        assert!(news.into_iter().all(|(to, _)| to != "employer"), "{of}: {after:?}");
        moves_to(&app, case, Some(OLD)).await;
    }
});

on_both_databases!(what_a_former_company_left_waits_for_nobody, async |app: TestApp| {
    let three = three(&app).await;
    three.submitted().await;
    let waits = async || {
        let rows = three.hanne.get("/api/staff/cases").await.1;
        let rows = rows.as_array().expect("cases").clone();
        let own = rows.iter().find(|row| row["id"] == json!(three.case)).expect("the case");
        attention(own, "retention_waits").is_some()
    };
    assert!(waits().await);
    for cvr in [Some(NEW), None] {
        moves_to(&app, three.case, cvr).await;
        assert!(!waits().await, "{cvr:?}");
        let details = three.hanne.get(&format!("/api/staff/cases/{}", three.case)).await.1;
        assert_eq!(details["retention"]["course"], Value::Null, "{cvr:?}");
        assert_eq!(details["retention"]["next"], "nobody", "{cvr:?}");
        let page = three.hanne.get(&staffs(three.case, "")).await.1;
        assert_eq!(page["course"], Value::Null, "{cvr:?}");
        assert_eq!((&page["versions"], &page["shown"]), (&json!([]), &Value::Null), "{cvr:?}");
        let page = three.maja.get(PAGE).await.1;
        for name in ["course", "latest", "agreed"] {
            assert_eq!(page[name], Value::Null, "{cvr:?}: {name}");
        }
        let data = three.maja.get("/api/citizen/data").await.1;
        let own = &data["cases"][0]["retention_plan"]["versions"];
        assert_eq!(own.as_array().map(Vec::len), Some(1), "it stays in her own data");
    }
    app.set_time("2026-12-06T08:00:00Z");
    moves_to(&app, three.case, Some(NEW)).await;
    reminders::announce_steps(&app.state).await.expect("reminders");
    let three = crate::retention_plan::three(&app).await;
    let told = three.messages().await;
    assert!(told.iter().all(|(kind, _)| kind != "step_up"), "nothing is agreed any more: {told:?}");
    moves_to(&app, three.case, Some(OLD)).await;
    let page = three.hanne.get(&staffs(three.case, "")).await.1;
    assert_eq!(page["course"]["next"], "staff", "back with it, it waits again");
});

on_both_databases!(a_former_companys_round_table_stands_in_nobodys_way, async |app: TestApp| {
    let (case, camilla, jonas) = offered(&app, "next-due").await;
    let choice = times(&jonas).await;
    let rikke = app.other_employer().await;
    let table = book(&jonas, &choice[0]).await;
    moves_to(&app, case, Some(NEW)).await;
    let path = cancellation("employer", &table);
    assert_eq!(rikke.post(&path, &json!({})).await.0, 404);
    assert_eq!(camilla.post(&path, &json!({})).await.0, 204, "it is the former one's own");
    assert_eq!(jonas.get(PAGE).await.1["round_table"], Value::Null);

    for begins in [true, false] {
        moves_to(&app, case, Some(OLD)).await;
        book(&jonas, &times(&jonas).await[0]).await;
        moves_to(&app, case, Some(NEW)).await;
        if begins {
            let path = employers(case, "/moves");
            assert_eq!(rikke.post(&path, &json!({ "move": "begin" })).await.0, 201);
        } else {
            offer(&rikke, case, "2026-12-09", "09:00", "12:00").await;
            assert_eq!(jonas.get(PAGE).await.1["round_table_offered"], true);
        }
        assert_eq!(jonas.get(PAGE).await.1["round_table"], Value::Null);
        let told = told(&app, case).await;
        let off = told.iter().filter(|(_, kind)| kind == "round_table_cancelled");
        assert!(off.into_iter().all(|(to, _)| to != "employer"), "{told:?}");
    }
});

/// The time of a conversation.
async fn slot_of(app: &TestApp, table: &Value) -> time_slot::Model {
    let begins = table["starts_at"].as_str().expect("a time").parse::<DateTime<Utc>>();
    let slot = time_slot::Entity::find()
        .filter(time_slot::Column::StartsAt.eq(begins.expect("a time")))
        .filter(time_slot::Column::Taken.gt(0))
        .one(app.state.db.read())
        .await;
    slot.expect("slots").expect("the time that was taken")
}

on_both_databases!(i1_a_seat_is_freed_once_whoever_calls_off, async |app: TestApp| {
    let (case, _, jonas) = offered(&app, "next-due").await;
    let rikke = app.other_employer().await;
    let path = format!("/api/employer/cases/{case}/round-table-offers");
    let offers = json!({ "offers": [{ "day": "2026-12-09", "from": "09:00", "to": "12:00" }] });
    for round in 0..5 {
        moves_to(&app, case, Some(OLD)).await;
        let table = book(&jonas, &times(&jonas).await[0]).await;
        // Others have a seat of that time as well.
        let others = time_slot::Entity::update_many()
            .col_expr(time_slot::Column::Taken, 3.into())
            .col_expr(time_slot::Column::Seats, 3.into())
            .filter(time_slot::Column::Id.eq(slot_of(&app, &table).await.id));
        others.exec(app.state.db.read()).await.expect("seats");
        moves_to(&app, case, Some(NEW)).await;
        let (off, nothing) = (cancellation("citizen", &table), json!({}));
        let (off, offered) = tokio::join!(jonas.post(&off, &nothing), rikke.post(&path, &offers));
        assert_eq!((off.0, offered.0), (204, 200), "{round}: {} {}", off.1, offered.1);
        assert_eq!(slot_of(&app, &table).await.taken, 2, "{round}");
    }
});

on_both_databases!(a_contact_with_a_former_employer_is_none_with_the_new, async |app: TestApp| {
    let (case, hanne) = (app.case_of("first-due").await, app.caseworker("caseworker-1").await);
    let path = format!("/api/staff/cases/{case}/employer-contacts");
    let with = |text: &str| {
        let what = json!({ "kind": "contacted", "channel": "phone", "outcome": text });
        json!({ "on": "2026-12-01", "what": what })
    };
    assert_eq!(hanne.post(&path, &with("Med bageriet.")).await.0, 201);
    let is_due = async || {
        let rows = hanne.get("/api/staff/cases").await.1;
        let mut rows = rows.as_array().expect("rows").iter();
        let row = rows.find(|row| row["id"] == json!(case)).expect("the case");
        attention(row, "no_employer_contact").is_some()
    };
    moves_to(&app, case, Some(NEW)).await;
    let contacts = hanne.get(&path).await.1;
    assert_eq!((&contacts["task"]["state"], is_due().await), (&json!("due"), true));
    assert_eq!(contacts["contacts"][0]["former_employer"], "Nordlys Bageri ApS", "still listed");
    let contacts = hanne.post(&path, &with("Med den nye.")).await.1;
    assert_eq!((&contacts["task"]["state"], is_due().await), (&json!("done"), false));
    assert_eq!(contacts["contacts"][0]["former_employer"], Value::Null);
    moves_to(&app, case, None).await;
    let contacts = hanne.get(&path).await.1;
    assert_eq!(contacts["task"]["state"], "not_required");
    assert_eq!(contacts["contacts"].as_array().map(Vec::len), Some(2));
});

/// Types a time to offer, of which nobody has typed anything before.
async fn types_offer(who: &Client, case: CaseId, day: &str) -> Value {
    let field = |part: &str, value: &str| json!({ "field": format!("offers.o1.{part}"), "base": 0, "value": value });
    let changes = json!({ "changes": [field("day", day), field("from", "09:00")] });
    let (status, saved) = who.patch(&employers(case, "/draft"), &changes).await;
    assert_eq!(status, 200, "{saved}");
    saved
}

on_both_databases!(i5_what_a_former_company_typed_is_nobodys, async |app: TestApp| {
    let three = three(&app).await;
    types_offer(&three.camilla, three.case, "2026-12-08").await;
    moves_to(&app, three.case, Some(NEW)).await;
    let rikke = app.other_employer().await;
    let (draft, page) = (employers(three.case, "/draft"), employers(three.case, ""));
    let nothing = json!({ "version": 0, "fields": [] });
    assert_eq!(rikke.get(&draft).await.1, nothing);
    let seen = rikke.get(&page).await.1;
    assert_eq!((&seen["draft"], &seen["written"]), (&nothing, &json!([])));
    assert!(!seen.to_string().contains("Camilla"), "{seen}");
    let saved = types_offer(&rikke, three.case, "2026-12-09").await;
    assert_eq!(saved["conflicts"], json!([]), "with nobody: {saved}");
    let fields = rikke.get(&draft).await.1["fields"].clone();
    assert_eq!(fields[0]["value"], "2026-12-09");
    moves_to(&app, three.case, Some(OLD)).await;
    assert_eq!(three.camilla.get(&draft).await.1, nothing, "nor the other way");
});

on_both_databases!(i9_what_a_new_company_types_stays, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    moves_to(&app, three.case, Some(NEW)).await;
    let rikke = app.other_employer().await;
    types_offer(&rikke, three.case, "2026-12-09").await;
    let left = async || {
        let fields = rikke.get(&employers(three.case, "/draft")).await.1["fields"].clone();
        let fields = fields.as_array().expect("fields").clone();
        fields.into_iter().map(|one| one["value"].clone()).collect::<Vec<_>>()
    };
    let typed = [json!("2026-12-09"), json!("09:00")];
    assert_eq!(left().await, typed);
    let begin = json!({ "move": "begin" });
    assert_eq!(rikke.post(&employers(three.case, "/moves"), &begin).await.0, 201);
    assert_eq!(left().await, typed, "beginning a plan takes nothing of it");
    let page = rikke.get(&employers(three.case, "")).await.1;
    assert_eq!(page["written"].as_array().map(Vec::len), Some(2));
});
