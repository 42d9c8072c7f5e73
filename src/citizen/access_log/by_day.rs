//! The looks of a day together. Draws nothing.

use chrono::NaiveDate;
use contract::access_log::AccessLogEntry;

/// Looks that follow each other on the same Danish day, in the order given.
pub fn by_day(looks: &[AccessLogEntry]) -> Vec<(NaiveDate, &[AccessLogEntry])> {
    looks
        .chunk_by(|one, next| day(one) == day(next))
        .filter_map(|looks| Some((day(looks.first()?), looks)))
        .collect()
}

fn day(look: &AccessLogEntry) -> NaiveDate {
    look.at.date_naive()
}

#[cfg(test)]
mod tests {
    use contract::access_log::{AccessRole, AccessedData};
    use contract::ids::AccessLogEntryId;

    use super::*;

    fn look(at: &str) -> AccessLogEntry {
        AccessLogEntry {
            id: AccessLogEntryId(uuid::Uuid::from_u128(1)),
            at: at.parse().unwrap(),
            role: AccessRole::Caseworker,
            unit: "Team A".into(),
            name: None,
            what: AccessedData::Case,
            reason: None,
        }
    }

    #[test]
    fn looks_of_a_day_stand_together_by_the_danish_clock() {
        let looks = [
            look("2026-12-02T00:10:00+01:00"),
            look("2026-12-01T23:50:00+01:00"),
            look("2026-12-01T08:00:00+01:00"),
        ];
        let days: Vec<_> =
            by_day(&looks).into_iter().map(|(day, looks)| (day.to_string(), looks.len())).collect();
        assert_eq!(days, [("2026-12-02".to_owned(), 1), ("2026-12-01".to_owned(), 2)]);
        assert!(by_day(&[]).is_empty());
    }
}
