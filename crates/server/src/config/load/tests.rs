//! Reading settings: what is right, what is missing, and which line and field a mistake is in.

use super::*;
use crate::config::Address;

fn load(text: &str) -> Result<Config, ConfigError> {
    parse("test.toml", text, &ServerOverrides::default(), None)
}

fn serve(text: &str, flags: &ServerOverrides, demo: bool) -> Result<Config, ConfigError> {
    let today = "2026-12-01".parse().unwrap();
    parse("test.toml", text, flags, Some(Start { demo, today }))
}

#[test]
fn the_built_in_municipality_is_right() {
    let config = load(DEMO).unwrap();
    assert_eq!(config.municipality.contact_rule_sets.len(), 2);
}

#[test]
fn the_demonstration_shows_the_built_in_texts_of_the_job_plan() {
    let shown = load(DEMO).unwrap().municipality.job_plan;
    assert_eq!(shown, JobPlanSettings::default());
    let without = DEMO.split("[job_plan").next().unwrap();
    assert_eq!(load(without).unwrap().municipality.job_plan, shown);
}

#[test]
fn the_demonstration_shows_the_built_in_settings_of_plan_and_caseload() {
    let shown = load(DEMO).unwrap().municipality.retention_plan;
    assert_eq!(shown, RetentionPlanSettings::default());
    let without = DEMO.split("[retention_plan").next().unwrap();
    let built_in = load(without).unwrap().municipality;
    assert_eq!(built_in.retention_plan, shown);
    assert_eq!(built_in.caseload, load(DEMO).unwrap().municipality.caseload);
    assert_eq!(built_in.satisfaction, load(DEMO).unwrap().municipality.satisfaction);
}

#[test]
fn the_demonstration_shows_the_built_in_settings_of_waiting_lists() {
    let shown = load(DEMO).unwrap().municipality.waiting_list;
    assert_eq!(shown, WaitingListSettings::default());
    let without = DEMO.split("[waiting_list").next().unwrap();
    assert_eq!(load(without).unwrap().municipality.waiting_list, shown);
}

#[test]
fn the_demonstration_shows_the_built_in_text_of_complaining() {
    let shown = load(DEMO).unwrap().municipality.letters;
    assert_eq!(shown, LettersSettings::default());
    let without = DEMO.split("[letters").next().unwrap();
    assert_eq!(load(without).unwrap().municipality.letters, shown);
}

