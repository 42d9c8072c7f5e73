//! Moves that the course does not have are refused with their code, sent again they change
//! nothing (I3), and of two who move at once one wins.

use chrono::{DateTime, TimeDelta, Utc};
use genvej_server::retention_plan::reminders;
use rules::{CitizenMove, Course, EmployerMove, Revised, StaffMove};
use serde_json::{Value, json};

use crate::retention_plan::{MOVES, PAGE, SECOND_STEP, Three, employers, staffs, three};
use crate::support::TestApp;

const COMMENT: &str = "For mange timer";

fn citizens(by: CitizenMove, version: u32) -> Value {
    match by {
        CitizenMove::Request => json!({ "move": "request" }),
        CitizenMove::WithdrawRequest => json!({ "move": "withdraw_request" }),
        CitizenMove::AskChanges => json!({
            "move": "ask_changes", "version": version,
            "comments": [{ "section": "hours", "text": COMMENT }],
        }),
        CitizenMove::Approve => json!({ "move": "approve", "version": version, "remark": "" }),
        CitizenMove::Submit => json!({ "move": "submit", "version": version }),
        CitizenMove::Answer => json!({ "move": "answer", "version": version, "text": "Ja." }),
    }
}

fn companys(by: EmployerMove, version: u32) -> Value {
    match by {
        EmployerMove::Begin => json!({ "move": "begin" }),
        EmployerMove::Send => json!({ "move": "send", "draft_version": 1 }),
        EmployerMove::TakeBack => json!({ "move": "take_back", "version": version }),
        EmployerMove::Submit => json!({ "move": "submit", "version": version }),
        EmployerMove::Answer => json!({ "move": "answer", "version": version, "text": "Ja." }),
        EmployerMove::Revise => json!({ "move": "revise" }),
        EmployerMove::DropRevision => json!({ "move": "drop_revision" }),
        EmployerMove::Decline => json!({ "move": "decline", "reason": "" }),
    }
}

fn municipalitys(by: StaffMove, version: u32) -> Value {
    match by {
        StaffMove::Suggest => json!({ "move": "suggest" }),
        StaffMove::Acknowledge => json!({ "move": "acknowledge", "version": version }),
        StaffMove::Ask => json!({ "move": "ask", "version": version, "text": "Hvem?" }),
        StaffMove::Close => json!({ "move": "close", "reason": "" }),
    }
}

/// Makes every move that the course does not have now; gives how many were refused.
async fn refuse_the_rest(three: &Three, now: Option<Course>) -> usize {
    let version = now.map_or(1, Course::last_version).max(1);
    let (mut refused, before) = (0, three.maja.get(PAGE).await.1);
    let mut calls = Vec::new();
    let (own, theirs) = (employers(three.case, "/moves"), staffs(three.case, "/moves"));
    let legal = Course::citizen_moves(now);
    for by in CitizenMove::ALL.into_iter().filter(|by| !legal.contains(by)) {
        calls.push((&three.maja, MOVES, citizens(by, version)));
    }
    let legal = Course::employer_moves(now);
    for by in EmployerMove::ALL.into_iter().filter(|by| !legal.contains(by)) {
        calls.push((&three.camilla, &own, companys(by, version)));
    }
    let legal = Course::staff_moves(now);
    for by in StaffMove::ALL.into_iter().filter(|by| !legal.contains(by)) {
        calls.push((&three.hanne, &theirs, municipalitys(by, version)));
    }
    for (client, path, body) in calls {
        let (status, problem) = client.post(path, &body).await;
        assert_eq!(
            (status, &problem["code"]),
            (409, &json!("move_not_possible")),
            "{now:?} {body}"
        );
        refused += 1;
    }
    assert_eq!(three.maja.get(PAGE).await.1, before, "nothing has changed: {now:?}");
    refused
}

