//! DKFDS alert (*besked*).

use leptos::prelude::*;

use super::icon::{Icon, IconKind};
use crate::text::{Text, text_of};

/// What kind of message it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AlertKind {
    /// Information.
    #[default]
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It did not work.
    Error,
}

/// A message on the page. Screen readers are told at once when `live`.
#[component]
pub fn Alert(
    /// What kind.
    #[prop(optional)]
    kind: AlertKind,
    /// The heading; without one the message is a paragraph.
    #[prop(optional, into)]
    heading: Option<Text>,
    /// Does it appear as the answer to what the person did?
    #[prop(optional)]
    live: bool,
    /// The message.
    children: Children,
) -> impl IntoView {
    let (class, icon, name) = match kind {
        AlertKind::Info => ("alert alert-info", IconKind::Info, 0),
        AlertKind::Success => ("alert alert-success", IconKind::Check, 1),
        AlertKind::Warning => ("alert alert-warning", IconKind::Warning, 2),
        AlertKind::Error => ("alert alert-error", IconKind::Error, 3),
    };
    let role = live.then_some(if kind == AlertKind::Error { "alert" } else { "status" });
    view! {
        <div class=class role=role>
            <Icon kind=icon class="alert-icon"/>
            <div class="alert-body">
                <span class="sr-only">{text_of(move |t| t.common.alert_names[name].to_owned())} ": "</span>
                {heading.map(|heading| view! { <h2 class="alert-heading">{heading}</h2> })}
                <div class="alert-text">{children()}</div>
            </div>
        </div>
    }
    .into_any()
}
