//! Asking for changes: the parts of the plan, each opening to what it says and a comment on it.

use contract::retention_plan::{
    AnswerField, CitizenRetentionMove, CitizenRetentionPage, RetentionPlan, RetentionSection,
    SectionComment,
};
use contract::rules::{CitizenMove, Course};
use leptos::prelude::*;

use super::desk::{RetentionDesk, use_retention};
use super::problems::problem;
use super::screen::{back, field, is_wrong, not_now, with_page};
use super::sending::Attempted;
use crate::form::{Problems, SavingLine, area};
use crate::retention_plan::{Reader, section_body, section_name};
use crate::router::use_replace;
use crate::routes::{RetentionPage, Route};
use crate::text::{Texts, fill, text, text_of, use_texts};
use crate::ui::{Button, ButtonKind, Details, ErrorSummary, FieldProblem, Page};

/// The parts that are open.
type Open = [(RetentionSection, RwSignal<bool>); 7];

/// Asking for changes.
#[component]
pub(super) fn ChangesPage() -> impl IntoView {
    let attempted = Attempted::new(use_retention());
    let problems: Problems = RwSignal::default();
    // Above what is drawn anew, so that what is open stays open.
    let open: Open = RetentionSection::ALL.map(|section| (section, RwSignal::new(false)));
    let above = view! { {back()} <ErrorSummary problems=problems/> };
    view! {
        <Page title=text(|t| t.my_retention().changes_title) above=above.into_any()>
            {with_page(move |page| body(page, open, attempted, problems))}
        </Page>
    }
    .into_any()
}

/// The version that changes can be asked for in, with what it says.
fn version_of(page: &CitizenRetentionPage) -> Option<(u32, &RetentionPlan)> {
    if !page.moves.contains(&CitizenMove::AskChanges) {
        return None;
    }
    let version = match page.course.as_ref()?.course {
        Course::Sent { version } | Course::Approved { version } => version,
        _ => return None,
    };
    let latest = page.latest.as_ref().filter(|sent| sent.version.number == version)?;
    Some((version, &latest.plan))
}

fn body(
    page: &CitizenRetentionPage,
    open: Open,
    attempted: Attempted,
    problems: Problems,
) -> AnyView {
    let Some((version, plan)) = version_of(page) else {
        return view! { {attempted.outcome()} {not_now()} }.into_any();
    };
    let (desk, texts, done) = (use_retention(), use_texts(), use_replace());
    for (section, open) in open {
        if !typed(desk, section).is_empty() {
            open.set(true);
        }
    }
    let parts = open.map(|(section, open)| part(desk, plan, section, open, problems));
    let send = move |()| {
        let comments = comments(|section| typed(desk, section));
        for (_, open) in open.iter().filter(|(section, _)| said(&comments, *section)) {
            open.set(true);
        }
        if !is_wrong(problems, wrong(texts(), &comments)) {
            let done = done.clone();
            attempted.make(CitizenRetentionMove::AskChanges { version, comments }, move || {
                done(Route::Retention(RetentionPage::Overview));
            });
        }
    };
    view! {
        <p class="font-lead">{text(|t| t.my_retention().changes_lead)}</p>
        <h2>{text(|t| t.my_retention().changes_parts)}</h2>
        {parts.into_iter().collect_view()}
        <SavingLine form=desk.form/>
        // Where the page is looked at when it is sent: it is a long one.
        {attempted.outcome()}
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.my_retention().changes_send)
            on_click=send
            busy=attempted.busy()
        />
    }
    .into_any()
}

/// A part: its name; inside what it says, and the comment.
fn part(
    desk: RetentionDesk,
    plan: &RetentionPlan,
    section: RetentionSection,
    open: RwSignal<bool>,
    problems: Problems,
) -> AnyView {
    let key = AnswerField::Comment(section);
    let summary = text_of(move |t| {
        desk.form.draft.edited.track();
        desk.form.draft.replaced.track();
        let name = section_name(t, section);
        match typed(desk, section).is_empty() {
            true => name.to_owned(),
            false => fill(t.my_retention().changes_has, &[name]),
        }
    });
    let comment = field(
        key,
        text(|t| t.my_retention().changes_field),
        text(|t| t.my_retention().changes_hint),
    );
    let written = section_body(plan, section, Reader::Citizen);
    view! {
        <Details summary=summary id=part_id(section) open=open>
            <h3 class="sr-only">{text_of(move |t| section_name(t, section).to_owned())}</h3>
            {written}
            {area(desk.form, comment, problems)}
        </Details>
    }
    .into_any()
}

fn part_id(section: RetentionSection) -> String {
    format!("part-{}", section.as_str())
}

fn typed(desk: RetentionDesk, section: RetentionSection) -> String {
    desk.form.draft.text(&AnswerField::Comment(section).to_string()).trim().to_owned()
}

/// What is to be sent: the parts about which something was typed.
fn comments(typed: impl Fn(RetentionSection) -> String) -> Vec<SectionComment> {
    let comment = |section| SectionComment { section, text: typed(section) };
    let all = RetentionSection::ALL.into_iter().map(comment);
    all.filter(|comment| !comment.text.is_empty()).collect()
}

fn said(comments: &[SectionComment], section: RetentionSection) -> bool {
    comments.iter().any(|comment| comment.section == section)
}

/// What keeps the comments from being sent.
fn wrong(t: &Texts, comments: &[SectionComment]) -> Vec<FieldProblem> {
    if comments.is_empty() {
        let first = RetentionSection::Parties;
        return vec![FieldProblem::new(part_id(first), t.my_retention().changes_none)];
    }
    let problem = |comment: &SectionComment| {
        problem(t, AnswerField::Comment(comment.section), &comment.text, true)
    };
    comments.iter().filter_map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::retention_plan::next::tests::page;
    use crate::retention_plan::samples::{plan, version};
    use crate::text::Language;

    #[test]
    fn only_parts_with_a_comment_are_sent() {
        let typed = |section| match section {
            RetentionSection::Hours => "Det er for hurtigt".to_owned(),
            _ => String::new(),
        };
        let comments = comments(typed);
        assert_eq!(comments.len(), 1);
        assert!(said(&comments, RetentionSection::Hours));
        assert_eq!(wrong(Language::Da.texts(), &comments), []);
    }

    #[test]
    fn one_comment_is_needed_and_none_may_hold_a_cpr_number() {
        let t = Language::Da.texts();
        assert_eq!(wrong(t, &[])[0].id, "part-parties");
        let section = RetentionSection::FollowUp;
        let found = wrong(t, &[SectionComment { section, text: "070761-4285".into() }]);
        assert_eq!(found[0].id, "plan-comment-follow-up");
    }

    #[test]
    fn changes_are_asked_for_in_the_version_that_is_there_now() {
        let mut page = page(Some(Course::Sent { version: 2 }));
        assert!(version_of(&page).is_none());
        page.latest = Some(contract::retention_plan::SentPlan {
            version: version(2),
            plan: plan(&[]),
            comments: Vec::new(),
            remark: String::new(),
        });
        assert_eq!(version_of(&page).map(|(version, _)| version), Some(2));
        page.moves.clear();
        assert!(version_of(&page).is_none());
    }
}
