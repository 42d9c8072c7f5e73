//! Saying what the citizen wants of a session, and telling what came of it.

use contract::groups::{CitizenGroup, CitizenGroups, GroupWish};
use leptos::prelude::*;

use super::words::{Done, NotDone};
use crate::api::{ApiError, Load, Loaded, groups};
use crate::session::use_session;
use crate::text::text_of;
use crate::ui::{Alert, AlertKind, Sending, failure, focus_element, live_if};

/// Where the page tells what came of it.
const OUTCOME_ID: &str = "groups-outcome";

/// What is on its way, and what came of it. Lives above what is drawn anew.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    groups: Loaded<CitizenGroups>,
    sending: Sending,
    done: RwSignal<Option<Done>>,
    refused: RwSignal<Option<NotDone>>,
    failed: RwSignal<Option<ApiError>>,
}

impl Acting {
    /// Nothing done yet.
    pub fn new(groups: Loaded<CitizenGroups>) -> Self {
        Self {
            groups,
            sending: Sending::new(),
            done: RwSignal::new(None),
            refused: RwSignal::new(None),
            failed: RwSignal::new(None),
        }
    }

    /// Is something on its way?
    pub fn busy(self) -> Signal<bool> {
        self.sending.busy()
    }

    /// Says what the citizen wants. The page is drawn anew then, and the focus goes to what is told.
    pub fn wish(self, group: &CitizenGroup, wish: GroupWish) {
        let (id, before) = (group.id, group.mine.clone());
        self.sending.run(async move {
            self.done.set(None);
            self.refused.set(None);
            self.failed.set(None);
            match groups::wish(id, wish).await {
                Ok(page) => {
                    let now = page.sessions.iter().find(|group| group.id == id).cloned();
                    self.done.try_set(now.map(|now| Done::of(wish, &before, now)));
                    self.groups.state.try_set(Load::Ready(page));
                }
                Err(error) => match NotDone::of(&error, &before) {
                    Some(why) => {
                        self.refused.try_set(Some(why));
                        self.groups.reload();
                    }
                    None => {
                        let Some(error) = error.unless_signed_out() else { return };
                        self.failed.try_set(Some(error));
                    }
                },
            }
            request_animation_frame(|| focus_element(OUTCOME_ID));
        });
    }

    /// What came of it.
    pub fn outcome(self) -> AnyView {
        let session = use_session();
        let Self { done, refused, failed, .. } = self;
        view! {
            <div id=OUTCOME_ID tabindex="-1">
                {failure(failed)}
                {live_if(move || done.get().map(|done| {
                    let words = text_of(move |t| done.words(t));
                    view! { <Alert kind=AlertKind::Success live=true><p>{words}</p></Alert> }
                        .into_any()
                }))}
                {live_if(move || refused.get().map(|why| {
                    let words = text_of(move |t| why.words(t, &session.phone()));
                    view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }
                        .into_any()
                }))}
            </div>
        }
        .into_any()
    }
}
