//! The shapes of the key figures.

use contract::kpi::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { FigureKey FigureUnit }

records! {
    KpiBoard { today, department, caseworker, people, rows, months, figures }
    Figure { key, unit, total, months, target }
    Measure { n, tenths }
    Target { tenths, at_least }
    KpiRows { key, unit, measure, page, pages, rows }
    KpiRow { case_id, case_number, caseworker_id, caseworker, on, tenths }
}

#[cfg(test)]
mod tests {
    use contract::ids::{CaseId, CaseworkerId};
    use contract::staff::CaseworkerRow;
    use uuid::Uuid;

    use super::*;
    use crate::api::read::tests::tree;
    use crate::citizen::samples;

    #[test]
    fn figures_are_read_as_they_were_sent() {
        let somebody = CaseworkerRow {
            id: CaseworkerId(Uuid::from_u128(2)),
            name: "Åse".into(),
            initials: None,
        };
        let figures = FigureKey::ALL.map(|key| Figure {
            key,
            unit: key.unit(),
            total: Measure { n: Some(7), tenths: Some(-3) },
            months: vec![Measure::default()],
            target: Some(Target { tenths: 250, at_least: true }),
        });
        let board = KpiBoard {
            today: samples::day("2026-12-01"),
            department: "Sygedagpenge".into(),
            caseworker: Some(somebody.clone()),
            people: vec![somebody],
            rows: true,
            months: vec![samples::day("2026-12-01")],
            figures: figures.to_vec(),
        };
        let sent = serde_json::to_value(&board).unwrap();
        assert_eq!(KpiBoard::read(tree(sent)), Some(board));
    }

    #[test]
    fn rows_are_read_as_they_were_sent() {
        let row = KpiRow {
            case_id: Some(CaseId(Uuid::from_u128(1))),
            case_number: Some("2026-1".into()),
            caseworker_id: CaseworkerId(Uuid::from_u128(2)),
            caseworker: "Åse".into(),
            on: samples::day("2026-12-01"),
            tenths: 1000,
        };
        let rows = KpiRows {
            key: FigureKey::Held,
            unit: FigureUnit::Percent,
            measure: Measure { n: Some(1), tenths: Some(1000) },
            page: 0,
            pages: 1,
            rows: vec![row],
        };
        let sent = serde_json::to_value(&rows).unwrap();
        assert_eq!(KpiRows::read(tree(sent)), Some(rows));
    }
}
