//! The key figures: against a count of one's own over a generated year, who sees whose, what is not
//! told, and the looks at the rows behind them.

mod attacks;
mod own_count;

use std::collections::BTreeMap;

use axum::http::Method;
use chrono::TimeDelta;
use contract::kpi::FigureKey;
use genvej_server::booking::guard;
use genvej_server::db::entities::{caseworker, free_time_fact, satisfaction_answer};
use genvej_server::{demo, kpi};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use self::own_count::Count;
use crate::support::{Client, TestApp};

const KPI: &str = "/api/staff/kpi";

async fn board(client: &Client, query: &str) -> Value {
    let (status, board) = client.get(&format!("{KPI}{query}")).await;
    assert_eq!(status, 200, "{board}");
    board
}

fn figure<'a>(board: &'a Value, key: &str) -> &'a Value {
    let figures = board["figures"].as_array().expect("figures");
    figures.iter().find(|one| one["key"] == key).unwrap_or(&Value::Null)
}

/// Cases with what a year leaves behind, and what the rules say of it.
async fn with_a_year(app: &TestApp, cases: usize) {
    demo::add_crowd_with_history(&app.state, cases).await.expect("a crowd");
    kpi::refresh(&app.state).await.expect("facts");
}

/// Every row behind a figure.
async fn rows(client: &Client, key: &str, query: &str) -> (Value, Vec<Value>) {
    let mut all = Vec::new();
    let mut first = Value::Null;
    for page in 0.. {
        let glue = if query.is_empty() { "?" } else { "&" };
        let (status, answer) =
            client.get(&format!("{KPI}/{key}/rows{query}{glue}page={page}")).await;
        assert_eq!(status, 200, "{key}{query}: {answer}");
        all.extend(answer["rows"].as_array().expect("rows").iter().cloned());
        let pages = answer["pages"].as_u64().expect("pages");
        if page == 0 {
            first = answer;
        }
        if page + 1 >= pages {
            break;
        }
    }
    (first, all)
}

/// The mean of the rows' values, as the figures are rounded.
fn mean(rows: &[Value]) -> i64 {
    let sum: i64 = rows.iter().map(|row| row["tenths"].as_i64().expect("a value")).sum();
    let n = i64::try_from(rows.len()).expect("a number");
    (2 * sum + n).div_euclid(2 * n)
}

on_both_databases!(every_figure_is_its_rows, async |app: TestApp| {
    with_a_year(&app, 270).await;
    let leader = app.caseworker("team-leader").await;
    let department = board(&leader, "").await;
    let mut seen = 0;
    for one in department["figures"].as_array().expect("figures") {
        let (key, total) = (one["key"].as_str().expect("a key"), &one["total"]);
        // Answers given in confidence have none.
        if !FigureKey::parse(key).expect("a figure").has_rows() {
            continue;
        }
        let Some(n) = total["n"].as_u64().filter(|n| *n >= 5) else { continue };
        let (answer, rows) = rows(&leader, key, "").await;
        assert_eq!(answer["measure"], *total, "{key}");
        assert_eq!(rows.len() as u64, n, "{key}");
        assert_eq!(Some(mean(&rows)), total["tenths"].as_i64(), "{key}");
        seen += 1;
    }
    assert!(seen >= 20, "{seen}: {department}");
    // A month, and a caseworker, in a figure that has each.
    let month = department["months"][9].as_str().expect("a month");
    let one = &department["people"][0];
    let mine = format!("?caseworker={}", one["id"].as_str().expect("an id"));
    let of_one = board(&leader, &mine).await;
    assert_eq!(of_one["caseworker"], *one);
    for (board, query) in [(&department, format!("?month={month}")), (&of_one, mine)] {
        let shown = figure(board, "held");
        let measure = if query.contains("month") { &shown["months"][9] } else { &shown["total"] };
        let Some(n) = measure["n"].as_u64().filter(|n| *n >= 5) else { continue };
        let (answer, rows) = rows(&leader, "held", &query).await;
        assert_eq!((&answer["measure"], rows.len() as u64), (measure, n));
        assert_eq!(Some(mean(&rows)), measure["tenths"].as_i64());
        for row in rows {
            assert!(!query.contains("month") || row["on"].as_str().expect("on")[..7] == month[..7]);
        }
    }
});

