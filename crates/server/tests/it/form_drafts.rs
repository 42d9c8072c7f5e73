//! What is typed in a form is kept field by field (I9): two devices never meet unless they
//! change the same field, and then nothing is replaced that was not seen.

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::{Value, json};

use crate::support::{Client, TestApp};

/// The job plan's draft.
pub const DRAFT: &str = "/api/citizen/drafts/job-plan";

/// Saves fields that build on a version, all of which must be accepted.
pub async fn type_in(client: &Client, base: u32, fields: &[(&str, &str)]) -> u32 {
    let change =
        |(field, value): &(&str, &str)| json!({ "field": field, "base": base, "value": value });
    let changes: Vec<Value> = fields.iter().map(change).collect();
    let (status, saved) = client.patch(DRAFT, &json!({ "changes": changes })).await;
    assert_eq!(status, 200, "{saved}");
    assert_eq!(saved["saved"].as_array().map(Vec::len), Some(fields.len()), "{saved}");
    u32::try_from(saved["version"].as_u64().expect("a version")).expect("a small one")
}

async fn save(client: &Client, field: &str, base: u32, value: &str) -> Value {
    let changes = json!({ "changes": [{ "field": field, "base": base, "value": value }] });
    let (status, saved) = client.patch(DRAFT, &changes).await;
    assert_eq!(status, 200, "{saved}");
    saved
}

fn value(draft: &Value, field: &str) -> Value {
    let fields = draft["fields"].as_array().expect("fields");
    let found = fields.iter().find(|one| one["field"] == field);
    found.map_or(Value::Null, |one| one["value"].clone())
}

on_both_databases!(i9_two_devices_in_different_fields_are_not_asked, async |app: TestApp| {
    let (phone, laptop) = (app.citizen("first-due").await, app.citizen("first-due").await);
    assert_eq!(phone.get(DRAFT).await.1, json!({ "version": 0, "fields": [] }));
    assert_eq!(type_in(&phone, 0, &[("goal", "Gartner")]).await, 1);
    assert_eq!(type_in(&laptop, 0, &[("a.why", "Jeg kan lide jord.")]).await, 2);
    let draft = phone.get(DRAFT).await.1;
    assert_eq!((value(&draft, "goal"), draft["version"].clone()), (json!("Gartner"), json!(2)));
    assert_eq!(value(&draft, "a.why"), "Jeg kan lide jord.");
    assert_eq!(laptop.get(DRAFT).await.1, draft);
    assert_eq!(app.citizen("exempt").await.get(DRAFT).await.1["version"], 0, "nobody else's");
});

on_both_databases!(i9_two_devices_in_the_same_field_see_both_texts, async |app: TestApp| {
    let (phone, laptop) = (app.citizen("first-due").await, app.citizen("first-due").await);
    type_in(&phone, 0, &[("goal", "Gartner")]).await;
    let answer = save(&laptop, "goal", 0, "Blomsterhandler").await;
    let other = json!([{ "field": "goal", "value": "Gartner", "version": 1 }]);
    assert_eq!((&answer["saved"], &answer["conflicts"]), (&json!([]), &other));
    assert_eq!(answer["version"], 1, "nothing was written");
    assert_eq!(value(&phone.get(DRAFT).await.1, "goal"), "Gartner");
    let answer = save(&laptop, "goal", 1, "Blomsterhandler").await;
    assert_eq!(answer["saved"], json!([{ "field": "goal", "version": 2 }]), "it has been seen");
    let answer = save(&phone, "goal", 1, "Gartner i Tivoli").await;
    assert_eq!(answer["conflicts"][0]["value"], "Blomsterhandler");
});

on_both_databases!(i3_a_save_sent_again_changes_nothing, async |app: TestApp| {
    let jonas = app.citizen("first-due").await;
    let first = save(&jonas, "goal", 0, "Gartner").await;
    assert_eq!(save(&jonas, "goal", 0, "Gartner").await, first, "its answer was lost");
    type_in(&jonas, 1, &[("talk", "Timer")]).await;
    let again = save(&jonas, "goal", 0, "Gartner").await;
    assert_eq!((&again["saved"], &again["version"]), (&first["saved"], &json!(2)));
});