#[test]
fn every_mistake_names_its_line_and_field() {
    for (right, wrong, expected) in [
        ("[booking]", "[bokking]", "`bokking` unknown field `bokking`"),
        ("horizon_weeks =", "horizon_weks =", "`booking.horizon_weks` unknown field"),
        ("horizon_weeks = 26", "horizon_weeks = 0", "`booking.horizon_weeks` must be 1 to 104"),
        ("horizon_weeks = 26", "horizon_weeks = \"x\"", "`booking.horizon_weeks` invalid type"),
        ("horizon_weeks = 26", "", "`booking` missing field `horizon_weeks`"),
        (
            "video = { minutes = 30 }",
            "video = { minutes = 30, seconds = 1 }",
            "`conversations.video.seconds` unknown field",
        ),
        (
            "video = { minutes = 30 }",
            "video = { minutes = \"thirty\" }",
            "`conversations.video.minutes` invalid type",
        ),
        (
            "{ id = \"lokale-2\", name = \"Lokale 2\" }",
            "{ id = \"lokale-2\", navn = \"Lokale 2\" }",
            "`places[0].rooms[1].navn` unknown field",
        ),
        (
            "accessibility_url = \"https://eksempel.example/tilgaengelighed\"",
            "accessibility_url = \"\"",
            "`municipality.accessibility_url` must not be empty",
        ),
        (
            "cookies_url = \"https://eksempel.example/cookies\"",
            "cookies_url = \" \"",
            "`municipality.cookies_url` must not be empty",
        ),
        ("horizon_weeks = 26", "horizon_weeks = 26 weeks", "`horizon_weeks`"),
        (
            "phone = { minutes = 30 }",
            "phone = { minutes = 31 }",
            "`conversations.phone.minutes` must be",
        ),
        (
            "phone = { minutes = 30 }",
            "phone = { minutes = 0 }",
            "`conversations.phone.minutes` must be",
        ),
        ("name = \"Eksempel Kommune\"", "name = \" \"", "`municipality.name` must not be empty"),
        ("id = \"raadhuset\"", "id = \"havnen\"", "`places[1].id` `havnen` is used twice"),
        ("id = \"havnen\"", "id = \"Havnen/1\"", "`places[1].id` must consist of"),
        (
            "valid_from = \"2026-07-01\"",
            "valid_from = \"2024-07-01\"",
            "`contact_rule_sets[1].valid_from` must be later",
        ),
        (
            "valid_from = \"2026-07-01\"",
            "valid_from = \"2026-07-32\"",
            "`contact_rule_sets[1].valid_from` input is out of range",
        ),
        (
            "valid_from = \"2026-07-01\"",
            "valid_from = \"2026-07-01\"\nvalid_to = \"2026-06-01\"",
            "`contact_rule_sets[1].valid_to` must not be before",
        ),
        (
            "first_conversation_channels = [\"in_person\"]",
            "first_conversation_channels = []",
            "`contact_rule_sets[0].first_conversation_channels` must name",
        ),
        (
            "first_conversation_channels = [\"in_person\"]",
            "first_conversation_channels = [\"fax\"]",
            "`contact_rule_sets[0].first_conversation_channels[0]` unknown variant `fax`",
        ),
        ("on = \"06-05\"", "on = \"06-31\"", "`closing_days[1].on`"),
        ("complaint = \"Ring", "complaint = \" \" # \"Ring", "`letters.complaint` must not"),
        ("[job_plan.b]", "[job_plan.d]", "`job_plan.d` unknown field"),
        (
            "label_en = \"Plan B – other tasks or fewer hours\"",
            "label_en = \"\"",
            "`job_plan.b.label_en` must not be empty",
        ),
        ("\"afklaring\"", "\"Afklaring\"", "`job_plan.vague_words[0]` must be"),
        (
            "code = \"mentor\"",
            "code = \"course\"",
            "`job_plan.activity_kinds[3].code` `course` is used twice",
        ),
        ("name_en = \"Mentor\"", "name_en = \" \"", "`job_plan.activity_kinds[3].name_en`"),
        ("answer_days = 7", "answer_days = 0", "`retention_plan.answer_days` must be 1 to 60"),
        (
            "step_reminder_days = 1",
            "step_reminder_days = 15",
            "`retention_plan.step_reminder_days` must be 1 to 14",
        ),
        (
            "submit_reminder_days = 7",
            "submit_reminder_days = 0",
            "`retention_plan.submit_reminder_days` must be 1 to 30",
        ),
        ("\"ptsd\"", "\"PTSD\"", "must be a word in small letters"),
        ("\"ptsd\"", "\"p*tsd\"", "must be a word in small letters"),
        ("\"ptsd\"", "\"*\"", "must be a word in small letters"),
        (
            "nemrefusion_url = \"https:",
            "nemrefusion_url = \"http:",
            "`retention_plan.nemrefusion_url` must begin with https://",
        ),
        (
            "employer_talk_weeks = 4",
            "employer_talk_weeks = 0",
            "`contact_rule_sets[0].employer_talk_weeks` must be 1 to 104",
        ),
        (
            "standby_review_after_days = 28",
            "standby_review_after_days = 0",
            "`caseload.standby_review_after_days` must be 1 to 365",
        ),
        ("open_days = 30", "open_days = 0", "`satisfaction.open_days` must be 1 to 180"),
        ("offer_minutes = 30", "offer_minutes = 4", "`waiting_list.offer_minutes` must be 5"),
        (
            "daytime_to = \"20:00\"",
            "daytime_to = \"08:00\"",
            "`waiting_list.daytime_to` must be later",
        ),
        (
            "daytime_from = \"08:00\"",
            "daytime_from = \"8\"",
            "`waiting_list.daytime_from` not a time",
        ),
        ("show_names = true", "show_names = \"yes\"", "`access_log.show_names` invalid type"),
    ] {
        assert!(DEMO.contains(right), "{right}");
        let text = DEMO.replacen(right, wrong, 1);
        let error = load(&text).unwrap_err().to_string();
        assert!(error.contains(expected), "{wrong}: {error}");
        assert!(error.starts_with("test.toml, line "), "{wrong}: {error}");
    }
}

#[test]
fn the_line_is_the_one_of_the_mistake() {
    let text = DEMO.replacen("horizon_weeks = 26", "horizon_weeks = 0", 1);
    let line = text.lines().position(|line| line.starts_with("horizon_weeks")).unwrap() + 1;
    let error = load(&text).unwrap_err().to_string();
    assert!(error.contains(&format!("line {line}:")), "{error}");
}

#[test]
fn visits_need_a_room() {
    let text: String = DEMO
        .lines()
        .filter(|line| !line.trim_start().starts_with("{ id"))
        .map(|line| format!("{line}\n"))
        .collect();
    let error = load(&text).unwrap_err().to_string();
    assert!(error.contains("`places` needs a place with a room"), "{error}");
}

