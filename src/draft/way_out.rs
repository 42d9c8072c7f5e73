//! Leaving for another part of the app, which is another document: a link there waits until what is
//! typed is stored. The document that follows cannot tell whether what this one sent has arrived, and
//! would ask about it when somebody signs out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{FormDraft, clock};
use crate::router::link_of;
use crate::routes::{AppPart, Route};

/// How often to look whether everything is stored.
const LOOK: Duration = Duration::from_millis(50);
/// How often at the most: nobody is kept for longer than two seconds.
const LOOKS: u32 = 40;

thread_local! {
    static DRAFTS: RefCell<Vec<FormDraft>> = const { RefCell::new(Vec::new()) };
    /// Is a link being followed that has waited?
    static WAITED: Cell<bool> = const { Cell::new(false) };
}

/// From now on links to other parts wait for that draft as well.
pub(super) fn waits_for(draft: FormDraft) {
    let first = DRAFTS.with_borrow_mut(|drafts| {
        drafts.push(draft);
        drafts.len() == 1
    });
    if first {
        // It stays as long as the app, which is as long as the document.
        let _stays = window_event_listener(ev::click, follow);
    }
}

fn follow(event: ev::MouseEvent) {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if event.default_prevented() || !plain || WAITED.get() {
        return;
    }
    let unstored: Vec<FormDraft> = DRAFTS.with_borrow(|drafts| {
        drafts.iter().copied().filter(|draft| draft.is_on_its_way()).collect()
    });
    let Some(link) = link_of(&event).filter(|_| !unstored.is_empty()) else { return };
    let here = window().location();
    let opens_elsewhere = link.has_attribute("target") || Ok(link.origin()) != here.origin();
    let path = link.pathname();
    let is_page = Route::parse(&path, &link.search()).is_some();
    if opens_elsewhere || !is_page || !leaves(&here.pathname().unwrap_or_default(), &path) {
        return;
    }
    event.prevent_default();
    let stored = Rc::new(Cell::new(false));
    let told = Rc::clone(&stored);
    spawn_local(async move {
        for draft in unstored {
            draft.settle().await;
        }
        told.set(true);
    });
    spawn_local(async move {
        for _ in 0..LOOKS {
            if stored.get() {
                break;
            }
            clock::pause(LOOK).await;
        }
        WAITED.set(true);
        link.click();
        WAITED.set(false);
    });
}

/// Does one leave the document on the way from one path to another?
fn leaves(here: &str, there: &str) -> bool {
    AppPart::of(here) != AppPart::of(there)
}

#[cfg(test)]
mod tests {
    use super::leaves;

    #[test]
    fn only_another_part_is_another_document() {
        assert!(leaves("/plan/goal", "/my"));
        assert!(leaves("/employer/cases/1/plan/tasks", "/"));
        assert!(!leaves("/plan/goal", "/retention-plan"));
        assert!(!leaves("/employer", "/employer/cases/1"));
    }
}
