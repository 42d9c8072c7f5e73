//! The days of a case in order of time, gathered from every subject, for the case page. Tells days
//! and numbers, and opens nothing of what was written.

use chrono::{DateTime, NaiveDate, Utc};
use contract::booking::BookingState;
use contract::ids::CaseId;
use contract::retention_plan::{CourseEventKind, EmployerContactWhat, EmployerContacts};
use contract::staff::{CaseEvent, CaseEventKind, CaseworkerChange};
use rules::{ContactDuty, WeeklyHours};
use sea_orm::ConnectionTrait;

use super::file::{CaseFile, Standing};
use crate::booking::state_of;
use crate::clock::local_date;
use crate::http::error::ApiError;
use crate::retention_plan::{self, Reader};
use crate::{job_plan, round_table};

/// What the case page has read already.
pub(super) struct Known<'a> {
    /// What the rules say of the case.
    pub standing: &'a Standing<'a>,
    /// The contacts with the employer.
    pub contacts: &'a EmployerContacts,
    /// The changes of caseworker.
    pub changes: &'a [CaseworkerChange],
}

/// The days of a case, the oldest first.
///
/// # Errors
/// When the database fails or holds what it should not.
pub(super) async fn time_line(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    known: Known<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<CaseEvent>, ApiError> {
    let mut days = dates_of(file);
    days.extend(conversations(file, now));
    days.extend(deadlines(known.standing, file.open_booking(now).is_some()));
    days.extend(known.changes.iter().map(|change| {
        let to = change.to.clone();
        event(change.at.date_naive(), CaseEventKind::CaseworkerChanged { to })
    }));
    days.extend(known.contacts.contacts.iter().map(|contact| {
        let what = match contact.what {
            EmployerContactWhat::Contacted { .. } => CaseEventKind::EmployerContacted,
            EmployerContactWhat::LeftOut { .. } => CaseEventKind::EmployerContactLeftOut,
        };
        event(contact.on, what)
    }));
    days.extend(plans(db, file, now).await?);
    days.sort_by(|one, other| (one.on, &one.what).cmp(&(other.on, &other.what)));
    Ok(days)
}

fn event(on: NaiveDate, what: CaseEventKind) -> CaseEvent {
    CaseEvent { on, what }
}

fn dates_of(file: &CaseFile) -> Vec<CaseEvent> {
    let case = &file.case;
    let always = [
        event(case.first_absence, CaseEventKind::FirstAbsence),
        event(case.opened_on, CaseEventKind::Opened),
    ];
    let perhaps = [
        (case.standby_since, CaseEventKind::Standby),
        (case.expected_back, CaseEventKind::ExpectedBack),
        (case.closed_on, CaseEventKind::Closed),
    ];
    let perhaps = perhaps.into_iter().filter_map(|(on, what)| Some(event(on?, what)));
    always.into_iter().chain(perhaps).collect()
}

fn conversations(file: &CaseFile, now: DateTime<Utc>) -> impl Iterator<Item = CaseEvent> {
    file.bookings.iter().filter_map(move |booking| {
        let what = match state_of(booking, now) {
            BookingState::Booked => CaseEventKind::Booked,
            BookingState::AwaitingOutcome => CaseEventKind::AwaitingOutcome,
            BookingState::Held => CaseEventKind::Held,
            BookingState::NoShow => CaseEventKind::NoShow,
            // Nothing came of it: the list of conversations has it.
            BookingState::Cancelled => return None,
        };
        Some(event(local_date(booking.starts_at), what))
    })
}

/// Today, and what is due. Nobody has to book who has booked.
fn deadlines(standing: &Standing<'_>, booked: bool) -> Vec<CaseEvent> {
    let mut days = vec![event(standing.today, CaseEventKind::Today)];
    if let ContactDuty::Due(deadline) = &standing.duty {
        days.push(event(deadline.hold_by, CaseEventKind::HoldBy));
        if !booked {
            days.push(event(deadline.book_by, CaseEventKind::BookBy));
        }
    }
    days
}

/// Versions that staff have, agreed hours where they change, and a round table.
async fn plans(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    now: DateTime<Utc>,
) -> Result<Vec<CaseEvent>, ApiError> {
    let case = CaseId(file.case.id);
    let mut days = Vec::new();
    for (version, at) in job_plan::shared(db, case).await? {
        days.push(event(local_date(at), CaseEventKind::JobPlanShared { version }));
    }
    for one in retention_plan::reached_staff(db, file).await? {
        let version = one.version.unwrap_or_default();
        let what = match one.kind {
            CourseEventKind::Acknowledged => CaseEventKind::RetentionAcknowledged { version },
            _ => CaseEventKind::RetentionSubmitted { version },
        };
        days.push(event(one.at.date_naive(), what));
    }
    let line = retention_plan::line(db, file, Reader::Staff, now).await?;
    let mut before = WeeklyHours { minutes: 0 };
    for step in line.into_iter().flat_map(|line| line.steps) {
        if std::mem::replace(&mut before, step.hours) != step.hours {
            days.push(event(step.from, CaseEventKind::Step { hours: step.hours }));
        }
    }
    let booked = round_table::booked(db, case, now).await?;
    days.extend(booked.map(|one| event(one.starts_at.date_naive(), CaseEventKind::RoundTable)));
    Ok(days)
}