on_both_databases!(every_illegal_move_is_refused_in_every_state, async |app: TestApp| {
    let three = three(&app).await;
    let mut refused = refuse_the_rest(&three, None).await;
    three.citizen(&citizens(CitizenMove::Request, 0)).await;
    refused += refuse_the_rest(&three, Some(Course::Requested { last: 0 })).await;
    three.citizen(&citizens(CitizenMove::WithdrawRequest, 0)).await;
    refused += refuse_the_rest(&three, Some(Course::Closed { last: 0 })).await;
    app.pass(TimeDelta::seconds(1));
    three.sent().await;
    refused += refuse_the_rest(&three, Some(Course::Sent { version: 1 })).await;
    three.citizen(&citizens(CitizenMove::AskChanges, 1)).await;
    refused += refuse_the_rest(&three, Some(Course::ChangesAsked { version: 1 })).await;
    let draft = three.type_in(&[("goal", "Igen")]).await;
    three.employer(&json!({ "move": "send", "draft_version": draft })).await;
    three.citizen(&citizens(CitizenMove::Approve, 2)).await;
    refused += refuse_the_rest(&three, Some(Course::Approved { version: 2 })).await;
    three.citizen(&citizens(CitizenMove::Submit, 2)).await;
    refused += refuse_the_rest(&three, Some(Course::Submitted { version: 2 })).await;
    three.staff(&municipalitys(StaffMove::Ask, 2)).await;
    refused += refuse_the_rest(&three, Some(Course::Questioned { version: 2 })).await;
    three.staff(&municipalitys(StaffMove::Acknowledge, 2)).await;
    refused += refuse_the_rest(&three, Some(Course::Acknowledged { version: 2 })).await;
    three.employer(&companys(EmployerMove::Revise, 2)).await;
    let revises = Some(Revised::Acknowledged);
    refused += refuse_the_rest(&three, Some(Course::Drafting { last: 2, revises })).await;
    three.staff(&municipalitys(StaffMove::Close, 2)).await;
    app.pass(TimeDelta::seconds(1));
    three.employer(&companys(EmployerMove::Begin, 2)).await;
    three.employer(&companys(EmployerMove::Decline, 2)).await;
    refused += refuse_the_rest(&three, Some(Course::Declined { last: 2 })).await;
    assert!(refused > 130, "{refused}");
});

on_both_databases!(a_move_about_another_version_is_stale, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let stale = async |client: &crate::support::Client, path: &str, body: Value| {
        let (status, problem) = client.post(path, &body).await;
        assert_eq!((status, &problem["code"]), (409, &json!("stale_version")), "{body}");
    };
    for version in [0, 2, u32::MAX] {
        stale(&three.maja, MOVES, citizens(CitizenMove::Approve, version)).await;
        stale(&three.maja, MOVES, citizens(CitizenMove::AskChanges, version)).await;
        let path = employers(three.case, "/moves");
        stale(&three.camilla, &path, companys(EmployerMove::TakeBack, version)).await;
    }
    three.employer(&companys(EmployerMove::TakeBack, 1)).await;
    let path = employers(three.case, "/moves");
    stale(&three.camilla, &path, json!({ "move": "send", "draft_version": 0 })).await;
    three.type_in(&[("party.contact.name", "")]).await;
    let version = three.type_in(&[("ramp.s1.hours", "99")]).await;
    let send = json!({ "move": "send", "draft_version": version });
    let (status, problem) = three.camilla.post(&path, &send).await;
    assert_eq!((status, &problem["code"]), (422, &json!("invalid_fields")), "{problem}");
    assert!(problem["errors"].as_array().is_some_and(|errors| errors.len() >= 2), "{problem}");
});

on_both_databases!(where_there_is_no_company_or_no_open_case, async |app: TestApp| {
    let request = json!({ "move": "request" });
    let lars = app.citizen("no-employer").await;
    let (status, problem) = lars.post(MOVES, &request).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_employer")));
    assert_eq!(lars.get(PAGE).await.1["moves"], json!([]));
    let case = app.case_of("no-employer").await;
    let thomas = app.caseworker("caseworker-2").await;
    let suggest = json!({ "move": "suggest" });
    let (status, problem) = thomas.post(&staffs(case, "/moves"), &suggest).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_employer")));
    let birthe = app.citizen("closed").await;
    let (status, problem) = birthe.post(MOVES, &request).await;
    assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
    let case = app.case_of("closed").await;
    let camilla = app.employer().await;
    let (status, problem) =
        camilla.post(&employers(case, "/moves"), &json!({ "move": "begin" })).await;
    assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
    let page = camilla.get(&employers(case, "")).await.1;
    assert_eq!((&page["case_closed"], &page["moves"]), (&json!(true), &json!([])));
});

