//! Which rule set governs.

use rules::ContactRuleSet;
use rules::rule_set::in_force;

use crate::support::{day, slagelse};

fn named(name: &str, from: &str, to: Option<&str>, absent_from: Option<&str>) -> ContactRuleSet {
    ContactRuleSet {
        name: name.to_owned(),
        valid_from: day(from),
        valid_to: to.map(day),
        first_absence_from: absent_from.map(day),
        ..slagelse()
    }
}

#[test]
fn the_rule_set_follows_first_absence_and_conversation_date() {
    let sets = [
        named("2025", "2025-01-01", None, None),
        named("2026", "2026-07-01", None, Some("2026-02-01")),
        named("pilot", "2024-01-01", Some("2024-12-31"), None),
    ];
    let examples = [
        ("2026-01-31", "2026-08-01", Some("2025")),
        ("2026-02-01", "2026-06-30", Some("2025")),
        ("2026-02-01", "2026-07-01", Some("2026")),
        ("2024-12-01", "2024-12-31", Some("pilot")),
        ("2023-12-01", "2023-12-31", None),
    ];
    for (first_absence, on, expected) in examples {
        let found = in_force(&sets, day(first_absence), day(on));
        assert_eq!(found.map(|set| set.name.as_str()), expected, "{first_absence}, {on}");
    }
}