on_both_databases!(i9_a_field_emptied_counts_on_and_can_be_filled_again, async |app: TestApp| {
    let jonas = app.citizen("first-due").await;
    type_in(&jonas, 0, &[("goal", "Gartner")]).await;
    type_in(&jonas, 1, &[("goal", "")]).await;
    let draft = jonas.get(DRAFT).await.1;
    assert_eq!(draft["fields"], json!([{ "field": "goal", "value": "", "version": 2 }]));
    assert_eq!(type_in(&jonas, 2, &[("goal", "Bager")]).await, 3);
});

on_both_databases!(i9_a_late_save_does_not_bring_a_deleted_text_back, async |app: TestApp| {
    let (phone, laptop) = (app.citizen("first-due").await, app.citizen("first-due").await);
    type_in(&phone, 0, &[("talk", "Min diagnose")]).await;
    type_in(&laptop, 1, &[("talk", "")]).await;
    let late = save(&phone, "talk", 1, "Min diagnose, og min chef").await;
    let empty = json!([{ "field": "talk", "value": "", "version": 2 }]);
    assert_eq!((&late["saved"], &late["conflicts"]), (&json!([]), &empty));
    assert_eq!(value(&laptop.get(DRAFT).await.1, "talk"), "");
});

on_both_databases!(
    i11_what_a_field_cannot_hold_is_refused_and_the_rest_is_saved,
    async |app: TestApp| {
        let jonas = app.citizen("first-due").await;
        let long = "x".repeat(201);
        let changes = json!({ "changes": [
        { "field": "goal", "base": 0, "value": long },
        { "field": "never.heard.of", "base": 0, "value": "x" },
        { "field": "a.why", "base": 0, "value": "bip\u{7}" },
        { "field": "b.why", "base": 0, "value": "nul\u{0}" },
        { "field": "a.job", "base": 0, "value": "Gartner 🌱 \u{202e}baglæns\u{202c} שלום" },
        { "field": "a.steps.ÆØÅ.what", "base": 0, "value": "x" },
        { "field": "a.steps.s1.when", "base": 0, "value": "30. febr" },
    ] });
        let (status, answer) = jonas.patch(DRAFT, &changes).await;
        assert_eq!(status, 200, "{answer}");
        let refused: Vec<(&str, &str)> = answer["refused"]
            .as_array()
            .expect("refused")
            .iter()
            .map(|one| {
                (one["field"].as_str().expect("a field"), one["code"].as_str().expect("a code"))
            })
            .collect();
        assert_eq!(
            refused,
            [
                ("goal", "too_long"),
                ("never.heard.of", "unknown"),
                ("a.why", "control_characters"),
                ("b.why", "control_characters"),
                ("a.steps.ÆØÅ.what", "unknown"),
            ]
        );
        let draft = jonas.get(DRAFT).await.1;
        assert_eq!(value(&draft, "a.job"), changes["changes"][4]["value"], "kept as written");
        assert_eq!(value(&draft, "a.steps.s1.when"), "30. febr", "half-typed is fine");
    }
);

on_both_databases!(i11_a_thousand_steps_are_refused_and_nothing_is_lost, async |app: TestApp| {
    let jonas = app.citizen("first-due").await;
    let step = |row: usize| json!({ "field": format!("a.steps.s{row:04}.what"), "base": 0, "value": "Ringe" });
    let mut refused = 0;
    for page in 0..5 {
        let changes: Vec<Value> = (page * 200..(page + 1) * 200).map(step).collect();
        let (status, answer) = jonas.patch(DRAFT, &json!({ "changes": changes })).await;
        assert_eq!(status, 200);
        refused += answer["refused"].as_array().map_or(0, Vec::len);
        assert!(
            answer["refused"]
                .as_array()
                .expect("refused")
                .iter()
                .all(|one| one["code"] == "too_many")
        );
    }
    assert_eq!(refused, 970);
    assert_eq!(jonas.get(DRAFT).await.1["fields"].as_array().map(Vec::len), Some(30));
    assert_eq!(type_in(&jonas, 0, &[("b.steps.s1.what", "Søge")]).await, 2, "another leg has room");
    let (_, answer) = jonas
        .patch(
            DRAFT,
            &json!({ "changes": [
        { "field": "a.steps.s2000.what", "base": 0, "value": "Ny" },
        { "field": "a.steps.s0000.what", "base": 1, "value": "" },
    ] }),
        )
        .await;
    assert_eq!(answer["refused"], json!([]), "the one emptied makes room: {answer}");
});

