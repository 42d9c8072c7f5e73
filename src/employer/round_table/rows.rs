//! The times being typed: rows of a day, from and until, kept as everything that is typed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use contract::job_plan::RowId;
use contract::limits;
use contract::problem::{FieldCode, FieldError};
use contract::retention_plan::{
    EmployerRetentionPage, FieldWriter, NewRoundTableOffers, NewTimeOffer, OfferPart,
    RetentionField, check_offers,
};
use contract::rules::WallTime;
use leptos::prelude::*;

use crate::api::day;
use crate::draft::FormDraft;
use crate::employer::desk::CaseDesk;
use crate::form::{Rows, element_id};
use crate::text::employer::EmployerTexts;
use crate::text::fill;
use crate::ui::FieldProblem;

/// A time as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OfferRow {
    /// The day, "YYYY-MM-DD".
    day: String,
    /// From, "HH:MM".
    from: String,
    /// Until, "HH:MM".
    to: String,
}

impl OfferRow {
    /// What is typed in a row.
    pub fn of(draft: FormDraft, row: &RowId) -> Self {
        let text = |part| draft.text(&RetentionField::Offer(row.clone(), part).to_string());
        Self { day: text(OfferPart::Day), from: text(OfferPart::From), to: text(OfferPart::To) }
    }
}

/// The rows of whoever is signed in that say something, or one empty row. Times are offered in
/// one's own name, so what a colleague is writing is not among them.
pub(super) fn rows_of(desk: CaseDesk, known: &EmployerRetentionPage) -> Rows {
    let mine = written_by(&known.written, |name| name == known.me);
    desk.own_offers.update_value(|own| own.extend(mine));
    let draft = desk.form.draft;
    let rows = Rows::of(desk.form, move |name| {
        let row = offer_row(name)?;
        // What this browser kept for me is mine as well. Seen once, it stays so when it is stored.
        if draft.with(|fields| fields.is_unsent(name)) {
            desk.own_offers.update_value(|own| own.extend([row.clone()]));
        }
        desk.own_offers.with_value(|own| own.contains(&row)).then_some(row)
    });
    if rows.ids.with_untracked(Vec::is_empty) {
        add(desk, rows);
    }
    rows
}

/// The colleagues who are writing times, by name.
pub(super) fn others(desk: CaseDesk, known: &EmployerRetentionPage) -> Vec<String> {
    let (me, draft) = (&known.me, desk.form.draft);
    let says = |field: &str| !draft.text(field).trim().is_empty();
    let theirs = known.written.iter().filter(|one| one.name != *me && says(&one.field));
    let names: BTreeSet<&String> =
        theirs.filter(|one| offer_row(&one.field).is_some()).map(|one| &one.name).collect();
    names.into_iter().cloned().collect()
}

/// The rows in which somebody of that name wrote last.
fn written_by(written: &[FieldWriter], is_them: impl Fn(&str) -> bool) -> BTreeSet<RowId> {
    let theirs = written.iter().filter(|one| is_them(&one.name));
    theirs.filter_map(|one| offer_row(&one.field)).collect()
}

fn offer_row(name: &str) -> Option<RowId> {
    match RetentionField::parse(name)? {
        RetentionField::Offer(row, _) => Some(row),
        _ => None,
    }
}

/// Adds an empty row.
pub(super) fn add(desk: CaseDesk, rows: Rows) -> Option<RowId> {
    let row = rows.add()?;
    desk.own_offers.update_value(|own| own.extend([row.clone()]));
    Some(row)
}

/// Takes a row away; one stays.
pub(super) fn remove(desk: CaseDesk, rows: Rows, row: &RowId) {
    let fields = [OfferPart::Day, OfferPart::From, OfferPart::To]
        .map(|part| RetentionField::Offer(row.clone(), part).to_string());
    rows.remove(row, &fields);
    if rows.ids.with_untracked(Vec::is_empty) {
        add(desk, rows);
    }
}

/// The id of one of a row's fields.
pub(super) fn field_id(row: &RowId, part: OfferPart) -> String {
    element_id(&RetentionField::Offer(row.clone(), part).to_string())
}

