//! Beginning with what the server has and what this browser kept, and keeping a copy of what
//! the server has not.

use std::time::Duration;

use contract::draft::{Draft, DraftKey};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Fields, FormDraft, clock, keep, leaving};
use crate::api;

/// How often the copy is written while somebody types.
const KEEP: Duration = Duration::from_millis(300);
/// How long what a closing page has sent may be on its way.
const ARRIVAL: Duration = Duration::from_secs(1);

impl FormDraft {
    /// Takes over what the server has, then what this browser kept for this person. Tells
    /// whether it is still the same person's.
    pub async fn adopt(self, stored: Draft) -> bool {
        let whose = self.whose.get_value();
        self.refresh(stored);
        if leaving::take_mark() {
            // What the page before sent while it closed may arrive only now.
            clock::pause(ARRIVAL).await;
            let stored = api::get::<Draft>(&self.place.get_value().path()).await;
            if self.whose.get_value() != whose {
                return false;
            }
            if let Ok(stored) = stored {
                self.refresh(stored);
            }
        }
        self.bring_kept().await;
        if self.whose.get_value() != whose {
            return false;
        }
        self.adopted.set_value(true);
        self.tell(None);
        self.flush();
        true
    }

    /// Brings what this browser kept, once the key is to be had; asked again until it is.
    pub(super) async fn bring_kept(self) {
        let whose = self.whose.get_value();
        if self.key.with_value(Option::is_some) {
            return;
        }
        let Ok(key) = api::get::<DraftKey>(self.place.get_value().key_path()).await else { return };
        let copies = keep::take(self.place.get_value(), &key).await;
        if self.whose.get_value() != whose || self.key.with_value(Option::is_some) {
            return;
        }
        self.key.set_value(Some(key));
        let mut replaced = Vec::new();
        self.fields.update_value(|fields| {
            for copy in copies {
                replaced.extend(fields.restore(copy));
            }
        });
        self.show_all(&replaced);
        self.tell(None);
        self.keep_now();
    }

    /// Writes the browser's own copy, at most every [`KEEP`].
    pub(super) fn keep_soon(self) {
        if self.keeping.get_value() {
            return;
        }
        self.keeping.set_value(true);
        set_timeout(
            move || {
                self.keeping.set_value(false);
                self.keep_now();
            },
            KEEP,
        );
    }

    /// Writes it, or forgets it when there is nothing the server does not have.
    pub(super) fn keep_now(self) {
        spawn_local(self.keep());
    }

    /// The same, for whoever waits for it; what is kept is what is typed now.
    pub(super) fn keep(self) -> impl Future<Output = ()> {
        let place = self.place.get_value();
        let unsent = self.fields.with_value(Fields::unsent);
        let key = self.key.get_value();
        // By now it is known who is signed in.
        let whom = api::about().filter(|_| !unsent.is_empty());
        if let (Some(key), Some(whom)) = (&key, whom) {
            keep::belongs(key, whom);
        }
        async move {
            if let Some(key) = key {
                keep::put(place, &key, &unsent).await;
            }
        }
    }
}
