//! Retention plans of the demonstration in several states, the contacts with their employers, and
//! times offered for a round table. Each step is taken through the same door as the real thing,
//! with a clock that shows when it was.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use contract::access_log::AccessedData;
use contract::draft::{DraftChange, DraftForm};
use contract::ids::CaseId;
use contract::retention_plan::{
    CitizenRetentionMove, ContactChannelUsed, EmployerContactWhat, EmployerRetentionMove,
    NewEmployerContact, NewTimeOffer,
};
use rules::WallTime;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::retention_texts as texts;
use crate::access_log::{self, Look};
use crate::cases::CaseFile;
use crate::db::entities::{employer, employer_user};
use crate::draft::Writer;
use crate::http::error::ApiError;
use crate::retention_plan::Mover;
use crate::round_table::Host;
use crate::state::AppState;
use crate::{draft, employer_contact, retention_plan, round_table};

const FORM: DraftForm = DraftForm::RetentionPlan;

/// A case with an employer, and who writes for them.
struct Story<'a> {
    tx: &'a DatabaseTransaction,
    state: &'a AppState,
    file: CaseFile,
    by: employer_user::Model,
    company: employer::Model,
}

/// Fills in the plans and contacts of those who have them.
pub async fn fill(
    tx: &DatabaseTransaction,
    state: &AppState,
    known: &[(&str, CaseId)],
) -> Result<(), ApiError> {
    for (key, case) in known {
        let file = CaseFile::load(tx, *case).await?;
        let Some(company) = file.employer.clone() else { continue };
        let by = employer_user::Entity::find()
            .filter(employer_user::Column::Cvr.eq(&company.cvr))
            .filter(employer_user::Column::DemoKey.ne("employer-2"))
            .one(tx)
            .await?
            .ok_or_else(|| ApiError::internal("a demo company without people"))?;
        let story = Story { tx, state, file, by, company };
        match *key {
            "booked" => story.sent_to_the_employee().await?,
            "exempt" => story.waits_for_the_municipality().await?,
            "standby" => story.declined().await?,
            "video-locked" => story.contacted(17, ContactChannelUsed::Video, texts::GARAGE).await?,
            "withdrawn" => story.left_out(16).await?,
            _ => {}
        }
    }
    Ok(())
}

