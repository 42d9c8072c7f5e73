//! The frame with the citizen's app in it, and what the page around knows of it. Which view the
//! app is in, and in which language, the frame is told by its name (`public/preview.js`).

use contract::ids::PreviewId;
use contract::preview::Preview;
use leptos::ev;
use leptos::html::Iframe;
use leptos::prelude::*;

use super::tried::{FromFrame, Tried};
use crate::routes::{AppPart, Route};
use crate::text::{Language, text};

/// What is in the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Framed {
    view: PreviewId,
    language: Language,
    /// Where it begins; the citizen's pages follow each other from there.
    from: String,
}

impl Framed {
    fn name(&self) -> String {
        format!("genvej-preview:{}:{}", self.view, self.language.code())
    }
}

/// The frame, as the page around it knows it.
#[derive(Clone, Copy)]
pub struct Frame {
    framed: RwSignal<Option<Framed>>,
    /// Counts what was put in the frame.
    turn: StoredValue<u32>,
    place: NodeRef<Iframe>,
    /// The language of the pages in it, as it is chosen around it.
    pub language: RwSignal<Language>,
    /// As narrow as a phone?
    pub narrow: RwSignal<bool>,
    /// What was tried in it last, and is not done in a view.
    pub tried: RwSignal<Option<Tried>>,
}

impl Frame {
    /// An empty frame. `on_refusal` hears that calls in it are refused. Call it in a component.
    pub fn new(language: Language, on_refusal: Callback<()>) -> Self {
        let frame = Self {
            framed: RwSignal::new(None),
            turn: StoredValue::new(0),
            place: NodeRef::new(),
            language: RwSignal::new(language),
            narrow: RwSignal::new(false),
            tried: RwSignal::new(None),
        };
        let listener =
            window_event_listener(ev::message, move |event| match FromFrame::heard(&event) {
                Some(FromFrame::Tried(tried)) => frame.explain(tried),
                Some(FromFrame::Speaks(language)) => frame.speaks(language),
                Some(FromFrame::Refused) => on_refusal.run(()),
                None => {}
            });
        on_cleanup(move || listener.remove());
        Effect::new(move || frame.speak(frame.language.get()));
        frame
    }

    /// Shows a view: where the frame is, when it is of the same person as the one `before`.
    pub fn show(self, preview: &Preview, before: Option<&Preview>) {
        let stays = before.is_some_and(|before| before.of == preview.of);
        let here = if stays { self.here() } else { None };
        let first = if preview.calendar.is_some() { Route::Book } else { Route::My };
        let from = here.unwrap_or_else(|| first.path());
        let language = self.language.get_untracked();
        self.tried.set(None);
        self.put(Framed { view: preview.id, language, from });
    }

    /// Explains what was tried. What stands there already is left: typing tells the same at every
    /// pause, and is read out once.
    fn explain(self, tried: Tried) {
        if self.tried.get_untracked() != Some(tried) {
            self.tried.set(Some(tried));
        }
    }

    /// The explanation is read; whoever closed it is in the citizen's pages again.
    pub fn close_explanation(self) {
        self.tried.set(None);
        self.take_focus();
    }

    /// Moves the focus to the frame, once it is drawn.
    pub fn take_focus(self) {
        request_animation_frame(move || {
            if let Some(frame) = self.place.try_get_untracked().flatten() {
                // A browser that refuses the focus leaves it where it was.
                let _ = frame.focus();
            }
        });
    }

    /// The frame is empty: the view is closed.
    pub fn clear(self) {
        self.tried.set(None);
        self.framed.set(None);
    }

    /// Another language was chosen around the frame.
    fn speak(self, language: Language) {
        let Some(framed) = self.framed.get_untracked() else { return };
        if framed.language != language {
            let from = self.here().unwrap_or(framed.from);
            self.put(Framed { view: framed.view, language, from });
        }
    }

    fn put(self, framed: Framed) {
        self.turn.update_value(|turn| *turn += 1);
        self.framed.set(Some(framed));
    }

    /// Another language was chosen in the frame: it speaks it already.
    fn speaks(self, language: Language) {
        self.framed.update_untracked(|framed| {
            if let Some(framed) = framed {
                framed.language = language;
            }
        });
        self.language.set(language);
    }

    /// The address of the page in the frame, if it is one of the citizen's.
    fn here(self) -> Option<String> {
        // A page that is not ours tells nothing.
        let location = self.place.get_untracked()?.content_window()?.location();
        let (path, query) = (location.pathname().ok()?, location.search().ok()?);
        citizens(&path, &query).then(|| path + &query)
    }

    /// The frame: another element for another view or language, since a page that is in a frame
    /// already does not hear of its new name.
    pub fn draw(self) -> AnyView {
        view! {
            <For
                each=move || self.framed.get()
                key=move |_| self.turn.get_value()
                children=move |framed| self.element(framed)
            />
        }
        .into_any()
    }

    fn element(self, framed: Framed) -> AnyView {
        let narrow = self.narrow;
        view! {
            <iframe
                class="preview-frame"
                class:preview-frame--phone=move || narrow.get()
                name=framed.name()
                src=framed.from
                title=text(|t| t.staff().preview.frame)
                node_ref=self.place
            ></iframe>
        }
        .into_any()
    }
}

/// Is it a page of the citizen's?
fn citizens(path: &str, query: &str) -> bool {
    Route::parse(path, query).is_some()
        && matches!(AppPart::of(path), AppPart::Site | AppPart::Plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = include_str!("../../../public/preview.js");
    const START: &str = include_str!("../../../public/boot.js");

    /// `boot.js` and `preview.js` find the view by the name that is given here.
    #[test]
    fn a_frame_has_the_name_its_scripts_look_for() {
        let view = PreviewId(uuid::Uuid::nil());
        let framed = Framed { view, language: Language::En, from: "/my".into() };
        assert_eq!(framed.name(), "genvej-preview:00000000-0000-0000-0000-000000000000:en");
        assert!(SCRIPT.contains("/^genvej-preview:([0-9a-f-]{36}):(da|en)$/"));
        assert!(SCRIPT.contains("`genvej-preview:${id}:${language}`"));
        assert!(START.contains("startsWith(\"genvej-preview:\")"));
    }

    #[test]
    fn only_a_citizens_page_is_shown_again() {
        assert!(citizens("/book/phone", "?week=2026-12-07"));
        assert!(citizens("/plan", "") && citizens("/", ""));
        for elsewhere in ["/staff", "/employer", "/api/session", "blank"] {
            assert!(!citizens(elsewhere, ""), "{elsewhere}");
        }
    }
}
