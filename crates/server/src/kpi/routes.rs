//! The figures, the rows behind them, and both as files.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use contract::access_log::AccessedData;
use contract::export::ExportFormat;
use contract::ids::{CaseId, CaseworkerId};
use contract::kpi::{
    FEWEST, Figure, FigureKey, KpiBoard, KpiExport, KpiRow, KpiRows, Measure, ROWS_PAGE,
};
use contract::problem::Problem;
use contract::staff::CaseworkerRow;
use futures_util::future::try_join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::board::{Counts, View};
use super::counted::{Population, population_of, populations};
use super::export;
use super::months::Window;
use super::store::{self, Sums};
use crate::access_log;
use crate::auth::Caseworker;
use crate::db::entities::caseworker;
use crate::http::error::ApiError;
use crate::http::extract::{Path, Query, near_date};
use crate::state::AppState;

/// Whose figures.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BoardQuery {
    /// Of one caseworker: oneself, or for a team leader anybody of the team. The department's when
    /// absent.
    #[serde(default)]
    pub caseworker: Option<CaseworkerId>,
}

/// Whose figures, as which file.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct KpiExportQuery {
    /// As for the figures.
    #[serde(default)]
    pub caseworker: Option<CaseworkerId>,
    /// CSV when absent.
    #[serde(default)]
    pub format: ExportFormat,
}

/// Which rows.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct RowsQuery {
    /// As for the figures.
    #[serde(default)]
    pub caseworker: Option<CaseworkerId>,
    /// Of the month that begins on that day; of the whole period when absent, or of the running
    /// month for what stands at the end of a month.
    #[serde(default, deserialize_with = "near_date")]
    pub month: Option<NaiveDate>,
    /// From 0; the first when absent.
    #[serde(default)]
    pub page: u32,
}

/// The key figures of the last 14 months.
#[utoipa::path(get, path = "/api/staff/kpi", tag = "staff", params(BoardQuery),
    responses((status = 200, body = KpiBoard), (status = "4XX", body = Problem)))]
pub async fn board(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Query(query): Query<BoardQuery>,
) -> Result<Json<KpiBoard>, ApiError> {
    let asked = Asked::of(&state, &caseworker, query.caseworker).await?;
    Ok(Json(asked.board(&state, &caseworker, &populations(&window(&state))).await?))
}

/// The same as a file: a line for each figure and month, and one for the whole.
#[utoipa::path(get, path = "/api/staff/kpi/export", tag = "staff", params(KpiExportQuery),
    responses((status = 200, content((KpiExport = "application/json"), (String = "text/csv"))),
        (status = "4XX", body = Problem)))]
pub async fn export(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Query(query): Query<KpiExportQuery>,
) -> Result<Response, ApiError> {
    let asked = Asked::of(&state, &caseworker, query.caseworker).await?;
    let board = asked.board(&state, &caseworker, &populations(&window(&state))).await?;
    export::answer(&board, query.format)
}

/// The rows behind a figure, which add up to it. Only where the figure is told.
#[utoipa::path(get, path = "/api/staff/kpi/{figure}/rows", tag = "staff",
    params(("figure" = FigureKey, Path), RowsQuery),
    responses((status = 200, body = KpiRows), (status = "4XX", body = Problem)))]
