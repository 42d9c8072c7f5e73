//! The camera: the person sees whether they can be seen.

use leptos::html::Video;
use leptos::prelude::*;

use super::device::{camera, close};
use super::try_one::{TryOne, Verdict, trouble, words};
use crate::text::text;
use crate::ui::Sending;

/// Trying the camera.
#[component]
pub(super) fn Camera() -> impl IntoView {
    let (sending, result) = (Sending::new(), RwSignal::new(None::<Verdict>));
    let open = StoredValue::new_local(None);
    let picture = NodeRef::<Video>::new();
    let let_go = move || {
        if let Some(stream) = open.try_update_value(Option::take).flatten() {
            close(&stream);
        }
    };
    on_cleanup(let_go);
    let on_try = move |()| {
        sending.run(async move {
            let_go();
            match camera().await {
                Ok(stream) => {
                    if let Some(picture) = picture.get_untracked() {
                        picture.set_src_object(Some(&stream));
                    }
                    open.set_value(Some(stream));
                    result.set(Some(|t| t.citizen.equipment.camera_ok));
                }
                Err(error) => result.set(Some(trouble(error))),
            }
        });
    };
    view! {
        <TryOne
            heading=|t| t.citizen.equipment.camera
            lead=|t| t.citizen.equipment.camera_lead
            action=|t| t.citizen.equipment.camera_start
            on_try
            sending
            result=words(result)
        >
            <video
                class="equipment__picture"
                node_ref=picture
                autoplay
                muted
                playsinline
                aria-label=text(|t| t.citizen.equipment.camera_picture)
            ></video>
        </TryOne>
    }
}
