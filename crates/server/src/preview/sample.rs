//! Invented citizens to look at without anybody's data: the people of the demonstration, laid
//! out around a day, in a database of their own in memory. Every server makes the same ones, with
//! the same ids, so that a call may go to any of them.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::NaiveDate;
use contract::ids::CaseId;
use contract::session::{DemoRole, DemoSituation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tokio::sync::Mutex;

use crate::auth::demo::PERSONAS;
use crate::calendar::midnight;
use crate::clock::Clock;
use crate::db::Db;
use crate::db::entities::{citizen, sickness_case};
use crate::demo;
use crate::http::error::ApiError;
use crate::state::AppState;

/// Days whose people are kept; the one used longest ago is made anew when it is wanted again.
const KEPT: usize = 4;

/// The samples of the days last looked at. Made when first wanted.
#[derive(Clone, Debug, Default)]
pub struct Samples(Arc<Mutex<VecDeque<(NaiveDate, Db)>>>);

impl Samples {
    /// The samples of a day.
    ///
    /// # Errors
    /// When the municipality's configuration does not do for them.
    pub async fn on(&self, state: &AppState, day: NaiveDate) -> Result<Db, ApiError> {
        let mut kept = self.0.lock().await;
        let known = kept.iter().position(|(of, _)| *of == day).and_then(|at| kept.remove(at));
        let (day, db) = match known {
            Some(known) => known,
            None => (day, make(state, day).await?),
        };
        kept.push_back((day, db.clone()));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        Ok(db)
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
