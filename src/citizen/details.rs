//! The optional page before the check: who takes part, what to talk about, a message. Saved
//! while it is typed.

mod conflict;
pub mod draft;
mod form;
pub mod saving;
mod saving_line;

use chrono::NaiveDate;
use contract::booking::BookingOptions;
use contract::ids::TimeSlotId;
use contract::paths;
use contract::rules::ContactChannel;
use leptos::prelude::*;

pub use self::conflict::{CONFLICT_ID, Conflict};
use self::form::{Form, field_problems};
use self::saving::Saving;
use self::saving_line::SavingLine;
use crate::api::load;
use crate::citizen::desk::{Desk, use_desk};
use crate::router::use_go;
use crate::routes::Route;
use crate::text::{text, use_texts};
use crate::ui::{
    BackLink, Button, ButtonKind, ErrorSummary, FieldProblem, Page, focus_element, live, show,
};

/// Participants, topics and a message.
#[component]
pub fn DetailsPage(
    /// The channel chosen.
    channel: ContactChannel,
    /// The time chosen.
    slot_id: TimeSlotId,
    /// The week it was chosen from.
    week: Option<NaiveDate>,
) -> impl IntoView {
    let back = Route::BookCheck(channel, slot_id, week);
    let (problems, summary) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let (desk, texts, go) = (use_desk(), use_texts(), use_go());
    follow(desk, problems, summary);
    let forward = back.clone();
    let next = Callback::new(move |()| {
        if desk.draft.saving.with_untracked(Saving::is_conflict) {
            focus_element(CONFLICT_ID);
            return;
        }
        let found = desk.draft.typed.with_untracked(|typed| field_problems(texts(), typed));
        if found.is_empty() {
            desk.draft.flush();
            go(forward.clone());
        }
        problems.set(found.clone());
        summary.set(found);
    });
    let above = view! {
        <BackLink to=back/>
        <ErrorSummary problems=summary/>
    };
    view! {
        <Page title=text(|t| t.citizen.details.title) above=above.into_any()>
            <p class="font-lead">{text(|t| t.citizen.details.lead)}</p>
            {with_draft(channel, problems)}
            <SavingLine/>
            <Button kind=ButtonKind::Primary class="button-wide" text=text(|t| t.common.next) on_click=next/>
        </Page>
    }
}

/// Marks the fields at fault as soon as saving finds one, in the language in use; the summary,
/// which takes the focus, comes with "Næste" only and goes with the last problem.
fn follow(desk: Desk, problems: RwSignal<Vec<FieldProblem>>, summary: RwSignal<Vec<FieldProblem>>) {
    let texts = use_texts();
    Effect::new(move || {
        let t = texts();
        let refused = desk.draft.saving.with(|saving| matches!(saving, Saving::Refused(_)));
        if refused || problems.with_untracked(|problems| !problems.is_empty()) {
            problems.set(desk.draft.typed.with_untracked(|typed| field_problems(t, typed)));
        }
    });
    Effect::new(move || {
        let found = problems.get();
        if found.is_empty() || summary.with_untracked(|summary| !summary.is_empty()) {
            summary.set(found);
        }
    });
}

/// The form, once it is known what was typed before.
fn with_draft(channel: ContactChannel, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
    let desk = use_desk();
    let form = move || {
        live(move || {
            desk.draft.replaced.track();
            view! { <Conflict/> <Form channel problems/> }.into_any()
        })
    };
    if desk.options().is_some() {
        return form();
    }
    let options = load::<BookingOptions>(|| paths::CITIZEN_BOOKING_OPTIONS.to_owned());
    show(options, move |options| {
        desk.remember(&options);
        form()
    })
}
