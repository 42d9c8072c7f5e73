//! The demonstration: an invented municipality's people, cases and calendars, laid out around
//! today so that every situation of the booking pages can be seen. Goes through the same doors
//! as real work where there is one.

mod crowd;
mod groups;
mod people;
mod plans;
mod retention;
mod retention_texts;
mod satisfied;
mod texts;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::booking::{BookTime, BookingState, Participant, ParticipantKind, Topic};
use contract::calendar::PublishSpan;
use contract::ids::{CaseId, CaseworkerId, TimeSlotId};
use rules::{ContactChannel, WallTime, WeekTemplate, WorkBlock, WorkBreak, WorkPlace};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, Set,
};
use uuid::Uuid;

pub use self::crowd::{add as add_crowd, add_with_history as add_crowd_with_history};
use self::people::{CASES, CASEWORKERS, COMPANIES, DemoCase};
use crate::booking::idempotency::{Call, IdempotencyKey};
use crate::booking::{Actor, make, state_name};
use crate::cases::{CaseFile, NewCitizen, add_citizen, parse_cpr};
use crate::clock::local_date;
use crate::db::entities::{
    booking, case_decision, caseworker, employer, employer_user, sickness_case, time_slot,
    week_template,
};
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::{calendar, kpi, satisfaction};

/// Times are published for eight weeks.
const TIMES_FOR_DAYS: u64 = 56;

/// Whose of the caseworkers' group sessions they are: the team leader has no times to be booked.
const GROUP_LEADER: usize = 2;

/// Fills an empty database with the demonstration, all of it or nothing. One that has people
/// already stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn fill(state: &AppState) -> Result<(), ApiError> {
    let tx = state.db.begin_setup().await?;
    if caseworker::Entity::find().count(&*tx).await? > 0 {
        return Ok(());
    }
    employers(&tx, state).await?;
    let caseworkers = caseworkers(&tx, state).await?;
    let mut to_book = Vec::new();
    let (mut known, mut others) = (Vec::new(), Vec::new());
    for (index, case) in CASES.iter().enumerate() {
        let whose = caseworkers.get(case.caseworker).copied();
        let whose = whose.ok_or_else(|| ApiError::internal("a demo case without caseworker"))?;
        let id = add_case(&tx, state, index, case, whose).await?;
        match case.demo_key {
            Some(key) => known.push((key, id)),
            None => others.push(id),
        }
        if let Some(days) = case.booked_in {
            to_book.push((id, whose, days));
        }
    }
    for (index, (case, whose, days)) in to_book.into_iter().enumerate() {
        book(&tx, state, case, whose, days, index).await?;
    }
    plans::fill(&tx, state, &known).await?;
    retention::fill(&tx, state, &known).await?;
    satisfied::fill(&tx, state, &caseworkers).await?;
    let (leader, others) = (caseworkers.get(GROUP_LEADER), &others);
    if let Some(leader) = leader {
        groups::fill(&tx, state, *leader, others).await?;
    }
    tx.commit().await?;
    kpi::refresh(state).await
}

