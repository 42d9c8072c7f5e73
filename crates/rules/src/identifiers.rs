//! CPR and CVR numbers (DOMAIN 7.2, 7.3). Parsed once, then carried as types. A CPR number is
//! confidential: it shows itself masked, and cannot be serialized by accident.

use std::fmt;

use chrono::NaiveDate;

/// May test numbers be used? Only in the demo and in test mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestNumbers {
    /// Yes: a day of birth with 60 added is accepted.
    Accept,
    /// No.
    Refuse,
}

/// A CPR number of ten digits with a real date of birth. Deliberately without `Serialize` and
/// with a masked `Debug` and `Display`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cpr {
    digits: String,
    birth_date: NaiveDate,
}

/// Why a text is not a CPR number. Never carries the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CprError {
    /// Not ten digits, with at most a dash or a space after the sixth.
    NotTenDigits,
    /// The first six digits are no date in the century that the seventh gives.
    NoSuchDate,
    /// A test number where test numbers are refused.
    TestNumber,
}

impl fmt::Display for CprError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotTenDigits => "a CPR number has ten digits",
            Self::NoSuchDate => "a CPR number starts with a date of birth",
            Self::TestNumber => "test numbers are not accepted here",
        })
    }
}

impl std::error::Error for CprError {}

/// Added to the day of birth in replacement numbers, which can never be a real person's.
const TEST_DAY_OFFSET: u32 = 60;

impl Cpr {
    /// Reads a CPR number as people write it. Never refused on modulus 11: numbers that fail
    /// it have been given out since 2007.
    ///
    /// # Errors
    /// When it is not ten digits, not a date of birth, or a test number that is refused.
    pub fn parse(text: &str, test_numbers: TestNumbers) -> Result<Self, CprError> {
        let digits = ten_digits(text.trim()).ok_or(CprError::NotTenDigits)?;
        let [d1, d2, m1, m2, y1, y2, seventh, ..] = values(&digits);
        let day = 10 * d1 + d2;
        let is_test_number = day > TEST_DAY_OFFSET;
        if is_test_number && test_numbers == TestNumbers::Refuse {
            return Err(CprError::TestNumber);
        }
        let day = if is_test_number { day - TEST_DAY_OFFSET } else { day };
        let birth_date = NaiveDate::from_ymd_opt(year(10 * y1 + y2, seventh), 10 * m1 + m2, day)
            .ok_or(CprError::NoSuchDate)?;
        Ok(Self { digits, birth_date })
    }

    /// The ten digits. Named so that each use stands out in review: they belong in the store
    /// and in look-ups, never in a URL, a log, a mail or a calendar file (I8).
    pub fn expose_digits(&self) -> &str {
        &self.digits
    }

    /// The date of birth, by the century table of the seventh digit.
    pub const fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    /// Does modulus 11 hold? Only a hint while typing; valid numbers fail it.
    pub fn modulus_11_holds(&self) -> bool {
        const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        weighted_sum(&self.digits, &WEIGHTS).is_multiple_of(11)
    }
}

/// Does a CPR number stand anywhere in a text? Six digits and four, with any dash, space or sign
/// between them or nothing; longer numbers and those that begin with no date are others.
pub fn mentions_cpr(text: &str) -> bool {
    finds_cpr(text, 0)
}

/// The same where ten digits in a row may be another number, as a workplace's P-number is.
pub fn mentions_divided_cpr(text: &str) -> bool {
    finds_cpr(text, 1)
}

/// Most signs between the six digits and the four: a dash with a space on each side.
const BETWEEN: usize = 3;

fn finds_cpr(text: &str, fewest_between: usize) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let digits = |from: usize, count: usize| (from..from + count).all(is_digit);
    (0..chars.len()).any(|start| {
        if start > 0 && is_digit(start - 1) || !digits(start, 6) {
            return false;
        }
        let between = chars.iter().skip(start + 6).take_while(|sign| !sign.is_alphanumeric());
        let between = between.take(BETWEEN).count();
        let serial = start + 6 + between;
        if between < fewest_between || !digits(serial, 4) || is_digit(serial + 4) {
            return false;
        }
        let number = chars.iter().skip(start).take(6).chain(chars.iter().skip(serial).take(4));
        Cpr::parse(&number.collect::<String>(), TestNumbers::Accept).is_ok()
    })
}

impl fmt::Display for Cpr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-••••", &self.digits[..6])
    }
}

impl fmt::Debug for Cpr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Cpr({self})")
    }
}

fn ten_digits(text: &str) -> Option<String> {
    let digits: String = text
        .char_indices()
        .filter(|(at, written)| !(*at == 6 && matches!(written, '-' | ' ')))
        .map(|(_, written)| written)
        .collect();
    (digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// The full year of birth from its two digits and the seventh digit (DOMAIN 7.2).
const fn year(of_century: u32, seventh: u32) -> i32 {
    let century = match (seventh, of_century) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, 0..=57) => 2000,
        _ => 1800,
    };
    century + of_century.cast_signed()
}

fn values(digits: &str) -> [u32; 10] {
    let mut values = [0; 10];
    for (value, byte) in values.iter_mut().zip(digits.bytes()) {
        *value = u32::from(byte.wrapping_sub(b'0'));
    }
    values
}

fn weighted_sum(digits: &str, weights: &[u32]) -> u32 {
    values(digits).iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// A CVR number of eight digits. Public, unlike a CPR number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cvr(String);

/// The text is not eight digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACvr;

impl fmt::Display for NotACvr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a CVR number has eight digits")
    }
}

impl std::error::Error for NotACvr {}

impl Cvr {
    /// Reads a CVR number, with or without spaces between the digits.
    ///
    /// # Errors
    /// When it is not eight digits.
    pub fn parse(text: &str) -> Result<Self, NotACvr> {
        let digits: String = text.chars().filter(|written| *written != ' ').collect();
        if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(NotACvr)
        }
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Does the checksum hold? A warning, not a gate: the test organisation of MitID Erhverv
    /// fails it, and only the register knows whether a number exists.
    pub fn checksum_holds(&self) -> bool {
        const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
        weighted_sum(&self.0, &WEIGHTS).is_multiple_of(11)
    }
}

impl fmt::Display for Cvr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
