//! What every screen of the wizard has: the way back, which step it is, what is wrong, what the
//! employee has said to it, who wrote last, how far it is saved, "Næste" and the way out.

use contract::retention_plan::{
    EmployerRetentionPage, FieldWriter, RetentionField, RetentionSection,
};
use contract::rules::Course;
use leptos::prelude::*;

use super::desk::{CaseDesk, with_page};
use super::fields::say;
use super::flow::{next, place, previous};
use super::problems::on_screen;
use crate::form::{Problems, SavingLine};
use crate::router::use_go;
use crate::routes::{EmployerPage, Route};
use crate::text::{Text, Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, BackLink, Button, ButtonKind, ErrorSummary, FieldProblem, LinkButton, Page, SUMMARY_ID,
    StepIndicator, focus_element,
};

/// A part of the plan to write. `fields` draws it, once everything typed before is there.
pub(super) fn screen(
    desk: CaseDesk,
    section: RetentionSection,
    title: Text,
    fields: impl Fn(&EmployerRetentionPage, Problems) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (problems, summary): (Problems, Problems) = (RwSignal::default(), RwSignal::default());
    let (texts, go) = (use_texts(), use_go());
    // Whoever comes from the check goes back there.
    let from_check = RwSignal::new(false);
    follow(desk, section, problems, summary);
    let forward = Callback::new(move |()| {
        let found = found(desk, texts(), section);
        desk.form.draft.flush();
        let is_right = found.is_empty();
        problems.set(found.clone());
        summary.set(found);
        if is_right {
            go(Route::Employer(match from_check.get_untracked() {
                true => EmployerPage::Check(desk.case),
                false => next(desk.case, section),
            }));
        } else {
            // Also when the summary is there already.
            request_animation_frame(|| focus_element(SUMMARY_ID));
        }
    });
    let onward = text_of(move |t| match from_check.get() {
        true => t.employer().look_over.to_owned(),
        false => t.common.next.to_owned(),
    });
    let elsewhere = Signal::derive(move || {
        let section_of = |name: &str| RetentionField::parse(name)?.section();
        desk.form
            .draft
            .refused
            .with(|all| all.iter().all(|(name, _)| section_of(name) != Some(section)))
    });
    let (step, of) = place(section);
    let above = view! {
        <BackLink to=Route::Employer(previous(desk.case, section))/>
        <ErrorSummary problems=summary/>
        <StepIndicator step=step of=of/>
    };
    let body = with_page(desk, move |known| {
        let is_open = known.course.as_ref().is_some_and(|course| course.course.is_written());
        if known.case_closed || !is_open {
            return not_open(desk);
        }
        if desk.mending.try_update_value(std::mem::take).unwrap_or_default() {
            from_check.set(true);
            problems.set(everything(desk, untrack(texts), section));
        }
        view! {
            {comments(known, section)}
            {fields(known, problems)}
            {written_last(known, section)}
            <SavingLine form=desk.form elsewhere=elsewhere/>
            <Button kind=ButtonKind::Primary class="button-wide" text=onward on_click=forward/>
            <p><a href=Route::Employer(EmployerPage::Plan(desk.case)).path()>{say(|t| t.later)}</a></p>
        }
        .into_any()
    });
    view! { <Page title=title above=above.into_any()>{body}</Page> }.into_any()
}

/// The plan is not to be written now: where to go instead.
pub(super) fn not_open(desk: CaseDesk) -> AnyView {
    view! {
        <Alert>
            <p>{say(|t| t.not_open)}</p>
            <LinkButton
                to=Route::Employer(EmployerPage::Plan(desk.case))
                text=text(|t| t.employer().to_plan)
            />
        </Alert>
    }
    .into_any()
}

