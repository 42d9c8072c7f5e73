//! The citizen's area: what is next, and booking, moving and cancelling a conversation.

use leptos::prelude::*;

use crate::text::text;
use crate::ui::Page;

/// A page of the citizen's area.
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn ChannelPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn TimesPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn DetailsPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn CheckPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn BookingPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn MoveChannelPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn MoveTimesPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn MoveCheckPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn CancelPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}

/// A page of the citizen's area.
#[component]
pub fn EquipmentPage() -> impl IntoView {
    view! { <Page title=text(|t| t.citizen.overview.title)>""</Page> }
}
