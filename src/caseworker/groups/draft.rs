//! What is typed about a session to be planned, and what is wrong with it. Draws nothing.

use contract::groups::{NewGroup, StaffGroups, check_new_group};
use contract::problem::{FieldCode, FieldError};

use crate::api::day;
use crate::text::{Texts, dates, fill};

/// The value that stands for video.
pub const VIDEO: &str = "video";

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupDraft {
    /// The theme's code.
    pub theme: String,
    /// The day.
    pub day: String,
    /// When it begins.
    pub from: String,
    /// The room's place in the list of them, or [`VIDEO`].
    pub room: String,
    /// Seats.
    pub seats: String,
}

impl GroupDraft {
    /// The session it makes.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    pub fn read(&self, may: &StaffGroups) -> Result<NewGroup, Vec<FieldError>> {
        let on = day(&self.day);
        let from = self.from.trim().parse().ok();
        let room = match self.room.as_str() {
            VIDEO => Some(None),
            number => {
                let row = number.parse().ok().and_then(|number: usize| may.rooms.get(number));
                row.map(|room| Some(room.at.clone()))
            }
        };
        let mut errors: Vec<FieldError> = [
            ("theme", self.theme.is_empty()),
            ("day", on.is_none()),
            ("from", from.is_none()),
            ("room", room.is_none()),
        ]
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(field, _)| FieldError::new(field, FieldCode::Missing))
        .collect();
        let (Some(day), Some(from), Some(room)) = (on, from, room) else { return Err(errors) };
        let group = NewGroup {
            theme: self.theme.clone(),
            day,
            from,
            room,
            seats: self.seats.parse().unwrap_or_default(),
        };
        let known = |error: &FieldError| errors.iter().any(|other| other.field == error.field);
        let more: Vec<_> =
            check_new_group(&group, may).into_iter().filter(|error| !known(error)).collect();
        errors.extend(more);
        if errors.is_empty() { Ok(group) } else { Err(errors) }
    }
}

/// What is wrong with a field, and what to do.
pub fn message(t: &Texts, may: &StaffGroups, error: &FieldError) -> String {
    let texts = &t.staff().groups;
    let date = |day| dates::date_with_year(t.language, day);
    match (error.field.as_str(), error.code) {
        ("theme", _) => texts.theme_missing.to_owned(),
        ("day", FieldCode::Closed) => texts.day_closed.to_owned(),
        ("day", FieldCode::Missing) => texts.day_missing.to_owned(),
        ("day", _) => fill(texts.day_range, &[&date(may.first_day), &date(may.last_day)]),
        ("from", FieldCode::OffGrid) => texts.from_grid.to_owned(),
        ("from", FieldCode::OutOfRange) => {
            let at = |time| dates::wall_time(t.language, time);
            fill(texts.from_range, &[&at(may.earliest), &at(may.latest)])
        }
        ("from", _) => texts.from_missing.to_owned(),
        ("seats", _) => {
            fill(texts.seats_range, &[&may.min_seats.to_string(), &may.max_seats.to_string()])
        }
        (_, FieldCode::Overlaps) => texts.room_taken.to_owned(),
        _ => texts.room_unknown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use contract::groups::{GroupRoom, GroupTheme, RoomId};
    use contract::rules::WallTime;

    use super::*;
    use crate::text::Language;

    fn may() -> StaffGroups {
        let at = RoomId { place: "havnen".into(), room: "lokale-a".into() };
        StaffGroups {
            today: "2026-12-01".parse().unwrap(),
            first_day: "2026-12-03".parse().unwrap(),
            last_day: "2027-05-31".parse().unwrap(),
            themes: vec![GroupTheme { code: "cv".into(), name: "CV".into(), name_en: "CV".into() }],
            rooms: vec![GroupRoom { at, place: "Havnen".into(), room: "Lokale A".into() }],
            minutes: 120,
            min_seats: 5,
            max_seats: 7,
            decide_hour: WallTime::hour(12),
            earliest: WallTime::hour(8),
            latest: WallTime::hour(20),
            sessions: Vec::new(),
        }
    }

    fn draft() -> GroupDraft {
        GroupDraft {
            theme: "cv".into(),
            day: "2026-12-14".into(),
            from: "13:00".into(),
            room: "0".into(),
            seats: "7".into(),
        }
    }

    fn wrong(change: impl FnOnce(&mut GroupDraft)) -> Vec<(String, FieldCode)> {
        let mut draft = draft();
        change(&mut draft);
        let errors = draft.read(&may()).unwrap_err();
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn a_session_has_theme_day_time_room_and_seats() {
        let group = draft().read(&may()).unwrap();
        assert_eq!((group.theme.as_str(), group.seats), ("cv", 7));
        assert_eq!(group.room, Some(may().rooms[0].at.clone()));
        let video = GroupDraft { room: VIDEO.into(), ..draft() }.read(&may()).unwrap();
        assert_eq!(video.room, None);
        let nothing: Vec<_> = GroupDraft::default()
            .read(&may())
            .unwrap_err()
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(nothing, ["theme", "day", "from", "room"]);
    }

    #[test]
    fn what_cannot_be_is_said_at_its_field() {
        use FieldCode::{Missing, OffGrid, OutOfRange, Unknown};
        let one = |field: &str, code| vec![(field.to_owned(), code)];
        assert_eq!(wrong(|it| it.theme = "x".into()), one("theme", Unknown));
        assert_eq!(wrong(|it| it.day = "2026-12-02".into()), one("day", OutOfRange));
        assert_eq!(wrong(|it| it.from = "kl. 9".into()), one("from", Missing));
        assert_eq!(wrong(|it| it.from = "13:02".into()), one("from", OffGrid));
        assert_eq!(wrong(|it| it.from = "23:00".into()), one("from", OutOfRange));
        assert_eq!(wrong(|it| it.room = "7".into()), one("room", Missing));
        assert_eq!(wrong(|it| it.seats = "9".into()), one("seats", OutOfRange));
    }

    #[test]
    fn a_message_says_what_can_be() {
        let t = Language::Da.texts();
        let error = FieldError::new("day", FieldCode::OutOfRange);
        let words = message(t, &may(), &error);
        assert_eq!(words, "Vælg en dato mellem 3. december 2026 og 31. maj 2027");
    }
}
