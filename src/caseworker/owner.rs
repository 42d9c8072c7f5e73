//! Choosing whose calendar is shown. Whoever may open only their own sees nothing of this.

use contract::ids::CaseworkerId;
use contract::paths;
use contract::session::Role;
use contract::staff::CaseworkerRow;
use leptos::prelude::*;

use crate::api::{Load, load};
use crate::router::use_go;
use crate::routes::Route;
use crate::session::{SessionState, use_session};
use crate::text::{text, text_of};
use crate::ui::{Choice, Select, live_if};

/// Who is signed in, by the id of their calendar; tracks it.
pub fn own_id(session: SessionState) -> Option<CaseworkerId> {
    match session.signed_in().map(|person| person.role) {
        Some(Role::Caseworker { caseworker_id, .. }) => Some(caseworker_id),
        _ => None,
    }
}

/// A list of the calendars one may open; choosing one goes to its page.
#[component]
pub fn OwnerChooser(
    /// Whose is shown; one's own when absent.
    owner: Memo<Option<CaseworkerId>>,
    /// The page of a calendar.
    page: fn(Option<CaseworkerId>) -> Route,
) -> impl IntoView {
    let session = use_session();
    let caseworkers = load::<Vec<CaseworkerRow>>(|| paths::STAFF_CASEWORKERS.to_owned());
    let me = move || own_id(session);
    let chosen = RwSignal::new(String::new());
    Effect::new(move || {
        let shown = owner.get().or_else(me);
        chosen.set(shown.map(|id| id.to_string()).unwrap_or_default());
    });
    let go = use_go();
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| !before.is_empty() && before != now) {
            let id: Option<CaseworkerId> = now.parse().ok();
            if id != owner.get_untracked().or_else(|| untrack(me)) {
                go(page(id.filter(|id| Some(*id) != untrack(me))));
            }
        }
        now
    });
    live_if(move || match caseworkers.state.get() {
        Load::Ready(rows) if rows.len() > 1 => {
            let choices = rows
                .into_iter()
                .map(|row| Choice::new(row.id.to_string(), text_of(move |_| row.name.clone())));
            Some(
                view! {
                    <Select
                        id="calendar-owner"
                        label=text(|t| t.staff().week.whose)
                        choices=choices.collect()
                        value=chosen
                    />
                }
                .into_any(),
            )
        }
        _ => None,
    })
}
