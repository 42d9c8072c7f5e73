//! What the people of the demonstration have written about their way back, what was shared of
//! it, and what their caseworkers answered. Goes through the same doors as the real thing.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use contract::access_log::AccessedData;
use contract::draft::{DraftChange, DraftForm};
use contract::ids::{BookingId, CaseId};
use contract::job_plan::{GiveWords, PlanLeg, PlanSection, ShareJobPlan, SharedPlan};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::texts;
use crate::access_log::{self, Look};
use crate::booking::state_name;
use crate::cases::CaseFile;
use crate::db::entities::{
    activity, booking, caseworker, job_plan_agreed_step, job_plan_comment, job_plan_version,
};
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::{draft, job_plan};

const FORM: DraftForm = DraftForm::JobPlan;

/// A citizen's case, and how long ago things happened in it.
struct Story<'a> {
    tx: &'a DatabaseTransaction,
    state: &'a AppState,
    case: CaseId,
    by: caseworker::Model,
}

/// Fills in the plans of those who have one.
pub async fn fill(
    tx: &DatabaseTransaction,
    state: &AppState,
    known: &[(&str, CaseId)],
) -> Result<(), ApiError> {
    for (key, case) in known {
        let by = CaseFile::load(tx, *case).await?.caseworker;
        let story = Story { tx, state, case: *case, by };
        match *key {
            "next-due" => story.half_a_plan().await?,
            "booked" => story.answered_and_shared_again().await?,
            "no-employer" => story.vague_goal().await?,
            _ => {}
        }
    }
    Ok(())
}

