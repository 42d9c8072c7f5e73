//! Public holidays, closing days and working days.

use proptest::prelude::*;
use rules::holidays::{
    ClosingDate, NotAClosingDate, closure_on, easter_sunday, is_working_day, next_working_day,
    public_holiday,
};
use rules::{ClosingDay, Closure, PublicHoliday};

use crate::support::{any_day, any_day_at_all, at, closed, closed_from, day, four_closing_days};

#[test]
fn easter_is_computed() {
    let examples = [
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2038-04-25",
        "2285-03-22",
        "1981-04-19",
        "1954-04-18",
    ];
    for sunday in examples.map(day) {
        assert_eq!(easter_sunday(chrono::Datelike::year(&sunday)), Some(sunday));
    }
    assert_eq!(easter_sunday(i32::MAX), None);
    assert_eq!(easter_sunday(i32::MIN), None);
}

#[test]
fn the_public_holidays_of_2026() {
    let holidays = [
        ("2026-01-01", PublicHoliday::NewYearsDay),
        ("2026-04-02", PublicHoliday::MaundyThursday),
        ("2026-04-03", PublicHoliday::GoodFriday),
        ("2026-04-05", PublicHoliday::EasterSunday),
        ("2026-04-06", PublicHoliday::EasterMonday),
        ("2026-05-14", PublicHoliday::AscensionDay),
        ("2026-05-24", PublicHoliday::WhitSunday),
        ("2026-05-25", PublicHoliday::WhitMonday),
        ("2026-12-25", PublicHoliday::ChristmasDay),
        ("2026-12-26", PublicHoliday::SecondChristmasDay),
    ];
    let found: Vec<_> = day("2026-01-01")
        .iter_days()
        .take(365)
        .filter_map(|date| public_holiday(date).map(|holiday| (date, holiday)))
        .collect();
    assert_eq!(found, holidays.map(|(date, holiday)| (day(date), holiday)));
}

#[test]
fn store_bededag_and_grundlovsdag_are_ordinary_days() {
    for date in ["2024-04-26", "2026-05-01", "2026-06-05", "2026-12-24", "2026-12-31"] {
        assert_eq!(public_holiday(day(date)), None, "{date}");
        assert!(is_working_day(&[], day(date)), "{date}");
    }
}

#[test]
fn a_closing_day_falls_every_year_once_or_by_easter() {
    let examples = [
        ("06-05", "2026-06-05", true),
        ("06-05", "2031-06-05", true),
        ("2026-06-05", "2026-06-05", true),
        ("2026-06-05", "2027-06-05", false),
        ("easter+40", "2026-05-15", true),
        ("easter+40", "2027-05-07", true),
        ("easter+40", "2027-05-15", false),
        ("easter-6", "2026-03-30", true),
        ("easter+300", "2027-01-30", true),
        ("02-29", "2028-02-29", true),
        ("02-29", "2027-03-01", false),
    ];
    for (on, date, expected) in examples {
        assert_eq!(closed(on, "closed").falls_on(day(date)), expected, "{on}, {date}");
    }
}

#[test]
fn a_closing_date_reads_back_as_written() {
    for text in ["06-05", "02-29", "2026-06-05", "easter+40", "easter-6", "easter+0"] {
        let date: ClosingDate = text.parse().unwrap();
        assert_eq!(date.to_string(), text);
        let wire = serde_json::to_string(&date).unwrap();
        assert_eq!(serde_json::from_str::<ClosingDate>(&wire).unwrap(), date);
    }
}

#[test]
fn a_text_that_is_no_closing_date_is_refused() {
    let examples = [
        "",
        "easter",
        "easter40",
        "easter+",
        "easter+301",
        "easter++4",
        "easter+4 ",
        "13-01",
        "02-30",
        "6-5",
        "2026-02-29",
        "26-06-05",
        "2026-06-05-01",
        "-06-05",
        "juni",
        "æ-ø",
        "easterø1",
        "+6-05",
    ];
    for text in examples {
        assert_eq!(text.parse::<ClosingDate>(), Err(NotAClosingDate), "{text}");
    }
}

