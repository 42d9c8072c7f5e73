//! The dialog in which a contact with the employer is recorded, or why there is none.

use contract::limits;
use contract::problem::FieldError;
use contract::retention_plan::ContactChannelUsed;
use leptos::prelude::*;

use super::draft::{CONTACTED, LEFT_OUT, contact_message};
use super::form::Form;
use super::words::channel_name;
use crate::api::{ApiError, staff};
use crate::caseworker::dialogs::{refused, unless_busy};
use crate::caseworker::problems::show_problems;
use crate::text::{Texts, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, Choice, ErrorSummary, FieldProblem, Modal, RadioGroup, Sending, TextArea,
    TextField, live, problem_of,
};

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
    let problems = RwSignal::new(Vec::new());
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    forget_mended(form, problems);
    let save = move |()| {
        failed.set(None);
        let contact = match untrack(|| form.draft()).read(form.today) {
            Ok(contact) => contact,
            Err(errors) => return show_problems(problems, in_words(t(), &errors)),
        };
        problems.set(Vec::new());
        let key = form.key();
        sending.run(async move {
            match staff::add_contact(form.case, &key, &contact).await {
                Ok(_) => {
                    form.clear();
                    on_done.try_run(());
                }
                // The dialog may be gone by now.
                Err(error) => {
                    if let ApiError::Problem(problem) = &error
                        && failed.try_get_untracked().is_some()
                    {
                        show_problems(problems, in_words(t(), &problem.errors));
                    }
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let on_close = unless_busy(sending, on_close);
    let footer = view! {
        <Button
            kind=ButtonKind::Primary
            text=text(|t| t.staff().contacts.save)
            busy=sending.busy()
            on_click=save
        />
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    view! {
        <Modal
            id="contact-dialog"
            heading=text(|t| t.staff().contacts.add)
            on_close=on_close
            footer=footer.into_any()
        >
            <ErrorSummary problems=problems/>
            <p>{text(|t| t.staff().contacts.dialog_text)}</p>
            {refused(failed)}
            {fields(form, problems)}
        </Modal>
    }
    .into_any()
}

fn fields(form: Form, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
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

fn reason(form: Form, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
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

fn channel_and_outcome(form: Form, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
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

fn in_words(t: &'static Texts, errors: &[FieldError]) -> Vec<FieldProblem> {
    let problem = |error: &FieldError| {
        FieldProblem::new(element(&error.field), contact_message(t, &error.field, error.code))
    };
    errors.iter().map(problem).collect()
}

/// A message goes away as soon as its field is mended.
fn forget_mended(form: Form, problems: RwSignal<Vec<FieldProblem>>) {
    Effect::new(move || {
        let errors = form.draft().read(form.today).err().unwrap_or_default();
        let still =
            |problem: &FieldProblem| errors.iter().any(|error| element(&error.field) == problem.id);
        if problems.with_untracked(|problems| !problems.iter().all(still)) {
            problems.update(|problems| problems.retain(still));
        }
    });
}