on_both_databases!(i3_a_move_sent_again_changes_nothing, async |app: TestApp| {
    let three = three(&app).await;
    let (request, key) = (json!({ "move": "request" }), "the-same-key");
    let first = three.maja.post_with_key(MOVES, key, &request).await;
    assert_eq!(first.0, 201);
    assert_eq!(three.maja.post_with_key(MOVES, key, &request).await, first);
    let other = json!({ "move": "withdraw_request" });
    let (status, problem) = three.maja.post_with_key(MOVES, key, &other).await;
    assert_eq!((status, &problem["code"]), (422, &json!("idempotency_key_reused")));
    let path = employers(three.case, "/moves");
    let begin = json!({ "move": "begin" });
    let (one, two) = tokio::join!(
        three.camilla.post_with_key(&path, key, &begin),
        three.camilla.post_with_key(&path, key, &begin),
    );
    assert_eq!((one.0, &one), (201, &two));
    assert_eq!(three.messages().await.len(), 2, "one for each move");
    let looks = async || {
        let log = three.maja.get("/api/citizen/access-log").await.1;
        let entries = log["entries"].as_array().expect("entries").clone();
        entries.iter().filter(|entry| entry["what"] == "retention_plan_move").count()
    };
    assert_eq!(looks().await, 2, "and each is in the log once");
    three.employer(&json!({ "move": "decline", "reason": "" })).await;
    let (path, suggest) = (staffs(three.case, "/moves"), json!({ "move": "suggest" }));
    for _ in 0..2 {
        assert_eq!(three.hanne.post_with_key(&path, key, &suggest).await.0, 201);
    }
    assert_eq!(looks().await, 4);
});

on_both_databases!(who_suggested_a_plan_hears_that_it_is_not_wanted, async |app: TestApp| {
    let three = three(&app).await;
    let last = async || three.messages().await[0].clone();
    three.citizen(&json!({ "move": "request" })).await;
    app.pass(TimeDelta::seconds(1));
    three.citizen(&json!({ "move": "withdraw_request" })).await;
    assert_eq!(last().await, ("request_withdrawn".to_owned(), "employer".to_owned()));
    app.pass(TimeDelta::seconds(1));
    three.staff(&json!({ "move": "suggest" })).await;
    app.pass(TimeDelta::seconds(1));
    three.citizen(&json!({ "move": "withdraw_request" })).await;
    let mut told = three.messages().await;
    told[..2].sort();
    let both = ["employer", "staff"].map(|to| ("request_withdrawn".to_owned(), to.to_owned()));
    assert_eq!(told[..2], both, "the employer had been asked, too");
});

on_both_databases!(of_two_who_move_at_once_one_wins, async |app: TestApp| {
    let three = three(&app).await;
    let (own, theirs) = (employers(three.case, "/moves"), staffs(three.case, "/moves"));
    let (request, begin, suggest) =
        (json!({ "move": "request" }), json!({ "move": "begin" }), json!({ "move": "suggest" }));
    let (one, two) =
        tokio::join!(three.maja.post(MOVES, &request), three.hanne.post(&theirs, &suggest));
    one_won(&one, &two);
    three.employer(&begin).await;
    let version = three.type_in(&crate::retention_plan::PLAN).await;
    three.employer(&json!({ "move": "send", "draft_version": version })).await;
    for round in 1..4 {
        let approve = citizens(CitizenMove::Approve, round);
        let back = companys(EmployerMove::TakeBack, round);
        let (one, two) =
            tokio::join!(three.maja.post(MOVES, &approve), three.camilla.post(&own, &back));
        one_won(&one, &two);
        if one.0 == 201 {
            three.citizen(&citizens(CitizenMove::Submit, round)).await;
            three.staff(&municipalitys(StaffMove::Acknowledge, round)).await;
            three.employer(&companys(EmployerMove::Revise, round)).await;
        }
        let version = three.type_in(&[("goal", &format!("Mål {round}"))]).await;
        three.employer(&json!({ "move": "send", "draft_version": version })).await;
    }
    assert_eq!(three.maja.get(PAGE).await.1["latest"]["version"]["number"], 4);
});

fn one_won(one: &(u16, Value), two: &(u16, Value)) {
    let lost = if one.0 == 201 { two } else { one };
    assert_eq!(one.0.min(two.0), 201, "{one:?} {two:?}");
    assert_eq!((lost.0, &lost.1["code"]), (409, &json!("move_not_possible")));
}