impl Story<'_> {
    async fn sent_to_the_employee(&self) -> Result<(), ApiError> {
        self.contacted(21, ContactChannelUsed::Phone, texts::BAKERY).await?;
        self.citizen_moves(9, CitizenRetentionMove::Request {}).await?;
        self.employer_moves(7, EmployerRetentionMove::Begin {}).await?;
        self.types(6, texts::BACK_TO_THE_OVENS).await?;
        self.sends(2).await
    }

    async fn waits_for_the_municipality(&self) -> Result<(), ApiError> {
        self.contacted(12, ContactChannelUsed::Meeting, texts::SHOP).await?;
        self.employer_moves(18, EmployerRetentionMove::Begin {}).await?;
        self.types(18, texts::BACK_TO_THE_SHOP).await?;
        self.sends(17).await?;
        let remark = texts::REMARK.to_owned();
        self.citizen_moves(16, CitizenRetentionMove::Approve { version: 1, remark }).await?;
        self.employer_moves(4, EmployerRetentionMove::Submit { version: 1 }).await?;
        self.offers().await
    }

    async fn declined(&self) -> Result<(), ApiError> {
        self.citizen_moves(12, CitizenRetentionMove::Request {}).await?;
        let reason = texts::DECLINED.to_owned();
        self.employer_moves(9, EmployerRetentionMove::Decline { reason }).await
    }

    fn case(&self) -> CaseId {
        CaseId(self.file.case.id)
    }

    fn ago(&self, days: i64) -> DateTime<Utc> {
        self.state.clock.now() - TimeDelta::days(days)
    }

    fn day(&self, ahead: i64) -> NaiveDate {
        self.state.clock.today() + TimeDelta::days(ahead)
    }

    /// Types into the plan. A text of "+14" or "-3" stands for a day so far from today.
    async fn types(&self, days_ago: i64, typed: &[(&str, &str)]) -> Result<(), ApiError> {
        let base = draft::load(self.tx, self.case(), FORM).await?.version;
        let change = |(field, text): &(&str, &str)| {
            let day = text.starts_with(['+', '-']).then(|| text.parse().ok()).flatten();
            let value = day.map_or((*text).to_owned(), |ahead| self.day(ahead).to_string());
            DraftChange { field: (*field).to_owned(), base, value }
        };
        let changes: Vec<DraftChange> = typed.iter().map(change).collect();
        let by = Writer { id: self.by.id, name: &self.by.name, at: self.ago(days_ago) };
        let saved = draft::save(self.tx, self.case(), FORM, &changes, Some(by)).await?;
        let all = saved.conflicts.is_empty() && saved.refused.is_empty();
        if all { Ok(()) } else { Err(ApiError::internal("a demo text that cannot be saved")) }
    }

    async fn sends(&self, days_ago: i64) -> Result<(), ApiError> {
        let draft_version = draft::load(self.tx, self.case(), FORM).await?.version;
        self.employer_moves(days_ago, EmployerRetentionMove::Send { draft_version }).await
    }

    async fn employer_moves(
        &self,
        days_ago: i64,
        body: EmployerRetentionMove,
    ) -> Result<(), ApiError> {
        let clock = self.state.clock.back_at(self.ago(days_ago));
        let by = Mover { party: rules::CourseParty::Employer, id: self.by.id, name: &self.by.name };
        retention_plan::employer_move(self.tx, &clock, (self.case(), &self.by.cvr), by, &body)
            .await?;
        self.looks(days_ago, AccessedData::RetentionPlanMove).await
    }

    async fn citizen_moves(
        &self,
        days_ago: i64,
        body: CitizenRetentionMove,
    ) -> Result<(), ApiError> {
        let clock = self.state.clock.back_at(self.ago(days_ago));
        let citizen = &self.file.citizen;
        retention_plan::citizen_move(self.tx, &clock, self.case(), citizen, &body).await
    }

    async fn looks(&self, days_ago: i64, what: AccessedData) -> Result<(), ApiError> {
        let by = (&self.by, &self.company).into();
        let look = Look { by, what, at: self.ago(days_ago), reason: None };
        access_log::note(self.tx, &self.state.clock, look, [self.case().0]).await
    }

    async fn contacted(
        &self,
        days_ago: i64,
        channel: ContactChannelUsed,
        outcome: &str,
    ) -> Result<(), ApiError> {
        let outcome = outcome.to_owned();
        self.recorded(days_ago, EmployerContactWhat::Contacted { channel, outcome }).await
    }

    async fn left_out(&self, days_ago: i64) -> Result<(), ApiError> {
        let reason = texts::LEFT_OUT.to_owned();
        self.recorded(days_ago, EmployerContactWhat::LeftOut { reason }).await
    }

    async fn recorded(&self, days_ago: i64, what: EmployerContactWhat) -> Result<(), ApiError> {
        let contact = NewEmployerContact { on: self.day(-days_ago), what };
        let (clock, by) = (&self.state.clock, &self.file.caseworker);
        let at = self.ago(days_ago);
        let with = (self.case(), self.company.cvr.as_str());
        employer_contact::add(self.tx, clock, with, &contact, by, at).await?;
        let look = Look { by: by.into(), what: AccessedData::EmployerContact, at, reason: None };
        access_log::note(self.tx, clock, look, [self.case().0]).await
    }

    /// Offers the mornings of two working days.
    async fn offers(&self) -> Result<(), ApiError> {
        let closing_days = &self.state.config.municipality.closing_days;
        let is_working = |day: &NaiveDate| rules::holidays::is_working_day(closing_days, *day);
        let at = |hour| WallTime::new(hour, 0).ok_or_else(|| ApiError::internal("a demo time"));
        let (from, to) = (at(9)?, at(12)?);
        let offer = |day| NewTimeOffer { day, from, to };
        let days = self.day(5).iter_days().filter(is_working).step_by(2).take(2);
        let offers: Vec<NewTimeOffer> = days.map(offer).collect();
        let stretches = round_table::stretches(&offers, self.state.clock.now())?;
        let host = Host { id: self.by.id, name: &self.by.name, cvr: &self.by.cvr };
        round_table::offer_in(self.tx, self.state, self.case(), host, stretches).await?;
        self.looks(0, AccessedData::RoundTable).await
    }
}
