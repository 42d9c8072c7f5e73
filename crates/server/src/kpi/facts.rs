//! What is decided of each case (`kpi::decided`), written down so that SQL can count it: with the
//! outcome of a conversation and a contact with an employer in the same transaction, and once a day
//! for what happens by itself, deadlines that pass. Decides nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use contract::ids::CaseId;
use rules::ContactChannel;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::decided::{Fact, of_case};
use crate::booking::availability::stretch_of;
use crate::booking::guard::{self, Taken};
use crate::cases::{CaseFile, CaseSet};
use crate::clock::local_date;
use crate::db::entities::{
    contact_fact, contact_fact_state, employer_contact, free_time_fact, sickness_case, time_slot,
};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Cases whose facts are written in one transaction.
const CASES_AT_ONCE: u64 = 500;

/// Writes the facts of a case anew, with what has just been done in it.
///
/// # Errors
/// When the database fails.
pub async fn rewrite(
    tx: &DatabaseTransaction,
    state: &AppState,
    case: CaseId,
) -> Result<(), ApiError> {
    write(tx, state, vec![case.0]).await
}

/// Writes what has come to be by itself since the last time. Calls that find nothing cost a
/// statement or two.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn refresh(state: &AppState) -> Result<(), ApiError> {
    free_times(state).await?;
    loop {
        let cases = stale(state.db.read(), state.clock.today()).await?;
        if cases.is_empty() {
            return Ok(());
        }
        let tx = state.db.begin_write().await?;
        write(&tx, state, cases).await?;
        tx.commit().await?;
    }
}

/// Some cases whose facts may say less than is true today. A closed case changes no more.
async fn stale(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Uuid>, ApiError> {
    use contact_fact_state::Column;
    let state = sickness_case::Entity::belongs_to(contact_fact_state::Entity)
        .from(sickness_case::Column::Id)
        .to(Column::CaseId)
        .into();
    let as_of = Expr::col((contact_fact_state::Entity, Column::AsOf));
    let closed = sickness_case::Column::ClosedOn;
    let open = Condition::any().add(closed.is_null()).add(closed.into_expr().gt(as_of.clone()));
    let cases = sickness_case::Entity::find()
        .select_only()
        .column(sickness_case::Column::Id)
        .join(JoinType::LeftJoin, state)
        .filter(
            Condition::any()
                .add(as_of.clone().is_null())
                .add(Condition::all().add(as_of.lt(today)).add(open)),
        )
        .limit(CASES_AT_ONCE)
        .into_tuple()
        .all(db)
        .await?;
    Ok(cases)
}

/// Writes the facts of these cases anew.
async fn write(
    tx: &DatabaseTransaction,
    state: &AppState,
    mut cases: Vec<Uuid>,
) -> Result<(), ApiError> {
    let (config, today) = (&state.config.municipality, state.clock.today());
    cases.sort_unstable();
    // First the state: whoever else writes the same case waits here, and only then reads what it
    // has become.
    let row =
        |case: &Uuid| contact_fact_state::ActiveModel { case_id: Set(*case), as_of: Set(today) };
    let again = OnConflict::column(contact_fact_state::Column::CaseId)
        .update_column(contact_fact_state::Column::AsOf)
        .to_owned();
    contact_fact_state::Entity::insert_many(cases.iter().map(row))
        .on_conflict(again)
        .exec_without_returning(tx)
        .await?;
    let set = CaseSet::these(cases);
    let files = CaseFile::load_all(tx, &set).await?;
    let contacted = contacted(tx, &set).await?;
    let mut facts = Vec::new();
    for file in &files {
        let case = file.case.id;
        let row = |fact: Fact| contact_fact::ActiveModel {
            case_id: Set(case),
            rule: Set(fact.rule.to_owned()),
            nth: Set(fact.nth),
            on_date: Set(fact.on),
            in_time: Set(fact.in_time),
        };
        let decided = of_case(config, file, contacted.get(&case).copied(), today);
        facts.extend(decided.into_iter().map(row));
    }
    contact_fact::Entity::delete_many()
        .filter(contact_fact::Column::CaseId.in_subquery(set.ids()))
        .exec(tx)
        .await?;
    for some in facts.chunks(ROWS_AT_ONCE) {
        contact_fact::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Rows in one statement: SQLite allows some thirty thousand values.
const ROWS_AT_ONCE: usize = 5_000;

/// The day of the first contact with the present employer of each case that has one. That a contact
/// was left out is none.
async fn contacted(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, NaiveDate>, ApiError> {
    use employer_contact::Column;
    let case = employer_contact::Entity::belongs_to(sickness_case::Entity)
        .from(Column::CaseId)
        .to(sickness_case::Column::Id)
        .into();
    let present = Expr::col((sickness_case::Entity, sickness_case::Column::EmployerCvr));
    let first: Vec<(Uuid, NaiveDate)> = employer_contact::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, case)
        .column(Column::CaseId)
        .column_as(Column::OnDate.min(), "first")
        .filter(Column::Cvr.into_expr().eq(present))
        .filter(Column::Channel.is_not_null())
        .filter(Column::CaseId.in_subquery(set.ids()))
        .group_by(Column::CaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(first.into_iter().collect())
}

/// Once a day: how far ahead each caseworker's first free time is, that a citizen could book.
async fn free_times(state: &AppState) -> Result<(), ApiError> {
    use time_slot::Column;
    let (today, now) = (state.clock.today(), state.clock.now());
    let db = state.db.read();
    let known = free_time_fact::Entity::find()
        .filter(free_time_fact::Column::OnDate.eq(today))
        .one(db)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    let booking = &state.config.municipality.booking;
    let slots = time_slot::Entity::find()
        .filter(Column::Published.eq(true))
        .filter(Column::Taken.into_expr().lt(Column::Seats.into_expr()))
        .filter(Column::StartsAt.gte(now + booking.minimum_notice()))
        .order_by_asc(Column::StartsAt)
        .all(db)
        .await?;
    let whose: BTreeSet<Uuid> = slots.iter().map(|slot| slot.caseworker_id).collect();
    let resources: Vec<String> = whose.iter().map(|id| guard::caseworker(*id)).collect();
    let taken = Taken::load(db, &resources, now).await?;
    let horizon = booking.horizon(today);
    let mut first: BTreeMap<Uuid, DateTime<Utc>> = BTreeMap::new();
    for slot in slots {
        let (whose, at) = (slot.caseworker_id, slot.starts_at);
        // Published, and yet nobody's to book: a group session stands in its way, or it is kept.
        let is_free = || {
            let mut stretches = ContactChannel::ALL
                .into_iter()
                .filter_map(|channel| stretch_of(&state.config.municipality, &slot, channel));
            stretches.any(|stretch| taken.is_free(&guard::caseworker(whose), stretch))
        };
        if local_date(at) <= horizon && !first.contains_key(&whose) && is_free() {
            first.insert(whose, at);
        }
    }
    let row = |(whose, at)| free_time_fact::ActiveModel {
        on_date: Set(today),
        caseworker_id: Set(whose),
        first_at: Set(at),
        days: Set(i32::try_from((local_date(at) - today).num_days()).unwrap_or(i32::MAX)),
    };
    let rows: Vec<_> = first.into_iter().map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let tx = state.db.begin_write().await?;
    free_time_fact::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(&*tx)
        .await?;
    Ok(tx.commit().await?)
}
