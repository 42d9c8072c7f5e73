//! A reform is a rule set with a date: it rules the conversations of its days, not of today's.

use contract::rules::{ContactChannel, ContactRuleSet};
use genvej_server::config::Config;
use serde_json::{Value, json};

use crate::booking::{BOOKINGS, free, wish};
use crate::support::TestApp;

/// A rule set that follows the others from a day on.
pub fn reform(config: &mut Config, day: &str, change: impl FnOnce(&mut ContactRuleSet)) {
    let sets = &mut config.municipality.contact_rule_sets;
    let mut set = sets.last().expect("a rule set").clone();
    set.name = "reform".to_owned();
    set.valid_from = day.parse().expect("a day");
    change(&mut set);
    sets.push(set);
}

on_both_databases!(a_reform_rules_the_conversations_of_its_days, async |app: TestApp| {
    let app = app.configured(|config| {
        reform(config, "2026-12-07", |set| {
            set.later_channels = vec![ContactChannel::InPerson];
            set.rebook_cutoff_hours = 72;
        });
    });
    let jonas = app.citizen("next-due").await;
    let times = free(&jonas, "phone").await;
    assert!(times["first_free"].is_object());
    assert_eq!(times["next_week"], serde_json::Value::Null, "no phone after the reform");
    let week = "/api/citizen/times?channel=in_person&week=2026-12-09";
    let visit = jonas.get(week).await.1["days"][0]["times"][0].clone();
    assert!(visit["starts_at"].as_str().expect("a time") >= "2026-12-07", "{visit}");
    let by_phone = json!({ "slot_id": visit["slot_id"], "channel": "phone" });
    let (status, problem) = jonas.post(BOOKINGS, &by_phone).await;
    assert_eq!((status, &problem["code"]), (409, &json!("channel_locked")));
    let (status, booking) = jonas.post(BOOKINGS, &wish(&visit)).await;
    assert_eq!(status, 201, "{booking}");
    let time = |value: &Value| {
        value.as_str().expect("a time").parse::<chrono::DateTime<chrono::Utc>>().expect("a time")
    };
    let ahead = time(&booking["starts_at"]) - time(&booking["change"]["until"]);
    assert_eq!(ahead.num_hours(), 72);
    let due = jonas.get("/api/citizen/overview").await.1["duty"].clone();
    assert_eq!(due["because"]["rule"], "interval_after_conversation", "what is due is today's");
});

on_both_databases!(a_channel_that_a_reform_opens_is_open_from_its_day, async |app: TestApp| {
    let app = app.configured(|config| {
        reform(config, "2026-12-08", |_| {});
        for set in config.municipality.contact_rule_sets.iter_mut().take(2) {
            set.later_channels = vec![ContactChannel::InPerson];
        }
    });
    let jonas = app.citizen("next-due").await;
    let phone = jonas.get("/api/citizen/booking-options").await.1["channels"]
        .as_array()
        .expect("channels")
        .iter()
        .find(|option| option["choice"]["channel"] == "phone")
        .expect("phone")
        .clone();
    assert_eq!(phone["choice"]["allowed"], true);
    assert!(phone["first_free"]["starts_at"].as_str().expect("a time") >= "2026-12-08");
    assert_eq!(jonas.post(BOOKINGS, &wish(&phone["first_free"])).await.0, 201);
});
