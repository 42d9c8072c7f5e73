//! Cases come in a file: whole or not at all, the same file twice is the same, and everything that
//! can be wrong with a file is said by its row and column.

use std::collections::BTreeMap;

use axum::http::Method;
use contract::case_import::{ImportColumn, ImportReport, RowResult};
use contract::ids::CaseId;
use contract::paths::{STAFF_CASE_IMPORT_DRY_RUNS as DRY_RUNS, STAFF_CASE_IMPORTS as IMPORTS};
use genvej_server::db::entities::{
    access_log, case_import_row, caseworker, caseworker_change, citizen, employer, outbox,
    sickness_case,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::support::{Answer, Client, TestApp};

/// A row of a file, by column.
#[derive(Clone, Debug, Default)]
pub struct Row(BTreeMap<&'static str, String>);

impl Row {
    /// Writes a cell.
    pub fn set(&mut self, column: &'static str, cell: &str) -> &mut Self {
        self.0.insert(column, cell.to_owned());
        self
    }

    /// A cell.
    pub fn cell(&self, column: &str) -> String {
        self.0.get(column).cloned().unwrap_or_default()
    }

    /// The same with another cell.
    pub fn with(&self, column: &'static str, cell: &str) -> Self {
        let mut row = self.clone();
        row.set(column, cell);
        row
    }
}

/// A case that is not here yet.
pub fn new_row(number: usize) -> Row {
    let mut row = Row::default();
    let day = number % 28 + 61;
    row.set("case_number", &format!("F-{number:06}"))
        .set(
            "cpr",
            &format!(
                "{day}{:02}{:02}{:04}",
                number / 28 % 12 + 1,
                number / 336 % 30,
                number / 10_080 + 1000
            ),
        )
        .set("name", "Søren Æbelø Åkjær")
        .set("caseworker", "HARA")
        .set("first_absence", "2026-11-02")
        .set("opened_on", "16-11-2026");
    row
}

/// All the columns, with semicolons.
pub fn file(rows: &[Row]) -> String {
    let header: Vec<&str> = ImportColumn::ALL.iter().map(|column| column.as_str()).collect();
    let mut text = header.join(";");
    for row in rows {
        let cell = |column: &&str| row.0.get(*column).cloned().unwrap_or_default();
        let cells: Vec<String> = header.iter().map(cell).collect();
        text.push_str("\r\n");
        text.push_str(&cells.join(";"));
    }
    text
}

/// The row that says of a case what is here.
pub async fn stored(app: &TestApp, id: CaseId) -> Row {
    let db = app.state.db.read();
    let case = sickness_case::Entity::find_by_id(id.0).one(db).await.unwrap().unwrap();
    let person = citizen::Entity::find_by_id(case.citizen_id).one(db).await.unwrap().unwrap();
    let whose = caseworker::Entity::find_by_id(case.caseworker_id).one(db).await.unwrap().unwrap();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut row = Row::default();
    row.set("case_number", &case.case_number)
        .set("cpr", person.cpr.expose_digits())
        .set("name", &person.name)
        .set("caseworker", &whose.initials.unwrap())
        .set("first_absence", &case.first_absence.to_string())
        .set("opened_on", &case.opened_on.to_string())
        .set("employer_cvr", &case.employer_cvr.unwrap_or_default())
        .set("expected_back", &day(case.expected_back))
        .set("standby_since", &day(case.standby_since))
        .set("closed_on", &day(case.closed_on))
        .set("closing_reason", &case.closing_reason.unwrap_or_default())
        .set("extension_ground", &case.extension_ground.unwrap_or_default())
        .set("extended_on", &day(case.extended_on));
    row
}

/// What a file would do.
pub async fn dry_run(leader: &Client, file: impl Into<axum::body::Body>) -> ImportReport {
    let answer = leader.post_csv(DRY_RUNS, file).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).expect("a report")
}

/// What each row would do.
pub fn results(report: &ImportReport) -> Vec<RowResult> {
    report.rows.iter().map(|row| row.result).collect()
}

/// Imports a file.
pub async fn import(leader: &Client, file: &str) -> (u16, Value) {
    let Answer { status, json, .. } = leader.post_csv(IMPORTS, file.to_owned()).await;
    (status, json)
}

/// Everything an import may touch, as it is.
pub async fn everything(app: &TestApp) -> String {
    let db = app.state.db.read();
    let cases = sickness_case::Entity::find().order_by_asc(sickness_case::Column::Id).all(db);
    let people = citizen::Entity::find().order_by_asc(citizen::Column::Id).all(db);
    let companies = employer::Entity::find().order_by_asc(employer::Column::Cvr).all(db);
    let counts = (
        caseworker_change::Entity::find().count(db).await.unwrap(),
        outbox::Entity::find().count(db).await.unwrap(),
        access_log::Entity::find().count(db).await.unwrap(),
        case_import_row::Entity::find().count(db).await.unwrap(),
    );
    let (cases, people) = (cases.await.unwrap(), people.await.unwrap());
    format!("{cases:?}{people:?}{:?}{counts:?}", companies.await.unwrap())
}

on_both_databases!(new_cases_are_there_and_the_same_file_changes_nothing, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let mut with_all = new_row(1);
    with_all
        .set("employer_cvr", "87654321")
        .set("employer_name", "Ærø Værft A/S")
        .set("expected_back", "2027-02-01")
        .set("closed_on", "2026-11-30")
        .set("closing_reason", "Raskmeldt")
        .set("extension_ground", "§ 27, stk. 1, nr. 2")
        .set("extended_on", "2026-11-20");
    let mut of_same = new_row(2);
    of_same.set("employer_cvr", "87654321").set("employer_name", "Ærø Værft");
    let file = file(&[with_all, of_same, new_row(3)]);
    let report = dry_run(&leader, file.clone()).await;
    assert_eq!(results(&report), [RowResult::New; 3], "{report:?}");
    assert_eq!(everything(&app).await, everything(&app).await);
    let (status, receipt) = import(&leader, &file).await;
    assert_eq!((status, &receipt["counts"]["new"]), (201, &json!(3)), "{receipt}");
    assert_eq!(receipt["by"], "Gitte Fjord", "the receipt says who did it");

    let again = dry_run(&leader, file.clone()).await;
    assert_eq!(results(&again), [RowResult::Unchanged; 3], "{again:?}");
    let before = everything(&app).await;
    let (status, receipt) = import(&leader, &file).await;
    assert_eq!((status, &receipt["counts"]["unchanged"]), (201, &json!(3)), "{receipt}");
    assert_eq!(everything(&app).await, before, "nothing is written twice");

    let db = app.state.db.read();
    let number = sickness_case::Column::CaseNumber.eq("F-000001");
    let case = sickness_case::Entity::find().filter(number).one(db).await.unwrap().unwrap();
    assert_eq!(case.closing_reason.as_deref(), Some("Raskmeldt"));
    assert_eq!(case.extended_on, Some("2026-11-20".parse().unwrap()));
    let company = employer::Entity::find_by_id("87654321").one(db).await.unwrap().unwrap();
    assert_eq!(company.name, "Ærø Værft A/S", "the first row names it");
    let row = leader.get("/api/staff/cases").await.1;
    let of_two = row.as_array().unwrap().iter().find(|row| row["case_number"] == "F-000002");
    let of_two = of_two.expect("it is on the list");
    assert_eq!(of_two["citizen"], "Søren Æbelø Åkjær");
    let id = of_two["id"].as_str().unwrap();
    assert_eq!(leader.get(&format!("/api/staff/cases/{id}")).await.0, 200);
});

