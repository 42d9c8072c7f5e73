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
        today, first_day, last_day, themes, rooms, minutes, min_seats, max_seats, decide_hour,
        sessions
    }
    GroupRoom { at, place, room }
    RoomId { place, room }
    StaffGroup { line, decided_at, reason, may_cancel, may_note, all_listed, people }
    GroupPerson { case_id, name, caseworker, came }
}
