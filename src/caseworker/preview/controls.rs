//! The controls around a citizen's pages: width and language of the frame change at once, the rest is
//! a view of its own, which the server opens.

use contract::ids::CaseId;
use contract::paths;
use contract::preview::{Preview, PreviewOf};
use contract::problem::{ErrorCode, FieldCode, FieldError};
use contract::staff::CaseworkerRow;
use leptos::prelude::*;

use super::frame::Frame;
use super::opening::Opening;
use super::wanted::{CASE, DAY, FROM, SAMPLES, TO, Wanted, offered_days};
use crate::api::{ApiError, Load, load};
use crate::caseworker::problems::show_problems;
use crate::caseworker::refusal::field_message;
use crate::text::{Language, Text, Texts, fill, text, text_of, use_texts};
use crate::ui::{Button, Choice, DayField, FieldProblem, Select, live_if, problem_of};

/// What is wrong with the controls, for the whole page.
pub type Problems = RwSignal<Vec<FieldProblem>>;

/// Width and language of the frame, which change at once.
#[component]
pub fn Look(
    /// The frame.
    frame: Frame,
) -> impl IntoView {
    let Frame { narrow, language, .. } = frame;
    let width = |to_narrow: bool, name: Text| {
        let pressed = Signal::derive(move || narrow.get() == to_narrow);
        one_of(name, pressed, Callback::new(move |()| narrow.set(to_narrow)))
    };
    // The citizen's own switch in the frame changes it, too.
    let speaks = |to: Language, name: &'static str| {
        let pressed = Signal::derive(move || language.get() == to);
        let name = text_of(move |_| name.to_owned());
        one_of(name, pressed, Callback::new(move |()| language.set(to)))
    };
    let widths = view! {
        {width(false, text(|t| t.staff().preview.full))}
        {width(true, text(|t| t.staff().preview.phone))}
    };
    let languages = view! {
        {speaks(Language::Da, "Dansk")}
        {speaks(Language::En, "English")}
    };
    view! {
        <div class="preview-width">
            {group(text(|t| t.staff().preview.width), widths.into_any())}
        </div>
        {group(text(|t| t.staff().preview.language), languages.into_any())}
    }
    .into_any()
}

/// One of several ways to look, at once.
pub fn one_of(name: Text, pressed: Signal<bool>, press: Callback<()>) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-secondary"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| press.run(())
        >
            {name}
        </button>
    }
    .into_any()
}

/// Ways of which one is chosen, close together.
pub fn group(name: Text, ways: AnyView) -> AnyView {
    view! {
        <div class="preview-ways" role="group" aria-label=move || name.get()>{ways}</div>
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
    let on = first.on;
    // A calendar that is chosen has days to begin with.
    Effect::new(move || {
        let chosen = calendar.with(|calendar| !calendar.is_empty());
        if chosen && from.with_untracked(String::is_empty) && to.with_untracked(String::is_empty) {
            let day = day.with_untracked(|day| day.parse().unwrap_or(on));
            let [first, last] = offered_days(day).map(|day| day.to_string());
            from.set(first);
            to.set(last);
        }
    });
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
        FROM if error.code == FieldCode::Missing => {
            FieldProblem::new("preview-from", texts.from_missing)
        }
        TO if error.code == FieldCode::Missing => FieldProblem::new("preview-to", texts.to_missing),
        FROM => FieldProblem::new("preview-from", field_message(t, "from_date", error.code)),
        TO => FieldProblem::new("preview-to", field_message(t, "to_date", error.code)),
        // The days of the calendar, as the server names them.
        "calendar.span.from" => FieldProblem::new("preview-from", texts.calendar_wrong),
        field if field.starts_with("calendar") => {
            FieldProblem::new("preview-to", texts.calendar_wrong)
        }
        _ => FieldProblem::new("preview-of", t.staff().refusals.invalid),
    };
    let mut problems: Vec<FieldProblem> = Vec::new();
    for problem in errors.iter().map(problem) {
        // Of days that are wrong together it is said once.
        if problems.iter().all(|one| one.message != problem.message) {
            problems.push(problem);
        }
    }
    problems
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(errors: &[(&str, FieldCode)]) -> Vec<(String, String)> {
        let errors: Vec<_> =
            errors.iter().map(|(field, code)| FieldError::new(*field, *code)).collect();
        let problems = problems_of(Language::Da.texts(), &errors);
        problems.into_iter().map(|one| (one.id, one.message)).collect()
    }

    #[test]
    fn nothing_is_said_twice() {
        let both = [FROM, TO].map(|field| (field, FieldCode::Missing));
        let said_of_both = said(&both);
        assert_eq!(said_of_both.len(), 2);
        assert_ne!(said_of_both[0].1, said_of_both[1].1, "each field says its own");
        let span = ["calendar.span.from", "calendar.span.to"];
        assert_eq!(said(&span.map(|field| (field, FieldCode::OutOfRange))).len(), 1);
    }
}
