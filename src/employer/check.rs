//! Looking the plan over as the employee will see it, and sending it.

use contract::retention_plan::{EmployerRetentionPage, RetentionField, RetentionSection};
use contract::rules::EmployerMove;
use leptos::prelude::*;

use super::desk::{CaseDesk, with_page};
use super::fields::say;
use super::flow::page_of;
use super::problems::{Wrong, all, problem};
use super::screen::not_open;
use super::shown::draft_document;
use crate::api::Load;
use crate::form::{SavingLine, element_id};
use crate::retention_plan::section_name;
use crate::router::use_replace;
use crate::routes::{EmployerPage, Route};
use crate::text::{Text, fill, text_of};
use crate::ui::{
    Alert, AlertKind, BackLink, Button, ButtonKind, Page, SUMMARY_ID, focus_element, live, live_if,
};

/// The id of the warning that somebody has to pick between two texts.
const CONFLICTS_ID: &str = "plan-conflicts";

/// Looking the plan over.
#[component]
pub(super) fn CheckPage(
    /// Whose.
    desk: CaseDesk,
) -> impl IntoView {
    let back = EmployerPage::Section(desk.case, RetentionSection::FollowUp);
    let above = view! {
        <BackLink to=Route::Employer(back)/>
        {summary(desk)}
    };
    view! {
        <Page title=say(|t| t.check) above=above.into_any()>
            {with_page(desk, move |known| look_over(desk, known))}
        </Page>
    }
    .into_any()
}

/// What must be mended, each a link to its field on its screen; above the heading, as every
/// error summary.
fn summary(desk: CaseDesk) -> AnyView {
    let wrong = wrong(desk);
    let open = Memo::new(move |_| desk.ready.get() && is_open(desk));
    live_if(move || {
        let wrong = wrong.get();
        (open.get() && !wrong.is_empty()).then(|| {
            let rows = wrong.into_iter().map(move |(key, code)| {
                let own = key.clone();
                field_link(desk, &key, text_of(move |t| problem(t, &own, code).message))
            });
            view! {
                <div id=SUMMARY_ID class="alert alert-error error-summary" role="alert" tabindex="-1">
                    <div class="alert-body">
                        <h2 class="alert-heading">{say(|t| t.check_mend)}</h2>
                        <ul class="alert-text nobullet-list">{rows.collect_view()}</ul>
                    </div>
                </div>
            }
            .into_any()
        })
    })
}

fn is_open(desk: CaseDesk) -> bool {
    desk.page.with(|page| match page {
        Load::Ready(known) => known.moves.contains(&EmployerMove::Send),
        Load::Loading | Load::Failed(_) => false,
    })
}

/// What is wrong, as what is typed stands now.
fn wrong(desk: CaseDesk) -> Memo<Vec<Wrong>> {
    let draft = desk.form.draft;
    Memo::new(move |_| {
        draft.edited.track();
        draft.replaced.track();
        draft.refused.track();
        desk.ready.track();
        draft.with(all)
    })
}

/// The way to a field on its screen.
fn field_link(desk: CaseDesk, key: &RetentionField, words: Text) -> AnyView {
    let to = Route::Employer(page_of(desk.case, key)).path();
    let id = element_id(&key.to_string());
    let on_click = move |_| {
        desk.focus_next.set_value(Some(id.clone()));
        desk.mending.set_value(true);
    };
    view! { <li><a class="function-link" href=to on:click=on_click>{words}</a></li> }.into_any()
}

fn look_over(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    if known.case_closed || !known.moves.contains(&EmployerMove::Send) {
        return not_open(desk);
    }
    let name = known.employee.clone();
    let lead = text_of(move |t| fill(t.employer_plan().check_lead, &[&name, &name]));
    let (known_of, latest) = (StoredValue::new(known.clone()), known.latest.clone());
    let plan = Memo::new(move |_| desk.plan());
    let document = live(move || {
        let plan = plan.get();
        known_of.with_value(|known| draft_document(known, plan))
    });
    let employee = known.employee.clone();
    let same = live_if(move || {
        let latest = latest.as_ref().filter(|latest| plan.with(|plan| latest.plan == *plan))?;
        let (number, name) = (latest.version.number.to_string(), employee.clone());
        let words = text_of(move |t| fill(t.employer_plan().check_unchanged, &[&number, &name]));
        Some(view! { <Alert><p>{words}</p></Alert> }.into_any())
    });
    view! {
        <p class="font-lead">{lead}</p>
        {sensitive(desk)}
        {conflicts(desk)}
        {same}
        {document}
        <SavingLine form=desk.form/>
        {desk.moving.outcome()}
        {send(desk, known.employee.clone())}
        <p><a href=Route::Employer(EmployerPage::Plan(desk.case)).path()>{say(|t| t.later)}</a></p>
    }
    .into_any()
}

/// Texts that look as if they told what the employee suffers from. Never a block.
fn sensitive(desk: CaseDesk) -> AnyView {
    live_if(move || {
        let fields = desk.form.draft.sensitive.get();
        let keys: Vec<_> = fields.iter().filter_map(|name| RetentionField::parse(name)).collect();
        links(desk, keys, say(|t| t.check_sensitive))
    })
}

/// Where the person has to pick between two texts.
fn conflicts(desk: CaseDesk) -> AnyView {
    live_if(move || {
        let fields = desk.form.draft.conflicts.get();
        let keys = fields.iter().filter_map(|field| RetentionField::parse(&field.field));
        let links = links(desk, keys.collect(), say(|t| t.check_conflict))?;
        Some(view! { <div id=CONFLICTS_ID tabindex="-1">{links}</div> }.into_any())
    })
}

/// Is it a field of the plan, rather than of what is written beside it?
fn in_plan(field: &str) -> bool {
    RetentionField::parse(field).is_some_and(|key| key.section().is_some())
}

fn links(desk: CaseDesk, keys: Vec<RetentionField>, words: Text) -> Option<AnyView> {
    let keys: Vec<_> = keys.into_iter().filter(|key| key.section().is_some()).collect();
    if keys.is_empty() {
        return None;
    }
    let rows = keys.into_iter().filter_map(move |key| {
        let section = key.section()?;
        Some(field_link(desk, &key, text_of(move |t| section_name(t, section).to_owned())))
    });
    Some(
        view! {
            <Alert kind=AlertKind::Warning live=true>
                <p>{words}</p>
                <ul class="nobullet-list">{rows.collect_view()}</ul>
            </Alert>
        }
        .into_any(),
    )
}

fn send(desk: CaseDesk, name: String) -> AnyView {
    let done = use_replace();
    let (wrong, draft) = (wrong(desk), desk.form.draft);
    let words = text_of(move |t| fill(t.employer_plan().send, &[&name]));
    let on_click = move |()| {
        if !wrong.with_untracked(Vec::is_empty) {
            focus_element(SUMMARY_ID);
            return;
        }
        if draft.conflicts.with_untracked(|open| open.iter().any(|one| in_plan(&one.field))) {
            focus_element(CONFLICTS_ID);
            return;
        }
        let done = done.clone();
        desk.moving.send_plan(desk, move || {
            done(Route::Employer(EmployerPage::Receipt(desk.case)));
        });
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=words
            on_click
            busy=desk.moving.busy()
        />
    }
    .into_any()
}
