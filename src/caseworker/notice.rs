//! The one place on a page where the answer to what was done is told, also to screen readers.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::desk::use_desk;
use super::refusal::refusal;
use crate::api::ApiError;
use crate::session::use_session;
use crate::text::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, live_if};

/// A sentence in the language in use. Not a signal: it outlives the row it is about.
type Sentence = Arc<dyn Fn(&'static Texts) -> String + Send + Sync>;

/// What a page tells.
#[derive(Clone)]
pub enum Told {
    /// It is done.
    Done(Sentence),
    /// Something else comes first.
    First(Sentence),
    /// It is not done.
    Refused(ApiError),
}

impl Told {
    /// It is done.
    pub fn done(sentence: impl Fn(&'static Texts) -> String + Send + Sync + 'static) -> Self {
        Self::Done(Arc::new(sentence))
    }
}

/// The latest answer of a page.
#[derive(Clone, Copy)]
pub struct Notice {
    told: RwSignal<Option<Told>>,
    board: NodeRef<Div>,
}

impl Notice {
    /// Nothing told yet.
    pub fn new() -> Self {
        Self { told: RwSignal::new(None), board: NodeRef::new() }
    }

    /// What the page before left to tell, with the focus on it: the screen reader has just
    /// read the new page's heading.
    pub fn from_last_page() -> Self {
        let notice = Self::new();
        if let Some(told) = use_desk().take_word() {
            notice.told.set(Some(told));
            notice.take_focus();
        }
        notice
    }

    /// It is done.
    pub fn done(self, sentence: impl Fn(&'static Texts) -> String + Send + Sync + 'static) {
        self.told.set(Some(Told::done(sentence)));
    }

    /// Something else comes first.
    pub fn first(self, sentence: impl Fn(&'static Texts) -> String + Send + Sync + 'static) {
        self.told.set(Some(Told::First(Arc::new(sentence))));
    }

    /// It is not.
    pub fn refused(self, error: ApiError) {
        self.told.set(Some(Told::Refused(error)));
    }

    /// Something new begins.
    pub fn clear(self) {
        self.told.set(None);
    }

    /// Moves the focus to the answer: for what was pressed in a dialog or a row that is gone
    /// by now. Waits until they are.
    pub fn take_focus(self) {
        request_animation_frame(move || {
            if let Some(board) = self.board.try_get_untracked().flatten() {
                // A browser that refuses the focus leaves it where it was.
                let _ = board.focus();
            }
        });
    }
}

/// Shows the latest answer.
#[component]
pub fn NoticeBoard(
    /// Whose answers.
    notice: Notice,
) -> impl IntoView {
    let t = use_texts();
    let session = use_session();
    // The region stands there from the start, so that screen readers watch it.
    view! {
        <div aria-live="polite" class="notice" tabindex="-1" node_ref=notice.board>
            {live_if(move || Some(match notice.told.get()? {
                Told::Done(sentence) => view! {
                    <Alert kind=AlertKind::Success><p>{move || sentence(t())}</p></Alert>
                }
                .into_any(),
                Told::First(sentence) => view! {
                    <Alert kind=AlertKind::Warning><p>{move || sentence(t())}</p></Alert>
                }
                .into_any(),
                Told::Refused(error) => view! {
                    <Alert kind=AlertKind::Error>
                        <p>{move || refusal(t(), &error, &session.phone())}</p>
                    </Alert>
                }
                .into_any(),
            }))}
        </div>
    }
    .into_any()
}
