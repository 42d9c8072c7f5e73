//! Times on the wall clock.

use proptest::prelude::*;
use rules::WallTime;

use crate::support::at;

#[test]
fn a_wall_time_is_written_with_two_digits() {
    for text in ["00:00", "08:05", "23:59", "24:00"] {
        assert_eq!(at(text).to_string(), text);
    }
    for text in ["", "8:05", "08:5", "08.05", "24:01", "25:00", "08:60", "+8:05", "08:05:00"] {
        assert!(text.parse::<WallTime>().is_err(), "{text}");
    }
}

#[test]
fn a_wall_time_does_not_pass_midnight() {
    assert_eq!(at("23:30").plus(30), Some(at("24:00")));
    assert_eq!(at("23:30").plus(31), None);
    assert_eq!(at("23:30").plus(u16::MAX), None);
}

proptest! {
    #[test]
    fn a_wall_time_reads_back_as_written(minutes in 0_u16..=24 * 60) {
        let time = WallTime::from_minutes(minutes).unwrap();
        prop_assert_eq!(time.to_string().parse(), Ok(time));
        let wire = serde_json::to_string(&time).unwrap();
        prop_assert_eq!(serde_json::from_str::<WallTime>(&wire).unwrap(), time);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = text.parse::<WallTime>();
    }
}
