//! The retention plan's way between employer, employee and municipality: what each sees at each
//! place, and that nothing reaches the municipality before the employee has agreed to it.

use chrono::{NaiveDate, TimeDelta};
use contract::ids::CaseId;
use serde_json::{Value, json};

use crate::caseload::attention;
use crate::support::{Client, TestApp};

/// The citizen's page.
pub const PAGE: &str = "/api/citizen/retention-plan";
/// The citizen's moves.
pub const MOVES: &str = "/api/citizen/retention-plan/moves";

/// The three, and the case that brings them together.
pub struct Three {
    /// The employee.
    pub maja: Client,
    /// Who writes for the employer.
    pub camilla: Client,
    /// The caseworker.
    pub hanne: Client,
    /// Whose case.
    pub case: CaseId,
}

/// The three of a case without a plan.
pub async fn three(app: &TestApp) -> Three {
    Three {
        maja: app.citizen("first-due").await,
        camilla: app.employer().await,
        hanne: app.caseworker("caseworker-1").await,
        case: app.case_of("first-due").await,
    }
}

/// A place below the employer's pages of that case.
pub fn employers(case: CaseId, rest: &str) -> String {
    format!("/api/employer/cases/{case}/retention-plan{rest}")
}

/// A place below the caseworker's pages of that case.
pub fn staffs(case: CaseId, rest: &str) -> String {
    format!("/api/staff/cases/{case}/retention-plan{rest}")
}

/// A plan that can be sent.
pub const PLAN: [(&str, &str); 8] = [
    ("party.contact.name", "Camilla Strand"),
    ("goal", "Tilbage i butikken"),
    ("tasks.can", "Kassen og telefonen"),
    ("normal-hours", "37"),
    ("ramp.s1.from", "2026-12-07"),
    ("ramp.s1.to", "2026-12-20"),
    ("ramp.s1.hours", "10"),
    ("ramp.s1.days", "mandag til fredag"),
];

/// A second step, from the day after.
pub const SECOND_STEP: [(&str, &str); 3] =
    [("ramp.s2.from", "2026-12-21"), ("ramp.s2.to", "2027-01-10"), ("ramp.s2.hours", "20")];

impl Three {
    /// The citizen makes a move that is possible.
    pub async fn citizen(&self, body: &Value) -> Value {
        done(self.maja.post(MOVES, body).await)
    }

    /// The employer does.
    pub async fn employer(&self, body: &Value) -> Value {
        done(self.camilla.post(&employers(self.case, "/moves"), body).await)
    }

    /// The caseworker does.
    pub async fn staff(&self, body: &Value) -> Value {
        done(self.hanne.post(&staffs(self.case, "/moves"), body).await)
    }

    /// The employer types, and gives the draft's version.
    pub async fn type_in(&self, fields: &[(&str, &str)]) -> u32 {
        let path = employers(self.case, "/draft");
        let draft = self.camilla.get(&path).await.1;
        let base = |field: &str| {
            let fields = draft["fields"].as_array().expect("fields");
            let known = fields.iter().find(|one| one["field"] == field);
            known.map_or(json!(0), |one| one["version"].clone())
        };
        let change = |(field, value): &(&str, &str)| json!({ "field": field, "base": base(field), "value": value });
        let changes: Vec<Value> = fields.iter().map(change).collect();
        let (status, saved) = self.camilla.patch(&path, &json!({ "changes": changes })).await;
        assert_eq!(status, 200, "{saved}");
        assert_eq!(saved["saved"].as_array().map(Vec::len), Some(fields.len()), "{saved}");
        u32::try_from(saved["version"].as_u64().expect("a version")).expect("a small one")
    }

    /// The employer begins, types a plan and sends it: version 1 of a case without one.
    pub async fn sent(&self) -> Value {
        self.employer(&json!({ "move": "begin" })).await;
        let version = self.type_in(&PLAN).await;
        self.employer(&json!({ "move": "send", "draft_version": version })).await
    }

    /// The same, approved.
    pub async fn approved(&self) -> Value {
        self.sent().await;
        self.citizen(&json!({ "move": "approve", "version": 1, "remark": "" })).await
    }

    /// The same, submitted.
    pub async fn submitted(&self) -> Value {
        self.approved().await;
        self.citizen(&json!({ "move": "submit", "version": 1 })).await
    }

