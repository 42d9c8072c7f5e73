//! That one is asked how a conversation was. The questions are in another part of the app.

use contract::booking::CaseOverview;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::text;
use crate::ui::{Alert, LinkButton};

/// The line, below what is to be done: it is voluntary.
pub(super) fn satisfaction(overview: StoredValue<CaseOverview>) -> AnyView {
    if !overview.with_value(|overview| overview.satisfaction_asked) {
        return ().into_any();
    }
    view! {
        <Alert>
            <p>{text(|t| t.citizen.overview.satisfaction)}</p>
            <LinkButton to=Route::Satisfaction text=text(|t| t.citizen.overview.satisfaction_link)/>
        </Alert>
    }
    .into_any()
}
