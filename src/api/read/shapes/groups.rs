//! The shapes of group sessions.

use contract::groups::*;
use contract::rules::SeatsLeft;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { GroupState SeatsLeft }

variants! {
    GroupPart by "kind" {
        "none" => None,
        "seat" => Seat,
        "offered" => Offered { until },
        "in_line" => InLine,
        "offer_over" => OfferOver,
        "cancelled" => Cancelled { too_few, reason }
    }
}

records! {
    GroupTheme { code, name, name_en }
    CitizenGroups { case_closed, standby, sessions }
    CitizenGroup {
        id, theme, starts_at, ends_at, place, room, leader, decided_at, left, mine
    }
    GroupLine {
        id, theme, starts_at, ends_at, place, leader, state, seats, minimum, taken, kept, in_line
    }
    StaffGroups {
        today, first_day, last_day, themes, rooms, minutes, min_seats, max_seats, decide_hour, earliest, latest,
        sessions
    }
    GroupRoom { at, place, room }
    RoomId { place, room }
    StaffGroup { line, decided_at, reason, may_cancel, may_lead, may_note, all_listed, people }
    GroupPerson { case_id, name, caseworker, came }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use contract::ids::{CaseId, GroupSessionId};
    use contract::rules::WallTime;
    use serde::Serialize;
    use uuid::Uuid;

    use super::*;
    use crate::api::read::Read;
    use crate::api::read::tests::tree;
    use crate::citizen::samples;

    #[track_caller]
    fn there_and_back<T: Serialize + Read + PartialEq + Debug>(sample: T) {
        let sent = serde_json::to_value(&sample).unwrap();
        assert_eq!(T::read(tree(sent)), Some(sample));
    }

    fn theme() -> GroupTheme {
        GroupTheme { code: "cv".into(), name: "Nyt CV".into(), name_en: "A new CV".into() }
    }

    fn line(state: GroupState) -> GroupLine {
        let at = samples::time("2026-12-01T10:15:00+01:00");
        GroupLine {
            id: GroupSessionId(Uuid::from_u128(1)),
            theme: theme(),
            starts_at: at.starts_at,
            ends_at: at.ends_at,
            place: Some("Rådhuset, Lokale 1".into()),
            leader: "Gitte Fjord".into(),
            state,
            seats: 7,
            minimum: 5,
            taken: 3,
            kept: 1,
            in_line: 2,
        }
    }

    #[test]
    fn what_a_citizen_sees_of_sessions() {
        let at = samples::time("2026-12-01T10:15:00+01:00");
        let until = at.starts_at;
        let session = |mine, left| CitizenGroup {
            id: GroupSessionId(Uuid::from_u128(1)),
            theme: theme(),
            starts_at: at.starts_at,
            ends_at: at.ends_at,
            place: None,
            room: None,
            leader: "Gitte Fjord".into(),
            decided_at: Some(until),
            left,
            mine,
        };
        let cancelled = GroupPart::Cancelled { too_few: false, reason: "Sygdom".into() };
        let sessions = vec![
            session(GroupPart::None, SeatsLeft::Free),
            session(GroupPart::Seat, SeatsLeft::Few),
            session(GroupPart::Offered { until }, SeatsLeft::Full),
            session(GroupPart::InLine, SeatsLeft::Full),
            session(GroupPart::OfferOver, SeatsLeft::Full),
            session(cancelled, SeatsLeft::Free),
        ];
        there_and_back(CitizenGroups { case_closed: false, standby: true, sessions });
    }

    #[test]
    fn what_caseworkers_see_of_sessions() {
        let at = RoomId { place: "raadhuset".into(), room: "lokale-1".into() };
        let day = samples::day("2026-12-01");
        there_and_back(StaffGroups {
            today: day,
            first_day: day,
            last_day: day,
            themes: vec![theme()],
            rooms: vec![GroupRoom { at, place: "Rådhuset".into(), room: "Lokale 1".into() }],
            minutes: 120,
            min_seats: 5,
            max_seats: 7,
            decide_hour: WallTime::hour(12),
            earliest: WallTime::hour(8),
            latest: WallTime::hour(20),
            sessions: vec![line(GroupState::Planned), line(GroupState::Cancelled)],
        });
        let person = |came| GroupPerson {
            case_id: CaseId(Uuid::from_u128(2)),
            name: "Jonas Bak".into(),
            caseworker: "Hanne Ravn".into(),
            came,
        };
        there_and_back(StaffGroup {
            line: line(GroupState::Held),
            decided_at: None,
            reason: String::new(),
            may_cancel: false,
            may_lead: true,
            may_note: true,
            all_listed: true,
            people: vec![person(None), person(Some(true))],
        });
    }
}
