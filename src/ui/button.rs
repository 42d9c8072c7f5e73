//! DKFDS buttons, and the guard that keeps one from firing twice.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::icon::{Icon, IconKind};
use super::live::{attribute, flag};
use crate::routes::Route;
use crate::text::{Text, text, text_of};

/// How much a button calls for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do.
    Primary,
    /// Another thing one can do.
    #[default]
    Secondary,
    /// A small thing in passing.
    Tertiary,
    /// Something that cannot be undone.
    Warning,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Tertiary => "button button-tertiary",
            Self::Warning => "button button-warning",
        }
    }
}

/// Something on its way to the server. While it is, nothing else is sent.
#[derive(Clone, Copy)]
pub struct Sending {
    busy: RwSignal<bool>,
}

impl Sending {
    /// Nothing on its way.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false) }
    }

    /// Is something on its way? Hand this to [`Button`].
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Sends, unless something is on its way already.
    pub fn run(self, work: impl Future<Output = ()> + 'static) {
        self.run_boxed(Box::pin(work));
    }

    fn run_boxed(self, work: Pin<Box<dyn Future<Output = ()>>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            work.await;
            // The page may be gone by now.
            self.busy.try_set(false);
        });
    }
}

/// A button that does something. While `busy` it says so and does nothing.
#[component]
pub fn Button(
    /// What it does, in the words of the person.
    #[prop(into)]
    text: Text,
    /// Doing it.
    #[prop(into)]
    on_click: Callback<()>,
    /// How much it calls for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Is it at work?
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// For screen readers, when the text alone does not say which of several it is.
    #[prop(optional, into)]
    label: Option<Text>,
    /// Extra classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=format!("{} {class}", kind.class())
            aria-label=attribute(move || label.filter(|_| !busy.get()).map(|label| label.get()))
            aria-disabled=flag(move || busy.get())
            on:click=move |_| {
                if !busy.get_untracked() {
                    on_click.run(());
                }
            }
        >
            {text_of(move |t| if busy.get() { t.common.working.to_owned() } else { text.get() })}
        </button>
    }
    .into_any()
}

/// A link to a page that looks like a button.
#[component]
pub fn LinkButton(
    /// What is there.
    #[prop(into)]
    text: Text,
    /// Where.
    to: Route,
    /// How much it calls for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Extra classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <a class=format!("{} {class}", kind.class()) href=to.path()>{text}</a> }.into_any()
}

/// The link back, above the heading.
#[component]
pub fn BackLink(
    /// Where to.
    to: Route,
    /// What is there; "Tilbage" when absent.
    #[prop(optional, into)]
    label: Option<Text>,
) -> impl IntoView {
    let label = label.unwrap_or_else(|| text(|t| t.common.back));
    view! {
        <a class="back-link" href=to.path()>
            <Icon kind=IconKind::Back/>
            {label}
        </a>
    }
    .into_any()
}