// Each figure that is told, of everybody, in each month and in all: as one counts it oneself.
on_both_databases!(figures_are_what_one_counts_oneself, async |app: TestApp| {
    with_a_year(&app, 450).await;
    let leader = app.caseworker("team-leader").await;
    let department = board(&leader, "").await;
    let counted = Count::of(&app, &leader, &department["months"]).await;
    let mut boards = vec![(None, department.clone())];
    for person in department["people"].as_array().expect("people") {
        let id = person["id"].as_str().expect("an id");
        let of_one = board(&leader, &format!("?caseworker={id}")).await;
        boards.push((Some(id.parse::<Uuid>().expect("an id")), of_one));
    }
    let mut agreed = BTreeMap::<&str, usize>::new();
    for (who, board) in &boards {
        for one in board["figures"].as_array().expect("figures") {
            let key = FigureKey::parse(one["key"].as_str().expect("a key")).expect("a figure");
            let last = key.is_standing().then_some(13);
            let months = one["months"].as_array().expect("months").iter().enumerate();
            let months = months.map(|(month, measure)| (Some(month), measure));
            for (month, measure) in months.chain([(last, &one["total"])]) {
                let Some(n) = measure["n"].as_i64() else { continue };
                let items = counted.get(key.as_str()).into_iter().flatten();
                let items = items.filter(|item| who.is_none_or(|who| who == item.who));
                let items = items.filter(|item| month.is_none_or(|month| month == item.month));
                let values: Vec<i64> = items.map(|item| item.tenths).collect();
                let count = i64::try_from(values.len()).expect("a number");
                let sum: i64 = values.iter().sum();
                let mean = (count > 0).then(|| (2 * sum + count).div_euclid(2 * count));
                let told = (n, measure["tenths"].as_i64());
                assert_eq!(told, (count, mean), "{key:?} of {who:?} in {month:?}");
                *agreed.entry(key.as_str()).or_default() += usize::from(n > 0);
            }
        }
    }
    for key in FigureKey::ALL {
        assert!(agreed.get(key.as_str()).is_some_and(|n| *n >= 3), "{key:?}: {agreed:?}");
    }
});

on_both_databases!(outcomes_and_contacts_are_counted_at_once, async |app: TestApp| {
    let (hanne, leader) =
        (app.caseworker("caseworker-1").await, app.caseworker("team-leader").await);
    with_a_year(&app, 180).await;
    let anders = hanne.get("/api/staff/cases").await.1;
    let anders =
        anders.as_array().expect("rows").iter().find(|row| row["citizen"] == "Anders Friis");
    let case = anders.expect("Anders")["id"].as_str().expect("an id").to_owned();
    let details = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
    let booking = details["bookings"][0]["id"].as_str().expect("a booking").to_owned();
    let outcome = format!("/api/staff/bookings/{booking}/outcome");
    // Whether his employer had been contacted by his first conversation; nothing before it is held.
    let counted = async || {
        let (_, rows) = rows(&leader, "employer_contacted", "").await;
        rows.iter().find(|row| row["case_id"] == case.as_str()).map(|row| row["tenths"].clone())
    };
    assert_eq!(counted().await, None);
    assert_eq!(hanne.post(&outcome, &json!({ "outcome": "held" })).await.0, 200);
    assert!(counted().await.is_some(), "a conversation held is decided on at once");
    assert_eq!(hanne.post(&outcome, &json!({ "outcome": "no_show" })).await.0, 200);
    assert_eq!(counted().await, None, "corrected, it is as before");
    assert_eq!(hanne.post(&outcome, &json!({ "outcome": "held" })).await.0, 200);
    let what = json!({ "kind": "contacted", "channel": "phone", "outcome": "Aftalt." });
    let contact = json!({ "on": "2026-11-25", "what": what });
    let path = format!("/api/staff/cases/{case}/employer-contacts");
    assert_eq!(hanne.post(&path, &contact).await.0, 201);
    assert_eq!(counted().await, Some(json!(1000)), "and so is a contact");
});

