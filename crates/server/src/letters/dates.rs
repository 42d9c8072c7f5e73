//! Days in the words of letters, as the app prints them (`src/text/dates.rs`): a letter and a page
//! name the same day alike. Knows no letter.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Weekday};

use super::draft::{Words, words};

/// "mandag den 4. januar 2027", "Monday 4 January 2027".
pub(super) fn day(date: NaiveDate) -> Words {
    let (weekday, month) = (weekday(date.weekday()), month(date));
    words(
        format!("{} den {}. {} {}", weekday.0, date.day(), month.0, date.year()),
        format!("{} {} {} {}", weekday.1, date.day(), month.1, date.year()),
    )
}

/// "mandag den 4. januar 2027 kl. 10.15", "Monday 4 January 2027 at 10:15".
pub(super) fn moment(at: DateTime<FixedOffset>) -> Words {
    let (day, hour, minute) = (day(at.date_naive()), at.hour(), at.minute());
    words(format!("{} kl. {hour}.{minute:02}", day.da), format!("{} at {hour}:{minute:02}", day.en))
}

const fn weekday(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Mon => ("mandag", "Monday"),
        Weekday::Tue => ("tirsdag", "Tuesday"),
        Weekday::Wed => ("onsdag", "Wednesday"),
        Weekday::Thu => ("torsdag", "Thursday"),
        Weekday::Fri => ("fredag", "Friday"),
        Weekday::Sat => ("lørdag", "Saturday"),
        Weekday::Sun => ("søndag", "Sunday"),
    }
}

/// Names of the months, January first.
const MONTHS: [(&str, &str); 12] = [
    ("januar", "January"),
    ("februar", "February"),
    ("marts", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("august", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

fn month(date: NaiveDate) -> (&'static str, &'static str) {
    let place = usize::try_from(date.month0()).unwrap_or_default();
    MONTHS.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_names_a_day_as_a_page_does() {
        let december = day("2026-12-08".parse().unwrap());
        assert_eq!(december, words("tirsdag den 8. december 2026", "Tuesday 8 December 2026"));
        assert_eq!(day("2027-01-04".parse().unwrap()).da, "mandag den 4. januar 2027");
    }
}