#[test]
fn a_closing_day_is_read_from_configuration() {
    let text = r#"{"on":"12-23","name":"Early closing","from":"13:00"}"#;
    let closing_day: ClosingDay = serde_json::from_str(text).unwrap();
    assert_eq!(closing_day, closed_from("12-23", "Early closing", "13:00"));
    let unknown = r#"{"on":"12-23","name":"Early closing","until":"13:00"}"#;
    assert!(serde_json::from_str::<ClosingDay>(unknown).is_err());
}

#[test]
fn of_several_closures_the_widest_is_shown() {
    let days = [
        closed_from("12-23", "afternoon", "13:00"),
        closed_from("12-23", "late morning", "11:00"),
        closed("12-24", "whole day"),
        closed_from("12-24", "afternoon", "12:00"),
        closed("12-25", "ours"),
    ];
    let closing_day = |name: &str, from| Closure::ClosingDay { name: name.to_owned(), from };
    let examples = [
        ("2026-12-22", None),
        ("2026-12-23", Some(closing_day("late morning", Some(at("11:00"))))),
        ("2026-12-24", Some(closing_day("whole day", None))),
        ("2026-12-25", Some(Closure::PublicHoliday { holiday: PublicHoliday::ChristmasDay })),
    ];
    for (date, expected) in examples {
        assert_eq!(closure_on(&days, day(date)), expected, "{date}");
    }
}

#[test]
fn weekends_holidays_and_whole_closing_days_are_not_working_days() {
    let days = [closed("12-24", "whole day"), closed_from("12-23", "afternoon", "12:00")];
    let examples = [
        ("2026-12-19", false, "Saturday"),
        ("2026-12-20", false, "Sunday"),
        ("2026-12-23", true, "closes early"),
        ("2026-12-24", false, "closing day"),
        ("2026-12-25", false, "holiday"),
        ("2026-12-28", true, "Monday"),
    ];
    for (date, expected, why) in examples {
        assert_eq!(is_working_day(&days, day(date)), expected, "{why}");
    }
    assert_eq!(next_working_day(&days, day("2026-12-23")), Some(day("2026-12-28")));
    assert_eq!(next_working_day(&days, day("2026-12-21")), Some(day("2026-12-22")));
}

#[test]
fn a_calendar_that_is_always_closed_has_no_next_working_day() {
    let always: Vec<_> = day("2024-01-01")
        .iter_days()
        .take(366)
        .map(|date| closed(&date.format("%m-%d").to_string(), "closed"))
        .collect();
    assert_eq!(next_working_day(&always, day("2026-03-02")), None);
}

proptest! {
    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april(year in -262_000_i32..262_000) {
        let sunday = easter_sunday(year).unwrap();
        prop_assert_eq!(chrono::Datelike::weekday(&sunday), chrono::Weekday::Sun);
        let first = chrono::NaiveDate::from_ymd_opt(year, 3, 22).unwrap();
        prop_assert!((0..=34).contains(&(sunday - first).num_days()));
    }

    #[test]
    fn the_next_working_day_is_a_later_working_day_and_the_first(date in any_day()) {
        let days = four_closing_days();
        let next = next_working_day(&days, date).unwrap();
        prop_assert!(next > date && is_working_day(&days, next));
        prop_assert!(date.iter_days().skip(1).take_while(|d| *d < next).all(|d| !is_working_day(&days, d)));
    }

    #[test]
    fn no_day_of_the_calendar_makes_the_holidays_panic(date in any_day_at_all()) {
        let _ = closure_on(&four_closing_days(), date);
        let _ = next_working_day(&four_closing_days(), date);
    }

    #[test]
    fn no_text_makes_the_closing_date_panic(text in "(easter)?[-+0-9a-ø]{0,12}") {
        if let Ok(date) = text.parse::<ClosingDate>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }
}