on_both_databases!(a_caseworker_sees_themselves_and_the_department, async |app: TestApp| {
    with_a_year(&app, 270).await;
    let hanne = app.caseworker("caseworker-1").await;
    let leader = app.caseworker("team-leader").await;
    let department = board(&hanne, "").await;
    let people = department["people"].as_array().expect("people");
    assert_eq!((people.len(), &people[0]["name"]), (1, &json!("Hanne Ravn")));
    assert_eq!(department["rows"], false);
    let me = people[0]["id"].as_str().expect("an id");
    let mine = board(&hanne, &format!("?caseworker={me}")).await;
    assert_eq!((&mine["caseworker"]["name"], &mine["rows"]), (&json!("Hanne Ravn"), &json!(true)));
    let everybody = board(&leader, "").await;
    let everybody = everybody["people"].as_array().expect("people");
    assert!(everybody.len() >= 6, "{everybody:?}");
    for person in everybody.iter().filter(|person| person["name"] != "Hanne Ravn") {
        let query = format!("?caseworker={}", person["id"].as_str().expect("an id"));
        for path in ["", "/export", "/held/rows"] {
            assert_eq!(hanne.get(&format!("{KPI}{path}{query}")).await.0, 403, "{path}");
        }
    }
    assert_eq!(hanne.get(&format!("{KPI}/held/rows")).await.0, 403, "each colleague's rows");
    // Another team's are not there at all.
    let other = caseworker::Entity::find()
        .filter(caseworker::Column::Team.ne("Sygedagpenge"))
        .one(app.state.db.read())
        .await
        .expect("an answer")
        .expect("another team");
    assert_eq!(leader.get(&format!("{KPI}?caseworker={}", other.id)).await.0, 404);
    let theirs = app.caseworker_of(other.id).await;
    assert_eq!(theirs.get(&format!("{KPI}?caseworker={me}")).await.0, 403);
    for other in [app.employer().await, app.citizen("booked").await] {
        assert_eq!(other.get(KPI).await.0, 403);
        assert_eq!(other.get(&format!("{KPI}/held/rows")).await.0, 403);
    }
    assert_eq!(app.anonymous().get(KPI).await.0, 401);
});

on_both_databases!(a_colleague_cannot_be_told_from_the_department, async |app: TestApp| {
    // Hanne and Thomas are the only ones with cases: the department less Hanne is Thomas.
    kpi::refresh(&app.state).await.expect("facts");
    let hanne = app.caseworker("caseworker-1").await;
    let department = board(&hanne, "").await;
    for one in department["figures"].as_array().expect("figures") {
        let thomas =
            ["held", "self_booked", "first_in_time"].contains(&one["key"].as_str().unwrap());
        if thomas {
            assert_eq!(one["total"], json!({ "n": null, "tenths": null }), "{one}");
        }
    }
    let trusting = app.configured(|config| config.municipality.kpi.fewest_colleagues = 1);
    let leader = board(&app.caseworker("team-leader").await, "").await;
    let told = board(&trusting.caseworker("caseworker-1").await, "").await;
    let held = |board: &Value| figure(board, "held")["total"]["n"].clone();
    assert!(held(&leader).as_u64().is_some_and(|n| n >= 5), "{leader}");
    assert!(held(&told) == held(&leader) || held(&told).is_null());
});