on_both_databases!(i11_what_is_said_must_be_fit_to_read, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let long = "x".repeat(1001);
    let comment = |text: &str| json!({ "section": "hours", "text": text });
    for (body, field, code) in [
        (json!([]), "comments", "missing"),
        (json!([comment(" ")]), "comments[0].text", "missing"),
        (json!([comment(&long)]), "comments[0].text", "too_long"),
        (json!([comment("bip\u{7}")]), "comments[0].text", "control_characters"),
        (json!([comment("010190-1234")]), "comments[0].text", "cpr_number"),
        (json!([comment("x"), comment("y")]), "comments[1].section", "overlaps"),
    ] {
        let ask = json!({ "move": "ask_changes", "version": 1, "comments": body });
        let (status, problem) = three.maja.post(MOVES, &ask).await;
        assert_eq!(status, 422, "{problem}");
        assert_eq!(problem["errors"][0], json!({ "field": field, "code": code }));
    }
    for (text, code) in [(&*long, "too_long"), ("0101901234", "cpr_number")] {
        let approve = json!({ "move": "approve", "version": 1, "remark": text });
        let (_, problem) = three.maja.post(MOVES, &approve).await;
        assert_eq!(problem["errors"][0], json!({ "field": "remark", "code": code }));
        let decline = json!({ "move": "decline", "reason": text });
        let (_, problem) = three.camilla.post(&employers(three.case, "/moves"), &decline).await;
        assert_eq!(problem["errors"][0], json!({ "field": "reason", "code": code }));
        let ask = json!({ "move": "ask", "version": 1, "text": text });
        let (_, problem) = three.hanne.post(&staffs(three.case, "/moves"), &ask).await;
        assert_eq!(problem["errors"][0], json!({ "field": "text", "code": code }));
    }
    for wrong in [
        json!({}),
        json!({ "move": "fly" }),
        json!({ "move": "submit" }),
        json!({ "move": "submit", "version": -1 }),
        json!({ "move": "submit", "version": 4_294_967_296_u64 }),
        json!({ "move": "request", "more": 1 }),
        json!({ "move": "approve", "version": 1, "remark": null }),
    ] {
        let (status, problem) = three.maja.post(MOVES, &wrong).await;
        assert_eq!((status, &problem["code"]), (400, &json!("malformed_body")), "{wrong}");
    }
});

on_both_databases!(what_was_typed_and_sent_is_typed_no_more, async |app: TestApp| {
    const DRAFT: &str = "/api/citizen/drafts/retention-answer";
    let three = three(&app).await;
    three.sent().await;
    let change = |field: &str, value: &str| json!({ "field": field, "base": 0, "value": value });
    let changes = json!({ "changes": [
        change("comment.hours", COMMENT), change("comment.care", "Pauser"), change("remark", "Tak"),
    ] });
    assert_eq!(three.maja.patch(DRAFT, &changes).await.0, 200);
    let page = three.citizen(&citizens(CitizenMove::AskChanges, 1)).await;
    let fields = json!([
        { "field": "comment.care", "value": "Pauser", "version": 1 },
        { "field": "comment.hours", "value": "", "version": 2 },
        { "field": "remark", "value": "Tak", "version": 1 },
    ]);
    assert_eq!(page["draft"], json!({ "version": 2, "fields": fields }));
    let cpr = json!({ "changes": [{ "field": "remark", "base": 1, "value": "010190-1234" }] });
    let refused = three.maja.patch(DRAFT, &cpr).await.1["refused"].clone();
    assert_eq!(refused, json!([{ "field": "remark", "code": "cpr_number" }]));
    assert_eq!(three.maja.get("/api/citizen/drafts/retention-plan").await.0, 404, "the employer's");
    let path = "/api/citizen/drafts/retention-plan";
    assert_eq!(three.maja.patch(path, &changes).await.0, 404);
});

on_both_databases!(both_are_reminded_once_also_by_two_servers, async |app: TestApp| {
    let town = three(&app).await;
    town.sent().await;
    let other = app.configured(|_| {});
    app.pass(TimeDelta::days(7));
    reminders::nudge(&app.state).await.expect("reminders");
    let town = three(&app).await;
    assert!(!town.maja.get(PAGE).await.1.to_string().contains("nudged"), "nobody is late yet");
    app.pass(TimeDelta::seconds(1));
    let (one, two) = tokio::join!(reminders::nudge(&app.state), reminders::nudge(&other.state));
    one.and(two).expect("reminders");
    reminders::nudge(&app.state).await.expect("a third time");
    let nudges = |told: Vec<(String, String)>| {
        let mut to: Vec<String> =
            told.into_iter().filter(|(kind, _)| kind == "nudged").map(|(_, to)| to).collect();
        to.sort();
        to
    };
    assert_eq!(nudges(town.messages().await), ["citizen", "employer"]);
    let page = town.maja.get(PAGE).await.1;
    let event = &page["course"]["events"][0];
    assert_eq!((&event["kind"], &event["by"]), (&json!("nudged"), &Value::Null));
    assert_eq!(page["course"]["course"]["state"], "sent", "it is never sent on");
});

