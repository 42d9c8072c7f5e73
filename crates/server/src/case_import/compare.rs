//! What a file would do: each row beside what is here. Pure: the same file, the same rows here and
//! the same day give the same report. Knows no SQL.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{Days, NaiveDate};
use contract::case_import::{CellCode, CellProblem, ImportColumn, RowResult};
use contract::limits;
use uuid::Uuid;

use super::known::Known;
use super::row::Read;
use crate::clock::Clock;
use crate::db::entities::sickness_case;

/// What is to be written for a row that adds or changes a case.
#[derive(Debug)]
pub struct Step {
    /// Its line in the file.
    pub line: u32,
    /// The case as it will be.
    pub now: sickness_case::Model,
    /// The case as it is, if there is one.
    pub was: Option<sickness_case::Model>,
    /// The citizen's name.
    pub name: String,
    /// The name to be replaced, when it is, and this row is the first to say so.
    pub was_name: Option<String>,
    /// The number of a citizen to be added.
    pub new_citizen: Option<rules::Cpr>,
    /// The name of a company to be added.
    pub new_company: Option<String>,
}

impl Step {
    /// Does it take the case from one caseworker to another?
    pub fn changes_caseworker(&self) -> bool {
        self.was.as_ref().is_some_and(|was| was.caseworker_id != self.now.caseworker_id)
    }

    /// Does it close a case that is open?
    pub fn closes(&self) -> bool {
        self.now.closed_on.is_some() && self.was.as_ref().is_some_and(|was| was.closed_on.is_none())
    }
}

/// Compares rows one after the other, in the order of the file.
#[derive(Debug)]
pub struct Comparison<'a> {
    known: &'a Known,
    team: &'a str,
    today: NaiveDate,
    clock: &'a Clock,
    numbers: HashMap<String, u32>,
    people: HashMap<String, Person>,
    companies: HashMap<String, ()>,
}

#[derive(Debug)]
struct Person {
    id: Uuid,
    name: String,
    line: u32,
    is_new: bool,
}

impl<'a> Comparison<'a> {
    /// Of a file that the leader of a team brings.
    pub fn new(known: &'a Known, team: &'a str, today: NaiveDate, clock: &'a Clock) -> Self {
        let (numbers, people, companies) = Default::default();
        Self { known, team, today, clock, numbers, people, companies }
    }

    /// What a row would do, and what is to be written then. Of a row with a cell that cannot be read
    /// the others are compared all the same.
    pub fn row(&mut self, mut row: Read) -> (Found, Option<Step>) {
        let mut problems = std::mem::take(&mut row.problems);
        self.not_doubled(&row, &mut problems);
        self.not_far_ahead(&row, &mut problems);
        let whose = self.caseworker(&row, &mut problems);
        let was = row.case_number.as_ref().and_then(|number| self.known.case(number)).cloned();
        if was.as_ref().is_some_and(|was| self.known.is_of_other_team(was, self.team)) {
            refuse(&mut problems, ImportColumn::CaseNumber, CellCode::CaseOfOtherTeam);
            return (Found::refused(problems), None);
        }
        let person = self.person(&row, was.as_ref(), &mut problems);
        let case_id = was.as_ref().map_or_else(|| self.clock.new_id(), |was| was.id);
        let caseworker = whose.or(was.as_ref().map(|was| was.caseworker_id));
        let citizen = person.as_ref().map(|person| person.id);
        let citizen = citizen.or(was.as_ref().map(|was| was.citizen_id));
        let ids = (case_id, citizen.unwrap_or_default(), caseworker.unwrap_or_default());
        let now = wanted(&row, was.as_ref(), ids);
        let new_company = self.company(&row, &now, &mut problems);
        goes_together(&now, &mut problems);
        let mut changed = was.as_ref().map(|was| differences(was, &now)).unwrap_or_default();
        if let Some(was) = &was {
            self.stays_closed(was, &now, &changed, &mut problems);
        }
        let (Some(person), Some(cpr), Some(name)) = (person, row.cpr, row.name) else {
            return (Found::refused(problems), None);
        };
        if was.is_some() && person.was_name.is_some() {
            changed.push(ImportColumn::Name);
        }
        if !problems.is_empty() {
            return (Found::refused(problems), None);
        }
        let result = match &was {
            None => RowResult::New,
            Some(_) if changed.is_empty() => RowResult::Unchanged,
            Some(_) => RowResult::Changed,
        };
        let step = (result != RowResult::Unchanged).then(|| Step {
            line: row.line,
            now,
            was,
            name,
            was_name: person.was_name.filter(|_| person.is_first),
            new_citizen: person.is_new.then_some(cpr),
            new_company,
        });
        (Found { result, changed, problems }, step)
    }

