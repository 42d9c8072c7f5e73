//! The checks of what people type, by example.

use contract::booking::{
    Participant, ParticipantKind, Topic, check_details, check_reason, check_text,
};
use contract::calendar::{check_days, check_exception, check_template};
use contract::limits;
use contract::problem::{FieldCode, FieldError};
use contract::rules::{
    CalendarException, ContactChannel, ExceptionKind, WallTime, WeekTemplate, WorkBlock, WorkBreak,
    WorkPlace,
};

#[cfg(test)]
mod examples {
    use super::*;

    fn at(text: &str) -> WallTime {
        text.parse().unwrap()
    }

    fn office() -> WorkPlace {
        WorkPlace::Office { place: "townhall".to_owned() }
    }

    fn block(weekday: u8, from: &str, to: &str) -> WorkBlock {
        let channels = vec![ContactChannel::InPerson];
        WorkBlock { weekday, from: at(from), to: at(to), channels, place: office() }
    }

    fn named(name: &str) -> Participant {
        Participant { kind: ParticipantKind::Companion, name: name.to_owned() }
    }

    fn found(errors: &[FieldError]) -> Vec<(&str, FieldCode)> {
        errors.iter().map(|error| (error.field.as_str(), error.code)).collect()
    }

    #[test]
    fn a_text_is_kept_as_written_but_for_control_characters() {
        let examples = [
            ("", None),
            ("0123456789", None),
            ("01234567890", Some(FieldCode::TooLong)),
            ("👩‍🦽 مرحبا", None),
            ("a\r\n\tb", None),
            ("a\0b", Some(FieldCode::ControlCharacters)),
            ("a\u{1b}[31m", Some(FieldCode::ControlCharacters)),
            ("a\u{85}b", Some(FieldCode::ControlCharacters)),
        ];
        for (text, expected) in examples {
            assert_eq!(check_text(text, 10), expected, "{text:?}");
        }
        assert_eq!(check_text("ææææææææææ", 10), None, "characters, not bytes");
    }

    #[test]
    fn a_decision_needs_a_reason() {
        assert_eq!(check_reason(" \n"), Some(FieldCode::Missing));
        assert_eq!(check_reason("Agreed on the phone"), None);
        assert_eq!(check_reason("It is 010180-1234"), Some(FieldCode::CprNumber));
        let long = "x".repeat(limits::REASON_CHARS + 1);
        assert_eq!(check_reason(&long), Some(FieldCode::TooLong));
    }

    #[test]
    fn participants_topics_and_note_are_optional() {
        assert!(check_details(&[], &[], "").is_empty());
        let all = vec![named("Kim"); limits::PARTICIPANTS];
        assert!(check_details(&all, &Topic::ALL, &"x".repeat(limits::NOTE_CHARS)).is_empty());
    }

    #[test]
    fn each_detail_at_fault_is_named() {
        let mut participants = vec![named(""); limits::PARTICIPANTS + 1];
        participants[2] = named(&"x".repeat(limits::PARTICIPANT_NAME_CHARS + 1));
        participants[4] = named("\u{7}");
        let topics = [Topic::Health; 7];
        let errors = check_details(&participants, &topics, &"x".repeat(limits::NOTE_CHARS + 1));
        let expected = [
            ("participants", FieldCode::TooMany),
            ("topics", FieldCode::TooMany),
            ("participants[2].name", FieldCode::TooLong),
            ("participants[4].name", FieldCode::ControlCharacters),
            ("note", FieldCode::TooLong),
        ];
        assert_eq!(found(&errors), expected);
    }

    #[test]
    fn a_week_template_may_be_empty_or_have_blocks_side_by_side() {
        assert!(check_template(&WeekTemplate::default()).is_empty());
        let template = WeekTemplate {
            blocks: vec![
                block(1, "09:00", "12:00"),
                block(1, "12:00", "15:00"),
                block(2, "09:00", "12:00"),
            ],
            breaks: vec![WorkBreak { weekday: 1, from: at("11:00"), to: at("11:30") }],
            pause_minutes: 15,
        };
        assert!(check_template(&template).is_empty());
    }

