//! The same was typed in two places: both are shown, the person picks.

use contract::booking::BookingDraft;
use leptos::prelude::*;

use super::saving::Saving;
use crate::citizen::booking::summary::{Additions, addition_rows};
use crate::citizen::desk::use_desk;
use crate::text::{Texts, text, use_texts};
use crate::ui::{Alert, AlertKind, Button, focus_element, live, live_if};

/// The id of the choice, to lead to.
pub const CONFLICT_ID: &str = "draft-conflict";

/// Both texts and the choice, while there is a conflict.
#[component]
pub fn Conflict() -> impl IntoView {
    let desk = use_desk();
    let stored = Memo::new(move |_| match desk.draft.saving.get() {
        Saving::Conflict(stored) => Some(stored),
        _ => None,
    });
    live_if(move || stored.get().map(choice))
}

fn choice(stored: BookingDraft) -> AnyView {
    let (desk, texts) = (use_desk(), use_texts());
    let draft = desk.draft;
    let (mine_over, theirs) = (stored.clone(), stored.clone());
    let keep_mine = move |()| {
        draft.keep_mine(&mine_over);
        focus_element("note");
    };
    let keep_stored = move |()| {
        draft.keep_stored(theirs.clone());
        // The form is drawn anew first.
        request_animation_frame(|| focus_element("note"));
    };
    let mine = live(move || draft.typed.with(|typed| words(texts(), typed)));
    let stored = live(move || words(texts(), &stored));
    view! {
        <div id=CONFLICT_ID tabindex="-1">
        <Alert kind=AlertKind::Warning heading=text(|t| t.citizen.details.conflict) live=true>
            <p>{text(|t| t.citizen.details.conflict_lead)}</p>
            <h3 class="h4">{text(|t| t.citizen.details.conflict_mine)}</h3>
            {mine}
            <Button text=text(|t| t.citizen.details.keep_mine) on_click=keep_mine/>
            <h3 class="h4">{text(|t| t.citizen.details.conflict_stored)}</h3>
            {stored}
            <Button text=text(|t| t.citizen.details.keep_stored) on_click=keep_stored/>
        </Alert>
        </div>
    }
    .into_any()
}

fn words(t: &'static Texts, draft: &BookingDraft) -> AnyView {
    let BookingDraft { participants, topics, note, .. } = draft.clone();
    let rows = addition_rows(t, &Additions { participants, topics, note });
    let rows = rows
        .into_iter()
        .map(|(term, value)| {
            view! { <div class="summary__row"><dt>{term}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! { <dl class="summary">{rows}</dl> }.into_any()
}
