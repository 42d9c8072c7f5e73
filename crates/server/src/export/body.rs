//! An export on its way: some cases' rows are read, the looks written down, the rows sent, then
//! the next cases'. Knows no columns.

use std::collections::{HashMap, HashSet};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use contract::export::{ExportFormat, ExportRow, VERSION, safe_cell};
use futures_util::stream;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::access_log;
use crate::auth::TeamLeader;
use crate::clock::local_date;
use crate::db::entities::{caseworker, sickness_case};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Cases whose rows are in memory at once.
const CASES_AT_ONCE: usize = 500;

/// A mark by which spreadsheets know UTF-8.
const UTF_8_MARK: &str = "\u{FEFF}";

/// A span of days in Denmark; open where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The first.
    pub from: Option<NaiveDate>,
    /// The last.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Is a day in it?
    pub fn has(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Is a moment in it?
    pub fn has_moment(self, at: DateTime<Utc>) -> bool {
        self.has(local_date(at))
    }

    /// Moments outside of which there are none of it, whatever the hour in Denmark.
    pub fn bounds(self) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        let begin =
            self.from.map_or(DateTime::UNIX_EPOCH, |day| midnight(day) - TimeDelta::days(1));
        let end = self.to.and_then(|day| day.checked_add_days(Days::new(2)));
        (begin, end.map_or_else(|| begin + TimeDelta::days(365 * 400), midnight))
    }
}

/// What every export reads with.
pub struct Reading<'a> {
    /// The server's state.
    pub state: &'a AppState,
    /// Of which days.
    pub span: Span,
    /// The case numbers of the cases at hand.
    pub numbers: &'a HashMap<Uuid, String>,
    /// Caseworkers' initials.
    pub initials: &'a HashMap<Uuid, String>,
}

impl Reading<'_> {
    /// The cases at hand.
    pub fn cases(&self) -> Vec<Uuid> {
        self.numbers.keys().copied().collect()
    }

    /// The number of one of them.
    pub fn number(&self, case: Uuid) -> String {
        self.numbers.get(&case).cloned().unwrap_or_default()
    }
}

/// Rows that can be read for some cases at a time.
pub trait Exported: ExportRow + Send + Sized + 'static {
    /// The rows of the cases at hand, each with its case, in the order they came to be.
    fn of_cases(
        reading: Reading<'_>,
    ) -> impl Future<Output = Result<Vec<(Uuid, Self)>, ApiError>> + Send;
}

/// The whole export as an answer. What goes wrong before the first rows are there is refused; what
/// goes wrong later ends the connection, so that half a file is never taken for a whole one.
///
/// # Errors
/// When the database fails.
pub async fn of<T: Exported>(
    state: &AppState,
    leader: TeamLeader,
    format: ExportFormat,
    span: Span,
) -> Result<Response, ApiError> {
    let mut export = Under::<T>::begin(state, leader, format, span).await?;
    let first = export.next().await?.unwrap_or_default();
    let rest = stream::try_unfold(export, async |mut export| match export.next().await {
        Ok(rows) => Ok(rows.map(|rows| (rows, export))),
        Err(error) => {
            tracing::error!(?error, "an export was cut off");
            Err(std::io::Error::other("the export was cut off"))
        }
    });
    let all = stream::StreamExt::chain(stream::iter([Ok(first)]), rest);
    let (kind, name) = (format.as_str(), T::NAME.replace('_', "-"));
    let file = format!("attachment; filename=\"genvej-{name}-{}.{kind}\"", state.clock.today());
    let file = HeaderValue::try_from(file).map_err(ApiError::internal)?;
    let kind = HeaderValue::from_static(match format {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Json => "application/json",
    });
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, file)];
    Ok((headers, Body::from_stream(all)).into_response())
}

/// An export that has come so far.
struct Under<T> {
    state: AppState,
    leader: TeamLeader,
    format: ExportFormat,
    span: Span,
    initials: HashMap<Uuid, String>,
    /// Those still to come, the next ones last.
    cases: Vec<(Uuid, String)>,
    rows: usize,
    begun: bool,
    done: bool,
    of: std::marker::PhantomData<fn() -> T>,
}

