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

    fn with(&self, column: &'static str, cell: &str) -> Self {
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

fn results(report: &ImportReport) -> Vec<RowResult> {
    report.rows.iter().map(|row| row.result).collect()
}

/// Row, column and code of each problem.
fn problems(report: &ImportReport) -> Vec<(u32, Option<&'static str>, String)> {
    let of_row = |row: &contract::case_import::ImportRow| {
        let line = row.row;
        let problems = row.problems.clone().into_iter();
        problems.map(move |problem| {
            let code = json!(problem.code).as_str().expect("a code").to_owned();
            (line, problem.column.map(ImportColumn::as_str), code)
        })
    };
    report.rows.iter().flat_map(of_row).collect()
}

async fn import(leader: &Client, file: &str) -> (u16, Value) {
    let Answer { status, json, .. } = leader.post_csv(IMPORTS, file.to_owned()).await;
    (status, json)
}

/// Everything an import may touch, as it is.
async fn everything(app: &TestApp) -> String {
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

on_both_databases!(every_cell_that_is_wrong_is_named, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let of_others = stored(&app, app.case_of("no-times").await).await;
    assert_eq!(of_others.0["caseworker"], "VILI");
    let closed = stored(&app, app.case_of("closed").await).await;
    let sofie = stored(&app, app.case_of("booked").await).await;
    let new = new_row(1);
    let before = everything(&app).await;
    for (row, column, code) in [
        (new.with("case_number", ""), "case_number", "missing"),
        (new.with("case_number", &"9".repeat(101)), "case_number", "too_long"),
        (new.with("case_number", &format!("X{}", new.0["cpr"])), "case_number", "cpr_number"),
        (new.with("cpr", ""), "cpr", "missing"),
        (new.with("cpr", "3213991234"), "cpr", "bad_cpr"),
        (new.with("cpr", "1,02E+09"), "cpr", "bad_cpr"),
        (new.with("cpr", "102901234"), "cpr", "cpr_leading_zero"),
        (new.with("name", ""), "name", "missing"),
        (new.with("name", "SÃ¸ren"), "name", "garbled"),
        (new.with("name", "\"Sø\nren\""), "name", "control_characters"),
        (new.with("name", "Sofie 010190-1234"), "name", "cpr_number"),
        (new.with("name", &"x".repeat(101)), "name", "too_long"),
        (new.with("caseworker", "NOBODY"), "caseworker", "unknown_caseworker"),
        (new.with("caseworker", "VILI"), "caseworker", "caseworker_of_other_team"),
        (new.with("first_absence", ""), "first_absence", "missing"),
        (new.with("first_absence", "31-02-2026"), "first_absence", "bad_date"),
        (new.with("opened_on", "46027"), "opened_on", "bad_date"),
        (new.with("opened_on", "16-11-26"), "opened_on", "bad_date"),
        (new.with("employer_cvr", "1234567"), "employer_cvr", "bad_cvr"),
        (new.with("employer_cvr", "11223344"), "employer_name", "missing"),
        (new.with("employer_name", "Ærø Værft"), "employer_cvr", "missing"),
        (new.with("closed_on", "2026-11-01"), "closed_on", "before_opened"),
        (new.with("closing_reason", "Rask"), "closing_reason", "needs_closed_on"),
        (new.with("extended_on", "2026-12-01"), "extension_ground", "needs_both"),
        (new.with("extension_ground", "27.1"), "extended_on", "needs_both"),
        (of_others.with("caseworker", "HARA"), "case_number", "case_of_other_team"),
        (sofie.with("cpr", &new.0["cpr"]), "cpr", "another_citizen"),
        (closed.with("opened_on", "2026-01-01"), "opened_on", "case_closed"),
        (closed.with("caseworker", "THEL"), "caseworker", "case_closed"),
    ] {
        let report = dry_run(&leader, file(&[new_row(2), row.clone()])).await;
        assert_eq!(problems(&report), [(3, Some(column), code.to_owned())], "{row:?}");
        assert_eq!((report.counts.new, report.counts.refused), (1, 1));
        let (status, problem) = import(&leader, &file(&[new_row(2), row])).await;
        assert_eq!((status, &problem["code"]), (422, &json!("invalid_fields")));
        assert_eq!(problem["errors"][0]["field"], format!("rows[3].{column}"));
    }
    assert_eq!(everything(&app).await, before, "one refused row, and nothing is imported");
});

on_both_databases!(rows_that_do_not_go_together_name_each_other, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let (one, two) = (new_row(1), new_row(2));
    let same_person = two.with("cpr", &one.0["cpr"]);
    let rows = [
        one.clone(),
        one.with("opened_on", "2026-11-17"),
        same_person.clone(),
        new_row(3).with("cpr", &one.0["cpr"]).with("name", "En Anden"),
    ];
    let report = dry_run(&leader, file(&rows)).await;
    let refused = [
        (3, Some("case_number"), "doubled".to_owned()),
        (5, Some("name"), "name_differs".to_owned()),
    ];
    assert_eq!(problems(&report), refused);
    assert!(report.rows.iter().flat_map(|row| &row.problems).all(|p| p.other_row == Some(2)));
    // Two cases of one person are fine.
    assert_eq!(import(&leader, &file(&[one, same_person])).await.0, 201);
});

