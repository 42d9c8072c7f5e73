//! Departures from the week template: away, or extra hours.

use chrono::NaiveDate;
use contract::calendar::{PlaceOption, StoredException, check_exception};
use contract::ids::{CaseworkerId, ExceptionId};
use contract::problem::{FieldCode, FieldError};
use contract::rules::{CalendarException, ExceptionKind};
use leptos::prelude::*;

use super::plan_draft::{HOME, channels_of, place_of, time_of};
use super::plan_row::{channel_choices, place_choices};
use crate::api::{ApiError, IdempotencyKey, staff};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::refusal::field_message;
use crate::caseworker::words;
use crate::text::{Texts, dates, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, CheckboxGroup, Choice, FieldProblem, RadioGroup, Select, Sending, Table,
    TextField, focus_element, live, problem_of,
};

/// The exceptions' part of the page.
#[component]
pub fn Exceptions(
    /// Whose.
    owner: Option<CaseworkerId>,
    /// Today.
    today: NaiveDate,
    /// Those that are not over.
    exceptions: RwSignal<Vec<StoredException>>,
    /// Places to choose from.
    places: StoredValue<Vec<PlaceOption>>,
) -> impl IntoView {
    let list = exceptions;
    let notice = Notice::new();
    let sending = Sending::new();
    let remove = Callback::new(move |id: ExceptionId| {
        notice.clear();
        sending.run(async move {
            match staff::remove_exception(owner, id).await {
                Ok(()) => {
                    list.update(|list| list.retain(|stored| stored.id != id));
                    notice.done(|t| t.staff().calendar.exception_removed.to_owned());
                    notice.take_focus();
                }
                Err(error) => notice.refused(error),
            }
        });
    });
    view! {
        <section class="staff-part">
            <h2>{text(|t| t.staff().calendar.exceptions)}</h2>
            {live(move || table(list.get(), remove))}
            <NoticeBoard notice=notice/>
            <AddException owner today list places notice/>
        </section>
    }
    .into_any()
}

fn table(list: Vec<StoredException>, remove: Callback<ExceptionId>) -> AnyView {
    if list.is_empty() {
        return view! { <p>{text(|t| t.staff().calendar.no_exceptions)}</p> }.into_any();
    }
    let rows = list.into_iter().map(move |stored| {
        let StoredException { id, exception } = stored;
        let days = {
            let (from, to) = (exception.from_date, exception.to_date);
            text_of(move |t| days(t, from, to))
        };
        let what = text_of(move |t| what(t, &exception.kind));
        let name =
            text_of(move |t| crate::text::fill(t.staff().calendar.remove_name, &[&days.get()]));
        view! {
            <tr>
                <td data-title=text(|t| t.staff().calendar.days)>{days}</td>
                <td data-title=text(|t| t.staff().calendar.what)>{what}</td>
                <td data-title=text(|t| t.staff().week.action)>
                    <Button
                        kind=ButtonKind::Tertiary
                        text=text(|t| t.staff().calendar.remove)
                        label=name
                        on_click=move |()| remove.run(id)
                    />
                </td>
            </tr>
        }
    });
    let columns = vec![
        text(|t| t.staff().calendar.days),
        text(|t| t.staff().calendar.what),
        text(|t| t.staff().week.action),
    ];
    view! {
        <Table caption=text(|t| t.staff().calendar.exceptions) columns=columns>
            {rows.collect_view()}
        </Table>
    }
    .into_any()
}

fn days(t: &Texts, from: NaiveDate, to: NaiveDate) -> String {
    let first = dates::date_with_year(t.language, from);
    if from == to {
        first
    } else {
        format!("{first} – {}", dates::date_with_year(t.language, to))
    }
}

fn what(t: &Texts, kind: &ExceptionKind) -> String {
    let words = &t.staff().calendar;
    let span = |from, to| {
        format!("{}–{}", dates::wall_time(t.language, from), dates::wall_time(t.language, to))
    };
    match kind {
        ExceptionKind::AwayAllDay => words.away_all_day.to_owned(),
        ExceptionKind::Away { from, to } => format!("{}: {}", words.away, span(*from, *to)),
        ExceptionKind::ExtraHours { from, to, channels, place } => format!(
            "{}: {}, {}, {}",
            words.extra,
            span(*from, *to),
            words::channels(t, channels),
            words::place(t, place)
        ),
    }
}

