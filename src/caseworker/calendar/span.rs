//! The days to publish, as the address of the calendar has them: they are there again after a
//! reload, and on the way back from a citizen's pages.

use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use crate::routes::{Route, given, with_query};

const FROM: &str = "from";
const TO: &str = "to";

/// The days that the address in view has, as far as they are days.
pub fn noted() -> [Option<NaiveDate>; 2] {
    days_of(&window().location().search().unwrap_or_default())
}

/// Puts the days as typed into the address of a calendar; what is no day is left out.
pub fn note(owner: Option<CaseworkerId>, typed: [&str; 2]) {
    let address = address(owner, typed);
    // Without it the days are those that are offered at first.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

fn days_of(query: &str) -> [Option<NaiveDate>; 2] {
    [FROM, TO].map(|name| given(query, name)?.parse().ok())
}

fn address(owner: Option<CaseworkerId>, [from, to]: [&str; 2]) -> String {
    let day = |typed: &str| typed.parse::<NaiveDate>().ok().map(|day| day.to_string());
    let path = Route::StaffCalendar(None).path();
    let owner = owner.map(|id| id.to_string());
    with_query(&path, &[("caseworker", owner), (FROM, day(from)), (TO, day(to))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_in_an_address_that_is_still_the_calendars() {
        let owner = Some(CaseworkerId(uuid::Uuid::from_u128(7)));
        for owner in [None, owner] {
            let address = address(owner, ["2026-12-14", "2026-12-18"]);
            let (path, query) = address.split_once('?').unwrap();
            assert_eq!(Route::parse(path, query), Some(Route::StaffCalendar(owner)));
            let days = days_of(query).map(|day| day.unwrap().to_string());
            assert_eq!(days, ["2026-12-14", "2026-12-18"]);
        }
    }

    #[test]
    fn what_is_no_day_is_not_noted_and_not_read() {
        assert_eq!(address(None, ["", "2026-12-18"]), "/staff/calendar?to=2026-12-18");
        assert_eq!(address(None, ["", ""]), "/staff/calendar");
        assert_eq!(days_of("?from=2026-02-30&to=x"), [None, None]);
    }
}
