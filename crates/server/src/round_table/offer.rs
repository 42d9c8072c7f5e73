//! The company offers stretches of time for a round-table conversation, and withdraws them.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::access_log::AccessedData;
use contract::ids::{CaseId, RoundTableOfferId};
use contract::problem::{FieldCode, FieldError, Problem};
use contract::retention_plan::{
    EmployerRetentionPage, MessageKind, NewRoundTableOffers, NewTimeOffer, check_offers,
};
use rules::{CourseParty, WallTime};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

use super::cancel::call_off_former;
use super::store;
use crate::access_log;
use crate::auth::Employer;
use crate::booking::Actor;
use crate::booking::guard::Stretch;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::db::entities::{employer_user, round_table_offer, sickness_case};
use crate::employer::cases_of;
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{outbox, retention_plan};

/// Offers stretches of time. What the same person has offered already is offered once; while the
/// company has a conversation booked, nothing more is.
#[utoipa::path(post, path = "/api/employer/cases/{id}/round-table-offers", tag = "employer",
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewRoundTableOffers,
    responses((status = 200, body = EmployerRetentionPage), (status = "4XX", body = Problem)))]
pub async fn offer(
    State(state): State<AppState>,
    employer: Employer,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<NewRoundTableOffers>,
) -> Result<Answer<EmployerRetentionPage>, ApiError> {
    ApiError::check(check_offers(&body, state.clock.today()))?;
    let stretches = stretches(&body.offers, state.clock.now());
    let actor = Actor::Employer(employer.id());
    let call = Call::new(actor, key, format_args!("round table offers {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let what = AccessedData::RoundTable;
    let file = access_log::open_employee_in(&tx, &state.clock, &employer, id, what).await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    let host = Host { id: employer.id(), name: employer.name(), cvr: &file.cvr };
    offer_in(&tx, &state, id, host, stretches?).await?;
    let page = retention_plan::employer_page(&*tx, &state, &employer, &file).await?;
    let answer = call.answer(&tx, StatusCode::OK, page).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Withdraws a stretch of time; one that is withdrawn already is fine. A conversation that is
/// booked in it stays.
#[utoipa::path(delete, path = "/api/employer/round-table-offers/{id}", tag = "employer",
    params(("id" = RoundTableOfferId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub async fn withdraw(
    State(state): State<AppState>,
    employer: Employer,
    Path(id): Path<RoundTableOfferId>,
) -> Result<StatusCode, ApiError> {
    let tx = state.db.begin_write().await?;
    let row = round_table_offer::Entity::find_by_id(id.0)
        .filter(round_table_offer::Column::CaseId.in_subquery(cases_of(employer.cvr())))
        .filter(round_table_offer::Column::Cvr.eq(employer.cvr()))
        .one(&*tx)
        .await?
        .ok_or(ApiError::NotFound)?;
    let (case, what) = (CaseId(row.case_id), AccessedData::RoundTable);
    access_log::open_employee_in(&tx, &state.clock, &employer, case, what).await?;
    withdrawn(&tx, &[row.id], state.clock.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who offers a time, and comes.
#[derive(Clone, Copy, Debug)]
pub struct Host<'a> {
    /// Which person of the employer.
    pub id: Uuid,
    /// Their name.
    pub name: &'a str,
    /// Of which company.
    pub cvr: &'a str,
}

/// Offers stretches of time in a transaction that the caller commits.
///
/// # Errors
/// [`ApiError::RoundTableBooked`] when the company has a conversation already.
pub async fn offer_in(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: CaseId,
    host: Host<'_>,
    stretches: Vec<Stretch>,
) -> Result<(), ApiError> {
    one_at_a_time(tx, host, case).await?;
    call_off_former(tx, &state.clock, case, host.cvr).await?;
    let now = state.clock.now();
    if store::open(tx, case, now).await?.is_some() {
        return Err(ApiError::RoundTableBooked);
    }
    let mut offered = store::open_offers(tx, case, Some(host.cvr), now).await?;
    offered.retain(|row| row.by_id == host.id);
    let new = |stretch| Union { stretch, of: Vec::new(), grown: true };
    let old = |row: &round_table_offer::Model| Union {
        stretch: Stretch { starts_at: row.starts_at, ends_at: row.ends_at },
        of: vec![row.id],
        grown: false,
    };
    let all = offered.iter().map(old).chain(stretches.into_iter().map(new)).collect();
    let grown: Vec<Union> = united(all).into_iter().filter(|union| union.grown).collect();
    let swallowed: Vec<Uuid> = grown.iter().flat_map(|union| union.of.clone()).collect();
    withdrawn(tx, &swallowed, now).await?;
    if grown.is_empty() {
        return Ok(());
    }
    let row = |union: &Union| round_table_offer::ActiveModel {
        id: Set(state.clock.new_id()),
        case_id: Set(case.0),
        cvr: Set(host.cvr.to_owned()),
        starts_at: Set(union.stretch.starts_at),
        ends_at: Set(union.stretch.ends_at),
        by_id: Set(host.id),
        by_name: Set(host.name.to_owned()),
        at: Set(now),
        withdrawn_at: Set(None),
    };
    let rows = grown.iter().map(row);
    round_table_offer::Entity::insert_many(rows).exec_without_returning(tx).await?;
    tell(tx, state, case).await
}

/// Tells the citizen, unless they are to be told already.
async fn tell(tx: &DatabaseTransaction, state: &AppState, case: CaseId) -> Result<(), ApiError> {
    const OFFERED: &str = "round-table-offered:";
    if outbox::waits(tx, case, OFFERED).await? {
        return Ok(());
    }
    let (to, kind) = (CourseParty::Citizen, MessageKind::RoundTableOffered);
    let once = format!("{OFFERED}{}", state.clock.new_id());
    outbox::tell(tx, &state.clock, case, to, kind, once).await?;
    Ok(())
}

/// Two calls of one person at the same moment would both offer the same stretch, and two of a
/// company both tell the citizen of it. The case before any slot, as a plan's moves take them.
async fn one_at_a_time(
    tx: &DatabaseTransaction,
    host: Host<'_>,
    case: CaseId,
) -> Result<(), ApiError> {
    employer_user::Entity::update_many()
        .col_expr(employer_user::Column::Name, employer_user::Column::Name.into_expr())
        .filter(employer_user::Column::Id.eq(host.id))
        .exec(tx)
        .await?;
    sickness_case::Entity::find_by_id(case.0).lock_exclusive().one(tx).await?;
    Ok(())
}

async fn withdrawn(
    tx: &DatabaseTransaction,
    offers: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    if offers.is_empty() {
        return Ok(());
    }
    round_table_offer::Entity::update_many()
        .col_expr(round_table_offer::Column::WithdrawnAt, Some(now).into())
        .filter(round_table_offer::Column::Id.is_in(offers.iter().copied()))
        .filter(round_table_offer::Column::WithdrawnAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Stretches that touch, as one.
#[derive(Clone, Debug)]
struct Union {
    stretch: Stretch,
    /// The offers in it that are stored.
    of: Vec<Uuid>,
    /// More than one of those.
    grown: bool,
}

fn united(mut all: Vec<Union>) -> Vec<Union> {
    // Of two that begin together the longer first: the other lies in it.
    all.sort_by_key(|union| (union.stretch.starts_at, std::cmp::Reverse(union.stretch.ends_at)));
    let mut done: Vec<Union> = Vec::new();
    for next in all {
        match done.last_mut().filter(|last| next.stretch.starts_at <= last.stretch.ends_at) {
            Some(last) => {
                let inside = next.stretch.ends_at <= last.stretch.ends_at;
                last.grown |= !(inside && next.of.is_empty());
                last.stretch.ends_at = Ord::max(last.stretch.ends_at, next.stretch.ends_at);
                last.of.extend(next.of);
            }
            None => done.push(next),
        }
    }
    done
}

/// The stretches on the wall clock in Denmark, as moments.
///
/// # Errors
/// Which are over already, or lie in the hour that daylight saving skips.
pub fn stretches(offers: &[NewTimeOffer], now: DateTime<Utc>) -> Result<Vec<Stretch>, ApiError> {
    let (mut stretches, mut errors) = (Vec::new(), Vec::new());
    for (index, offer) in offers.iter().enumerate() {
        let from = moment(offer.day, offer.from, Side::Start);
        let to = moment(offer.day, offer.to, Side::End);
        match from.zip(to) {
            Some((starts_at, ends_at)) if starts_at < ends_at && now < ends_at => {
                stretches.push(Stretch { starts_at, ends_at });
            }
            _ => errors.push(FieldError::new(format!("offers[{index}].to"), FieldCode::OutOfRange)),
        }
    }
    ApiError::check(errors).map(|()| stretches)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// A time on the wall clock in Denmark. One that is skipped is the moment after the gap; of
/// one that comes twice a stretch takes in both.
fn moment(day: NaiveDate, time: WallTime, side: Side) -> Option<DateTime<Utc>> {
    /// No clock is put forward by more.
    const LONGEST_GAP: i64 = 180;
    let wall = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(time.minutes().into());
    let at = |minutes: i64| {
        let moments = Copenhagen.from_local_datetime(&(wall + TimeDelta::minutes(minutes)));
        if side == Side::Start { moments.earliest() } else { moments.latest() }
    };
    (0..=LONGEST_GAP).find_map(at).map(|at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str, from: &str, to: &str) -> Result<Vec<Stretch>, ApiError> {
        let offer = NewTimeOffer {
            day: day.parse().unwrap(),
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        stretches(&[offer], "2026-01-01T00:00:00Z".parse().unwrap())
    }

    fn span(day: &str, from: &str, to: &str) -> (String, String) {
        let stretch = on(day, from, to).unwrap()[0];
        (stretch.starts_at.to_rfc3339(), stretch.ends_at.to_rfc3339())
    }

    fn both(from: &str, to: &str) -> (String, String) {
        (format!("{from}+00:00"), format!("{to}+00:00"))
    }

    #[test]
    fn the_wall_clock_is_denmarks() {
        assert_eq!(
            span("2026-12-08", "09:00", "24:00"),
            both("2026-12-08T08:00:00", "2026-12-08T23:00:00")
        );
    }

    #[test]
    fn a_time_that_is_skipped_is_the_moment_after_it() {
        assert_eq!(
            span("2027-03-28", "02:30", "04:00"),
            both("2027-03-28T01:00:00", "2027-03-28T02:00:00")
        );
        assert!(on("2027-03-28", "02:00", "03:00").is_err(), "an hour that there is not");
    }

    #[test]
    fn a_time_that_comes_twice_is_meant_both_times() {
        assert_eq!(
            span("2026-10-25", "02:00", "02:30"),
            both("2026-10-25T00:00:00", "2026-10-25T01:30:00")
        );
    }

    fn union(from: i64, to: i64, of: &[u128]) -> Union {
        let at = |minutes| DateTime::<Utc>::UNIX_EPOCH + TimeDelta::minutes(minutes);
        Union {
            stretch: Stretch { starts_at: at(from), ends_at: at(to) },
            of: of.iter().map(|id| Uuid::from_u128(*id)).collect(),
            grown: of.is_empty(),
        }
    }

    #[test]
    fn what_touches_is_offered_once() {
        let all = vec![
            union(0, 60, &[1]),
            union(30, 60, &[]),
            union(100, 160, &[2]),
            union(160, 200, &[]),
            union(300, 400, &[3]),
            union(300, 400, &[]),
        ];
        let done = united(all);
        let told: Vec<_> = done.iter().map(|union| (union.of.len(), union.grown)).collect();
        assert_eq!(told, [(1, false), (1, true), (1, false)]);
    }
}
