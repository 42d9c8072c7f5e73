//! When something was saved, and waiting, as the browser does it.

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::set_timeout;
use wasm_bindgen_futures::JsFuture;

use crate::text::Language;

/// Waits.
pub async fn pause(time: Duration) {
    let promise = Promise::new(&mut |resolve: Function, _: Function| {
        // A promise's own function takes any value.
        set_timeout(move || drop(resolve.call0(&resolve)), time);
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
}

/// A moment by the browser's clock. It is put into words when it is shown: the language may be
/// another by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment(f64);

impl Moment {
    /// Now.
    pub fn now() -> Self {
        Self(js_sys::Date::now())
    }

    /// The time of day in Denmark, whatever the phone's zone: "14.03", "14:03".
    pub fn time_of_day(self, language: Language) -> String {
        let options = js_sys::Object::new();
        for (name, value) in
            [("timeZone", "Europe/Copenhagen"), ("hour", "numeric"), ("minute", "2-digit")]
        {
            // Setting a property of a fresh object cannot fail.
            let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
        }
        let locale = match language {
            Language::Da => "da-DK",
            Language::En => "en-GB",
        };
        js_sys::Date::new(&self.0.into()).to_locale_string(locale, &options).into()
    }
}

#[cfg(test)]
impl Moment {
    /// Some moment: tests have no browser's clock.
    pub const SOME: Self = Self(0.0);
}
