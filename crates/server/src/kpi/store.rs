//! Reads what is counted: sums by caseworker and month, and the rows behind them. Knows no figure.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use contract::kpi::FigureKey;
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use uuid::Uuid;

use super::counted::{Counted, Population};
use super::months::Window;
use crate::clock::local_date;
use crate::http::error::ApiError;

/// How many, and the sum of their values in tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub n: i64,
    /// What they add up to.
    pub tenths: i64,
}

impl Sum {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self { n: self.n + other.n, tenths: self.tenths + other.tenths }
    }
}

/// The sums of each figure, by caseworker and place of the month.
pub type Sums = BTreeMap<FigureKey, HashMap<(Uuid, usize), Sum>>;

/// A row behind a figure.
#[derive(Clone, Debug)]
pub struct Row {
    /// The case, if it is about one of the team.
    pub case: Option<(Uuid, String)>,
    /// To whom it counts.
    pub who: Uuid,
    /// Their name.
    pub name: String,
    /// The day it counts on.
    pub on: NaiveDate,
    /// Its value.
    pub tenths: i64,
}

/// The caseworkers of the team that the first parameter names, and nobody in particular.
fn team(window: &Window) -> String {
    let (team, nobody) = (window.parameter(1), window.nobody());
    format!("(SELECT id FROM caseworker WHERE team = {team} UNION ALL SELECT {nobody})")
}

/// The sums of a population, in one statement.
fn sum_sql(window: &Window, population: &Population) -> String {
    let column =
        |one: &Counted| format!("CAST({} AS BIGINT), CAST({} AS BIGINT)", one.n(), one.sum());
    let columns: Vec<String> = population.figures.iter().map(column).collect();
    let Population { who, month, from, .. } = population;
    format!(
        "SELECT {who}, CAST({month} AS BIGINT), {} {from} AND {who} IN {} GROUP BY 1, 2",
        columns.join(", "),
        team(window)
    )
}

/// A page of the rows behind a figure, of everybody or of whom the second parameter names. What is
/// shown of a row is only looked up for those of the page.
fn rows_sql(
    window: &Window,
    (population, counted): (&Population, &Counted),
    of_one: bool,
    (limit, offset): (u32, u64),
) -> String {
    let Population { case, who, on, from, .. } = population;
    let (tenths, condition, team) = (counted.tenths(), counted.condition(), team(window));
    let of_one = of_one.then(|| format!(" AND {who} = {}", window.parameter(2)));
    let of_one = of_one.unwrap_or_default();
    format!(
        "SELECT one.case_id, k.case_number, one.who, w.name, one.on_day, \
         CAST(one.tenths AS BIGINT) \
         FROM (SELECT {case} AS case_id, {who} AS who, {on} AS on_day, {tenths} AS tenths {from} \
         AND {who} IN {team}{of_one}{condition} \
         ORDER BY on_day DESC, case_id, tenths, who LIMIT {limit} OFFSET {offset}) one \
         JOIN caseworker w ON w.id = one.who \
         LEFT JOIN sickness_case k ON k.id = one.case_id AND k.caseworker_id IN {team} \
         ORDER BY one.on_day DESC, k.case_number, one.case_id, one.tenths, w.name"
    )
}

/// The sums of a population.
///
/// # Errors
/// When the database fails.
pub async fn sum(
    db: &impl ConnectionTrait,
    window: &Window,
    team_name: &str,
    population: &Population,
) -> Result<Sums, ApiError> {
    let mut sums = Sums::new();
    let sql = sum_sql(window, population);
    let statement =
        Statement::from_sql_and_values(window.backend(), sql, [Value::from(team_name.to_owned())]);
    for row in db.query_all_raw(statement).await? {
        let who: Uuid = row.try_get_by_index(0)?;
        let month: i64 = row.try_get_by_index(1)?;
        let Ok(month) = usize::try_from(month) else { continue };
        for (place, counted) in population.figures.iter().enumerate() {
            let n: i64 = row.try_get_by_index(2 + 2 * place)?;
            let tenths: i64 = row.try_get_by_index(3 + 2 * place)?;
            if n > 0 {
                sums.entry(counted.key).or_default().insert((who, month), Sum { n, tenths });
            }
        }
    }
    Ok(sums)
}

/// A page of the rows behind a figure in a window, the newest first: of one caseworker, or of the
/// team.
///
/// # Errors
/// When the database fails.
pub async fn rows(
    db: &impl ConnectionTrait,
    window: &Window,
    team_name: &str,
    (population, counted): (&Population, &Counted),
    of: Option<Uuid>,
    page: (u32, u64),
) -> Result<Vec<Row>, ApiError> {
    let sql = rows_sql(window, (population, counted), of.is_some(), page);
    let mut values = vec![Value::from(team_name.to_owned())];
    values.extend(of.map(Value::from));
    let statement = Statement::from_sql_and_values(window.backend(), sql, values);
    let read = |row: QueryResult| {
        let case: Option<Uuid> = row.try_get_by_index(0)?;
        let number: Option<String> = row.try_get_by_index(1)?;
        let on = if population.on_is_day {
            row.try_get_by_index::<NaiveDate>(4)?
        } else {
            local_date(row.try_get_by_index::<DateTime<Utc>>(4)?)
        };
        Ok(Row {
            case: case.zip(number),
            who: row.try_get_by_index(2)?,
            name: row.try_get_by_index(3)?,
            on,
            tenths: row.try_get_by_index(5)?,
        })
    };
    db.query_all_raw(statement).await?.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::super::counted::populations;
    use super::*;
    use crate::db::Db;

    /// The tables of which a municipality has a row for each conversation, case or day.
    const LONG: [&str; 5] = ["b", "f", "s", "t", "waiting_offer"];

    /// What SQLite means to do, line by line.
    async fn plan(db: &Db, sql: &str, of: Option<Uuid>) -> Vec<String> {
        let mut values = vec![Value::from("Team".to_owned())];
        values.extend(of.map(Value::from));
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let statement = Statement::from_sql_and_values(db.backend(), sql, values);
        let rows = db.read().query_all_raw(statement).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(3).unwrap()).collect()
    }

    #[tokio::test]
    async fn what_is_counted_is_found_by_an_index() {
        let db = Db::in_memory().await.unwrap();
        db.migrate().await.unwrap();
        let now: DateTime<Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
        let window = Window::up_to(db.backend(), now.date_naive(), now);
        for window in [&window, &window.month(3).unwrap()] {
            for population in populations(window) {
                let mut plans = vec![plan(&db, &sum_sql(window, &population), None).await];
                for counted in &population.figures {
                    for of in [None, Some(Uuid::nil())] {
                        let found = (&population, counted);
                        let sql = rows_sql(window, found, of.is_some(), (50, 100));
                        plans.push(plan(&db, &sql, of).await);
                    }
                }
                for plan in plans {
                    let whole =
                        |line: &&String| LONG.iter().any(|table| **line == format!("SCAN {table}"));
                    assert_eq!(plan.iter().find(whole), None, "{plan:#?}");
                    // Conversations are the most: not a look at the table itself.
                    let booking = plan.iter().find(|line| line.contains(" b "));
                    let covered = |line: &String| line.contains("COVERING INDEX booking_counted");
                    assert!(booking.is_none_or(covered), "{plan:#?}");
                }
            }
        }
    }
}
