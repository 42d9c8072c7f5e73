//! A caseload far larger than a demonstration needs, to see how the caseworkers' pages bear it: so
//! many further invented cases in the first team, ninety to each of as many further caseworkers as
//! it takes. The same number gives the same cases. Written in bulk, not through the doors of the
//! real thing; the people have test numbers only.

mod asked;
mod history;
mod invented;
mod plans;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::BookingState;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, Iterable, PaginatorTrait,
    QueryFilter, Set,
};
use serde_json::{Value, json};
use uuid::Uuid;

use self::invented::{COMPANIES, Dice, case_number, company, name, test_cpr, whole};
use super::people::CASEWORKERS;
use crate::booking::{guard, state_name};
use crate::cases::{NewCitizen, add_citizens, parse_cpr};
use crate::clock::local_date;
use crate::db::entities::{
    booking, caseworker, caseworker_change, employer, employer_contact, free_time_fact,
    job_plan_version, occupancy, retention_event, retention_plan, retention_version,
    satisfaction_answer, sickness_case, step_report, time_slot, waiting_offer,
};
use crate::http::error::ApiError;
use crate::kpi;
use crate::state::AppState;

/// Cases of a caseworker.
const CASES_EACH: usize = 90;
/// Conversations on a weekday, half an hour each from eight o'clock on.
const CONVERSATIONS_A_DAY: usize = CASES_EACH / 5;
/// Values in a statement: SQLite allows some more.
const VALUES: usize = 30_000;

/// Adds so many cases; a database that has some of them already stays as it is.
///
/// # Errors
/// When the database fails, or the demonstration's own people are not in it.
pub async fn add(state: &AppState, cases: usize) -> Result<(), ApiError> {
    fill(state, cases, false).await
}

/// Adds so many cases with the conversations of fourteen months, eight or so to a case, and what
/// else the key figures count. A large municipality has 15,000.
///
/// # Errors
/// As [`add`].
pub async fn add_with_history(state: &AppState, cases: usize) -> Result<(), ApiError> {
    fill(state, cases, true).await
}

async fn fill(state: &AppState, cases: usize, history: bool) -> Result<(), ApiError> {
    let tx = state.db.begin_setup().await?;
    let number = sickness_case::Column::CaseNumber.eq(case_number(0));
    if cases == 0 || sickness_case::Entity::find().filter(number).count(&*tx).await? > 0 {
        return Ok(());
    }
    let mut crowd = Crowd::begin(&tx, state, history).await?;
    for first in (0..cases).step_by(CASES_EACH) {
        let caseworker = crowd.caseworker(first / CASES_EACH);
        for index in first..cases.min(first + CASES_EACH) {
            crowd.case(index, caseworker)?;
        }
    }
    crowd.write(&tx).await?;
    tx.commit().await?;
    kpi::refresh(state).await?;
    Ok(state.db.take_stock().await?)
}

/// Every row to be written.
struct Crowd<'a> {
    state: &'a AppState,
    today: NaiveDate,
    now: DateTime<Utc>,
    /// What the demonstration's own plans say.
    job_plan: Value,
    retention_plan: Value,
    hours: Option<(i32, i32)>,
    history: bool,
    people: Vec<(Uuid, String, usize)>,
    caseworkers: Vec<caseworker::ActiveModel>,
    cases: Vec<sickness_case::ActiveModel>,
    slots: Vec<time_slot::ActiveModel>,
    bookings: Vec<booking::ActiveModel>,
    cells: Vec<occupancy::ActiveModel>,
    contacts: Vec<employer_contact::ActiveModel>,
    job_plans: Vec<job_plan_version::ActiveModel>,
    courses: Vec<retention_plan::ActiveModel>,
    versions: Vec<retention_version::ActiveModel>,
    reports: Vec<step_report::ActiveModel>,
    events: Vec<retention_event::ActiveModel>,
    changes: Vec<caseworker_change::ActiveModel>,
    free: Vec<free_time_fact::ActiveModel>,
    answers: Vec<satisfaction_answer::ActiveModel>,
    offers: Vec<waiting_offer::ActiveModel>,
}

