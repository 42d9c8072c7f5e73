//! The controls around a citizen's pages: width and language of the frame at once, the rest as a
//! view of its own, which the server opens.

use contract::ids::CaseId;
use contract::paths;
use contract::preview::{Preview, PreviewOf};
use contract::problem::{ErrorCode, FieldCode, FieldError};
use contract::staff::CaseworkerRow;
use leptos::prelude::*;

use super::frame::Frame;
use super::opening::Opening;
use super::wanted::{CASE, DAY, FROM, SAMPLES, TO, Wanted};
use crate::api::{ApiError, Load, load};
use crate::caseworker::problems::show_problems;
use crate::caseworker::refusal::field_message;
use crate::text::{Language, Text, Texts, fill, text, text_of, use_texts};
use crate::ui::{Button, Choice, DayField, FieldProblem, RadioGroup, Select, live_if, problem_of};

const PHONE: &str = "phone";
const FULL: &str = "full";

/// What is wrong with the controls, for the whole page.
pub type Problems = RwSignal<Vec<FieldProblem>>;

/// Width and language of the frame.
#[component]
pub fn Look(
    /// The frame.
    frame: Frame,
) -> impl IntoView {
    let width = RwSignal::new(FULL.to_owned());
    Effect::new(move || frame.narrow.set(width.with(|width| width == PHONE)));
    let language = RwSignal::new(frame.language.get_untracked().code().to_owned());
    Effect::new(move || frame.language.set(Language::of_code(&language.get())));
    // The citizen's own switch in the frame changes it, too.
    Effect::new(move || {
        let now = frame.language.get().code();
        if language.with_untracked(|language| language != now) {
            language.set(now.to_owned());
        }
    });
    let widths = vec![
        Choice::new(FULL, text(|t| t.staff().preview.full)),
        Choice::new(PHONE, text(|t| t.staff().preview.phone)),
    ];
    let languages = [(Language::Da, "Dansk"), (Language::En, "English")]
        .map(|(language, name)| Choice::new(language.code(), text_of(move |_| name.to_owned())));
    view! {
        <div class="field-row">
            <RadioGroup
                id="preview-width"
                legend=text(|t| t.staff().preview.width)
                choices=widths
                value=width
            />
            <RadioGroup
                id="preview-language"
                legend=text(|t| t.staff().preview.language)
                choices=languages.into()
                value=language
            />
        </div>
    }
    .into_any()
}

/// Whose pages, on which day, with which calendar.
#[component]
pub fn What(
    /// What is shown at first.
    first: Preview,
    /// What is shown now.
    shown: RwSignal<Option<Preview>>,
    /// Opens another view.
    opening: Opening,
    /// What is wrong.
    problems: Problems,
) -> impl IntoView {
    let t = use_texts();
    let wanted = Wanted::of(&first);
    let [of, day, calendar, from, to] =
        [wanted.whose, wanted.day, wanted.calendar, wanted.from, wanted.to].map(RwSignal::new);
    let no_day = RwSignal::new(false);
    let case = seen_case(shown);
    let update = move |()| {
        let wanted = Wanted {
            whose: of.get(),
            day: if no_day.get() { "?".to_owned() } else { day.get() },
            calendar: calendar.get(),
            from: from.get(),
            to: to.get(),
        };
        let opened = wanted.open(case.get().map(|(id, _)| id));
        let errors = opened.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        show_problems(problems, problems_of(t(), errors));
        if let Ok(what) = opened {
            opening.open(what);
        }
    };
    let days = live_if(move || {
        calendar.with(|calendar| !calendar.is_empty()).then(|| {
            view! {
                <DayOf id="preview-from" label=text(|t| t.staff().calendar.from_date) value=from problems/>
                <DayOf id="preview-to" label=text(|t| t.staff().calendar.to_date) value=to problems/>
            }
            .into_any()
        })
    });
    view! {
        <div class="field-row">
            {live_if(move || Some(view! {
                <Select
                    id="preview-of"
                    label=text(|t| t.staff().preview.whose)
                    choices=people(case.get().map(|(_, name)| name))
                    value=of
                />
            }.into_any()))}
            <DayField
                id="preview-day"
                label=text(|t| t.staff().preview.day)
                value=day
                is_none=no_day
                error=problem_of(problems, "preview-day")
            />
        </div>
        <div class="field-row">
            <Calendars value=calendar/>
            {days}
        </div>
        <div class="actions">
            <Button
                text=text(|t| t.staff().preview.update)
                busy=opening.busy()
                on_click=move |()| untrack(|| update(()))
            />
        </div>
    }
    .into_any()
}

