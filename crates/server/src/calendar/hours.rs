//! A caseworker's stored hours: the week template and its exceptions, which `rules::slots` makes
//! times of.

use std::collections::HashMap;

use chrono::NaiveDate;
use contract::ids::CaseworkerId;
use rules::slots::{ChannelLengths, SlotSource};
use rules::{CalendarException, ExceptionKind, WeekTemplate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::plan::{exceptions_of, template_of};
use crate::config::MunicipalityConfig;
use crate::db::entities::{calendar_exception, week_template};
use crate::http::error::ApiError;

/// When somebody works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// The ordinary week.
    pub template: WeekTemplate,
    /// Departures from it.
    pub exceptions: Vec<CalendarException>,
}

impl Hours {
    /// What is stored of a caseworker, with the exceptions that are not over on `from`.
    ///
    /// # Errors
    /// When the database fails or holds what it should not.
    pub async fn of(
        db: &impl ConnectionTrait,
        whose: CaseworkerId,
        from: NaiveDate,
    ) -> Result<Self, ApiError> {
        let template = template_of(db, whose).await?.template;
        let exceptions = exceptions_of(db, whose, from).await?;
        Ok(Self { template, exceptions: exceptions.into_iter().map(|row| row.exception).collect() })
    }

    /// The same of several; who has stored nothing is not among them.
    ///
    /// # Errors
    /// When the database fails or holds what it should not.
    pub async fn of_all(
        db: &impl ConnectionTrait,
        whose: &[Uuid],
        from: NaiveDate,
    ) -> Result<HashMap<Uuid, Self>, ApiError> {
        let mut all: HashMap<Uuid, Self> = HashMap::new();
        let templates = week_template::Entity::find()
            .filter(week_template::Column::CaseworkerId.is_in(whose.iter().copied()));
        for row in templates.all(db).await? {
            let template = WeekTemplate::deserialize(&row.template).map_err(ApiError::internal)?;
            all.entry(row.caseworker_id).or_default().template = template;
        }
        let exceptions = calendar_exception::Entity::find()
            .filter(calendar_exception::Column::CaseworkerId.is_in(whose.iter().copied()))
            .filter(calendar_exception::Column::ToDate.gte(from))
            .order_by_asc(calendar_exception::Column::FromDate)
            .order_by_asc(calendar_exception::Column::Id);
        for row in exceptions.all(db).await? {
            let kind = ExceptionKind::deserialize(&row.kind).map_err(ApiError::internal)?;
            let (from_date, to_date) = (row.from_date, row.to_date);
            let exception = CalendarException { from_date, to_date, kind };
            all.entry(row.caseworker_id).or_default().exceptions.push(exception);
        }
        Ok(all)
    }

    /// As the rules want it.
    pub fn source<'a>(
        &'a self,
        config: &'a MunicipalityConfig,
        lengths: &'a ChannelLengths,
    ) -> SlotSource<'a> {
        SlotSource {
            template: &self.template,
            exceptions: &self.exceptions,
            closing_days: &config.closing_days,
            lengths,
        }
    }
}
