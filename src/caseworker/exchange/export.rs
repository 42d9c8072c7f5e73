//! Taking conversations, contacts and plans' states out as a file.

use chrono::{Datelike, NaiveDate};
use contract::export::{ExportFormat, ExportRow, ExportedBooking, ExportedContact, ExportedPlan};
use contract::{limits, paths};
use leptos::prelude::*;

use crate::api::exchange::{export_url, fetch_file};
use crate::api::{ApiError, day};
use crate::caseworker::problems::show_problems;
use crate::text::{Texts, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, Choice, DayField, FieldProblem, RadioGroup, Sending, failure,
    live_if, problem_of, save_blob,
};

const FROM: &str = "export-from";
const TO: &str = "export-to";

/// What is chosen.
#[derive(Clone, Copy)]
struct Export {
    what: RwSignal<String>,
    format: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    no_from: RwSignal<bool>,
    no_to: RwSignal<bool>,
    fetched: RwSignal<Option<String>>,
    failed: RwSignal<Option<ApiError>>,
    problems: RwSignal<Vec<FieldProblem>>,
    sending: Sending,
}

/// The part of the page.
#[component]
pub fn ExportPart(
    /// What is wrong on the page.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let t = use_texts();
    let export = Export {
        what: RwSignal::new(ExportedBooking::NAME.to_owned()),
        format: RwSignal::new(ExportFormat::Csv.as_str().to_owned()),
        from: RwSignal::new(String::new()),
        to: RwSignal::new(String::new()),
        no_from: RwSignal::new(false),
        no_to: RwSignal::new(false),
        fetched: RwSignal::new(None),
        failed: RwSignal::new(None),
        problems,
        sending: Sending::new(),
    };
    let what = vec![
        Choice::new(ExportedBooking::NAME, text(|t| t.staff().exchange.bookings)),
        Choice::new(ExportedContact::NAME, text(|t| t.staff().exchange.contacts)),
        Choice::new(ExportedPlan::NAME, text(|t| t.staff().exchange.plans)),
    ];
    let formats = vec![
        Choice::new(ExportFormat::Csv.as_str(), text(|t| t.staff().exchange.csv)),
        Choice::new(ExportFormat::Json.as_str(), text(|t| t.staff().exchange.json)),
    ];
    let fetched = live_if(move || {
        export.fetched.get().map(|file| {
            let words = text_of(move |t| fill(t.staff().exchange.fetched, &[&file]));
            view! { <Alert kind=AlertKind::Success live=true>{words}</Alert> }.into_any()
        })
    });
    view! {
        <h2>{text(|t| t.staff().exchange.export)}</h2>
        <p>{text(|t| t.staff().exchange.export_lead)}</p>
        <RadioGroup
            id="export-what"
            legend=text(|t| t.staff().exchange.which)
            choices=what
            value=export.what
        />
        <DayField
            id=FROM
            label=text(|t| t.staff().exchange.from)
            value=export.from
            is_none=export.no_from
            error=problem_of(problems, FROM)
        />
        <DayField
            id=TO
            label=text(|t| t.staff().exchange.to)
            value=export.to
            is_none=export.no_to
            error=problem_of(problems, TO)
        />
        <RadioGroup
            id="export-format"
            legend=text(|t| t.staff().exchange.format)
            choices=formats
            value=export.format
        />
        {failure(export.failed)}
        {fetched}
        <div class="toolbar">
            <Button
                text=text(|t| t.staff().exchange.fetch)
                busy=export.sending.busy()
                on_click=Callback::new(move |()| export.fetch(t()))
            />
        </div>
    }
    .into_any()
}

impl Export {
    fn fetch(self, t: &'static Texts) {
        self.fetched.set(None);
        self.failed.set(None);
        let none = (self.no_from.get_untracked(), self.no_to.get_untracked());
        let days = (day(&self.from.get_untracked()), day(&self.to.get_untracked()));
        let wrong = wrong(t, none, days);
        let is_wrong = !wrong.is_empty();
        show_problems(self.problems, wrong);
        if is_wrong {
            return;
        }
        let (what, format) = (self.what.get_untracked(), self.format.get_untracked());
        let format = if format == "json" { ExportFormat::Json } else { ExportFormat::Csv };
        let url = export_url(path(&what), format, days);
        let file = format!("genvej-{}.{}", what.replace('_', "-"), format.as_str());
        self.sending.run(async move {
            match fetch_file(&url).await {
                Ok(blob) if save_blob(&file, &blob).is_ok() => self.fetched.set(Some(file)),
                Ok(_) => self.failed.set(Some(ApiError::Unexpected)),
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

fn path(what: &str) -> &'static str {
    match what {
        ExportedContact::NAME => paths::STAFF_EXPORT_EMPLOYER_CONTACTS,
        ExportedPlan::NAME => paths::STAFF_EXPORT_PLANS,
        _ => paths::STAFF_EXPORT_BOOKINGS,
    }
}

/// What is wrong with the days: those that are none, and an end before the beginning.
fn wrong(
    t: &Texts,
    (no_from, no_to): (bool, bool),
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
) -> Vec<FieldProblem> {
    let texts = &t.staff().exchange;
    let mut problems = Vec::new();
    if no_from {
        problems.push(FieldProblem::new(FROM, texts.no_day));
    }
    if no_to {
        problems.push(FieldProblem::new(TO, texts.no_day));
    }
    for (id, day) in [(FROM, from), (TO, to)] {
        if day.is_some_and(|day| !limits::YEARS.contains(&day.year())) {
            problems.push(FieldProblem::new(id, texts.day_out_of_range));
        }
    }
    if problems.is_empty() && from.zip(to).is_some_and(|(from, to)| to < from) {
        problems.push(FieldProblem::new(TO, texts.to_before_from));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn days_may_be_missing_but_not_the_wrong_way_round() {
        let t = Language::Da.texts();
        let [early, late] = ["2026-01-01", "2026-02-01"].map(|day| day.parse().ok());
        let fields = |none, days| -> Vec<String> {
            wrong(t, none, days).into_iter().map(|problem| problem.id).collect()
        };
        let fine = (false, false);
        for days in [(None, None), (early, None), (None, early), (early, late), (early, early)] {
            assert!(fields(fine, days).is_empty());
        }
        assert_eq!(fields(fine, (late, early)), [TO]);
        assert_eq!(fields((true, true), (None, None)), [FROM, TO]);
        let [first, last] = ["0001-01-01", "9999-12-31"].map(|day| day.parse().ok());
        assert_eq!(fields(fine, (first, last)), [FROM, TO]);
        assert_eq!(fields(fine, (first, early)), [FROM]);
    }

    #[test]
    fn each_export_has_its_path() {
        assert_eq!(path("bookings"), paths::STAFF_EXPORT_BOOKINGS);
        assert_eq!(path("employer_contacts"), paths::STAFF_EXPORT_EMPLOYER_CONTACTS);
        assert_eq!(path("plans"), paths::STAFF_EXPORT_PLANS);
    }
}