impl<'a> Crowd<'a> {
    async fn begin(
        tx: &DatabaseTransaction,
        state: &'a AppState,
        history: bool,
    ) -> Result<Self, ApiError> {
        let missing = || ApiError::internal("the demonstration's own people come first");
        let job_plan = job_plan_version::Entity::find().one(tx).await?.ok_or_else(missing)?;
        let retention_plan =
            retention_version::Entity::find().one(tx).await?.ok_or_else(missing)?;
        let now = state.clock.now();
        Ok(Self {
            state,
            today: local_date(now),
            now,
            job_plan: job_plan.content,
            hours: retention_plan.first_minutes.zip(retention_plan.last_minutes),
            retention_plan: retention_plan.content,
            history,
            people: Vec::new(),
            caseworkers: Vec::new(),
            cases: Vec::new(),
            slots: Vec::new(),
            bookings: Vec::new(),
            cells: Vec::new(),
            contacts: Vec::new(),
            job_plans: Vec::new(),
            courses: Vec::new(),
            versions: Vec::new(),
            reports: Vec::new(),
            events: Vec::new(),
            changes: Vec::new(),
            free: Vec::new(),
            answers: Vec::new(),
            offers: Vec::new(),
        })
    }

    fn caseworker(&mut self, number: usize) -> Uuid {
        let id = self.state.clock.new_id();
        let team = CASEWORKERS.first().map(|person| person.team).unwrap_or_default();
        self.caseworkers.push(caseworker::ActiveModel {
            id: Set(id),
            // In other pairs than the citizens'.
            name: Set(name(number * 7 + 3)),
            phone: Set(format!("70 11 {:02} {:02}", number / 100 % 100, number % 100)),
            team: Set(team.to_owned()),
            team_leader: Set(false),
            initials: Set(Some(format!("S{number:04}"))),
            demo_key: Set(None),
        });
        if self.history {
            self.free_times(id, number);
            self.asked(id, number);
        }
        id
    }

    fn case(&mut self, index: usize, caseworker: Uuid) -> Result<(), ApiError> {
        let id = self.state.clock.new_id();
        let dice = Dice(index);
        let employed = dice.falls(1, 10) < 7;
        let sick_for = 20 + dice.falls(2, if self.history { 420 } else { 280 });
        let closed = self.closed(dice, sick_for);
        let standby = dice.falls(3, 20) == 0;
        let citizen = self.state.clock.new_id();
        self.people.push((citizen, name(index), index));
        let cvr = employed.then(|| company(index % COMPANIES).0);
        self.cases.push(sickness_case::ActiveModel {
            id: Set(id),
            case_number: Set(case_number(index)),
            citizen_id: Set(citizen),
            caseworker_id: Set(caseworker),
            first_absence: Set(self.day(-sick_for)),
            opened_on: Set(self.day(14.min(sick_for) - sick_for)),
            employer_cvr: Set(cvr.clone()),
            expected_back: Set((dice.falls(4, 12) == 0).then(|| self.day(25))),
            standby_since: Set(standby.then(|| self.day(-dice.falls(5, 70)))),
            closed_on: Set(closed.map(|days| self.day(-days))),
            closing_reason: Set(closed.map(|_| "recovered".to_owned())),
            extension_ground: Set((self.history && sick_for > 200).then(|| "27.1.2".to_owned())),
            extended_on: Set((self.history && sick_for > 200).then(|| self.day(154 - sick_for))),
        });
        if self.history {
            self.many_conversations(id, caseworker, index, (sick_for, closed.unwrap_or(0)))?;
            self.past(id, caseworker, cvr.as_deref(), sick_for, dice);
        } else {
            self.conversations(id, caseworker, index, sick_for)?;
        }
        self.plan(id, sick_for, dice);
        if let Some(cvr) = cvr {
            self.employer(id, caseworker, cvr, sick_for, dice);
        }
        Ok(())
    }

    /// Held every four weeks, by a few cases not for longer; sometimes the next one booked, and
    /// sometimes the last one's outcome missing.
    fn conversations(
        &mut self,
        case: Uuid,
        caseworker: Uuid,
        index: usize,
        sick_for: i64,
    ) -> Result<(), ApiError> {
        let dice = Dice(index);
        let last = if dice.falls(6, 12) == 0 { 5 } else { 1 } + dice.falls(7, 4);
        let missing = dice.falls(8, 25) == 0;
        for (nth, weeks) in (0..3).map(|nth| (nth, last + 4 * nth)) {
            if weeks * 7 + 21 < sick_for {
                let unrecorded = missing && nth == 0;
                let state =
                    if unrecorded { BookingState::AwaitingOutcome } else { BookingState::Held };
                self.conversation(case, caseworker, index, -weeks, state)?;
            }
        }
        if dice.falls(9, 5) < 2 {
            let weeks = 1 + dice.falls(10, 3);
            self.conversation(case, caseworker, index, weeks, BookingState::Booked)?;
        }
        Ok(())
    }

