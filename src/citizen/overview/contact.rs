//! Whom to ask.

use contract::booking::CaseOverview;
use leptos::prelude::*;

use crate::session::use_session;
use crate::text::{Language, fill, text, text_of};
use crate::ui::PhoneLink;

/// The caseworker, and the municipality's phone.
#[component]
pub(super) fn Contact(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let session = use_session();
    let caseworker = overview.with_value(|overview| overview.caseworker.clone());
    let hours = text_of(move |t| {
        session.municipality().map_or_else(String::new, |municipality| {
            let hours = match t.language {
                Language::Da => &municipality.phone_hours,
                Language::En => &municipality.phone_hours_en,
            };
            let values = [municipality.unit_name.as_str(), &session.phone(), hours];
            fill(t.citizen.overview.contact_hours, &values)
        })
    });
    view! {
        <section aria-labelledby="contact-heading">
            <h2 id="contact-heading">{text(|t| t.citizen.overview.contact)}</h2>
            <p>
                <strong>{caseworker.name}</strong>
                <br/>
                {text(|t| t.citizen.overview.contact_direct)} " "
                <PhoneLink phone=caseworker.phone/>
            </p>
            <p>{hours}</p>
        </section>
    }
    .into_any()
}
