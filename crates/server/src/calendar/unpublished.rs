//! A calendar that is looked at as if it were published: the plan that a publication would carry
//! out, carried out on the times that were read instead of the database's.

use chrono::{DateTime, NaiveDate, Utc};
use contract::calendar::PublishSpan;
use contract::ids::CaseworkerId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::hours::Hours;
use super::plan::{Step, channel_names, place_id, plan_of};
use crate::clock::id_of;
use crate::config::MunicipalityConfig;
use crate::db::entities::time_slot;
use crate::http::error::ApiError;

/// Somebody's hours in a span of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpublished {
    /// Whose times they become.
    pub whose: CaseworkerId,
    /// In which days.
    pub span: PublishSpan,
    /// What is stored.
    pub hours: Hours,
}

impl Unpublished {
    /// Is it what a caseworker's times of a day come from?
    pub fn covers(&self, caseworker: Uuid, day: NaiveDate) -> bool {
        self.whose.0 == caseworker && self.span.from <= day && day <= self.span.to
    }

    /// The times as they would be once it is published; those of others stay as they are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn publish(
        &self,
        db: &impl ConnectionTrait,
        config: &MunicipalityConfig,
        now: DateTime<Utc>,
        slots: &mut Vec<time_slot::Model>,
    ) -> Result<(), ApiError> {
        let plan = plan_of(db, config, self.whose, self.span, &self.hours, now).await?;
        for step in plan.steps {
            match step {
                Step::Add(slot) => slots.push(time_slot::Model {
                    id: id_of(slot.starts_at, self.whose.0),
                    caseworker_id: self.whose.0,
                    starts_at: slot.starts_at,
                    ends_at: slot.ends_at,
                    channels: channel_names(&slot.channels),
                    place_id: place_id(&slot.place).map(str::to_owned),
                    seats: 1,
                    taken: 0,
                    published: true,
                }),
                Step::Restore(slot) => {
                    slots.retain(|other| other.id != slot.id);
                    slots.push(time_slot::Model { published: true, ..slot });
                }
                Step::KeepBooked(slot) | Step::Withdraw(slot) => {
                    slots.iter_mut().filter(|other| other.id == slot.id).for_each(|other| {
                        other.published = false;
                    });
                }
                Step::Keep(_) | Step::Blocked(_) => {}
            }
        }
        Ok(())
    }
}
