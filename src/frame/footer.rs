//! The footer: authority, contact, accessibility statement, cookies.

use leptos::prelude::*;

use crate::session::use_session;
use crate::text::use_texts;
use crate::ui::{PhoneLink, live_if};

/// The footer; its place is kept while the authority is not known yet.
#[component]
pub fn Footer() -> impl IntoView {
    let t = use_texts();
    let session = use_session();
    view! {
        <footer class="footer">
            <div class="container row-between">
                {live_if(move || session.municipality().map(|municipality| {
                    view! {
                        <address>
                            <strong>{municipality.name}</strong>
                            <br/>
                            {municipality.address}
                        </address>
                        <div>
                            <strong>{t().common.contact}</strong>
                            <br/>
                            <PhoneLink phone=municipality.phone/>
                            <br/>
                            <a href=format!("mailto:{}", municipality.email)>{municipality.email.clone()}</a>
                        </div>
                        <div>
                            <a href=municipality.accessibility_url rel="external">
                                {t().common.accessibility}
                            </a>
                            <br/>
                            <a href=municipality.cookies_url rel="external">{t().common.cookies}</a>
                        </div>
                    }
                    .into_any()
                }))}
            </div>
        </footer>
    }
    .into_any()
}