    fn not_doubled(&mut self, row: &Read, problems: &mut Vec<CellProblem>) {
        let Some(number) = &row.case_number else { return };
        match self.numbers.entry(number.clone()) {
            Entry::Vacant(free) => {
                free.insert(row.line);
            }
            Entry::Occupied(first) => {
                let column = ImportColumn::CaseNumber;
                problems.push(CellProblem::beside(column, CellCode::Doubled, *first.get()));
            }
        }
    }

    fn not_far_ahead(&self, row: &Read, problems: &mut Vec<CellProblem>) {
        let Some(last) = self.today.checked_add_days(Days::new(limits::IMPORT_DAYS_AHEAD)) else {
            return;
        };
        for (column, day) in [
            (ImportColumn::FirstAbsence, row.first_absence),
            (ImportColumn::OpenedOn, row.opened_on),
        ] {
            if day.is_some_and(|day| day > last) {
                refuse(problems, column, CellCode::FarAhead);
            }
        }
    }

    fn caseworker(&self, row: &Read, problems: &mut Vec<CellProblem>) -> Option<Uuid> {
        let code = match self.known.caseworker(row.caseworker.as_ref()?) {
            Some(caseworker) if caseworker.team == self.team => return Some(caseworker.id),
            Some(_) => CellCode::CaseworkerOfOtherTeam,
            None => CellCode::UnknownCaseworker,
        };
        refuse(problems, ImportColumn::Caseworker, code);
        None
    }

    /// Whose case it is: one person has one name in the file, and a case stays the same person's.
    /// Nothing when the number or the name cannot be read.
    fn person(
        &mut self,
        row: &Read,
        was: Option<&sickness_case::Model>,
        problems: &mut Vec<CellProblem>,
    ) -> Option<OfRow> {
        let digits = row.cpr.as_ref()?.expose_digits();
        let stored = self.known.citizen(digits);
        let (is_here, stored_id) = (stored.is_some(), stored.map(|stored| stored.id));
        if was.is_some_and(|was| Some(was.citizen_id) != stored_id) {
            refuse(problems, ImportColumn::Cpr, CellCode::AnotherCitizen);
        }
        let name = row.name.as_ref()?;
        let mut is_first = false;
        let person = self.people.entry(digits.to_owned()).or_insert_with(|| {
            is_first = true;
            Person {
                id: stored_id.unwrap_or_else(|| self.clock.new_id()),
                name: name.clone(),
                line: row.line,
                is_new: !is_here,
            }
        });
        if person.name != *name {
            let (column, code) = (ImportColumn::Name, CellCode::NameDiffers);
            problems.push(CellProblem::beside(column, code, person.line));
        }
        let other = stored.filter(|stored| stored.name != *name);
        Some(OfRow {
            id: person.id,
            is_new: is_first && person.is_new,
            is_first,
            was_name: other.map(|stored| stored.name.clone()),
        })
    }

    /// The name of a company that is not here yet, once.
    fn company(
        &mut self,
        row: &Read,
        now: &sickness_case::Model,
        problems: &mut Vec<CellProblem>,
    ) -> Option<String> {
        let name = row.employer_name.clone().flatten();
        let Some(cvr) = &now.employer_cvr else {
            if name.is_some() && can_be_read(problems, ImportColumn::EmployerCvr) {
                refuse(problems, ImportColumn::EmployerCvr, CellCode::Missing);
            }
            return None;
        };
        let given = matches!(row.employer_cvr, Some(Some(_)));
        if !given || self.known.knows_company(cvr) || self.companies.contains_key(cvr) {
            return None;
        }
        if name.is_none() {
            if can_be_read(problems, ImportColumn::EmployerName) {
                refuse(problems, ImportColumn::EmployerName, CellCode::Missing);
            }
        } else {
            self.companies.insert(cvr.clone(), ());
        }
        name
    }

    /// What nothing can be done about here any more, no file does either.
    fn stays_closed(
        &self,
        was: &sickness_case::Model,
        now: &sickness_case::Model,
        changed: &[ImportColumn],
        problems: &mut Vec<CellProblem>,
    ) {
        let is_closed =
            |case: &sickness_case::Model| case.closed_on.is_some_and(|on| on <= self.today);
        if !is_closed(was) || !is_closed(now) {
            return;
        }
        let about_closing = |column: &&ImportColumn| {
            matches!(
                column,
                ImportColumn::ClosedOn
                    | ImportColumn::ClosingReason
                    | ImportColumn::ExtensionGround
                    | ImportColumn::ExtendedOn
            )
        };
        for column in changed.iter().filter(|column| !about_closing(column)) {
            refuse(problems, *column, CellCode::CaseClosed);
        }
    }
}

/// What was found of a row.
#[derive(Debug)]
pub struct Found {
    /// What it would do.
    pub result: RowResult,
    /// Which columns are otherwise than here.
    pub changed: Vec<ImportColumn>,
    /// Why it is refused.
    pub problems: Vec<CellProblem>,
}

