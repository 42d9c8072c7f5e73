//! The dialog in which an activity is added. What is typed is kept until it is saved.

use contract::job_plan::{ActivityKind, NewActivity};
use contract::limits;
use contract::problem::FieldError;
use leptos::prelude::*;

use super::activity_draft::{ActivityDraft, activity_message};
use super::answering::Answering;
use crate::api::{ApiError, IdempotencyKey, staff};
use crate::caseworker::dialogs::{refused, unless_busy};
use crate::caseworker::problems::show_problems;
use crate::job_plan::activity_kind;
use crate::text::{Text, Texts, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, Choice, ErrorSummary, FieldProblem, Modal, Select, TextArea, TextField,
    problem_of,
};

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
    key: StoredValue<(IdempotencyKey, ActivityDraft)>,
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
            key: StoredValue::new((IdempotencyKey::new(), ActivityDraft::default())),
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
        let draft = untrack(|| self.draft());
        if self.key.with_value(|(_, sent)| *sent != draft) {
            self.key.set_value((IdempotencyKey::new(), draft));
        }
        self.key.with_value(|(key, _)| key.clone())
    }

    fn clear(self) {
        for field in self.fields() {
            field.set(String::new());
        }
        self.key.set_value((IdempotencyKey::new(), ActivityDraft::default()));
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
    let problems = RwSignal::new(Vec::new());
    let failed = RwSignal::new(None::<ApiError>);
    forget_mended(form, problems);
    let Answering { case, notice, sending, .. } = answering;
    let save = move |()| {
        failed.set(None);
        let activity = match NewActivity::try_from(untrack(|| form.draft())) {
            Ok(activity) => activity,
            Err(errors) => return show_problems(problems, in_words(t(), &errors)),
        };
        problems.set(Vec::new());
        let key = form.key();
        sending.run(async move {
            match staff::add_activity(case, &key, &activity).await {
                Ok(page) => {
                    form.clear();
                    notice.done(|t| t.staff().plan.activity_saved.to_owned());
                    answering.show(page);
                    on_close.try_run(());
                }
                Err(error) => {
                    if let ApiError::Problem(problem) = &error {
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
            text=text(|t| t.staff().plan.save_activity)
            busy=sending.busy()
            on_click=save
        />
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    view! {
        <Modal
            id="activity-dialog"
            heading=text(|t| t.staff().plan.add_activity)
            on_close=on_close
            footer=footer.into_any()
        >
            <ErrorSummary problems=problems/>
            <p>{text(|t| t.staff().plan.activity_text)}</p>
            {refused(failed)}
            {fields(kinds, form, problems)}
        </Modal>
    }
    .into_any()
}

fn fields(kinds: Vec<ActivityKind>, form: Form, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
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

fn in_words(t: &'static Texts, errors: &[FieldError]) -> Vec<FieldProblem> {
    let problem = |error: &FieldError| {
        FieldProblem::new(element(&error.field), activity_message(t, &error.field, error.code))
    };
    errors.iter().map(problem).collect()
}

/// A message goes away as soon as its field is mended.
fn forget_mended(form: Form, problems: RwSignal<Vec<FieldProblem>>) {
    Effect::new(move || {
        let errors = NewActivity::try_from(form.draft()).err().unwrap_or_default();
        let still =
            |problem: &FieldProblem| errors.iter().any(|error| element(&error.field) == problem.id);
        if problems.with_untracked(|problems| !problems.iter().all(still)) {
            problems.update(|problems| problems.retain(still));
        }
    });
}
