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

/// Which rows of a figure.
#[derive(Clone, Copy, Debug)]
pub struct Which {
    /// Of one caseworker; of the team when absent.
    pub who: Option<Uuid>,
    /// Of the month at that place; of the whole period when absent.
    pub month: Option<usize>,
}

/// The caseworkers of the team that the first parameter names, and nobody in particular.
fn team(window: &Window) -> String {
    let (team, nobody) = (window.parameter(1), window.nobody());
    format!("(SELECT id FROM caseworker WHERE team = {team} UNION ALL SELECT {nobody})")
}

/// The sums of a population, in one statement.
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
    let columns: Vec<String> = population
        .figures
        .iter()
        .map(|Counted { of, tenths, .. }| {
            format!(
                "CAST(SUM(CASE WHEN {of} THEN 1 ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN {of} THEN {tenths} ELSE 0 END) AS BIGINT)"
            )
        })
        .collect();
    let Population { who, month, from, .. } = population;
    let sql = format!(
        "SELECT {who}, CAST({month} AS BIGINT), {} {from} AND {who} IN {} GROUP BY 1, 2",
        columns.join(", "),
        team(window)
    );
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

/// A page of the rows behind a figure, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn rows(
    db: &impl ConnectionTrait,
    window: &Window,
    team_name: &str,
    (population, counted): (&Population, &Counted),
    which: Which,
    (limit, offset): (u32, u64),
) -> Result<Vec<Row>, ApiError> {
    let Population { case, who, on, from, month, .. } = population;
    let Counted { of, tenths, .. } = counted;
    let team = team(window);
    let mut values = vec![Value::from(team_name.to_owned())];
    let one = which.who.map(|id| {
        values.push(Value::from(id));
        format!(" AND {who} = {}", window.parameter(2))
    });
    let one = one.unwrap_or_default();
    let in_month = which.month.map(|place| format!(" AND {month} = {place}")).unwrap_or_default();
    let sql = format!(
        "SELECT f.case_id, k.case_number, f.who, w.name, f.on_day, CAST(f.tenths AS BIGINT) \
         FROM (SELECT {case} AS case_id, {who} AS who, {on} AS on_day, {tenths} AS tenths {from} \
         AND {who} IN {team}{one}{in_month} AND {of}) f \
         JOIN caseworker w ON w.id = f.who \
         LEFT JOIN sickness_case k ON k.id = f.case_id AND k.caseworker_id IN {team} \
         ORDER BY f.on_day DESC, k.case_number, f.case_id, f.tenths, w.name \
         LIMIT {limit} OFFSET {offset}"
    );
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
