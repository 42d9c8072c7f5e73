//! Group sessions in words. Draws nothing.

use contract::groups::{CitizenGroup, GroupPart, GroupWish};
use contract::problem::ErrorCode;
use contract::rules::SeatsLeft;

use crate::api::ApiError;
use crate::text::{Texts, dates, fill};

/// "tirsdag den 8. december, 13.00–15.00".
pub(super) fn when(t: &Texts, group: &CitizenGroup) -> String {
    let day = dates::date(t.language, group.starts_at.date_naive());
    format!("{day}, {}", dates::time_span(t.language, &group.starts_at, &group.ends_at))
}

/// The same at the beginning of a line.
pub(super) fn when_capital(t: &Texts, group: &CitizenGroup) -> String {
    let said = when(t, group);
    let mut letters = said.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Where it is, and with whom.
pub(super) fn where_and_who(t: &Texts, group: &CitizenGroup) -> String {
    let texts = t.groups();
    let place = match (&group.place, &group.room) {
        (Some(place), Some(room)) => format!("{}, {room}, {}.", place.name, place.address),
        (Some(place), None) => format!("{}, {}.", place.name, place.address),
        (None, _) => texts.video.to_owned(),
    };
    format!("{place} {}", fill(texts.led_by, &[&group.leader]))
}

/// What is left, in a word or two and its tag's kind.
pub(super) fn left(t: &Texts, left: SeatsLeft) -> (&'static str, &'static str) {
    match left {
        SeatsLeft::Free => (t.groups().free, "success"),
        SeatsLeft::Few => (t.groups().few, "warning"),
        SeatsLeft::Full => (t.groups().full, ""),
    }
}

/// May somebody in line take a seat as it is? Seats belong to the line first; what is left for others
/// is for those in it as well.
pub(super) fn may_take(group: &CitizenGroup, case_closed: bool) -> bool {
    !case_closed && group.left != SeatsLeft::Full
}

/// What was done, as the page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// Took a seat.
    Took(Box<CitizenGroup>),
    /// Stands in line.
    Waits,
    /// Wanted to stand in line, and a seat was free.
    GotOffer,
    /// Gave the seat up.
    GaveUp,
    /// Said no to a seat.
    Declined,
    /// Left the line.
    Left,
}

impl Done {
    /// What a wish has done: of what stood before it, and what stands now.
    pub fn of(wish: GroupWish, before: &GroupPart, now: CitizenGroup) -> Self {
        match (wish, before, &now.mine) {
            (GroupWish::Seat, ..) => Self::Took(Box::new(now)),
            (GroupWish::InLine, _, GroupPart::Offered { .. }) => Self::GotOffer,
            (GroupWish::InLine, ..) => Self::Waits,
            (GroupWish::Nothing, GroupPart::Seat, _) => Self::GaveUp,
            (GroupWish::Nothing, GroupPart::Offered { .. }, _) => Self::Declined,
            (GroupWish::Nothing, ..) => Self::Left,
        }
    }

    /// The sentence.
    pub fn words(&self, t: &Texts) -> String {
        let texts = t.groups();
        match self {
            Self::Took(group) => fill(texts.took, &[&when(t, group)]),
            Self::Waits => texts.waits.to_owned(),
            Self::GotOffer => texts.got_offer.to_owned(),
            Self::GaveUp => texts.gave_up.to_owned(),
            Self::Declined => texts.declined.to_owned(),
            Self::Left => texts.left.to_owned(),
        }
    }
}

/// Why it was not done, when trying again is not the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotDone {
    /// No seat is left.
    Full,
    /// The same, to somebody in line.
    FullInLine,
    /// The session is cancelled, or has begun.
    Over,
    /// Something else is at that time.
    Clash,
    /// The case is closed.
    Closed,
    /// There is no such session.
    Gone,
    /// Nothing is changed in a preview.
    Preview,
}

impl NotDone {
    /// What the server's refusal means, to somebody for whom that stood before; nothing where
    /// trying again may help.
    pub fn of(error: &ApiError, before: &GroupPart) -> Option<Self> {
        Some(match error.code()? {
            ErrorCode::GroupFull if *before == GroupPart::InLine => Self::FullInLine,
            ErrorCode::GroupFull => Self::Full,
            ErrorCode::GroupOver => Self::Over,
            ErrorCode::GroupClash => Self::Clash,
            ErrorCode::CaseClosed => Self::Closed,
            ErrorCode::NotFound => Self::Gone,
            ErrorCode::PreviewIsReadOnly | ErrorCode::NotAllowed => Self::Preview,
            _ => return None,
        })
    }