impl Found {
    fn refused(problems: Vec<CellProblem>) -> Self {
        Self { result: RowResult::Refused, changed: Vec::new(), problems }
    }
}

/// The person of a row.
struct OfRow {
    id: Uuid,
    is_new: bool,
    is_first: bool,
    was_name: Option<String>,
}

/// The case as the row wants it: a column that is not in the file stays as it is.
fn wanted(
    row: &Read,
    was: Option<&sickness_case::Model>,
    (id, citizen_id, caseworker_id): (Uuid, Uuid, Uuid),
) -> sickness_case::Model {
    let stays = |given: &Option<Option<NaiveDate>>,
                 stored: fn(&sickness_case::Model) -> Option<NaiveDate>| {
        given.unwrap_or_else(|| was.and_then(stored))
    };
    let words = |given: &Option<Option<String>>,
                 stored: fn(&sickness_case::Model) -> &Option<String>| {
        given.clone().unwrap_or_else(|| was.and_then(|was| stored(was).clone()))
    };
    // A row without it is refused; until then it is compared as if nothing were changed.
    let must = |given: Option<NaiveDate>, stored: fn(&sickness_case::Model) -> NaiveDate| {
        given.or(was.map(stored)).unwrap_or(NaiveDate::MIN)
    };
    let closed_on = stays(&row.closed_on, |was| was.closed_on);
    let reason = words(&row.closing_reason, |was| &was.closing_reason);
    // Opened again by a file that knows no reasons: the old one is no longer true.
    let kept = closed_on.is_some() || row.closing_reason.is_some();
    sickness_case::Model {
        id,
        case_number: row.case_number.clone().unwrap_or_default(),
        citizen_id,
        caseworker_id,
        first_absence: must(row.first_absence, |was| was.first_absence),
        opened_on: must(row.opened_on, |was| was.opened_on),
        employer_cvr: words(&row.employer_cvr, |was| &was.employer_cvr),
        expected_back: stays(&row.expected_back, |was| was.expected_back),
        standby_since: stays(&row.standby_since, |was| was.standby_since),
        closed_on,
        closing_reason: reason.filter(|_| kept),
        extension_ground: words(&row.extension_ground, |was| &was.extension_ground),
        extended_on: stays(&row.extended_on, |was| was.extended_on),
    }
}

/// What can never be true of one case. Nothing is said of a cell that cannot be read.
fn goes_together(now: &sickness_case::Model, problems: &mut Vec<CellProblem>) {
    use ImportColumn as Column;
    let closing = can_be_read(problems, Column::ClosedOn);
    let both_days = closing && can_be_read(problems, Column::OpenedOn);
    let extension =
        can_be_read(problems, Column::ExtensionGround) && can_be_read(problems, Column::ExtendedOn);
    if both_days && now.closed_on.is_some_and(|closed| closed < now.opened_on) {
        refuse(problems, Column::ClosedOn, CellCode::BeforeOpened);
    }
    if closing && now.closing_reason.is_some() && now.closed_on.is_none() {
        refuse(problems, Column::ClosingReason, CellCode::NeedsClosedOn);
    }
    match (&now.extension_ground, now.extended_on) {
        (Some(_), None) if extension => refuse(problems, Column::ExtendedOn, CellCode::NeedsBoth),
        (None, Some(_)) if extension => {
            refuse(problems, Column::ExtensionGround, CellCode::NeedsBoth);
        }
        _ => {}
    }
}

fn can_be_read(problems: &[CellProblem], column: ImportColumn) -> bool {
    problems.iter().all(|problem| problem.column != Some(column))
}

fn differences(was: &sickness_case::Model, now: &sickness_case::Model) -> Vec<ImportColumn> {
    use ImportColumn as Column;
    [
        (Column::Caseworker, was.caseworker_id != now.caseworker_id),
        (Column::FirstAbsence, was.first_absence != now.first_absence),
        (Column::OpenedOn, was.opened_on != now.opened_on),
        (Column::EmployerCvr, was.employer_cvr != now.employer_cvr),
        (Column::ExpectedBack, was.expected_back != now.expected_back),
        (Column::StandbySince, was.standby_since != now.standby_since),
        (Column::ClosedOn, was.closed_on != now.closed_on),
        (Column::ClosingReason, was.closing_reason != now.closing_reason),
        (Column::ExtensionGround, was.extension_ground != now.extension_ground),
        (Column::ExtendedOn, was.extended_on != now.extended_on),
    ]
    .into_iter()
    .filter_map(|(column, differs)| differs.then_some(column))
    .collect()
}

fn refuse(problems: &mut Vec<CellProblem>, column: ImportColumn, code: CellCode) {
    problems.push(CellProblem::of(column, code));
}