impl<T: Exported> Under<T> {
    async fn begin(
        state: &AppState,
        leader: TeamLeader,
        format: ExportFormat,
        span: Span,
    ) -> Result<Self, ApiError> {
        use sickness_case::Column;
        let db = state.db.read();
        let people = caseworker::Entity::find().all(db).await?;
        let team = leader.caseworker().team();
        let of_team = people.iter().filter(|row| row.team == team).map(|row| row.id);
        let cases: Vec<(Uuid, String)> = sickness_case::Entity::find()
            .select_only()
            .columns([Column::Id, Column::CaseNumber])
            .filter(Column::CaseworkerId.is_in(of_team))
            .order_by_desc(Column::CaseNumber)
            .into_tuple()
            .all(db)
            .await?;
        let initials = people.into_iter().filter_map(|row| Some((row.id, row.initials?))).collect();
        let (state, of) = (state.clone(), std::marker::PhantomData);
        let (rows, begun, done) = (0, false, false);
        Ok(Self { state, leader, format, span, initials, cases, rows, begun, done, of })
    }

    /// The next piece of the file; `None` after the last.
    async fn next(&mut self) -> Result<Option<Bytes>, ApiError> {
        if self.done {
            return Ok(None);
        }
        let mut text = String::new();
        if !self.begun {
            text.push_str(&self.head()?);
            self.begun = true;
        }
        let rows = self.rows_of_next().await?;
        match self.format {
            ExportFormat::Csv => text.push_str(&csv_lines(rows.iter().map(cells_of))?),
            ExportFormat::Json => {
                for row in &rows {
                    text.push_str(if self.rows == 0 { "\n" } else { ",\n" });
                    text.push_str(&serde_json::to_string(row).map_err(ApiError::internal)?);
                    self.rows += 1;
                }
            }
        }
        if self.cases.is_empty() {
            self.done = true;
            text.push_str(if self.format == ExportFormat::Json { "\n]}\n" } else { "" });
        }
        Ok(Some(text.into()))
    }

    async fn rows_of_next(&mut self) -> Result<Vec<T>, ApiError> {
        let next = self.cases.split_off(self.cases.len().saturating_sub(CASES_AT_ONCE));
        let order: Vec<Uuid> = next.iter().rev().map(|(id, _)| *id).collect();
        let numbers: HashMap<Uuid, String> = next.into_iter().collect();
        let (state, initials) = (&self.state, &self.initials);
        let reading = Reading { state, span: self.span, numbers: &numbers, initials };
        let rows = T::of_cases(reading).await?;
        let seen: HashSet<Uuid> = rows.iter().map(|(case, _)| *case).collect();
        let looked: Vec<Uuid> = order.iter().copied().filter(|id| seen.contains(id)).collect();
        access_log::exported(&self.state, self.leader.caseworker(), &looked).await?;
        let place: HashMap<Uuid, usize> = order.into_iter().zip(0..).collect();
        let mut rows = rows;
        rows.sort_by_key(|(case, _)| place.get(case).copied());
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn head(&self) -> Result<String, ApiError> {
        if self.format == ExportFormat::Csv {
            let names = T::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
            return Ok(format!("{UTF_8_MARK}{}", csv_lines(std::iter::once(Ok(names)))?));
        }
        let head = json!({
            "version": VERSION,
            "export": T::NAME,
            "at": super::moment(self.state.clock.now()),
            "from": self.span.from,
            "to": self.span.to,
        });
        let head = head.to_string();
        Ok(format!("{},\"rows\":[", head.trim_end_matches('}')))
    }
}

/// The cells of a row in the order of its columns, as text.
fn cells_of<T: ExportRow>(row: &T) -> Result<Vec<String>, ApiError> {
    let fields = serde_json::to_value(row).map_err(ApiError::internal)?;
    let cell = |name: &&str| match fields.get(name) {
        Some(Value::String(text)) => Ok(safe_cell(text).into_owned()),
        Some(Value::Null) => Ok(String::new()),
        Some(value @ (Value::Bool(_) | Value::Number(_))) => Ok(value.to_string()),
        _ => Err(ApiError::internal(format_args!("no column {name}"))),
    };
    T::COLUMNS.iter().map(cell).collect()
}

/// A whole CSV file of rows that are all there.
///
/// # Errors
/// When a row has no cell for one of its columns.
pub fn csv_of<T: ExportRow>(rows: &[T]) -> Result<String, ApiError> {
    let names = T::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
    let lines = std::iter::once(Ok(names)).chain(rows.iter().map(cells_of));
    Ok(format!("{UTF_8_MARK}{}", csv_lines(lines)?))
}

fn csv_lines(
    rows: impl Iterator<Item = Result<Vec<String>, ApiError>>,
) -> Result<String, ApiError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row?).map_err(ApiError::internal)?;
    }
    let bytes = writer.into_inner().map_err(ApiError::internal)?;
    String::from_utf8(bytes).map_err(ApiError::internal)
}