impl Story<'_> {
    async fn half_a_plan(&self) -> Result<(), ApiError> {
        self.types(texts::HALF_A_PLAN).await?;
        self.looks(AccessedData::CaseList, 6).await?;
        self.looks(AccessedData::Case, 5).await
    }

    async fn vague_goal(&self) -> Result<(), ApiError> {
        self.types(texts::VAGUE_GOAL).await?;
        self.shares(2).await?;
        self.looks(AccessedData::Case, 16).await
    }

    async fn answered_and_shared_again(&self) -> Result<(), ApiError> {
        self.types(texts::FIRST_VERSION).await?;
        let first = self.shares(18).await?;
        self.opened(&first, 17).await?;
        for (minutes, (section, text)) in (1..).zip(texts::COMMENTS) {
            let at = self.ago(17) + TimeDelta::minutes(minutes);
            self.commented(&first, *section, text, at).await?;
        }
        self.agreed(&first, PlanLeg::A, 17).await?;
        self.activity().await?;
        self.types(texts::SECOND_VERSION).await?;
        self.shares(1).await?;
        self.words().await?;
        for (what, days) in [
            (AccessedData::CaseList, 19),
            (AccessedData::Case, 18),
            (AccessedData::JobPlan, 17),
            (AccessedData::JobPlanAnswer, 16),
            (AccessedData::Activity, 10),
            (AccessedData::Calendar, 3),
        ] {
            self.looks(what, days).await?;
        }
        Ok(())
    }

    fn ago(&self, days: i64) -> DateTime<Utc> {
        self.state.clock.now() - TimeDelta::days(days)
    }

    fn day(&self, ahead: i64) -> NaiveDate {
        self.state.clock.today() + TimeDelta::days(ahead)
    }

    /// Types into the form. A text of "+14" or "-3" stands for a day so far from today.
    async fn types(&self, typed: &[(&str, &str)]) -> Result<(), ApiError> {
        let base = draft::load(self.tx, self.case, FORM).await?.version;
        let change = |(field, text): &(&str, &str)| {
            let day = text.starts_with(['+', '-']).then(|| text.parse().ok()).flatten();
            let value = day.map_or((*text).to_owned(), |ahead| self.day(ahead).to_string());
            DraftChange { field: (*field).to_owned(), base, value }
        };
        let changes: Vec<DraftChange> = typed.iter().map(change).collect();
        let saved = draft::save(self.tx, self.case, FORM, &changes, None).await?;
        let all = saved.conflicts.is_empty() && saved.refused.is_empty();
        if all { Ok(()) } else { Err(ApiError::internal("a demo text that cannot be saved")) }
    }

    async fn shares(&self, days_ago: i64) -> Result<SharedPlan, ApiError> {
        let draft_version = draft::load(self.tx, self.case, FORM).await?.version;
        let wanted = ShareJobPlan { draft_version };
        let shared = job_plan::share_in(self.tx, self.state, self.case, wanted).await?;
        let column = job_plan_version::Column::SharedAt;
        self.happened(&shared, column, days_ago).await?;
        Ok(shared)
    }

    async fn opened(&self, shared: &SharedPlan, days_ago: i64) -> Result<(), ApiError> {
        self.happened(shared, job_plan_version::Column::OpenedAt, days_ago).await
    }

    async fn happened(
        &self,
        shared: &SharedPlan,
        what: job_plan_version::Column,
        days_ago: i64,
    ) -> Result<(), ApiError> {
        job_plan_version::Entity::update_many()
            .col_expr(what, Expr::value(self.ago(days_ago)))
            .filter(job_plan_version::Column::CaseId.eq(self.case.0))
            .filter(job_plan_version::Column::Number.eq(number(shared)?))
            .exec(self.tx)
            .await?;
        Ok(())
    }

    async fn commented(
        &self,
        shared: &SharedPlan,
        section: PlanSection,
        text: &str,
        at: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        let row = job_plan_comment::ActiveModel {
            id: Set(self.state.clock.id_at(at)),
            case_id: Set(self.case.0),
            version: Set(number(shared)?),
            section: Set(section.as_str().to_owned()),
            text: Set(text.to_owned()),
            by_id: Set(self.by.id),
            at: Set(at),
        };
        job_plan_comment::Entity::insert(row).exec_without_returning(self.tx).await?;
        Ok(())
    }

    /// Agrees to the first step of a leg.
    async fn agreed(
        &self,
        shared: &SharedPlan,
        leg: PlanLeg,
        days_ago: i64,
    ) -> Result<(), ApiError> {
        let plan = shared.plan.legs.iter().find(|plan| plan.leg == leg);
        let Some(step) = plan.and_then(|plan| plan.steps.first()) else { return Ok(()) };
        let row = job_plan_agreed_step::ActiveModel {
            id: Set(self.state.clock.new_id()),
            case_id: Set(self.case.0),
            leg: Set(leg.as_str().to_owned()),
            step: Set(step.id.to_string()),
            says: Set(job_plan::says(step)?),
            by_id: Set(self.by.id),
            at: Set(self.ago(days_ago)),
        };
        job_plan_agreed_step::Entity::insert(row).exec_without_returning(self.tx).await?;
        Ok(())
    }

    async fn activity(&self) -> Result<(), ApiError> {
        let kinds = &self.state.config.municipality.job_plan.activity_kinds;
        let Some(kind) = kinds.iter().find(|kind| kind.code == "health").or(kinds.first()) else {
            return Ok(());
        };
        let row = activity::ActiveModel {
            id: Set(self.state.clock.new_id()),
            case_id: Set(self.case.0),
            kind: Set(kind.code.clone()),
            description: Set(texts::ACTIVITY.to_owned()),
            place: Set("Borgerhuset ved Havnen".to_owned()),
            from_date: Set(self.day(-7)),
            to_date: Set(Some(self.day(35))),
            minutes: Set(Some(180)),
            responsible: Set("Sundhedscentret".to_owned()),
            added_by: Set(self.by.id),
            added_at: Set(self.ago(10)),
            removed_by: Set(None),
            removed_at: Set(None),
        };
        activity::Entity::insert(row).exec_without_returning(self.tx).await?;
        Ok(())
    }

    async fn words(&self) -> Result<(), ApiError> {
        let booked = booking::Entity::find()
            .filter(booking::Column::CaseId.eq(self.case.0))
            .filter(booking::Column::State.eq(state_name(contract::booking::BookingState::Booked)))
            .one(self.tx)
            .await?;
        let Some(booked) = booked else { return Ok(()) };
        let words = GiveWords { goal: texts::WORDS.0.to_owned(), talk: texts::WORDS.1.to_owned() };
        job_plan::write_words(self.tx, BookingId(booked.id), &words, self.ago(1)).await
    }

    async fn looks(&self, what: AccessedData, days_ago: i64) -> Result<(), ApiError> {
        let at = self.ago(days_ago);
        let look = Look { by: (&self.by).into(), what, at, reason: None };
        access_log::note(self.tx, &self.state.clock, look, [self.case.0]).await
    }
}

fn number(shared: &SharedPlan) -> Result<i32, ApiError> {
    i32::try_from(shared.version.number).map_err(ApiError::internal)
}