    /// In another week, at the time of the week that is this case's own.
    fn conversation(
        &mut self,
        case: Uuid,
        caseworker: Uuid,
        index: usize,
        weeks: i64,
        state: BookingState,
    ) -> Result<(), ApiError> {
        let (channel, self_booked) = self.form(index, weeks);
        let own = index % CASES_EACH;
        let (weekday, half_hours) = (own / CONVERSATIONS_A_DAY, own % CONVERSATIONS_A_DAY);
        let monday = self.day(-i64::from(self.today.weekday().num_days_from_monday()));
        let day = monday + TimeDelta::days(7 * weeks + whole(weekday));
        let starts_at =
            day.and_hms_opt(8, 0, 0).map(|at| at + TimeDelta::minutes(30 * whole(half_hours)));
        let starts_at = starts_at.and_then(|at| Copenhagen.from_local_datetime(&at).earliest());
        let starts_at = starts_at.ok_or_else(|| ApiError::internal("a demo time"))?.to_utc();
        let ends_at = starts_at + TimeDelta::minutes(30);
        let (slot, id) = (self.state.clock.new_id(), self.state.clock.new_id());
        self.slots.push(time_slot::ActiveModel {
            id: Set(slot),
            caseworker_id: Set(caseworker),
            starts_at: Set(starts_at),
            ends_at: Set(ends_at),
            channels: Set(channel.as_str().to_owned()),
            place_id: Set(None),
            seats: Set(1),
            taken: Set(1),
            published: Set(false),
        });
        self.bookings.push(booking::ActiveModel {
            id: Set(id),
            case_id: Set(case),
            slot_id: Set(slot),
            caseworker_id: Set(caseworker),
            channel: Set(channel.as_str().to_owned()),
            starts_at: Set(starts_at),
            ends_at: Set(ends_at),
            place_id: Set(None),
            room_id: Set(None),
            state: Set(state_name(state).to_owned()),
            participants: Set(json!([])),
            topics: Set(json!([])),
            note: Set(String::new()),
            sequence: Set(0),
            self_booked: Set(self_booked),
        });
        if state == BookingState::Booked {
            let stretch = guard::Stretch { starts_at, ends_at };
            for resource in [guard::caseworker(caseworker), guard::citizen(case)] {
                self.cells.extend(stretch.occupied(&resource, id));
            }
        }
        Ok(())
    }

    fn day(&self, ahead: i64) -> NaiveDate {
        self.today + TimeDelta::days(ahead)
    }

    fn ago(&self, days: i64) -> DateTime<Utc> {
        self.now - TimeDelta::days(days)
    }

    async fn write(self, tx: &DatabaseTransaction) -> Result<(), ApiError> {
        let companies = (0..COMPANIES).map(company);
        let companies =
            companies.map(|(cvr, name)| employer::ActiveModel { cvr: Set(cvr), name: Set(name) });
        insert(tx, companies.collect()).await?;
        let mut people = Vec::with_capacity(self.people.len());
        for (id, name, index) in &self.people {
            let cpr = parse_cpr(self.state, &test_cpr(*index)).map_err(ApiError::internal)?;
            people.push((*id, name, cpr));
        }
        let people =
            people.iter().map(|(id, name, cpr)| (*id, NewCitizen { name, cpr, demo_key: None }));
        add_citizens(tx, people).await?;
        insert(tx, self.caseworkers).await?;
        insert(tx, self.cases).await?;
        insert(tx, self.slots).await?;
        insert(tx, self.bookings).await?;
        insert(tx, self.cells).await?;
        insert(tx, self.contacts).await?;
        insert(tx, self.job_plans).await?;
        insert(tx, self.courses).await?;
        insert(tx, self.versions).await?;
        insert(tx, self.reports).await?;
        insert(tx, self.events).await?;
        insert(tx, self.changes).await?;
        insert(tx, self.free).await?;
        insert(tx, self.answers).await?;
        insert(tx, self.offers).await
    }
}

/// So many ways for chance to fall; one at least.
fn chance(ways: i64) -> u64 {
    u64::try_from(ways).unwrap_or(1).max(1)
}

/// Writes rows in as few statements as there may be.
async fn insert<A>(tx: &DatabaseTransaction, rows: Vec<A>) -> Result<(), ApiError>
where
    A: ActiveModelTrait + Send,
{
    let columns = <A::Entity as EntityTrait>::Column::iter().count();
    for some in rows.chunks(VALUES / columns.max(1)) {
        A::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