on_both_databases!(i11_a_list_that_is_none_is_refused_whole, async |app: TestApp| {
    let jonas = app.citizen("first-due").await;
    let change = |field: String| json!({ "field": field, "base": 0, "value": "x" });
    let many: Vec<Value> = (0..201).map(|row| change(format!("a.steps.s{row}.what"))).collect();
    let twice =
        vec![change("goal".to_owned()), change("talk".to_owned()), change("goal".to_owned())];
    for (changes, field, code) in
        [(many, "changes", "too_many"), (twice, "changes[2].field", "overlaps")]
    {
        let (status, problem) = jonas.patch(DRAFT, &json!({ "changes": changes })).await;
        assert_eq!((status, &problem["code"]), (422, &json!("invalid_fields")));
        assert_eq!(problem["errors"], json!([{ "field": field, "code": code }]));
    }
    for body in [
        json!({ "changes": null }),
        json!({ "changes": [null] }),
        json!({ "changes": [{ "field": "goal", "base": -1, "value": "x" }] }),
        json!({ "changes": [{ "field": "goal", "base": 1.5, "value": "x" }] }),
        json!({ "changes": [{ "field": "goal", "base": 0, "value": null }] }),
        json!({ "changes": [{ "field": ["goal"], "base": 0, "value": "x" }] }),
        json!({ "changes": [{ "field": "goal", "base": 0, "value": "x", "more": 1 }] }),
        json!({ "changes": [{ "field": "goal", "base": 4_294_967_296_u64, "value": "x" }] }),
    ] {
        assert_eq!(jonas.patch(DRAFT, &body).await.0, 400, "{body}");
    }
    let lone = r#"{"changes":[{"field":"goal","base":0,"value":"\ud83d"}]}"#;
    let request =
        jonas.request(Method::PATCH, DRAFT).header(header::CONTENT_TYPE, "application/json");
    let answer = jonas.call(request.body(Body::from(lone)).expect("a request")).await;
    assert_eq!((answer.status, answer.code()), (400, "malformed_body"));
    let unknown = jonas.send(Method::GET, "/api/citizen/drafts/wish-list", None).await;
    assert_eq!((unknown.status, unknown.code()), (404, "not_found"));
    assert_eq!(jonas.get(DRAFT).await.1["version"], 0);
});

on_both_databases!(in_a_closed_case_nothing_is_typed_any_more, async |app: TestApp| {
    let birthe = app.citizen("closed").await;
    let changes = json!({ "changes": [{ "field": "goal", "base": 0, "value": "x" }] });
    let (status, problem) = birthe.patch(DRAFT, &changes).await;
    assert_eq!((status, &problem["code"]), (409, &json!("case_closed")));
    assert_eq!(birthe.get(DRAFT).await.0, 200, "what is there can be read");
});

on_both_databases!(i9_a_draft_survives_a_restart, async |app: TestApp| {
    let before = app.citizen("next-due").await.get(DRAFT).await.1;
    assert!(before["version"].as_u64() > Some(0));
    let restarted = app.configured(|_| {});
    assert_eq!(restarted.citizen("next-due").await.get(DRAFT).await.1, before);
});

on_both_databases!(the_key_of_a_phone_is_the_persons_and_nobody_elses, async |app: TestApp| {
    const KEY: &str = "/api/citizen/draft-key";
    let (phone, laptop) = (app.citizen("next-due").await, app.citizen("next-due").await);
    let ((_, one), (_, other)) = tokio::join!(phone.get(KEY), laptop.get(KEY));
    assert_eq!(one, other);
    let key = one["key"].as_str().expect("a key");
    assert!(key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
    assert_ne!(app.citizen("booked").await.get(KEY).await.1, one);
    let preview = app.preview("caseworker-1", app.case_of("next-due").await).await;
    for path in [KEY, DRAFT, "/api/citizen/data"] {
        let answer = preview.send(Method::GET, path, None).await;
        assert_eq!((answer.status, answer.code()), (403, "preview_is_read_only"), "{path}");
    }
});