on_both_databases!(files_that_are_none_say_why, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let good = file(&[new_row(1), new_row(2)]);
    let header = file(&[]);
    let windows = |text: &str| -> Vec<u8> {
        text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter")).collect()
    };
    let bare: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mixed = [good.as_bytes(), &windows("\r\nSøren")].concat();
    let half = good[..good.len() - 20].to_owned();
    let before = everything(&app).await;
    for (file, code, row, column) in [
        (Vec::new(), "empty", None, None),
        (b"\xEF\xBB\xBF\r\n".to_vec(), "empty", None, None),
        (header.clone().into_bytes(), "no_rows", None, None),
        (b"PK\x03\x04\0\0".to_vec(), "encoding", None, None),
        (bare, "encoding", None, None),
        (mixed, "encoding", None, None),
        (b"sagsnummer;cpr-nummer\r\n1;2".to_vec(), "no_header", None, None),
        (good.replace("opened_on;", "").into_bytes(), "missing_column", Some(1), Some("opened_on")),
        (good.replace("closed_on", "slut").into_bytes(), "unknown_column", Some(1), Some("slut")),
        (good.replace("closed_on", "name").into_bytes(), "doubled_column", Some(1), Some("name")),
        (good.replace("F-000002", "\"F-000002").into_bytes(), "open_quote", Some(3), None),
    ] {
        let report = dry_run(&leader, file.clone()).await;
        let problem = json!(report.file.as_ref().expect(code));
        let expected = json!({ "code": code, "row": row, "column": column });
        assert_eq!((&problem, report.rows.len()), (&expected, 0));
        assert_eq!(leader.post_csv(IMPORTS, file).await.status, 422, "{code}");
    }
    let report = dry_run(&leader, half.clone()).await;
    assert_eq!(problems(&report), [(3, None, "too_few_cells".to_owned())]);
    let long = format!("{good};9");
    assert_eq!(problems(&dry_run(&leader, long).await), [(3, None, "too_many_cells".to_owned())]);
    assert_eq!(import(&leader, &half).await.0, 422);
    assert_eq!(everything(&app).await, before);
});

on_both_databases!(
    danish_letters_arrive_in_every_encoding_a_spreadsheet_saves,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let encode = |kind: usize, text: &str| -> Vec<u8> {
            let marked = format!("\u{FEFF}{text}");
            match kind {
                0 => text.as_bytes().to_vec(),
                1 => marked.into_bytes(),
                2 => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
                3 => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            }
        };
        for kind in 0..5 {
            for (delimiter, number) in [(";", 10), (",", 20), ("\t", 30)] {
                let row = new_row(number + kind);
                let text = file(std::slice::from_ref(&row)).replace(';', delimiter);
                let answer = leader.post_csv(IMPORTS, encode(kind, &text)).await;
                assert_eq!(answer.status, 201, "{kind} {delimiter:?} {}", answer.text);
                let same = dry_run(&leader, file(&[row])).await;
                assert_eq!(results(&same), [RowResult::Unchanged], "{kind} {delimiter:?}");
            }
        }
    }
);

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
