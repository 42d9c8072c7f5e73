//! The parts of the plan while it is written: how far each has come, and the way in.

use contract::retention_plan::{RetentionField, RetentionSection};
use leptos::prelude::*;

use crate::employer::desk::CaseDesk;
use crate::employer::flow::said_sections;
use crate::employer::problems::{all, is_for_later};
use crate::form::SavingLine;
use crate::retention_plan::section_name;
use crate::routes::{EmployerPage, Route};
use crate::text::{text, text_of};
use crate::ui::{Tag, live};

/// The parts in order.
pub(super) fn part_list(desk: CaseDesk) -> AnyView {
    let draft = desk.form.draft;
    let list = live(move || {
        draft.replaced.track();
        let said = draft.with(|fields| said_sections(fields.said()));
        let wrong: Vec<_> = draft
            .with(all)
            .into_iter()
            .filter(|wrong| !is_for_later(wrong))
            .filter_map(|(key, _)| key.section())
            .collect();
        let open: Vec<_> = draft.conflicts.with(|all| {
            all.iter().filter_map(|one| RetentionField::parse(&one.field)?.section()).collect()
        });
        RetentionSection::ALL
            .into_iter()
            .map(|section| {
                let state = match section {
                    _ if open.contains(&section) => State::Conflict,
                    _ if wrong.contains(&section) => State::Mend,
                    _ if said.contains(&section) => State::Said,
                    _ => State::Empty,
                };
                row(desk, section, state)
            })
            .collect_view()
            .into_any()
    });
    view! {
        <section aria-labelledby="plan-parts">
            <h2 id="plan-parts">{text(|t| t.employer().parts)}</h2>
            <ol class="plan-parts nobullet-list">{list}</ol>
            <SavingLine form=desk.form/>
        </section>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Said,
    Mend,
    Conflict,
}

fn row(desk: CaseDesk, section: RetentionSection, state: State) -> AnyView {
    let to = Route::Employer(EmployerPage::Section(desk.case, section)).path();
    let tag = match state {
        State::Empty => {
            view! { <span class="form-hint">{text(|t| t.employer().part_empty)}</span> }.into_any()
        }
        State::Said => {
            view! { <Tag text=text(|t| t.employer().part_said) kind="success"/> }.into_any()
        }
        State::Mend => {
            view! { <Tag text=text(|t| t.employer().part_mend) kind="warning"/> }.into_any()
        }
        State::Conflict => {
            view! { <Tag text=text(|t| t.employer().part_conflict) kind="warning"/> }.into_any()
        }
    };
    view! {
        <li>
            <a href=to>{text_of(move |t| section_name(t, section).to_owned())}</a>
            {tag}
        </li>
    }
    .into_any()
}
