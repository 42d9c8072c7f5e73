//! The months that are counted: where each begins and ends in Denmark, as the databases compare it.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;
use contract::kpi::MONTHS;
use sea_orm::DbBackend;

/// The last months, the running one included.
#[derive(Clone, Debug)]
pub struct Window {
    backend: DbBackend,
    /// The first day of each.
    pub firsts: Vec<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
    now: DateTime<Utc>,
}

impl Window {
    /// The months up to a moment.
    pub fn up_to(backend: DbBackend, today: NaiveDate, now: DateTime<Utc>) -> Self {
        let running = today.with_day(1).unwrap_or(today);
        let back = (0..MONTHS).rev().filter_map(|ago| u32::try_from(ago).ok());
        let firsts = back.filter_map(|ago| running.checked_sub_months(Months::new(ago))).collect();
        Self { backend, firsts, today, now }
    }

    /// Where a month is among them.
    pub fn place(&self, month: NaiveDate) -> Option<usize> {
        self.firsts.iter().position(|first| *first == month)
    }

    /// The day after the last of each.
    fn ends(&self) -> impl Iterator<Item = NaiveDate> {
        self.firsts.iter().filter_map(|first| first.checked_add_months(Months::new(1)))
    }

    /// Is a column of moments between the first month's beginning and now?
    pub fn has_moment(&self, column: &str) -> String {
        let from = self.firsts.first().copied().unwrap_or(self.today);
        let (from, now) = (self.moment(midnight(from)), self.moment(self.now));
        format!("{column} >= {from} AND {column} <= {now}")
    }

    /// Is a column of days between the first month's beginning and today?
    pub fn has_day(&self, column: &str) -> String {
        let from = self.firsts.first().copied().unwrap_or(self.today);
        format!("{column} >= {} AND {column} <= {}", self.day(from), self.day(self.today))
    }

    /// The place of a moment's month, as SQL.
    pub fn place_of_moment(&self, column: &str) -> String {
        self.place_of(column, |day| self.moment(midnight(day)))
    }

    /// The place of a day's month, as SQL.
    pub fn place_of_day(&self, column: &str) -> String {
        self.place_of(column, |day| self.day(day))
    }

    fn place_of(&self, column: &str, end: impl Fn(NaiveDate) -> String) -> String {
        let cases: Vec<String> = (self.ends().enumerate())
            .map(|(place, day)| format!("WHEN {column} < {} THEN {place}", end(day)))
            .collect();
        format!("CASE {} END", cases.join(" "))
    }

    /// The months as a table: their place, the day on which something stands at their end (today
    /// in the running one), and the moment after that day.
    pub fn table(&self) -> String {
        let row = |(place, end): (usize, NaiveDate)| {
            let last = end.pred_opt().unwrap_or(end).min(self.today);
            let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
            let (day, after) = (self.day(last), self.moment(midnight(after)));
            format!("SELECT {place} AS place, {day} AS day, {after} AS after")
        };
        self.ends().enumerate().map(row).collect::<Vec<_>>().join(" UNION ALL ")
    }

    /// A day as SQL.
    fn day(&self, day: NaiveDate) -> String {
        match self.backend {
            DbBackend::Postgres => format!("DATE '{day}'"),
            _ => format!("'{day}'"),
        }
    }

    /// A moment as SQL, as it is stored.
    fn moment(&self, at: DateTime<Utc>) -> String {
        let text = at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false);
        match self.backend {
            DbBackend::Postgres => format!("TIMESTAMPTZ '{text}'"),
            _ => format!("'{text}'"),
        }
    }

    /// Whole days from one moment to another, in tenths, as SQL.
    pub fn tenths_of_days(&self, from: &str, to: &str) -> String {
        match self.backend {
            DbBackend::Postgres => {
                format!("CAST(EXTRACT(EPOCH FROM ({to} - {from})) AS BIGINT) / 8640")
            }
            _ => format!(
                "(CAST(strftime('%s', {to}) AS INTEGER) - \
                 CAST(strftime('%s', {from}) AS INTEGER)) / 8640"
            ),
        }
    }

    /// Days from one day to another, as SQL.
    pub fn days(&self, from: &str, to: &str) -> String {
        match self.backend {
            DbBackend::Postgres => format!("({to} - {from})"),
            _ => format!("CAST(julianday({to}) - julianday({from}) AS INTEGER)"),
        }
    }

    /// A parameter, as SQL.
    pub fn parameter(&self, number: usize) -> String {
        format!("${number}")
    }

    /// The first day of a month that is stored as "YYYY-MM", as SQL.
    pub fn first_of(&self, column: &str) -> String {
        match self.backend {
            DbBackend::Postgres => format!("CAST({column} || '-01' AS date)"),
            _ => format!("({column} || '-01')"),
        }
    }

    /// Nobody in particular, as SQL: whoever the department's own rows count to.
    pub fn nobody(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "CAST('00000000-0000-0000-0000-000000000000' AS uuid)",
            _ => "x'00000000000000000000000000000000'",
        }
    }

    /// No case, as SQL.
    pub fn no_case(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "CAST(NULL AS uuid)",
            _ => "NULL",
        }
    }

    /// Which database it is for.
    pub fn backend(&self) -> DbBackend {
        self.backend
    }
}

/// The moment at which a day begins in Denmark. Clocks are never changed at midnight there.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let wall = day.and_time(NaiveTime::MIN);
    Copenhagen.from_local_datetime(&wall).earliest().map_or(wall.and_utc(), |at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window() -> Window {
        let now: DateTime<Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
        Window::up_to(DbBackend::Sqlite, now.date_naive(), now)
    }

    #[test]
    fn fourteen_months_end_with_the_running_one() {
        let firsts = window().firsts;
        assert_eq!(firsts.len(), MONTHS);
        assert_eq!(firsts[0].to_string(), "2025-11-01");
        assert_eq!(firsts[13].to_string(), "2026-12-01");
    }

    #[test]
    fn months_begin_at_midnight_in_denmark() {
        let sql = window().place_of_moment("at");
        assert!(sql.starts_with("CASE WHEN at < '2025-11-30T23:00:00+00:00' THEN 0"), "{sql}");
        assert!(sql.contains("WHEN at < '2026-06-30T22:00:00+00:00' THEN 7"), "{sql}");
    }

    #[test]
    fn the_running_month_stands_as_it_is_today() {
        assert!(window().table().contains("SELECT 13 AS place, '2026-12-01' AS day"));
        assert!(window().table().contains("SELECT 12 AS place, '2026-11-30' AS day"));
    }
}
