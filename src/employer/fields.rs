//! The fields of the wizard: a field of the plan with its words, and examples of wording.

use contract::retention_plan::RetentionField;
use leptos::prelude::*;

use crate::form::{self, Field, Form, Problems};
use crate::text::employer::plan::EmployerPlanTexts;
use crate::text::{Text, text_of};
use crate::ui::Details;

/// A text of the wizard.
pub type Words = fn(&'static EmployerPlanTexts) -> &'static str;

/// A text of the wizard in the language in use.
pub fn say(words: Words) -> Text {
    text_of(move |t| words(t.employer_plan()).to_owned())
}

/// A field of the plan.
pub fn field(key: &RetentionField, label: Words) -> Field {
    Field::new(key, key.limit(), say(label))
}

/// A text of several lines with help.
pub fn area(
    form: Form,
    key: RetentionField,
    label: Words,
    hint: Words,
    problems: Problems,
) -> AnyView {
    form::area(form, field(&key, label).hint(say(hint)), problems)
}

/// Examples of what one can write, to open.
pub fn examples(examples: &'static [Words]) -> AnyView {
    let rows = examples.iter().map(|example| view! { <li>{say(*example)}</li> }).collect_view();
    view! { <Details summary=say(|t| t.examples)><ul>{rows}</ul></Details> }.into_any()
}
