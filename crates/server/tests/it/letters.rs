//! Letters and messages as the citizen gets them, with the day each leaves (I12; seed K1).

use contract::ids::CaseId;
use contract::letters::{CaseLetters, Letter, LetterKind};
use contract::paths::{self, STAFF_PREVIEWS};
use genvej_server::db::entities::access_log;
use genvej_server::retention_plan::reminders;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::preview::of_case;
use crate::preview_calendar::with;
use crate::retention_plan::three;
use crate::support::{Client, TestApp};

const REASON: &str = "Du har brækket benet og bor langt væk.";

async fn letters(client: &Client, case: CaseId) -> CaseLetters {
    let (status, letters) = client.get(&format!("/api/staff/cases/{case}/letters")).await;
    assert_eq!(status, 200, "{letters}");
    serde_json::from_value(letters).expect("as the contract says")
}

async fn preview(client: &Client, case: CaseId, reason: &str) -> (u16, Value) {
    let decision = json!({ "kind": "channel", "channel": "phone", "unlocked": true });
    let body = json!({ "decision": decision, "reason": reason });
    client.post(&format!("/api/staff/cases/{case}/letters/previews"), &body).await
}

on_both_databases!(i12_a_decision_letter_leaves_when_the_rules_let_it, async |app: TestApp| {
    let case = app.case_of("first-due").await;
    // Decided on, leaves with the four closing days, leaves with public holidays only, and the day
    // off it would have come up to (DOMAIN 7.1).
    let examples = [
        ("2026-03-27", "2026-03-30", "2026-03-30", "2026-03-28"),
        ("2026-04-01", "2026-04-07", "2026-04-07", "2026-04-02"),
        ("2026-04-06", "2026-04-07", "2026-04-07", "2026-04-06"),
        ("2026-05-01", "2026-05-04", "2026-05-04", "2026-05-02"),
        ("2026-05-13", "2026-05-18", "2026-05-18", "2026-05-14"),
        ("2026-05-22", "2026-05-26", "2026-05-26", "2026-05-23"),
        ("2026-06-04", "2026-06-08", "2026-06-04", "2026-06-05"),
        ("2026-12-23", "2026-12-28", "2026-12-23", "2026-12-24"),
        ("2026-12-30", "2027-01-04", "2026-12-30", "2026-12-31"),
    ];
    let statutory = app.configured(|config| config.municipality.closing_days.clear());
    for (decided, leaves, without_closing_days, day_off) in examples {
        app.set_time(&format!("{decided}T09:00:00Z"));
        let hanne = app.caseworker("caseworker-1").await;
        let (status, letter) = preview(&hanne, case, REASON).await;
        assert_eq!((status, &letter["leaves"]["on"]), (200, &json!(leaves)), "{letter}");
        assert_eq!(letter["leaves"]["held"]["day_off"], day_off, "{decided}");
        let hanne = statutory.caseworker("caseworker-1").await;
        let letter = preview(&hanne, case, REASON).await.1;
        assert_eq!(letter["leaves"]["on"], without_closing_days, "{decided}, statutory");
        assert_eq!(letter["leaves"]["held"].is_null(), decided == without_closing_days);
    }
});

