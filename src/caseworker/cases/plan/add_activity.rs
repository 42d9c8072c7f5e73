//! The dialog in which an activity is added. What is typed is kept until it is saved.

use contract::job_plan::{ActivityKind, NewActivity};
use contract::limits;
use contract::problem::FieldError;
use leptos::prelude::*;

use super::activity_draft::{ActivityDraft, activity_message};
use super::answering::Answering;
use crate::api::attempt::{Attempt, attempt};
use crate::api::{IdempotencyKey, staff};
use crate::caseworker::dialogs::{Answer, FieldsDialog};
use crate::form::Problems;
use crate::job_plan::activity_kind;
use crate::text::{Text, text, text_of, use_texts};
use crate::ui::{Choice, FieldProblem, Select, TextArea, TextField, problem_of};

/// What is typed, and the key of the attempt to save it.
#[derive(Clone, Copy)]
pub struct Form {
    kind: RwSignal<String>,
    description: RwSignal<String>,
    place: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    hours: RwSignal<String>,
    responsible: RwSignal<String>,
    sent: StoredValue<Option<Attempt<IdempotencyKey, ActivityDraft>>>,
}

impl Form {
    /// Nothing typed.
    pub fn new() -> Self {
        let field = || RwSignal::new(String::new());
        Self {
            kind: field(),
            description: field(),
            place: field(),
            from: field(),
            to: field(),
            hours: field(),
            responsible: field(),
            sent: StoredValue::new(None),
        }
    }

    fn fields(self) -> [RwSignal<String>; 7] {
        let Self { kind, description, place, from, to, hours, responsible, .. } = self;
        [kind, description, place, from, to, hours, responsible]
    }

    fn draft(self) -> ActivityDraft {
        ActivityDraft {
            kind: self.kind.get(),
            description: self.description.get(),
            place: self.place.get(),
            from: self.from.get(),
            to: self.to.get(),
            hours: self.hours.get(),
            responsible: self.responsible.get(),
        }
    }

    /// The key for what is typed: something else typed is another thing to be made.
    fn key(self) -> IdempotencyKey {
        let typed = untrack(|| self.draft());
        let attempt = attempt(self.sent.get_value(), typed, IdempotencyKey::new);
        self.sent.set_value(Some(attempt.clone()));
        attempt.key
    }

    fn clear(self) {
        for field in self.fields() {
            field.set(String::new());
        }
        self.sent.set_value(None);
    }
}

/// The dialog.
#[component]
pub fn AddActivity(
    /// What an activity can be.
    kinds: Vec<ActivityKind>,
    /// What is typed.
    form: Form,
    /// What is being answered.
    answering: Answering,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let Answering { case, notice, sending, .. } = answering;
    let in_words = Callback::new(move |error: FieldError| {
        FieldProblem::new(element(&error.field), activity_message(t(), &error.field, error.code))
    });
    let send = Callback::new(move |activity| {
        let key = form.key();
        Box::pin(async move {
            let page = staff::add_activity(case, &key, &activity).await?;
            form.clear();
            notice.done(|t| t.staff().plan.activity_saved.to_owned());
            answering.show(page);
            Ok(())
        }) as Answer
    });
    view! {
        <FieldsDialog
            id="activity-dialog"
            heading=text(|t| t.staff().plan.add_activity)
            lead=text(|t| t.staff().plan.activity_text)
            confirm=text(|t| t.staff().plan.save_activity)
            fields=move |problems| fields(kinds, form, problems)
            read=Callback::new(move |()| NewActivity::try_from(form.draft()))
            in_words
            send
            sending
            on_done=on_close
            on_close
        />
    }
    .into_any()
}

fn fields(kinds: Vec<ActivityKind>, form: Form, problems: Problems) -> AnyView {
    let none = Choice::new("", text(|t| t.staff().plan.choose_kind));
    let kinds = kinds.into_iter().map(|kind| {
        let code = kind.code.clone();
        Choice::new(code, text_of(move |t| activity_kind(t, &kind)))
    });
    let choices = std::iter::once(none).chain(kinds).collect();
    let error = move |field: &str| problem_of(problems, element(field));
    let line = move |field: &'static str, label: Text, value: RwSignal<String>| {
        view! { <TextField id=element(field) label=label value=value error=error(field)/> }
    };
    let day = move |field: &'static str, label: Text, value: RwSignal<String>| {
        view! {
            <TextField id=element(field) label=label kind="date" value=value error=error(field)/>
        }
    };
    view! {
        <Select
            id=element("kind")
            label=text(|t| t.staff().plan.kind)
            choices=choices
            value=form.kind
            error=error("kind")
        />
        <TextArea
            id=element("description")
            label=text(|t| t.staff().plan.description)
            value=form.description
            limit=limits::PLAN_TEXT_CHARS
            rows=2
            error=error("description")
        />
        {line("place", text(|t| t.staff().plan.place), form.place)}
        {day("from", text(|t| t.staff().plan.from), form.from)}
        {day("to", text(|t| t.staff().plan.to), form.to)}
        <TextField
            id=element("hours")
            label=text(|t| t.staff().plan.hours)
            hint=text(|t| t.staff().plan.hours_hint)
            class="input-short"
            value=form.hours
            error=error("hours")
        />
        {line("responsible", text(|t| t.staff().plan.responsible), form.responsible)}
    }
    .into_any()
}

fn element(field: &str) -> String {
    format!("activity-{field}")
}
