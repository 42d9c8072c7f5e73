//! Trying camera, microphone, speaker and connection before a video meeting.

mod camera;
mod device;
mod network;
mod sound;
mod try_one;

use leptos::prelude::*;

use self::camera::Camera;
use self::network::Network;
use self::sound::{Microphone, Speaker};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Language, fill, text, text_of};
use crate::ui::{BackLink, Page};

/// The equipment check.
#[component]
pub fn EquipmentPage() -> impl IntoView {
    let session = use_session();
    let fallback = text_of(move |t| {
        let hours = session.municipality().map(|municipality| match t.language {
            Language::Da => municipality.phone_hours,
            Language::En => municipality.phone_hours_en,
        });
        fill(t.citizen.equipment.fallback_lead, &[&session.phone(), &hours.unwrap_or_default()])
    });
    let back = view! { <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/> };
    view! {
        <Page title=text(|t| t.citizen.equipment.title) above=back.into_any()>
            <p class="font-lead">{text(|t| t.citizen.equipment.lead)}</p>
            <Camera/>
            <Microphone/>
            <Speaker/>
            <Network/>
            <h2 class="h3">{text(|t| t.citizen.equipment.fallback)}</h2>
            <p>{fallback}</p>
        </Page>
    }
}
