//! Writing an import. SQLite has one writer, and others give up after five seconds: the rows wait
//! in a table of their own, put there a few at a time, and are carried over in one short
//! transaction of a few statements (`docs/decisions/0015`). Each of those says what the case was
//! when it was compared; a row that no longer is so is not touched, and then nothing is.

use contract::ids::CaseworkerChangeId;
use contract::retention_plan::MessageKind;
use contract::staff::ChangeCause;
use rules::CourseParty;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, EntityTrait, QueryFilter,
    Set, Statement, Value,
};
use uuid::Uuid;

use super::compare::Step;
use crate::access_log;
use crate::auth::TeamLeader;
use crate::clock::Clock;
use crate::db::Db;
use crate::db::entities::case_import_row;
use crate::http::error::ApiError;
use crate::state::AppState;

/// Rows in one short transaction: some ten milliseconds.
const STAGED_AT_ONCE: usize = 500;

/// Key of PostgreSQL's advisory lock around carrying an import over; any constant will do. Two
/// that touched the same rows in another order would end each other.
const IMPORT_LOCK: i64 = 0x67_65_6e_69_6d_70;

/// What an import may change of a case, as both tables call it; the waiting row says what each was.
const CHANGED: [&str; 10] = [
    "caseworker_id",
    "first_absence",
    "opened_on",
    "employer_cvr",
    "expected_back",
    "standby_since",
    "closed_on",
    "closing_reason",
    "extension_ground",
    "extended_on",
];

