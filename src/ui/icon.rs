//! Icons, drawn in place so that they cost no request. Shapes from Material Symbols (Apache
//! 2.0), as DKFDS ships them.

use leptos::prelude::*;

/// An icon in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconKind {
    /// Information.
    Info,
    /// Success.
    Check,
    /// Warning.
    Warning,
    /// Error.
    Error,
    /// Back.
    Back,
    /// Forwards.
    Forward,
    /// Closing.
    Close,
}

impl IconKind {
    const fn shape(self) -> &'static str {
        match self {
            Self::Info => {
                "M440-280h80v-240h-80v240Zm40-320q17 0 28.5-11.5T520-640q0-17-11.5-28.5T480-680q-17 0-28.5 11.5T440-640q0 17 11.5 28.5T480-600Zm0 520q-83 0-156-31.5T197-197q-54-54-85.5-127T80-480q0-83 31.5-156T197-763q54-54 127-85.5T480-880q83 0 156 31.5T763-763q54 54 85.5 127T880-480q0 83-31.5 156T763-197q-54 54-127 85.5T480-80Zm0-80q134 0 227-93t93-227q0-134-93-227t-227-93q-134 0-227 93t-93 227q0 134 93 227t227 93Zm0-320Z"
            }
            Self::Check => {
                "m424-296 282-282-56-56-226 226-114-114-56 56 170 170Zm56 216q-83 0-156-31.5T197-197q-54-54-85.5-127T80-480q0-83 31.5-156T197-763q54-54 127-85.5T480-880q83 0 156 31.5T763-763q54 54 85.5 127T880-480q0 83-31.5 156T763-197q-54 54-127 85.5T480-80Zm0-80q134 0 227-93t93-227q0-134-93-227t-227-93q-134 0-227 93t-93 227q0 134 93 227t227 93Zm0-320Z"
            }
            Self::Warning => {
                "m40-120 440-760 440 760H40Zm138-80h604L480-720 178-200Zm302-40q17 0 28.5-11.5T520-280q0-17-11.5-28.5T480-320q-17 0-28.5 11.5T440-280q0 17 11.5 28.5T480-240Zm-40-120h80v-200h-80v200Zm40-100Z"
            }
            Self::Error => {
                "M480-280q17 0 28.5-11.5T520-320q0-17-11.5-28.5T480-360q-17 0-28.5 11.5T440-320q0 17 11.5 28.5T480-280Zm-40-160h80v-240h-80v240Zm40 360q-83 0-156-31.5T197-197q-54-54-85.5-127T80-480q0-83 31.5-156T197-763q54-54 127-85.5T480-880q83 0 156 31.5T763-763q54 54 85.5 127T880-480q0 83-31.5 156T763-197q-54 54-127 85.5T480-80Zm0-80q134 0 227-93t93-227q0-134-93-227t-227-93q-134 0-227 93t-93 227q0 134 93 227t227 93Zm0-320Z"
            }
            Self::Back => "m400-240-240-240 240-240 56 56-144 144h488v80H312l144 144-56 56Z",
            Self::Forward => "m560-240-56-56 144-144H160v-80h488L504-664l56-56 240 240-240 240Z",
            Self::Close => {
                "m256-200-56-56 224-224-224-224 56-56 224 224 224-224 56 56-224 224 224 224-56 56-224-224-224 224Z"
            }
        }
    }
}

/// An icon. Without a name it is decoration and hidden from screen readers.
#[component]
pub fn Icon(
    /// Which.
    kind: IconKind,
    /// Extra classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class=format!("icon-svg {class}")
            viewBox="0 -960 960 960"
            focusable="false"
            aria-hidden="true"
        >
            <path d=kind.shape()></path>
        </svg>
    }
    .into_any()
}
