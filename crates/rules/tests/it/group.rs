//! Group sessions: when it is decided, by whom they stand, and what is told of the seats left.

use rules::group::{SeatsLeft, decided_on, enough_come};

use crate::support::{closed_from, day, four_closing_days};

#[test]
fn a_session_is_decided_on_the_last_working_day_before_it() {
    // The session, with the four closing days, with public holidays only.
    let examples = [
        ("2026-12-09", "2026-12-08", "2026-12-08"),
        ("2026-12-07", "2026-12-04", "2026-12-04"),
        ("2026-04-07", "2026-04-01", "2026-04-01"),
        ("2026-05-18", "2026-05-13", "2026-05-15"),
        ("2026-12-28", "2026-12-23", "2026-12-24"),
        ("2027-01-04", "2026-12-30", "2026-12-31"),
    ];
    for (session, with_closing_days, statutory) in examples {
        let decided = decided_on(&four_closing_days(), day(session));
        assert_eq!(decided, Some(day(with_closing_days)), "{session}");
        assert_eq!(decided_on(&[], day(session)), Some(day(statutory)), "{session}, statutory");
    }
}

#[test]
fn a_day_that_closes_early_is_a_working_day_for_decisions() {
    let early = [closed_from("12-08", "afternoon", "12:00")];
    assert_eq!(decided_on(&early, day("2026-12-09")), Some(day("2026-12-08")));
}

#[test]
fn a_session_stands_from_its_minimum_on() {
    assert!(!enough_come(4, 5));
    assert!(enough_come(5, 5));
    assert!(enough_come(7, 5));
}

#[test]
fn seats_are_told_of_without_their_number() {
    // Seats, taken or kept, in line.
    let examples = [
        ((7, 0, 0), SeatsLeft::Free),
        ((7, 4, 0), SeatsLeft::Free),
        ((7, 5, 0), SeatsLeft::Few),
        ((7, 6, 0), SeatsLeft::Few),
        ((7, 7, 0), SeatsLeft::Full),
        ((7, 6, 1), SeatsLeft::Full),
        ((7, 7, 3), SeatsLeft::Full),
        ((5, 6, 0), SeatsLeft::Full),
    ];
    for ((seats, taken, in_line), told) in examples {
        assert_eq!(SeatsLeft::of(seats, taken, in_line), told, "{seats}, {taken}, {in_line}");
    }
}