#[derive(Clone, Copy)]
struct Typed {
    from_date: RwSignal<String>,
    to_date: RwSignal<String>,
    kind: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    channels: RwSignal<Vec<String>>,
    place: RwSignal<String>,
}

/// What is typed, as plain values.
#[derive(Clone, Debug, Default)]
struct ExceptionDraft {
    from_date: String,
    to_date: String,
    kind: String,
    from: String,
    to: String,
    channels: Vec<String>,
    place: String,
}

impl TryFrom<ExceptionDraft> for CalendarException {
    type Error = Vec<FieldError>;

    fn try_from(draft: ExceptionDraft) -> Result<Self, Self::Error> {
        let mut errors = Vec::new();
        let mut missing = |field: &str| errors.push(FieldError::new(field, FieldCode::Missing));
        let from_date = draft.from_date.parse().map_err(|_| missing("from_date"));
        let to_date = draft.to_date.parse().map_err(|_| missing("to_date"));
        let needs_times = draft.kind != "away_all_day";
        let mut time = |typed: &str, field: &str| {
            let time = time_of(typed);
            if needs_times && time.is_none() {
                missing(field);
            }
            time
        };
        let span = time(&draft.from, "kind.from").zip(time(&draft.to, "kind.to"));
        let kind = match (draft.kind.as_str(), span) {
            ("away", Some((from, to))) => ExceptionKind::Away { from, to },
            ("extra", Some((from, to))) => ExceptionKind::ExtraHours {
                from,
                to,
                channels: channels_of(&draft.channels),
                place: place_of(&draft.place),
            },
            _ => ExceptionKind::AwayAllDay,
        };
        let (Ok(from_date), Ok(to_date)) = (from_date, to_date) else { return Err(errors) };
        let exception = Self { from_date, to_date, kind };
        if errors.is_empty() {
            errors = check_exception(&exception);
        }
        if errors.is_empty() { Ok(exception) } else { Err(errors) }
    }
}

#[component]
fn AddException(
    owner: Option<CaseworkerId>,
    today: NaiveDate,
    list: RwSignal<Vec<StoredException>>,
    places: StoredValue<Vec<PlaceOption>>,
    notice: Notice,
) -> impl IntoView {
    let t = use_texts();
    // Not in the page's summary: the form is short, and far below it.
    let problems = RwSignal::new(Vec::new());
    let first_place = places.with_value(|places| places.first().map(|place| place.id.clone()));
    let typed = Typed {
        from_date: RwSignal::new(today.to_string()),
        to_date: RwSignal::new(today.to_string()),
        kind: RwSignal::new("away_all_day".to_owned()),
        from: RwSignal::new(String::new()),
        to: RwSignal::new(String::new()),
        channels: RwSignal::new(Vec::new()),
        place: RwSignal::new(first_place.unwrap_or_else(|| HOME.to_owned())),
    };
    let sending = Sending::new();
    let add = move |()| {
        notice.clear();
        let result = CalendarException::try_from(typed.draft());
        let errors = result.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        show_errors(t(), problems, errors);
        let Ok(exception) = result else { return };
        sending.run(async move {
            match staff::add_exception(owner, &IdempotencyKey::new(), &exception).await {
                Ok(stored) => {
                    list.update(|list| {
                        list.push(stored);
                        list.sort_by_key(|stored| stored.exception.from_date);
                    });
                    notice.done(|t| t.staff().calendar.exception_added.to_owned());
                }
                Err(error) => {
                    if let ApiError::Problem(problem) = &error {
                        show_errors(t(), problems, &problem.errors);
                    }
                    notice.refused(error);
                }
            }
        });
    };
    view! {
        <h3>{text(|t| t.staff().calendar.add_exception)}</h3>
        <div class="field-row">
            <TextField
                id="exception-from_date"
                label=text(|t| t.staff().calendar.from_date)
                kind="date"
                value=typed.from_date
                error=problem_of(problems, "exception-from_date")
            />
            <TextField
                id="exception-to_date"
                label=text(|t| t.staff().calendar.to_date)
                kind="date"
                value=typed.to_date
                error=problem_of(problems, "exception-to_date")
            />
        </div>
        <RadioGroup
            id="exception-kind"
            legend=text(|t| t.staff().calendar.what)
            choices=vec![
                Choice::new("away_all_day", text(|t| t.staff().calendar.away_all_day)),
                Choice::new("away", text(|t| t.staff().calendar.away)),
                Choice::new("extra", text(|t| t.staff().calendar.extra)),
            ]
            value=typed.kind
        />
        {live(move || hours(typed, places, problems))}
        <div class="actions">
            <Button
                text=text(|t| t.staff().calendar.add_exception)
                busy=sending.busy()
                on_click=add
            />
        </div>
    }
    .into_any()
}