on_both_databases!(answers_of_nobody_in_particular_tell_of_no_colleague, async |app: TestApp| {
    // Only Hanne and Thomas hold conversations. His answers are too few to be told as his.
    kpi::refresh(&app.state).await.expect("facts");
    let hanne = app.caseworker("caseworker-1").await;
    // She sees nobody but herself.
    let id = board(&hanne, "").await["people"][0]["id"].clone();
    let id: Uuid = id.as_str().expect("an id").parse().expect("an id");
    let answer = |caseworker: Option<Uuid>| satisfaction_answer::ActiveModel {
        id: Set(app.state.clock.random_id()),
        team: Set("Sygedagpenge".to_owned()),
        month: Set("2026-11".to_owned()),
        caseworker_id: Set(caseworker),
        satisfied: Set(4),
        closer: Set(4),
    };
    let answers = (0..6).map(|_| answer(Some(id))).chain((0..6).map(|_| answer(None)));
    let tx = app.state.db.begin_write().await.expect("a transaction");
    satisfaction_answer::Entity::delete_many().exec(&*tx).await.expect("none");
    satisfaction_answer::Entity::insert_many(answers)
        .exec_without_returning(&*tx)
        .await
        .expect("answers");
    tx.commit().await.expect("stored");
    let leader = board(&app.caseworker("team-leader").await, "").await;
    assert_eq!(figure(&leader, "satisfied")["total"]["n"], 12);
    let department = board(&hanne, "").await;
    assert_eq!(
        figure(&department, "satisfied")["total"]["n"],
        Value::Null,
        "less hers, they are his"
    );
    let own = board(&hanne, &format!("?caseworker={id}")).await;
    assert_eq!(figure(&own, "satisfied")["total"]["n"], 6);
});

on_both_databases!(a_time_nobody_could_book_is_no_free_time, async |app: TestApp| {
    let first = async |app: &TestApp| {
        kpi::refresh(&app.state).await.expect("facts");
        let facts = free_time_fact::Entity::find().all(app.state.db.read()).await.expect("rows");
        let today = app.state.clock.today();
        let of = facts.into_iter().filter(|fact| fact.on_date == today);
        of.map(|fact| (fact.caseworker_id, fact.first_at)).collect::<BTreeMap<_, _>>()
    };
    let before = first(&app).await;
    app.set_time("2026-12-02T07:00:00Z");
    let (whose, at) = before.into_iter().max_by_key(|(_, at)| *at).expect("somebody has a time");
    // Something that is no booking takes that time.
    let stretch = guard::Stretch { starts_at: at, ends_at: at + TimeDelta::minutes(15) };
    let tx = app.state.db.begin_write().await.expect("a transaction");
    let holder = guard::Holder::booking(app.state.clock.new_id(), app.state.clock.now());
    let claimed = guard::claim(&tx, &guard::caseworker(whose), stretch, holder).await;
    assert!(claimed.expect("an answer"), "it was free");
    tx.commit().await.expect("stored");
    let after = first(&app).await;
    assert!(after[&whose] > at, "{after:?}");
});

on_both_databases!(nothing_is_told_of_fewer_than_five, async |app: TestApp| {
    with_a_year(&app, 95).await;
    let leader = app.caseworker("team-leader").await;
    let department = board(&leader, "").await;
    let mut untold = 0;
    let people = department["people"].as_array().expect("people").clone();
    let mut boards = vec![(String::new(), department)];
    for person in people {
        let query = format!("?caseworker={}", person["id"].as_str().expect("an id"));
        boards.push((query.clone(), board(&leader, &query).await));
    }
    for (query, board) in &boards {
        for one in board["figures"].as_array().expect("figures") {
            let months = one["months"].as_array().expect("months").iter();
            for (place, measure) in months.chain([&one["total"]]).enumerate() {
                let n = measure["n"].as_u64();
                assert!(n.is_none_or(|n| n == 0 || n >= 5), "{query} {one}");
                assert!(n.is_some() || measure["tenths"].is_null(), "{query} {one}");
                if n.is_none() && untold < 40 && place < 14 {
                    untold += 1;
                    let glue = if query.is_empty() { "?" } else { "&" };
                    let key = one["key"].as_str().expect("a key");
                    let month = board["months"][place].as_str().expect("a month");
                    let path = format!("{KPI}/{key}/rows{query}{glue}month={month}");
                    assert_eq!(leader.get(&path).await.0, 404, "{path}");
                }
            }
        }
    }
    assert!(untold > 5, "{untold}");
});

