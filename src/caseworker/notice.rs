//! The one place on a page where the answer to what was done is told, also to screen readers.

use std::sync::Arc;

use leptos::prelude::*;

use super::refusal::refusal;
use crate::api::ApiError;
use crate::session::use_session;
use crate::text::{Texts, use_texts};
use crate::ui::{Alert, AlertKind};

/// A sentence in the language in use. Not a signal: it outlives the row it is about.
type Sentence = Arc<dyn Fn(&'static Texts) -> String + Send + Sync>;

#[derive(Clone)]
enum Told {
    Done(Sentence),
    Refused(ApiError),
}

/// The latest answer of a page.
#[derive(Clone, Copy)]
pub struct Notice(RwSignal<Option<Told>>);

impl Notice {
    /// Nothing told yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// It is done.
    pub fn done(self, sentence: impl Fn(&'static Texts) -> String + Send + Sync + 'static) {
        self.0.set(Some(Told::Done(Arc::new(sentence))));
    }

    /// It is not.
    pub fn refused(self, error: ApiError) {
        self.0.set(Some(Told::Refused(error)));
    }

    /// Something new begins.
    pub fn clear(self) {
        self.0.set(None);
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
        <div aria-live="polite" class="notice">
            {move || notice.0.get().map(|told| match told {
                Told::Done(sentence) => view! {
                    <Alert kind=AlertKind::Success><p>{move || sentence(t())}</p></Alert>
                }
                .into_any(),
                Told::Refused(error) => view! {
                    <Alert kind=AlertKind::Error>
                        <p>{move || refusal(t(), &error, &session.phone())}</p>
                    </Alert>
                }
                .into_any(),
            })}
        </div>
    }
    .into_any()
}
