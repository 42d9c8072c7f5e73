//! Names, numbers and chances of the crowd, each made of a number so that it is the same each time.

/// Their case numbers have a digit more than those of the others.
const FIRST_NUMBER: usize = 100_000;
const FIRST_NAMES: [&str; 24] = [
    "Agnes", "Bjarne", "Carla", "Ditte", "Esben", "Freja", "Gunnar", "Helle", "Inger", "Jesper",
    "Klara", "Lasse", "Marie", "Niels", "Oda", "Palle", "Rosa", "Søren", "Tove", "Ulla", "Villy",
    "Ylva", "Åse", "Ane",
];
const LAST_NAMES: [&str; 20] = [
    "Agerskov",
    "Birk",
    "Damsgård",
    "Egelund",
    "Fuglsang",
    "Højmark",
    "Ibsgaard",
    "Jernved",
    "Kjær",
    "Lyngby",
    "Nørholm",
    "Overby",
    "Præstø",
    "Rødding",
    "Skovbo",
    "Toftdal",
    "Urup",
    "Vestrup",
    "Winther",
    "Åkjær",
];
/// Companies of their own, so that nobody signs in to thousands of employees.
pub const COMPANIES: usize = 40;

/// The number of a case.
pub fn case_number(index: usize) -> String {
    format!("2026-{}", FIRST_NUMBER + index)
}

/// A replacement number, as the demonstration's own, but born in other years.
pub fn test_cpr(index: usize) -> String {
    let (day, month) = (61 + index % 28, 1 + index % 12);
    let (year, serial) = (40 + index / 3_000 % 40, 1_000 + index % 3_000);
    format!("{day:02}{month:02}{year}{serial}")
}

/// CVR number and name of a company.
pub fn company(number: usize) -> (String, String) {
    (format!("{}", 99_990_000 + number), format!("{} & Søn ApS", LAST_NAMES[number % 20]))
}

/// The name of the person of that number; thousands share theirs.
pub fn name(index: usize) -> String {
    let first = FIRST_NAMES[index % FIRST_NAMES.len()];
    format!("{first} {}", LAST_NAMES[index / FIRST_NAMES.len() % LAST_NAMES.len()])
}

/// What chance would decide, decided by a case's number: it falls the same way each time.
#[derive(Clone, Copy, Debug)]
pub struct Dice(pub usize);

impl Dice {
    /// A number below `sides`; each `throw` of a case is another.
    pub fn falls(self, throw: u64, sides: u64) -> i64 {
        let seed = (whole(self.0).unsigned_abs() << 8 | throw).wrapping_add(1);
        let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33;
        i64::try_from(mixed % sides.max(1)).unwrap_or_default()
    }
}

/// A number that can be subtracted.
pub fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use rules::Cpr;
    use rules::identifiers::TestNumbers;

    use super::*;

    #[test]
    fn the_crowd_has_test_numbers_only_and_no_two_the_same() {
        let numbers: HashSet<String> = (0..100_000).map(test_cpr).collect();
        assert_eq!(numbers.len(), 100_000);
        for number in (0..100_000).step_by(997).map(test_cpr) {
            assert!(Cpr::parse(&number, TestNumbers::Accept).is_ok(), "{number}");
            assert!(Cpr::parse(&number, TestNumbers::Refuse).is_err(), "{number}");
        }
    }
}