on_both_databases!(each_decision_gives_the_letter_that_was_previewed, async |app: TestApp| {
    let case = app.case_of("first-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    let before = letters(&hanne, case).await.letters.len();
    let (status, shown) = preview(&hanne, case, REASON).await;
    assert_eq!((status, &shown["id"]), (200, &Value::Null), "{shown}");
    assert_eq!(letters(&hanne, case).await.letters.len(), before, "a preview decides nothing");

    let body = json!({ "channel": "phone", "unlocked": true, "reason": REASON });
    let path = format!("/api/staff/cases/{case}/channel-decisions");
    let (status, details) = hanne.post(&path, &body).await;
    assert_eq!(status, 201, "{details}");
    let all = letters(&hanne, case).await;
    let letter = all.letters.iter().find(|letter| letter.kind == LetterKind::Decision);
    let letter = letter.expect("the letter of the decision");
    let id = letter.id.expect("it has an id").to_string();
    assert_eq!(details["decisions"][0]["id"], id, "the case page leads to it");
    assert_eq!(letter.sent_at, None, "nothing is delivered yet");
    let shown: Letter = serde_json::from_value(shown).expect("as the contract says");
    assert_eq!((&letter.da, &letter.en), (&shown.da, &shown.en));
    assert_eq!(letter.leaves, shown.leaves);
});

on_both_databases!(
    messages_to_the_citizen_leave_at_once_and_no_others_are_there,
    async |app: TestApp| {
        app.set_time("2026-12-04T09:00:00Z");
        let three = three(&app).await;
        three.submitted().await;
        three.staff(&json!({ "move": "acknowledge", "version": 1 })).await;
        let hanne = app.caseworker("caseworker-1").await;
        let data = three.maja.get("/api/citizen/data").await.1;
        let told = data["cases"][0]["messages"].as_array().expect("messages").len();
        let all = letters(&hanne, three.case).await;
        assert_eq!(all.citizen, "Maja Holm");
        assert_eq!(all.letters.len(), told);
        assert!(told > 0);
        for letter in &all.letters {
            assert_eq!(letter.kind, LetterKind::Message);
            assert_eq!(letter.leaves.on, letter.at.date_naive(), "also on a Friday");
            assert_eq!(letter.leaves.held, None);
            assert_eq!(letter.sender.name, "Eksempel Kommune");
        }
        assert!(all.letters.is_sorted_by(|one, next| one.at >= next.at), "the newest first");
    }
);

on_both_databases!(a_step_of_a_plan_that_is_not_theirs_is_in_no_letter, async |app: TestApp| {
    three(&app).await.approved().await;
    app.set_time("2026-12-06T08:00:00Z");
    reminders::announce_steps(&app.state).await.expect("reminders");
    let town = three(&app).await;
    let read = async || {
        let all = letters(&town.hanne, town.case).await;
        serde_json::to_string(&all).expect("JSON")
    };
    let data = town.maja.get("/api/citizen/data").await.1;
    let told = data["cases"][0]["messages"].to_string();
    assert!(told.contains("\"from\":\"2026-12-07\""), "her own is all there: {told}");
    let day = "7. december 2026";
    assert!(!read().await.contains(day), "it is between employer and employee");
    town.citizen(&json!({ "move": "submit", "version": 1 })).await;
    assert!(read().await.contains(day), "the municipality has got it");
});

on_both_databases!(
    i8_the_message_about_a_new_caseworker_leaves_why_behind,
    async |app: TestApp| {
        let case = app.case_of("next-due").await;
        let hanne = app.caseworker("caseworker-1").await;
        let shown = hanne.get(&format!("/api/staff/cases/{case}")).await.1;
        let (whose, reason) =
            (&shown["caseworker"], "Du er syg med stress, og det kan Thomas mere om.");
        let to = whose["may_get"].as_array().expect("colleagues").iter();
        let to = to.clone().find(|row| row["name"] == "Thomas Elm").expect("Thomas")["id"].clone();
        let body = json!({ "from": whose["present"]["id"], "to": to, "reason": reason });
        let (status, answer) =
            hanne.post(&format!("/api/staff/cases/{case}/caseworker"), &body).await;
        assert_eq!(status, 201, "{answer}");
        let newest = serde_json::to_string(&letters(&hanne, case).await.letters[0]).expect("JSON");
        for words in
            ["Thomas Elm", "Hanne Ravn", "Du har fået en ny sagsbehandler", "Log på Genvej"]
        {
            assert!(newest.contains(words), "{words} in {newest}");
        }
        for words in [reason, "syg", "stress"] {
            assert!(!newest.contains(words), "{words} in {newest}");
        }
    }
);

/// What the citizen of a preview is written, and on which day that is.
async fn in_preview(client: &Client, body: &Value) -> (Value, CaseLetters) {
    let (status, opened) = client.post(STAFF_PREVIEWS, body).await;
    assert_eq!(status, 201, "{opened}");
    let id = opened["id"].as_str().expect("an id").parse().expect("an id");
    let (status, letters) = client.get(&paths::staff_preview_letters(id)).await;
    assert_eq!(status, 200, "{letters}");
    (opened, serde_json::from_value(letters).expect("as the contract says"))
}

on_both_databases!(
    i7_a_preview_shows_the_letters_as_the_citizen_gets_them,
    async |app: TestApp| {
        let case = app.case_of("video-locked").await;
        let hanne = app.caseworker("caseworker-1").await;
        let known = letters(&hanne, case).await;
        assert!(known.letters.iter().any(|letter| letter.kind == LetterKind::Decision));
        let (_, shown) = in_preview(&hanne, &of_case(case, "")).await;
        assert_eq!(shown, known);
        let later = with(&of_case(case, ""), "on", "2026-12-08");
        let (opened, then) = in_preview(&hanne, &later).await;
        assert_eq!(then.today.to_string(), "2026-12-08", "the day that is looked at");
        assert_eq!(then.letters, known.letters, "what is written leaves on its own day");
        let log = app.citizen("video-locked").await.get(paths::CITIZEN_ACCESS_LOG).await.1;
        let mut looks = log["entries"].as_array().expect("entries").iter();
        assert!(looks.any(|look| look["what"] == "preview"), "the look is written down");
        let path = paths::staff_preview_letters(
            opened["id"].as_str().expect("an id").parse().expect("one"),
        );
        for (client, status) in [
            (app.caseworker("caseworker-1").await, 404),
            (app.citizen("video-locked").await, 403),
            (app.employer().await, 403),
            (app.anonymous(), 401),
        ] {
            assert_eq!(client.get(&path).await.0, status);
        }
    }
);

on_both_databases!(a_sample_has_letters_of_nobody, async |app: TestApp| {
    let hanne = app.caseworker("caseworker-1").await;
    let looks =
        async || access_log::Entity::find().count(app.state.db.read()).await.expect("count");
    let before = looks().await;
    let sample = |situation: &str, on: &str| json!({ "of": { "kind": "sample", "situation": situation }, "on": on });
    for (situation, decided) in [("video_locked", true), ("exempt", false), ("no_employer", false)]
    {
        for on in ["2026-12-01", "2027-03-03"] {
            let (opened, shown) = in_preview(&hanne, &sample(situation, on)).await;
            assert_eq!(
                (shown.today.to_string(), &json!(shown.citizen)),
                (on.into(), &opened["citizen"])
            );
            let decisions = shown.letters.iter().filter(|one| one.kind == LetterKind::Decision);
            assert_eq!(decisions.count() > 0, decided, "{situation} {on}");
            for letter in &shown.letters {
                assert!(letter.at.date_naive() <= shown.today, "{situation} {on}: {letter:?}");
                let words = serde_json::to_string(&letter.da).expect("JSON");
                assert!(words.contains(&format!("Kære {}", shown.citizen)), "{words}");
            }
        }
    }
    assert_eq!(looks().await, before, "it is nobody's data");
});

on_both_databases!(i11_a_preview_of_nonsense_is_refused, async |app: TestApp| {
    let case = app.case_of("first-due").await;
    let hanne = app.caseworker("caseworker-1").await;
    assert_eq!(preview(&hanne, case, "").await.0, 200, "nothing is typed yet");
    for (reason, code) in
        [("Hun hedder 010180-1234.", "cpr_number"), (&"x".repeat(501), "too_long")]
    {
        let (status, problem) = preview(&hanne, case, reason).await;
        assert_eq!((status, &problem["errors"][0]["code"]), (422, &json!(code)));
    }
    let path = format!("/api/staff/cases/{case}/letters/previews");
    let body = json!({ "decision": { "kind": "stop_benefit" }, "reason": "" });
    assert_eq!(hanne.post(&path, &body).await.0, 400);
    let elsewhere = app.case_of("no-times").await;
    assert_eq!(preview(&hanne, elsewhere, REASON).await.0, 404);
    assert_eq!(hanne.get(&format!("/api/staff/cases/{elsewhere}/letters")).await.0, 404);
});