on_both_databases!(i7_the_cases_behind_a_figure_are_looked_at, async |app: TestApp| {
    with_a_year(&app, 90).await;
    let leader = app.caseworker("team-leader").await;
    let sofie = app.citizen("booked").await;
    let looks = async || sofie.get("/api/citizen/access-log").await.1["entries"].clone();
    let count = |looks: &Value| looks.as_array().expect("entries").len();
    let before = looks().await;
    leader.get(KPI).await;
    leader.send(Method::GET, &format!("{KPI}/export"), None).await;
    assert_eq!(count(&looks().await), count(&before), "numbers are no look");
    let (_, rows) = rows(&leader, "caseworker_changes", "").await;
    let case = app.case_of("booked").await.to_string();
    assert!(rows.iter().any(|row| row["case_id"] == case.as_str()), "Sofie's case stands there");
    let after = looks().await;
    assert_eq!(count(&after), count(&before) + 1);
    assert_eq!(after[0]["what"], "key_figures");
    assert_eq!(after[0]["role"], "team_leader");
});

on_both_databases!(the_file_says_what_the_page_says, async |app: TestApp| {
    with_a_year(&app, 180).await;
    let leader = app.caseworker("team-leader").await;
    let shown = board(&leader, "").await;
    let export = leader.send(Method::GET, &format!("{KPI}/export?format=json"), None).await;
    assert_eq!(export.status, 200);
    let rows = export.json["rows"].as_array().expect("rows");
    let figures = shown["figures"].as_array().expect("figures");
    assert_eq!(rows.len(), figures.len() * 15);
    for (row, one) in rows.iter().step_by(15).zip(figures) {
        assert_eq!((&row["figure"], &row["n"]), (&one["key"], &one["total"]["n"]));
        let value = one["total"]["tenths"].as_i64();
        let text = row["value"].as_f64().map(|value| format!("{value:.1}").replace('.', ""));
        assert_eq!(text.map(|text| text.parse::<i64>().expect("a number")), value, "{row}");
    }
    let csv = leader.send(Method::GET, &format!("{KPI}/export"), None).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.header("content-disposition").contains("genvej-key-figures-2026-12-01.csv"));
    let lines: Vec<&str> = csv.text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "figure;of;month;n;value;unit;target");
    assert_eq!(lines.len(), rows.len() + 1);
    for key in FigureKey::ALL {
        let there = figures.iter().any(|one| one["key"] == key.as_str());
        let in_file = lines.iter().any(|line| line.starts_with(&format!("{};", key.as_str())));
        assert_eq!(there, in_file, "{key:?}");
    }
});

on_both_databases!(targets_are_the_municipalitys, async |app: TestApp| {
    with_a_year(&app, 90).await;
    let leader = app.caseworker("team-leader").await;
    let shown = board(&leader, "").await;
    let target = json!({ "tenths": 250, "at_least": true });
    assert_eq!(figure(&shown, "partial_return")["target"], target);
    assert_eq!(figure(&shown, "missed")["target"], Value::Null);
    let other = app.configured(|config| {
        config.municipality.kpi.targets = BTreeMap::from([(FigureKey::Missed, 5)]);
    });
    let shown = board(&other.caseworker("team-leader").await, "").await;
    assert_eq!(figure(&shown, "missed")["target"], json!({ "tenths": 50, "at_least": false }));
    assert_eq!(figure(&shown, "partial_return")["target"], Value::Null);
});

on_both_databases!(i11_nonsense_is_refused, async |app: TestApp| {
    let leader = app.caseworker("team-leader").await;
    for (path, status) in [
        ("?caseworker=x", 400),
        ("?month=2026-12-01", 400),
        ("/nothing/rows", 404),
        ("/held/rows?month=2019-01-01", 404),
        ("/held/rows?month=2026-12-02", 404),
        ("/held/rows?page=-1", 400),
        ("/export?format=xlsx", 400),
    ] {
        assert_eq!(leader.get(&format!("{KPI}{path}")).await.0, status, "{path}");
    }
});
