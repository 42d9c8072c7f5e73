//! The same field was written in two places: both texts are shown, the person picks.

use contract::draft::DraftField;
use leptos::prelude::*;

use super::Form;
use crate::api::day;
use crate::text::{Texts, dates, text, text_of};
use crate::ui::{Alert, AlertKind, Button, focus_element, live_if};

/// Both texts and the choice, while there is a conflict in the field.
#[component]
pub fn Conflict(
    /// The form.
    form: Form,
    /// The field's name.
    field: String,
    /// What it is called on the page; said above the texts when there are several fields.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The id of its element: the focus goes back there.
    id: String,
) -> impl IntoView {
    let draft = form.draft;
    let own = Memo::new(move |_| {
        draft.conflicts.with(|all| all.iter().find(|one| one.field == field).cloned())
    });
    live_if(move || own.get().map(|stored| choice(form, stored, label, id.clone())))
}

fn choice(form: Form, stored: DraftField, label: Option<Signal<String>>, id: String) -> AnyView {
    let draft = form.draft;
    let (field, other, back) = (stored.field.clone(), stored.field.clone(), id.clone());
    let own = stored.field.clone();
    let keep_mine = move |()| {
        draft.keep_mine(&field);
        focus_element(&id);
    };
    let keep_theirs = move |()| {
        draft.keep_other(&other);
        focus_element(&back);
    };
    view! {
        <div class="draft-conflict">
            <Alert kind=AlertKind::Warning heading=text(|t| t.form().conflict) live=true>
                {label.map(|label| view! { <p><strong>{label}</strong></p> })}
                <p>{text(|t| t.form().conflict_lead)}</p>
                <h3 class="h4">{text(|t| t.form().conflict_mine)}</h3>
                <p class="plan-text" dir="auto">{text_of(move |t| {
                    draft.edited.track();
                    shown(t, &draft.text(&own))
                })}</p>
                <Button text=text(|t| t.form().keep_mine) on_click=keep_mine/>
                <h3 class="h4">{text(|t| t.form().conflict_theirs)}</h3>
                <p class="plan-text" dir="auto">{text_of(move |t| shown(t, &stored.value))}</p>
                <Button text=text(|t| t.form().keep_theirs) on_click=keep_theirs/>
            </Alert>
        </div>
    }
    .into_any()
}

/// A stored text as people read it.
fn shown(t: &Texts, stored: &str) -> String {
    match (stored, day(stored)) {
        ("", _) => t.form().conflict_empty.to_owned(),
        ("yes", _) => t.form().conflict_yes.to_owned(),
        (_, Some(day)) => dates::date_with_year(t.language, day),
        (text, None) => text.to_owned(),
    }
}
