//! A version that was sent, as the document both would sign.

use contract::paths;
use contract::retention_plan::SentPlan;
use leptos::prelude::*;

use super::desk::use_retention;
use super::next::{Next, next};
use super::next_card::answers_to;
use super::screen::{back, to_overview, with_page};
use crate::api::{Load, load};
use crate::retention_plan::{Reader, RetentionDocument};
use crate::text::{fill, text, text_of};
use crate::ui::{Button, Page, show};

/// A version that was sent.
#[component]
pub(super) fn VersionPage(
    /// Its number.
    number: u32,
) -> impl IntoView {
    let sent = load::<SentPlan>(move || paths::citizen_retention_version(number));
    // A move changes both.
    let desk = use_retention();
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = matches!(desk.state(), Load::Ready(_));
        if was_ready == Some(true) && is_ready {
            sent.reload();
        }
        is_ready
    });
    let title = text_of(move |t| fill(t.retention().title_version, &[&number.to_string()]));
    view! { <Page title=title above=back()>{show(sent, document)}</Page> }.into_any()
}

fn document(sent: SentPlan) -> AnyView {
    let sent = StoredValue::new(sent);
    with_page(move |page| {
        let SentPlan { version, plan, comments, remark } = sent.get_value();
        let to_answer = matches!(next(page), Next::Read { version: now } if now == version.number);
        let answer = to_answer.then(answers_to);
        let again = to_answer.then(answers_to);
        view! {
            <div class="actions">
                <Button text=text(|t| t.my_retention().print) on_click=|()| print()/>
                {(!to_answer).then(to_overview)}
            </div>
            {answer}
            <RetentionDocument
                plan
                employee=page.employee.clone()
                employer=page.employer.clone().unwrap_or_default()
                first_absence=page.first_absence
                version=Some(version)
                remark
                reader=Reader::Citizen
                comments=Signal::stored(comments)
            />
            {again}
        }
        .into_any()
    })
}

fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}
