//! A municipality's fifty thousand cases in one file: nobody else waits long meanwhile, two at once
//! are one after the other, and one that is cut off has done nothing.

use std::time::{Duration, Instant};

use contract::paths::STAFF_CASE_IMPORTS as IMPORTS;
use genvej_server::booking::housekeeping::forget_past;
use genvej_server::db::entities::{access_log, case_import_row, citizen, sickness_case};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::case_import::{Row, dry_run, file, new_row};
use crate::support::TestApp;

fn many(count: usize) -> Vec<Row> {
    (0..count).map(new_row).collect()
}

async fn cases(app: &TestApp) -> u64 {
    sickness_case::Entity::find().count(app.state.db.read()).await.expect("a count")
}

async fn waiting(app: &TestApp) -> u64 {
    case_import_row::Entity::find().count(app.state.db.read()).await.expect("a count")
}

on_both_databases!(fifty_thousand_rows_keep_nobody_waiting, async |app: TestApp| {
    let app = app.configured(|config| config.server.request_timeout_seconds = 120);
    let leader = app.caseworker("team-leader").await;
    let before = cases(&app).await;
    let rows = many(50_000);
    let text = file(&rows);
    let began = Instant::now();
    let report = dry_run(&leader, text.clone()).await;
    println!("a dry run takes {:?}", began.elapsed());
    assert_eq!(report.counts.new, 50_000);
    let (done, is_done) = tokio::sync::watch::channel(false);
    let writer = {
        let jonas = app.citizen("next-due").await;
        tokio::spawn(async move {
            let (mut longest, mut writes) = (Duration::ZERO, 0_u32);
            while !*is_done.borrow() {
                let draft =
                    json!({ "version": writes, "participants": [], "topics": [], "note": "" });
                let began = Instant::now();
                let (status, answer) = jonas.put("/api/citizen/booking-draft", &draft).await;
                assert_eq!(status, 200, "{answer}");
                longest = longest.max(began.elapsed());
                writes += 1;
                // As often as one person may call.
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
            (longest, writes)
        })
    };
    let began = Instant::now();
    let answer = leader.post_csv(IMPORTS, text.clone()).await;
    let took = began.elapsed();
    done.send(true).expect("somebody listens");
    let (longest, writes) = writer.await.expect("no panic");
    println!("the import takes {took:?}; {writes} writes beside it waited {longest:?} at most");
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(cases(&app).await, before + 50_000);
    assert_eq!(waiting(&app).await, 0);
    let log = access_log::Entity::find().filter(access_log::Column::What.eq("import"));
    assert_eq!(log.count(app.state.db.read()).await, Ok(50_000));
    // Others give up after five seconds.
    assert!(longest < Duration::from_secs(3), "somebody waited {longest:?}");
    assert!(writes > 20, "others wrote all the while: {writes}");

    let again = dry_run(&leader, text).await;
    assert_eq!(again.counts.unchanged, 50_000);
    // Every one of them changed, and each to another caseworker.
    let moved: Vec<Row> =
        rows.into_iter().map(|mut row| row.set("caseworker", "THEL").clone()).collect();
    let began = Instant::now();
    let answer = leader.post_csv(IMPORTS, file(&moved)).await;
    println!("changing all of them takes {:?}", began.elapsed());
    assert_eq!((answer.status, &answer.json["counts"]["changed"]), (201, &json!(50_000)));
    let one_more =
        format!("{}\n{}", file(&moved), file(&[new_row(50_000)]).lines().nth(1).unwrap());
    let report = dry_run(&leader, one_more).await;
    assert_eq!(json!(report.file)["code"], "too_many_rows");
});

on_both_databases!(two_imports_of_the_same_file_at_once_are_one, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let before = cases(&app).await;
    let text = file(&many(700));
    let calls = (0..4).map(|_| {
        let (leader, text) = (leader.clone(), text.clone());
        tokio::spawn(async move { leader.post_csv(IMPORTS, text).await })
    });
    let calls: Vec<_> = calls.collect();
    let (mut new, mut unchanged) = (0, 0);
    for call in calls {
        let answer = call.await.expect("no panic");
        assert_eq!(answer.status, 201, "{}", answer.text);
        new += answer.json["counts"]["new"].as_u64().unwrap();
        unchanged += answer.json["counts"]["unchanged"].as_u64().unwrap();
    }
    assert_eq!((new, unchanged), (700, 2_100), "one of them brings them, the others find them");
    assert_eq!((cases(&app).await, waiting(&app).await), (before + 700, 0));
    let people = citizen::Entity::find().filter(citizen::Column::Name.eq("Søren Æbelø Åkjær"));
    assert_eq!(people.count(app.state.db.read()).await, Ok(700));
});

on_both_databases!(an_import_that_is_cut_off_has_done_nothing, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    let (before, text) = (cases(&app).await, file(&many(3_000)));
    let mut cut_off = 0;
    // A server that is killed drops the call wherever it is, and so does this.
    for milliseconds in [40, 80, 150, 300, 500, 800, 1_200] {
        let call = leader.post_csv(IMPORTS, text.clone());
        match tokio::time::timeout(Duration::from_millis(milliseconds), call).await {
            Ok(answer) => {
                assert_eq!(answer.status, 201, "{}", answer.text);
                break;
            }
            Err(_) => cut_off += 1,
        }
        let now = cases(&app).await;
        assert!([before, before + 3_000].contains(&now), "{now} is half of it");
    }
    assert!(cut_off > 0, "it was cut off in time");
    // What was left behind is thrown away, and is in nobody's way until then.
    let answer = leader.post_csv(IMPORTS, text).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(cases(&app).await, before + 3_000);
    app.pass(chrono::TimeDelta::hours(2));
    forget_past(&app.state.db, app.state.clock.now()).await.expect("forgotten");
    assert_eq!(waiting(&app).await, 0);
    let leader = app.caseworker("team-leader").await;
    assert_eq!(dry_run(&leader, file(&many(3_000))).await.counts.unchanged, 3_000);
});
