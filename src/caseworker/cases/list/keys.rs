//! The list from the keyboard: arrows, or J and K, from case to case, and `/` to the search. Letters
//! can be turned off (WCAG 2.1.4). Everything works with Tab and Enter alone; nothing here takes a
//! key from a field or from the browser's own shortcuts.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The id of the search field.
pub const SEARCH_ID: &str = "case-search";
const LINK: &str = "case-link-";
/// Where the browser remembers that letters are turned off.
const LETTERS_KEY: &str = "genvej-letters";

/// The id of the link of the case at a place on the screen.
pub fn link_id(place: usize) -> String {
    format!("{LINK}{place}")
}

/// Where the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    /// At the case of that place.
    Case(usize),
    /// In the search field.
    Search,
    /// In another field, where letters are text.
    Field,
    /// Anywhere else.
    Elsewhere,
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Case(usize),
    Search,
}

/// Where a key leads, with so many cases shown; nowhere when it is not ours.
fn target(key: &str, focus: Focus, cases: usize, letters: bool) -> Option<Move> {
    let last = cases.checked_sub(1);
    let next = |place: usize| last.map(|last| Move::Case((place + 1).min(last)));
    match (key, focus) {
        ("ArrowDown", Focus::Case(place)) => next(place),
        ("ArrowUp", Focus::Case(place)) => Some(Move::Case(place.saturating_sub(1))),
        ("ArrowDown", Focus::Search) => last.map(|_| Move::Case(0)),
        (_, Focus::Search | Focus::Field) => None,
        _ if !letters => None,
        ("j", Focus::Case(place)) => next(place),
        ("j", Focus::Elsewhere) => last.map(|_| Move::Case(0)),
        ("k", Focus::Case(place)) => Some(Move::Case(place.saturating_sub(1))),
        ("/", _) => Some(Move::Search),
        _ => None,
    }
}

/// Listens to the keyboard while the page is there. `reach` draws the case of a place before the
/// focus goes there.
pub fn listen(
    cases: impl Fn() -> usize + 'static,
    letters: RwSignal<bool>,
    reach: impl Fn(usize) + 'static,
) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let with_another = event.ctrl_key() || event.alt_key() || event.meta_key();
        if event.default_prevented() || with_another {
            return;
        }
        let letters = letters.get_untracked();
        let Some(to) = target(&event.key(), focus(), cases(), letters) else { return };
        event.prevent_default();
        match to {
            Move::Case(place) => {
                reach(place);
                go_to(&link_id(place));
            }
            Move::Search => go_to(SEARCH_ID),
        }
    });
    on_cleanup(move || listener.remove());
}

fn focus() -> Focus {
    let Some(element) = document().active_element() else { return Focus::Elsewhere };
    let id = element.id();
    if id == SEARCH_ID {
        return Focus::Search;
    }
    match id.strip_prefix(LINK).and_then(|place| place.parse().ok()) {
        Some(place) => Focus::Case(place),
        None if takes_letters(&element) => Focus::Field,
        None => Focus::Elsewhere,
    }
}

fn takes_letters(element: &Element) -> bool {
    element.matches("input, select, textarea").unwrap_or(false)
}

/// Goes to an element, if it is there.
pub fn go_to(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser that refuses the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Whether letters are shortcuts, as this browser remembers.
pub fn letters() -> RwSignal<bool> {
    let stored = window().local_storage().ok().flatten();
    let off = stored.and_then(|storage| storage.get_item(LETTERS_KEY).ok().flatten());
    let letters = RwSignal::new(off.is_none());
    Effect::new(move || {
        let on = letters.get();
        if let Ok(Some(storage)) = window().local_storage() {
            // A browser that stores nothing has them on again next time.
            let _ = if on {
                storage.remove_item(LETTERS_KEY)
            } else {
                storage.set_item(LETTERS_KEY, "off")
            };
        }
    });
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_and_letters_go_from_case_to_case_and_no_further() {
        for (down, up) in [("ArrowDown", "ArrowUp"), ("j", "k")] {
            assert_eq!(target(down, Focus::Case(0), 3, true), Some(Move::Case(1)));
            assert_eq!(target(down, Focus::Case(2), 3, true), Some(Move::Case(2)));
            assert_eq!(target(up, Focus::Case(2), 3, true), Some(Move::Case(1)));
            assert_eq!(target(up, Focus::Case(0), 3, true), Some(Move::Case(0)));
        }
    }

    #[test]
    fn the_list_is_reached_from_the_search_and_from_anywhere() {
        assert_eq!(target("ArrowDown", Focus::Search, 3, true), Some(Move::Case(0)));
        assert_eq!(target("j", Focus::Elsewhere, 3, true), Some(Move::Case(0)));
        assert_eq!(target("/", Focus::Case(1), 3, true), Some(Move::Search));
        assert_eq!(target("j", Focus::Elsewhere, 0, true), None, "there is none");
        assert_eq!(target("ArrowDown", Focus::Elsewhere, 3, true), None, "the page scrolls");
    }

    #[test]
    fn letters_are_text_in_fields_and_nothing_when_turned_off() {
        for key in ["j", "k", "/"] {
            assert_eq!(target(key, Focus::Search, 3, true), None);
            assert_eq!(target(key, Focus::Field, 3, true), None);
            assert_eq!(target(key, Focus::Case(1), 3, false), None);
        }
        assert_eq!(target("ArrowDown", Focus::Case(1), 3, false), Some(Move::Case(2)));
    }
}
