//! On which days decision letters leave (invariant I12).

use proptest::prelude::*;
use rules::holidays::is_working_day;
use rules::letter_day::{letter_day, may_send};
use rules::{Closure, LetterDay, LetterHold, PublicHoliday};

use crate::support::{any_day, any_day_at_all, closed_from, day, four_closing_days};

#[test]
fn letters_leave_on_working_days_before_working_days() {
    // Wanted, with the four closing days, with public holidays only (DOMAIN 7.1).
    let examples = [
        ("2026-03-27", "2026-03-30", "2026-03-30"),
        ("2026-04-01", "2026-04-07", "2026-04-07"),
        ("2026-04-06", "2026-04-07", "2026-04-07"),
        ("2026-05-01", "2026-05-04", "2026-05-04"),
        ("2026-05-13", "2026-05-18", "2026-05-18"),
        ("2026-05-22", "2026-05-26", "2026-05-26"),
        ("2026-06-04", "2026-06-08", "2026-06-04"),
        ("2026-12-23", "2026-12-28", "2026-12-23"),
        ("2026-12-30", "2027-01-04", "2026-12-30"),
    ];
    for (wanted, with_closing_days, statutory) in examples {
        assert_eq!(
            letter_day(&four_closing_days(), day(wanted)),
            day(with_closing_days),
            "{wanted}"
        );
        assert_eq!(letter_day(&[], day(wanted)), day(statutory), "{wanted}, statutory");
    }
}

#[test]
fn a_day_that_closes_early_is_a_working_day_for_letters() {
    let early = [closed_from("12-24", "afternoon", "12:00")];
    assert!(may_send(&early, day("2026-12-23")), "somebody answers on the 24th");
    assert!(!may_send(&early, day("2026-12-24")), "nobody does on the 25th");
}

#[test]
fn a_held_letter_says_which_day_off_it_would_have_come_up_to() {
    let holiday = |holiday| Some(Closure::PublicHoliday { holiday });
    let closing_day = Some(Closure::ClosingDay { name: "Constitution Day".into(), from: None });
    let examples = [
        ("2026-05-01", "2026-05-04", "2026-05-02", None),
        ("2026-05-02", "2026-05-04", "2026-05-02", None),
        ("2026-05-13", "2026-05-18", "2026-05-14", holiday(PublicHoliday::AscensionDay)),
        ("2026-04-06", "2026-04-07", "2026-04-06", holiday(PublicHoliday::EasterMonday)),
        ("2026-06-04", "2026-06-08", "2026-06-05", closing_day),
    ];
    for (wanted, leaves, day_off, closure) in examples {
        let held = Some(LetterHold { day_off: day(day_off), closure });
        let letter = LetterDay::of_decision(&four_closing_days(), day(wanted));
        assert_eq!(letter, LetterDay { on: day(leaves), held }, "{wanted}");
    }
    let monday = day("2026-05-04");
    assert_eq!(LetterDay::of_decision(&[], monday), LetterDay::at_once(monday));
}

proptest! {
    #[test]
    fn a_letter_leaves_on_a_working_day_followed_by_one(wanted in any_day()) {
        let days = four_closing_days();
        let leaves = letter_day(&days, wanted);
        prop_assert!(leaves >= wanted);
        prop_assert!(is_working_day(&days, leaves));
        prop_assert!(is_working_day(&days, leaves.succ_opt().unwrap()));
        prop_assert_eq!(letter_day(&days, leaves), leaves, "moving twice is moving once");
    }

    #[test]
    fn no_day_of_the_calendar_makes_it_panic(wanted in any_day_at_all()) {
        prop_assert!(letter_day(&four_closing_days(), wanted) >= wanted);
    }
}