#[test]
fn plain_http_is_for_loopback_only() {
    for (url, right) in [
        ("https://genvej.example", true),
        ("http://127.0.0.1:8080", true),
        ("http://localhost", true),
        ("http://genvej.example", false),
        ("http://127.0.0.1.evil.example", false),
        ("genvej.example", false),
    ] {
        let flags =
            ServerOverrides { public_url: Some(url.to_owned()), ..ServerOverrides::default() };
        assert_eq!(parse("test.toml", DEMO, &flags, None).is_ok(), right, "{url}");
    }
}

#[test]
fn flags_win_over_the_file() {
    let text = format!("{DEMO}\n[server]\nsession_minutes = 20\npool_size = 3\n");
    let flags = ServerOverrides { pool_size: Some(7), ..ServerOverrides::default() };
    let config = parse("test.toml", &text, &flags, None).unwrap();
    assert_eq!((config.server.session_minutes, config.server.pool_size), (20, 7));
}

#[test]
fn whoever_serves_says_where_people_find_it() {
    let nothing = ServerOverrides::default();
    let error = serve(DEMO, &nothing, false).unwrap_err().to_string();
    assert!(error.contains("`server.public_url` must"), "{error}");
    assert!(serve(DEMO, &nothing, true).is_ok(), "a demonstration is on this machine");
    let proxy = ServerOverrides { behind_proxy: Some(true), ..nothing.clone() };
    assert!(serve(DEMO, &proxy, true).is_err(), "unless a proxy is in front of it");
    let public_url = Some("https://genvej.example".to_owned());
    let https = ServerOverrides { public_url, ..proxy };
    assert_eq!(serve(DEMO, &https, false).unwrap().server.address(), Address::Https);
}

#[test]
fn some_rule_set_governs_today() {
    let over = DEMO.replace("valid_from = \"2026-07-01\"", "valid_from = \"2027-07-01\"");
    let over = over.replacen("name = \"2025\"", "name = \"2025\"\nvalid_to = \"2026-11-30\"", 1);
    let error = serve(&over, &ServerOverrides::default(), true).unwrap_err().to_string();
    assert!(error.contains("`contact_rule_sets` must govern today"), "{error}");
}

#[test]
fn some_rule_set_governs_today_for_those_who_fell_ill_long_ago() {
    let from = |name: &str| format!("name = \"{name}\"\nfirst_absence_from = \"2025-01-01\"");
    let newest = DEMO.replacen("name = \"2026\"", &from("2026"), 1);
    assert!(serve(&newest, &ServerOverrides::default(), true).is_ok(), "the one before it does");
    let both = newest.replacen("name = \"2025\"", &from("2025"), 1);
    let error = serve(&both, &ServerOverrides::default(), true).unwrap_err().to_string();
    assert!(error.contains("`contact_rule_sets` must govern today"), "{error}");
    assert!(error.contains("first_absence_from"), "it says which field is in the way: {error}");
}

#[test]
fn a_wrong_database_is_named_and_its_value_is_not() {
    let secret = "mysql://genvej:hemmeligt@db/genvej";
    let flags = ServerOverrides { database: Some(secret.to_owned()), ..Default::default() };
    let error = serve(DEMO, &flags, true).unwrap_err().to_string();
    assert!(error.starts_with("--database: `server.database` must begin"), "{error}");
    assert!(!error.contains("hemmeligt"), "{error}");
    let text = format!("{DEMO}\n[server]\ndatabase = \"{secret}\"\n");
    let error = load(&text).unwrap_err().to_string();
    assert!(error.starts_with("test.toml, line "), "{error}");
    assert!(!error.contains("hemmeligt"), "{error}");
}

#[test]
fn group_sessions_have_seats_themes_and_an_hour() {
    assert!(load(&DEMO.replacen("max_seats = 7", "max_seats = 5", 1)).is_ok());
    for (was, wrong, field) in [
        ("min_seats = 5", "min_seats = 0", "groups.min_seats"),
        ("max_seats = 7", "max_seats = 4", "groups.max_seats"),
        ("minutes = 120", "minutes = 121", "groups.minutes"),
        ("decide_hour = \"12:00\"", "decide_hour = \"24:00\"", "groups.decide_hour"),
        ("code = \"cv\"", "code = \"coping\"", "groups.themes[5].code"),
        ("name_en = \"Coping\"", "name_en = \" \"", "groups.themes[5].name_en"),
    ] {
        let error = load(&DEMO.replacen(was, wrong, 1)).unwrap_err().to_string();
        assert!(error.contains(&format!("`{field}`")), "{error}");
    }
}