on_both_databases!(
    what_is_here_is_unchanged_and_a_change_names_its_columns,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let mut rows = Vec::new();
        for key in ["first-due", "next-due", "booked", "overdue", "standby", "closed"] {
            rows.push(stored(&app, app.case_of(key).await).await);
        }
        let report = dry_run(&leader, file(&rows)).await;
        assert_eq!(results(&report), [RowResult::Unchanged; 6], "{report:?}");

        rows[0].set("name", "Maja Nyt Navn").set("expected_back", "01.02.2027");
        rows[1].set("standby_since", "2026-11-30").set("opened_on", "2026-11-01");
        rows[5].set("closing_reason", "Raskmeldt");
        let report = dry_run(&leader, file(&rows)).await;
        let changed: Vec<_> = report.rows.iter().map(|row| row.changed.clone()).collect();
        use ImportColumn as Column;
        assert_eq!(changed[0], [Column::ExpectedBack, Column::Name]);
        assert_eq!(changed[1], [Column::OpenedOn, Column::StandbySince]);
        assert_eq!(changed[2], []);
        assert_eq!(changed[5], [Column::ClosingReason], "{report:?}");
        assert_eq!((report.counts.changed, report.counts.unchanged), (3, 3));
        assert_eq!(import(&leader, &file(&rows)).await.0, 201);
        assert_eq!(results(&dry_run(&leader, file(&rows)).await), [RowResult::Unchanged; 6]);
        let overview = app.citizen("first-due").await.get("/api/session").await.1;
        assert_eq!(overview["signed_in"]["name"], "Maja Nyt Navn");
    }
);

