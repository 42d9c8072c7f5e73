//! A note from a page that closed with something unsent to the page that opens next in the
//! same window: it holds the time and nothing that was typed.

use leptos::prelude::window;
use web_sys::Storage;

/// Where the note is.
const MARK: &str = "genvej-leaving";
/// How long it means anything, in milliseconds.
const FRESH: f64 = 10_000.0;

/// Leaves the note.
pub fn mark() {
    if let Some(storage) = storage() {
        // Without it the next page may show the text before last, until it looks again.
        let _ = storage.set_item(MARK, &js_sys::Date::now().to_string());
    }
}

/// Takes the note away; tells whether it was there and fresh.
pub fn take_mark() -> bool {
    let Some(storage) = storage() else { return false };
    let note = storage.get_item(MARK).ok().flatten();
    let _ = storage.remove_item(MARK);
    let left = note.and_then(|note| note.parse::<f64>().ok());
    left.is_some_and(|left| js_sys::Date::now() - left < FRESH)
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
