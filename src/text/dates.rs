//! The one formatter of dates and times, in both languages. Prints the wall clock it is
//! given; knows no zone and no clock.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, Timelike};
use contract::rules::WallTime;

use super::Language;

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_DA: [&str; 7] =
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// "december 2026", "December 2026".
pub fn month_of_year(language: Language, day: NaiveDate) -> String {
    format!("{} {}", month(language, day), day.year())
}

/// "mandag", "Monday": 1 is Monday, 7 is Sunday.
pub fn weekday(language: Language, number: u8) -> &'static str {
    let names = match language {
        Language::Da => WEEKDAYS_DA,
        Language::En => WEEKDAYS_EN,
    };
    names[usize::from(number.clamp(1, 7)) - 1]
}

/// "tirsdag den 8. december", "Tuesday 8 December".
pub fn date(language: Language, date: NaiveDate) -> String {
    let name = weekday_of(language, date);
    let day = date_without_weekday(language, date);
    match language {
        Language::Da => format!("{name} den {day}"),
        Language::En => format!("{name} {day}"),
    }
}

/// "8. december", "8 December": in sentences where the weekday does not matter.
pub fn date_without_weekday(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Da => format!("{}. {}", date.day(), month(language, date)),
        Language::En => format!("{} {}", date.day(), month(language, date)),
    }
}

/// "8. december 2026", "8 December 2026": for days far away.
pub fn date_with_year(language: Language, date: NaiveDate) -> String {
    format!("{} {}", date_without_weekday(language, date), date.year())
}

/// "tirsdag den 8. december 2026", "Tuesday 8 December 2026": headings of days far away.
pub fn full_date(language: Language, day: NaiveDate) -> String {
    format!("{} {}", date(language, day), day.year())
}

/// "ti. 8/12", "Tue 8/12": for narrow tables.
pub fn short_date(language: Language, date: NaiveDate) -> String {
    let name = weekday_of(language, date);
    match language {
        Language::Da => {
            let start: String = name.chars().take(2).collect();
            format!("{start}. {}/{}", date.day(), date.month())
        }
        Language::En => {
            let start: String = name.chars().take(3).collect();
            format!("{start} {}/{}", date.day(), date.month())
        }
    }
}

/// "10.15", "10:15".
pub fn time(language: Language, at: &DateTime<FixedOffset>) -> String {
    clock(language, at.naive_local().time())
}

/// "10.15–11.00", "10:15–11:00".
pub fn time_span(
    language: Language,
    from: &DateTime<FixedOffset>,
    to: &DateTime<FixedOffset>,
) -> String {
    format!("{}–{}", time(language, from), time(language, to))
}

/// "10.15", "10:15" of a time without a date.
pub fn wall_time(language: Language, at: WallTime) -> String {
    let minutes = at.minutes();
    hour_minute(language, u32::from(minutes / 60), u32::from(minutes % 60))
}

/// "tirsdag den 8. december kl. 10.15", "Tuesday 8 December at 10:15".
pub fn date_time(language: Language, at: &DateTime<FixedOffset>) -> String {
    let day = date(language, at.date_naive());
    match language {
        Language::Da => format!("{day} kl. {}", time(language, at)),
        Language::En => format!("{day} at {}", time(language, at)),
    }
}

/// "tirsdag den 8. december 2026 kl. 10.15", "Tuesday 8 December 2026 at 10:15": on receipts.
pub fn full_date_time(language: Language, at: &DateTime<FixedOffset>) -> String {
    let day = full_date(language, at.date_naive());
    match language {
        Language::Da => format!("{day} kl. {}", time(language, at)),
        Language::En => format!("{day} at {}", time(language, at)),
    }
}

/// "ti. 8/12 kl. 10.15", "Tue 8/12 at 10:15".
pub fn short_date_time(language: Language, at: &DateTime<FixedOffset>) -> String {
    let day = short_date(language, at.date_naive());
    match language {
        Language::Da => format!("{day} kl. {}", time(language, at)),
        Language::En => format!("{day} at {}", time(language, at)),
    }
}

/// "Uge 50: 7.–13. december", "Week 50: 7–13 December", for the week of that Monday.
pub fn week(language: Language, monday: NaiveDate) -> String {
    let number = monday.iso_week().week();
    let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
    let span = match (monday.month() == sunday.month(), language) {
        (true, Language::Da) => {
            format!("{}.–{}", monday.day(), date_without_weekday(language, sunday))
        }
        (true, Language::En) => {
            format!("{}–{}", monday.day(), date_without_weekday(language, sunday))
        }
        (false, _) => format!(
            "{} – {}",
            date_without_weekday(language, monday),
            date_without_weekday(language, sunday)
        ),
    };
    match language {
        Language::Da => format!("Uge {number}: {span}"),
        Language::En => format!("Week {number}: {span}"),
    }
}

fn weekday_of(language: Language, date: NaiveDate) -> &'static str {
    weekday(language, u8::try_from(date.weekday().number_from_monday()).unwrap_or(1))
}

fn month(language: Language, date: NaiveDate) -> &'static str {
    let names = match language {
        Language::Da => MONTHS_DA,
        Language::En => MONTHS_EN,
    };
    names[date.month0() as usize]
}

fn clock(language: Language, at: NaiveTime) -> String {
    hour_minute(language, at.hour(), at.minute())
}

fn hour_minute(language: Language, hour: u32, minute: u32) -> String {
    match language {
        Language::Da => format!("{hour}.{minute:02}"),
        Language::En => format!("{hour}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn says_dates_as_people_say_them() {
        assert_eq!(date(Language::Da, day("2026-12-08")), "tirsdag den 8. december");
        assert_eq!(date(Language::En, day("2026-12-08")), "Tuesday 8 December");
        assert_eq!(date_with_year(Language::Da, day("2027-01-01")), "1. januar 2027");
        assert_eq!(full_date(Language::Da, day("2026-12-08")), "tirsdag den 8. december 2026");
        assert_eq!(short_date(Language::Da, day("2026-12-12")), "lø. 12/12");
        assert_eq!(short_date(Language::En, day("2026-12-12")), "Sat 12/12");
    }

    #[test]
    fn prints_the_wall_clock_it_is_given() {
        let start = at("2026-12-08T10:15:00+01:00");
        assert_eq!(date_time(Language::Da, &start), "tirsdag den 8. december kl. 10.15");
        assert_eq!(date_time(Language::En, &start), "Tuesday 8 December at 10:15");
        assert_eq!(time(Language::Da, &at("2026-07-01T09:05:00+02:00")), "9.05");
        let end = at("2026-12-08T11:00:00+01:00");
        assert_eq!(time_span(Language::Da, &start, &end), "10.15–11.00");
        assert_eq!(short_date_time(Language::Da, &start), "ti. 8/12 kl. 10.15");
    }

    #[test]
    fn names_weeks_across_months_and_years() {
        assert_eq!(week(Language::Da, day("2026-12-07")), "Uge 50: 7.–13. december");
        assert_eq!(week(Language::En, day("2026-12-07")), "Week 50: 7–13 December");
        assert_eq!(week(Language::Da, day("2026-12-28")), "Uge 53: 28. december – 3. januar");
    }

    #[test]
    fn names_weekdays_by_their_iso_number() {
        assert_eq!(weekday(Language::Da, 1), "mandag");
        assert_eq!(weekday(Language::En, 7), "Sunday");
        let noon = WallTime::new(12, 5).unwrap();
        assert_eq!(wall_time(Language::Da, noon), "12.05");
        assert_eq!(wall_time(Language::En, noon), "12:05");
    }
}
