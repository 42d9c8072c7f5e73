//! Texts of the frame, of the parts in `ui`, and words several areas share.

/// Texts of the frame, of the parts in `ui`, and words several areas share.
pub struct CommonTexts {
    /// Name of the solution.
    pub solution: &'static str,
    /// Skip link.
    pub skip_to_content: &'static str,
    /// Name of the header's navigation landmark.
    pub main_navigation: &'static str,
    /// Sign-out button.
    pub sign_out: &'static str,
    /// The other language, in that language.
    pub other_language: &'static str,
    /// Its code.
    pub other_language_code: &'static str,
    /// Before the phone number in the header.
    pub support: &'static str,
    /// Footer: contact.
    pub contact: &'static str,
    /// Footer: accessibility statement.
    pub accessibility: &'static str,
    /// Footer: cookies.
    pub cookies: &'static str,
    /// Ringing a number: "{}".
    pub call: &'static str,
    /// The name of the demonstration's ribbon.
    pub demo: &'static str,
    /// The ribbon of the demonstration.
    pub demo_ribbon: &'static str,
    /// Link in the ribbon: somebody else.
    pub demo_change_person: &'static str,
    /// Banner when the server is not reached.
    pub offline: &'static str,
    /// While loading.
    pub loading: &'static str,
    /// Heading when data did not come.
    pub failed: &'static str,
    /// Text for it, offline.
    pub failed_offline: &'static str,
    /// Text for it otherwise; phone number.
    pub failed_server: &'static str,
    /// Text when the thing is not there or not theirs.
    pub failed_not_found: &'static str,
    /// Text when the person may not see it.
    pub failed_not_allowed: &'static str,
    /// Retry button.
    pub try_again: &'static str,
    /// Heading: nobody is signed in.
    pub sign_in_needed: &'static str,
    /// Text for it.
    pub sign_in_needed_text: &'static str,
    /// Link to the front page.
    pub go_to_front: &'static str,
    /// Heading of the page that does not exist.
    pub not_found: &'static str,
    /// Text for it.
    pub not_found_text: &'static str,
    /// Heading of the error summary.
    pub problems: &'static str,
    /// Before an error, for screen readers.
    pub error_prefix: &'static str,
    /// Names of the alert icons.
    pub alert_names: [&'static str; 4],
    /// Characters left, in a text field.
    pub characters_left: &'static str,
    /// One character left.
    pub character_left: &'static str,
    /// Too many characters.
    pub characters_over: &'static str,
    /// Character limit, told once.
    pub characters_allowed: &'static str,
    /// Closing a dialog.
    pub close: &'static str,
    /// Cancelling a dialog.
    pub cancel: &'static str,
    /// Back link.
    pub back: &'static str,
    /// Next button.
    pub next: &'static str,
    /// "Step 2 of 4".
    pub step: &'static str,
    /// While a button works.
    pub working: &'static str,
    /// Dialog: the session ends soon.
    pub ending_heading: &'static str,
    /// Text for it.
    pub ending_text: &'static str,
    /// Stay signed in.
    pub stay: &'static str,
    /// Dialog: the session has ended.
    pub ended_heading: &'static str,
    /// Text for it; name.
    pub ended_text: &'static str,
    /// Sign in again as; name.
    pub sign_in_again: &'static str,
    /// Leaving for the front page.
    pub leave: &'static str,
    /// Asked before signing out would lose something.
    pub leave_unsaved: &'static str,
    /// A general message that something did not work; phone.
    pub did_not_work: &'static str,
    /// Something was to be changed where somebody only looks on.
    pub looks_on: &'static str,
    /// The same offline.
    pub did_not_work_offline: &'static str,
    /// The contact channels by name: phone, video, in person.
    pub channels: [&'static str; 3],
}

/// Danish.
pub const DA: CommonTexts = CommonTexts {
    solution: "Genvej",
    skip_to_content: "Gå til sidens indhold",
    main_navigation: "Hovedmenu",
    sign_out: "Log af",
    other_language: "English",
    other_language_code: "en",
    support: "Hjælp på telefon",
    contact: "Kontakt",
    accessibility: "Tilgængelighedserklæring",
    cookies: "Cookies",
    call: "Ring {}",
    demo: "Demonstration",
    demo_ribbon: "Demonstration: alle personer og sager er opdigtede.",
    demo_change_person: "Vælg en anden person",
    offline: "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Vi prøver igen, når du fortsætter.",
    loading: "Henter …",
    failed: "Vi kunne ikke hente siden",
    failed_offline: "Der er ingen forbindelse til Genvej lige nu. Tjek dit internet, og prøv igen.",
    failed_server: "Det er en fejl hos os, ikke hos dig. Prøv igen om lidt, eller ring til os på {}.",
    failed_not_found: "Vi kan ikke finde det, du leder efter. Det kan være ændret eller slettet. Ring til os på {}, hvis du er i tvivl.",
    failed_not_allowed: "Du har ikke adgang til denne side med det login, du bruger nu.",
    try_again: "Prøv igen",
    sign_in_needed: "Du er ikke logget på",
    sign_in_needed_text: "Log på for at se siden. Du kommer tilbage hertil bagefter.",
    go_to_front: "Gå til forsiden",
    not_found: "Siden findes ikke",
    not_found_text: "Adressen kan være skrevet forkert, eller siden kan være flyttet.",
    problems: "Der er problemer",
    error_prefix: "Fejl: ",
    alert_names: ["Information", "Succes", "Advarsel", "Fejl"],
    characters_left: "Du har {} tegn tilbage",
    character_left: "Du har 1 tegn tilbage",
    characters_over: "Du har brugt {} tegn for meget",
    characters_allowed: "Du kan skrive op til {} tegn",
    close: "Luk",
    cancel: "Fortryd",
    back: "Tilbage",
    next: "Næste",
    step: "Trin {} af {}",
    working: "Vent lidt …",
    ending_heading: "Du bliver snart logget af",
    ending_text: "Om under fem minutter bliver du logget af, fordi der ikke er sket noget et stykke tid. Det, du har skrevet, er gemt.",
    stay: "Forbliv logget på",
    ended_heading: "Du er blevet logget ud",
    ended_text: "Der er gået for lang tid, {}. Log på igen, så fortsætter du, hvor du slap. Det, du har skrevet, er her stadig.",
    sign_in_again: "Log på igen som {}",
    leave: "Gå til forsiden i stedet",
    leave_unsaved: "Noget af det, du har skrevet, er ikke gemt. Vil du logge af alligevel?",
    looks_on: "Du ser siden, som borgeren ser den. Du kan ikke ændre noget her.",
    did_not_work: "Det lykkedes ikke. Prøv igen om lidt, eller ring til os på {}.",
    did_not_work_offline: "Der er ingen forbindelse, så det er ikke sendt. Prøv igen, når du er på nettet.",
    channels: ["Telefon", "Video", "Fremmøde"],
};

/// English.
pub const EN: CommonTexts = CommonTexts {
    solution: "Genvej",
    skip_to_content: "Skip to the content",
    main_navigation: "Main menu",
    sign_out: "Sign out",
    other_language: "Dansk",
    other_language_code: "da",
    support: "Help by phone",
    contact: "Contact",
    accessibility: "Accessibility statement",
    cookies: "Cookies",
    call: "Ring {}",
    demo: "Demonstration",
    demo_ribbon: "Demonstration: all people and cases are invented.",
    demo_change_person: "Choose another person",
    offline: "There is no connection. What you have typed is still here. We try again when you continue.",
    loading: "Loading …",
    failed: "We could not fetch the page",
    failed_offline: "Genvej cannot be reached right now. Check your internet connection and try again.",
    failed_server: "The mistake is ours, not yours. Try again in a moment, or call us on {}.",
    failed_not_found: "We cannot find what you are looking for. It may have been changed or deleted. Call us on {} if you are in doubt.",
    failed_not_allowed: "You do not have access to this page as the person you are signed in as.",
    try_again: "Try again",
    sign_in_needed: "You are not signed in",
    sign_in_needed_text: "Sign in to see the page. You will come back here afterwards.",
    go_to_front: "Go to the front page",
    not_found: "The page does not exist",
    not_found_text: "The address may be misspelt, or the page may have moved.",
    problems: "There are problems",
    error_prefix: "Error: ",
    alert_names: ["Information", "Success", "Warning", "Error"],
    characters_left: "You have {} characters left",
    character_left: "You have 1 character left",
    characters_over: "You have used {} characters too many",
    characters_allowed: "You can write up to {} characters",
    close: "Close",
    cancel: "Cancel",
    back: "Back",
    next: "Next",
    step: "Step {} of {}",
    working: "One moment …",
    ending_heading: "You will soon be signed out",
    ending_text: "You will be signed out in less than five minutes, because nothing has happened for a while. What you have typed is saved.",
    stay: "Stay signed in",
    ended_heading: "You have been signed out",
    ended_text: "Too much time has passed, {}. Sign in again to go on where you left off. What you have typed is still here.",
    sign_in_again: "Sign in again as {}",
    leave: "Go to the front page instead",
    leave_unsaved: "Some of what you have written is not saved. Do you want to sign out all the same?",
    looks_on: "You see the page as the citizen sees it. You cannot change anything here.",
    did_not_work: "That did not work. Try again in a moment, or call us on {}.",
    did_not_work_offline: "There is no connection, so nothing was sent. Try again when you are online.",
    channels: ["Phone", "Video", "Visit"],
};

impl CommonTexts {
    /// The name of a contact channel.
    pub fn channel(&self, channel: contract::rules::ContactChannel) -> &'static str {
        use contract::rules::ContactChannel;
        match channel {
            ContactChannel::Phone => self.channels[0],
            ContactChannel::Video => self.channels[1],
            ContactChannel::InPerson => self.channels[2],
        }
    }
}
