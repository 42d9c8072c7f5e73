//! The phone's camera, microphone and speaker, through the browser. Nothing is recorded and
//! nothing leaves the phone.

use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioContext, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// Why a device could not be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The person, or the browser's settings, said no.
    Denied,
    /// There is none.
    Missing,
    /// The browser cannot do this here.
    Unsupported,
}

/// The smallest swing of the sound wave, of 128, that counts as a voice.
const VOICE: u8 = 8;
/// How often the microphone is listened to, and how many times in all.
const LISTEN_MS: i32 = 100;
const LISTEN_TIMES: usize = 50;

/// Opens the camera.
pub async fn camera() -> Result<MediaStream, Trouble> {
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&JsValue::TRUE);
    open(&constraints).await
}

/// Listens for up to five seconds; was there a voice?
pub async fn hears_voice() -> Result<bool, Trouble> {
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&JsValue::TRUE);
    let stream = open(&constraints).await?;
    let heard = listen(&stream).await;
    close(&stream);
    heard.map_err(|error| trouble(&error))
}

/// Plays a soft tone of a second.
pub async fn play_tone() -> Result<(), Trouble> {
    tone().await.map_err(|error| trouble(&error))
}

/// Lets go of a device, so that its light goes out.
pub fn close(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

async fn open(constraints: &MediaStreamConstraints) -> Result<MediaStream, Trouble> {
    let asked = window()
        .navigator()
        .media_devices()
        .and_then(|devices| devices.get_user_media_with_constraints(constraints));
    let promise = asked.map_err(|_| Trouble::Unsupported)?;
    let stream = JsFuture::from(promise).await.map_err(|error| trouble(&error))?;
    stream.dyn_into().map_err(|_| Trouble::Unsupported)
}

async fn listen(stream: &MediaStream) -> Result<bool, JsValue> {
    let context = AudioContext::new()?;
    let analyser = context.create_analyser()?;
    context.create_media_stream_source(stream)?.connect_with_audio_node(&analyser)?;
    let mut wave = vec![0_u8; 512];
    let mut heard = false;
    for _ in 0..LISTEN_TIMES {
        pause(LISTEN_MS).await?;
        analyser.get_byte_time_domain_data(&mut wave);
        heard |= wave.iter().any(|&level| level.abs_diff(128) > VOICE);
        if heard {
            break;
        }
    }
    JsFuture::from(context.close()?).await?;
    Ok(heard)
}

async fn tone() -> Result<(), JsValue> {
    let context = AudioContext::new()?;
    let (tone, volume) = (context.create_oscillator()?, context.create_gain()?);
    volume.gain().set_value(0.1);
    tone.connect_with_audio_node(&volume)?.connect_with_audio_node(&context.destination())?;
    tone.start()?;
    pause(1000).await?;
    tone.stop()?;
    JsFuture::from(context.close()?).await.map(|_| ())
}

async fn pause(milliseconds: i32) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        // Without a timer the promise would never end; a browser always has one.
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    JsFuture::from(promise).await.map(|_| ())
}

fn trouble(error: &JsValue) -> Trouble {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => Trouble::Denied,
        Some("NotFoundError" | "OverconstrainedError") => Trouble::Missing,
        _ => Trouble::Unsupported,
    }
}