    /// The sentence.
    pub fn words(self, t: &Texts, phone: &str) -> String {
        let texts = t.groups();
        let words = match self {
            Self::Full => texts.not_full,
            Self::FullInLine => texts.not_full_in_line,
            Self::Over => texts.not_over,
            Self::Clash => texts.not_clash,
            Self::Closed => texts.not_closed,
            Self::Gone => texts.not_there,
            Self::Preview => t.common.looks_on,
        };
        fill(words, &[phone])
    }
}

#[cfg(test)]
pub(super) mod samples {
    use contract::groups::GroupTheme;
    use contract::ids::GroupSessionId;

    use super::*;

    pub(crate) fn group(theme: &str, id: u128) -> CitizenGroup {
        CitizenGroup {
            id: GroupSessionId(uuid::Uuid::from_u128(id)),
            theme: GroupTheme { code: theme.into(), name: "CV".into(), name_en: "CV".into() },
            starts_at: "2026-12-08T13:00:00+01:00".parse().unwrap(),
            ends_at: "2026-12-08T15:00:00+01:00".parse().unwrap(),
            place: None,
            room: None,
            leader: "Gitte Fjord".into(),
            decided_at: None,
            left: SeatsLeft::Free,
            mine: GroupPart::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::group;
    use super::*;
    use crate::citizen::samples::refusal;
    use crate::text::Language;

    #[test]
    fn a_session_says_when_where_and_with_whom() {
        let (t, mut one) = (Language::Da.texts(), group("cv", 1));
        assert_eq!(when(t, &one), "tirsdag den 8. december, 13.00–15.00");
        assert!(when_capital(t, &one).starts_with("Tirsdag den 8."));
        assert_eq!(where_and_who(t, &one), "På video. Med Gitte Fjord.");
        one.place =
            Some(contract::booking::Place { name: "Rådhuset".into(), address: "Torvet 1".into() });
        one.room = Some("Lokale 1".into());
        assert_eq!(where_and_who(t, &one), "Rådhuset, Lokale 1, Torvet 1. Med Gitte Fjord.");
    }

    #[test]
    fn what_was_done_depends_on_what_stood_before() {
        let until = group("cv", 1).starts_at;
        let done = |wish, before| Done::of(wish, &before, group("cv", 1));
        assert_eq!(done(GroupWish::Nothing, GroupPart::Seat), Done::GaveUp);
        assert_eq!(done(GroupWish::Nothing, GroupPart::Offered { until }), Done::Declined);
        assert_eq!(done(GroupWish::Nothing, GroupPart::InLine), Done::Left);
        assert_eq!(done(GroupWish::InLine, GroupPart::None), Done::Waits);
        let offered = CitizenGroup { mine: GroupPart::Offered { until }, ..group("cv", 1) };
        assert_eq!(Done::of(GroupWish::InLine, &GroupPart::None, offered), Done::GotOffer);
    }

    #[test]
    fn what_is_left_is_told_without_a_number() {
        for language in [Language::Da, Language::En] {
            for all in [SeatsLeft::Free, SeatsLeft::Few, SeatsLeft::Full] {
                let (words, _) = left(language.texts(), all);
                assert!(!words.chars().any(char::is_numeric), "{words}");
            }
        }
    }

    #[test]
    fn what_may_help_to_try_again_is_no_refusal() {
        assert_eq!(NotDone::of(&ApiError::Offline, &GroupPart::None), None);
    }

    #[test]
    fn nobody_in_line_is_told_to_join_it() {
        let full = refusal(ErrorCode::GroupFull);
        assert_eq!(NotDone::of(&full, &GroupPart::None), Some(NotDone::Full));
        assert_eq!(NotDone::of(&full, &GroupPart::InLine), Some(NotDone::FullInLine));
    }

    #[test]
    fn a_free_seat_is_for_whoever_is_in_line_too() {
        let in_line = |left| CitizenGroup { mine: GroupPart::InLine, left, ..group("cv", 1) };
        assert!(may_take(&in_line(SeatsLeft::Few), false));
        assert!(!may_take(&in_line(SeatsLeft::Full), false));
        assert!(!may_take(&in_line(SeatsLeft::Free), true));
    }
}
