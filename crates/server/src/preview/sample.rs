//! Invented citizens to look at without anybody's data: the people of the demonstration, laid
//! out around a day, in a database of their own in memory. Every server makes the same ones, with
//! the same ids, so that a call may go to any of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use contract::ids::CaseId;
use contract::session::{DemoRole, DemoSituation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tokio::sync::OnceCell;

use crate::auth::demo::PERSONAS;
use crate::calendar::midnight;
use crate::clock::Clock;
use crate::db::Db;
use crate::db::entities::{citizen, sickness_case};
use crate::demo;
use crate::http::error::ApiError;
use crate::state::AppState;

/// Days whose people are kept; those of the day used longest ago are made anew when they are wanted
/// again.
const KEPT: usize = 8;

/// The people of a day, once they are made.
type Day = Arc<OnceCell<Db>>;

/// The samples of the days last looked at. Made when first wanted, each day by whoever wants it
/// first: nobody waits for another day's.
#[derive(Clone, Debug, Default)]
pub struct Samples(Arc<Mutex<VecDeque<(NaiveDate, Day)>>>);

impl Samples {
    /// The samples of a day.
    ///
    /// # Errors
    /// When the municipality's configuration does not do for them.
    pub async fn on(&self, state: &AppState, day: NaiveDate) -> Result<Db, ApiError> {
        let cell = self.cell(day);
        let db = cell.get_or_try_init(|| make(state, day)).await?;
        Ok(db.clone())
    }

    /// The place for a day's people, which is the last one given up from now on.
    fn cell(&self, day: NaiveDate) -> Day {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(of, _)| *of == day).and_then(|at| kept.remove(at));
        let (_, cell) = known.unwrap_or_else(|| (day, Day::default()));
        kept.push_back((day, Arc::clone(&cell)));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        cell
    }
}

async fn make(state: &AppState, day: NaiveDate) -> Result<Db, ApiError> {
    let db = Db::in_memory().await?;
    db.migrate().await?;
    let clock = Clock::repeatable(midnight(day));
    let samples = AppState { db: db.clone(), clock, demo: true, ..state.clone() };
    demo::fill(&samples).await?;
    Ok(db)
}

/// The case of the invented citizen in a situation.
pub(super) async fn case_of(samples: &Db, situation: DemoSituation) -> Result<CaseId, ApiError> {
    let fits = |role, is| role == DemoRole::Citizen && is == situation;
    let persona = PERSONAS.iter().find(|persona| fits(persona.role, persona.situation));
    let key = persona.ok_or(ApiError::NotFound)?.key;
    let missing = || ApiError::internal("a sample that is not there");
    let citizen = citizen::Entity::find().filter(citizen::Column::DemoKey.eq(key));
    let citizen = citizen.one(samples.read()).await?.ok_or_else(missing)?;
    let case = sickness_case::Entity::find()
        .filter(sickness_case::Column::CitizenId.eq(citizen.id))
        .one(samples.read())
        .await?;
    Ok(CaseId(case.ok_or_else(missing)?.id))
}