/// What the employee has written to this part, while changes are being made.
fn comments(known: &EmployerRetentionPage, section: RetentionSection) -> AnyView {
    let asked = matches!(
        known.course.as_ref().map(|course| course.course),
        Some(Course::ChangesAsked { .. })
    );
    let comments = known.latest.as_ref().map(|latest| latest.comments.clone()).unwrap_or_default();
    let own: Vec<_> = comments.into_iter().filter(|comment| comment.section == section).collect();
    if !asked || own.is_empty() {
        return ().into_any();
    }
    let name = known.employee.clone();
    let heading = text_of(move |t| fill(t.employer_plan().comments, &[&name]));
    let rows = own.into_iter().map(|comment| {
        view! { <li><p class="plan-text" dir="auto">{comment.text}</p></li> }
    });
    view! {
        <section class="plan-comments" aria-labelledby="plan-asked">
            <h2 class="h3" id="plan-asked">{heading}</h2>
            <ul class="nobullet-list">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Who of the company wrote in this part last, and when.
fn written_last(known: &EmployerRetentionPage, section: RetentionSection) -> AnyView {
    let Some(last) = last_writer(&known.written, section).cloned() else {
        return ().into_any();
    };
    let words = text_of(move |t| {
        let at = dates::date_time(t.language, &last.at);
        fill(t.employer_plan().written_last, &[&last.name, &at])
    });
    view! { <p class="form-hint written-last">{words}</p> }.into_any()
}

fn last_writer(written: &[FieldWriter], section: RetentionSection) -> Option<&FieldWriter> {
    let section_of = |name: &str| RetentionField::parse(name)?.section();
    let own = written.iter().filter(|one| section_of(&one.field) == Some(section));
    own.max_by_key(|one| one.at)
}

/// What is wrong on the screen.
fn found(desk: CaseDesk, t: &Texts, section: RetentionSection) -> Vec<FieldProblem> {
    let unreadable = desk.form.unreadable.get_untracked();
    desk.form.draft.with(|fields| on_screen(t, fields, &unreadable, section))
}

/// The same with what is only not written yet: for those whom the check has sent here.
fn everything(desk: CaseDesk, t: &Texts, section: RetentionSection) -> Vec<FieldProblem> {
    let all = desk.form.draft.with(super::problems::all);
    let own = all.into_iter().filter(|(key, _)| key.section() == Some(section));
    own.map(|(key, code)| super::problems::problem(t, &key, code)).collect()
}

/// Marks the fields at fault as soon as saving finds one, in the language in use; the summary,
/// which takes the focus, comes with "Næste" only and goes with the last problem.
fn follow(desk: CaseDesk, section: RetentionSection, problems: Problems, summary: Problems) {
    let (texts, draft) = (use_texts(), desk.form.draft);
    Effect::new(move |before: Option<()>| {
        let t = texts();
        let refused = draft.refused.with(|refused| !refused.is_empty());
        let unreadable = desk.form.unreadable.with(|fields| !fields.is_empty());
        draft.saving.track();
        let some = problems.with_untracked(|problems| !problems.is_empty());
        // What the check has pointed out stays until something is typed.
        if refused || unreadable || some && before.is_some() {
            problems.set(found(desk, t, section));
        }
    });
    Effect::new(move || {
        let found = problems.get();
        if found.is_empty() || summary.with_untracked(|summary| !summary.is_empty()) {
            summary.set(found);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_to_write_in_a_part_is_named_whatever_the_field() {
        let wrote = |field: &str, name: &str, at: &str| FieldWriter {
            field: field.to_owned(),
            name: name.to_owned(),
            at: at.parse().unwrap(),
        };
        let written = [
            wrote("tasks.can", "Bo Lind", "2026-12-03T10:15:00+01:00"),
            wrote("tasks.cannot", "Eva Holm", "2026-12-04T09:00:00+01:00"),
            wrote("goal", "Bo Lind", "2026-12-05T09:00:00+01:00"),
        ];
        let name = |section| last_writer(&written, section).map(|one| one.name.as_str());
        assert_eq!(name(RetentionSection::Tasks), Some("Eva Holm"));
        assert_eq!(name(RetentionSection::Absence), Some("Bo Lind"));
        assert_eq!(name(RetentionSection::Care), None);
    }
}
