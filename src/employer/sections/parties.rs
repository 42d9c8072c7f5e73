//! Who takes part: the contact first, others when somebody adds them.

use contract::retention_plan::{EmployerRetentionPage, PartyKind, PartyPart, RetentionField};
use leptos::prelude::*;

use crate::employer::desk::CaseDesk;
use crate::employer::fields::{Words, field, say};
use crate::employer::previous::begin_with_previous;
use crate::form::{self, Form, Problems, element_id};
use crate::text::{fill, text_of};
use crate::ui::{Button, focus_element, live, live_if};

/// The fields.
pub(super) fn fields(desk: CaseDesk, known: &EmployerRetentionPage, problems: Problems) -> AnyView {
    let form = desk.form;
    let workplace = field(&RetentionField::Workplace, |t| t.workplace);
    let others = [
        other(form, PartyKind::Union, |t| t.union, |t| t.add_union, problems),
        other(form, PartyKind::Safety, |t| t.safety, |t| t.add_safety, problems),
        other(form, PartyKind::Adviser, |t| t.adviser, |t| t.add_adviser, problems),
    ];
    view! {
        {begin_with_previous(desk, known)}
        <p>{say(|t| t.parties_hint)}</p>
        {party(form, PartyKind::Contact, |t| t.contact, my_name(form, &known.me), problems)}
        {form::short(form, workplace.hint(say(|t| t.workplace_hint)), problems)}
        <h2>{say(|t| t.others)}</h2>
        <p>{say(|t| t.others_hint)}</p>
        {others.into_iter().collect_view()}
    }
    .into_any()
}

/// Fills in who is signed in, as long as nobody is named.
fn my_name(form: Form, me: &str) -> AnyView {
    let key = RetentionField::Party(PartyKind::Contact, PartyPart::Name).to_string();
    let me = StoredValue::new(me.to_owned());
    let own = key.clone();
    let is_empty = Memo::new(move |_| {
        form.draft.edited.track();
        form.draft.replaced.track();
        form.draft.text(&own).trim().is_empty()
    });
    live_if(move || {
        let key = key.clone();
        let use_it = move |()| {
            form.draft.write(&key, me.get_value());
            focus_element(&element_id(&key));
        };
        is_empty.get().then(|| {
            let words = text_of(move |t| fill(t.employer_plan().use_my_name, &[&me.get_value()]));
            view! { <Button text=words on_click=use_it/> }.into_any()
        })
    })
}

fn party(form: Form, kind: PartyKind, legend: Words, help: AnyView, problems: Problems) -> AnyView {
    let short =
        |part, label| form::short(form, field(&RetentionField::Party(kind, part), label), problems);
    view! {
        <fieldset class="plan-entry">
            <legend class="h3">{say(legend)}</legend>
            {short(PartyPart::Name, |t| t.name)}
            {help}
            {short(PartyPart::Role, |t| t.role)}
            {short(PartyPart::Phone, |t| t.phone)}
            {short(PartyPart::Email, |t| t.email)}
        </fieldset>
    }
    .into_any()
}

/// Somebody else: there as long as something is said of them, or they were added just now.
fn other(form: Form, kind: PartyKind, legend: Words, add: Words, problems: Problems) -> AnyView {
    let says = move || {
        form.draft.with(|fields| {
            let mut said = fields.said().filter_map(RetentionField::parse);
            said.any(|key| matches!(key, RetentionField::Party(of, _) if of == kind))
        })
    };
    let is_there = RwSignal::new(says());
    Effect::new(move || {
        form.draft.replaced.track();
        if says() && !is_there.get_untracked() {
            is_there.set(true);
        }
    });
    let open = move |()| {
        is_there.set(true);
        let id = element_id(&RetentionField::Party(kind, PartyPart::Name).to_string());
        // It is drawn first.
        request_animation_frame(move || focus_element(&id));
    };
    live(move || match is_there.get() {
        true => party(form, kind, legend, ().into_any(), problems),
        false => view! { <p><Button text=say(add) on_click=open/></p> }.into_any(),
    })
}