/// What is typed as offers, or what is wrong with it by row and field.
pub(super) fn read(
    typed: &[OfferRow],
    today: NaiveDate,
) -> Result<NewRoundTableOffers, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut offers = Vec::new();
    for (index, row) in typed.iter().enumerate() {
        let mut missing = |part: &str| {
            errors.push(FieldError::new(format!("offers[{index}].{part}"), FieldCode::Missing));
        };
        let time = |text: &str| text.get(..5).and_then(|text| text.parse::<WallTime>().ok());
        let (on, from, to) = (day(&row.day), time(&row.from), time(&row.to));
        for (part, is_missing) in
            [("day", on.is_none()), ("from", from.is_none()), ("to", to.is_none())]
        {
            if is_missing {
                missing(part);
            }
        }
        if let (Some(day), Some(from), Some(to)) = (on, from, to) {
            offers.push(NewTimeOffer { day, from, to });
        }
    }
    let offers = NewRoundTableOffers { offers };
    if errors.is_empty() {
        errors = check_offers(&offers, today);
    }
    if errors.is_empty() { Ok(offers) } else { Err(errors) }
}

/// What is wrong in words, at its field. `rows` are those that were read.
pub(super) fn problems(
    t: &EmployerTexts,
    errors: &[FieldError],
    rows: &[RowId],
) -> Vec<FieldProblem> {
    let problem = |error: &FieldError| {
        let (row, part) = place(&error.field);
        let row = rows.get(row).or(rows.first())?;
        let id = field_id(row, OfferPart::parse(part)?);
        Some(FieldProblem::new(id, message(t, part, error.code)))
    };
    errors.iter().filter_map(problem).collect()
}

/// The row and the field of an error: "offers[2].to"; an error about all of them is the first
/// day's.
fn place(field: &str) -> (usize, &str) {
    let parts = field.strip_prefix("offers[").and_then(|rest| rest.split_once("]."));
    let known = parts.and_then(|(row, part)| Some((row.parse().ok()?, part)));
    known.filter(|(_, part)| ["day", "from", "to"].contains(part)).unwrap_or((0, "day"))
}

fn message(t: &EmployerTexts, part: &str, code: FieldCode) -> String {
    let words = match (code, part) {
        (FieldCode::TooMany, _) => {
            return fill(t.offer_most, &[&limits::ROUND_TABLE_OFFERS.to_string()]);
        }
        (FieldCode::Missing, "from") => t.offer_no_from,
        (FieldCode::Missing, "to") => t.offer_no_to,
        (FieldCode::Missing, _) => t.offer_no_day,
        (FieldCode::EndNotAfterStart, _) => t.offer_end,
        (_, "day") => t.offer_bad_day,
        _ => t.offer_past,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, from: &str, to: &str) -> OfferRow {
        OfferRow { day: day.to_owned(), from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn whole_rows_are_offered() {
        let today = day("2026-12-01").unwrap();
        let offers = read(&[typed("2026-12-08", "09:00", "12:00:00")], today).unwrap().offers;
        assert_eq!(offers.len(), 1);
        assert_eq!(offers[0].to.to_string(), "12:00");
    }

    #[test]
    fn what_is_missing_or_the_wrong_way_round_is_said_at_its_field() {
        let today = day("2026-12-01").unwrap();
        let errors = read(&[typed("2026-12-08", "09:00", "")], today).unwrap_err();
        assert_eq!(errors, [FieldError::new("offers[0].to", FieldCode::Missing)]);
        let rows = [typed("2026-12-08", "09:00", "10:00"), typed("2026-11-08", "12:00", "09:00")];
        let errors = read(&rows, today).unwrap_err();
        assert_eq!(errors[0], FieldError::new("offers[1].day", FieldCode::OutOfRange));
        assert_eq!(errors[1], FieldError::new("offers[1].to", FieldCode::EndNotAfterStart));
    }

    #[test]
    fn a_row_is_whose_who_wrote_in_it() {
        let wrote = |field: &str, name: &str| FieldWriter {
            field: field.to_owned(),
            name: name.to_owned(),
            at: "2026-11-23T09:00:00+01:00".parse().unwrap(),
        };
        let written = [
            wrote("offers.a1.day", "Camilla Strand"),
            wrote("offers.b1.day", "Bo Lind"),
            wrote("tasks.can", "Bo Lind"),
        ];
        let mine = written_by(&written, |name| name == "Bo Lind");
        assert_eq!(mine.iter().map(ToString::to_string).collect::<Vec<_>>(), ["b1"]);
    }

    #[test]
    fn an_error_is_put_to_its_row() {
        assert_eq!(place("offers[2].to"), (2, "to"));
        assert_eq!(place("offers"), (0, "day"));
        let t = &crate::text::employer::DA;
        assert_eq!(message(t, "to", FieldCode::EndNotAfterStart), t.offer_end);
        assert_eq!(message(t, "from", FieldCode::OutOfRange), t.offer_past);
    }
}