async fn employers(tx: &DatabaseTransaction, state: &AppState) -> Result<(), ApiError> {
    for company in &COMPANIES {
        let (cvr, name) = (Set(company.cvr.to_owned()), Set(company.name.to_owned()));
        let row = employer::ActiveModel { cvr, name };
        employer::Entity::insert(row).exec_without_returning(tx).await?;
        for (key, name) in company.people {
            let user = employer_user::ActiveModel {
                id: Set(state.clock.new_id()),
                cvr: Set(company.cvr.to_owned()),
                name: Set((*name).to_owned()),
                demo_key: Set(Some((*key).to_owned())),
            };
            employer_user::Entity::insert(user).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

async fn caseworkers(
    tx: &DatabaseTransaction,
    state: &AppState,
) -> Result<Vec<CaseworkerId>, ApiError> {
    let today = state.clock.today();
    let config = &state.config.municipality;
    let mut ids = Vec::new();
    for person in &CASEWORKERS {
        let id = CaseworkerId(state.clock.new_id());
        let row = caseworker::ActiveModel {
            id: Set(id.0),
            name: Set(person.name.to_owned()),
            phone: Set(person.phone.to_owned()),
            team: Set(person.team.to_owned()),
            team_leader: Set(person.team_leader),
            initials: Set(Some(person.initials.to_owned())),
            demo_key: Set(person.demo_key.map(str::to_owned)),
        };
        caseworker::Entity::insert(row).exec_without_returning(tx).await?;
        ids.push(id);
        let Some(first_day) = person.times_from else { continue };
        // A municipality may have fewer places than the demonstration; without any, all work is
        // done from home.
        let office = config.places.get(person.office).or(config.places.first());
        let template = week(office.map(|place| place.id.as_str()), person.starts)?;
        let row = week_template::ActiveModel {
            caseworker_id: Set(id.0),
            version: Set(1),
            template: Set(serde_json::to_value(&template).map_err(ApiError::internal)?),
        };
        week_template::Entity::insert(row).exec_without_returning(tx).await?;
        let span = PublishSpan {
            from: today + Days::new(first_day),
            to: today + Days::new(TIMES_FOR_DAYS),
        };
        let now = state.clock.now();
        let plan = calendar::plan(tx, config, id, span, Some(&template), now).await?;
        calendar::carry_out(tx, state, id, plan).await?;
    }
    Ok(ids)
}

/// Monday to Thursday at the office if there is one, Friday at home.
fn week(office: Option<&str>, starts: u16) -> Result<WeekTemplate, ApiError> {
    use ContactChannel::{InPerson, Phone, Video};
    let at = |hour: u16, minute: u16| {
        WallTime::new(hour, minute).ok_or_else(|| ApiError::internal("a demo time"))
    };
    let in_office = |place: &str| WorkPlace::Office { place: place.to_owned() };
    let visits: &[ContactChannel] =
        if office.is_some() { &[Phone, Video, InPerson] } else { &[Phone, Video] };
    let office = office.map_or(WorkPlace::Home, in_office);
    let mut template = WeekTemplate { pause_minutes: 15, ..WeekTemplate::default() };
    for weekday in 1..=4 {
        let block = |from, to, channels: &[ContactChannel]| WorkBlock {
            weekday,
            from,
            to,
            channels: channels.to_vec(),
            place: office.clone(),
        };
        template.blocks.push(block(at(starts, 0)?, at(12, 0)?, visits));
        template.blocks.push(block(at(12, 30)?, at(15, 0)?, &[Phone, Video]));
        template.breaks.push(WorkBreak { weekday, from: at(10, 30)?, to: at(10, 45)? });
    }
    template.blocks.push(WorkBlock {
        weekday: 5,
        from: at(starts, 0)?,
        to: at(12, 0)?,
        channels: vec![Phone, Video],
        place: WorkPlace::Home,
    });
    Ok(template)
}

async fn add_case(
    tx: &DatabaseTransaction,
    state: &AppState,
    index: usize,
    case: &DemoCase,
    whose: CaseworkerId,
) -> Result<CaseId, ApiError> {
    let today = state.clock.today();
    let day = |days: i64| today + TimeDelta::days(days);
    let cpr = parse_cpr(state, &test_cpr(index)).map_err(ApiError::internal)?;
    let person = NewCitizen { name: case.name, cpr: &cpr, demo_key: case.demo_key };
    let citizen_id = add_citizen(tx, state, person).await?;
    let id = CaseId(state.clock.new_id());
    let row = sickness_case::ActiveModel {
        id: Set(id.0),
        case_number: Set(format!("2026-{:05}", 10_000 + index)),
        citizen_id: Set(citizen_id),
        caseworker_id: Set(whose.0),
        first_absence: Set(day(-case.sick_for)),
        opened_on: Set(day(-case.sick_for + 14)),
        employer_cvr: Set(case.company.map(|company| company.cvr().to_owned())),
        expected_back: Set(case.back_in.map(day)),
        standby_since: Set(case.standby_for.map(|days| day(-days))),
        closed_on: Set(case.closed_for.map(|days| day(-days))),
        closing_reason: Set(None),
        extension_ground: Set(None),
        extended_on: Set(None),
    };
    sickness_case::Entity::insert(row).exec_without_returning(tx).await?;
    let mut last = None;
    for days in case.held_ago {
        last = Some(past(tx, state, id, whose, day(-days), BookingState::Held).await?);
    }
    if let Some(held) = last.filter(|_| case.asked) {
        satisfaction::ask(tx, state, &held).await?;
    }
    if let Some(days) = case.unrecorded_ago {
        past(tx, state, id, whose, day(-days), BookingState::AwaitingOutcome).await?;
    }
    if let Some((matter, reason)) = case.decided {
        let decision = case_decision::ActiveModel {
            id: Set(state.clock.new_id()),
            case_id: Set(id.0),
            matter: Set(matter.as_str().to_owned()),
            open: Set(false),
            reason: Set(reason.to_owned()),
            decided_by: Set(whose.0),
            decided_at: Set(state.clock.now() - TimeDelta::days(3)),
        };
        case_decision::Entity::insert(decision).exec_without_returning(tx).await?;
    }
    Ok(id)
}

/// A replacement number: the day's first digit raised by six is never a real CPR number
/// (DOMAIN 7.2).
fn test_cpr(index: usize) -> String {
    format!("{:02}{:02}80{:04}", 61 + index % 28, 1 + index % 12, 1000 + index)
}

/// A conversation that is over, at ten o'clock on the nearest weekday before.
async fn past(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: CaseId,
    whose: CaseworkerId,
    wanted: NaiveDate,
    became: BookingState,
) -> Result<booking::Model, ApiError> {
    let closing_days = &state.config.municipality.closing_days;
    let mut day = wanted;
    while !rules::holidays::is_working_day(closing_days, day) {
        day = day - Days::new(1);
    }
    let starts_at = morning(day)?;
    let ends_at = starts_at + TimeDelta::minutes(45);
    let slot_id = state.clock.new_id();
    let slot = time_slot::ActiveModel {
        id: Set(slot_id),
        caseworker_id: Set(whose.0),
        starts_at: Set(starts_at),
        ends_at: Set(ends_at),
        channels: Set(ContactChannel::Phone.as_str().to_owned()),
        place_id: Set(None),
        seats: Set(1),
        taken: Set(1),
        published: Set(false),
    };
    slot.insert(tx).await?;
    let row = booking::Model {
        id: state.clock.new_id(),
        case_id: case.0,
        slot_id,
        caseworker_id: whose.0,
        channel: ContactChannel::Phone.as_str().to_owned(),
        starts_at,
        ends_at,
        place_id: None,
        room_id: None,
        state: state_name(became).to_owned(),
        participants: serde_json::json!([]),
        topics: serde_json::json!([]),
        note: String::new(),
        sequence: 0,
        self_booked: false,
    };
    booking::Entity::insert(booking::ActiveModel::from(row.clone()))
        .exec_without_returning(tx)
        .await?;
    Ok(row)
}

fn morning(day: NaiveDate) -> Result<DateTime<Utc>, ApiError> {
    let ten = NaiveTime::from_hms_opt(10, 0, 0).map(|time| day.and_time(time));
    ten.and_then(|time| Copenhagen.from_local_datetime(&time).earliest())
        .map(|time| time.to_utc())
        .ok_or_else(|| ApiError::internal("ten o'clock does not exist"))
}

/// Books by phone the first time that is at least so many days away, as the citizen would; not
/// where the rules of that day let no citizen do so.
async fn book(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: CaseId,
    whose: CaseworkerId,
    days: i64,
    index: usize,
) -> Result<(), ApiError> {
    let (config, now) = (&state.config.municipality, state.clock.now());
    let earliest = now + TimeDelta::days(days).max(config.booking.minimum_notice());
    let slot = time_slot::Entity::find()
        .filter(time_slot::Column::CaseworkerId.eq(whose.0))
        .filter(time_slot::Column::Published.eq(true))
        .filter(time_slot::Column::Taken.eq(0))
        .filter(time_slot::Column::StartsAt.gt(earliest))
        .order_by_asc(time_slot::Column::StartsAt)
        .one(tx)
        .await?;
    let Some(slot) = slot else { return Ok(()) };
    let (file, day) = (CaseFile::load(tx, case).await?, local_date(slot.starts_at));
    if !file.allows_on(config, day, ContactChannel::Phone)
        || day > config.booking.horizon(local_date(now))
    {
        return Ok(());
    }
    let slot: Uuid = slot.id;
    let body = BookTime {
        slot_id: TimeSlotId(slot),
        channel: ContactChannel::Phone,
        any_caseworker: false,
        participants: vec![Participant {
            kind: ParticipantKind::Companion,
            name: "Karen Lund".to_owned(),
        }],
        topics: vec![Topic::PartialReturn, Topic::Health],
        note: "Jeg vil gerne tale om at begynde nogle timer om ugen.".to_owned(),
    };
    let key = IdempotencyKey::parse(Some(&format!("demo-booking-{index}")))?;
    let call = Call::new(Actor::Citizen(case), key, "book", &body)?;
    make::book_in(tx, state, &call, case, slot, &body).await?;
    Ok(())
}