/// The fields that only some kinds of exception have.
fn hours(
    typed: Typed,
    places: StoredValue<Vec<PlaceOption>>,
    problems: RwSignal<Vec<FieldProblem>>,
) -> AnyView {
    let kind = typed.kind.get();
    let times = (kind != "away_all_day").then(|| {
        view! {
            <div class="field-row">
                <TextField
                    id="exception-from"
                    label=text(|t| t.staff().calendar.from)
                    class="input-short"
                    value=typed.from
                    error=problem_of(problems, "exception-from")
                />
                <TextField
                    id="exception-to"
                    label=text(|t| t.staff().calendar.to)
                    class="input-short"
                    value=typed.to
                    error=problem_of(problems, "exception-to")
                />
            </div>
        }
    });
    let offer = (kind == "extra").then(|| {
        view! {
            <CheckboxGroup
                id="exception-channels"
                legend=text(|t| t.staff().calendar.channels)
                choices=channel_choices()
                chosen=typed.channels
                error=problem_of(problems, "exception-channels")
            />
            <Select
                id="exception-place"
                label=text(|t| t.staff().calendar.place)
                choices=place_choices(places)
                value=typed.place
                error=problem_of(problems, "exception-place")
            />
        }
    });
    view! { {times} {offer} }.into_any()
}

impl Typed {
    fn draft(self) -> ExceptionDraft {
        ExceptionDraft {
            from_date: self.from_date.get_untracked(),
            to_date: self.to_date.get_untracked(),
            kind: self.kind.get_untracked(),
            from: self.from.get_untracked(),
            to: self.to.get_untracked(),
            channels: self.channels.get_untracked(),
            place: self.place.get_untracked(),
        }
    }
}

/// Shows each message at its field, and moves the focus to the first.
fn show_errors(t: &'static Texts, problems: RwSignal<Vec<FieldProblem>>, errors: &[FieldError]) {
    let all = errors.iter().map(|error| {
        let name = error.field.strip_prefix("kind.").unwrap_or(&error.field);
        let message = field_message(t, &error.field, error.code);
        FieldProblem::new(format!("exception-{name}"), message)
    });
    problems.set(all.collect());
    if let Some(first) = problems.with_untracked(|all| all.first().map(|one| one.id.clone())) {
        focus_element(&first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: &str, from: &str, to: &str) -> ExceptionDraft {
        ExceptionDraft {
            from_date: "2026-12-21".into(),
            to_date: "2026-12-23".into(),
            kind: kind.into(),
            from: from.into(),
            to: to.into(),
            ..ExceptionDraft::default()
        }
    }

    fn fields(draft: ExceptionDraft) -> Vec<String> {
        let errors = CalendarException::try_from(draft).unwrap_err();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_whole_day_away_needs_no_times() {
        let exception = CalendarException::try_from(draft("away_all_day", "", "")).unwrap();
        assert_eq!(exception.kind, ExceptionKind::AwayAllDay);
    }

    #[test]
    fn each_field_at_fault_is_named() {
        assert_eq!(fields(draft("away", "", "12:00")), ["kind.from"]);
        assert_eq!(fields(draft("away", "13:00", "12:00")), ["kind.to"]);
        assert_eq!(fields(draft("extra", "09:00", "12:00")), ["kind.channels"]);
        let backwards =
            ExceptionDraft { to_date: "2026-12-01".into(), ..draft("away_all_day", "", "") };
        assert_eq!(fields(backwards), ["to_date"]);
    }
}
