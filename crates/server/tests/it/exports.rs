//! What goes out to the case system: as the contract says, safe to open, and each look written
//! down.

use axum::http::Method;
use chrono::TimeDelta;
use contract::export::{ExportRow, ExportedBooking, ExportedContact, ExportedPlan};
use contract::paths::{
    STAFF_EXPORT_BOOKINGS as BOOKINGS, STAFF_EXPORT_EMPLOYER_CONTACTS as CONTACTS,
    STAFF_EXPORT_PLANS as PLANS,
};
use serde_json::{Value, json};

use crate::case_import::stored;
use crate::support::{Client, TestApp};

const MARK: &str = "\u{FEFF}";

/// The rows of a CSV file, the header first, read as a spreadsheet does.
fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix(MARK).expect("a mark in front");
    assert!(text.ends_with("\r\n"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("as many cells as columns"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

async fn csv_of(leader: &Client, path: &str) -> Vec<Vec<String>> {
    let answer = leader.send(Method::GET, path, None).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let file = answer.header("content-disposition");
    assert!(
        file.starts_with("attachment; filename=\"genvej-") && file.ends_with(".csv\""),
        "{file}"
    );
    table(&answer.text)
}

async fn json_of(leader: &Client, path: &str) -> Value {
    let separator = if path.contains('?') { '&' } else { '?' };
    let (status, export) = leader.get(&format!("{path}{separator}format=json")).await;
    assert_eq!(status, 200, "{export}");
    export
}

const ALL: [(&str, &str, &[&str]); 3] = [
    (BOOKINGS, ExportedBooking::NAME, ExportedBooking::COLUMNS),
    (CONTACTS, ExportedContact::NAME, ExportedContact::COLUMNS),
    (PLANS, ExportedPlan::NAME, ExportedPlan::COLUMNS),
];

async fn with_contact(app: &TestApp, leader: &Client, words: &str) {
    let case = app.case_of("booked").await;
    let what = json!({ "kind": "contacted", "channel": "phone", "outcome": words });
    let contact = json!({ "on": "2026-12-01", "what": what });
    let path = format!("/api/staff/cases/{case}/employer-contacts");
    assert_eq!(leader.post(&path, &contact).await.0, 201);
}

on_both_databases!(both_formats_have_the_same_columns_and_rows, async |app: TestApp| {
    genvej_server::demo::add_crowd(&app.state, 1_200).await.expect("a crowd");
    let leader = app.caseworker("team-leader").await;
    with_contact(&app, &leader, "Ja.").await;
    for (path, name, columns) in ALL {
        let rows = csv_of(&leader, path).await;
        let export = json_of(&leader, path).await;
        assert_eq!((&export["version"], &export["export"]), (&json!(1), &json!(name)));
        assert_eq!(rows[0], columns, "{path}");
        let list = export["rows"].as_array().expect("rows");
        assert!(
            list.len() > 100,
            "{path}: {} rows, of more cases than are read at once",
            list.len()
        );
        assert_eq!(rows.len() - 1, list.len());
        for (cells, fields) in rows[1..].iter().zip(list) {
            assert_eq!(fields.as_object().expect("fields").len(), columns.len(), "{path}");
            for (cell, column) in cells.iter().zip(columns) {
                let told = match &fields[*column] {
                    Value::String(text) => text.clone(),
                    Value::Null => String::new(),
                    value => value.to_string(),
                };
                assert_eq!(*cell, told, "{path} {column}");
            }
        }
        let numbers: Vec<&String> = rows[1..].iter().map(|cells| &cells[0]).collect();
        assert!(numbers.is_sorted(), "{path}: by case number");
    }
});

on_both_databases!(an_export_says_what_is_so_of_the_teams_cases_only, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    with_contact(&app, &leader, "De venter gerne.").await;
    let sofie = stored(&app, app.case_of("booked").await).await;
    let number = sofie.cell("case_number");
    let of_sofie = |export: &Value| -> Vec<Value> {
        let rows = export["rows"].as_array().expect("rows").iter();
        rows.filter(|row| row["case_number"] == number).cloned().collect()
    };
    let bookings = json_of(&leader, BOOKINGS).await;
    let open = of_sofie(&bookings).into_iter().find(|row| row["outcome"] == "booked");
    let open = open.expect("her conversation to come");
    assert_eq!(open["caseworker"], "HARA");
    assert!(open["starts_at"].as_str().unwrap().ends_with("+01:00"), "{open}");
    let outcomes: Vec<&str> = bookings["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["outcome"].as_str())
        .collect();
    assert!(outcomes.contains(&"held") && outcomes.contains(&"awaiting_outcome"), "{outcomes:?}");
    let contacts = of_sofie(&json_of(&leader, CONTACTS).await);
    let contact = contacts.iter().find(|row| row["text"] == "De venter gerne.");
    let contact = contact.expect("the contact that was recorded");
    assert_eq!((&contact["channel"], &contact["left_out"]), (&json!("phone"), &json!(false)));
    let recorded = contact["recorded_at"].as_str().expect("a moment");
    assert_eq!(recorded.len(), "2026-12-01T10:00:00+01:00".len(), "whole seconds: {recorded}");
    let plans = json_of(&leader, PLANS).await;
    let plan = of_sofie(&plans).into_iter().find(|row| row["plan"] == "job_plan");
    assert_eq!(plan.expect("her plan")["state"], "shared");
    let line = stored(&app, app.case_of("exempt").await).await;
    let rows = plans["rows"].as_array().unwrap().iter();
    let mut of_line = rows.filter(|row| row["case_number"] == line.cell("case_number"));
    assert!(of_line.any(|row| row["plan"] == "retention_plan" && row["state"] == "submitted"));

    let of_others = stored(&app, app.case_of("no-times").await).await.cell("case_number");
    for (path, ..) in ALL {
        let text = leader.send(Method::GET, path, None).await.text;
        assert!(!text.contains(&of_others), "{path} tells of another team's case");
        for secret in [sofie.cell("cpr"), sofie.cell("name")] {
            assert!(!text.contains(&secret), "{path}: the case number is the key");
        }
    }
});

on_both_databases!(a_cell_is_never_a_formula, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let formulas = ["=HYPERLINK(\"http://x\";\"y\")", "+45 12", "-1+2", "@SUM(A1)", "=1\n\"a\";b"];
    for formula in formulas {
        with_contact(&app, &leader, formula).await;
    }
    let rows = csv_of(&leader, CONTACTS).await;
    let text = rows[0].iter().position(|column| column == "text").expect("a text");
    for formula in formulas {
        assert!(rows.iter().any(|cells| cells[text] == format!("'{formula}")), "{formula}");
    }
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    let export = json_of(&leader, CONTACTS).await.to_string();
    assert!(export.contains("\"=HYPERLINK("), "JSON is read by programs, and is as it was written");
});

on_both_databases!(a_period_counts_denmarks_days, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let all = json_of(&leader, BOOKINGS).await["rows"].as_array().unwrap().clone();
    let day = |row: &Value| row["starts_at"].as_str().unwrap()[..10].to_owned();
    let some = day(&all[all.len() / 2]);
    let (earlier, later) = ("2026-11-01", "2026-12-01");
    for (query, is_in) in [
        (
            format!("?from={some}&to={some}"),
            Box::new(|on: &str| on == some) as Box<dyn Fn(&str) -> bool>,
        ),
        (format!("?from={later}"), Box::new(|on: &str| on >= later)),
        (format!("?to={earlier}"), Box::new(|on: &str| on <= earlier)),
    ] {
        let path = format!("{BOOKINGS}{query}");
        let rows = json_of(&leader, &path).await["rows"].as_array().unwrap().clone();
        let expected: Vec<Value> = all.iter().filter(|row| is_in(&day(row))).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{query} chooses");
        assert_eq!(rows, expected, "{query}");
        assert_eq!(csv_of(&leader, &path).await.len(), rows.len() + 1);
    }
    let none = csv_of(&leader, &format!("{PLANS}?from=2030-01-01")).await;
    assert_eq!(none.len(), 1, "the header is there all the same");
    assert_eq!(json_of(&leader, &format!("{PLANS}?from=2030-01-01")).await["rows"], json!([]));
    for (query, status) in [
        ("?from=2026-12-02&to=2026-12-01", 422),
        ("?from=tomorrow", 400),
        ("?from=9999-01-01", 400),
        ("?format=pdf", 400),
        ("?team=other", 400),
    ] {
        let answer = leader.send(Method::GET, &format!("{BOOKINGS}{query}"), None).await;
        assert_eq!(answer.status, status, "{query}");
        answer.code();
    }
});

on_both_databases!(i7_an_export_is_a_look_at_those_who_are_in_it, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let looks = async |key: &str| {
        let log = app.citizen(key).await.get("/api/citizen/access-log").await.1;
        let entries = log["entries"].as_array().unwrap().clone();
        entries.iter().filter(|entry| entry["what"] == "export").count()
    };
    csv_of(&leader, BOOKINGS).await;
    // She has a conversation; Maja has none yet; Birthe's case is another team's or closed.
    assert_eq!((looks("booked").await, looks("first-due").await), (1, 0));
    app.pass(TimeDelta::minutes(2));
    csv_of(&leader, &format!("{BOOKINGS}?from=2030-01-01")).await;
    assert_eq!(looks("booked").await, 1, "she is not in that one");
    csv_of(&leader, PLANS).await;
    assert_eq!(looks("booked").await, 2);
});

#[test]
fn the_contract_in_the_docs_names_every_column_in_order() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs");
    let export = std::fs::read_to_string(format!("{docs}/export.md")).expect("docs/export.md");
    let import =
        std::fs::read_to_string(format!("{docs}/case-import.md")).expect("docs/case-import.md");
    let columns_under = |text: &str, heading: &str| -> Vec<String> {
        let section = text.split(&format!("## `{heading}`")).nth(1).expect(heading).to_owned();
        let section = section.split("\n## ").next().unwrap_or_default().to_owned();
        let cells = section.lines().filter_map(|line| line.strip_prefix("| `"));
        cells.filter_map(|line| Some(line.split_once('`')?.0.to_owned())).collect()
    };
    for (_, name, columns) in ALL {
        assert_eq!(columns_under(&export, name), columns, "docs/export.md, {name}");
    }
    let columns: Vec<&str> =
        contract::case_import::ImportColumn::ALL.iter().map(|column| column.as_str()).collect();
    assert_eq!(columns_under(&import, "columns"), columns, "docs/case-import.md");
}
