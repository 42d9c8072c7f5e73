//! What every screen of the plan has: the way back, where one is, what is wrong, how far it
//! is saved, "Næste" and the way out.

use contract::job_plan::{JobPlanPage, PlanComment, PlanSection};
use leptos::prelude::*;

use super::desk::{PlanDesk, use_plan};
use super::flow::{PlanPart, next, place, previous};
use super::part_list::part_name;
use super::problems::on_screen;
use crate::form::{Problems, SavingLine};
use crate::job_plan::comments_of;
use crate::router::use_go;
use crate::routes::{PlanPage, Route};
use crate::text::{Text, Texts, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, BackLink, Button, ButtonKind, ErrorSummary, FieldProblem, LinkButton, Page, SUMMARY_ID,
    focus_element,
};

/// One thing to write. `fields` draws it, once everything typed before is there.
pub(super) fn screen(
    page: PlanPage,
    title: Text,
    fields: impl Fn(&JobPlanPage, Problems) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (problems, summary): (Problems, Problems) = (RwSignal::default(), RwSignal::default());
    let desk = use_plan();
    let (texts, go) = (use_texts(), use_go());
    follow(page, problems, summary);
    let forward = Callback::new(move |()| {
        let found = found(desk, texts(), page);
        desk.form.draft.flush();
        let is_right = found.is_empty();
        problems.set(found.clone());
        summary.set(found);
        if is_right {
            go(Route::Plan(next(page)));
        } else {
            // Also when the summary is there already.
            request_animation_frame(|| focus_element(SUMMARY_ID));
        }
    });
    let above = view! {
        <BackLink to=Route::Plan(previous(page))/>
        <ErrorSummary problems=summary/>
        {place_line(page)}
    };
    let body = with_page(move |known| {
        if known.case_closed {
            return closed();
        }
        view! {
            {fields(known, problems)}
            {comments(known, page)}
            <SavingLine form=desk.form/>
            <Button kind=ButtonKind::Primary class="button-wide" text=text(|t| t.common.next) on_click=forward/>
            <p><a href=Route::Plan(PlanPage::Overview).path()>{text(|t| t.plan().later)}</a></p>
        }
        .into_any()
    });
    view! { <Page title=title above=above.into_any()>{body}</Page> }.into_any()
}

/// Draws what needs the plan's page and what was typed before.
pub(super) fn with_page(draw: impl Fn(&JobPlanPage) -> AnyView + Send + Sync + 'static) -> AnyView {
    use_plan().draw(draw)
}

/// That the employer cannot see the plan, to those who have one.
pub(super) fn private(known: &JobPlanPage) -> AnyView {
    if known.employer.is_none() {
        return ().into_any();
    }
    view! { <p><strong>{text(|t| t.plan().employer_private)}</strong></p> }.into_any()
}

/// A closed case: what one can still do.
pub(super) fn closed() -> AnyView {
    view! {
        <Alert>
            <p>{text(|t| t.plan().closed)}</p>
            <LinkButton to=Route::Plan(PlanPage::Overview) text=text(|t| t.plan().to_plan)/>
        </Alert>
    }
    .into_any()
}

/// "Plan A · trin 2 af 7".
fn place_line(page: PlanPage) -> AnyView {
    let Some((part, (step, of))) = PlanPart::of(page).zip(place(page)) else {
        return ().into_any();
    };
    let name = part_name(part);
    let words = text_of(move |t| match of {
        1 => name.get(),
        _ => fill(t.plan().step, &[&name.get(), &step.to_string(), &of.to_string()]),
    });
    view! { <p class="step-simple">{words}</p> }.into_any()
}

/// What the caseworker has written to this part of the version shared last.
fn comments(known: &JobPlanPage, page: PlanPage) -> AnyView {
    // They are about the whole part: once is enough.
    if place(page).is_none_or(|(step, _)| step > 1) {
        return ().into_any();
    }
    let section = match PlanPart::of(page) {
        Some(PlanPart::Goal) => PlanSection::Goal,
        Some(PlanPart::Leg(leg)) => leg.into(),
        Some(PlanPart::Return) => PlanSection::Return,
        Some(PlanPart::Talk) | None => return ().into_any(),
    };
    let all: Vec<PlanComment> =
        known.latest.as_ref().map(|shared| shared.comments.clone()).unwrap_or_default();
    comments_of(section, Signal::stored(all))
}

/// What is wrong on the screen.
fn found(desk: PlanDesk, t: &Texts, page: PlanPage) -> Vec<FieldProblem> {
    let unreadable = desk.form.unreadable.get_untracked();
    desk.form.draft.with(|fields| on_screen(t, fields, &unreadable, page))
}

/// Marks the fields at fault as soon as saving finds one, in the language in use; the summary,
/// which takes the focus, comes with "Næste" only and goes with the last problem.
fn follow(page: PlanPage, problems: Problems, summary: Problems) {
    let (desk, texts) = (use_plan(), use_texts());
    Effect::new(move || {
        let t = texts();
        let refused = desk.form.draft.refused.with(|refused| !refused.is_empty());
        let unreadable = desk.form.unreadable.with(|keys| !keys.is_empty());
        desk.form.draft.saving.track();
        if refused || unreadable || problems.with_untracked(|problems| !problems.is_empty()) {
            problems.set(found(desk, t, page));
        }
    });
    Effect::new(move || {
        let found = problems.get();
        if found.is_empty() || summary.with_untracked(|summary| !summary.is_empty()) {
            summary.set(found);
        }
    });
}
