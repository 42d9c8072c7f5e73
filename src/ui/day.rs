//! A field for a day: the browser's own, which tells when what is typed is no day.

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;

use super::field::{described_by, error_message, group_class};
use crate::text::Text;

/// A field for a day. What is typed and is no day ("31 February") is left where it stands: the
/// value stays what it was, and `is_none` says so.
#[component]
pub fn DayField(
    /// The element's id; errors link to it.
    #[prop(into)]
    id: String,
    /// What to write.
    #[prop(into)]
    label: Text,
    /// The day as "YYYY-MM-DD"; empty for none.
    value: RwSignal<String>,
    /// Is what is typed no day?
    is_none: RwSignal<bool>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    // The day when the field got the focus: what is typed passes through days nobody means
    // ("3" on the way to "31").
    let before = StoredValue::new(value.get_untracked());
    // What this field wrote itself is on screen already; setting it again would take away
    // what is half typed.
    let own = StoredValue::new(value.get_untracked());
    let shown = RwSignal::new(value.get_untracked());
    Effect::new(move || {
        let now = value.get();
        if own.with_value(|own| *own != now) {
            own.set_value(now.clone());
            shown.set(now);
        }
    });
    let take = move |event: ev::Event| {
        // A field that goes with its page, focus and all, is told last that it lost the focus.
        let Some(earlier) = before.try_get_value() else { return };
        let bad = is_bad(&event);
        if is_none.get_untracked() != bad {
            is_none.set(bad);
        }
        let day = if bad { earlier } else { event_target_value(&event) };
        own.set_value(day.clone());
        if value.with_untracked(|value| *value != day) {
            value.set(day);
        }
    };
    view! {
        <div class=group_class(error)>
            <label class="form-label" for=id.clone()>{label}</label>
            {error_message(&id, error)}
            <input
                class="form-input input-width-s"
                type="date"
                id=id.clone()
                name=id.clone()
                autocomplete="off"
                aria-describedby=described_by(&id, false, error)
                aria-invalid=super::live::flag(move || error.with(Option::is_some))
                prop:value=shown
                on:focus=move |_| before.set_value(value.get_untracked())
                on:input=take
                on:blur=move |event| take(event.into())
            />
        </div>
    }
    .into_any()
}

/// Does the browser hold something that it cannot read as a day?
fn is_bad(event: &ev::Event) -> bool {
    let Some(target) = event.target() else { return false };
    let validity = Reflect::get(&target, &"validity".into());
    let bad = validity.and_then(|validity| Reflect::get(&validity, &"badInput".into()));
    bad.is_ok_and(|bad| bad.is_truthy())
}
