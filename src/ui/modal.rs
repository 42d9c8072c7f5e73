//! DKFDS modal on the browser's own dialog, which keeps the focus inside and gives it back.

use leptos::html::Dialog;
use leptos::prelude::*;

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
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It is in the document and not open, so it cannot fail.
            let _ = dialog.show_modal();
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
                    <h2 class="modal-title" id=id>{heading}</h2>
                    {close}
                </div>
                <div class="modal-body">{children()}</div>
                <div class="modal-footer">{footer}</div>
            </div>
        </dialog>
    }
    .into_any()
}
