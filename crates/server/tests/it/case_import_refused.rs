//! Files of cases with something wrong in them: what it is, in which row and column, and that nothing
//! of them is imported. And that no encoding a spreadsheet saves is wrong.

use contract::case_import::{ImportColumn, ImportReport, RowResult};
use contract::paths::STAFF_CASE_IMPORTS as IMPORTS;
use serde_json::json;

use crate::case_import::{dry_run, everything, file, import, new_row, results, stored};
use crate::support::TestApp;

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

on_both_databases!(every_cell_that_is_wrong_is_named, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let of_others = stored(&app, app.case_of("no-times").await).await;
    assert_eq!(of_others.cell("caseworker"), "VILI");
    let closed = stored(&app, app.case_of("closed").await).await;
    let sofie = stored(&app, app.case_of("booked").await).await;
    let new = new_row(1);
    let before = everything(&app).await;
    for (row, column, code) in [
        (new.with("case_number", ""), "case_number", "missing"),
        (new.with("case_number", &"9".repeat(101)), "case_number", "too_long"),
        (new.with("case_number", &format!("X{}", new.cell("cpr"))), "case_number", "cpr_number"),
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
        (new.with("opened_on", "16-11-2062"), "opened_on", "far_ahead"),
        (new.with("first_absence", "2027-01-02"), "first_absence", "far_ahead"),
        (new.with("employer_cvr", "1234567"), "employer_cvr", "bad_cvr"),
        (new.with("employer_cvr", "11223344"), "employer_name", "missing"),
        (new.with("employer_name", "Ærø Værft"), "employer_cvr", "missing"),
        (new.with("closed_on", "2026-11-01"), "closed_on", "before_opened"),
        (new.with("closing_reason", "Rask"), "closing_reason", "needs_closed_on"),
        (new.with("extended_on", "2026-12-01"), "extension_ground", "needs_both"),
        (new.with("extension_ground", "27.1"), "extended_on", "needs_both"),
        (of_others.with("caseworker", "HARA"), "case_number", "case_of_other_team"),
        (sofie.with("cpr", &new.cell("cpr")), "cpr", "another_citizen"),
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

on_both_databases!(a_case_may_begin_a_month_ahead, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let last = app.state.clock.today() + chrono::Days::new(31);
    let day = last.to_string();
    let planned = new_row(1).with("first_absence", &day).with("opened_on", &day);
    assert_eq!(results(&dry_run(&leader, file(&[planned])).await), [RowResult::New]);
});

on_both_databases!(
    everything_that_is_wrong_with_a_row_is_told_at_once_with_what_stands_there,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let sofie = stored(&app, app.case_of("booked").await).await;
        let others = stored(&app, app.case_of("no-times").await).await;
        let closed = stored(&app, app.case_of("closed").await).await;
        let cpr = new_row(9).cell("cpr");
        let rows = [
            // A day that is none hides neither the initials, nor the citizen, nor the company.
            sofie
                .with("opened_on", "31-02-2026")
                .with("caseworker", "NOBODY")
                .with("cpr", &cpr)
                .with("employer_cvr", "11223344"),
            others.with("name", "SÃ¸ren").with("caseworker", "HARA"),
            closed.with("standby_since", "i går").with("first_absence", "2026-01-02"),
            new_row(1).with("cpr", "102901234").with("extended_on", "2026-11-01"),
            new_row(1).with("first_absence", "2062-11-02"),
            // What cannot be read is not said to be missing as well.
            new_row(2).with("closed_on", "snart").with("closing_reason", "Rask"),
            new_row(3).with("extended_on", "snart").with("extension_ground", "27.1"),
            new_row(4).with("employer_cvr", "123").with("employer_name", "Ærø Værft"),
        ];
        let report = dry_run(&leader, file(&rows)).await;
        let told =
            |row: &contract::case_import::ImportRow| -> Vec<(String, String, Option<String>)> {
                let problems = row.problems.iter().map(|problem| {
                    let code = json!(problem.code).as_str().expect("a code").to_owned();
                    let column = problem.column.map_or("", ImportColumn::as_str);
                    (column.to_owned(), code, problem.value.clone())
                });
                let mut told: Vec<_> = problems.collect();
                told.sort();
                told
            };
        let one = |column: &str, code: &str, value: &str| {
            let value = (!value.is_empty()).then(|| value.to_owned());
            (column.to_owned(), code.to_owned(), value)
        };
        let expected = [
            vec![
                one("caseworker", "unknown_caseworker", "NOBODY"),
                one("cpr", "another_citizen", "••••••••••"),
                one("employer_name", "missing", ""),
                one("opened_on", "bad_date", "31-02-2026"),
            ],
            vec![
                one("case_number", "case_of_other_team", &others.cell("case_number")),
                one("name", "garbled", "SÃ¸ren"),
            ],
            vec![
                one("first_absence", "case_closed", "2026-01-02"),
                one("standby_since", "bad_date", "i går"),
            ],
            vec![
                one("cpr", "cpr_leading_zero", "•••••••••"),
                one("extension_ground", "needs_both", ""),
            ],
            vec![
                one("case_number", "doubled", "F-000001"),
                one("first_absence", "far_ahead", "2062-11-02"),
            ],
            vec![one("closed_on", "bad_date", "snart")],
            vec![one("extended_on", "bad_date", "snart")],
            vec![one("employer_cvr", "bad_cvr", "123")],
        ];
        for (row, expected) in report.rows.iter().zip(expected) {
            assert_eq!(told(row), expected, "{row:?}");
        }
        assert!(!json!(report).to_string().contains(&cpr), "I8: nobody's number is told again");
    }
);

on_both_databases!(rows_that_do_not_go_together_name_each_other, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let (one, two) = (new_row(1), new_row(2));
    let same_person = two.with("cpr", &one.cell("cpr"));
    let rows = [
        one.clone(),
        one.with("opened_on", "2026-11-17"),
        same_person.clone(),
        new_row(3).with("cpr", &one.cell("cpr")).with("name", "En Anden"),
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
