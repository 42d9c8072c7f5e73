//! One thing to try: what it is, the button, and the result in words.

use leptos::prelude::*;

use super::device::Trouble;
use crate::text::{Text, Texts, text, text_of};
use crate::ui::{Button, Sending};

/// The result of trying, in words; the number is for results that have one.
pub(super) type Verdict = fn(&'static Texts) -> &'static str;

/// What is said about a thing that could not be tried.
pub(super) fn trouble(trouble: Trouble) -> Verdict {
    match trouble {
        Trouble::Denied => |t| t.citizen.equipment.denied,
        Trouble::Missing => |t| t.citizen.equipment.missing,
        Trouble::Unsupported => |t| t.citizen.equipment.unsupported,
    }
}

/// One thing to try.
#[component]
pub(super) fn TryOne(
    /// What it is.
    heading: Verdict,
    /// What to do.
    lead: Verdict,
    /// What the button says.
    action: Verdict,
    /// Doing it.
    #[prop(into)]
    on_try: Callback<()>,
    /// Is it being tried?
    sending: Sending,
    /// What came of it.
    #[prop(into)]
    result: Text,
    /// What is to be seen.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="equipment">
            <h2 class="h3">{text(heading)}</h2>
            <p>{text(lead)}</p>
            <Button text=text(action) on_click=on_try busy=sending.busy()/>
            {children.map(|children| children())}
            <p class="equipment__result" role="status">{result}</p>
        </section>
    }
    .into_any()
}

/// A result as a text that follows the language.
pub(super) fn words(result: RwSignal<Option<Verdict>>) -> Text {
    text_of(move |t| result.get().map_or("", |verdict| verdict(t)).to_owned())
}
