//! CPR and CVR numbers. Every CPR number here is made up.

use chrono::Datelike;
use proptest::prelude::*;
use rules::identifiers::{CprError, NotACvr, TestNumbers};
use rules::{Cpr, Cvr, mentions_cpr, mentions_divided_cpr};

use crate::support::day;

fn parse(text: &str) -> Result<Cpr, CprError> {
    Cpr::parse(text, TestNumbers::Refuse)
}

#[test]
fn a_cpr_number_is_read_as_people_write_it() {
    for text in ["0101901234", "010190-1234", "010190 1234", "  010190-1234\n"] {
        assert_eq!(parse(text).unwrap().expose_digits(), "0101901234", "{text}");
    }
}

#[test]
fn a_text_that_is_no_cpr_number_is_refused() {
    let examples = [
        ("", CprError::NotTenDigits),
        ("010190123", CprError::NotTenDigits),
        ("01019012345", CprError::NotTenDigits),
        ("010190--1234", CprError::NotTenDigits),
        ("01-01901234", CprError::NotTenDigits),
        ("010190-12x4", CprError::NotTenDigits),
        ("٠١٠١٩٠١٢٣٤", CprError::NotTenDigits),
        ("0000000000", CprError::NoSuchDate),
        ("310290-1234", CprError::NoSuchDate),
        ("011390-1234", CprError::NoSuchDate),
        ("290290-1234", CprError::NoSuchDate),
        ("320190-1234", CprError::NoSuchDate),
        ("600190-1234", CprError::NoSuchDate),
    ];
    for (text, error) in examples {
        assert_eq!(parse(text).unwrap_err(), error, "{text}");
    }
}

#[test]
fn the_seventh_digit_gives_the_century() {
    let examples = [
        ("010100-0000", 1900),
        ("010199-3000", 1999),
        ("010136-4000", 2036),
        ("010137-4000", 1937),
        ("010136-9000", 2036),
        ("010137-9000", 1937),
        ("010157-5000", 2057),
        ("010158-5000", 1858),
        ("010157-8000", 2057),
        ("010158-8000", 1858),
        ("010199-8000", 1899),
        ("290200-4000", 2000),
    ];
    for (text, year) in examples {
        assert_eq!(parse(text).unwrap().birth_date().year(), year, "{text}");
    }
    assert_eq!(parse("290200-0000").unwrap_err(), CprError::NoSuchDate, "1900 was no leap year");
}

#[test]
fn a_cpr_number_is_never_refused_on_modulus_11() {
    let holds = parse("070761-4285").unwrap();
    assert!(holds.modulus_11_holds());
    let fails = parse("070761-4286").unwrap();
    assert!(!fails.modulus_11_holds());
}

#[test]
fn test_numbers_are_accepted_only_where_the_server_says_so() {
    assert_eq!(parse("670190-1234").unwrap_err(), CprError::TestNumber);
    let accepted = Cpr::parse("670190-1234", TestNumbers::Accept).unwrap();
    assert_eq!(accepted.birth_date(), day("1990-01-07"));
    assert_eq!(accepted.expose_digits(), "6701901234");
    assert_eq!(Cpr::parse("920190-1234", TestNumbers::Accept), Err(CprError::NoSuchDate));
    assert!(Cpr::parse("010190-1234", TestNumbers::Accept).is_ok());
}

#[test]
fn a_cpr_number_shows_itself_masked() {
    let cpr = parse("010190-1234").unwrap();
    assert_eq!(cpr.to_string(), "010190-••••");
    assert_eq!(format!("{cpr:?}"), "Cpr(010190-••••)");
    assert!(!format!("{:?}", parse("310290-1234")).contains("1234"));
}

#[test]
fn the_checksum_of_a_cvr_number_is_only_a_warning() {
    for valid in ["13748136", "24256790", "10172748", "13 74 81 36"] {
        assert!(Cvr::parse(valid).unwrap().checksum_holds(), "{valid}");
    }
    let test_organisation = Cvr::parse("12345678").unwrap();
    assert!(!test_organisation.checksum_holds());
    assert_eq!(test_organisation.as_str(), "12345678");
}

#[test]
fn a_text_that_is_no_cvr_number_is_refused() {
    for text in ["", "1374813", "137481360", "1374813x", "DK13748136", "١٢٣٤٥٦٧٨"] {
        assert_eq!(Cvr::parse(text), Err(NotACvr), "{text}");
    }
}

#[test]
fn a_cpr_number_in_a_text_is_seen() {
    for text in [
        "010190-1234",
        "Hans nummer er 0101901234.",
        "610190 1234",
        "født 010190 \u{2013} 1234, mødt",
        "(311299-0001)",
        "010190\u{2011}1234",
        "010190\u{2012}1234",
        "010190\u{2014}1234",
        "010190\u{202f}1234",
        "010190\t1234",
        "010190\n1234",
        "010190/1234",
        "010190.1234",
    ] {
        assert!(mentions_cpr(text), "{text}");
    }
    for text in [
        "",
        "010190",
        "20 12 10 12",
        "+45 12 34 56 78",
        "451234567",
        "01019012345",
        "1010190-1234",
        "311390-1234",
        "CVR 12345678",
        "fra 1. december 2026 til 31.12.2026",
    ] {
        assert!(!mentions_cpr(text), "{text}");
    }
}

#[test]
fn a_production_units_number_is_no_divided_cpr_number() {
    for text in ["0101901234", "P-nr. 1012345678", "010190 abc 1234"] {
        assert!(!mentions_divided_cpr(text), "{text}");
    }
    for text in ["010190-1234", "Butikken, 010190 1234", "010190\u{2011}1234"] {
        assert!(mentions_divided_cpr(text), "{text}");
    }
}

proptest! {
    #[test]
    fn a_cpr_number_is_seen_wherever_it_stands(before in "[^0-9]{0,9}", after in "[^0-9]{0,9}") {
        let text = format!("{before}010190-1234{after}");
        prop_assert!(mentions_cpr(&text));
    }

    #[test]
    fn looking_for_a_cpr_number_never_panics(text in any::<String>()) {
        mentions_cpr(&text);
    }

    #[test]
    fn no_text_makes_the_parsers_panic(text in any::<String>()) {
        let _ = Cpr::parse(&text, TestNumbers::Accept);
        let _ = Cvr::parse(&text);
    }

    #[test]
    fn no_near_miss_makes_the_parsers_panic(text in "[0-9]{4,7}[- æ]?[0-9]{2,5}") {
        if let Ok(cpr) = Cpr::parse(&text, TestNumbers::Accept) {
            prop_assert!(!cpr.to_string().contains(&cpr.expose_digits()[6..]));
        }
        let _ = Cvr::parse(&text);
    }
}