    /// The same, acknowledged.
    pub async fn acknowledged(&self) -> Value {
        self.submitted().await;
        self.staff(&json!({ "move": "acknowledge", "version": 1 })).await
    }

    /// What waits to be told about the case, the newest first, as what and to whom.
    pub async fn messages(&self) -> Vec<(String, String)> {
        let details = self.hanne.get(&format!("/api/staff/cases/{}", self.case)).await.1;
        let told = |one: &Value| {
            let kind = one["kind"]["event"].as_str().or(one["kind"]["kind"].as_str());
            let to = one["to"].as_str().expect("to");
            (kind.expect("a kind").to_owned(), to.to_owned())
        };
        details["messages"].as_array().expect("messages").iter().map(told).collect()
    }
}

fn done((status, page): (u16, Value)) -> Value {
    assert_eq!(status, 201, "{page}");
    page
}

fn state(page: &Value) -> &str {
    page["course"]["course"]["state"].as_str().expect("a state")
}

on_both_databases!(from_request_to_acknowledgement_with_one_round, async |app: TestApp| {
    let three = three(&app).await;
    let next = |page: &Value| page["course"]["next"].as_str().expect("next").to_owned();
    let page = three.maja.get(PAGE).await.1;
    let day = |name: &str| page[name].as_str().expect("a day").parse::<NaiveDate>().expect("a day");
    assert_eq!(day("eight_weeks_on") - day("first_absence"), TimeDelta::weeks(8), "§ 7 b");
    let page = three.citizen(&json!({ "move": "request" })).await;
    assert_eq!((state(&page), &*next(&page)), ("requested", "employer"));
    app.pass(TimeDelta::minutes(2));
    let page = three.employer(&json!({ "move": "begin" })).await;
    assert_eq!((state(&page), &page["me"]), ("drafting", &json!("Camilla Strand")));
    let version = three.type_in(&PLAN).await;
    app.pass(TimeDelta::minutes(2));
    let page = three.employer(&json!({ "move": "send", "draft_version": version })).await;
    assert_eq!((state(&page), &*next(&page)), ("sent", "citizen"));
    let page = three.maja.get(PAGE).await.1;
    assert_eq!(page["latest"]["plan"]["tasks"]["can"], "Kassen og telefonen");
    assert_eq!(page["moves"], json!(["ask_changes", "approve"]));
    app.pass(TimeDelta::minutes(2));
    let comments = json!([{ "section": "hours", "text": " For mange timer. " }, { "section": "tasks", "text": "Ikke telefonen" }]);
    let ask = json!({ "move": "ask_changes", "version": 1, "comments": comments });
    assert_eq!(state(&three.citizen(&ask).await), "changes_asked");
    let page = three.camilla.get(&employers(three.case, "")).await.1;
    let sections = |page: &Value| {
        let comments = page["latest"]["comments"].as_array().expect("comments").clone();
        comments.iter().map(|one| one["section"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(sections(&page), ["tasks", "hours"], "in the plan's order");
    assert_eq!(page["latest"]["comments"][1]["text"], "For mange timer.");
    let version = three.type_in(&[("ramp.s1.hours", "8")]).await;
    app.pass(TimeDelta::minutes(2));
    three.employer(&json!({ "move": "send", "draft_version": version })).await;
    let staff = three.hanne.get(&staffs(three.case, "")).await.1;
    assert_eq!((&staff["versions"], &staff["shown"]), (&json!([]), &Value::Null), "not yet theirs");
    app.pass(TimeDelta::minutes(2));
    let approve = json!({ "move": "approve", "version": 2, "remark": "Tak." });
    let page = three.citizen(&approve).await;
    assert_eq!((state(&page), &page["agreed"]["version"]), ("approved", &json!(2)));
    assert_eq!(page["agreed"]["steps"][0]["hours"], 480);
    app.pass(TimeDelta::minutes(2));
    let page = three.employer(&json!({ "move": "submit", "version": 2 })).await;
    assert_eq!((state(&page), &page["latest"]["remark"]), ("submitted", &json!("Tak.")));
    let waits = |rows: Value| {
        let rows = rows.as_array().expect("rows").clone();
        let row = rows.into_iter().find(|row| row["id"] == json!(three.case)).expect("the case");
        attention(&row, "retention_waits").is_some()
    };
    assert!(waits(three.hanne.get("/api/staff/cases").await.1));
    app.pass(TimeDelta::minutes(2));
    let question = json!({ "move": "ask", "version": 2, "text": "Hvem følger op?" });
    let page = three.staff(&question).await;
    assert_eq!((state(&page), &*next(&page)), ("questioned", "either"));
    app.pass(TimeDelta::minutes(2));
    three.citizen(&json!({ "move": "answer", "version": 2, "text": "Camilla gør." })).await;
    app.pass(TimeDelta::minutes(2));
    let page = three.staff(&json!({ "move": "acknowledge", "version": 2 })).await;
    assert_eq!((state(&page), &*next(&page)), ("acknowledged", "nobody"));
    let events = page["course"]["events"].as_array().expect("events");
    let kinds: Vec<_> = events.iter().map(|one| one["kind"].as_str().expect("a kind")).collect();
    assert_eq!(
        kinds,
        [
            "acknowledged",
            "answered",
            "questioned",
            "submitted",
            "approved",
            "sent",
            "changes_asked",
            "sent",
            "begun",
            "requested",
        ]
    );
    let told: Vec<String> = three.messages().await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(told, kinds, "one message each");
    assert!(!waits(three.hanne.get("/api/staff/cases").await.1));
});

on_both_databases!(each_message_goes_to_who_has_to_know, async |app: TestApp| {
    let three = three(&app).await;
    three.staff(&json!({ "move": "suggest" })).await;
    app.pass(TimeDelta::seconds(1));
    three.employer(&json!({ "move": "begin" })).await;
    app.pass(TimeDelta::seconds(1));
    three.employer(&json!({ "move": "decline", "reason": "Vi lukker butikken." })).await;
    let mut told = three.messages().await;
    told[..2].sort();
    let expected = [
        ("declined", "citizen"),
        ("declined", "staff"),
        ("begun", "citizen"),
        ("suggested", "employer"),
    ];
    assert_eq!(told, expected.map(|(kind, to)| (kind.to_owned(), to.to_owned())));
    for page in [three.maja.get(PAGE).await.1, three.hanne.get(&staffs(three.case, "")).await.1] {
        assert_eq!(page["course"]["events"][0]["text"], "Vi lukker butikken.");
    }
});

on_both_databases!(staff_and_previews_see_nothing_before_it_is_submitted, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let ask = json!({ "move": "ask_changes", "version": 1, "comments": [{ "section": "goal", "text": "x" }] });
    assert_eq!(three.maja.post(MOVES, &ask).await.0, 400, "no such part");
    let ask = json!({ "move": "ask_changes", "version": 1, "comments": [{ "section": "hours", "text": "HEMMELIGT" }] });
    three.citizen(&ask).await;
    let version = three.type_in(&[("goal", "Tilbage i bageriet")]).await;
    three.employer(&json!({ "move": "send", "draft_version": version })).await;
    three.citizen(&json!({ "move": "approve", "version": 2, "remark": "HEMMELIGT" })).await;
    let preview = app.preview("caseworker-1", three.case).await;
    let numbered = |number: u32| format!("{PAGE}/versions/{number}");
    for (client, path) in [
        (&three.hanne, staffs(three.case, "")),
        (&three.hanne, format!("/api/staff/cases/{}", three.case)),
        (&preview, PAGE.to_owned()),
        (&preview, "/api/citizen/overview".to_owned()),
    ] {
        let (status, page) = client.get(&path).await;
        assert_eq!(status, 200, "{path}");
        let text = page.to_string();
        for word in ["HEMMELIGT", "Kassen og telefonen", "Tilbage i", "\"hours\":600"] {
            assert!(!text.contains(word), "{path}: {word}: {text}");
        }
    }
    assert_eq!(three.hanne.get(&staffs(three.case, "?version=2")).await.0, 404);
    assert_eq!(
        (preview.get(&numbered(2)).await.0, three.maja.get(&numbered(2)).await.0),
        (404, 200)
    );
    let page = preview.get(PAGE).await.1;
    assert_eq!((&page["moves"], &page["draft"]["fields"]), (&json!([]), &json!([])));
    let refused = preview.post(MOVES, &json!({ "move": "submit", "version": 2 })).await;
    assert_eq!((refused.0, &refused.1["code"]), (403, &json!("preview_is_read_only")));
    three.citizen(&json!({ "move": "submit", "version": 2 })).await;
    let page = three.hanne.get(&staffs(three.case, "")).await.1;
    assert_eq!(page["shown"]["plan"]["goal"], "Tilbage i bageriet");
    assert_eq!(page["versions"].as_array().map(Vec::len), Some(1), "the first was never theirs");
    assert_eq!(page["shown"]["remark"], "HEMMELIGT", "a remark is for all three");
    assert_eq!(three.hanne.get(&staffs(three.case, "?version=1")).await.0, 404);
    assert_eq!(preview.get(&numbered(2)).await.0, 200);
});

on_both_databases!(what_is_taken_back_is_nobodys_any_more, async |app: TestApp| {
    let three = three(&app).await;
    three.sent().await;
    let page = three.employer(&json!({ "move": "take_back", "version": 1 })).await;
    assert_eq!((state(&page), &page["course"]["course"]["last"]), ("drafting", &json!(1)));
    let page = three.maja.get(PAGE).await.1;
    assert_eq!((&page["latest"], &page["versions"]), (&Value::Null, &json!([])));
    assert_eq!(three.maja.get(&format!("{PAGE}/versions/1")).await.0, 404);
    let version = three.type_in(&[("goal", "Noget andet")]).await;
    let page = three.employer(&json!({ "move": "send", "draft_version": version })).await;
    assert_eq!(page["latest"]["version"]["number"], 2, "numbers count on");
});

on_both_databases!(an_approval_lasts_while_a_revision_is_written, async |app: TestApp| {
    let three = three(&app).await;
    three.acknowledged().await;
    three.employer(&json!({ "move": "revise" })).await;
    let page = three.maja.get(PAGE).await.1;
    assert_eq!((state(&page), &page["agreed"]["version"]), ("drafting", &json!(1)));
    let line = three.maja.get("/api/citizen/overview").await.1["retention"].clone();
    assert_eq!(line["steps"][0]["hours"], 600);
    assert_eq!((&line["course"]["state"], &line["next"]), (&json!("drafting"), &json!("employer")));
});

on_both_databases!(a_no_to_a_new_version_cannot_end_what_is_agreed, async |app: TestApp| {
    let three = three(&app).await;
    three.acknowledged().await;
    let page = three.employer(&json!({ "move": "revise" })).await;
    assert_eq!(page["moves"], json!(["send", "drop_revision"]));
    let no = json!({ "move": "decline", "reason": "" });
    let (status, problem) = three.camilla.post(&employers(three.case, "/moves"), &no).await;
    assert_eq!((status, &problem["code"]), (409, &json!("move_not_possible")));
    let page = three.maja.get(PAGE).await.1;
    assert_eq!(page["agreed"]["version"], 1, "the hours stand: {page}");
    three.staff(&json!({ "move": "close", "reason": "" })).await;
    assert_eq!(three.maja.get(PAGE).await.1["agreed"], Value::Null, "over with the course");
});

on_both_databases!(a_new_version_begun_by_mistake_is_dropped, async |app: TestApp| {
    let three = three(&app).await;
    let before = three.acknowledged().await;
    app.pass(TimeDelta::seconds(1));
    three.employer(&json!({ "move": "revise" })).await;
    app.pass(TimeDelta::seconds(1));
    let page = three.employer(&json!({ "move": "drop_revision" })).await;
    assert_eq!((state(&page), &page["moves"]), ("acknowledged", &json!(["revise"])));
    assert_eq!(page["course"]["events"][0]["kind"], "revision_dropped");
    let page = three.maja.get(PAGE).await.1;
    assert_eq!((state(&page), &page["agreed"]["version"]), ("acknowledged", &json!(1)));
    let after = three.hanne.get(&staffs(three.case, "")).await.1;
    assert_eq!((&after["shown"], &after["moves"]), (&before["shown"], &before["moves"]));
    let told = three.messages().await;
    let expected =
        ["revision_dropped", "revised"].map(|kind| (kind.to_owned(), "citizen".to_owned()));
    assert_eq!(told[..2], expected, "nothing was taken from the municipality");
});

on_both_databases!(who_has_asked_learns_that_a_new_version_is_written, async |app: TestApp| {
    let three = three(&app).await;
    three.submitted().await;
    three.staff(&json!({ "move": "ask", "version": 1, "text": "Hvem følger op?" })).await;
    for (to, state) in [("revise", "drafting"), ("drop_revision", "questioned")] {
        app.pass(TimeDelta::seconds(1));
        let page = three.employer(&json!({ "move": to })).await;
        assert_eq!(self::state(&page), state);
        let mut told: Vec<_> =
            three.messages().await[..2].iter().map(|one| one.1.clone()).collect();
        told.sort();
        assert_eq!(told, ["citizen", "staff"], "{to}");
    }
    let page = three.citizen(&json!({ "move": "answer", "version": 1, "text": "Camilla" })).await;
    assert_eq!(state(&page), "submitted", "the question is answered as it would have been");
});

on_both_databases!(who_asks_for_changes_has_not_agreed, async |app: TestApp| {
    let three = three(&app).await;
    three.approved().await;
    let comments = json!([{ "section": "care", "text": "Der mangler pauser." }]);
    let ask = json!({ "move": "ask_changes", "version": 1, "comments": comments });
    let page = three.citizen(&ask).await;
    assert_eq!((&page["agreed"], state(&page)), (&Value::Null, "changes_asked"));
});

on_both_databases!(a_new_course_keeps_the_draft_and_offers_the_last_plan, async |app: TestApp| {
    let three = three(&app).await;
    three.submitted().await;
    app.pass(TimeDelta::minutes(2));
    three.staff(&json!({ "move": "close", "reason": "Tilbage på fuld tid." })).await;
    app.pass(TimeDelta::minutes(2));
    let page = three.employer(&json!({ "move": "begin" })).await;
    assert_eq!(page["previous"]["goal"], "Tilbage i butikken");
    assert_eq!(page["draft"]["fields"].as_array().map(Vec::len), Some(PLAN.len()), "nothing lost");
    assert_eq!(page["course"]["events"].as_array().map(Vec::len), Some(1), "of this course");
    let version = page["draft"]["version"].clone();
    let page = three.employer(&json!({ "move": "send", "draft_version": version })).await;
    assert_eq!(page["latest"]["version"]["number"], 2);
    let data = three.maja.get("/api/citizen/data").await.1;
    let own = &data["cases"][0]["retention_plan"];
    assert_eq!(own["versions"].as_array().map(Vec::len), Some(2));
    assert_eq!(own["events"].as_array().map(Vec::len), Some(7));
});

on_both_databases!(a_step_that_did_not_go_is_for_the_caseworker, async |app: TestApp| {
    const REPORTS: &str = "/api/citizen/retention-plan/step-reports";
    let three = three(&app).await;
    let report = json!({ "version": 1, "from": "2026-12-07", "text": " Jeg måtte hjem. " });
    let (status, problem) = three.maja.post(REPORTS, &report).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_such_step")), "no plan");
    three.submitted().await;
    let (status, problem) = three.maja.post(REPORTS, &report).await;
    assert_eq!((status, &problem["code"]), (409, &json!("no_such_step")), "not begun");
    app.set_time("2026-12-07T08:00:00Z");
    let three = crate::retention_plan::three(&app).await;
    for (version, from) in [(1, "2026-12-08"), (2, "2026-12-07"), (0, "2026-12-07")] {
        let wrong = json!({ "version": version, "from": from, "text": "" });
        assert_eq!(three.maja.post(REPORTS, &wrong).await.1["code"], "no_such_step");
    }
    let page = done(three.maja.post(REPORTS, &report).await);
    assert_eq!(page["reports"][0]["text"], "Jeg måtte hjem.");
    let again = json!({ "version": 1, "from": "2026-12-07", "text": "Igen" });
    let page = done(three.maja.post(REPORTS, &again).await);
    assert_eq!(page["reports"].as_array().map(Vec::len), Some(1), "the new words stand");
    let details = three.hanne.get(&format!("/api/staff/cases/{}", three.case)).await.1;
    assert_eq!(details["retention"]["report"]["text"], "Igen");
    assert_eq!(details["messages"][0]["to"], "staff");
    let employers = three.camilla.get(&employers(three.case, "")).await.1.to_string();
    assert!(!employers.contains("Igen") && !employers.contains("report"), "{employers}");
    let cpr = json!({ "version": 1, "from": "2026-12-07", "text": "010190-1234" });
    assert_eq!(three.maja.post(REPORTS, &cpr).await.1["errors"][0]["code"], "cpr_number");
});
