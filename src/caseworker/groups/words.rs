//! Group sessions in words, for caseworkers. Draws nothing.

use chrono::NaiveDate;
use contract::groups::{GroupLine, GroupState};

use crate::text::{Texts, dates, fill};

/// "3 af 7 pladser taget, 1 holdt, 2 på venteliste".
pub fn seats(t: &Texts, line: &GroupLine) -> String {
    let texts = &t.staff().groups;
    let mut words = vec![fill(texts.taken_of, &[&line.taken.to_string(), &line.seats.to_string()])];
    for (count, sentence) in [(line.kept, texts.kept), (line.in_line, texts.in_line)] {
        if count > 0 {
            words.push(fill(sentence, &[&count.to_string()]));
        }
    }
    words.join(", ")
}

/// Where it stands, and the kind of its tag. One that is over and not noted asks for it.
pub fn state(t: &Texts, line: &GroupLine, today: NaiveDate) -> (&'static str, &'static str) {
    let texts = &t.staff().groups;
    match line.state {
        GroupState::Planned if line.starts_at.date_naive() < today => (texts.to_note, "warning"),
        GroupState::Planned => (texts.planned, "info"),
        GroupState::Cancelled => (texts.cancelled, "error"),
        GroupState::Held => (texts.held, "success"),
    }
}

/// "mandag den 14. december, 13.00–15.00".
pub fn when(t: &Texts, line: &GroupLine) -> String {
    let day = dates::date(t.language, line.starts_at.date_naive());
    format!("{day}, {}", dates::time_span(t.language, &line.starts_at, &line.ends_at))
}

#[cfg(test)]
mod tests {
    use contract::groups::GroupTheme;
    use contract::ids::GroupSessionId;

    use super::*;
    use crate::text::Language;

    fn line(state: GroupState) -> GroupLine {
        GroupLine {
            id: GroupSessionId(uuid::Uuid::from_u128(1)),
            theme: GroupTheme { code: "cv".into(), name: "CV".into(), name_en: "CV".into() },
            starts_at: "2026-12-14T13:00:00+01:00".parse().unwrap(),
            ends_at: "2026-12-14T15:00:00+01:00".parse().unwrap(),
            place: None,
            leader: "Gitte Fjord".into(),
            state,
            seats: 7,
            minimum: 5,
            taken: 3,
            kept: 0,
            in_line: 2,
        }
    }

    #[test]
    fn counts_that_are_nothing_are_left_out() {
        let t = Language::Da.texts();
        let line = line(GroupState::Planned);
        assert_eq!(seats(t, &line), "3 af 7 pladser taget, 2 på venteliste");
        assert_eq!(when(t, &line), "mandag den 14. december, 13.00–15.00");
    }

    #[test]
    fn a_session_that_is_over_asks_who_came() {
        let t = Language::Da.texts();
        let on = |state, today: &str| super::state(t, &line(state), today.parse().unwrap()).0;
        assert_eq!(on(GroupState::Planned, "2026-12-14"), "Planlagt");
        assert_eq!(on(GroupState::Planned, "2026-12-15"), "Mangler fremmøde");
        assert_eq!(on(GroupState::Held, "2026-12-15"), "Afholdt");
    }
}
