//! The figures as a file, exactly as they are told on the page.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use contract::export::{ExportFormat, VERSION};
use contract::kpi::{ExportedFigure, Figure, KpiBoard, KpiExport, Measure};

use crate::export::csv_of;
use crate::http::error::ApiError;

/// The answer, as a file to be kept.
///
/// # Errors
/// When it cannot be written.
pub fn answer(board: &KpiBoard, format: ExportFormat) -> Result<Response, ApiError> {
    let rows: Vec<ExportedFigure> =
        board.figures.iter().flat_map(|one| lines(board, one)).collect();
    let kind = format.as_str();
    let file = format!("attachment; filename=\"genvej-key-figures-{}.{kind}\"", board.today);
    let file = HeaderValue::try_from(file).map_err(ApiError::internal)?;
    let headers = |kind: &'static str| {
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            (header::CONTENT_DISPOSITION, file),
        ]
    };
    Ok(match format {
        ExportFormat::Csv => (headers("text/csv; charset=utf-8"), csv_of(&rows)?).into_response(),
        ExportFormat::Json => {
            let export = KpiExport { version: VERSION, today: board.today, rows };
            let text = serde_json::to_string(&export).map_err(ApiError::internal)?;
            (headers("application/json"), text).into_response()
        }
    })
}

/// The whole, and each month.
fn lines<'a>(board: &'a KpiBoard, figure: &'a Figure) -> impl Iterator<Item = ExportedFigure> + 'a {
    let of = board.caseworker.as_ref().map_or(&board.department, |one| &one.name);
    let line = move |month, measure: Measure| ExportedFigure {
        figure: figure.key,
        of: of.clone(),
        month,
        n: measure.n,
        value: measure.tenths.map(decimal),
        unit: figure.unit,
        target: figure.target.map(|target| decimal(target.tenths)),
    };
    let months = board.months.iter().zip(&figure.months);
    std::iter::once(line(None, figure.total))
        .chain(months.map(move |(month, measure)| line(Some(*month), *measure)))
}

/// Tenths as a number with one decimal.
fn decimal(tenths: i32) -> f64 {
    f64::from(tenths) / 10.0
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn tenths_have_a_point_and_one_decimal() {
        let json = |tenths| serde_json::to_string(&decimal(tenths)).unwrap();
        assert_eq!(json(0), "0.0");
        assert_eq!(json(255), "25.5");
        assert_eq!(json(703), "70.3");
        assert_eq!(json(-7), "-0.7");
    }
}
