//! What the address of the key figures says. Knows no page.

use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use contract::kpi::FigureKey;

use crate::api::day;
use crate::routes::{Route, given, with_query};

/// Whose figures, and the rows behind which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Of whom; of the department when absent.
    pub caseworker: Option<CaseworkerId>,
    /// The figure whose rows are shown; all figures when absent.
    pub figure: Option<FigureKey>,
    /// Of which month; of the whole when absent.
    pub month: Option<NaiveDate>,
    /// Which page of the rows, from 0.
    pub page: Option<u32>,
}

impl Place {
    /// What a query says. What it says wrongly is left out.
    pub fn of(query: &str) -> Self {
        Self {
            caseworker: given(query, "caseworker").and_then(|id| id.parse().ok()),
            figure: given(query, "figure").and_then(FigureKey::parse),
            month: given(query, "month").and_then(day),
            page: given(query, "page").and_then(|page| page.parse().ok()),
        }
    }

    /// Its address.
    pub fn route(self) -> Route {
        let query = with_query(
            "",
            &[
                ("caseworker", self.caseworker.map(|id| id.to_string())),
                ("figure", self.figure.map(|key| key.as_str().to_owned())),
                ("month", self.month.map(|month| month.to_string())),
                ("page", self.page.map(|page| page.to_string())),
            ],
        );
        Route::StaffKpi(query.trim_start_matches('?').to_owned())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_survives_its_address() {
        let place = Place {
            caseworker: Some(CaseworkerId(Uuid::from_u128(7))),
            figure: Some(FigureKey::MissedInPerson),
            month: day("2026-11-01"),
            page: Some(2),
        };
        for place in [place, Place::default()] {
            let path = place.route().path();
            let (path, query) = path.split_once('?').unwrap_or((&path, ""));
            assert_eq!(path, "/staff/kpi");
            assert_eq!(Place::of(query), place);
        }
        assert_eq!(Place::of("figure=nothing&page=x&month=1"), Place::default());
    }
}
