//! Numbers, hours and weeks in words, in both languages. Takes minutes and days; knows no date.

use contract::rules::WeeklyHours;

use super::Language;

/// "5.013", "5,013": how many there are.
pub fn count(language: Language, number: usize) -> String {
    let mark = match language {
        Language::Da => '.',
        Language::En => ',',
    };
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    written
}

/// The same of a number that came from the server.
pub fn count_u32(language: Language, number: u32) -> String {
    count(language, usize::try_from(number).unwrap_or(usize::MAX))
}

/// "18,5", "18.5": hours to the hundredth.
pub fn decimal_hours(language: Language, minutes: u64) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let mark = match language {
        Language::Da => ',',
        Language::En => '.',
    };
    match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}{mark}{}", part / 10),
        part => format!("{whole}{mark}{part:02}"),
    }
}

/// "18,5", "-0.3", "25": tenths as a number.
pub fn tenths(language: Language, tenths: i32) -> String {
    let mark = match language {
        Language::Da => ',',
        Language::En => '.',
    };
    let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match size % 10 {
        0 => format!("{sign}{}", size / 10),
        part => format!("{sign}{}{mark}{part}", size / 10),
    }
}

/// "18,5 timer", "1 hour".
pub fn hours(language: Language, minutes: u64) -> String {
    let number = decimal_hours(language, minutes);
    let unit = match (language, number.as_str()) {
        (Language::Da, "1") => "time",
        (Language::Da, _) => "timer",
        (Language::En, "1") => "hour",
        (Language::En, _) => "hours",
    };
    format!("{number} {unit}")
}

/// "18,5 timer om ugen", "18.5 hours a week".
pub fn hours_a_week(language: Language, weekly: WeeklyHours) -> String {
    let hours = hours(language, u64::from(weekly.minutes));
    match language {
        Language::Da => format!("{hours} om ugen"),
        Language::En => format!("{hours} a week"),
    }
}

/// "4 uger", "1 uge og 3 dage", "2 days".
pub fn weeks(language: Language, days: u32) -> String {
    let [week, weeks, day, days_word, and] = match language {
        Language::Da => ["uge", "uger", "dag", "dage", "og"],
        Language::En => ["week", "weeks", "day", "days", "and"],
    };
    let counted = |number: u32, one: &str, many: &str| {
        format!("{number} {}", if number == 1 { one } else { many })
    };
    match (days / 7, days % 7) {
        (0, days) => counted(days, day, days_word),
        (full, 0) => counted(full, week, weeks),
        (full, days) => {
            format!("{} {and} {}", counted(full, week, weeks), counted(days, day, days_word))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weekly(text: &str) -> WeeklyHours {
        WeeklyHours::parse(text).unwrap()
    }

    #[test]
    fn thousands_have_their_mark() {
        let written =
            [0, 7, 999, 1_000, 5_013, 50_000, 1_234_567].map(|one| count(Language::Da, one));
        assert_eq!(written, ["0", "7", "999", "1.000", "5.013", "50.000", "1.234.567"]);
        assert_eq!(count(Language::En, 5_013), "5,013");
    }

    #[test]
    fn hours_are_written_as_each_language_writes_numbers() {
        let half = weekly("18,5");
        assert_eq!(hours_a_week(Language::Da, half), "18,5 timer om ugen");
        assert_eq!(hours_a_week(Language::En, half), "18.5 hours a week");
        assert_eq!(hours(Language::Da, 37 * 60), "37 timer");
        assert_eq!(hours(Language::Da, 60), "1 time");
        assert_eq!(hours(Language::En, 60), "1 hour");
        assert_eq!(hours(Language::Da, 0), "0 timer");
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_minutes() {
        for minutes in 0..=37 * 60 {
            let shown = decimal_hours(Language::Da, minutes);
            let read = WeeklyHours::parse(&shown).map(|hours| u64::from(hours.minutes));
            assert_eq!(read, Some(minutes), "{shown}");
        }
    }

    #[test]
    fn days_are_said_in_weeks() {
        assert_eq!(weeks(Language::Da, 28), "4 uger");
        assert_eq!(weeks(Language::Da, 7), "1 uge");
        assert_eq!(weeks(Language::Da, 10), "1 uge og 3 dage");
        assert_eq!(weeks(Language::En, 15), "2 weeks and 1 day");
        assert_eq!(weeks(Language::En, 2), "2 days");
    }
}