on_both_databases!(
    what_no_column_says_stays_and_what_an_empty_cell_says_goes,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let case = app.case_of("first-due").await;
        let row = stored(&app, case).await;
        assert!(!row.0["employer_cvr"].is_empty());
        let six = ["case_number", "cpr", "name", "caseworker", "first_absence", "opened_on"];
        let cells: Vec<&str> = six.iter().map(|column| row.0[*column].as_str()).collect();
        let short = format!("{}\n{}\n", six.join(","), cells.join(","));
        assert_eq!(results(&dry_run(&leader, short).await), [RowResult::Unchanged]);
        let report = dry_run(&leader, file(&[row.with("employer_cvr", "")])).await;
        assert_eq!(report.rows[0].changed, [ImportColumn::EmployerCvr]);
    }
);

on_both_databases!(a_changed_caseworker_is_a_change_like_any_other, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let case = app.case_of("first-due").await;
    let row = stored(&app, case).await.with("caseworker", "thel");
    assert_eq!(import(&leader, &file(&[row])).await.0, 201);
    let details = leader.get(&format!("/api/staff/cases/{case}")).await.1;
    assert_eq!(details["caseworker"]["present"]["name"], "Thomas Elm");
    let changes = details["caseworker"]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "counted");
    let change = &changes[0];
    assert_eq!((&change["cause"], &change["reason"]), (&json!("import"), &json!("")));
    assert_eq!((&change["from"], &change["by"]), (&json!("Hanne Ravn"), &json!("Gitte Fjord")));
    let told = details["messages"].as_array().unwrap();
    assert!(told.iter().any(|message| message["kind"]["kind"] == "caseworker_changed"), "{told:?}");
    let letters = leader.get(&format!("/api/staff/cases/{case}/letters")).await.1.to_string();
    assert!(letters.contains("skiftet sagsbehandler i kommunens fagsystem"), "{letters}");
    let line = details["time_line"].to_string();
    assert!(line.contains("caseworker_changed"), "{line}");
});

on_both_databases!(
    i7_what_an_import_changes_is_in_the_citizens_log_and_nothing_else,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let (first, next) = (app.case_of("first-due").await, app.case_of("next-due").await);
        let rows = [stored(&app, first).await.with("name", "Maja Ny"), stored(&app, next).await];
        let log = async |key: &str| {
            let log = app.citizen(key).await.get("/api/citizen/access-log").await.1;
            log["entries"].as_array().unwrap().clone()
        };
        let both = async || (log("first-due").await.len(), log("next-due").await.len());
        let before = both().await;
        assert_eq!(dry_run(&leader, file(&rows)).await.counts.changed, 1);
        assert_eq!(both().await, before, "a dry run is no look");
        assert_eq!(import(&leader, &file(&rows)).await.0, 201);
        let entry = log("first-due").await[0].clone();
        assert_eq!((&entry["what"], &entry["role"]), (&json!("import"), &json!("team_leader")));
        assert_eq!(entry["name"], "Gitte Fjord");
        assert_eq!(both().await, (before.0 + 1, before.1), "the other is unchanged");
    }
);

