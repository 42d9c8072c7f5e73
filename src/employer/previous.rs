//! Beginning with the plan before this one: it fills what is empty, and replaces what is
//! written only when the person says so.

use std::collections::BTreeSet;

use contract::job_plan::RowId;
use contract::retention_plan::{EmployerRetentionPage, RetentionField, RetentionPlan};
use leptos::prelude::*;

use super::desk::CaseDesk;
use super::fields::say;
use crate::draft::Fields;
use crate::session::confirmed;
use crate::text::{fill, text_of, use_texts};
use crate::ui::{Button, live_if};

/// The offer, where an earlier plan says something that is not written already.
pub(super) fn begin_with_previous(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let Some(previous) = known.previous.clone() else { return ().into_any() };
    let (done, texts) = (RwSignal::new(None::<usize>), use_texts());
    let draft = desk.form.draft;
    let would_change =
        |replace| draft.with(|fields| !changes(&previous, fields, replace).is_empty());
    let (can_fill, can_replace) = (would_change(false), would_change(true));
    if !can_replace {
        return ().into_any();
    }
    let previous = StoredValue::new(previous);
    let take = move |replace| {
        let changes =
            previous.with_value(|previous| draft.with(|fields| changes(previous, fields, replace)));
        let filled = changes.iter().filter(|(_, text)| !text.is_empty()).count();
        for (field, text) in changes {
            draft.write(&field, text);
        }
        draft.replaced.notify();
        done.set(Some(filled));
    };
    let replace = move |()| {
        if confirmed(untrack(texts).employer_plan().previous_sure) {
            take(true);
        }
    };
    let is_written = draft.with(|fields| {
        let said: Vec<_> = fields.said().filter_map(RetentionField::parse).collect();
        said.iter().any(|key| key.section().is_some())
    });
    let fill_empty = can_fill.then(|| {
        view! { <Button text=say(|t| t.previous_fill) on_click=move |()| take(false)/> }
    });
    let replace = is_written.then(|| {
        view! { <Button text=say(|t| t.previous_replace) on_click=replace/> }
    });
    let told = move || {
        done.get().map(|filled| {
            let words = text_of(move |t| match filled {
                0 => t.employer_plan().previous_nothing.to_owned(),
                _ => fill(t.employer_plan().previous_done, &[&filled.to_string()]),
            });
            view! { {words} }.into_any()
        })
    };
    view! {
        <section class="previous-plan" aria-labelledby="plan-previous">
            <h2 class="h3" id="plan-previous">{say(|t| t.previous)}</h2>
            <p>{say(|t| t.previous_text)}</p>
            <div class="actions">
                {fill_empty}
                {replace}
            </div>
            <p role="status">{live_if(told)}</p>
        </section>
    }
    .into_any()
}

/// What to write to begin with an earlier plan. Its periods come all or not at all: two ways up
/// would lie on top of each other.
fn changes(previous: &RetentionPlan, now: &Fields, replace: bool) -> Vec<(String, String)> {
    let row_of = |name: &str| match RetentionField::parse(name)? {
        RetentionField::Ramp(row, _) | RetentionField::RampText(row, _) => Some(row),
        _ => None,
    };
    let rows: BTreeSet<RowId> = now.said().filter_map(row_of).collect();
    let wanted: Vec<(String, String)> =
        previous.fields().into_iter().map(|(key, text)| (key.to_string(), text)).collect();
    let fits = |name: &str| match row_of(name) {
        Some(_) => replace || rows.is_empty(),
        None => replace || now.text(name).trim().is_empty(),
    };
    let gone = now.said().filter(|name| {
        let is_in_plan = RetentionField::parse(name).is_some_and(|key| key.section().is_some());
        replace && is_in_plan && wanted.iter().all(|(other, _)| other != name)
    });
    let mut changes: Vec<_> = gone.map(|name| (name.to_owned(), String::new())).collect();
    changes.extend(wanted.iter().filter(|(name, _)| fits(name)).cloned());
    changes.retain(|(name, text)| now.text(name) != text);
    changes
}

#[cfg(test)]
mod tests {
    use contract::draft::{Draft, DraftField, DraftForm};

    use super::*;

    fn draft(typed: &[(&str, &str)]) -> Draft {
        let field = |(field, value): &(&str, &str)| DraftField {
            field: (*field).to_owned(),
            value: (*value).to_owned(),
            version: 1,
        };
        Draft { version: 1, fields: typed.iter().map(field).collect() }
    }

    fn fields(typed: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::new(DraftForm::RetentionPlan);
        fields.refresh(draft(typed));
        fields
    }

    fn previous() -> RetentionPlan {
        RetentionPlan::read(&draft(&[
            ("party.contact.name", "Bo Lind"),
            ("goal", "Tilbage i butikken"),
            ("ramp.a.from", "2026-01-05"),
            ("ramp.a.to", "2026-01-31"),
            ("ramp.a.hours", "10"),
        ]))
        .0
    }

    #[test]
    fn only_what_is_empty_is_filled() {
        let now = fields(&[("goal", "Noget andet"), ("ramp.b.hours", "12"), ("answer", "Ja")]);
        let filled = changes(&previous(), &now, false);
        assert_eq!(filled, [("party.contact.name".to_owned(), "Bo Lind".to_owned())]);
    }

    #[test]
    fn everything_is_replaced_when_one_says_so_and_nothing_beside_the_plan() {
        let now = fields(&[("goal", "Noget andet"), ("ramp.b.hours", "12"), ("answer", "Ja")]);
        let all = changes(&previous(), &now, true);
        assert!(all.contains(&("goal".to_owned(), "Tilbage i butikken".to_owned())));
        assert!(all.contains(&("ramp.b.hours".to_owned(), String::new())));
        assert!(all.contains(&("ramp.a.hours".to_owned(), "10".to_owned())));
        assert!(all.iter().all(|(name, _)| name != "answer"));
    }

    #[test]
    fn a_plan_that_says_the_same_is_not_changed() {
        let earlier = previous();
        let typed: Vec<_> =
            earlier.fields().into_iter().map(|(key, text)| (key.to_string(), text)).collect();
        let typed: Vec<_> = typed.iter().map(|(key, text)| (&**key, &**text)).collect();
        let now = fields(&typed);
        assert!(changes(&earlier, &now, false).is_empty());
        assert!(changes(&earlier, &now, true).is_empty());
    }

    #[test]
    fn an_empty_plan_gets_the_periods_too() {
        let filled = changes(&previous(), &fields(&[]), false);
        assert_eq!(filled.len(), 5);
    }
}
