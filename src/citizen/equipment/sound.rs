//! Microphone and speaker.

use leptos::prelude::*;

use super::device::{hears_voice, play_tone};
use super::try_one::{TryOne, Verdict, trouble, words};
use crate::ui::Sending;

/// Trying the microphone.
#[component]
pub(super) fn Microphone() -> impl IntoView {
    let (sending, result) = (Sending::new(), RwSignal::new(None::<Verdict>));
    let on_try = move |()| {
        sending.run(async move {
            result.set(Some(|t| t.citizen.equipment.microphone_listening));
            result.set(Some(match hears_voice().await {
                Ok(true) => |t| t.citizen.equipment.microphone_ok,
                Ok(false) => |t| t.citizen.equipment.microphone_quiet,
                Err(error) => trouble(error),
            }));
        });
    };
    view! {
        <TryOne
            heading=|t| t.citizen.equipment.microphone
            lead=|t| t.citizen.equipment.microphone_lead
            action=|t| t.citizen.equipment.microphone_start
            on_try
            sending
            result=words(result)
        />
    }
}

/// Trying the speaker.
#[component]
pub(super) fn Speaker() -> impl IntoView {
    let (sending, result) = (Sending::new(), RwSignal::new(None::<Verdict>));
    let on_try = move |()| {
        sending.run(async move {
            result.set(Some(match play_tone().await {
                Ok(()) => |t| t.citizen.equipment.speaker_played,
                Err(error) => trouble(error),
            }));
        });
    };
    view! {
        <TryOne
            heading=|t| t.citizen.equipment.speaker
            lead=|t| t.citizen.equipment.speaker_lead
            action=|t| t.citizen.equipment.speaker_start
            on_try
            sending
            result=words(result)
        />
    }
}