    #[test]
    fn each_block_at_fault_is_named() {
        let examples: [(WorkBlock, &[(&str, FieldCode)]); 6] = [
            (block(0, "09:00", "12:00"), &[("blocks[1].weekday", FieldCode::OutOfRange)]),
            (block(8, "09:00", "12:00"), &[("blocks[1].weekday", FieldCode::OutOfRange)]),
            (block(2, "12:00", "12:00"), &[("blocks[1].to", FieldCode::EndNotAfterStart)]),
            (block(2, "09:02", "12:00"), &[("blocks[1].from", FieldCode::OffGrid)]),
            (block(1, "11:55", "13:00"), &[("blocks[1].from", FieldCode::Overlaps)]),
            (
                WorkBlock { channels: Vec::new(), ..block(2, "09:00", "12:00") },
                &[("blocks[1].channels", FieldCode::Missing)],
            ),
        ];
        for (second, expected) in examples {
            let blocks = vec![block(1, "09:00", "12:00"), second];
            let template = WeekTemplate { blocks, ..WeekTemplate::default() };
            assert_eq!(found(&check_template(&template)), expected);
        }
    }

    #[test]
    fn nobody_visits_a_caseworker_at_home() {
        let at_home = WorkBlock { place: WorkPlace::Home, ..block(1, "09:00", "12:00") };
        let template = WeekTemplate { blocks: vec![at_home], ..WeekTemplate::default() };
        let expected = [("blocks[0].channels", FieldCode::InPersonFromHome)];
        assert_eq!(found(&check_template(&template)), expected);
    }

    #[test]
    fn breaks_pauses_and_the_number_of_rows_are_checked() {
        let break_off = WorkBreak { weekday: 9, from: at("12:01"), to: at("12:00") };
        let mut template =
            WeekTemplate { breaks: vec![break_off], pause_minutes: 7, ..WeekTemplate::default() };
        let expected = [
            ("pause_minutes", FieldCode::OffGrid),
            ("breaks[0].weekday", FieldCode::OutOfRange),
            ("breaks[0].to", FieldCode::EndNotAfterStart),
            ("breaks[0].from", FieldCode::OffGrid),
        ];
        assert_eq!(found(&check_template(&template)), expected);
        let lunch = WorkBreak { weekday: 1, from: at("12:00"), to: at("12:30") };
        template.breaks = vec![lunch; limits::TEMPLATE_ROWS + 1];
        template.pause_minutes = 65;
        let expected = [("breaks", FieldCode::TooMany), ("pause_minutes", FieldCode::OutOfRange)];
        assert_eq!(found(&check_template(&template)), expected);
    }

    #[test]
    fn an_exception_lasts_at_least_a_day_and_not_for_ever() {
        let away = |from: &str, to: &str| CalendarException {
            from_date: from.parse().unwrap(),
            to_date: to.parse().unwrap(),
            kind: ExceptionKind::AwayAllDay,
        };
        assert!(check_exception(&away("2026-07-06", "2026-07-06")).is_empty());
        let backwards = check_exception(&away("2026-07-06", "2026-07-05"));
        assert_eq!(found(&backwards), [("to_date", FieldCode::EndNotAfterStart)]);
        let endless = check_exception(&away("2026-07-06", "2027-07-06"));
        assert_eq!(found(&endless), [("to_date", FieldCode::OutOfRange)]);
    }

    #[test]
    fn the_hours_of_an_exception_are_checked_like_a_block() {
        let on_a_day = |kind| CalendarException {
            from_date: "2026-07-06".parse().unwrap(),
            to_date: "2026-07-06".parse().unwrap(),
            kind,
        };
        let away = on_a_day(ExceptionKind::Away { from: at("13:00"), to: at("12:03") });
        let expected = [("kind.to", FieldCode::EndNotAfterStart), ("kind.to", FieldCode::OffGrid)];
        assert_eq!(found(&check_exception(&away)), expected);
        let extra = on_a_day(ExceptionKind::ExtraHours {
            from: at("16:00"),
            to: at("18:00"),
            channels: vec![ContactChannel::InPerson],
            place: WorkPlace::Home,
        });
        let expected = [("kind.channels", FieldCode::InPersonFromHome)];
        assert_eq!(found(&check_exception(&extra)), expected);
    }

    #[test]
    fn a_span_to_publish_is_checked() {
        let check = |from: &str, to: &str| check_days(from.parse().unwrap(), to.parse().unwrap());
        assert!(check("2026-01-01", "2026-07-20").is_empty(), "200 days on");
        assert_eq!(found(&check("2026-01-01", "2026-07-21")), [("to", FieldCode::OutOfRange)]);
        assert_eq!(
            found(&check("2026-01-02", "2026-01-01")),
            [("to", FieldCode::EndNotAfterStart)]
        );
        let whole_calendar = check_days(chrono::NaiveDate::MIN, chrono::NaiveDate::MAX);
        let both = [("from", FieldCode::OutOfRange), ("to", FieldCode::OutOfRange)];
        assert_eq!(found(&whole_calendar), both);
    }
}
