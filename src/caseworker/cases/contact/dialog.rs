//! The dialog in which a contact with the employer is recorded, or why there is none.

use contract::limits;
use contract::problem::FieldError;
use contract::retention_plan::ContactChannelUsed;
use leptos::prelude::*;

use super::draft::{CONTACTED, LEFT_OUT, contact_message};
use super::form::Form;
use super::words::channel_name;
use crate::api::staff;
use crate::caseworker::dialogs::{Answer, FieldsDialog};
use crate::form::Problems;
use crate::text::{text, text_of, use_texts};
use crate::ui::{Choice, FieldProblem, RadioGroup, TextArea, TextField, live, problem_of};

/// The dialog.
#[component]
pub fn ContactDialog(
    /// What is typed.
    form: Form,
    /// It is saved.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let in_words = Callback::new(move |error: FieldError| {
        FieldProblem::new(element(&error.field), contact_message(t(), &error.field, error.code))
    });
    let send = Callback::new(move |contact| {
        let key = form.key();
        Box::pin(async move {
            staff::add_contact(form.case, &key, &contact).await?;
            form.clear();
            Ok(())
        }) as Answer
    });
    view! {
        <FieldsDialog
            id="contact-dialog"
            heading=text(|t| t.staff().contacts.add)
            lead=text(|t| t.staff().contacts.dialog_text)
            confirm=text(|t| t.staff().contacts.save)
            fields=move |problems| fields(form, problems)
            read=Callback::new(move |()| form.draft().read(form.today))
            in_words
            send
            on_done
            on_close
        />
    }
    .into_any()
}

fn fields(form: Form, problems: Problems) -> AnyView {
    let kinds = vec![
        Choice::new(CONTACTED, text(|t| t.staff().contacts.was_contacted)),
        Choice::new(LEFT_OUT, text(|t| t.staff().contacts.was_left_out))
            .hint(text(|t| t.staff().contacts.was_left_out_hint)),
    ];
    let left_out = Memo::new(move |_| form.kind.with(|kind| kind == LEFT_OUT));
    view! {
        <RadioGroup
            id="contact-kind"
            legend=text(|t| t.staff().contacts.question)
            choices=kinds
            value=form.kind
        />
        <TextField
            id=element("on")
            label=text(|t| t.staff().contacts.on)
            kind="date"
            class="input-width-s"
            value=form.on
            error=problem_of(problems, element("on"))
        />
        {live(move || match left_out.get() {
            true => reason(form, problems),
            false => channel_and_outcome(form, problems),
        })}
    }
    .into_any()
}

fn reason(form: Form, problems: Problems) -> AnyView {
    view! {
        <TextArea
            id=element("what.reason")
            label=text(|t| t.staff().contacts.reason)
            hint=text(|t| t.staff().contacts.reason_hint)
            value=form.reason
            limit=limits::NOTE_CHARS
            error=problem_of(problems, element("what.reason"))
        />
    }
    .into_any()
}

fn channel_and_outcome(form: Form, problems: Problems) -> AnyView {
    let channels = ContactChannelUsed::ALL.map(|channel| {
        let name = text_of(move |t| channel_name(t, channel).to_owned());
        Choice::new(channel.as_str(), name)
    });
    view! {
        <RadioGroup
            id=element("what.channel")
            legend=text(|t| t.staff().contacts.channel)
            choices=channels.to_vec()
            value=form.channel
            error=problem_of(problems, element("what.channel"))
        />
        <TextArea
            id=element("what.outcome")
            label=text(|t| t.staff().contacts.outcome)
            hint=text(|t| t.staff().contacts.outcome_hint)
            value=form.outcome
            limit=limits::NOTE_CHARS
            error=problem_of(problems, element("what.outcome"))
        />
    }
    .into_any()
}

/// The element of a field: `contact-outcome` for `what.outcome`.
fn element(field: &str) -> String {
    format!("contact-{}", field.rsplit('.').next().unwrap_or(field))
}
