//! The week template as it is sent and stored.

use rules::{CalendarException, ExceptionKind, WorkBlock, WorkPlace};

use crate::support::{at, day};

#[test]
fn a_block_reads_back_as_sent() {
    let sent = r#"{"weekday":1,"from":"09:00","to":"12:00","channels":["phone","in_person"],
        "place":{"kind":"office","place":"townhall"}}"#;
    let block: WorkBlock = serde_json::from_str(sent).unwrap();
    assert_eq!(block.place, WorkPlace::Office { place: "townhall".to_owned() });
    let again = serde_json::to_string(&block).unwrap();
    assert_eq!(serde_json::from_str::<WorkBlock>(&again).unwrap(), block);
}

#[test]
fn an_exception_reads_as_sent() {
    let sent = r#"{"from_date":"2026-07-06","to_date":"2026-07-10",
        "kind":{"kind":"away","from":"12:00","to":"13:00"}}"#;
    let expected = CalendarException {
        from_date: day("2026-07-06"),
        to_date: day("2026-07-10"),
        kind: ExceptionKind::Away { from: at("12:00"), to: at("13:00") },
    };
    assert_eq!(serde_json::from_str::<CalendarException>(sent).unwrap(), expected);
}

#[test]
fn what_is_not_known_is_refused() {
    let places = [
        r#"{"kind":"home","place":"townhall"}"#,
        r#"{"kind":"office","place":"townhall","room":"1"}"#,
        r#"{"kind":"office"}"#,
        r#"{"kind":"beach"}"#,
        r#"{}"#,
    ];
    for sent in places {
        assert!(serde_json::from_str::<WorkPlace>(sent).is_err(), "{sent}");
    }
    let kinds = [
        r#"{"kind":"away_all_day","from":"12:00"}"#,
        r#"{"kind":"away","from":"12:00"}"#,
        r#"{"kind":"away","from":"12:00","to":"13:00","until":"14:00"}"#,
    ];
    for sent in kinds {
        assert!(serde_json::from_str::<ExceptionKind>(sent).is_err(), "{sent}");
    }
}
