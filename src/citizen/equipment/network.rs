//! The connection: how fast the server answers.

use leptos::prelude::*;

use super::try_one::TryOne;
use crate::api::citizen::reach;
use crate::text::{Texts, fill, text_of};
use crate::ui::Sending;

/// How many answers are timed.
const TRIES: usize = 4;
/// Slower than this, a conversation by video stumbles.
const SLOW_MS: u32 = 400;

/// Trying the connection.
#[component]
pub(super) fn Network() -> impl IntoView {
    let (sending, result) = (Sending::new(), RwSignal::new(None::<Option<u32>>));
    let on_try = move |()| {
        sending.run(async move {
            result.set(None);
            result.set(Some(fastest().await));
        });
    };
    let result =
        text_of(move |t| result.get().map(|fastest| verdict(t, fastest)).unwrap_or_default());
    view! {
        <TryOne
            heading=|t| t.citizen.equipment.network
            lead=|t| t.citizen.equipment.network_lead
            action=|t| t.citizen.equipment.network_start
            on_try
            sending
            result
        />
    }
}

/// The fastest of a few answers, in milliseconds: the first one also pays for connecting.
async fn fastest() -> Option<u32> {
    let mut fastest = None;
    for _ in 0..TRIES {
        let start = js_sys::Date::now();
        reach().await.ok()?;
        let took = (js_sys::Date::now() - start) as u32;
        fastest = Some(fastest.map_or(took, |before: u32| before.min(took)));
    }
    fastest
}

fn verdict(t: &Texts, fastest: Option<u32>) -> String {
    let words = &t.citizen.equipment;
    match fastest {
        None => words.network_none.to_owned(),
        Some(took) => {
            let sentence = if took > SLOW_MS { words.network_slow } else { words.network_ok };
            fill(sentence, &[&took.to_string()])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_slow_connection_suggests_the_phone() {
        let t = Language::Da.texts();
        assert!(verdict(t, Some(40)).contains("god nok til video (40 millisekunder)"));
        assert!(verdict(t, Some(900)).contains("vælg telefon"));
        assert!(verdict(t, None).contains("Vi fik ikke svar"));
    }
}