pub async fn rows(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(key): Path<FigureKey>,
    Query(query): Query<RowsQuery>,
) -> Result<Json<KpiRows>, ApiError> {
    let asked = Asked::of(&state, &caseworker, query.caseworker).await?;
    if !asked.may_see_rows(&caseworker) || !key.has_rows() {
        return Err(ApiError::NotAllowed);
    }
    let window = window(&state);
    let (population, _) = population_of(&window, key).ok_or(ApiError::NotFound)?;
    let month = match query.month {
        None if key.is_standing() => Some(window.firsts.len().saturating_sub(1)),
        None => None,
        Some(month) => Some(window.place(month).ok_or(ApiError::NotFound)?),
    };
    let board = asked.board(&state, &caseworker, std::slice::from_ref(&population)).await?;
    let figure = board.figures.into_iter().find(|figure| figure.key == key);
    let figure = figure.ok_or(ApiError::NotFound)?;
    let measure: Measure = match month {
        None => Some(figure.total),
        Some(place) => figure.months.get(place).copied(),
    }
    .unwrap_or_default();
    // Nobody is shown behind a number that is not told.
    let n = measure.n.filter(|n| *n >= FEWEST).ok_or(ApiError::NotFound)?;
    let shown = match month {
        None => window,
        Some(place) => window.month(place).ok_or(ApiError::NotFound)?,
    };
    let (population, counted) = population_of(&shown, key).ok_or(ApiError::NotFound)?;
    let of = query.caseworker.map(|id| id.0);
    let page = (ROWS_PAGE, u64::from(ROWS_PAGE) * u64::from(query.page));
    let found = (&population, &counted);
    let found = store::rows(state.db.read(), &shown, caseworker.team(), found, of, page).await?;
    let row = |row: store::Row| {
        let (case_id, case_number) = row.case.unzip();
        KpiRow {
            case_id: case_id.map(CaseId),
            case_number,
            caseworker_id: CaseworkerId(row.who),
            caseworker: row.name,
            on: row.on,
            tenths: i32::try_from(row.tenths).unwrap_or(i32::MAX),
        }
    };
    let rows: Vec<KpiRow> = found.into_iter().map(row).collect();
    let cases: Vec<CaseId> = rows.iter().filter_map(|row| row.case_id).collect();
    let what = AccessedData::KeyFigures;
    access_log::listed(&state, &caseworker, what, cases, |case| *case).await?;
    let pages = n.div_ceil(ROWS_PAGE);
    Ok(Json(KpiRows { key, unit: key.unit(), measure, page: query.page, pages, rows }))
}

fn window(state: &AppState) -> Window {
    Window::up_to(state.db.backend(), state.clock.today(), state.clock.now())
}

/// Whose figures somebody may see and asks for.
struct Asked {
    team: Vec<caseworker::Model>,
    of: Option<caseworker::Model>,
}

impl Asked {
    /// A caseworker sees the department's and their own, a team leader everybody's in the team.
    async fn of(
        state: &AppState,
        by: &Caseworker,
        whose: Option<CaseworkerId>,
    ) -> Result<Self, ApiError> {
        let team = caseworker::Entity::find()
            .filter(caseworker::Column::Team.eq(by.team()))
            .order_by_asc(caseworker::Column::Name)
            .order_by_asc(caseworker::Column::Id)
            .all(state.db.read())
            .await?;
        let of = match whose {
            None => None,
            Some(id) if !by.is_team_leader() && id != by.id() => return Err(ApiError::NotAllowed),
            Some(id) => {
                let row = team.iter().find(|row| row.id == id.0).cloned();
                Some(row.ok_or(ApiError::NotFound)?)
            }
        };
        Ok(Self { team, of })
    }

    /// The rows behind the department's figures are each colleague's as well.
    fn may_see_rows(&self, by: &Caseworker) -> bool {
        by.is_team_leader() || self.of.is_some()
    }

    /// What is told of these populations.
    async fn board(
        &self,
        state: &AppState,
        by: &Caseworker,
        populations: &[Population],
    ) -> Result<KpiBoard, ApiError> {
        let (db, settings) = (state.db.read(), &state.config.municipality.kpi);
        let window = window(state);
        // Side by side: each is a statement of its own, and there is more than one core.
        let sums = populations.iter().map(|one| store::sum(db, &window, by.team(), one));
        let sums: Sums = try_join_all(sums).await?.into_iter().flatten().collect();
        // Nobody in particular is one more row of the department's tables.
        let people = self.team.iter().map(|row| row.id).chain([Uuid::nil()]).collect();
        let counts = Counts { people, months: window.firsts.len(), sums };
        let view = View {
            of: self.of.as_ref().map(|row| row.id),
            only: (!by.is_team_leader()).then_some(by.id().0),
        };
        let mut told = counts.told(populations, view, settings.fewest_colleagues.into());
        let figure = |key: FigureKey| {
            let told = told.remove(&key)?;
            let (total, months) = (told.total, told.months);
            Some(Figure { key, unit: key.unit(), total, months, target: settings.target(key) })
        };
        let figures = FigureKey::ALL.into_iter().filter_map(figure).collect();
        let visible = |row: &&caseworker::Model| by.is_team_leader() || row.id == by.id().0;
        let shown = |row: &caseworker::Model| CaseworkerRow::from(row.clone());
        Ok(KpiBoard {
            today: window.today,
            department: by.team().to_owned(),
            caseworker: self.of.as_ref().map(shown),
            people: self.team.iter().filter(visible).map(shown).collect(),
            rows: self.may_see_rows(by),
            months: window.firsts,
            figures,
        })
    }
}