/// Lets the rows of an import wait. Nobody sees them, and nothing is changed yet.
///
/// # Errors
/// When the database fails; what has come that far is thrown away later.
pub async fn stage(state: &AppState, import: Uuid, steps: &[Step]) -> Result<(), ApiError> {
    for steps in steps.chunks(STAGED_AT_ONCE) {
        let rows: Vec<_> =
            steps.iter().map(|step| waiting(state, import, step)).collect::<Result<_, _>>()?;
        let tx = state.db.begin_write().await?;
        case_import_row::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Throws the waiting rows of an import away, a few at a time as they came.
///
/// # Errors
/// When the database fails.
pub async fn clear(db: &Db, import: Uuid, steps: &[Step]) -> Result<(), ApiError> {
    use case_import_row::Column;
    for steps in steps.chunks(STAGED_AT_ONCE) {
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { break };
        let tx = db.begin_write().await?;
        case_import_row::Entity::delete_many()
            .filter(Column::ImportId.eq(import))
            .filter(Column::Line.between(i64::from(first.line), i64::from(last.line)))
            .exec(&*tx)
            .await?;
        tx.commit().await?;
    }
    Ok(())
}

fn waiting(
    state: &AppState,
    import: Uuid,
    step: &Step,
) -> Result<case_import_row::ActiveModel, ApiError> {
    let clock = &state.clock;
    let (now, was) = (step.now.clone(), step.was.as_ref());
    let change = step.changes_caseworker().then(|| clock.new_id());
    let message = change.map(|change| {
        serde_json::to_value(MessageKind::CaseworkerChanged { change: CaseworkerChangeId(change) })
    });
    Ok(case_import_row::ActiveModel {
        import_id: Set(import),
        line: Set(step.line.into()),
        at: Set(clock.now()),
        new_case: Set(was.is_none()),
        new_citizen: Set(step.new_citizen.is_some()),
        case_id: Set(now.id),
        citizen_id: Set(now.citizen_id),
        log_id: Set(clock.new_id()),
        case_number: Set(now.case_number),
        name: Set(step.name.clone()),
        cpr: Set(step.new_citizen.as_ref().map(Into::into)),
        was_name: Set(step.was_name.clone()),
        employer_name: Set(step.new_company.clone()),
        caseworker_id: Set(now.caseworker_id),
        first_absence: Set(now.first_absence),
        opened_on: Set(now.opened_on),
        employer_cvr: Set(now.employer_cvr),
        expected_back: Set(now.expected_back),
        standby_since: Set(now.standby_since),
        closed_on: Set(now.closed_on),
        closing_reason: Set(now.closing_reason),
        extension_ground: Set(now.extension_ground),
        extended_on: Set(now.extended_on),
        was_caseworker_id: Set(was.map(|was| was.caseworker_id)),
        was_first_absence: Set(was.map(|was| was.first_absence)),
        was_opened_on: Set(was.map(|was| was.opened_on)),
        was_employer_cvr: Set(was.and_then(|was| was.employer_cvr.clone())),
        was_expected_back: Set(was.and_then(|was| was.expected_back)),
        was_standby_since: Set(was.and_then(|was| was.standby_since)),
        was_closed_on: Set(was.and_then(|was| was.closed_on)),
        was_closing_reason: Set(was.and_then(|was| was.closing_reason.clone())),
        was_extension_ground: Set(was.and_then(|was| was.extension_ground.clone())),
        was_extended_on: Set(was.and_then(|was| was.extended_on)),
        change_id: Set(change),
        message_id: Set(change.map(|_| clock.new_id())),
        message: Set(message.transpose().map_err(ApiError::internal)?),
        message_once: Set(change.map(|change| format!("caseworker-changed:{change}"))),
    })
}

/// Carries the waiting rows over, all of them; `false` when something is not as it was compared,
/// and the caller must take everything back.
///
/// # Errors
/// When the database fails.
pub async fn carry_over(
    tx: &DatabaseTransaction,
    clock: &Clock,
    leader: &TeamLeader,
    import: Uuid,
    steps: &[Step],
) -> Result<bool, ApiError> {
    let postgres = tx.get_database_backend() == DatabaseBackend::Postgres;
    if postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({IMPORT_LOCK})")).await?;
    }
    let count = |of: fn(&Step) -> bool| steps.iter().filter(|step| of(step)).count() as u64;
    let id = || Value::from(import);
    run(tx, COMPANIES, [id()]).await?;
    let written = run(tx, CITIZENS, [id()]).await? == count(|step| step.new_citizen.is_some())
        && run(tx, NAMES, [id()]).await? == count(|step| step.was_name.is_some())
        && run(tx, &new_cases(), [id()]).await? == count(|step| step.was.is_none())
        && run(tx, &changed_cases(), [id()]).await? == count(|step| step.was.is_some());
    if !written {
        return Ok(false);
    }
    let (at, by) = (clock.now(), leader.caseworker());
    if steps.iter().any(Step::changes_caseworker) {
        let cause = ChangeCause::Import.as_str();
        run(tx, CHANGES, [id(), cause.into(), by.id().0.into(), at.into()]).await?;
        let to = CourseParty::Citizen.as_str();
        run(tx, MESSAGES, [id(), to.into(), at.into()]).await?;
    }
    run(tx, OUTDATED, [id()]).await?;
    access_log::imported(tx, clock, by, import).await?;
    Ok(true)
}

/// Every statement reads the rows of one import, which is its first value.
const COMPANIES: &str = "INSERT INTO employer (cvr, name) \
     SELECT employer_cvr, employer_name FROM case_import_row \
     WHERE import_id = $1 AND employer_name IS NOT NULL ON CONFLICT DO NOTHING";
const CITIZENS: &str = "INSERT INTO citizen (id, name, cpr) \
     SELECT citizen_id, name, cpr FROM case_import_row \
     WHERE import_id = $1 AND new_citizen ORDER BY line ON CONFLICT DO NOTHING";
const NAMES: &str = "UPDATE citizen SET name = s.name FROM case_import_row AS s \
     WHERE s.import_id = $1 AND s.was_name IS NOT NULL \
     AND citizen.id = s.citizen_id AND citizen.name = s.was_name";
const CHANGES: &str = "INSERT INTO caseworker_change \
     (id, case_id, from_id, to_id, cause, reason, by_id, at) \
     SELECT change_id, case_id, was_caseworker_id, caseworker_id, $2, '', $3, $4 \
     FROM case_import_row WHERE import_id = $1 AND change_id IS NOT NULL ORDER BY line";
const MESSAGES: &str = "INSERT INTO outbox (id, case_id, kind, recipient, once, at) \
     SELECT message_id, case_id, message, $2, message_once, $3 \
     FROM case_import_row WHERE import_id = $1 AND message_id IS NOT NULL ORDER BY line";

/// What the rules have decided of these cases is written anew from what the file says.
const OUTDATED: &str = "DELETE FROM contact_fact_state \
     WHERE case_id IN (SELECT case_id FROM case_import_row WHERE import_id = $1)";

fn new_cases() -> String {
    let columns = CHANGED.join(", ");
    format!(
        "INSERT INTO sickness_case (id, case_number, citizen_id, {columns}) \
         SELECT case_id, case_number, citizen_id, {columns} FROM case_import_row \
         WHERE import_id = $1 AND new_case ORDER BY line ON CONFLICT DO NOTHING"
    )
}

fn changed_cases() -> String {
    let set: Vec<String> = CHANGED.iter().map(|column| format!("{column} = s.{column}")).collect();
    let same =
        |column: &&str| format!("sickness_case.{column} IS NOT DISTINCT FROM s.was_{column}");
    let same: Vec<String> = CHANGED.iter().map(same).collect();
    format!(
        "UPDATE sickness_case SET {} FROM case_import_row AS s \
         WHERE s.import_id = $1 AND NOT s.new_case AND sickness_case.id = s.case_id AND {}",
        set.join(", "),
        same.join(" AND ")
    )
}

async fn run<const N: usize>(
    tx: &DatabaseTransaction,
    sql: &str,
    values: [Value; N],
) -> Result<u64, ApiError> {
    let backend = tx.get_database_backend();
    let done = tx.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    Ok(done.rows_affected())
}

/// Throws away what imports have left behind that came to no end.
///
/// # Errors
/// When the database fails; the next time will do.
pub async fn forget_left_behind(
    tx: &DatabaseTransaction,
    before: chrono::DateTime<chrono::Utc>,
) -> Result<(), sea_orm::DbErr> {
    let old = case_import_row::Column::At.lt(before);
    case_import_row::Entity::delete_many().filter(old).exec(tx).await.map(|_| ())
}