on_both_databases!(
    an_approved_plan_is_sent_in_time_for_the_next_conversation,
    async |app: TestApp| {
        let town = three(&app).await;
        town.approved().await;
        let app =
            app.configured(|config| config.municipality.retention_plan.submit_reminder_days = 1);
        let reminded = async || {
            let other = app.configured(|_| {});
            let (one, two) = tokio::join!(
                reminders::submit_in_time(&app.state),
                reminders::submit_in_time(&other.state)
            );
            one.and(two).expect("reminders");
            let told = three(&app).await.messages().await.into_iter();
            let mut to: Vec<String> =
                told.filter(|(kind, _)| kind == "plan_not_submitted").map(|(_, to)| to).collect();
            to.sort();
            to
        };
        assert_eq!(reminded().await, [""; 0], "no conversation is booked");
        let booking = crate::booking::book_first(&town.maja, "in_person").await;
        let begins = booking["starts_at"].as_str().expect("a time").parse::<DateTime<Utc>>();
        let day_before = begins.expect("a time") - TimeDelta::days(1);
        app.state.clock.set(day_before - TimeDelta::seconds(1));
        assert_eq!(reminded().await, [""; 0], "there is time");
        app.state.clock.set(day_before);
        assert_eq!(reminded().await, ["citizen", "employer"]);
        app.pass(TimeDelta::hours(1));
        assert_eq!(reminded().await, ["citizen", "employer"], "once");
        let page = three(&app).await.camilla.get(&employers(town.case, "")).await.1.to_string();
        let day = &booking["starts_at"].as_str().expect("a time")[..10];
        assert!(!page.contains(day), "and no word of the conversation (I5): {page}");
    }
);

on_both_databases!(nobody_is_reminded_of_a_plan_that_is_sent, async |app: TestApp| {
    let town = three(&app).await;
    town.submitted().await;
    let booking = crate::booking::book_first(&town.maja, "in_person").await;
    app.set_time(booking["starts_at"].as_str().expect("a time"));
    app.pass(-TimeDelta::hours(2));
    reminders::submit_in_time(&app.state).await.expect("reminders");
    let told = three(&app).await.messages().await;
    assert!(told.iter().all(|(kind, _)| kind != "plan_not_submitted"), "{told:?}");
});

on_both_databases!(a_step_up_is_told_of_once_the_day_before, async |app: TestApp| {
    let town = three(&app).await;
    town.employer(&json!({ "move": "begin" })).await;
    town.type_in(&crate::retention_plan::PLAN).await;
    let version = town.type_in(&SECOND_STEP).await;
    town.employer(&json!({ "move": "send", "draft_version": version })).await;
    let steps = async |at: &str| {
        app.set_time(at);
        let other = app.configured(|_| {});
        let (one, two) = tokio::join!(
            reminders::announce_steps(&app.state),
            reminders::announce_steps(&other.state)
        );
        one.and(two).expect("reminders");
        let data = three(&app).await.maja.get("/api/citizen/data").await.1;
        let told = data["cases"][0]["messages"].as_array().expect("messages").clone();
        told.iter().filter(|one| one["kind"]["kind"] == "step_up").count()
    };
    assert_eq!(steps("2026-12-06T08:00:00Z").await, 0, "nothing is agreed");
    let town = three(&app).await;
    town.citizen(&citizens(CitizenMove::Approve, 1)).await;
    assert_eq!(steps("2026-12-05T08:00:00Z").await, 0);
    assert_eq!(steps("2026-12-06T08:00:00Z").await, 1);
    assert_eq!(steps("2026-12-06T20:00:00Z").await, 1, "once");
    let town = three(&app).await;
    let staff_see = async || {
        let told = town.messages().await;
        told.into_iter().filter(|(kind, to)| kind == "step_up" && to == "citizen").count()
    };
    assert_eq!(staff_see().await, 0, "nothing of a plan that is not theirs, no day either");
    town.citizen(&citizens(CitizenMove::Submit, 1)).await;
    assert_eq!(staff_see().await, 1);
    let others = app.state.db.begin_write().await.expect("a turn");
    reminders::announce_steps(&app.state).await.expect("nothing to write, so no turn to wait for");
    drop(others);
    assert_eq!(steps("2026-12-19T08:00:00Z").await, 1);
    assert_eq!(steps("2026-12-20T08:00:00Z").await, 2);
    assert_eq!(steps("2027-01-09T08:00:00Z").await, 2, "no more hours begin");
});
