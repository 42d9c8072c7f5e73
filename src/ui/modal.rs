//! DKFDS modal on the browser's own dialog, which keeps the focus inside. The focus comes
//! from what was pressed and goes back there.

use leptos::html::{Dialog, H2};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::icon::{Icon, IconKind};
use crate::text::{Text, text};

/// A dialog over the page. Put it into the view while it is to be open.
#[component]
pub fn Modal(
    /// Id of the heading.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    heading: Text,
    /// Closing it by the corner or Escape; a dialog without it must be answered.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// The buttons.
    footer: AnyView,
    /// The text.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let title = NodeRef::<H2>::new();
    let opener = StoredValue::new_local(focused());
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It is in the document and not open, so it cannot fail.
            let _ = dialog.show_modal();
            // It starts on its heading, not on the button that leaves it.
            if let Some(title) = title.get_untracked() {
                let _ = title.focus();
            }
        }
    });
    on_cleanup(move || {
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            leave(&dialog, opener.try_get_value().flatten());
        }
    });
    let close = on_close.map(|close| {
        view! {
            <button type="button" class="modal-close function-link" on:click=move |_| close.run(())>
                <Icon kind=IconKind::Close/>
                {text(|t| t.common.close)}
            </button>
        }
    });
    view! {
        <dialog
            class="fds-modal show-modal"
            aria-labelledby=id
            node_ref=dialog
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                if let Some(close) = on_close {
                    close.run(());
                }
            }
        >
            <div class="modal-content">
                <div class="modal-header">
                    <h2 class="modal-title" id=id tabindex="-1" node_ref=title>{heading}</h2>
                    {close}
                </div>
                <div class="modal-body">{children()}</div>
                <div class="modal-footer">{footer}</div>
            </div>
        </dialog>
    }
    .into_any()
}

fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Closes the dialog and gives the focus back; to the heading of the page when what was
/// pressed is gone. A page that has been left by then has no say in it.
fn leave(dialog: &HtmlDialogElement, opener: Option<HtmlElement>) {
    dialog.close();
    let opener = opener.filter(|one| one.is_connected() && Some(one) != document().body().as_ref());
    let heading = || document().query_selector("h1").ok().flatten()?.dyn_into().ok();
    if let Some(place) = opener.or_else(heading) {
        // A browser that refuses the focus leaves it where it was.
        let _ = place.focus();
    }
}
