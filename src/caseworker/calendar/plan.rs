//! The week template, weekday by weekday.

use contract::calendar::{PlaceOption, StoredTemplate};
use contract::ids::CaseworkerId;
use contract::problem::FieldError;
use leptos::prelude::*;

use super::plan_draft::{PlanDraft, RowKind};
use super::plan_row::PlanRow;
use crate::api::{ApiError, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::problems::show_problems;
use crate::caseworker::refusal::field_message;
use crate::text::{Text, Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{Button, ButtonKind, FieldProblem, Sending, TextField, live_if, problem_of};

/// The template's part of the page.
#[component]
pub fn Plan(
    /// Whose.
    owner: Option<CaseworkerId>,
    /// As typed.
    draft: RwSignal<PlanDraft>,
    /// As stored.
    stored: RwSignal<StoredTemplate>,
    /// Places to choose from.
    places: StoredValue<Vec<PlaceOption>>,
    /// What is wrong, for the whole page.
    problems: RwSignal<Vec<FieldProblem>>,
    /// Is something typed that is not stored?
    unsaved: Memo<bool>,
    /// Fetching what is stored, dropping what is typed.
    reload: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let notice = Notice::new();
    let sending = Sending::new();
    let pause = RwSignal::new(draft.with_untracked(|draft| draft.pause_minutes.clone()));
    Effect::new(move || {
        let minutes = pause.get();
        draft.update(|draft| draft.pause_minutes = minutes);
    });
    let save = move |()| {
        notice.clear();
        let Ok(template) = checked(t(), draft, problems) else { return };
        let version = stored.with_untracked(|stored| stored.version);
        sending.run(async move {
            match staff::save_template(owner, &StoredTemplate { version, template }).await {
                Ok(saved) => {
                    stored.set(saved);
                    notice.done(|t| t.staff().calendar.saved.to_owned());
                }
                Err(error) => {
                    if let ApiError::Problem(problem) = &error {
                        show_errors(t(), draft, problems, &problem.errors);
                    }
                    notice.refused(error);
                }
            }
        });
    };
    let fetch_stored = live_if(move || {
        unsaved.get().then(|| {
            view! { <Button text=text(|t| t.staff().calendar.reload_stored) on_click=reload/> }
                .into_any()
        })
    });
    let not_saved =
        text_of(move |t| if unsaved.get() { t.staff().calendar.unsaved } else { "" }.to_owned());
    let days = (1..=7).map(|weekday| view! { <Weekday weekday draft places problems/> });
    view! {
        <section class="staff-part">
            <h2>{text(|t| t.staff().calendar.plan)}</h2>
            {days.collect_view()}
            <TextField
                id="pause_minutes"
                class="input-short"
                label=text(|t| t.staff().calendar.pause_minutes)
                hint=text(|t| t.staff().calendar.pause_hint)
                kind="number"
                value=pause
                error=problem_of(problems, "pause_minutes")
            />
            <NoticeBoard notice=notice/>
            <p role="status" class="unsaved">{not_saved}</p>
            <div class="actions">
                <Button
                    kind=ButtonKind::Primary
                    text=text(|t| t.staff().calendar.save)
                    busy=sending.busy()
                    on_click=save
                />
                {fetch_stored}
            </div>
        </section>
    }
    .into_any()
}

/// The template as typed; else every problem is shown.
pub fn checked(
    t: &'static Texts,
    draft: RwSignal<PlanDraft>,
    problems: RwSignal<Vec<FieldProblem>>,
) -> Result<contract::rules::WeekTemplate, ()> {
    let result = draft.with_untracked(PlanDraft::template);
    let errors = result.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    show_errors(t, draft, problems, errors);
    result.map_err(|_| ())
}

fn show_errors(
    t: &'static Texts,
    draft: RwSignal<PlanDraft>,
    problems: RwSignal<Vec<FieldProblem>>,
    errors: &[FieldError],
) {
    let all = errors.iter().map(|error| {
        let id = draft.with_untracked(|draft| draft.element_id(&error.field));
        FieldProblem::new(id, field_message(t, &error.field, error.code))
    });
    show_problems(problems, all.collect());
}

/// The id of a weekday's heading.
pub fn day_id(weekday: u8) -> String {
    format!("plan-day-{weekday}")
}

#[component]
fn Weekday(
    weekday: u8,
    draft: RwSignal<PlanDraft>,
    places: StoredValue<Vec<PlaceOption>>,
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let t = use_texts();
    let rows = move |kind| {
        let keys = Memo::new(move |_| draft.with(|draft| draft.keys(kind, weekday)));
        let numbered = move || keys.get().into_iter().enumerate().collect::<Vec<_>>();
        view! {
            <For
                each=numbered
                key=|(_, key)| *key
                children=move |(index, key)| {
                    let row = draft.with_untracked(|draft| draft.row(key).cloned());
                    row.map(|row| view! {
                        <PlanRow row=row number=index + 1 draft=draft places=places problems=problems/>
                    })
                }
            />
        }
        .into_any()
    };
    let none = move || draft.with(|draft| draft.keys(RowKind::Block, weekday).is_empty());
    let named = move |sentence: fn(&'static Texts) -> &'static str| -> Text {
        text_of(move |t| fill(sentence(t), &[dates::weekday(t.language, weekday)]))
    };
    let add = move |kind| move |()| draft.update(|draft| draft.add(kind, weekday));
    view! {
        <section class="plan-day">
            <h3 class="h4" id=day_id(weekday) tabindex="-1">{move || dates::weekday(t().language, weekday)}</h3>
            {live_if(move || none().then(|| view! { <p>{t().staff().calendar.nothing}</p> }.into_any()))}
            {rows(RowKind::Block)}
            {rows(RowKind::Break)}
            <div class="toolbar">
                <Button
                    text=text(|t| t.staff().calendar.add_block)
                    label=named(|t| t.staff().calendar.add_block_name)
                    on_click=add(RowKind::Block)
                />
                <Button
                    text=text(|t| t.staff().calendar.add_break)
                    label=named(|t| t.staff().calendar.add_break_name)
                    on_click=add(RowKind::Break)
                />
            </div>
        </section>
    }
    .into_any()
}