/// The case that was looked at, with its citizen's name: one can come back to it from a sample.
fn seen_case(shown: RwSignal<Option<Preview>>) -> Memo<Option<(CaseId, String)>> {
    Memo::new(move |before: Option<&Option<(CaseId, String)>>| {
        let now = shown.with(|shown| match shown {
            Some(Preview { of: PreviewOf::Case { case_id }, citizen, .. }) => {
                Some((*case_id, citizen.clone()))
            }
            _ => None,
        });
        now.or_else(|| before.cloned().flatten())
    })
}

/// The citizen of the case, if there is one, and the samples.
fn people(citizen: Option<String>) -> Vec<Choice> {
    let own = citizen.map(|citizen| {
        let words = text_of(move |t| fill(t.staff().preview.of_case, &[&citizen]));
        Choice::new(CASE, words)
    });
    let samples = SAMPLES.into_iter().map(|(name, situation)| {
        let words = text_of(move |t| {
            fill(t.staff().preview.of_sample, &[t.front.situations.of(situation)])
        });
        Choice::new(name, words)
    });
    own.into_iter().chain(samples).collect()
}

/// The calendars one may see before they are published.
#[component]
fn Calendars(value: RwSignal<String>) -> impl IntoView {
    let caseworkers = load::<Vec<CaseworkerRow>>(|| paths::STAFF_CASEWORKERS.to_owned());
    live_if(move || {
        let Load::Ready(rows) = caseworkers.state.get() else { return None };
        let published = Choice::new("", text(|t| t.staff().preview.published));
        let choices = rows.into_iter().map(|CaseworkerRow { id, name, .. }: CaseworkerRow| {
            let words = text_of(move |t| fill(t.staff().preview.unpublished, &[&name]));
            Choice::new(id.to_string(), words)
        });
        Some(
            view! {
                <Select
                    id="preview-calendar"
                    label=text(|t| t.staff().preview.calendar)
                    choices=std::iter::once(published).chain(choices).collect()
                    value=value
                />
            }
            .into_any(),
        )
    })
}

#[component]
fn DayOf(
    id: &'static str,
    label: Text,
    value: RwSignal<String>,
    problems: Problems,
) -> impl IntoView {
    // A day that is none is left where it stands, and the one before it counts.
    let is_none = RwSignal::new(false);
    view! { <DayField id label value is_none error=problem_of(problems, id)/> }
}

/// What is wrong, at the fields of the page.
fn problems_of(t: &Texts, errors: &[FieldError]) -> Vec<FieldProblem> {
    let texts = &t.staff().preview;
    let problem = |error: &FieldError| match error.field.as_str() {
        DAY if error.code == FieldCode::Unknown => {
            FieldProblem::new("preview-day", texts.day_without_rules)
        }
        DAY => FieldProblem::new("preview-day", texts.day_wrong),
        FROM => FieldProblem::new("preview-from", field_message(t, "from_date", error.code)),
        TO => FieldProblem::new("preview-to", field_message(t, "to_date", error.code)),
        // The days of the calendar, as the server names them.
        "calendar.span.from" => FieldProblem::new("preview-from", texts.calendar_wrong),
        field if field.starts_with("calendar") => {
            FieldProblem::new("preview-to", texts.calendar_wrong)
        }
        _ => FieldProblem::new("preview-of", t.staff().refusals.invalid),
    };
    errors.iter().map(problem).collect()
}

/// What the server finds wrong with the fields; nothing when that is not why it said no.
pub fn refused_fields(t: &Texts, error: &ApiError) -> Option<Vec<FieldProblem>> {
    match error {
        ApiError::Problem(problem) if problem.code == ErrorCode::InvalidFields => {
            Some(problems_of(t, &problem.errors)).filter(|problems| !problems.is_empty())
        }
        _ => None,
    }
}