on_both_databases!(only_team_leaders_bring_files_and_take_them, async |app: TestApp| {
    let file = file(&[new_row(1)]);
    for client in [
        app.caseworker("caseworker-1").await,
        app.citizen("booked").await,
        app.employer().await,
        app.preview("team-leader", app.case_of("booked").await).await,
    ] {
        for path in [DRY_RUNS, IMPORTS] {
            let answer = client.post_csv(path, file.clone()).await;
            assert_eq!(answer.status, 403, "{}", answer.text);
        }
        for what in ["bookings", "employer-contacts", "plans"] {
            let path = format!("/api/staff/exports/{what}");
            assert_eq!(client.send(Method::GET, &path, None).await.status, 403);
        }
    }
    assert_eq!(app.anonymous().post_csv(IMPORTS, file).await.status, 401);
});

on_both_databases!(a_formula_is_a_text_and_is_never_run, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    for (number, formula) in ["=1+1", "+45 12", "-2", "@SUM(A1)"].into_iter().enumerate() {
        let row = new_row(number).with("name", formula).with("case_number", &format!("{formula}x"));
        assert_eq!(import(&leader, &file(std::slice::from_ref(&row))).await.0, 201);
        assert_eq!(results(&dry_run(&leader, file(&[row])).await), [RowResult::Unchanged]);
    }
    let name = citizen::Column::Name.eq("=1+1");
    assert_eq!(citizen::Entity::find().filter(name).count(app.state.db.read()).await, Ok(1));
});

on_both_databases!(
    a_case_is_opened_again_and_closed_with_a_conversation_to_come,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let closed = stored(&app, app.case_of("closed").await).await;
        let sofie = stored(&app, app.case_of("booked").await).await;
        let rows = [
            closed.with("closed_on", "").with("caseworker", "THEL"),
            sofie.with("closed_on", "2026-12-01"),
        ];
        let report = dry_run(&leader, file(&rows)).await;
        assert_eq!(results(&report), [RowResult::Changed; 2], "{report:?}");
        let open: Vec<bool> = report.rows.iter().map(|row| row.booking_open).collect();
        assert_eq!(open, [false, true], "it stays booked, and the report says so");
        assert_eq!(import(&leader, &file(&rows)).await.0, 201);
        let overview = app.citizen("booked").await.get("/api/citizen/overview").await.1;
        assert_eq!(overview["duty"]["kind"], "closed", "{overview}");
    }
);

on_both_databases!(i3_the_same_import_again_gives_the_first_answer, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let key = "an-import-of-this-test";
    let file = file(&[new_row(1)]);
    let first = leader.post_csv_with_key(IMPORTS, key, file.clone()).await;
    app.pass(chrono::TimeDelta::minutes(5));
    let again = leader.post_csv_with_key(IMPORTS, key, file.clone()).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    let other = leader.post_csv_with_key(IMPORTS, key, file.replace("F-0", "G-0")).await;
    assert_eq!((other.status, other.code()), (422, "idempotency_key_reused"));
});

on_both_databases!(
    what_a_colleague_changes_after_the_report_is_not_overwritten,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let case = app.case_of("first-due").await;
        let file = file(&[stored(&app, case).await.with("name", "Maja Ny"), new_row(1)]);
        let report = dry_run(&leader, file.clone()).await;
        let planned = format!("{IMPORTS}?plan={}", report.plan);
        let details = leader.get(&format!("/api/staff/cases/{case}")).await.1;
        let change = json!({
            "from": details["caseworker"]["present"]["id"],
            "to": details["caseworker"]["may_get"].as_array().unwrap().iter()
                .find(|row| row["name"] == "Thomas Elm").unwrap()["id"],
            "reason": "Hun er på ferie.",
        });
        assert_eq!(
            leader.post(&format!("/api/staff/cases/{case}/caseworker"), &change).await.0,
            201
        );
        let before = everything(&app).await;
        let refused = leader.post_csv(&planned, file.clone()).await;
        assert_eq!((refused.status, refused.code()), (409, "stale_version"));
        assert_eq!(everything(&app).await, before);
        // Looked at again, the report says what it would do now, and that is done.
        let report = dry_run(&leader, file.clone()).await;
        assert_eq!(report.rows[0].changed, [ImportColumn::Caseworker, ImportColumn::Name]);
        let answer = leader.post_csv(&format!("{IMPORTS}?plan={}", report.plan), file).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
);
