//! Texts of the equipment check for video.

use crate::text::table::text_table;

text_table! {
    /// Texts of the equipment check.
    EquipmentTexts {
        title: "Tjek dit udstyr til video", "Check your equipment for video";
        lead: "Det tager et par minutter. Intet bliver optaget eller sendt til os.", "It takes a couple of minutes. Nothing is recorded or sent to us.";
        camera: "Kamera", "Camera";
        camera_lead: "Din telefon eller computer spørger, om siden må bruge kameraet. Sig ja, og se, om du kan se dig selv.", "Your phone or computer asks whether the page may use the camera. Say yes, and see whether you can see yourself.";
        camera_start: "Tjek kameraet", "Check the camera";
        camera_picture: "Billedet fra dit kamera", "The picture from your camera";
        camera_ok: "Kameraet virker, hvis du kan se dig selv.", "The camera works if you can see yourself.";
        microphone: "Mikrofon", "Microphone";
        microphone_lead: "Tryk, sig ja til mikrofonen, og sig et par ord.", "Press, allow the microphone, and say a few words.";
        microphone_start: "Tjek mikrofonen", "Check the microphone";
        microphone_listening: "Vi lytter. Sig et par ord …", "We are listening. Say a few words …";
        microphone_ok: "Mikrofonen virker. Vi kan høre dig.", "The microphone works. We can hear you.";
        microphone_quiet: "Vi kan ikke høre noget. Tal lidt højere, tjek at mikrofonen ikke er slået fra, og prøv igen.", "We cannot hear anything. Speak a little louder, check that the microphone is not muted, and try again.";
        speaker: "Højttaler", "Speaker";
        speaker_lead: "Tryk, og lyt efter en tone.", "Press, and listen for a tone.";
        speaker_start: "Afspil en tone", "Play a tone";
        speaker_played: "Tonen er afspillet. Hørte du den ikke, så skru op, eller tjek at lyden ikke er slået fra.", "The tone has been played. If you did not hear it, turn up the volume, or check that sound is not muted.";
        network: "Internetforbindelse", "Internet connection";
        network_lead: "Vi måler, hvor hurtigt vi får svar.", "We measure how fast we get an answer.";
        network_start: "Tjek forbindelsen", "Check the connection";
        network_ok: "Forbindelsen er god nok til video ({} millisekunder).", "The connection is good enough for video ({} milliseconds).";
        network_slow: "Forbindelsen er langsom ({} millisekunder). Sæt dig tættere på dit trådløse net, eller vælg telefon.", "The connection is slow ({} milliseconds). Move closer to your wireless router, or choose phone.";
        network_none: "Vi fik ikke svar. Tjek, at du er på nettet, og prøv igen.", "We got no answer. Check that you are on line, and try again.";
        denied: "Vi fik ikke lov. Tillad det i browserens indstillinger for siden, og prøv igen.", "We were not allowed. Allow it in the browser's settings for this page, and try again.";
        missing: "Vi fandt intet. Tjek, at det er sat til, eller brug en anden telefon eller computer.", "We found none. Check that it is plugged in, or use another phone or computer.";
        unsupported: "Din browser kan ikke tjekke det her. Prøv en nyere browser.", "Your browser cannot check this. Try a newer browser.";
        fallback: "Virker det ikke?", "Does it not work?";
        fallback_lead: "Så tager vi samtalen i telefonen. Ring til os på {}. Telefonen er åben {}.", "Then we talk by phone. Ring us on {}. The phone is open {}.";
    }
}
