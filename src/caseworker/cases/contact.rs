//! The contacts with a case's employer: the task, what was recorded, and recording one.

mod dialog;
mod draft;
mod form;
mod words;

use chrono::NaiveDate;
use contract::ids::CaseId;
use contract::retention_plan::{EmployerContact, EmployerContactWhat, EmployerContacts};
use leptos::prelude::*;

use self::dialog::ContactDialog;
use self::form::Form;
pub use self::form::UnsavedContact;
use self::words::{task_words, what_in_short, with_former};
use crate::caseworker::notice::Notice;
use crate::text::{dates, text, text_of, use_texts};
use crate::ui::{Button, Table, Tag, live, live_if};

/// The contacts with the employer.
#[component]
pub fn Contacts(
    /// Which case.
    case: CaseId,
    /// What was recorded.
    contacts: EmployerContacts,
    /// Today in Denmark.
    today: NaiveDate,
    /// Closed: nothing can be added.
    closed: bool,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let may_add = contacts.employer.is_some() && !closed;
    let list = list(contacts.contacts.clone());
    let task = live(move || {
        let words = task_words(t(), &contacts);
        let tags = words.tags.into_iter().map(|(word, kind)| {
            view! { " " <Tag text=text_of(move |_| word.to_owned()) kind=kind/> }
        });
        view! { <p>{words.sentence} {tags.collect_view()}</p> }.into_any()
    });
    let add = may_add.then(|| record(Form::kept(case, today), notice, on_change));
    view! {
        <h2>{text(|t| t.staff().contacts.heading)}</h2>
        {task}
        {list}
        {add}
    }
    .into_any()
}

/// The button that records a contact, and its dialog.
fn record(form: Form, notice: Notice, on_change: Callback<()>) -> AnyView {
    let open = RwSignal::new(false);
    let begun = Memo::new(move |_| form.is_begun());
    let done = Callback::new(move |()| {
        notice.done(|t| t.staff().contacts.saved.to_owned());
        on_change.run(());
        open.set(false);
        notice.take_focus();
    });
    let kept = live_if(move || {
        (begun.get() && !open.get())
            .then(|| view! { <p>{text(|t| t.staff().contacts.kept)}</p> }.into_any())
    });
    let words = text_of(move |t| {
        let texts = &t.staff().contacts;
        if begun.get() { texts.go_on } else { texts.add }.to_owned()
    });
    let dialog = live_if(move || {
        open.get().then(|| {
            let close = Callback::new(move |()| open.set(false));
            view! { <ContactDialog form=form on_done=done on_close=close/> }.into_any()
        })
    });
    view! {
        {kept}
        <div class="toolbar">
            <Button text=words on_click=move |()| open.set(true)/>
        </div>
        {dialog}
    }
    .into_any()
}

fn list(contacts: Vec<EmployerContact>) -> AnyView {
    if contacts.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        text(|t| t.staff().contacts.day),
        text(|t| t.staff().contacts.what),
        text(|t| t.staff().contacts.by),
    ];
    let rows = contacts.into_iter().map(row).collect_view();
    view! { <Table caption=text(|t| t.staff().contacts.list) columns=columns>{rows}</Table> }
        .into_any()
}

fn row(contact: EmployerContact) -> AnyView {
    let EmployerContact { on, what, by, former_employer, .. } = contact;
    let former = former_employer.map(|name| {
        view! { <p class="form-hint">{text_of(move |t| with_former(t, &name))}</p> }
    });
    let (EmployerContactWhat::Contacted { outcome: words, .. }
    | EmployerContactWhat::LeftOut { reason: words }) = what.clone();
    view! {
        <tr>
            <td data-title=text(|t| t.staff().contacts.day)>
                {text_of(move |t| dates::date_with_year(t.language, on))}
            </td>
            <td data-title=text(|t| t.staff().contacts.what)>
                {text_of(move |t| what_in_short(t, &what))}
                {former}
                <p class="plan-text" dir="auto">{words}</p>
            </td>
            <td data-title=text(|t| t.staff().contacts.by)>{by}</td>
        </tr>
    }
    .into_any()
}
