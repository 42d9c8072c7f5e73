//! Phone numbers one can press.

use leptos::prelude::*;

use super::live::attribute;
use crate::session::use_session;
use crate::text::{fill, text_of};

/// A phone number.
#[component]
pub fn PhoneLink(
    /// As shown.
    phone: String,
) -> impl IntoView {
    let href = tel(&phone);
    view! { <a class="phone-link" href=href>{phone}</a> }.into_any()
}

/// Ringing the municipality, where that is the one thing to do.
#[component]
pub fn CallButton() -> impl IntoView {
    let session = use_session();
    let href = attribute(move || Some(tel(&session.phone())));
    let words = text_of(move |t| fill(t.common.call, &[&session.phone()]));
    view! { <a class="button button-primary button-wide" href=href>{words}</a> }.into_any()
}

/// The `tel:` link of a phone number as shown.
fn tel(phone: &str) -> String {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_links_carry_digits_only() {
        assert_eq!(tel("+45 70\u{a0}10 20 30"), "tel:+4570102030");
    }
}
