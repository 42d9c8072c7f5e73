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

    /// That month alone.
    pub fn month(&self, place: usize) -> Option<Self> {
        let firsts = vec![*self.firsts.get(place)?];
        Some(Self { firsts, ..self.clone() })
    }

    /// Where a month is among them.
    pub fn place(&self, month: NaiveDate) -> Option<usize> {
        self.firsts.iter().position(|first| *first == month)
    }

    /// The day after the last of each.
    fn ends(&self) -> impl Iterator<Item = NaiveDate> {
        self.firsts.iter().filter_map(|first| first.checked_add_months(Months::new(1)))
    }

    /// Is a column of moments between the first month's beginning and the last one's end, or now?
    pub fn has_moment(&self, column: &str) -> String {
        let from = self.moment(midnight(self.first()));
        let until = match self.ends().last().filter(|end| *end <= self.today) {
            Some(end) => format!("< {}", self.moment(midnight(end))),
            None => format!("<= {}", self.moment(self.now)),
        };
        format!("{column} >= {from} AND {column} {until}")
    }

    /// Is a column of days between the first month's beginning and the last one's end, or today?
    pub fn has_day(&self, column: &str) -> String {
        let last = self.ends().last().and_then(|end| end.pred_opt());
        let last = last.map_or(self.today, |last| last.min(self.today));
        format!("{column} >= {} AND {column} <= {}", self.day(self.first()), self.day(last))
    }

    /// Is a column of months ("YYYY-MM") one of them?
    pub fn has_month(&self, column: &str) -> String {
        let last = self.firsts.last().copied().unwrap_or(self.today);
        format!("{column} >= {} AND {column} <= {}", month(self.first()), month(last))
    }

    /// The place of a moment's month, as SQL.
    pub fn place_of_moment(&self, column: &str) -> String {
        self.place_of(column, |end| self.moment(midnight(end)))
    }

    /// The place of a day's month, as SQL.
    pub fn place_of_day(&self, column: &str) -> String {
        self.place_of(column, |end| self.day(end))
    }

    /// The place of a month that is stored as "YYYY-MM", as SQL.
    pub fn place_of_month(&self, column: &str) -> String {
        self.place_of(column, month)
    }

    fn place_of(&self, column: &str, end: impl Fn(NaiveDate) -> String) -> String {
        halved(column, &self.ends().map(end).collect::<Vec<_>>(), 0)
    }

    fn first(&self) -> NaiveDate {
        self.firsts.first().copied().unwrap_or(self.today)
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

/// Which of the months that end there, as SQL. Halved again and again: it is asked of every row, and
/// four comparisons are fewer than fourteen.
fn halved(column: &str, ends: &[String], first: usize) -> String {
    let (early, late) = ends.split_at(ends.len() / 2);
    let Some(end) = early.last() else { return first.to_string() };
    let (before, after) = (halved(column, early, first), halved(column, late, first + early.len()));
    format!("CASE WHEN {column} < {end} THEN {before} ELSE {after} END")
}

/// A month as it is stored.
fn month(first: NaiveDate) -> String {
    format!("'{}'", first.format("%Y-%m"))
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
        assert!(sql.contains("WHEN at < '2025-11-30T23:00:00+00:00' THEN 0 "), "{sql}");
        assert!(sql.contains("WHEN at < '2026-06-30T22:00:00+00:00' THEN 7 "), "{sql}");
    }

    #[test]
    fn each_place_is_there_and_four_comparisons_find_it() {
        let ends: Vec<String> = (0..14).map(|end| end.to_string()).collect();
        let sql = halved("at", &ends, 0);
        for place in 0..14 {
            assert!(sql.contains(&format!(" {place} ")), "{place}: {sql}");
        }
        assert_eq!(sql.matches("WHEN").count(), 13);
        assert!(!sql.contains("END END END END END"), "{sql}");
        assert_eq!(halved("at", &ends[..1], 5), "5");
    }

    #[test]
    fn a_month_alone_ends_with_its_last_day_and_the_running_one_now() {
        let past = window().month(7).unwrap();
        assert_eq!(
            past.has_moment("at"),
            "at >= '2026-05-31T22:00:00+00:00' AND at < '2026-06-30T22:00:00+00:00'"
        );
        assert_eq!(past.has_day("day"), "day >= '2026-06-01' AND day <= '2026-06-30'");
        assert_eq!(past.has_month("m"), "m >= '2026-06' AND m <= '2026-06'");
        let running = window().month(13).unwrap();
        assert!(running.has_moment("at").ends_with("at <= '2026-12-01T08:00:00+00:00'"));
        assert!(running.has_day("day").ends_with("day <= '2026-12-01'"));
        assert!(window().month(14).is_none());
    }

    #[test]
    fn the_running_month_stands_as_it_is_today() {
        assert!(window().table().contains("SELECT 13 AS place, '2026-12-01' AS day"));
        assert!(window().table().contains("SELECT 12 AS place, '2026-11-30' AS day"));
    }
}
